"""Deeds on drawn pictures: begun, drawn on, undone, finished, taken out.

Each deed is a function of its own file's subject; this module is only their front door.
"""

from kith.apps.pictures.rules import CannotDraw
from kith.apps.pictures.sent import Clash
from kith.apps.pictures.services.checking_out import check_out, end_check_out
from kith.apps.pictures.services.facing import cut_face, describe_face, give_face, take_face_off
from kith.apps.pictures.services.inviting import invite_from_picture
from kith.apps.pictures.services.joining import on_destroy, on_merge
from kith.apps.pictures.services.lines import draw_line, take_line_off
from kith.apps.pictures.services.making import make_by_hand, move_sticker, rub_out
from kith.apps.pictures.services.photographing import begin_from_photograph, say_entered
from kith.apps.pictures.services.placing import change, place, take_off
from kith.apps.pictures.services.recognising import forget, recognise
from kith.apps.pictures.services.sending_back import send_back
from kith.apps.pictures.services.undoing import redo, undo
from kith.apps.pictures.services.versions import begin_picture, finish_picture, put_picture_back, take_picture_out

__all__ = [
    "CannotDraw",
    "Clash",
    "begin_from_photograph",
    "begin_picture",
    "change",
    "check_out",
    "cut_face",
    "describe_face",
    "draw_line",
    "end_check_out",
    "finish_picture",
    "forget",
    "give_face",
    "invite_from_picture",
    "make_by_hand",
    "move_sticker",
    "on_destroy",
    "on_merge",
    "place",
    "put_picture_back",
    "recognise",
    "redo",
    "rub_out",
    "say_entered",
    "send_back",
    "take_face_off",
    "take_line_off",
    "take_off",
    "take_picture_out",
    "undo",
]
