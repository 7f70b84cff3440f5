"""How ties and dated facts are shown: in the words of practice, with who told us and who took them out."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from kith.apps.access.queries import day_of
from kith.apps.agencies.queries import organisation_names, worker_cards
from kith.apps.people.kinds import tie_kind
from kith.apps.people.models import Account, Fact, ParentalResponsibility, Person, Tie
from kith.apps.people.projections import AccountCard, ResponsibilityCard, TakenOutNote, TieCard
from kith.apps.people.reading import short_name
from kith.apps.people.sight import Sight
from kith.engines.drawing import network as net
from kith.kernel.partial_dates import PartialDate

HOLDS = {
    "birth": "gave birth",
    "marriage": "married to the birth mother",
    "birth_registration": "named on the birth certificate",
    "agreement": "by agreement",
    "court_order": "by a court order",
    "adoption_order": "by adoption",
    "special_guardianship_order": "as special guardian",
    "care_order": "by a care order",
}


class TakenOutBy:
    """Who took out which of these rows; their names are asked for once, and only where something was taken out."""

    def __init__(self, rows: Iterable[Fact | Tie | Person], sight: Sight) -> None:
        self.sight = sight
        self.keys = {row.withdrawn_by_id for row in rows if row.withdrawn_by_id}

    @cached_property
    def names(self) -> Mapping[int, str]:
        cards = worker_cards(self.keys) if self.keys else {}
        return {key: card.at_agency for key, card in cards.items()}

    def note(self, row: Fact | Tie | Person) -> TakenOutNote | None:
        if row.withdrawn_at is None:
            return None
        by = self.names.get(row.withdrawn_by_id or 0, "")
        ref = row.subject.ref if isinstance(row, Person) else row.ref
        return TakenOutNote(
            by=by, on=day_of(row.withdrawn_at), why=self.sight.says(row.withdrawn_why, of=ref, part="why")
        )


class TieCards:
    """Ties between these people, with what it takes to show them: accounts, agencies, who took them out."""

    def __init__(self, ties: Sequence[Tie], people: Mapping[int, net.Person], sight: Sight) -> None:
        self.people, self.sight = people, sight
        rows = accounts_of(ties, sight)
        agencies = {tie.organisation_id for tie in ties} | {row.organisation_id for row in rows}
        self.agencies = organisation_names(key for key in agencies if key)
        self.taken_out = TakenOutBy(ties, sight)
        self.accounts: dict[int, list[AccountCard]] = {tie.pk: [] for tie in ties}
        for row in rows:
            self.accounts[row.tie_id].append(self._account(row))

    def _account(self, row: Account) -> AccountCard:
        return AccountCard(
            agrees=row.agrees,
            told_by=self.sight.says(row.told_by, of=row.ref, part="told_by"),
            told_on=day(row.told_on),
            words=self.sight.says(row.words, of=row.ref, part="words"),
            agency=self.agencies.get(row.organisation_id or 0, ""),
        )

    def card(self, tie: Tie) -> TieCard:
        kind, a, b = tie_kind(tie.kind), self.people[tie.a_id], self.people[tie.b_id]
        taken_out = self.taken_out.note(tie)
        return TieCard(
            ref=tie.ref,
            version=tie.version,
            kind=kind.name,
            group=kind.group,
            a=short_name(a),
            b=short_name(b),
            a_ref=a.id,
            b_ref=b.id,
            says=kind.says,
            when=when(tie.since, tie.until),
            told_by=self._called(tie.told_by_person_id) or self.sight.says(tie.told_by, of=tie.ref, part="told_by"),
            told_on=day(tie.told_on),
            certainty=tie.certainty,
            recorded_at=tie.recorded_at,
            agency=self.agencies.get(tie.organisation_id or 0, ""),
            words=self.sight.says(tie.words, of=tie.ref, part="words"),
            accounts=tuple(self.accounts[tie.pk]),
            view_of=self._called(tie.view_of_id),
            is_withdrawn=tie.withdrawn_at is not None,
            withdrawn_why=taken_out.why if taken_out else "",
            taken_out=taken_out,
        )

    def _called(self, key: int | None) -> str:
        person = self.people.get(key or 0)
        return short_name(person) if person else ""


def accounts_of(ties: Sequence[Tie], sight: Sight) -> list[Account]:
    """What others said of these ties, where this kind of record may be seen of both their people."""
    telling = sight.among("account", sight.subjects_of({end for tie in ties for end in (tie.a_id, tie.b_id)}))
    keys = [tie.pk for tie in ties if {tie.a_id, tie.b_id} <= telling]
    return sight.found(Account, tie_id__in=keys)


def tie_cards(ties: Sequence[Tie], people: Mapping[int, net.Person], sight: Sight) -> tuple[TieCard, ...]:
    """Ties between these people, each with the accounts given of it."""
    cards = TieCards(ties, people, sight)
    return tuple(cards.card(tie) for tie in ties)


def responsibility_cards(
    rows: Sequence[ParentalResponsibility], people: Mapping[int, net.Person], on: dt.date, sight: Sight
) -> tuple[ResponsibilityCard, ...]:
    """Parental responsibility between these people, or held by an agency for one of them."""
    agencies = organisation_names({row.organisation_id for row in rows if row.organisation_id})
    taken_out = TakenOutBy(rows, sight)
    return tuple(
        replace(
            responsibility_card(row, people, agencies.get(row.organisation_id or 0, ""), on, taken_out.note(row)),
            told_by=sight.says(row.told_by, of=row.ref, part="told_by"),
        )
        for row in rows
    )


def responsibility_card(
    row: ParentalResponsibility,
    people: Mapping[int, net.Person],
    agency: str,
    on: dt.date,
    taken_out: TakenOutNote | None,
) -> ResponsibilityCard:
    holder, child = people.get(row.holder_id or 0), people[row.child_id]
    return ResponsibilityCard(
        ref=row.ref,
        holder=short_name(holder) if holder else agency,
        holder_ref=holder.id if holder else "",
        child=short_name(child),
        child_ref=child.id,
        how=HOLDS.get(row.how, row.how),
        when=when(row.since, row.until),
        is_open=row.until is None,
        is_over=is_over(row.until, on),
        taken_out=taken_out,
    )


def day(on: PartialDate | None) -> str:
    return str(on) if on else ""


def when(since: PartialDate | None, until: PartialDate | None) -> str:
    """ "since 2019", "2019 to 2021", "until 2021" or nothing."""
    if since and until:
        return f"{since} to {until}"
    return f"since {since}" if since else f"until {until}" if until else ""


def is_over(until: PartialDate | None, on: dt.date) -> bool:
    """Whether somebody said it had ended by this day: "until 2026", said in 2026, is over."""
    return until is not None and (until.earliest is None or until.earliest <= on)
