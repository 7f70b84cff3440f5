"""My sign-in: a person's own second steps, their spare codes, and the places where they are signed in."""

from typing import Any

from allauth.mfa.base.internal.flows import delete_and_cleanup
from allauth.mfa.recovery_codes.internal.flows import generate_recovery_codes, view_recovery_codes
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView
from allauth.usersessions.internal.flows.sessions import end_other_sessions
from allauth.usersessions.models import UserSession
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST, require_safe

from kith.web.account import events, second_steps
from kith.web.account.confirming import needs_confirming
from kith.web.account.devices import device
from kith.web.account.our_pages import OurPage
from kith.web.account.sign_in import ASKED_BY, one_try_of
from kith.web.notices import Notice, tell
from kith.web.sent import posted


@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    steps = second_steps.steps_of(request.user)
    here = request.session.session_key
    devices = [
        device(row.user_agent, since=row.created_at, is_this_one=row.session_key == here)
        for row in UserSession.objects.purge_and_list(request.user)
    ]
    context = {
        "steps": steps,
        "must_add": second_steps.is_demanded() and not steps.has_one,
        "devices": sorted(devices, key=lambda one: (not one.is_this_one, one.since)),
    }
    return render(request, "account/mine.html", context)


class Added:
    """After a second step was added: it is on record, and the spare codes come next where they are new."""

    request: HttpRequest
    kind = ""

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)  # type: ignore[misc]
        events.record(self.request, events.STEP_ADDED, kind=self.kind)
        tell(self.request, Notice("Your second step is added."))
        return response

    def get_success_url(self) -> str:
        has_new_codes = self.did_generate_recovery_codes
        return reverse("account_codes" if has_new_codes else "account_mine")


@method_decorator(needs_confirming, name="dispatch")
class AddApp(OurPage, Added, ActivateTOTPView):
    """A picture to scan, and one code to show that it worked."""

    template_name = "account/add_app.html"
    http_method_names = ASKED_BY
    kind = "app"

    def dispatch(self, request: HttpRequest, *args: Any, **options: Any) -> Any:
        if second_steps.app_row(request.user):
            return HttpResponseRedirect(reverse("account_mine"))
        return super().dispatch(request, *args, **options)

    def post(self, request: HttpRequest, *args: Any, **options: Any) -> Any:
        place = one_try_of(request.user)
        form = self.get_form()
        if not form.is_valid():
            return self.form_invalid(form)
        place.give_back()
        return self.form_valid(form)

    def get_context_data(self, **given: Any) -> dict[str, Any]:
        context = super().get_context_data(**given)
        secret = context["form"].secret
        return context | {"secret_in_groups": " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))}


@method_decorator(needs_confirming, name="dispatch")
class AddPasskey(OurPage, Added, AddWebAuthnView):
    """The browser makes the passkey; it is asked to make one that can be found without an email address."""

    template_name = "account/add_passkey.html"
    http_method_names = ASKED_BY
    kind = "passkey"

    def get_context_data(self, **given: Any) -> dict[str, Any]:
        context = super().get_context_data(**given)
        options = context.pop("js_data")["creation_options"]
        wanted = {"residentKey": "preferred", "userVerification": "preferred"}
        options["publicKey"] = options["publicKey"] | {"authenticatorSelection": wanted}
        return context | {"passkey_options": options}


@require_POST
@needs_confirming
def remove_app(request: HttpRequest) -> HttpResponse:
    return _remove(request, second_steps.app_row(request.user), kind="app")


@require_POST
@needs_confirming
def remove_passkey(request: HttpRequest) -> HttpResponse:
    return _remove(request, second_steps.passkey_row(request.user, posted(request, "passkey")), kind="passkey")


def _remove(request: HttpRequest, row: Any, *, kind: str) -> HttpResponse:
    if row is not None:
        delete_and_cleanup(request, row)
        events.record(request, events.STEP_REMOVED, kind=kind)
        tell(request, Notice("Taken out. It no longer signs you in."))
    return _to_mine()


@require_safe
@needs_confirming
def codes(request: HttpRequest) -> HttpResponse:
    """Spare codes are shown once, when they are new."""
    held, may_see = view_recovery_codes(request)
    if held is None or not may_see:
        return _to_mine()
    return render(request, "account/codes.html", {"codes": held.get_unused_codes()})


@require_POST
@needs_confirming
def new_codes(request: HttpRequest) -> HttpResponse:
    """The old ones stop working."""
    if not second_steps.has_second_step(request.user):
        return _to_mine()
    generate_recovery_codes(request)
    events.record(request, events.CODES_MADE)
    return HttpResponseRedirect(reverse("account_codes"))


@require_POST
def end_others(request: HttpRequest) -> HttpResponse:
    end_other_sessions(request, request.user)
    events.record(request, events.OTHERS_ENDED)
    tell(request, Notice("You are signed out everywhere but here."))
    return _to_mine()


def _to_mine() -> HttpResponse:
    return HttpResponseRedirect(reverse("account_mine"))
