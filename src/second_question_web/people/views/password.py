"""A forgotten password, and another one."""

from typing import Any

from allauth.account import views as library
from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse_lazy

from second_question_web.people.actions import sessions
from second_question_web.people.forms import sign_in as forms
from second_question_web.people.views.parts import WithProblems
from second_question_web.ui.gate import public, signed_in


class AskForReset(WithProblems, library.PasswordResetView):
    """Sends a link to an open account; says the same whether there is one or not."""

    template_name = "people/password_reset.html"
    form_class = forms.AskForResetForm


class Reset(WithProblems, library.PasswordResetFromKeyView):
    """Behind the link: a new password, which also lifts the lock-out."""

    template_name = "people/password_reset_from_link.html"
    form_class = forms.ResetForm
    success_url = reverse_lazy("account_login")

    def form_valid(self, form: Any) -> HttpResponse:
        """The new password is set."""
        response: HttpResponse = super().form_valid(form)
        get_adapter().forget_attempts(self.reset_user)
        sessions.password_changed(by=self.reset_user, how="reset")
        messages.success(self.request, "Your new password is set. Sign in with it.")
        return response


class ChangePassword(WithProblems, library.PasswordChangeView):
    """Another password. Every other session of the person ends."""

    template_name = "people/password_change.html"
    form_class = forms.ChangePasswordForm
    success_url = reverse_lazy("account")

    def form_valid(self, form: Any) -> HttpResponse:
        """The new password is set."""
        response: HttpResponse = super().form_valid(form)
        sessions.password_changed(by=self.request.user, how="changed")
        messages.success(self.request, "Your password is changed. You are signed out everywhere else.")
        return response


class SetPassword(WithProblems, library.PasswordSetView):
    """A first password, for whoever came through an organisation's sign-in."""

    template_name = "people/password_set.html"
    form_class = forms.SetPasswordForm
    success_url = reverse_lazy("account")

    def form_valid(self, form: Any) -> HttpResponse:
        """The password is set."""
        response: HttpResponse = super().form_valid(form)
        sessions.password_changed(by=self.request.user, how="set")
        messages.success(self.request, "Your password is set.")
        return response


ask_for_reset = public(AskForReset.as_view())
reset_asked = public(library.PasswordResetDoneView.as_view(template_name="people/password_reset_asked.html"))
reset = public(Reset.as_view())
change_password = signed_in(ChangePassword.as_view())
set_password = signed_in(SetPassword.as_view())
