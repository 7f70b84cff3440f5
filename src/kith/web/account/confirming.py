"""Confirming that it is you: any view can demand it, and the person lands where they were.

Put `@needs_confirming` on a view that takes something away or looks past a rule. Whoever signed in or confirmed at
most five minutes ago passes. Anybody else confirms first, with their second step where they have one and with their
password otherwise, and comes back: to the form with their words in it, never sent by itself, or to the page they were
on. `@needs_confirming_for_file` is for a view that answers with a download: the person lands on the page they
came from and the file follows. To ask without the decorator, use `recently_confirmed(request)`.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from allauth.account.forms import ReauthenticateForm as PasswordForm
from allauth.mfa.base.forms import ReauthenticateForm as CodeForm
from allauth.mfa.webauthn.forms import ReauthenticateWebAuthnForm as PasskeyForm
from allauth.mfa.webauthn.internal.auth import begin_authentication
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kith.web.account import events, keeping, second_steps, sessions
from kith.web.account.our_pages import without_rows
from kith.web.account.sign_in import one_try_of
from kith.web.account.single_sign_on import doors
from kith.web.notices import Notice, tell

View = TypeVar("View", bound=Callable[..., HttpResponseBase])
ERRAND, FILE = "confirming", "file_to_fetch"


def recently_confirmed(request: HttpRequest) -> bool:
    """Whether this person signed in or confirmed in the last minutes."""
    return sessions.is_confirmed(request, now=request.now)


def needs_confirming(view: View) -> View:
    """Demand it of whoever asks for this view; see above."""
    return _confirmed_before(view, gives_file=False)


def needs_confirming_for_file(view: View) -> View:
    """The same for a view that answers with a download."""
    return _confirmed_before(view, gives_file=True)


def _confirmed_before(view: View, *, gives_file: bool) -> View:
    @wraps(view)
    def confirmed(request: HttpRequest, *args: Any, **options: Any) -> HttpResponseBase:
        if recently_confirmed(request):
            return view(request, *args, **options)
        return _send_to_confirm(request, gives_file=gives_file)

    return cast(View, confirmed)


def _send_to_confirm(request: HttpRequest, *, gives_file: bool) -> HttpResponse:
    is_form = request.method == "POST"
    errand = {"to": request.get_full_path(), "file": "", "has_words": False}
    if is_form:
        errand["to"] = keeping.page_of(request)
        errand["has_words"] = keeping.keep(request, user_ref=request.actor.ref, now=request.now)
    elif gives_file:
        errand |= {"to": keeping.page_before(request) or reverse("today:home"), "file": request.get_full_path()}
    request.session[ERRAND] = errand
    return HttpResponseRedirect(reverse("account_confirm"))


@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest) -> HttpResponse:
    """One page: the second step where there is one, the password otherwise."""
    has_step = second_steps.has_second_step(request.user)
    form = (_step_form if has_step else _password_form)(request)
    if request.method == "POST" and _is_right(request, form, has_step=has_step):
        return _back(request)
    return render(request, "account/confirm.html", _context(request, form, has_step=has_step))


def _password_form(request: HttpRequest) -> Any:
    return PasswordForm(request.POST or None, user=request.user)


def _step_form(request: HttpRequest) -> Any:
    kind = PasskeyForm if "credential" in request.POST else CodeForm
    return kind(data=request.POST or None, user=request.user)


def _is_right(request: HttpRequest, form: Any, *, has_step: bool) -> bool:
    """Wrong passwords are counted where passwords are checked; wrong codes here."""
    place = one_try_of(request.user) if has_step else None
    if not form.is_valid():
        return False
    if place:
        form.save()
        place.give_back()
    return True


def _back(request: HttpRequest) -> HttpResponse:
    sessions.confirm(request, now=request.now)
    events.record(request, events.CONFIRMED)
    errand = request.session.pop(ERRAND, None) or {"to": reverse("today:home"), "file": "", "has_words": False}
    if errand["file"]:
        request.session[FILE] = errand["file"]
    if errand["has_words"]:
        tell(request, Notice("Thank you. Your words are back. Nothing is done until you press the button."))
    return HttpResponseRedirect(errand["to"])


def _context(request: HttpRequest, form: Any, *, has_step: bool) -> dict[str, Any]:
    user: Any = request.user
    has_passkey = has_step and second_steps.has_passkey(user)
    options = begin_authentication(user) if has_passkey else None
    errand = request.session.get(ERRAND, {})
    other_ways = [] if has_step or user.has_usable_password() else doors(errand.get("to", ""))
    shown = without_rows(CodeForm(user=user)) if isinstance(form, PasskeyForm) else without_rows(form)
    return {
        "form": shown,
        "passkey_failed": form.is_bound and isinstance(form, PasskeyForm),
        "has_step": has_step,
        "passkey_options": options,
        "has_password": user.has_usable_password(),
        "doors": other_ways,
        "has_words": errand.get("has_words", False),
        "back": reverse("today:home"),
    }
