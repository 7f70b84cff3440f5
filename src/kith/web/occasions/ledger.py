"""The ledger of a child: all of it, and one occasion with what the child says to it."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kith.apps.networks.queries import child_head
from kith.apps.occasions import queries, services
from kith.web.children.saving import FORM, is_saved, saved, shown, undo_url, version_of
from kith.web.chronologies.known import OCCASION, offered_after
from kith.web.notices import Notice, tell
from kith.web.occasions.forms import ChildForm, OccasionForm
from kith.web.pressing import press

LEAD = "Something of which the family is told, or to which somebody is invited. Who was, stands in its ledger."


@require_safe
def loop(request: HttpRequest, child_ref: str) -> HttpResponse:
    page = queries.loop_page(request.actor, child_ref, now=request.now)
    child = child_head(request.actor, child_ref, now=request.now)
    return render(request, "occasions/loop.html", {"child": child, "page": page})


@require_http_methods(FORM)
def add(request: HttpRequest, child_ref: str) -> HttpResponse:
    queries.occasion_form(request.actor, child_ref, now=request.now)
    form, kept = OccasionForm(request.POST or None), []

    def deed() -> None:
        kept.append(services.keep_occasion(by=request.actor, child_ref=child_ref, said=form.said(), now=request.now))

    if request.method == "POST" and is_saved(form, deed):
        undo = undo_url("occasions:take_out", child_ref, kept[0], version=1)
        done = Notice("Recorded. Now say who was told or invited.", undo, "Undo: recorded")
        tell(request, offered_after(request, child_ref, f"{OCCASION}:{kept[0]}", done))
        return to_occasion(child_ref, kept[0])
    return _form(request, child_ref, form, "What happened, or is planned", "Record it")


@require_http_methods(FORM)
def change(request: HttpRequest, child_ref: str, occasion_ref: str) -> HttpResponse:
    card = queries.occasion_form(request.actor, child_ref, occasion_ref, now=request.now)
    version, said = (card.version, queries.said_of(card)) if card else (0, None)

    def deed(form: OccasionForm) -> None:
        services.keep_occasion(
            by=request.actor,
            child_ref=child_ref,
            said=form.said(),
            occasion_ref=occasion_ref,
            expected_version=form.cleaned_data["version"],
            now=request.now,
        )

    form, is_done = saved(
        request,
        lambda data: OccasionForm(data, said=said, version=version),
        deed,
        newer={"version": version},
    )
    if is_done:
        tell(request, Notice("Changed."))
        return to_occasion(child_ref, occasion_ref)
    return _form(request, child_ref, form, "Change it", "Save", occasion_ref)


def _form(
    request: HttpRequest, child_ref: str, form: OccasionForm, heading: str, act: str, occasion_ref: str = ""
) -> HttpResponse:
    child = child_head(request.actor, child_ref, now=request.now)
    back = reverse("occasions:occasion", args=[child_ref, occasion_ref]) if occasion_ref else loop_url(child_ref)
    context = {"child": child, "heading": heading, "lead": LEAD, "act": act, "back": back}
    return shown(request, "occasions/form.html", form, context | {"first": ("kind", "on", "words", "plain")})


@require_http_methods(FORM)
def occasion(request: HttpRequest, child_ref: str, occasion_ref: str) -> HttpResponse:
    """The ledger of one occasion; what is sent is what the child says to it."""
    page = queries.occasion_page(request.actor, child_ref, occasion_ref, now=request.now)
    form = ChildForm(request.POST or None)

    def deed() -> None:
        services.ask_child(
            by=request.actor, child_ref=child_ref, occasion_ref=occasion_ref, said=form.said(), now=request.now
        )

    if request.method == "POST" and is_saved(form, deed):
        tell(request, Notice("Recorded. What was said before stays below it."))
        return to_occasion(child_ref, occasion_ref)
    child = child_head(request.actor, child_ref, now=request.now)
    return shown(request, "occasions/occasion.html", form, {"child": child, "page": page})


@require_POST
def take_out(request: HttpRequest, child_ref: str, occasion_ref: str) -> HttpResponse:
    version = version_of(request)
    services.take_out_occasion(
        by=request.actor, child_ref=child_ref, occasion_ref=occasion_ref, expected_version=version, now=request.now
    )
    undo = undo_url("occasions:put_back", child_ref, occasion_ref, version=version + 1)
    tell(request, Notice("Taken out. It stays, struck through.", undo, "Undo: taken out"))
    return HttpResponseRedirect(loop_url(child_ref))


@require_POST
def put_back(request: HttpRequest, child_ref: str, occasion_ref: str) -> HttpResponse:
    version = version_of(request)

    def deed() -> None:
        services.put_back_occasion(
            by=request.actor,
            child_ref=child_ref,
            occasion_ref=occasion_ref,
            expected_version=version,
            now=request.now,
        )

    press(request, deed, says="Put back.")
    return to_occasion(child_ref, occasion_ref)


def loop_url(child_ref: str) -> str:
    return reverse("occasions:loop", args=[child_ref])


def to_occasion(child_ref: str, occasion_ref: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("occasions:occasion", args=[child_ref, occasion_ref]))
