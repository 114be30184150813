"""The front: how reviews work, resources for those who commission and conduct them, case studies by theme (B1-B4)."""
