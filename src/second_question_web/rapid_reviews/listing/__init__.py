"""The list of rapid reviews: every one that a person may see, narrowed, sorted, and as a file."""
