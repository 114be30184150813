"""From a file to text with pages, headings and tables. The text never changes once read; everything points into it."""

from second_question.documents.document import Block, BlockKind, CannotRead, Document, Span
from second_question.documents.files import read
from second_question.documents.safely import read_safely

__all__ = ["Block", "BlockKind", "CannotRead", "Document", "Span", "read", "read_safely"]
