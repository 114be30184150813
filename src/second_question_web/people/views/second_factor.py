"""The second factor: setting it up, its recovery codes, another telephone, turning it off."""

import base64
from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as library
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse, reverse_lazy
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.generic.edit import FormView

from second_question_web.people.actions import sessions
from second_question_web.people.forms.sign_in import SetUpForm
from second_question_web.people.views.parts import WithProblems
from second_question_web.ui.gate import before_second_factor, signed_in

FOUR = 4


def in_fours(secret: str) -> str:
    """A secret as it is easily typed: ABCD EFGH …"""
    return " ".join(secret[start : start + FOUR] for start in range(0, len(secret), FOUR))


@method_decorator(never_cache, name="dispatch")
class SetUp(WithProblems, library.ActivateTOTPView):
    """A QR code and the same secret to type; the first code proves that the app has it."""

    template_name = "people/second_factor_set_up.html"
    form_class = SetUpForm
    what = "A second factor was set up"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the secret in groups of four."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"secret": in_fours(context["form"].secret)}

    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        """The second factor is set up."""
        response: HttpResponse = super().form_valid(form)
        sessions.second_factor_changed(by=self.request.user, on=True, what=self.what)
        return response

    def get_success_url(self) -> str:
        """The new recovery codes."""
        return reverse("mfa_view_recovery_codes")


class Replace(SetUp):
    """The same with another app or telephone: the old one works until the new one has proved itself."""

    template_name = "people/second_factor_replace.html"
    what = "The second factor was moved to another authenticator app"

    @method_decorator(reauthentication_required(app="allauth.mfa"))
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Past the library's own redirect, which knows of no replacing."""
        return FormView.dispatch(self, request, *args, **kwargs)

    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        """The new one takes the place of the old one."""
        Authenticator.objects.filter(user=self.request.user, type=Authenticator.Type.TOTP).delete()
        response = super().form_valid(form)
        messages.success(self.request, "Codes now come from the new app. The old one does not work any more.")
        return response

    def get_success_url(self) -> str:
        """The account page: the recovery codes stay as they were."""
        return reverse("account")


class TurnOff(WithProblems, library.DeactivateTOTPView):
    """Turned off where the installation does not ask for it."""

    template_name = "people/second_factor_turn_off.html"
    success_url = reverse_lazy("account")

    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        """The second factor is off."""
        response: HttpResponse = super().form_valid(form)
        sessions.second_factor_changed(by=self.request.user, on=False, what="The second factor was turned off")
        messages.success(self.request, "The second factor is off.")
        return response


@method_decorator(never_cache, name="dispatch")
class RecoveryCodes(WithProblems, codes.ViewRecoveryCodesView):
    """The codes, shown once, to print or to download."""

    template_name = "people/recovery_codes.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the same codes as a file: the address of the file is the file, so that they are not asked for twice."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        text = "Second Question: recovery codes\n\n" + "\n".join(context["unused_codes"]) + "\n"
        return context | {"file": "data:text/plain;base64," + base64.b64encode(text.encode()).decode()}


class NewRecoveryCodes(WithProblems, codes.GenerateRecoveryCodesView):
    """New codes in place of the old ones."""

    template_name = "people/recovery_codes_new.html"

    def form_valid(self, form: Any) -> HttpResponse:
        """The old codes stop working."""
        response: HttpResponse = super().form_valid(form)
        sessions.recovery_codes_made(by=self.request.user)
        return response


set_up = before_second_factor(SetUp.as_view())
replace = signed_in(Replace.as_view())
turn_off = signed_in(TurnOff.as_view())
recovery_codes = signed_in(RecoveryCodes.as_view())
new_recovery_codes = signed_in(NewRecoveryCodes.as_view())
