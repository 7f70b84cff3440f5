"""Reads of voices, always for an actor: what a child says with what came of it, and labels with the child's view.

Each module is one kind of page; this one is only their front door.
"""

from kith.apps.voices.hearers import A_WORKER
from kith.apps.voices.queries.copies import labels_file, voices_file
from kith.apps.voices.queries.drawings import drawing_file
from kith.apps.voices.queries.heads import voices_head
from kith.apps.voices.queries.labels import label_form, labels_page, rating_to_ask_about, waiting_form
from kith.apps.voices.queries.sealable import sealable_voices
from kith.apps.voices.queries.voices import answer_form, correction_form, voice_form, voice_to_draw, voices_page
from kith.apps.voices.record_owners import subjects_of_voice
from kith.apps.voices.rules import MOST_NOTE, MOST_WORDS

__all__ = [
    "A_WORKER",
    "MOST_NOTE",
    "MOST_WORDS",
    "answer_form",
    "correction_form",
    "drawing_file",
    "label_form",
    "labels_file",
    "labels_page",
    "rating_to_ask_about",
    "sealable_voices",
    "subjects_of_voice",
    "voice_form",
    "voice_to_draw",
    "voices_file",
    "voices_head",
    "voices_page",
    "waiting_form",
]
