"""Which languages somebody uses, and in which they need an interpreter for us."""

import datetime as dt
from collections.abc import Sequence

from kith.apps.access.queries import require
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import deed
from kith.apps.people import actions, events
from kith.apps.people.languages import checked_languages
from kith.apps.people.models import Language
from kith.apps.people.services.rows import held, save_version
from kith.apps.people.writing import language_row
from kith.apps.records.base import insert_all
from kith.engines.drawing import network as net


def set_languages(
    *, by: Actor, person_ref: str, languages: Sequence[net.Language], expected_version: int, now: dt.datetime
) -> None:
    """The languages as they are now, the first used most; what stood before is kept in the audit record."""
    decision = require(by, actions.CHANGE, person_ref, now=now)
    checked = checked_languages(languages)
    with deed(events.LANGUAGES_SET, by=by, now=now, decision=decision, subjects=[person_ref]) as act:
        row = held(person_ref, expected_version)
        stood = Language.objects.filter(person=row).order_by("pk")
        before = [_words(said.code, said.needs_interpreter) for said in stood]
        stood.delete()
        insert_all(Language, (language_row(said, row.pk) for said in checked))
        save_version(row, now=now)
        after = [_words(said.code, said.needs_interpreter) for said in checked]
        act.changed(person_ref, before={"languages": before}, after={"languages": after})


def _words(code: str, needs_interpreter: bool) -> str:
    return f"{code} with interpreter" if needs_interpreter else code
