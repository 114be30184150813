"""Nothing of the sign-in library shows but what we chose."""

from collections.abc import Iterator

import pytest
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse


def views(patterns: list[URLPattern | URLResolver]) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from views(pattern.url_patterns)
        else:
            view = pattern.callback
            yield getattr(view, "view_class", view).__module__


def test_only_two_of_the_librarys_views_are_shown_as_they_are() -> None:
    """Both show one sentence of ours and take nothing: the account is not open; the link is on its way."""
    found = [module for module in views(get_resolver().url_patterns) if module.startswith("allauth")]
    assert found == ["allauth.account.views"] * 2


@pytest.mark.parametrize("name", ["account_signup", "account_email", "socialaccount_connections", "mfa_index"])
def test_its_other_addresses_do_not_exist(name: str) -> None:
    with pytest.raises(NoReverseMatch):
        reverse(name)


@pytest.mark.parametrize("name", ["account/login.html", "account/signup_closed.html", "mfa/index.html"])
def test_its_own_templates_cannot_be_found(name: str) -> None:
    with pytest.raises(TemplateDoesNotExist):
        get_template(name)
