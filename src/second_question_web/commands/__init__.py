"""What the web package adds to the command `second-question`."""
