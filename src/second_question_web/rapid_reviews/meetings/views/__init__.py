"""The pages of meetings, one file a page or a pair of pages."""
