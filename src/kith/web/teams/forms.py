"""Forms about a team. They gather words; the rules live in the teams app."""

from collections.abc import Iterable
from typing import Any

from django import forms

from kith.apps.teams.projections import AbsenceTold, PlaceForm, PlaceTold
from kith.web.children.fields import NOT_OFFERED, DayField, PlainText, one_of, version_field

A_DAY = "“24 November 2026” or “24/11/2026”."
TRUST = (("", "We have not asked"), ("yes", "Yes"), ("no", "No"))
TRUSTED = {"yes": True, "no": False}


class _PlaceFields(forms.Form):
    """What is said of a place, whoever has it."""

    role = PlainText(label="What do they do for the family?", required=False, help_text="Such as “youth worker”.")
    reach = PlainText(label="How can they be reached?", required=False, help_text="A number, and when they answer.")
    adult = one_of("With whom do they work?", required=False)
    trusted = one_of("Does the child or the family trust them?", TRUST, required=False)
    trust_said_by = PlainText(label="Who said so?", required=False)
    basis = one_of("On what lawful basis?")
    asked_by = PlainText(label="Who asked them to join?", required=False)
    agency = PlainText(label="For whom do they work?", required=False)

    def __init__(self, data: Any, *, offered: PlaceForm) -> None:
        told = offered.told or PlaceTold()
        trusted = {True: "yes", False: "no"}.get(told.is_trusted, "") if told.is_trusted is not None else ""
        start = {
            part: getattr(told, part) for part in ("role", "reach", "trust_said_by", "basis", "asked_by", "agency")
        }
        start |= {"adult": told.adult_ref, "trusted": trusted, "since": told.since, "seal": ""}
        super().__init__(data, initial=start)
        self.fields["adult"].choices = [("", "The child"), *offered.adults]
        self.fields["basis"].choices = list(offered.bases)

    def parts(self) -> dict[str, Any]:
        said = self.cleaned_data
        parts = ("role", "reach", "trust_said_by", "basis", "asked_by", "agency")
        return {part: said[part] for part in parts} | {
            "adult_ref": said["adult"],
            "is_trusted": TRUSTED.get(said["trusted"]),
        }


class JoinForm(_PlaceFields):
    """Somebody new on the team: a worker who was found, or a professional by name."""

    worker = one_of("Who is it?", required=False)
    name = PlainText(
        label="Or somebody who does not sign in to Kith: their name",
        required=False,
        help_text="Then write for whom they work, too.",
    )
    since = DayField(label="From which day?", help_text=A_DAY)
    until = DayField(label="Until which day, if it is known?", required=False)
    seal = one_of("Who on the team may know of them?", required=False)

    def __init__(self, data: Any, *, offered: PlaceForm) -> None:
        super().__init__(data, offered=offered)
        self.fields["worker"].choices = list(offered.workers)
        self.fields["worker"].initial = offered.told.worker_ref if offered.told else ""
        if not offered.workers:
            del self.fields["worker"]
        self.fields["seal"].choices = [("", "Everybody on the team"), *_only_they(offered.seals)]
        if not offered.seals:
            del self.fields["seal"]

    def told(self) -> PlaceTold:
        said = self.cleaned_data
        return PlaceTold(
            worker_ref=said.get("worker", ""),
            name=said["name"],
            since=said["since"],
            until=said["until"],
            seal=said.get("seal", ""),
            **self.parts(),
        )


def _only_they(seals: Iterable[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    return ((name, f"Only they and you, under a seal. {says}") for name, says in seals)


class ChangeForm(_PlaceFields):
    """What is said of somebody who has a place."""

    def __init__(self, data: Any, *, offered: PlaceForm) -> None:
        super().__init__(data, offered=offered)
        self.fields["version"] = version_field(offered.version)

    def told(self) -> PlaceTold:
        return PlaceTold(**self.parts())


class LeaveForm(forms.Form):
    """The first day without somebody."""

    on = DayField(label="From which day are they not on the team any more?", help_text=A_DAY)


class CoverFields(forms.Form):
    """Who covers: a worker, or somebody by name."""

    cover = one_of("Who covers?", required=False)
    cover_name = PlainText(label="Or somebody who does not sign in to Kith: their name", required=False)
    cover_reach = PlainText(
        label="How can they be reached?", required=False, help_text="Leave it empty to give the number of their team."
    )

    def __init__(self, data: Any, *, covers: Iterable[tuple[str, str]], start: AbsenceTold | None = None) -> None:
        initial = _start(start) if start else {"cover": ""}
        super().__init__(data, initial=initial)
        self.fields["cover"].choices = [("", "Nobody is named yet"), *covers]

    def cover_parts(self) -> dict[str, Any]:
        said = self.cleaned_data
        return {"cover_ref": said["cover"], "cover_name": said["cover_name"], "cover_reach": said["cover_reach"]}


def _start(told: AbsenceTold) -> dict[str, Any]:
    return {
        "since": told.since,
        "until": told.until,
        "cover": told.cover_ref,
        "cover_name": told.cover_name,
        "cover_reach": told.cover_reach,
    }


class AbsenceForm(CoverFields):
    """From when until when somebody is away. Why is nobody's business."""

    since = DayField(label="First day away", help_text=A_DAY)
    until = DayField(
        label="First day back",
        required=False,
        help_text="Leave it empty if nobody knows it yet. The page then says so.",
    )
    field_order = ("worker", "since", "until", "cover", "cover_name", "cover_reach")

    def __init__(
        self,
        data: Any,
        *,
        covers: Iterable[tuple[str, str]],
        start: AbsenceTold | None = None,
        colleagues: Iterable[tuple[str, str]] = (),
        version: int | None = None,
    ) -> None:
        super().__init__(data, covers=covers, start=start)
        if listed := list(colleagues):
            self.fields["worker"] = forms.ChoiceField(
                label="Who is away?", choices=[("", "You"), *listed], required=False, error_messages=NOT_OFFERED
            )
            self.order_fields(self.field_order)
        if version is not None:
            self.fields["version"] = version_field(version)

    def told(self) -> AbsenceTold:
        said = self.cleaned_data
        worker_ref = said.get("worker", "")
        return AbsenceTold(worker_ref=worker_ref, since=said["since"], until=said["until"], **self.cover_parts())


class OneChildForm(CoverFields):
    """Who covers for one child."""

    child = one_of("For which child?")
    field_order = ("child", "cover", "cover_name", "cover_reach")

    def __init__(self, data: Any, *, covers: Iterable[tuple[str, str]], children: Iterable[tuple[str, str]]) -> None:
        super().__init__(data, covers=covers)
        self.fields["child"].choices = list(children)
        self.fields["cover"].choices[0] = ("", "The same as for all my children")

    def told(self, absence: AbsenceTold) -> AbsenceTold:
        return AbsenceTold(since=absence.since, until=absence.until, **self.cover_parts())


class AdviserForm(forms.Form):
    """Whom to ask, and what."""

    adviser = one_of("Whom do you ask?")
    words = PlainText(
        label="What do you want to know?",
        limit="line",
        help_text="They see your words and your name. Do not name the child.",
    )

    def __init__(self, data: Any, *, advisers: Iterable[tuple[str, str]]) -> None:
        super().__init__(data)
        self.fields["adviser"].choices = list(advisers)


class AskRoundForm(forms.Form):
    """Round which adult, and why."""

    adult = one_of("Round which adult?")
    words = PlainText(
        label="What would you bring to the team?", limit="line", required=False, help_text="One sentence, for the team."
    )

    def __init__(self, data: Any, *, adults: Iterable[tuple[str, str]]) -> None:
        super().__init__(data)
        self.fields["adult"].choices = list(adults)
