"""Where the sign-in library meets our people: its words, its e-mails and its rules in our terms."""

import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from second_question_web.people import kept
from second_question_web.people.actions import invitations, sessions
from second_question_web.people.middleware import BEGAN, PROVIDERS_SECOND_FACTOR, SEEN, times_of
from second_question_web.people.models import Person
from second_question_web.sealed.keys import seal, unseal
from second_question_web.trail.request_facts import current
from second_question_web.ui import mail

_HOW = "account_authentication_methods"  # where the library keeps, in the session, how somebody signed in
_CODE_STAGE = "allauth.mfa.stages.AuthenticateStage"

WORDS = {
    "email_password_mismatch": "The email address or the password is not right. Check both and try again.",
    "too_many_login_attempts": (
        "There were too many wrong attempts for this email address. Wait 15 minutes, then try again. "
        "You can also reset your password."
    ),
    "incorrect_code": "The code is not right. Codes change every 30 seconds: enter the one that is shown now.",
    "incorrect_password": "The password is not right.",
    "enter_current_password": "The current password is not right.",
    "invalid_password_reset": "This link does not work any more. Ask for a new one.",
    "rate_limited": "There were too many wrong attempts. Wait 15 minutes, then try again.",
}


class AccountAdapter(DefaultAccountAdapter):
    """Accounts begin with an invitation, never with a sign-up page."""

    error_messages = DefaultAccountAdapter.error_messages | WORDS

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """No."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """The address that the trail names, so that rate limits and trail speak of the same caller."""
        return current().address or str(request.META.get("REMOTE_ADDR", ""))

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Refuses after too many wrong attempts, and says so in the trail."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            sessions.sign_in_refused(address=credentials.get("email", ""), why="locked out after too many attempts")
            raise

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """A wrong address or password goes into the trail; which of the two it was, nobody is told."""
        sessions.sign_in_refused(address=credentials.get("email", ""), why="wrong email address or password")

    def reauthenticate(self, user: Person, password: str) -> bool:
        """Whether the password is the person's own, with the same lock-out as at sign-in."""
        found = self.authenticate(self.request, email=user.email, password=password)
        return found is not None and found.pk == user.pk

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Not within the first minutes of a session: whoever has just signed in need not prove it twice."""
        began, _ = times_of(self.request, timezone.now())
        age = (timezone.now() - began).total_seconds()
        fresh = age <= settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
        return not fresh and bool(super().is_reauthentication_required(app=app))

    def forget_attempts(self, person: Person) -> None:
        """Lifts the lock-out of an address whose owner has just proved to read its e-mail."""
        self._delete_login_attempts_cached_email(self.request, email=person.email)

    def get_login_stages(self) -> list[str]:
        """Without the code where the sign-in service has vouched for a second factor of its own."""
        stages = super().get_login_stages()
        vouched = getattr(self.request, PROVIDERS_SECOND_FACTOR, False)
        return [stage for stage in stages if not (vouched and stage == _CODE_STAGE)]

    def login(self, request: HttpRequest, user: Person) -> None:
        """Begins the session."""
        super().login(request, user)
        request.session[BEGAN] = request.session[SEEN] = int(time.time())
        request.session[PROVIDERS_SECOND_FACTOR] = getattr(request, PROVIDERS_SECOND_FACTOR, False)
        sessions.signed_in(by=user, how=[step["method"] for step in request.session.get(_HOW, [])])

    def post_login(self, request: HttpRequest, user: Person, *, redirect_url: str | None, **facts: Any) -> Any:
        """Onwards; first to the form that was sent when the session before this one had just ended."""
        if kept.kept_form(request.session, user):
            redirect_url = reverse("go_on")
        return super().post_login(request, user, redirect_url=redirect_url, **facts)

    def logout(self, request: HttpRequest) -> None:
        """Ends the session."""
        if isinstance(request.user, Person):
            sessions.signed_out(by=request.user, why="signed out")
        super().logout(request)

    def respond_user_inactive(self, request: HttpRequest, user: Person) -> Any:
        """The password was right, the account is not open."""
        sessions.sign_in_refused(address=user.email, why=f"the account is not open: {user.get_state_display()}")
        return super().respond_user_inactive(request, user)

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Nothing: our own pages say what was done."""

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Nothing: our own actions write to people."""

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """The one e-mail that the library sends: the link to set a new password."""
        if template_prefix == "account/email/password_reset_key":
            mail.try_to_send("people/mail/password_reset.txt", email, link=context["password_reset_url"])


class OpenIDConnectAdapter(DefaultSocialAccountAdapter):
    """Sign-in through an organisation finds an invited or active person by verified e-mail address; it makes nobody.

    Nothing about the service's own account is kept, so that the e-mail address alone decides, each time anew.
    """

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """No."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Finds the person, or says that there is none."""
        verified = [address.email for address in sociallogin.email_addresses if address.verified is True]
        person = Person.objects.filter(email__in=[email.lower() for email in verified]).first()
        if person and person.state == Person.State.INVITED:
            invitations.accept_through_service(person=person, now=timezone.now())
        if not person or not person.is_active:
            raise ImmediateHttpResponse(self._refusal(request, sociallogin))
        setattr(request, PROVIDERS_SECOND_FACTOR, settings.OIDC_TRUSTS_SECOND_FACTOR)
        sociallogin.user = person

    def _refusal(self, request: HttpRequest, sociallogin: Any) -> Any:
        given = next((address.email for address in sociallogin.email_addresses), "")
        sessions.sign_in_refused(address=given, why="no open account for what the sign-in service says")
        return render(request, "people/not_known.html", status=403)


class SecondFactorAdapter(DefaultMFAAdapter):
    """The second factor. Its secrets are encrypted at rest with the same keys as direct identifiers."""

    error_messages = DefaultMFAAdapter.error_messages | {"incorrect_code": WORDS["incorrect_code"]}

    def encrypt(self, text: str) -> str:
        """As the database keeps it."""
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        """As the program uses it."""
        return unseal(encrypted_text)

    def can_delete_authenticator(self, authenticator: Any) -> bool:
        """Only where the installation does not ask for a second factor."""
        return not settings.SECOND_FACTOR_REQUIRED
