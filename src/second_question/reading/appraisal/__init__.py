"""A finished review against its checklist: answers with their passages, and the question where it is not yes (A3)."""
