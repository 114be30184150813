"""Saved searches, and the e-mails that say what is new."""
