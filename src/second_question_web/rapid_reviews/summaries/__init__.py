"""What agencies contribute: requests, links, summaries, signatures, reminders, and what came of it."""
