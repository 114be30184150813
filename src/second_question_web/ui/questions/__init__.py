"""A form of the rules as a page: questions shown with their answers, what was typed read back, answers in words."""
