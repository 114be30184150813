"""Every change of this part. Each is atomic, names its person, and leaves one row in the trail."""
