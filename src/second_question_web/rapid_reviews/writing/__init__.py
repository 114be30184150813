"""Writing a rapid review: the template on screen, who wrote what, comments, prompts, pathways, own questions."""
