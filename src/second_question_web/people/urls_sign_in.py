"""The addresses around signing in. The names are those that the sign-in library looks up; only these of its pages exist."""

from django.urls import path, register_converter

from second_question_web.people.views import confirm, demo, password, second_factor, service, sign_in


class PersonInAddress:
    """A person's key as the sign-in library writes it: in base 36."""

    regex = "[0-9A-Za-z]+"

    def to_python(self, value: str) -> str:
        """As it is."""
        return value

    to_url = to_python


register_converter(PersonInAddress, "person")

urlpatterns = [
    path("sign-in/", sign_in.sign_in, name="account_login"),
    path("sign-in/code/", confirm.enter_code, name="mfa_authenticate"),
    path("sign-in/not-open/", sign_in.not_open, name="account_inactive"),
    path("sign-in/as/<int:key>/", demo.demo_sign_in, name="demo_sign_in"),
    path("sign-in/with/<slug:provider_id>/", service.go, name="openid_connect_login"),
    path("sign-in/with/<slug:provider_id>/return/", service.come_back, name="openid_connect_callback"),
    path("sign-in/cancelled/", service.cancelled, name="socialaccount_login_cancelled"),
    path("sign-out/", sign_in.sign_out, name="account_logout"),
    path("password/forgotten/", password.ask_for_reset, name="account_reset_password"),
    path("password/forgotten/sent/", password.reset_asked, name="account_reset_password_done"),
    path("password/new/<person:uidb36>-<path:key>/", password.reset, name="account_reset_password_from_key"),
    path("account/password/", password.change_password, name="account_change_password"),
    path("account/password/set/", password.set_password, name="account_set_password"),
    path("account/confirm/password/", confirm.confirm_password, name="account_reauthenticate"),
    path("account/confirm/code/", confirm.confirm_code, name="mfa_reauthenticate"),
    path("account/second-factor/", second_factor.set_up, name="mfa_activate_totp"),
    path("account/second-factor/another/", second_factor.replace, name="second_factor_replace"),
    path("account/second-factor/off/", second_factor.turn_off, name="mfa_deactivate_totp"),
    path("account/recovery-codes/", second_factor.recovery_codes, name="mfa_view_recovery_codes"),
    path("account/recovery-codes/new/", second_factor.new_recovery_codes, name="mfa_generate_recovery_codes"),
]
