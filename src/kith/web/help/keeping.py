"""Keeping the numbers: see them, change one, say that it was checked, take it out; every act can be undone."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kith.apps.access.queries import NothingHere
from kith.apps.helplines import services
from kith.apps.helplines.projections import KeptNumber
from kith.apps.helplines.queries import days_until_due, kept_numbers
from kith.web.children.saving import FORM, saved, undo_url, version_of
from kith.web.help.forms import NumberForm, as_first_shown
from kith.web.notices import Notice, tell
from kith.web.pressing import press

TITLES = {
    "danger": "In danger now",
    "crisis": "In crisis in my mind",
    "tonight": "Somebody to ring tonight",
    "out_of_hours_workers": "The out-of-hours team",
}
EVERYBODY, WORKERS = "Everybody, signed in or not", "Workers"


@require_safe
def numbers(request: HttpRequest) -> HttpResponse:
    kept = kept_numbers(request.actor, now=request.now)
    return render(request, "help/numbers.html", {"numbers": [_card(each) for each in kept], "days": days_until_due()})


@require_http_methods(FORM)
def change_number(request: HttpRequest, place: str) -> HttpResponse:
    kept = _kept(request, place)
    form, is_done = saved(
        request,
        lambda data: NumberForm(data, initial=as_first_shown(kept)),
        lambda form: _set(request, place, form),
        newer={"version": kept.version},
    )
    if is_done:
        tell(request, _done(place, "Saved.", "number changed", before=version_of(request)))
        return _to_numbers()
    status = 422 if form.is_bound else 200
    return render(request, "help/number_form.html", {"heading": TITLES[place], "form": form}, status=status)


@require_POST
def check_number(request: HttpRequest, place: str) -> HttpResponse:
    return _press(request, services.check_number, place, "Checked today.", "checked today")


@require_POST
def take_out_number(request: HttpRequest, place: str) -> HttpResponse:
    return _press(request, services.take_out_number, place, "Taken out. The national number stands.", "taken out")


@require_POST
def put_back_number(request: HttpRequest, place: str, earlier: int) -> HttpResponse:
    return _press(request, services.put_back_number, place, "It is as it was before.", "", version=earlier)


def _press(
    request: HttpRequest, deed: Callable[..., None], place: str, says: str, undo: str, **said: Any
) -> HttpResponse:
    """Against the version the page showed."""
    version = version_of(request)
    press(
        request,
        lambda: deed(by=request.actor, place=place, expected_version=version, now=request.now, **said),
        says=_done(place, says, undo, before=version),
    )
    return _to_numbers()


def _set(request: HttpRequest, place: str, form: NumberForm) -> None:
    services.set_number(
        by=request.actor,
        place=place,
        number=form.number(),
        expected_version=form.cleaned_data["version"],
        now=request.now,
    )


def _done(place: str, says: str, undo: str, *, before: int) -> Notice:
    says = f"{TITLES[place]}: {says}"
    if not undo:
        return Notice(says)
    return Notice(says, undo_url("help:put_back_number", place, str(before), version=before + 1), f"Undo: {undo}")


def _kept(request: HttpRequest, place: str) -> KeptNumber:
    """The number of a place; for whoever keeps none of them there is no such page."""
    kept = next((each for each in kept_numbers(request.actor, now=request.now) if each.place == place), None)
    if kept is None:
        raise NothingHere
    return kept


def _card(kept: KeptNumber) -> dict[str, object]:
    who = WORKERS if kept.place == "out_of_hours_workers" else EVERYBODY
    return {
        "place": kept.place,
        "title": TITLES[kept.place],
        "who": who,
        "number": kept.number,
        "version": kept.version,
        "is_own": kept.is_own,
        "is_due": kept.is_due,
    }


def _to_numbers() -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("help:numbers"))
