"""The pages of this part, one file a kind of program that reads it."""
