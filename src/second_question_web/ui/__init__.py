"""The pages' common ground."""
