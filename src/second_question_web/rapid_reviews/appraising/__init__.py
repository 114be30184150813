"""The live appraisal of a rapid review: what its text answers of the checklist, shown in place (A3)."""
