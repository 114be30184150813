"""E-mail through GOV.UK Notify, up to the request that leaves the machine. Skipped where the extra is not installed."""

import json
from types import SimpleNamespace
from typing import Any

import pytest
from pytest_django import Settings

from second_question_web.home.alerts import alert
from second_question_web.home.models import Alert
from second_question_web.ui.mail import NotSent, send
from tests.sent import at_noon, sent_notification

requests = pytest.importorskip("requests", reason="the extra “notify” is not installed")
pytest.importorskip("django_gov_notify", reason="the extra “notify” is not installed")
pytestmark = pytest.mark.django_db

TEMPLATE = "43573f75-80e7-402f-b308-e5f1066fbd6f"
KEY = f"second_question-{TEMPLATE}-{TEMPLATE}"
TUESDAY = at_noon(2026, 11, 24)


@pytest.fixture
def posted(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What is posted to GOV.UK Notify."""
    settings.EMAIL_BACKEND = "django_gov_notify.backends.NotifyEmailBackend"
    settings.GOVUK_NOTIFY_API_KEY, settings.GOVUK_NOTIFY_PLAIN_EMAIL_TEMPLATE_ID = KEY, TEMPLATE
    taken: list[dict[str, Any]] = []

    def request(_session: object, method: str, url: str, **sent: Any) -> object:
        taken.append({"method": method, "url": url, **json.loads(sent["data"])})
        return SimpleNamespace(status_code=201, raise_for_status=lambda: None, json=lambda: {"id": "1"})

    monkeypatch.setattr(requests.Session, "request", request)
    return taken


def test_our_plain_emails_pass_through(posted: list[dict[str, Any]]) -> None:
    send("home/mail/alert.txt", "bea@example.org", name="Bea", subject="A date", overdue=[], ahead=[])
    (message,) = posted
    assert message["url"].endswith("/v2/notifications/email")
    assert (message["email_address"], message["template_id"]) == ("bea@example.org", TEMPLATE)
    assert message["personalisation"]["subject"] == "A date"
    assert message["personalisation"]["body"].startswith("Hello Bea,")


def test_what_the_service_refuses_is_not_sent(posted: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch) -> None:
    sent_notification(11)

    def refuse(*_args: object, **_facts: object) -> object:
        raise requests.ConnectionError

    monkeypatch.setattr(requests.Session, "request", refuse)
    with pytest.raises(NotSent):
        alert(now=TUESDAY)
    assert not Alert.objects.exists()
