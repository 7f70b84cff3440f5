"""The ledger of a child: everybody who was told, asked or invited, one occasion, and the form of one row."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from kith.apps.access.queries import NothingHere, day_of, decide, may_publish
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import worker_cards
from kith.apps.cases.queries import family_meetings
from kith.apps.occasions.actions import KEEP, READ
from kith.apps.occasions.cards import (
    answer_cards,
    by_occasion,
    empty_row,
    meeting_card,
    not_coming_cards,
    occasion_card,
    row_cards,
)
from kith.apps.occasions.kinds import reasons_why_not, reasons_why_not_team
from kith.apps.occasions.models import ChildAnswer, LedgerRow, NotComing, Occasion, SecondParent
from kith.apps.occasions.projections import (
    ChildAnswerCard,
    LoopPage,
    OccasionCard,
    OccasionPage,
    OccasionSaid,
    RowPage,
)
from kith.apps.occasions.queries.answering import sent_by_relatives
from kith.apps.occasions.queries.parents import kept_parents, not_known_to_be_safe, parent_lines
from kith.apps.occasions.queries.team import TeamLedger
from kith.apps.occasions.rules import Gap, InNetwork, gaps_among
from kith.apps.occasions.sight import OCCASION, Family, family_round
from kith.apps.people.projections import FamilyView
from kith.apps.people.queries import Texts

MOST_SHOWN = 40


class Ledger:
    """All that is said of one child's family, cut for one viewer, read in sets."""

    def __init__(self, actor: Actor, child_ref: str, family: Family, *, now: dt.datetime) -> None:
        self.actor, self.child_ref, self.family, self.now = actor, child_ref, family, now
        self.texts = Texts(actor, [child_ref], now=now)
        self.own = list(Occasion.objects.filter(subject__ref=child_ref).order_by("-on_day", "-pk")[:MOST_SHOWN])
        self.meetings = {one.ref: one for one in family_meetings(actor, child_ref, now=now)}
        rows = LedgerRow.objects.filter(subject__ref=child_ref).select_related("person")
        self.rows = [row for row in rows.order_by("pk") if row.person.ref in family.names]
        answers = ChildAnswer.objects.filter(subject__ref=child_ref).order_by("-asked_on", "-pk")
        self.answers = answer_cards(list(answers), self.texts)
        self.team = TeamLedger(actor, child_ref, self.texts, now=now)

    def cards(self) -> tuple[OccasionCard, ...]:
        """The latest first, whether it is kept here or on the path."""
        rows, workers = by_occasion(self.rows), worker_cards({row.recorded_by_id for row in self.own})
        found = [
            occasion_card(
                row,
                row_cards(rows.get(row.ref, ()), self.family.names, self.texts),
                self.team.cards(row.ref),
                self._answer(row.ref),
                self.texts,
                workers[row.recorded_by_id].at_agency,
            )
            for row in self.own
        ]
        for ref, one in self.meetings.items():
            cards = row_cards(rows.get(ref, ()), self.family.names, self.texts, one)
            found.append(meeting_card(one, cards, self.team.cards(ref, one), self._answer(ref), self.texts))
        return tuple(sorted(found, key=lambda card: (card.on, not card.is_of_path, card.ref), reverse=True))

    def card(self, occasion_ref: str) -> OccasionCard:
        card = next((card for card in self.cards() if card.ref == occasion_ref), None)
        if card is None:
            raise NothingHere
        return card

    def _answer(self, ref: str) -> ChildAnswerCard | None:
        return next(iter(self.answers.get(ref, ())), None)


def loop_page(actor: Actor, child_ref: str, *, now: dt.datetime) -> LoopPage:
    _, family = family_round(actor, child_ref, READ, now=now)
    ledger, today = Ledger(actor, child_ref, family, now=now), day_of(now)
    parents = kept_parents(child_ref, family)
    unsure = not_known_to_be_safe(family, parents, ledger.texts, today)
    away = NotComing.objects.filter(subject__ref=child_ref).select_related("person").order_by("-pk")
    cards = ledger.cards()
    return LoopPage(
        gaps=_gaps(ledger, cards, parents, unsure),
        occasions=cards,
        parents=parent_lines(family, parents, ledger.texts, today),
        not_coming=not_coming_cards(list(away[:MOST_SHOWN]), family.names, ledger.texts, today, unsure),
        one_parent_only=family.has_one_parent_only,
        sent=sent_by_relatives(actor, child_ref, ledger.texts, now=now),
        others=tuple(
            (ref, name)
            for ref, name in family.names.items()
            if family.is_adult(ref) and ref not in family.parents and ref not in parents and ref != child_ref
        ),
        may_keep=may_keep(actor, child_ref, now=now),
        may_publish=may_publish(actor, child_ref, now=now),
    )


def loop_gaps(actor: Actor, child_ref: str, view: FamilyView, *, now: dt.datetime) -> tuple[Gap, ...]:
    """Whom nobody has told, asked or invited, for a page that has read the family already; nobody where the ledger is
    not the viewer's to see."""
    if not decide(actor, READ, child_ref, now=now, kind=OCCASION).allowed:
        return ()
    family = Family(view)
    ledger, parents = Ledger(actor, child_ref, family, now=now), kept_parents(child_ref, family)
    unsure = not_known_to_be_safe(family, parents, ledger.texts, day_of(now))
    return _gaps(ledger, ledger.cards(), parents, unsure)


def may_keep(actor: Actor, child_ref: str, *, now: dt.datetime) -> bool:
    """Whether a page may offer it: each deed decides again for itself."""
    return decide(actor, KEEP, child_ref, now=now, kind=OCCASION).allowed


def _gaps(
    ledger: Ledger, cards: Sequence[OccasionCard], parents: Mapping[str, SecondParent], unsure: Collection[str]
) -> tuple[Gap, ...]:
    """Adults of the network, by what all the occasions that stand say of them."""
    family, today = ledger.family, day_of(ledger.now)
    at_home = family.at_home(today)
    people = {
        ref: InNetwork(
            ref=ref,
            name=name,
            is_parent=ref in family.parents or ref in parents,
            is_safe=ref not in unsure,
            is_at_home=ref in at_home and ref not in unsure,
            was_in=ref in parents and parents[ref].spoken_on is not None,
        )
        for ref, name in family.names.items()
        if family.is_adult(ref)
    }
    for card in reversed([card for card in cards if not card.is_taken_out]):
        for row in card.rows:
            if row.person_ref in people:
                one, was_in = people[row.person_ref], "yes" in (row.told, row.invited) or bool(row.said.asked_words)
                people[row.person_ref] = replace(
                    one,
                    was_in=one.was_in or was_in,
                    why_not=row.said.why_not,
                    look_again_on=row.said.look_again_on,
                )
    return gaps_among(people.values(), today)


def occasion_page(actor: Actor, child_ref: str, occasion_ref: str, *, now: dt.datetime) -> OccasionPage:
    _, family = family_round(actor, child_ref, READ, now=now)
    ledger = Ledger(actor, child_ref, family, now=now)
    card = ledger.card(occasion_ref)
    said = {row.person_ref: row for row in card.rows}
    return OccasionPage(
        card=card,
        everybody=tuple(
            said.get(ref) or empty_row(ref, name) for ref, name in family.names.items() if ref != child_ref
        ),
        team=ledger.team.everybody(card, day_of(now)),
        earlier_answers=tuple(ledger.answers.get(occasion_ref, ())[1:]),
        may_keep=may_keep(actor, child_ref, now=now),
    )


def occasion_form(actor: Actor, child_ref: str, occasion_ref: str = "", *, now: dt.datetime) -> OccasionCard | None:
    """What stands of an occasion that is kept here; nothing where it is a new one."""
    _, family = family_round(actor, child_ref, KEEP, now=now)
    if not occasion_ref:
        return None
    card = Ledger(actor, child_ref, family, now=now).card(occasion_ref)
    if card.is_of_path:
        raise NothingHere
    return card


def said_of(card: OccasionCard) -> OccasionSaid:
    """What a form begins with."""
    return OccasionSaid(kind=card.kind, on=card.on, at=card.at, words=card.words, plain=card.plain, place=card.place)


def row_page(actor: Actor, child_ref: str, occasion_ref: str, person_ref: str, *, now: dt.datetime) -> RowPage:
    _, family = family_round(actor, child_ref, KEEP, now=now)
    if person_ref not in family.names or person_ref == child_ref:
        raise NothingHere
    card = Ledger(actor, child_ref, family, now=now).card(occasion_ref)
    row = next((row for row in card.rows if row.person_ref == person_ref), None)
    return RowPage(
        occasion=card,
        row=row or empty_row(person_ref, family.names[person_ref]),
        reasons=tuple(reasons_why_not().items()),
        of_path=card.is_of_path,
    )


def team_row_page(actor: Actor, child_ref: str, occasion_ref: str, seat_ref: str, *, now: dt.datetime) -> RowPage:
    """The same for a worker of the team."""
    _, family = family_round(actor, child_ref, KEEP, now=now)
    ledger = Ledger(actor, child_ref, family, now=now)
    if seat_ref not in ledger.team.seats:
        raise NothingHere
    card = ledger.card(occasion_ref)
    row = next((row for row in card.team if row.person_ref == seat_ref), None)
    return RowPage(
        occasion=card,
        row=row or ledger.team.empty(seat_ref),
        reasons=tuple(reasons_why_not_team().items()),
        is_team=True,
        of_path=card.is_of_path and seat_ref in ledger.team.by_work.values(),
    )
