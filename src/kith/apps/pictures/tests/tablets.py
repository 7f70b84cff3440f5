"""A tablet of Sue's with a picture of Kit's on it, for the tests of what comes back from it."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from kith.apps.agencies.projections import Actor
from kith.apps.audit.services import reading
from kith.apps.pictures import queries, services
from kith.apps.pictures.projections import DrawnPage, LineSaid, PictureStart, Placing, SentBack, Taken
from kith.kernel.refs import new_ref
from kith.testing.factories import (
    NOW,
    Partnership,
    agency,
    child,
    couple,
    family,
    partnership,
    person,
    rolled_back,
    worker,
)

SCHOOL = Placing(kind="place", name="School", words="too loud", farness=75, turn=300)
NAN = Placing(person="nan", name="Nan")
HOUR = dt.timedelta(hours=1)


@contextmanager
def kit_and_his_workers() -> Iterator[Partnership]:
    """Sue and Ray work with Kit, whose grandmother is Nan and her mother Gran; Max leads at the council, Una at the
    school."""
    with rolled_back():
        made = partnership(
            agencies=[agency("council"), agency("school")],
            workers=[
                worker("sue"),
                worker("ray", agency="school"),
                worker("max", role="manager"),
                worker("una", agency="school", role="manager"),
            ],
        )
        kit = child("kit", "Kit Brook")
        nan, gran = person("nan", "Zipporah Vale"), person("gran", "Mercy Vale")
        unions = [couple("nan", children=["kit"]), couple("gran", children=["nan"])]
        made.add([family(kit, nan, gran, unions=unions)])
        for who in ("sue", "ray"):
            made.involve("kit", who)
        yield made


class Tablet:
    """Sue's, with a picture of Kit's on it that holds the school and Nan."""

    def __init__(
        self,
        county: Partnership,
        *,
        whose: str = "worker",
        offered: tuple[str, ...] = (),
        line: tuple[str, ...] = (),
        kind: str = "ecomap",
        on: tuple[Placing, ...] = (SCHOOL, NAN),
    ) -> None:
        self.county = county
        start = PictureStart(kind=kind, whose=whose)
        self.ref = services.begin_picture(by=self.sue, child_ref=self.kit, start=start, now=NOW)
        for placing in on:
            self.placed(replace(placing, person=county.refs[placing.person] if placing.person else ""))
        self.was = {card.name: card for card in self.page().placed}
        if line:
            self.online_line("School", "Nan", *line)
        self.check_out = services.check_out(by=self.sue, child_ref=self.kit, picture_ref=self.ref, now=NOW)
        self.handed = self.taken(*offered)
        self.was = {card.name: card for card in self.handed.placed}

    @property
    def sue(self) -> Actor:
        return self.county.actor("sue")

    @property
    def kit(self) -> str:
        return self.county.refs["kit"]

    def placed(self, placing: Placing) -> str:
        return services.place(by=self.sue, child_ref=self.kit, picture_ref=self.ref, placing=placing, now=NOW)

    def taken(self, *offered: str) -> Taken:
        refs = [self.county.refs[who] for who in offered]
        with reading("test.read", by=self.sue, now=NOW):
            return queries.taken_along(self.sue, self.kit, self.ref, self.check_out, offered=refs, now=NOW)

    def page(self, who: str = "sue", now: dt.datetime = NOW) -> DrawnPage:
        actor = self.county.actor(who)
        with reading("test.read", by=actor, now=now):
            return queries.drawn_page(actor, self.kit, self.ref, now=now)

    def stands(self) -> dict[str, tuple[str, int]]:
        return {card.name: (card.placing.words, card.placing.farness) for card in self.page().placed}

    def send(self, sent: SentBack, *, who: str = "sue", now: dt.datetime = NOW + HOUR) -> None:
        by, at = self.county.actor(who), {"child_ref": self.kit, "picture_ref": self.ref}
        with reading("test.sent", by=by, now=now):
            services.send_back(by=by, check_out_ref=self.check_out, sent=sent, now=now, **at)

    def changes(self, name: str, **said: object) -> SentBack:
        """A change of something that was on it when it was taken along."""
        card = self.was[name]
        placing = replace(card.placing, **said)  # type: ignore[arg-type]
        return SentBack(name=new_ref(), what="change", key=card.key, version=card.version, placing=placing)

    def online(self, name: str, **said: Any) -> None:
        """Somebody changes the same thing meanwhile, in Kith itself."""
        card = next(one for one in self.page().placed if one.name == name)
        services.change(
            by=self.sue,
            child_ref=self.kit,
            picture_ref=self.ref,
            placed_ref=card.ref,
            placing=replace(card.placing, **said),
            expected_version=card.version,
            now=NOW,
        )

    def online_off(self, name: str) -> None:
        services.take_off(by=self.sue, child_ref=self.kit, picture_ref=self.ref, placed_ref=self.was[name].ref, now=NOW)

    def end(self, who: str = "sue") -> None:
        services.end_check_out(
            by=self.county.actor(who),
            child_ref=self.kit,
            picture_ref=self.ref,
            check_out_ref=self.check_out,
            now=NOW + HOUR,
        )

    def draws(self, one: str, other: str, *kinds: str, towards: str = "", **said: Any) -> SentBack:
        """A line between two, as it stood there when it was taken along; nobody is the one in the middle."""
        return self._of_line("line", LineSaid(a=one, b=other, kinds=kinds, towards=towards), said)

    def takes_line_off(self, one: str, other: str, **said: Any) -> SentBack:
        return self._of_line("line_off", LineSaid(a=one, b=other, kinds=("strong",)), said)

    def _of_line(self, what: str, line: LineSaid, said: dict[str, Any]) -> SentBack:
        line = replace(line, a=self._key(line.a), b=self._key(line.b))
        stood = next((one for one in self.handed.lines if {one.line.a, one.line.b} == {line.a, line.b}), None)
        handed = {"key": stood.key, "version": stood.version} if stood else {}
        whole: dict[str, Any] = {"name": new_ref(), "what": what, "placing": Placing(), "line": line} | handed | said
        return SentBack(**whole)

    def _key(self, said: str) -> str:
        """By its name on the picture, or as the tablet calls it."""
        return self.was[said].key if said in self.was else said

    def online_line(self, one: str, other: str, *kinds: str, towards: str = "") -> None:
        line = LineSaid(a=self._key(one), b=self._key(other), kinds=kinds, towards=towards)
        services.draw_line(by=self.sue, child_ref=self.kit, picture_ref=self.ref, line=line, now=NOW)

    def online_line_off(self) -> None:
        (line,) = self.page().lines
        services.take_line_off(by=self.sue, child_ref=self.kit, picture_ref=self.ref, line_ref=line.ref, now=NOW)

    def lines(self) -> list[str]:
        return [line.says for line in self.page().lines]


def placing_of(name: str, **said: object) -> SentBack:
    return SentBack(name=new_ref(), what="place", placing=Placing(name=name, **said))  # type: ignore[arg-type]
