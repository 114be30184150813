"""Bringing in a rapid review that exists as a Word or PDF file."""
