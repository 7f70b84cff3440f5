"""Deeds and loads of access, and the hand-over of actions at start-up. Each module is one kind of deed."""

from kith.apps.access.actions import install
from kith.apps.access.services.subjects import (
    InvolvementRecord,
    begin_batch,
    join_circle,
    join_circles,
    load_involvements,
    open_subject,
    open_subjects,
    publish_batch,
)

__all__ = [
    "InvolvementRecord",
    "begin_batch",
    "install",
    "join_circle",
    "join_circles",
    "load_involvements",
    "open_subject",
    "open_subjects",
    "publish_batch",
]
