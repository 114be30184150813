"""Answers weighed by what careful readers answered elsewhere: broad counts, how full the report is, how far rules are trusted."""
