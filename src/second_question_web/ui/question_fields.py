"""A question of the core as the options of the design system's macros; used by `ui/components/question.html`."""

from collections.abc import Iterable
from dataclasses import replace

from second_question.rules.questions import UNANSWERED_LABELS, Option, Question

NEEDED = "Needed before sending."
YES_NO = (Option("yes", "Yes"), Option("no", "No"))
REASONS = [(reason.value, label) for reason, label in UNANSWERED_LABELS.items()]


def hint(asked: Question) -> dict[str, str] | None:
    """The hint below the question."""
    return {"text": asked.hint} if asked.hint else None


def starred(asked: Question) -> Question:
    """The question with a word in its hint where nothing can be sent without an answer to it."""
    return replace(asked, hint=f"{asked.hint} {NEEDED}".strip()) if asked.required else asked


def legend(asked: Question, size: str) -> dict[str, dict[str, str]]:
    """The question as the legend of a group of inputs."""
    return {"legend": {"text": asked.label, "classes": f"govuk-fieldset__legend--{size}"}}


def choices(
    options: Iterable[Option], chosen: Iterable[str], word: str = "checked", first_id: str = ""
) -> list[dict[str, object]]:
    """The options as radios, checkboxes or a select; a line with the group's name where a new group begins.

    The first option gets `first_id`, where a group's name stands before it: an error leads there.
    """
    taken, items, group = set(chosen), list[dict[str, object]](), ""
    for option in options:
        if option.group and option.group != group and word == "checked":
            items.append({"divider": option.group})
        group = option.group
        item: dict[str, object] = {"value": option.code, "text": option.label, word: option.code in taken}
        if first_id and len(items) == 1 and "divider" in items[0]:
            item["id"] = first_id
        if option.hint:
            item["hint"] = {"text": option.hint}
        items.append(item)
    return items


def shown_when(asked: Question) -> dict[str, str] | None:
    """What a script needs to hide the question until it applies: the other question's name, and its answers."""
    when = asked.shown_when
    return {"name": when.question, "answers": "|".join(when.answers)} if when else None


GLOBALS: dict[str, object] = {
    "YES_NO": YES_NO,
    "UNANSWERED": REASONS,
    "hint": hint,
    "starred": starred,
    "legend": legend,
    "choices": choices,
    "shown_when": shown_when,
}
