"""The form of a step's meeting: when and where, and of everybody who may be asked whether they were there."""

from typing import Any

from django import forms

from kith.apps.cases.projections import GuestOffered, GuestTold, MeetingForm, MeetingTold
from kith.kernel.text import LIMITS
from kith.web.children.fields import DayField, PlainText, version_field

HEADINGS = (
    ("worker", "The team"),
    ("group", "Agencies with nobody on the team"),
    ("family", "The family"),
)
NOT_OFFERED = {"invalid_choice": "Choose one of the answers that are offered."}


def presence_field(guest: GuestOffered) -> str:
    return f"is_{guest.kind}_{guest.key}"


def why_field(guest: GuestOffered) -> str:
    return f"why_{guest.kind}_{guest.key}"


class StepMeetingForm(forms.Form):
    """Nobody has to be named; of whoever was missing the reason is asked."""

    kind = forms.ChoiceField(
        label="What kind of meeting?",
        error_messages={"required": "Choose what kind of meeting it is."} | NOT_OFFERED,
    )
    on = DayField(
        label="On which day?",
        help_text="“24 November 2026” or “24/11/2026”. A day to come is a plan.",
        error_messages={"required": "Write the day. “24 November 2026” is fine."},
    )
    at = PlainText(label="At what time?", help_text="“14:30”.", required=False, limit="identifier")
    place = PlainText(label="Where?", help_text="A room, a school, or “by video”.", required=False, limit="line")

    def __init__(self, data: Any = None, *, page: MeetingForm, version: int) -> None:
        super().__init__(data, initial=_initial(page))
        self.fields["kind"].choices = [("", "Choose"), *page.kinds]
        self.fields["version"] = version_field(version)
        self.offered = page.offered
        for guest in page.offered:
            self.fields[presence_field(guest)] = forms.ChoiceField(
                label=guest.says,
                choices=[("", "Nothing is said"), *page.presences],
                required=False,
                error_messages=NOT_OFFERED,
            )
            self.fields[why_field(guest)] = PlainText(
                label=f"If missing, why? {guest.says}", required=False, max_length=LIMITS["name"]
            )

    def told(self) -> MeetingTold:
        said = self.cleaned_data
        return MeetingTold(
            kind=said["kind"],
            on=said["on"],
            at=said["at"],
            place=said["place"],
            guests=tuple(
                GuestTold(
                    kind=guest.kind,
                    key=guest.key,
                    presence=said[presence_field(guest)],
                    why=said[why_field(guest)],
                    says=guest.says,
                )
                for guest in self.offered
                if said[presence_field(guest)]
            ),
        )


def _initial(page: MeetingForm) -> dict[str, Any]:
    told = page.told
    initial: dict[str, Any] = {"kind": told.kind, "on": told.on, "at": told.at, "place": told.place}
    for guest in page.offered:
        initial |= {presence_field(guest): guest.presence, why_field(guest): guest.why}
    return initial


def rows_of(page: MeetingForm) -> list[tuple[str, list[tuple[str, str]]]]:
    """By heading: the two fields of everybody who may be asked."""
    return [
        (heading, [(presence_field(one), why_field(one)) for one in page.offered if one.kind == kind])
        for kind, heading in HEADINGS
        if any(one.kind == kind for one in page.offered)
    ]
