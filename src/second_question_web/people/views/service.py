"""Signing in through an organisation's own sign-in service (OpenID Connect), where one is configured."""

from allauth.socialaccount.providers.openid_connect import views as library
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from second_question_web.ui.gate import public


@public
@require_POST
def go(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """Leads to the service. Only to sign in: the library's other purposes for this address are shut."""
    if request.user.is_authenticated:
        return redirect("home")
    if request.POST.keys() & {"process", "scope", "auth_params", "action"} or request.GET:
        raise PermissionDenied("only signing in is possible here")
    response: HttpResponse = library.login(request, provider_id)
    return response


@public
@require_safe
def come_back(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """Where the service sends people back to."""
    response: HttpResponse = library.callback(request, provider_id)
    return response


@public
@require_safe
def cancelled(request: HttpRequest) -> HttpResponseBase:
    """Somebody turned back at the service."""
    messages.info(request, "You did not sign in with your organisation.")
    return redirect("account_login")
