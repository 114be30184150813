"""Incidents, referrals and notifications."""
