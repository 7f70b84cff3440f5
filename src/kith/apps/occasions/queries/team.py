"""Workers of a child's team in the ledger: who was told, invited and came, as far as the viewer sees who is there."""

import datetime as dt
from collections.abc import Mapping
from functools import cached_property

from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import worker_cards
from kith.apps.cases.projections import FamilyMeeting
from kith.apps.occasions.cards import by_occasion, row_card, with_presence
from kith.apps.occasions.kinds import reasons_why_not_team
from kith.apps.occasions.models import TeamRow
from kith.apps.occasions.projections import OccasionCard, RowCard, RowSaid
from kith.apps.people.queries import Texts
from kith.apps.teams.projections import Seat
from kith.apps.teams.queries import is_current, seats_of_team


def key_of(seat: Seat) -> str:
    """What a team knows one worker by, as it may stand in an address."""
    return seat.worker.rpartition(" ")[2]


class TeamLedger:
    """Rows about a team. Of whoever is closed to the viewer there is no row, and no gap either."""

    def __init__(self, actor: Actor, child_ref: str, texts: Texts, *, now: dt.datetime) -> None:
        self.child_ref, self.texts = child_ref, texts
        self.seats: dict[str, list[Seat]] = {}
        for seat in seats_of_team(actor, child_ref, now=now):
            self.seats.setdefault(key_of(seat), []).append(seat)

    @cached_property
    def by_work(self) -> Mapping[str, str]:
        return {seat.work_ref: key for key, seats in self.seats.items() for seat in seats if seat.work_ref}

    @cached_property
    def rows(self) -> Mapping[str, list[TeamRow]]:
        found = TeamRow.objects.filter(subject__ref=self.child_ref).order_by("pk")
        return by_occasion(row for row in found if row.seat_ref in self.seats)

    def cards(self, occasion_ref: str, meeting: FamilyMeeting | None = None) -> tuple[RowCard, ...]:
        """Of those of whom something is said. What the path says of its own meeting is not asked for again."""
        rows = self.rows.get(occasion_ref, [])
        workers, reasons = worker_cards({row.recorded_by_id for row in rows}), reasons_why_not_team()
        found = {row.seat_ref: row_card(row, self.empty(row.seat_ref), self.texts, workers, reasons) for row in rows}
        for work_ref, presence, why in meeting.workers if meeting else ():
            key = self.by_work.get(work_ref)
            if key:
                found[key] = with_presence(found.get(key) or self.empty(key), presence, self.texts.says(why))
        return tuple(found[key] for key in self.seats if key in found)

    def everybody(self, card: OccasionCard, today: dt.date) -> tuple[RowCard, ...]:
        """Also those who were on the team on its day or are today, and of whom nothing is said."""
        said, days = {row.person_ref: row for row in card.team}, (card.on, today)
        return tuple(
            said.get(key) or self.empty(key)
            for key, seats in self.seats.items()
            if key in said or any(is_current(seat, day) for seat in seats for day in days)
        )

    def empty(self, key: str) -> RowCard:
        seat = self.seats[key][-1]
        post = ", ".join(part for part in (seat.role, seat.agency) if part)
        return RowCard(person_ref=key, name=seat.name, post=post, said=RowSaid())
