"""What somebody says of a search that they keep."""

from typing import Any

from django import forms

from second_question_web.library.models import SavedSearch
from second_question_web.people.models import Person

MOST = 50
"""Searches of one person."""


class SavedSearchForm(forms.Form):
    """The name of a search, and how often to write."""

    name = forms.CharField(
        label="What do you want to call it?",
        help_text="The name stands in the emails. Name no child and no family in it.",
        max_length=120,
        error_messages={
            "required": "Enter a name for this search",
            "max_length": "The name must be 120 characters or fewer",
        },
    )
    rhythm = forms.ChoiceField(
        label="Should we write to you when something new is found?",
        choices=SavedSearch.Rhythm.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Say whether we should write to you",
            "invalid_choice": "Say whether we should write to you",
        },
    )

    def __init__(self, *args: Any, person: Person, search: SavedSearch | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person, self.search = person, search

    def clean_name(self) -> str:
        """A name that this person has not given to another search."""
        name = str(self.cleaned_data["name"])
        others = SavedSearch.objects.filter(person=self.person, name__iexact=name)
        if (others.exclude(pk=self.search.pk) if self.search else others).exists():
            raise forms.ValidationError("You have a search of this name already. Choose another name")
        return name

    def clean(self) -> dict[str, Any]:
        """Not more than somebody can look after."""
        if self.search is None and SavedSearch.objects.filter(person=self.person).count() >= MOST:
            raise forms.ValidationError(f"You keep {MOST} searches. Remove one before you save another")
        return self.cleaned_data
