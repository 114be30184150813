"""Direct identifiers, encrypted at rest with a key that can be rotated, and found again without being readable."""
