"""Proving once more who one is, before something delicate: by password or by code."""

from typing import Any

from allauth.account.views import ReauthenticateView
from allauth.mfa.base import views as library
from django.http import HttpResponse

from second_question_web.people.actions import sessions
from second_question_web.people.forms import sign_in as forms
from second_question_web.people.views.parts import WithProblems
from second_question_web.ui.gate import before_second_factor, public

LOCKED_OUT = "too_many_login_attempts"


class EnterCode(WithProblems, library.AuthenticateView):
    """The second step of signing in: a code of the app, or a recovery code."""

    template_name = "people/enter_code.html"
    form_class = forms.CodeForm

    def form_invalid(self, form: Any) -> HttpResponse:
        """A wrong code goes into the trail."""
        _note_refusal(form, self.stage.login.user)
        response: HttpResponse = super().form_invalid(form)
        return response


class ConfirmPassword(WithProblems, ReauthenticateView):
    """The password once more."""

    template_name = "people/confirm_password.html"
    form_class = forms.ConfirmPasswordForm


class ConfirmCode(WithProblems, library.ReauthenticateView):
    """A code once more."""

    template_name = "people/confirm_code.html"
    form_class = forms.ConfirmCodeForm

    def form_invalid(self, form: Any) -> HttpResponse:
        """A wrong code goes into the trail."""
        _note_refusal(form, self.request.user)
        response: HttpResponse = super().form_invalid(form)
        return response


def _note_refusal(form: Any, person: Any) -> None:
    why = "locked out after too many wrong codes" if form.has_error("code", LOCKED_OUT) else "wrong code"
    sessions.sign_in_refused(address=person.email, why=why, by=person)


enter_code = public(EnterCode.as_view())
confirm_password = before_second_factor(ConfirmPassword.as_view())
confirm_code = before_second_factor(ConfirmCode.as_view())
