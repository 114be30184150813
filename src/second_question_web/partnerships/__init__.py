"""Regions, organisations and partnerships."""
