"""Rapid reviews."""
