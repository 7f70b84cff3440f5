"""What leaves access: cards that pages show, and what is asked for.

Each module holds the cards of one matter; this one is only their front door.
"""

from kith.apps.access.projections.links import EndedLinkCard, LinkCard, NewLink, PublishedLink, ShownCopy
from kith.apps.access.projections.looks import LiveLook, LookCard, LookOffer, OverdueWork, SuspensionCard
from kith.apps.access.projections.sealing import (
    ConflictCard,
    MergeCard,
    ProposalCard,
    ReaderCard,
    RoleChangeNote,
    SealKindCard,
    SealMark,
    SealToConfirm,
    SealView,
    WaitingPage,
)
from kith.apps.access.projections.sharing import ConsentCard, DecisionCard, ShareCard, SharingView
from kith.apps.access.projections.subjects import LastChange, Reason, Target, TeamMember, Watcher

__all__ = [
    "ConflictCard",
    "ConsentCard",
    "DecisionCard",
    "EndedLinkCard",
    "LastChange",
    "LinkCard",
    "LiveLook",
    "LookCard",
    "LookOffer",
    "MergeCard",
    "NewLink",
    "OverdueWork",
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
    "SuspensionCard",
    "Target",
    "TeamMember",
    "WaitingPage",
    "Watcher",
]
