"""What the law and the sources say, as dated data and small functions (standard library only)."""
