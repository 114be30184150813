"""The demo's library: documents that somebody deposited, every one of them fictional."""
