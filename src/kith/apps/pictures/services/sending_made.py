"""What was drawn by hand on a tablet comes back: strokes, rings and stickers, and that something was rubbed out."""

from dataclasses import replace

from kith.apps.pictures.models import HandMade
from kith.apps.pictures.projections import MadeSaid, SentBack
from kith.apps.pictures.rules import CannotDraw
from kith.apps.pictures.sent import MAKE, FromTablet
from kith.apps.pictures.services.making import make_by_hand, rub_out

NOTHING = "Say what was drawn."
NOBODY = "Nobody who was inside this ring is on the picture any more."
MOVED = "Somebody moved this meanwhile. It stays; rub it out in Kith."


def made_sent(tablet: FromTablet, sent: SentBack) -> tuple[str, int]:
    """The key of what it was about, and the version in which it left it."""
    return _made(tablet, sent.made) if sent.what == MAKE else _rubbed_out(tablet, sent)


def _made(tablet: FromTablet, made: MadeSaid | None) -> tuple[str, int]:
    """A ring goes around those who are still there."""
    if made is None:
        raise CannotDraw(NOTHING)
    keys = [tablet.key(key) for key in made.around]
    around = tuple(key for key in keys if not key or tablet.on_it(key))
    if made.around and not around:
        raise CannotDraw(NOBODY)
    ref = make_by_hand(**tablet.at, made=replace(made, around=around))
    row = HandMade.objects.get(ref=ref)
    return row.key, row.version


def _rubbed_out(tablet: FromTablet, sent: SentBack) -> tuple[str, int]:
    """What is gone already is as it should be."""
    key = tablet.key(sent.key)
    row = HandMade.objects.filter(picture=tablet.picture, key=key, withdrawn_at=None).first()
    if row is None:
        return key, 0
    last = tablet.last_sent([key])
    if row.version != (last.left_version if last else sent.version):
        raise CannotDraw(MOVED)
    rub_out(**tablet.at, made_ref=row.ref)
    return key, 0
