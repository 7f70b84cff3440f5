"""Parts of a young person's own page as cards, for one viewer."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from kith.apps.agencies.projections import Actor, WorkerCard
from kith.apps.agencies.queries import worker_cards
from kith.apps.ownpages.models import Part, Telling
from kith.apps.ownpages.projections import PartCard, SectionCard, StoodBefore, TellingCard
from kith.apps.ownpages.rules import look_again_words
from kith.apps.ownpages.sight import Around
from kith.apps.ownpages.vocabulary import choosers, readers, sections, ways
from kith.apps.people.queries import Says, sieve
from kith.apps.teams.queries import workers_on_team
from kith.kernel.days import day_words


@dataclass(frozen=True)
class Cards:
    """What one viewer reads of one page."""

    actor: Actor
    child_ref: str
    called: str
    near: Around
    now: dt.datetime

    def sections(self) -> tuple[SectionCard, ...]:
        """Only those of which the viewer may read something."""
        found = (
            SectionCard(name=name, title=one.title, parts=tuple(self._parts(name))) for name, one in sections().items()
        )
        return tuple(section for section in found if section.parts)

    def tellings(self) -> tuple[TellingCard, ...]:
        """Of what the viewer may read, the newest first."""
        with_ = self._beside
        found = {row.telling_id: row.telling for row in self.near.standing}
        newest = sorted(found.values(), key=lambda telling: (telling.on_day, telling.pk), reverse=True)
        return tuple(
            TellingCard(when=day_words(one.on_day), heard=with_.heard(one), chose=with_.chose(one, self.called))
            for one in newest
        )

    def look_again(self, today: dt.date) -> str:
        """Of the part that was left alone for longest."""
        days = [self.right_on(row) for row in self.near.standing]
        return look_again_words(min(days), today, self.called) if days else ""

    def right_on(self, row: Part) -> dt.date:
        again = self.near.right.get(row.pk)
        return max(row.telling.on_day, again.on_day) if again else row.telling.on_day

    def _parts(self, section: str) -> Iterator[PartCard]:
        for row in self.near.standing:
            if row.section == section:
                yield self._card(row)

    @cached_property
    def _beside(self) -> "_Beside":
        return _Beside.of(self)

    def _card(self, row: Part) -> PartCard:
        is_own = row.recorded_by_id == self.actor.id
        named = self.near.named.get(row.pk, frozenset()) if is_own else frozenset()
        right_on = self.right_on(row)
        return PartCard(
            ref=row.ref,
            section=row.section,
            text=row.text,
            readers=row.readers,
            shown=readers()[row.readers].shown.format(child=self.called),
            when=day_words(row.telling.on_day),
            right=day_words(right_on) if right_on > row.telling.on_day else "",
            names=tuple(name for ref, name in self._beside.team.items() if ref in named),
            earlier=tuple(
                StoodBefore(text=one.text, when=day_words(one.telling.on_day))
                for one in self.near.earlier.get(row.thread, ())
            ),
        )


@dataclass(frozen=True)
class _Beside:
    """Who wrote any of it, who is on the team in the viewer's sight, and the sieve for what was written beside it."""

    workers: Mapping[int, WorkerCard]
    team: Mapping[str, str]
    says: Says

    @classmethod
    def of(cls, cards: Cards) -> "_Beside":
        rows = cards.near.standing
        is_named = any(cards.near.named.get(row.pk) and row.recorded_by_id == cards.actor.id for row in rows)
        team = workers_on_team(cards.actor, cards.child_ref, now=cards.now) if is_named else {}
        says = sieve(cards.actor, [cards.child_ref], now=cards.now)
        return cls(worker_cards(_writers(rows)) if rows else {}, team, says)

    def heard(self, telling: Telling) -> str:
        """To whom, and in which way."""
        named = self.says(telling.heard_by, by=telling.recorded_by_id) if telling.heard_by else ""
        return f"to {named or self.workers[telling.recorded_by_id].at_agency}. {ways()[telling.way]}"

    def chose(self, telling: Telling, called: str) -> str:
        words = self.says(telling.chose_words, by=telling.recorded_by_id) if telling.chose_words else ""
        return f"{choosers()[telling.chose].format(child=called)}. {words}".rstrip()


def _writers(rows: Iterable[Part]) -> set[int]:
    return {row.telling.recorded_by_id for row in rows}
