"""OAI-PMH 2.0, the protocol by which libraries harvest records from each other (openarchives.org, 2015 edition)."""
