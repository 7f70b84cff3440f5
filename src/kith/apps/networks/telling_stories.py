"""From the rows of a chronology to what one reader is given: which rows, and in whose place a role word stands."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kith.apps.chronologies.projections import RowCard
from kith.apps.chronologies.queries import common_capitals, grown_ups_called, kinds_of_own_life, row_words
from kith.apps.networks.given_stories import GivenRow
from kith.apps.networks.rules import kin_words
from kith.apps.people.projections import FamilyToCopy
from kith.apps.people.queries import Named, Rewritten, StandIns, first_name_of

GROWN_UP = "adult"


@dataclass(frozen=True)
class TextsForFamily:
    """Writes texts for the family, and remembers of whom they told and which words may be names."""

    stand_ins: StandIns
    refs: Mapping[int, str]
    told: set[str] = field(default_factory=set)
    doubtful: dict[str, None] = field(default_factory=dict)

    def __call__(self, text: str) -> str:
        rewritten: Rewritten = self.stand_ins.written(text)
        self.told.update(self.refs[one.person_id] for one in rewritten.told if one.person_id in self.refs)
        self.doubtful.update(dict.fromkeys(rewritten.doubtful))
        return rewritten.text


def texts_for(
    family: FamilyToCopy,
    names: Named,
    reader_ref: str,
    *,
    named: Collection[str],
    at_home: Collection[str],
    agencies: Iterable[str],
) -> TextsForFamily:
    """Role words for everybody but the child, the reader and whoever was ticked.

    Whoever is nothing to the child that is sure has no such word: where the reader lives with them they are named.
    """
    people = {person.id: person for person in family.network.persons}
    kin = kin_words(family.network)
    words = row_words("stand_ins")
    kept = [name.text for ref in (family.network.about, reader_ref) for name in people[ref].names]
    by_name = {*named, *(ref for ref in at_home if not kin.get(ref))}
    first_names = {ref: first_name_of(people[ref]) for ref in by_name if ref in people and people[ref].names}
    stand_ins = names.stand_ins(
        {ref: first_names.get(ref) or _in_brackets(kin.get(ref, ""), one.kind, words) for ref, one in people.items()},
        places=words,
        shared=words["shared"],
        kept=(*kept, *first_names.values()),
        common=(*common_capitals(), *" ".join(agencies).split()),
    )
    return TextsForFamily(stand_ins, names.refs)


def _in_brackets(kin: str, kind: str, words: Mapping[str, str]) -> str:
    return f"[{kin}]" if kin else words.get(kind, words["shared"])


def given_rows(
    cards: Iterable[RowCard], texts: TextsForFamily, *, reader: str, shows_childs_words: bool
) -> Iterator[GivenRow]:
    """What the reader told themselves stands there as they said it."""
    for card in cards:
        said = card.said
        yield GivenRow(
            when=card.when,
            told_by=texts(said.teller) if card.is_of_family else card.agency,
            fact=said.fact if said.teller == reader else texts(said.fact),
            childs_words=texts(said.childs_words) if shows_childs_words else "",
            meant=texts(said.impact),
            done=texts(said.action),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderOfRows:
    """Whoever a copy is for: their ref, what they are to the child, how they are called, and all grown-ups near."""

    ref: str
    kin: str
    called: str
    grown_ups: frozenset[str]


def why_left(card: RowCard, names: Named, reader: ReaderOfRows) -> str:
    """Why a row stays out of this reader's copy until somebody ticks it; nothing where it is in it from the first.

    Two parents are not given the same: what tells of one of them alone is for the other to hear from them.
    """
    says, text = row_words("for_family"), said_in(card)
    if names.leads_somewhere(text):
        return says["leads_to_somebody"]
    if reader.ref not in reader.grown_ups:
        return ""
    told_of = _grown_ups_in(text, names, reader)
    if told_of and reader.ref not in told_of:
        return says["tells_of_others"].format(reader=reader.called)
    if card.said.type in kinds_of_own_life() and told_of != {reader.ref}:
        return says["tells_of_a_life"].format(reader=reader.called)
    return ""


def _grown_ups_in(text: str, names: Named, reader: ReaderOfRows) -> set[str]:
    """By name, or by an ordinary word such as “her mother”, which is the reader where they are that to the child."""
    by_name = set(names.who(text) & reader.grown_ups)
    return by_name | {reader.ref if kin == reader.kin else kin for kin in grown_ups_called(text)}


def said_in(card: RowCard) -> str:
    """Everything of a row that a copy may hold."""
    said = card.said
    return "\n".join(filter(None, (said.teller, said.fact, said.impact, said.action, said.childs_words)))
