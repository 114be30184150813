"""From a file to text with pages, headings and tables. The text never changes once read; everything points into it."""
