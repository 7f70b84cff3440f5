"""Kith's side of django-allauth: who may come in, how often they may try, and what is remembered when they do."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kith.web.account import events, keeping, sessions
from kith.web.limits import Place, take
from kith.web.notices import Notice, tell

NOT_RIGHT = "That email address or that password is not right."


def not_let_in(request: HttpRequest) -> HttpResponse:
    """One page for everybody who cannot be let in, whatever the reason."""
    return render(request, "account/not_let_in.html", status=422)


class ClosedDoor(DefaultAccountAdapter):
    """Nobody signs up: workers are entered by their agency."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": NOT_RIGHT,
        "incorrect_password": "That password is not right.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def add_message(self, *args: Any, **options: Any) -> None:
        """Kith says what was done in its own notice."""

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Any:
        """A right password gives its try back; somebody who left is told what a wrong password is told."""
        places = tries_of(self.get_client_ip(request), credentials.get("email", ""))
        user = super().authenticate(request, **credentials)
        if user is None or not user.is_active:
            return None
        for place in places:
            place.give_back()
        return user

    def respond_user_inactive(self, request: HttpRequest, user: Any) -> HttpResponse:
        return not_let_in(request)

    def login(self, request: HttpRequest, user: Any) -> None:
        """The last step of every way in: a session with a new key, with words that waited for this person."""
        lock = request.session.pop(sessions.LOCKED, None)
        is_back = bool(lock) and lock["of"] == user.ref
        token = request.META.get("CSRF_COOKIE")
        has_words = keeping.settle(request, user_ref=user.ref)
        super().login(request, user)
        request.session.set_expiry(0)
        request.session.clear_expired()  # the worker does it too; words that were kept lie no longer than need be
        sessions.begin(request, now=request.now)
        if is_back and token:
            request.META["CSRF_COOKIE"] = token  # other open pages of the same person can still be sent
        if is_back and has_words:
            tell(request, Notice(f"{lock['says']} Your words are back. Nothing is saved until you press the button."))
        events.record(request, events.SIGNED_IN, user=user)

    def logout(self, request: HttpRequest) -> None:
        events.record(request, events.SIGNED_OUT)
        super().logout(request)


def tries_of(address: str, email: str) -> list[Place]:
    """One try of this address, of this account, and of the two together; who tried is not readable in them."""
    account = email.strip().casefold()
    return [
        take("sign_in", f"{account} {address}"),
        take("sign_in_account", account),
        take("sign_in_address", address),
    ]


def refuse_now(request: HttpRequest) -> ImmediateHttpResponse:
    """For hooks of the library that can only stop by raising."""
    return ImmediateHttpResponse(not_let_in(request))
