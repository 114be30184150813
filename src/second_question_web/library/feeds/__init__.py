"""What other programs read: Atom, OAI-PMH with Dublin Core, the sitemap, CSV."""
