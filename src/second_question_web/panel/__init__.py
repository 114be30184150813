"""The national Panel."""
