"""Putting documents into the library, and saying who may see them."""
