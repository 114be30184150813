"""Where the sign-in library meets our people."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    """Accounts begin with an invitation, never with a sign-up page."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """No."""
        return False


class OpenIDConnectAdapter(DefaultSocialAccountAdapter):
    """Sign-in through an organisation finds an invited person by e-mail address; it makes no account."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: object) -> bool:
        """No."""
        return False


class SecondFactorAdapter(DefaultMFAAdapter):
    """The second factor."""
