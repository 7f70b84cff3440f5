"""The stored facts that decisions rest on, each dated and half-open.

What they mean belongs to `rules`; how they may change belongs to `services`.
"""

from kith.apps.access.models.denials import Conflict, Seal, SealExclusion, SealReader, SealScope, StaffEntry
from kith.apps.access.models.emergencies import EmergencyLook, Suspension
from kith.apps.access.models.links import LinkSubject, LinkVisit, ShareLink
from kith.apps.access.models.shares import Consent, Share, ShareTerms, SharingDecision
from kith.apps.access.models.subjects import Batch, Circle, Involvement, Subject
from kith.apps.access.models.tasks import Task, TaskSubject
from kith.apps.access.models.two_people import Merge, Proposal
from kith.apps.access.models.workers import WorkerDeed

__all__ = [
    "Batch",
    "Circle",
    "Conflict",
    "Consent",
    "EmergencyLook",
    "Involvement",
    "LinkSubject",
    "LinkVisit",
    "Merge",
    "Proposal",
    "Seal",
    "SealExclusion",
    "SealReader",
    "SealScope",
    "Share",
    "ShareLink",
    "ShareTerms",
    "SharingDecision",
    "StaffEntry",
    "Subject",
    "Suspension",
    "Task",
    "TaskSubject",
    "WorkerDeed",
]
