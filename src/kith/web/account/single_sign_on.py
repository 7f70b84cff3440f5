"""Signing in with the county's own system, by OpenID Connect or SAML. It opens the door; it never makes anybody."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from kith.apps.access.queries import day_of
from kith.apps.agencies.queries import actor_by_email
from kith.web.account.adapter import not_let_in, refuse_now

ROUTES = {
    "openid_connect": ("openid_connect_login", {"provider_id": "county"}),
    "saml": ("saml_login", {"organization_slug": "county"}),
}


@dataclass(frozen=True, slots=True)
class Door:
    """A way in besides the password: what the button says and where it leads."""

    says: str
    url: str


def doors(next_url: str = "") -> list[Door]:
    """The ways in that this installation has been set up with."""
    query = f"?{urlencode({'next': next_url})}" if next_url else ""
    return [
        Door(f"Sign in with {app['name']}", _address(kind) + query)
        for kind, provider in settings.SOCIALACCOUNT_PROVIDERS.items()
        for app in provider["APPS"]
    ]


def _address(kind: str) -> str:
    route, county = ROUTES[kind]
    return reverse(route, kwargs=county)


def told_nothing(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """An answer of the provider that cannot be believed gets the page that everybody gets."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **options: Any) -> HttpResponse:
        try:
            return view(request, *args, **options)
        except (PermissionDenied, KeyError, ValueError, SyntaxError):  # XML that is none is a SyntaxError to lxml
            return not_let_in(request)

    return guarded


class CountyDoor(DefaultSocialAccountAdapter):
    """Whoever the county's system vouches for enters as the active worker with that email address, or not at all."""

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        user = self._worker(request, sociallogin)
        if user is None or sociallogin.state.get("process") != "login":
            raise refuse_now(request)
        sociallogin.user = user

    def on_authentication_error(self, request: HttpRequest, *args: Any, **options: Any) -> None:
        raise refuse_now(request)

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False

    def authenticate_by_email(self, sociallogin: Any) -> None:
        """Looked up in `pre_social_login`: here the library would take the worker's password away."""

    def _worker(self, request: HttpRequest, sociallogin: Any) -> Any:
        for address in sociallogin.email_addresses:
            actor = actor_by_email(address.email, on=day_of(request.now))
            if address.verified and not actor.is_nobody:
                return ModelBackend().get_user(actor.id)
        return None
