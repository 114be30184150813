"""The gate: every page says who may open it, and a page that says nothing refuses everybody (house rule 6).

A view is declared with one of the decorators below. The middleware looks for the declaration before the view runs, so
that neither a new page nor a library's own page is open by mistake.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar, cast

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from second_question.rules.access import Permission

View = Callable[..., HttpResponseBase]
ViewType = TypeVar("ViewType", bound=View)


class Holder(Protocol):
    """Whoever asks: signed in or not, and holding permissions or not."""

    @property
    def is_authenticated(self) -> bool:
        """Whether somebody is signed in."""

    def may(self, permission: Permission) -> bool:
        """Whether a live grant gives this permission anywhere."""

    def lacks_second_factor(self) -> bool:
        """Whether this person must still set up a second factor before anything else."""


class Guest(Protocol):
    """Somebody without an account who came by a link."""

    def may(self, permission: Permission) -> bool:
        """Whether the link gives this permission for what it is about."""


@dataclass(frozen=True)
class Declaration:
    """What a view asks of the person: any of `permissions`; none listed means any signed-in person; or `public`.

    With `invited`, a guest who came by a link and holds one of the permissions may come in too.
    """

    permissions: tuple[Permission, ...] = ()
    public: bool = False
    invited: bool = False
    without_second_factor: bool = False


def requires(*permissions: Permission) -> Callable[[ViewType], ViewType]:
    """The page is for people who hold at least one of these permissions somewhere; queries narrow it to where."""
    if not permissions:
        raise ValueError("name at least one permission, or use signed_in")
    return _declare(Declaration(permissions))


def requires_or_invited(*permissions: Permission) -> Callable[[ViewType], ViewType]:
    """As `requires`, and for guests: people without an account who came by a link that was sent to them, and who gave the
    code that went to the same mailbox. Queries narrow it to what the link is for.
    """
    if not permissions:
        raise ValueError("name at least one permission")
    return _declare(Declaration(permissions, invited=True))


def signed_in(view: ViewType) -> ViewType:
    """The page is for everybody who is signed in."""
    return _declare(Declaration())(view)


def before_second_factor(view: ViewType) -> ViewType:
    """The page is for everybody who is signed in, also before the second factor is set up."""
    return _declare(Declaration(without_second_factor=True))(view)


def public(view: ViewType) -> ViewType:
    """The page is for everybody."""
    return _declare(Declaration(public=True))(view)


def declaration_of(view: object) -> Declaration | None:
    """What a view declared, or None."""
    return cast("Declaration | None", getattr(view, "gate", None))


def guests_in(request: HttpRequest) -> Sequence[Guest]:
    """The guests whom this browser has let in by their links; mostly none, and several when one person has several links.

    A middleware of the app that sends the links puts them there.
    """
    return cast("Sequence[Guest]", getattr(request, "guests", ()))


def _declare(declaration: Declaration) -> Callable[[ViewType], ViewType]:
    def decorate(view: ViewType) -> ViewType:
        view.gate = declaration  # type: ignore[attr-defined]  # functions take attributes; the type system does not know
        return view

    return decorate


class refuse_undeclared:  # noqa: N801  (a middleware is named as a function in settings)
    """Lets a request through to a view only when the view's declaration allows the person."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: View, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        """None to go on, a redirect to sign in or to set up the second factor; otherwise refuses."""
        declaration = declaration_of(view)
        if declaration is None:
            raise PermissionDenied("this page declares no permission")
        if declaration.public:
            return None
        person = cast(Holder, request.user)
        if declaration.invited and _has_guest(request, declaration.permissions):
            return None
        if not person.is_authenticated:
            return redirect_to_login(request.get_full_path(), settings.LOGIN_URL)
        if person.lacks_second_factor() and not declaration.without_second_factor:
            return redirect("mfa_activate_totp")
        if declaration.permissions and not any(person.may(permission) for permission in declaration.permissions):
            raise PermissionDenied(f"needs {' or '.join(declaration.permissions)}")
        return None


def _has_guest(request: HttpRequest, permissions: Sequence[Permission]) -> bool:
    return any(guest.may(permission) for guest in guests_in(request) for permission in permissions)
