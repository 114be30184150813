"""The sign-in library's forms with our words for what is missing or wrong."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as second_factor
from allauth.mfa.totp import forms as totp

EMAIL = {
    "required": "Enter your email address",
    "invalid": "Enter an email address in the right form, such as name@example.gov.uk",
}
PASSWORD = {"required": "Enter your password"}
NEW_PASSWORD = {"required": "Enter a new password"}
AGAIN = {"required": "Enter the new password again"}
CODE = {"required": "Enter the code"}


class WithOurWords:
    """A form whose fields say, in `words`, what is wrong with them."""

    words: dict[str, dict[str, str]]
    fields: dict[str, Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, messages in self.words.items():
            self.fields[name].error_messages |= messages


class SignInForm(WithOurWords, account.LoginForm):
    """E-mail address and password."""

    words = {"login": EMAIL, "password": PASSWORD}


class AskForResetForm(WithOurWords, account.ResetPasswordForm):
    """The e-mail address to send a link to."""

    words = {"email": EMAIL}


class ResetForm(WithOurWords, account.ResetPasswordKeyForm):
    """A new password, twice."""

    words = {"password1": NEW_PASSWORD, "password2": AGAIN}


class ChangePasswordForm(WithOurWords, account.ChangePasswordForm):
    """The password and a new one, twice."""

    words = {"oldpassword": {"required": "Enter your current password"}, "password1": NEW_PASSWORD, "password2": AGAIN}


class SetPasswordForm(WithOurWords, account.SetPasswordForm):
    """A first password, twice, for whoever signs in through an organisation."""

    words = {"password1": NEW_PASSWORD, "password2": AGAIN}


class ConfirmPasswordForm(WithOurWords, account.ReauthenticateForm):
    """The password once more."""

    words = {"password": PASSWORD}


class CodeForm(WithOurWords, second_factor.AuthenticateForm):
    """A code of the authenticator app, or a recovery code."""

    words = {"code": CODE}


class ConfirmCodeForm(WithOurWords, second_factor.ReauthenticateForm):
    """A code once more."""

    words = {"code": CODE}


class SetUpForm(WithOurWords, totp.ActivateTOTPForm):
    """The first code, which shows that the app has the secret."""

    words = {"code": CODE}
