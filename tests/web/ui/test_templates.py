"""The template environment: strict about names, never taking words for HTML, and links that keep the rest of a list."""

import pytest
from django import forms
from django.http import QueryDict
from jinja2 import Environment, UndefinedError

from second_question_web.ui.form_fields import errors_of
from second_question_web.ui.lists import query_with

NASTY = '"><script>alert(1)</script>'
DRAWN = [
    ("govuk_frontend_jinja/components/input/macro.html", 'govukInput({"name": "x", "value": n, "label": {"text": n}})'),
    (
        "govuk_frontend_jinja/components/textarea/macro.html",
        'govukTextarea({"name": "x", "value": n, "label": {"text": n}})',
    ),
    ("ui/components/summary.html", 'summary([{"question": n, "text": n, "unanswered": "", "change": n}], n)'),
    (
        "ui/components/data_table.html",
        'data_table(n, [{"label": n, "key": n, "numeric": true}] * 2, [[n, n]], {n: n}, n)',
    ),
    ("ui/components/tag.html", "tag(n)"),
    ("ui/components/pipeline.html", 'pipeline(n, [{"label": n, "count": 1, "late": 0, "href": n}])'),
    ("ui/components/filter_panel.html", "words(n, n, n)"),
    ("ui/components/filter_panel.html", "choose(n, n, [(n, n)], n)"),
]


class Invitation(forms.Form):
    email = forms.EmailField(label="Email address", help_text="Of your organisation")
    role = forms.ChoiceField(label="Role", choices=[("manager", "Business manager")], widget=forms.RadioSelect)


@pytest.mark.parametrize(("file", "call"), DRAWN)
def test_words_are_never_taken_for_html(templates: Environment, file: str, call: str) -> None:
    source = f'{{% from "{file}" import {call.split("(", maxsplit=1)[0]} %}}{{{{ {call} }}}}'
    assert "<script" not in templates.from_string(source).render(n=NASTY)


@pytest.mark.parametrize("source", ["{{ adress }}", "{% if adress %}x{% endif %}", "{{ person.adress }}"])
def test_a_misspelt_name_is_an_error(templates: Environment, source: str) -> None:
    with pytest.raises(UndefinedError, match="adress"):
        templates.from_string(source).render(person=object())


def test_a_title_says_error_then_page_then_section(templates: Environment) -> None:
    source = '{% extends "ui/page.html" %}{% set page_title = "Child 1" %}{% set section = "Notification" %}'
    page = templates.from_string(source).render(errors=[{"text": "Enter a name", "href": "#name"}])
    assert "<title>Error: Child 1 – Notification – Second Question</title>" in page


def test_a_link_of_a_list_keeps_the_other_filters() -> None:
    query = QueryDict("area=a&area=b&page=3&sort=due")
    assert query_with(query, sort="-due", page=None) == "?area=a&area=b&sort=-due"


def test_each_error_of_a_form_links_to_its_field(templates: Environment) -> None:
    form = Invitation({"email": "nobody", "role": ""})
    source = '{% from "ui/components/form_field.html" import form_fields %}{{ form_fields(form) }}'
    page = templates.from_string(source).render(form=form)
    assert len(errors_of(form)) == 2
    assert all(f'id="{error["href"][1:]}"' in page and error["text"] in page for error in errors_of(form))
