"""A young person's own page for one viewer: the page, the card on the child's page, the form, and the sheet."""

import datetime as dt

from kith.apps.access.queries import day_of, may_publish, require
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import note_opened
from kith.apps.ownpages import events
from kith.apps.ownpages.actions import EXPORT, READ, WRITE
from kith.apps.ownpages.cards import Cards
from kith.apps.ownpages.models import Part
from kith.apps.ownpages.projections import Field, OwnPage, OwnPageCard, OwnPageForm, Sheet, SheetPart
from kith.apps.ownpages.sight import Around, around, may
from kith.apps.ownpages.vocabulary import EVERYBODY, NAMING, choosers, readers, sections, ways
from kith.apps.teams.queries import workers_on_team
from kith.kernel.reading_age import sentences_of

TALK = "talk"
ON_THE_CARD = ("talk", "answers", "harder")  # what a stranger has to know first
MOST_ON_THE_CARD = 3  # lines of each: it is the size of a bank card
MOST_AT_THE_HEAD = 2


def own_page(actor: Actor, child_ref: str, *, called: str, now: dt.datetime) -> OwnPage:
    decision = require(actor, READ, child_ref, now=now)
    note_opened(child_ref, decision=decision)
    near = around(actor, child_ref, now=now)
    cards = Cards(actor, child_ref, called, near, now)
    return OwnPage(
        sections=cards.sections(),
        tellings=cards.tellings(),
        look_again=cards.look_again(day_of(now)),
        seen=near.mark,
        may_write=may(actor, WRITE, child_ref, now=now),
        may_print=may(actor, EXPORT, child_ref, now=now) and bool(_for_everybody(near)),
        may_give=may_publish(actor, child_ref, now=now) and bool(near.standing),
    )


def own_page_card(actor: Actor, child_ref: str, *, called: str, now: dt.datetime) -> OwnPageCard | None:
    """None for whoever may not read such a page at all."""
    if not may(actor, READ, child_ref, now=now):
        return None
    near = around(actor, child_ref, now=now)
    cards = Cards(actor, child_ref, called, near, now)
    talk = [line for row in near.standing if row.section == TALK for line in sentences_of(row.text)]
    return OwnPageCard(
        says=" ".join(talk[:MOST_AT_THE_HEAD]),
        look_again=cards.look_again(day_of(now)),
        is_empty=not near.standing,
        may_write=may(actor, WRITE, child_ref, now=now),
    )


def own_page_form(actor: Actor, child_ref: str, *, called: str, now: dt.datetime) -> OwnPageForm:
    require(actor, WRITE, child_ref, now=now)
    near = around(actor, child_ref, now=now)
    team = workers_on_team(actor, child_ref, is_now=True, now=now)
    return OwnPageForm(
        fields=tuple(_field(key, section, row, near) for key, section, row in near.keyed()),
        workers=tuple((ref, name) for ref, name in team.items() if ref != actor.ref),
        readers=tuple((name, one.says) for name, one in readers().items()),
        ways=tuple(ways().items()),
        choosers=tuple((name, says.format(child=called)) for name, says in choosers().items()),
        seen=near.mark,
        is_new=not near.standing,
    )


def _field(key: str, section: str, row: Part | None, near: Around) -> Field:
    asked = sections()[section]
    if row is None:
        return Field(key=key, title=asked.title, asks=asked.asks, ideas=asked.ideas)
    named = near.named.get(row.pk, frozenset()) if row.readers in NAMING else frozenset()
    return Field(
        key=key,
        title=asked.title,
        asks=asked.asks,
        ideas=asked.ideas,
        text=row.text,
        readers=row.readers,
        named=tuple(sorted(named)),
    )


def own_page_sheet(actor: Actor, child_ref: str, *, now: dt.datetime) -> Sheet:
    """Paper gets about: on it stands only what everybody may read, and nothing in which something is sealed."""
    decision = require(actor, EXPORT, child_ref, now=now)
    note_opened(child_ref, decision=decision, event=events.PRINTED)
    near = around(actor, child_ref, is_copy=True, now=now)
    rows = _for_everybody(near)
    return Sheet(
        parts=tuple(
            SheetPart(title=sections()[row.section].title, lines=tuple(sentences_of(row.text))) for row in rows
        ),
        card=tuple(
            SheetPart(title=sections()[row.section].title, lines=tuple(sentences_of(row.text)[:MOST_ON_THE_CARD]))
            for name in ON_THE_CARD
            for row in rows
            if row.section == name
        ),
    )


def _for_everybody(near: Around) -> list[Part]:
    return [row for row in near.standing if row.readers == EVERYBODY]
