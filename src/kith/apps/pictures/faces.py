"""Round pictures of people who stand on a picture: what each may be, and who is shown it.

A face goes with whoever it shows: who may not see them sees no face. It can be sealed alone. In a copy it is only where
its basis says so, and nobody is under a seal.
"""

import datetime as dt
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kith.apps.access.queries import Cut, OpenToAll, decide
from kith.apps.agencies.projections import Actor
from kith.apps.files.projections import OpenedFile
from kith.apps.files.queries import open_files
from kith.apps.pictures.actions import READ
from kith.apps.pictures.cards import Standing
from kith.apps.pictures.face_rules import FACED, bases
from kith.apps.pictures.models import Face, Picture
from kith.apps.pictures.projections import FaceCard, FaceCut, FaceSaid, PlacedCard
from kith.apps.pictures.sight import PICTURE, Around
from kith.kernel.decisions import Decision


def data_address(file: OpenedFile) -> str:
    """The bytes of an image as an address that nothing has to be fetched for."""
    return f"data:{file.kind};base64,{b64encode(file.data).decode()}"


@dataclass(frozen=True)
class Faces:
    """The faces on one picture that one viewer may see.

    `is_taken` is for what leaves: nobody and nothing that is sealed to others. `is_copy` besides holds only what may be
    on paper and in files.
    """

    actor: Actor
    child_ref: str
    near: Around
    now: dt.datetime
    is_taken: bool = False
    is_copy: bool = False

    def on(self, picture: Picture, standing: Standing) -> Standing:
        """What stands there, each with their face."""
        shown = dict(self._cards(self.rows(picture, standing.placed)))
        return replace(standing, placed=tuple(replace(one, face=shown.get(one.key)) for one in standing.placed))

    def rows(self, picture: Picture, placed: Iterable[PlacedCard]) -> list[Face]:
        """By the key of whom they show; of two that stand the later one."""
        people = {card.key: card.person for card in placed if card.kind in FACED}
        rows = Face.objects.filter(picture=picture, withdrawn_at=None, key__in=list(people)).order_by("pk")
        open_rows = list({row.key: row for row in Cut(self.actor, READ, now=self.now).open_rows(rows)}.values())
        if self.is_copy:
            open_rows = [row for row in open_rows if bases()[row.basis].leaves]
        return self._unsealed(open_rows, people) if self.is_taken and open_rows else open_rows

    def _unsealed(self, rows: list[Face], people: Mapping[str, str]) -> list[Face]:
        seals = OpenToAll(self.actor, READ, now=self.now)
        closed = seals.closed_records([row.ref for row in rows])
        people_closed = seals.closed_subjects([ref for ref in people.values() if ref])
        return [row for row in rows if row.ref not in closed and people[row.key] not in people_closed]

    def _cards(self, rows: list[Face]) -> Iterator[tuple[str, FaceCard]]:
        files = open_files(self.actor, [row.file_ref for row in rows], decide=self._decided, now=self.now)
        for row in rows:
            if file := files.get(row.file_ref):
                yield row.key, self._card(row, data_address(file))

    def _decided(self, _: str) -> Decision:
        """Whoever the file was kept for may be one person with the child now."""
        return decide(self.actor, READ, self.child_ref, now=self.now, kind=PICTURE)

    def _card(self, row: Face, image: str) -> FaceCard:
        return FaceCard(
            ref=row.ref,
            version=row.version,
            image=image,
            what=bases()[row.basis].what,
            said=FaceSaid(basis=row.basis, words=self.near.texts(row, "words")),
            may_leave=bases()[row.basis].leaves,
            cut=FaceCut(across=row.across, down=row.down, size=row.size),
            can_be_cut=bool(row.whole_ref),
        )
