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
from kith.engines.drawing import network as net


def set_languages(
    *, by: Actor, person_ref: str, languages: Sequence[net.Language], expected_version: int, now: dt.datetime
) -> None:
    """The languages as they are now, the first used most; what stood before is kept in the audit record."""
    decision = require(by, actions.CHANGE, person_ref, now=now)
    checked = checked_languages(languages)
    with deed(events.LANGUAGES_SET, by=by, now=now, decision=decision, subjects=[person_ref]) as act:
        row = held(person_ref, expected_version)
        before = Language.objects.filter(person=row).order_by("pk")
        act.notes(before=[_words(said.code, said.needs_interpreter) for said in before])
        before.delete()
        Language.objects.bulk_create(
            Language(person=row, code=said.code, needs_interpreter=said.needs_interpreter) for said in checked
        )
        save_version(row)
        act.notes(after=[_words(said.code, said.needs_interpreter) for said in checked])


def _words(code: str, needs_interpreter: bool) -> str:
    return f"{code} with interpreter" if needs_interpreter else code
