"""What a text says: prompts for the writer, and later appraisal, themes and identities. No web, no database."""
