"""Reviews of several areas: one partnership leads, others contribute; each sees its part (L1)."""
