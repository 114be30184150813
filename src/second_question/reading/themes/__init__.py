"""Themes: which codes of a codebook the passages of a document may bear. From the definitions at once, better by decisions."""

from second_question.reading.themes.model import Model, NotAModel, model_from_json, shipped_model
from second_question.reading.themes.suggesting import SuggestedPassage, Suggesting, Suggestion, counts_of

__all__ = [
    "Model",
    "NotAModel",
    "SuggestedPassage",
    "Suggesting",
    "Suggestion",
    "counts_of",
    "model_from_json",
    "shipped_model",
]
