"""What leaves access: cards that pages show, and what is asked for.

Each module holds the cards of one matter; this one is only their front door.
"""

from kith.apps.access.projections.destroying import DestroyedCard, DestroyedPage
from kith.apps.access.projections.held import Held
from kith.apps.access.projections.links import EndedLinkCard, LinkCard, NewLink, OpenLink, PublishedLink, ShownCopy
from kith.apps.access.projections.looks import LiveLook, LookCard, LookOffer, OverdueWork, SuspensionCard
from kith.apps.access.projections.sealing import (
    ConflictCard,
    LapsedPlace,
    MergeCard,
    ProposalCard,
    ReaderCard,
    RoleChangeNote,
    SealKindCard,
    SealMark,
    SealToConfirm,
    SealView,
    UnreadSeal,
    WaitingPage,
)
from kith.apps.access.projections.sharing import ConsentCard, DecisionCard, ShareCard, SharingView
from kith.apps.access.projections.staff import StaffFacts, StaffLine
from kith.apps.access.projections.subjects import LastChange, Reason, Target, TeamMember, Watcher, Work
from kith.apps.access.projections.tasks import GivingTasks, OwnTasks, TaskCard, TasksPage
from kith.apps.access.projections.workers import KeptWorker, WorkerLine

__all__ = [
    "ConflictCard",
    "ConsentCard",
    "DecisionCard",
    "DestroyedCard",
    "DestroyedPage",
    "EndedLinkCard",
    "GivingTasks",
    "Held",
    "KeptWorker",
    "LapsedPlace",
    "LastChange",
    "LinkCard",
    "LiveLook",
    "LookCard",
    "LookOffer",
    "MergeCard",
    "NewLink",
    "OpenLink",
    "OverdueWork",
    "OwnTasks",
    "ProposalCard",
    "PublishedLink",
    "ReaderCard",
    "Reason",
    "RoleChangeNote",
    "SealKindCard",
    "SealMark",
    "SealToConfirm",
    "SealView",
    "ShareCard",
    "SharingView",
    "ShownCopy",
    "StaffFacts",
    "StaffLine",
    "SuspensionCard",
    "Target",
    "TaskCard",
    "TasksPage",
    "TeamMember",
    "UnreadSeal",
    "WaitingPage",
    "Watcher",
    "Work",
    "WorkerLine",
]
