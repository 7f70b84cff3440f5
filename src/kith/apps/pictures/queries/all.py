"""All pictures of one child: every kind, with its versions and whose view each is."""

import datetime as dt

from kith.apps.access.queries import require
from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import note_opened
from kith.apps.pictures.actions import READ, WRITE
from kith.apps.pictures.cards import Showing
from kith.apps.pictures.prefilling import kin_of
from kith.apps.pictures.projections import KindCard, PicturesPage
from kith.apps.pictures.queries.drawn import may
from kith.apps.pictures.sight import PICTURE, around, is_seen, pictures_of
from kith.apps.pictures.vocabulary import picture_kinds


def pictures_page(actor: Actor, child_ref: str, *, now: dt.datetime) -> PicturesPage:
    decision = require(actor, READ, child_ref, now=now, kind=PICTURE)
    note_opened(child_ref, decision=decision)
    near = around(actor, child_ref, now=now)
    showing = Showing(actor, near, may(actor, WRITE, child_ref, now=now))
    seen = [row for row in pictures_of(actor, child_ref, now=now) if is_seen(row, near.people)]
    standing = [row for row in seen if row.withdrawn_at is None]
    out = [row for row in seen if row.withdrawn_at is not None]
    return PicturesPage(
        kinds=tuple(
            KindCard(
                name=kind.name,
                title=kind.title,
                for_child=kind.for_child,
                about=kind.about,
                minutes=kind.minutes,
                looks=tuple((look.id, look.button) for look in kind.looks),
                from_network=kind.from_network,
                pictures=showing.cards([row for row in standing if row.kind == kind.name]),
            )
            for kind in picture_kinds().values()
        ),
        taken_out=showing.cards(out),
        may_draw=showing.may_write,
        people=tuple((ref, name) for ref, name in near.names.items() if ref != child_ref),
        kin=kin_of(near.view.network) & near.names.keys(),
    )
