"""The pages of depositing."""
