"""Signing in with a password, and out."""

from typing import Any

from allauth.account.views import AccountInactiveView, LoginView, LogoutView
from django.conf import settings

from second_question_web.people.forms.sign_in import SignInForm
from second_question_web.people.views.demo import listed_by_role
from second_question_web.people.views.parts import WithProblems
from second_question_web.ui.gate import public


class SignIn(WithProblems, LoginView):
    """E-mail address and password; the organisations whose sign-in can be used; in a demonstration, its people."""

    template_name = "people/sign_in.html"
    form_class = SignInForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the other ways in."""
        ways = {
            "services": settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"],
            "demo_people": listed_by_role() if settings.DEMO else [],
        }
        return super().get_context_data(**kwargs) | ways


class SignOut(LogoutView):
    """Asks by GET, signs out by POST."""

    template_name = "people/sign_out.html"
    http_method_names = ["get", "head", "post"]


sign_in = public(SignIn.as_view())
sign_out = public(SignOut.as_view())
not_open = public(AccountInactiveView.as_view(template_name="people/not_open.html", http_method_names=["get", "head"]))
