"""Lines that were drawn on a tablet come back: one line stands between two, so what both drew can stand on it."""

from dataclasses import replace

from kith.apps.pictures.models import Line, Placed
from kith.apps.pictures.projections import LineSaid, SentBack
from kith.apps.pictures.rules import CannotDraw
from kith.apps.pictures.sent import BOTH, HERE, LINE_OFF, Clash, FromTablet
from kith.apps.pictures.services.lines import between, draw_line, take_line_off
from kith.apps.pictures.services.placing import put_on_again

CHANGED = "Somebody changed this line meanwhile."
TAKEN_OFF = "Somebody took this line off meanwhile."
NO_END = "One end of this line is not on the picture any more."
NEVER_THERE = "One end of this line is not in Kith. Send that first, then try again."
ONCE_MORE = "Look at both once more."
TURNED = {"a": "b", "b": "a"}


def line_sent(tablet: FromTablet, sent: SentBack) -> tuple[str, int]:
    """The key of the line that it was about, and the version in which it left it."""
    if sent.line is None:
        raise CannotDraw("A line needs two ends.")
    line = replace(sent.line, a=tablet.key(sent.line.a), b=tablet.key(sent.line.b))
    missing = [key for key in (line.a, line.b) if key and tablet.on_it(key) is None]
    if missing:
        return (sent.key, 0) if sent.what == LINE_OFF else _without_an_end(tablet, sent, line, missing)
    found = between(tablet.picture, line)
    if found is None and sent.what == LINE_OFF:
        return sent.key, 0
    if found is not None:
        line = _turned(line) if found.a_key != line.a else line
        if sent.what != LINE_OFF and (set(found.kinds), found.towards) == (set(line.kinds), line.towards):
            return found.key, found.version
    if sent.choice:
        return _chosen(tablet, sent, line, found)
    if _known(tablet, sent, line) != _standing(found):
        raise _clash(tablet, sent, found)
    return _done(tablet, sent, line, found)


def _without_an_end(tablet: FromTablet, sent: SentBack, line: LineSaid, missing: list[str]) -> tuple[str, int]:
    """Who was taken off meanwhile can be put on again, with the line; who never came is sent first."""
    rows = [Placed.objects.filter(picture=tablet.picture, key=key).order_by("-pk").first() for key in missing]
    gone = [row for row in rows if row is not None]
    if len(gone) < len(missing):
        raise CannotDraw(NEVER_THERE)
    if sent.choice == HERE:
        return sent.key, 0
    if sent.choice != BOTH:
        raise Clash(NO_END, choices=(BOTH, HERE), is_of_line=True)
    for row in gone:
        put_on_again(**tablet.at, placed_ref=row.ref)
    return _drawn(tablet, line)


def _chosen(tablet: FromTablet, sent: SentBack, line: LineSaid, found: Line | None) -> tuple[str, int]:
    choices = tablet.choices(takes_off=sent.what == LINE_OFF, is_gone=found is None)
    if sent.choice not in choices:
        raise _clash(tablet, sent, found, ONCE_MORE)
    if sent.choice == HERE:
        return _standing(found)
    if found is None:
        return _drawn(tablet, line)
    if sent.choice == BOTH:
        kinds = tuple(dict.fromkeys([*found.kinds, *line.kinds]))
        return _drawn(tablet, replace(line, kinds=kinds, towards=_both_ways(found.towards, line.towards)))
    if found.version != sent.version:
        raise _clash(tablet, sent, found, ONCE_MORE)
    return _done(tablet, sent, line, found)


def _done(tablet: FromTablet, sent: SentBack, line: LineSaid, found: Line | None) -> tuple[str, int]:
    if found is None or sent.what != LINE_OFF:
        return _drawn(tablet, line)
    take_line_off(**tablet.at, line_ref=found.ref)
    return found.key, 0


def _drawn(tablet: FromTablet, line: LineSaid) -> tuple[str, int]:
    row = Line.objects.get(ref=draw_line(**tablet.at, line=line))
    return row.key, row.version


def _known(tablet: FromTablet, sent: SentBack, line: LineSaid) -> tuple[str, int]:
    """What the tablet last knew to stand between the two: what it left there itself, or else what it was handed."""
    ever = Line.objects.filter(picture=tablet.picture, a_key__in=(line.a, line.b), b_key__in=(line.a, line.b))
    last = tablet.last_sent(ever.values_list("key", flat=True))
    key, version = (last.key, last.left_version) if last else (sent.key, sent.version)
    return (key, version) if version else ("", 0)


def _standing(found: Line | None) -> tuple[str, int]:
    return (found.key, found.version) if found else ("", 0)


def _clash(tablet: FromTablet, sent: SentBack, found: Line | None, says: str = CHANGED) -> Clash:
    choices = tablet.choices(takes_off=sent.what == LINE_OFF, is_gone=found is None)
    if found is None:
        return Clash(TAKEN_OFF, choices=choices, is_of_line=True)
    return Clash(says, key=found.key, choices=choices, is_of_line=True)


def _turned(line: LineSaid) -> LineSaid:
    return replace(line, a=line.b, b=line.a, towards=TURNED.get(line.towards, line.towards))


def _both_ways(one: str, other: str) -> str:
    """Help that goes each way in one of the two goes both ways on the line.

    >>> _both_ways("a", "b"), _both_ways("", "a"), _both_ways("a", "a")
    ('both', 'a', 'a')
    """
    return one if one == other or not other else other if not one else "both"
