"""Which languages somebody uses, and in which they need an interpreter for us."""

import datetime as dt
from collections.abc import Iterable, Sequence

from kith.apps.access.queries import Cut, require
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.people import actions, events
from kith.apps.people.languages import checked_languages, each_once
from kith.apps.people.models import Language, Person
from kith.apps.people.services.rows import held, save_version, sight_of
from kith.apps.people.services.words import Words
from kith.apps.people.sight import Sight
from kith.apps.people.writing import language_row
from kith.engines.drawing import network as net


def set_languages(
    *, by: Actor, person_ref: str, languages: Sequence[net.Language], expected_version: int, now: dt.datetime
) -> None:
    """The languages as they are now, the first used most; what the writer saw before is kept in the audit record.

    A row keeps its ref, under which it may be sealed, and one that is closed to the writer stays as it is.
    """
    decision = require(by, actions.CHANGE, person_ref, now=now)
    checked = checked_languages(languages)
    with deed(events.LANGUAGES_SET, by=by, now=now, decision=decision, subjects=[person_ref]) as act:
        row = held(person_ref, expected_version)
        sight = sight_of(by, row.subject_id, now=now)
        told = sight.of(Language, {row.pk: row.subject_id})
        before = _in_words(said for said in told if said.withdrawn_at is None)
        _take_out(by, told, {said.code for said in checked}, now=now)
        only_read = _codes_only_read(by, row, told, now=now)
        for place, said in enumerate(checked):
            if said.code not in only_read:
                _put(by, row, told, place, said, sight)
        save_version(row, now=now)
        act.changed(person_ref, before={"languages": before}, after={"languages": _in_words(checked)})


def _codes_only_read(by: Actor, row: Person, told: Iterable[Language], *, now: dt.datetime) -> set[str]:
    """What an emergency look shows, and nobody may change by it, comes back with the list and is nothing they told."""
    read = Sight(Cut(by, actions.READ, now=now), [row.subject_id]).standing(Language, {row.pk: row.subject_id})
    return {said.code for said in read} - {said.code for said in told}


def _take_out(by: Actor, told: Iterable[Language], kept: set[str], *, now: dt.datetime) -> None:
    for fact in told:
        if fact.code not in kept and fact.withdrawn_at is None:
            fact.withdrawn_at, fact.withdrawn_by_id = now, by.id
            fact.save()


def _put(by: Actor, row: Person, told: Sequence[Language], place: int, said: net.Language, sight: Sight) -> None:
    """Somebody who tells again what is sealed to them is not told so: they go on seeing it, and nobody else does."""
    of_it = [fact for fact in told if fact.code == said.code]
    standing = [fact for fact in of_it if fact.withdrawn_at is None] or of_it[-1:]
    for fact in standing or [Language(**language_row(said, row.pk))]:
        fact.place, fact.needs_interpreter = place, said.needs_interpreter
        fact.withdrawn_at = fact.withdrawn_by_id = None
        fact.save()
        if not standing and sight.says_again(fact):
            Words(by.id).keep(fact.ref)


def _in_words(spoken: Iterable[Language | net.Language]) -> list[str]:
    listed = each_once(net.Language(code=said.code, needs_interpreter=said.needs_interpreter) for said in spoken)
    return [f"{said.code} with interpreter" if said.needs_interpreter else said.code for said in listed]
