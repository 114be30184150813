"""Referrals: an agency tells the safeguarding partners of an incident; they screen it and say what becomes of it."""
