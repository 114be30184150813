"""A Django form as the options of the design system's macros; used by `ui/components/form_field.html`."""

from django import forms
from django.forms.boundfield import BoundField

from second_question_web.ui.day_field import DATE_PARTS, DayInput

KINDS: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.CheckboxSelectMultiple, "checkboxes"),  # a kind of radio buttons to Django, so before them
    (forms.RadioSelect, "radios"),
    (forms.CheckboxInput, "tick"),
    (forms.Select, "select"),
    (forms.Textarea, "textarea"),
    (forms.FileInput, "file"),
    (forms.PasswordInput, "password"),
    (DayInput, "day"),
)


def kind_of(field: BoundField) -> str:
    """Which macro draws the field, by its widget; a plain input when nothing else fits."""
    return next((kind for widget, kind in KINDS if isinstance(field.field.widget, widget)), "input")


def errors_of(form: forms.BaseForm) -> list[dict[str, str]]:
    """Everything wrong with the form, each linked to its field, for a page's `errors`."""
    first = next((f"#{field.auto_id}" for field in form.visible_fields()), "#main-content")
    whole = [{"text": str(message), "href": first} for message in form.non_field_errors()]
    fields = [
        {"text": str(message), "href": f"#{field.auto_id}"}
        for field in form.visible_fields()
        for message in field.errors
    ]
    return whole + fields


def field_options(field: BoundField, size: str, grouped: bool) -> dict[str, object]:
    """What every macro is told: name, id, label or legend, hint, error, value."""
    words = {"text": str(field.label), "classes": f"govuk-{'fieldset__legend' if grouped else 'label'}--{size}"}
    options: dict[str, object] = {"name": field.html_name, "id": field.auto_id, "idPrefix": field.auto_id}
    options |= {"fieldset": {"legend": words}} if grouped else {"label": words, "value": _typed(field)}
    if field.help_text:
        options["hint"] = {"text": str(field.help_text)}
    if field.errors:
        options["errorMessage"] = {"text": " ".join(map(str, field.errors))}
    attributes = field.field.widget.attrs
    return options | {name: attributes[name] for name in ("autocomplete", "inputmode", "rows") if name in attributes}


def field_choices(field: BoundField, word: str = "checked") -> list[dict[str, object]]:
    """The choices of the field, those that were made marked with `word`."""
    made = field.value()
    chosen = {str(one) for one in made} if isinstance(made, (list, tuple, set)) else {_typed(field)}
    choices = getattr(field.field, "choices", ())
    return [{"value": str(code), "text": str(label), word: str(code) in chosen} for code, label in choices]


def input_type(field: BoundField) -> str:
    """The type of a plain input: text, email, tel, url; numbers are typed as text."""
    kind = getattr(field.field.widget, "input_type", "text")
    return kind if kind in ("email", "tel", "url", "search") else "text"


def day_options(field: BoundField, size: str) -> dict[str, object]:
    """What the macro of a date is told: the id of the whole is that of its first input, for the error summary."""
    options = field_options(field, size, grouped=True)
    wrong = " govuk-input--error" if field.errors else ""
    options["items"] = [
        {
            "name": part,
            "id": field.auto_id if part == "day" else f"{field.auto_id}-{part}",
            "classes": f"govuk-input--width-{4 if part == 'year' else 2}{wrong}",
            "value": typed,
        }
        for part, typed in zip(DATE_PARTS, field.value(), strict=True)
    ]
    return options | {"id": f"{field.auto_id}-date", "namePrefix": field.html_name}


def _typed(field: BoundField) -> str:
    value = field.value()
    return "" if value is None else str(value)


GLOBALS: dict[str, object] = {
    "kind_of": kind_of,
    "field_options": field_options,
    "field_choices": field_choices,
    "input_type": input_type,
    "day_options": day_options,
}
