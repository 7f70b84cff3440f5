"""What one viewer may see of what is known about people: the only way to rows of facts, and the sieve for their texts.

A read cannot have a fact without a `Sight`, and a `Sight` cannot be had without a cut. See decision 5.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from typing import Any, TypeVar

from django.db.models import Model, Q, QuerySet

from kith.apps.access.queries import Cut, Unsealed, near, round_centres, uncovered
from kith.apps.people.languages import language_name
from kith.apps.people.models import (
    Account,
    Address,
    Fact,
    Household,
    HouseholdMember,
    Identifier,
    Language,
    OwnWords,
    ParentalResponsibility,
    Person,
    PersonName,
    SourceFile,
    Tie,
)
from kith.apps.people.scanning import ADDRESS, HOME, LANGUAGE, NAME, NUMBER, Scanner, SealedValue
from kith.apps.records.base import Written, prepared
from kith.kernel.text import folded_tokens

People = Mapping[int, int]  # keys of persons to keys of their subjects
Stored = TypeVar("Stored", bound=Model)

HELD_BACK = "Held back from this copy: something sealed stands in these words."

MOST_TOLD = 200  # of what is new

KINDS: Mapping[type[Model], str] = {
    PersonName: "name",
    Language: "language",
    Address: "address",
    Identifier: "number",
    Tie: "tie",
    Account: "account",
    Household: "household",
    HouseholdMember: "stay",
    ParentalResponsibility: "responsibility",
    SourceFile: "source_file",
}
"""Each stored fact is one of the kinds of record that are shared and sealed."""


ENDS: Mapping[type[Model], tuple[str, str]] = {
    Tie: ("a_id", "b_id"),
    ParentalResponsibility: ("child_id", "holder_id"),
}


ORDER: Mapping[type[Model], tuple[str, ...]] = {Language: ("place", "pk")}
"""Of facts that do not stand in the order in which they were told."""


class Sight:
    """What a cut leaves of the facts about these subjects and the people round them."""

    def __init__(self, cut: Cut, subject_ids: Collection[int]) -> None:
        self.cut, self.subject_ids = cut, list(subject_ids)

    def rows(self, model: type[Stored], **where: object) -> QuerySet[Stored]:
        """Rows that no closed seal covers; whether the kind may be seen is for `among` and `of`."""
        found: QuerySet[Stored] = model.objects.filter(**where)  # type: ignore[attr-defined]
        return self.cut.open_rows(found)

    def found(self, model: type[Stored], **where: Any) -> list[Stored]:
        """The same in the order in which they were told, by conditions that need no joining."""
        return _open_rows(model=model, closed=self.cut.closed_refs, **where)

    def among(self, kind: str, people: People) -> set[int]:
        """Of these persons, those about whom this kind of record may be seen."""
        seen = self.cut.subjects(kind, set(people.values()))
        return {key for key, subject_id in people.items() if subject_id in seen}

    def subjects_of(self, keys: Collection[int]) -> People:
        """The subjects of persons whose rows are not at hand; not asked for where they make no difference."""
        if not self.cut.tells_kinds_apart:
            return dict.fromkeys(keys, 0)
        return dict(Person.objects.filter(pk__in=keys).values_list("pk", "subject_id"))

    def ties_since(self, since: dt.datetime, centres: Collection[int]) -> list[Tie]:
        """What agencies told since then of ties within these networks, the newest first."""
        clearance, closed = self.cut.actor.clearance, self.cut.closed_refs
        return _ties_since(since=since, centres=centres, clearance=clearance, closed=closed)

    def beside(self, model: type[Stored], keys: Collection[int]) -> list[Stored]:
        """Rows between two people of whom one is among these."""
        return _open_rows_beside(model=model, closed=self.cut.closed_refs, keys=keys)

    def of(self, model: type[Stored], people: People, **where: object) -> list[Stored]:
        """What is known of these persons, in the order in which it was told; what was taken out is among it."""
        rows = self.found(model, person_id__in=self.among(KINDS[model], people), **where)
        return [row for row in rows if not self.says_again(row)]

    def standing(self, model: type[Stored], people: People) -> list[Stored]:
        """What stands; what was taken out is shown by its own card only."""
        return self.of(model, people, **({"withdrawn_at": None} if issubclass(model, Fact) else {}))

    def says_again(self, row: Model) -> bool:
        """Whether a row says once more what is sealed in another: then it is as closed as that one."""
        return self._repeats(row) and not self._wrote(getattr(row, "ref", ""))

    def _repeats(self, row: Model) -> bool:
        if not self.closed_values:
            return False
        match row:
            case Address():
                return self._strict.says_the_same(f"{row.lines}\n{row.postcode}")
            case Identifier():
                return self._strict.says_the_same(row.value)
            case PersonName():
                return self._is_sealed_name(row)
            case Language():
                return _is_sealed_language(row, self.closed_values)
        return False

    def _is_sealed_name(self, row: PersonName) -> bool:
        """Another person may be called the same; nobody may be called after a sealed address."""
        words = folded_tokens(row.text)
        own = (v for v in self.closed_values if v.kind == NAME and v.person_id == row.person_id and not v.is_whole)
        return any(folded_tokens(v.text) == words for v in own) or self._strict.says_the_same(row.text)

    def says(self, text: str, *, of: str = "", part: str = "") -> str:
        """A text, or nothing where it holds something sealed; `of` is the record of which it is a part.

        The whole text is left out, because a gap in it would tell. Whoever wrote the words goes on seeing them: they
        would otherwise learn that they had guessed right.
        """
        return "" if self.sealed_in(text) and not self._wrote(place_of(of, part)) else text

    def sealed_in(self, text: str) -> tuple[SealedValue, ...]:
        """The closed things that a text holds."""
        return self._scanner.found_in(text) if text and self.closed_values else ()

    @cached_property
    def closed_values(self) -> tuple[SealedValue, ...]:
        """What is closed to the viewer about these subjects and those round them, in words."""
        return sealed_values(self.cut.closed_near(self.subject_ids))

    @cached_property
    def _strict(self) -> Scanner:
        return Scanner(self.closed_values)

    @cached_property
    def _scanner(self) -> Scanner:
        return Scanner(self.closed_values, open_texts=self._open_texts())

    def _open_texts(self) -> Iterable[str]:
        """Names, addresses and languages that this viewer may see round these people, without those that were guessed.

        Otherwise somebody could write a street or a surname and see which texts come to light.
        """
        round_them = near(self.subject_ids, "person__subject_id")
        homes = HouseholdMember.objects.filter(round_them).values("household_id")
        closed = [value.person_id for value in self.closed_values if value.is_whole]
        names = self.rows(PersonName).filter(round_them).exclude(person_id__in=closed)
        addresses = self.rows(Address).filter(round_them | Q(household_id__in=homes)).exclude(person_id__in=closed)
        languages = self.rows(Language).filter(round_them).exclude(person_id__in=closed)
        guessed = {ref for _, ref in self._written}
        yield from (n.text for n in names if not self._repeats(n) and n.ref not in guessed)
        yield from (f"{a.lines}\n{a.postcode}" for a in addresses if not self._repeats(a) and a.ref not in guessed)
        yield from (language_name(s.code) for s in languages if not self._repeats(s) and s.ref not in guessed)

    def _wrote(self, place: str) -> bool:
        """For what is kept for everybody at once any writer counts, because each finds what they wrote."""
        if self.cut.actor.is_nobody:
            return any(written == place for _, written in self._written)
        return (self.cut.actor.id, place) in self._written

    @cached_property
    def _written(self) -> set[tuple[int, str]]:
        """Who wrote, off the list, into which places what is sealed. There are few, if any."""
        return set(OwnWords.objects.values_list("user_id", "place"))


def _is_sealed_language(row: Language, closed: Iterable[SealedValue]) -> bool:
    """Another person may use the same."""
    own = (value.text for value in closed if value.kind == LANGUAGE and value.person_id == row.person_id)
    return language_name(row.code) in own


@prepared
def _open_rows(*, model: type[Any], closed: Written, **where: Any) -> QuerySet[Any]:
    return uncovered(model.objects.filter(**where).order_by(*ORDER.get(model, ("pk",))), closed)


@prepared
def _ties_since(*, since: dt.datetime, centres: Collection[int], clearance: int, closed: Written) -> QuerySet[Tie]:
    round_them = round_centres(centres)
    recent = Tie.objects.filter(recorded_at__gte=since, organisation__isnull=False, withdrawn_at=None)
    recent = recent.filter(a__subject_id__in=round_them, b__subject_id__in=round_them, sensitivity__lte=clearance)
    return uncovered(recent.order_by("-recorded_at", "-pk"), closed)[:MOST_TOLD]


@prepared
def _open_rows_beside(*, model: type[Any], closed: Written, keys: Collection[int]) -> QuerySet[Any]:
    one, other = ENDS[model]
    rows = model.objects.filter(Q(**{f"{one}__in": keys}) | Q(**{f"{other}__in": keys}))
    return uncovered(rows.order_by("pk"), closed)


class OpenSight(Sight):
    """For copies that leave for somebody else: whoever wrote down what is sealed does not pass it on either."""

    def _wrote(self, place: str) -> bool:
        return False


class ReleasedSight(Sight):
    """For copies that somebody takes along: a text in which they know something to be sealed stays behind, and says so.

    Whoever is off the list of a seal has the text as the page shows it to them: any other answer would tell.
    """

    def says(self, text: str, *, of: str = "", part: str = "") -> str:
        return self.released(super().says(text, of=of, part=part))

    def released(self, shown: str) -> str:
        """Of a text as the page shows it."""
        return HELD_BACK if self._sealed_to_others(shown) else shown

    def _sealed_to_others(self, text: str) -> bool:
        closed = {value.record_ref for value in self.closed_values}
        return any(value.record_ref not in closed for value in self._unsealed.sealed_in(text))

    @cached_property
    def _unsealed(self) -> Sight:
        return Sight(Unsealed(now=self.cut.now), self.subject_ids)


def place_of(ref: str, part: str = "") -> str:
    """Where words stand: a record, or a part of it."""
    return f"{ref} {part}".strip()


def sealed_values(closed: Collection[tuple[int, str]]) -> tuple[SealedValue, ...]:
    """What these closed (subject, record) pairs are in words; nothing is asked where nothing is closed."""
    refs = {ref for _, ref in closed if ref}
    whole = {subject_id for subject_id, ref in closed if not ref}
    return tuple(_in_words(refs, whole)) if closed else ()


def _in_words(refs: Collection[str], whole: Collection[int]) -> Iterable[SealedValue]:
    wanted = Q(ref__in=refs) | Q(person__subject_id__in=whole)
    for name in PersonName.objects.filter(wanted):
        yield SealedValue(NAME, name.ref, name.person_id, name.text, is_whole=name.ref not in refs)
    for number in Identifier.objects.filter(wanted):
        yield SealedValue(NUMBER, number.ref, number.person_id, number.value, is_whole=number.ref not in refs)
    for home in Address.objects.filter(wanted):
        yield SealedValue(ADDRESS, home.ref, home.person_id or 0, home.lines, home.postcode, home.ref not in refs)
    for household in Household.objects.filter(ref__in=refs):
        yield SealedValue(HOME, household.ref, 0, household.name)
    for said in Language.objects.filter(ref__in=refs):  # of somebody sealed as a whole it would be in every text
        yield SealedValue(LANGUAGE, said.ref, said.person_id, language_name(said.code))
