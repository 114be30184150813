"""The template environment of every page; Django's Jinja2 backend calls `environment` (settings, `TEMPLATES`)."""

from collections.abc import MutableMapping
from functools import lru_cache
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
    Template,
    Undefined,
    select_autoescape,
)
from jinja2.environment import TemplateModule
from jinja2.runtime import Context

from second_question_web.ui import components, form_fields, lists, question_fields
from second_question_web.ui.filters import FILTERS

OWN_TEMPLATES = Path(__file__).parent / "jinja2"


class DesignSystem(PackageLoader):
    """The design system's macros, which ask for many options that nobody gives: there a missing name is a blank.

    In our own templates it is an error, so that a misspelt name cannot hide as an empty place on a page.
    """

    lenient: Environment | None = None

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002  Jinja's
    ) -> Template:
        """A macro file, compiled in an environment of its own."""
        if self.lenient is None:
            self.lenient = environment.overlay(undefined=Undefined)
        return super().load(self.lenient, name, globals)


class Page(Template):
    """A template whose macros are made once for all pages.

    Jinja compares all global names at every import, in case a page brought globals of its own. Ours bring none, and on a
    long list the comparing took a quarter of the time.
    """

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        return super()._get_default_module()


@lru_cache(maxsize=4096)
def url(name: str, *arguments: object, **keywords: object) -> str:
    """The address of a page by its name; a page has up to fifty, and most stand on every page."""
    return reverse(name, args=arguments, kwargs=keywords)


def environment(**options: Any) -> Environment:
    """An environment that finds our pages and the design system's macros; options are those of `jinja2.Environment`."""
    own: BaseLoader = options.pop("loader", None) or FileSystemLoader(OWN_TEMPLATES)
    design_system = PrefixLoader({"govuk_frontend_jinja": DesignSystem("govuk_frontend_jinja")})
    options |= {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    options.setdefault("autoescape", select_autoescape(default=True, default_for_string=True))
    made = Environment(loader=ChoiceLoader([own, design_system]), **options)  # noqa: S701  autoescape is set above
    made.filters.update(FILTERS)
    made.template_class = Page
    made.globals.update(static=static, url=url)
    for offered in (components.GLOBALS, form_fields.GLOBALS, lists.GLOBALS, question_fields.GLOBALS):
        made.globals.update(offered)
    return made
