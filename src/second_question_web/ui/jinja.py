"""The template environment of every page; Django's Jinja2 backend calls `environment` (settings, `TEMPLATES`)."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    PrefixLoader,
    StrictUndefined,
    Undefined,
    select_autoescape,
)

from second_question_web.ui import components, form_fields, lists, question_fields
from second_question_web.ui.filters import FILTERS

BLANKS = frozenset({"caller", "undefined", "null"})
OWN_TEMPLATES = Path(__file__).parent / "jinja2"


class Misspelt(StrictUndefined):
    """A name that the page was not given, or a field that its object does not have, is an error and never a blank.

    A key that a dictionary lacks stays blank: the design system's macros take their options as dictionaries and ask
    for many that nobody gives. So do the names in `BLANKS`, which the macros themselves ask for.
    """

    __slots__ = ()

    def __new__(cls, hint: str | None = None, obj: object = None, name: str | None = None, *rest: Any) -> Any:
        """An unknown name, strict or lenient by what it was looked for in; Jinja passes the error class as the rest."""
        if isinstance(obj, Mapping) or name in BLANKS:
            return Undefined(hint, obj, name, *rest)
        return super().__new__(cls)


def url(name: str, *arguments: object, **keywords: object) -> str:
    """The address of a page by its name."""
    return reverse(name, args=arguments, kwargs=keywords)


def environment(**options: Any) -> Environment:
    """An environment that finds our pages and the design system's macros; options are those of `jinja2.Environment`."""
    own: BaseLoader = options.pop("loader", None) or FileSystemLoader(OWN_TEMPLATES)
    design_system = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    options |= {"undefined": Misspelt, "trim_blocks": True, "lstrip_blocks": True}
    options.setdefault("autoescape", select_autoescape(default=True, default_for_string=True))
    made = Environment(loader=ChoiceLoader([own, design_system]), **options)  # noqa: S701  autoescape is set above
    made.globals.update(static=static, url=url, **components.GLOBALS, **form_fields.GLOBALS, **lists.GLOBALS, **question_fields.GLOBALS)
    made.filters.update(FILTERS)
    return made
