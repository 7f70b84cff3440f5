"""The form of one entry, and the two steps of a feed. Rules live in the directory app; a form only gathers words."""

from dataclasses import replace
from typing import Any

from django import forms

from kith.apps.directory.projections import ServicePage
from kith.engines.referral_feeds import CLOSED_FOR_NOW, OLDEST, Place, ServiceEntry
from kith.kernel.text import LIMITS
from kith.web.children.fields import LongText, PlainText, version_field

STATUSES = (("active", "Open"), (CLOSED_FOR_NOW, "Closed for now"), ("inactive", "Ended"))
ONE_LINE = ("name", "waiting", "asks_for", "phone", "email", "url", "fees")
LONG = ("description", "how_to_refer", "eligibility", "alert")
ASKED_FIRST = (
    *("name", "given_by", "description", "age_from", "age_to", "areas", "needs"),
    *("waiting", "how_to_refer", "phone"),
)
LISTS = ("areas", "needs", "languages")


def _long(label: str, **options: Any) -> LongText:
    return LongText(label=label, most=LIMITS["address"], **options)


class ServiceForm(forms.Form):
    """What somebody needs to know before they send a family there."""

    name = PlainText(label="What is the service called?")
    given_by = PlainText(label="Who gives it?", help_text="An agency of the partnership, a charity, a school.")
    description = _long(label="What does it do, and for whom?", help_text="One or two sentences in plain words.")
    age_from = forms.IntegerField(label="Youngest age", required=False, min_value=0, max_value=OLDEST)
    age_to = forms.IntegerField(label="Oldest age", required=False, min_value=0, max_value=OLDEST)
    areas = PlainText(
        label="Which places does it serve?",
        required=False,
        limit="line",
        help_text="“Saltmere, Fenside”. Leave it open when it serves the whole county.",
    )
    needs = PlainText(
        label="What is it for?",
        required=False,
        limit="line",
        help_text="“Fathers, driving licence”. These words find it first.",
    )
    waiting = PlainText(label="How long do people wait?", required=False, help_text="“About 3 weeks”.")
    how_to_refer = _long(label="How do people get it?", required=False)
    phone = PlainText(label="Telephone", required=False, limit="phone")
    eligibility = _long(label="Who can have it, apart from age?", required=False)
    asks_for = PlainText(label="Whom to ask for", required=False, help_text="A role, never somebody’s name.")
    email = PlainText(label="E-mail", required=False, limit="email")
    url = PlainText(label="Web page", required=False, limit="link", help_text="It begins with https://")
    address = PlainText(label="Address", required=False, limit="place")
    postcode = PlainText(label="Postcode", required=False, limit="postcode")
    access = PlainText(label="Getting in: steps, lift, hearing loop, quiet room", required=False, limit="line")
    hours = PlainText(label="When is it open?", required=False, limit="line")
    fees = PlainText(label="What does it cost?", required=False)
    languages = PlainText(label="Languages spoken there", required=False)
    status = forms.ChoiceField(label="Is it open?", choices=STATUSES, widget=forms.RadioSelect, initial="active")
    alert = _long(label="Anything people must know now?", required=False)
    version = version_field(0)

    def entry(self, before: ServiceEntry | None = None) -> ServiceEntry:
        """The entry as it was, with what this form holds in its place."""
        said = self.cleaned_data
        before = before or ServiceEntry(id="", name="")
        told: dict[str, Any] = {part: said[part] for part in (*ONE_LINE, *LONG, "status", "age_from", "age_to")}
        told |= {part: listed(said[part]) for part in LISTS}
        return replace(
            before,
            **told,
            hours=_first_and_rest(said["hours"], before.hours),
            places=(*self._place(before), *before.places[1:]),
        )

    def _place(self, before: ServiceEntry) -> tuple[Place, ...]:
        said = self.cleaned_data
        first = before.places[0] if before.places else Place()
        place = replace(first, address=said["address"], postcode=said["postcode"], access=said["access"])
        return (place,) if place != Place() else ()


def _first_and_rest(first: str, before: tuple[str, ...]) -> tuple[str, ...]:
    return (*((first,) if first else ()), *before[1:])


def listed(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(part.split()) for part in text.replace(";", ",").split(",") if part.strip()))


def as_first_shown(page: ServicePage) -> dict[str, Any]:
    entry = page.entry
    place = entry.places[0] if entry.places else Place()
    told = {part: getattr(entry, part) for part in (*ONE_LINE, *LONG, "status", "age_from", "age_to")}
    told |= {part: ", ".join(getattr(entry, part)) for part in LISTS}
    told |= {"address": place.address, "postcode": place.postcode, "access": place.access}
    return told | {"hours": "".join(entry.hours[:1]), "given_by": page.provider.name, "version": page.version}


class ConfirmFeedForm(forms.Form):
    """The feed once more, as the browser carried it."""

    carried = forms.CharField(widget=forms.HiddenInput, strip=False)
    name = forms.CharField(widget=forms.HiddenInput, required=False)
