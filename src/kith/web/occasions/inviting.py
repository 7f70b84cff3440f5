"""The list of those who are to be invited: whether each is safe to invite, and sending it once all are answered."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kith.apps.access.queries import NothingHere
from kith.apps.networks.queries import child_head
from kith.apps.occasions import queries, services
from kith.apps.occasions.projections import InvitationCard, InvitationSaid, InvitationsPage
from kith.web.children.fields import PlainText, one_of, version_field
from kith.web.children.saving import FORM, is_saved, saved, shown, undo_url, version_of
from kith.web.notices import Notice, tell
from kith.web.pressing import press


class SafetyForm(forms.Form):
    """Asked of everybody on the list, also of those of whom nobody would think it."""

    safety = one_of("Is it safe to invite them?")
    hurt = PlainText(
        label="Who could be hurt if they come, if they know of it, or if they learn an address?",
        limit="line",
        required=False,
        help_text="“Nobody that we know of. I asked Mum alone on Tuesday” is an answer.",
    )

    def __init__(self, data: Any = None, *, card: InvitationCard) -> None:
        super().__init__(data, initial={"safety": card.said.safety, "hurt": card.said.hurt})
        self.fields["safety"].choices = list(queries.invitation_answers().items())
        self.fields["version"] = version_field(card.version)

    def said(self) -> InvitationSaid:
        return InvitationSaid(safety=self.cleaned_data["safety"], hurt=self.cleaned_data["hurt"])


class SendForm(forms.Form):
    """Who invites them: Kith sends nothing by itself."""

    invited_by = PlainText(label="Who invites them?", error_messages={"required": "Say who invites them."})


@require_http_methods(FORM)
def invitations(request: HttpRequest, child_ref: str, occasion_ref: str) -> HttpResponse:
    page = queries.invitations_page(request.actor, child_ref, occasion_ref, now=request.now)
    form, sent = SendForm(request.POST or None, initial={"invited_by": request.actor.name}), []

    def deed() -> None:
        sent.append(
            services.send_invitations(
                by=request.actor,
                child_ref=child_ref,
                occasion_ref=occasion_ref,
                invited_by=form.cleaned_data["invited_by"],
                now=request.now,
            )
        )

    if request.method == "POST":
        if not page.may_keep:
            raise NothingHere
        if is_saved(form, deed):
            tell(request, Notice(f"{sent[0]} invited. It stands in the ledger with today’s date."))
            return _to_list(child_ref, occasion_ref)
    child = child_head(request.actor, child_ref, now=request.now)
    return shown(request, "occasions/invitations.html", form, {"child": child, "page": page})


@require_http_methods(FORM)
def answer(request: HttpRequest, child_ref: str, occasion_ref: str, invitation_ref: str) -> HttpResponse:
    page, card = _card(request, child_ref, occasion_ref, invitation_ref)

    def deed(form: SafetyForm) -> None:
        services.answer_invitation(
            by=request.actor,
            child_ref=child_ref,
            occasion_ref=occasion_ref,
            invitation_ref=invitation_ref,
            said=form.said(),
            expected_version=form.cleaned_data["version"],
            now=request.now,
        )

    form, is_done = saved(request, lambda data: SafetyForm(data, card=card), deed, newer={"version": card.version})
    if is_done:
        tell(request, Notice(f"Recorded for {card.name}."))
        return _to_list(child_ref, occasion_ref)
    child = child_head(request.actor, child_ref, now=request.now)
    return shown(request, "occasions/invitation.html", form, {"child": child, "page": page, "invited": card})


@require_POST
def take_off(request: HttpRequest, child_ref: str, occasion_ref: str, invitation_ref: str) -> HttpResponse:
    undo = undo_url(
        "occasions:put_back_on_list", child_ref, occasion_ref, invitation_ref, version=version_of(request) + 1
    )
    says = Notice("Taken off the list.", undo, "Undo: taken off")
    return _pressed(request, services.take_off_list, child_ref, occasion_ref, invitation_ref, says)


@require_POST
def put_back(request: HttpRequest, child_ref: str, occasion_ref: str, invitation_ref: str) -> HttpResponse:
    says = Notice("Back on the list.")
    return _pressed(request, services.put_back_on_list, child_ref, occasion_ref, invitation_ref, says)


def _pressed(
    request: HttpRequest, deed: Any, child_ref: str, occasion_ref: str, invitation_ref: str, says: Notice
) -> HttpResponse:
    def press_it() -> None:
        deed(
            by=request.actor,
            child_ref=child_ref,
            occasion_ref=occasion_ref,
            invitation_ref=invitation_ref,
            expected_version=version_of(request),
            now=request.now,
        )

    press(request, press_it, says=says)
    return _to_list(child_ref, occasion_ref)


def _card(
    request: HttpRequest, child_ref: str, occasion_ref: str, invitation_ref: str
) -> tuple[InvitationsPage, InvitationCard]:
    page = queries.invitations_page(request.actor, child_ref, occasion_ref, now=request.now)
    card = next((one for one in page.invitations if one.ref == invitation_ref and not one.is_sent), None)
    if card is None or not page.may_keep:
        raise NothingHere
    return page, card


def _to_list(child_ref: str, occasion_ref: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("occasions:invitations", args=[child_ref, occasion_ref]))
