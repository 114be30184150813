"""Sending e-mail from a plain text template. The first line of a template is the subject: "Subject: …".

An e-mail tells nothing about a case but its number: it travels and is kept where nobody here can see it.
"""

import logging
from collections.abc import Mapping
from typing import cast

from django.conf import settings
from django.core.mail import EmailMessage
from django.template import engines
from django.template.backends.jinja2 import Jinja2

_log = logging.getLogger(__name__)
_SUBJECT = "Subject: "


class NotSent(Exception):
    """The mail server did not take the e-mail."""

    def __init__(self) -> None:
        super().__init__("The email could not be sent, so nothing was changed. Try again in a few minutes.")


def send(template: str, to: str, **facts: object) -> None:
    """Sends the e-mail that the template gives with these facts; `address` is the address of this installation.

    Raises:
        NotSent: the mail server did not take it.
    """
    send_with({}, template, to, **facts)


def send_with(headers: Mapping[str, str], template: str, to: str, **facts: object) -> None:
    """As `send`, with headers for the program that reads it.

    Raises:
        NotSent: the mail server did not take it.
    """
    subject, body = _written(template, facts)
    try:
        EmailMessage(subject, body, to=[to], headers=dict(headers)).send()
    except Exception as problem:  # every mail service has errors of its own, and none may reach the page
        _log.error("an email could not be sent: %s", type(problem).__name__)
        raise NotSent from problem


def try_to_send(template: str, to: str, **facts: object) -> None:
    """As `send`, for a notice that is useful but that nothing waits for: a failure is logged and no more."""
    try:
        send(template, to, **facts)
    except NotSent:
        _log.warning("a notice by email was left out")


def _written(template: str, facts: dict[str, object]) -> tuple[str, str]:
    # Plain text: an apostrophe stays an apostrophe.
    environment = cast("Jinja2", engines["jinja2"]).env.overlay(autoescape=False)
    text = environment.get_template(template).render(address=settings.ADDRESS, **facts)
    first, _, body = text.strip().partition("\n")
    if not first.startswith(_SUBJECT):
        raise ValueError(f"{template} must begin with a line “{_SUBJECT.strip()} …”")
    return first.removeprefix(_SUBJECT), body.strip() + "\n"
