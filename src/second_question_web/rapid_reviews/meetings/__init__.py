"""Meetings with agenda, participants, notes, actions and minutes; several areas; the history of a review."""
