"""Deeds and loads of access, and the hand-over of actions at start-up. Each module is one kind of deed."""

from kith.apps.access.destroy_hooks import Destroying, install_on_destroy, install_tells_of
from kith.apps.access.merge_hooks import Joining, install_on_merge
from kith.apps.access.registered import install
from kith.apps.access.seal_hooks import SealedScope, install_on_seal, install_record_owners
from kith.apps.access.services.agencies import add_agencies, plan_agencies
from kith.apps.access.services.beside import begin_case, begin_work, end_case, open_beside
from kith.apps.access.services.conflicts import (
    CannotEndConflict,
    CannotNoteConflict,
    declare_conflict,
    end_conflict,
    load_detected_conflicts,
    note_conflict,
)
from kith.apps.access.services.consents import Answered, record_consent, withdraw_consent
from kith.apps.access.services.copying import seal_alike
from kith.apps.access.services.destroying import CannotDestroy, propose_destroying
from kith.apps.access.services.emergencies import (
    CannotGiveBack,
    CannotLook,
    CannotReview,
    WhyLook,
    end_look,
    give_looks_back,
    review_look,
    take_look,
)
from kith.apps.access.services.ended_links import end_links_telling
from kith.apps.access.services.following import follow
from kith.apps.access.services.handing_over import hand_over_work
from kith.apps.access.services.lifting import propose_lift
from kith.apps.access.services.link_visits import (
    LinkClosed,
    deed_of_reader,
    end_visit,
    open_with_code,
    show_copy,
)
from kith.apps.access.services.links import CannotEndLink, CannotPublish, end_link, hand_over, publish_link
from kith.apps.access.services.merging import CannotMerge, Merging, merge_subjects, unmerge
from kith.apps.access.services.proposals import CannotPropose
from kith.apps.access.services.role_changes import CLEARANCES, propose_clearance, propose_role
from kith.apps.access.services.seal_lists import CannotChangeList, add_reader, end_reader, exclude_person
from kith.apps.access.services.seals import CannotConfirmSeal, CannotSeal, NewSeal, confirm_seal, set_seal
from kith.apps.access.services.shares import (
    CannotShare,
    Offer,
    Weighed,
    decide_sharing,
    end_share,
    roles_to_share_with,
)
from kith.apps.access.services.staff import CannotLoadStaff, load_staff
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
from kith.apps.access.services.tasks import (
    CannotEndTask,
    CannotGiveTask,
    NewTask,
    end_task,
    give_task,
    take_up_task,
)
from kith.apps.access.services.two_people import CannotDecide, decide_proposal, take_back
from kith.apps.access.services.unread_seals import note_unread_seals, propose_reader
from kith.apps.access.services.workers import CannotKeepWorker, make_code, say_back, say_left
from kith.apps.access.services.working import (
    begin_involvement,
    end_all_work,
    end_involvement,
    reopen_involvement,
    standing_involvement,
)

__all__ = [
    "CLEARANCES",
    "Answered",
    "CannotChangeList",
    "CannotConfirmSeal",
    "CannotDecide",
    "CannotDestroy",
    "CannotEndConflict",
    "CannotEndLink",
    "CannotEndTask",
    "CannotGiveBack",
    "CannotGiveTask",
    "CannotKeepWorker",
    "CannotLoadStaff",
    "CannotLook",
    "CannotMerge",
    "CannotNoteConflict",
    "CannotPropose",
    "CannotPublish",
    "CannotReview",
    "CannotSeal",
    "CannotShare",
    "Destroying",
    "InvolvementRecord",
    "Joining",
    "LinkClosed",
    "Merging",
    "NewSeal",
    "NewTask",
    "Offer",
    "SealedScope",
    "Weighed",
    "WhyLook",
    "add_agencies",
    "add_reader",
    "begin_batch",
    "begin_case",
    "begin_involvement",
    "begin_work",
    "confirm_seal",
    "decide_proposal",
    "decide_sharing",
    "declare_conflict",
    "deed_of_reader",
    "end_all_work",
    "end_case",
    "end_conflict",
    "end_involvement",
    "end_link",
    "end_links_telling",
    "end_look",
    "end_reader",
    "end_share",
    "end_task",
    "end_visit",
    "exclude_person",
    "follow",
    "give_looks_back",
    "give_task",
    "hand_over",
    "hand_over_work",
    "install",
    "install_on_destroy",
    "install_on_merge",
    "install_on_seal",
    "install_record_owners",
    "install_tells_of",
    "join_circle",
    "join_circles",
    "load_detected_conflicts",
    "load_involvements",
    "load_staff",
    "make_code",
    "merge_subjects",
    "note_conflict",
    "note_unread_seals",
    "open_beside",
    "open_subject",
    "open_subjects",
    "open_with_code",
    "plan_agencies",
    "propose_clearance",
    "propose_destroying",
    "propose_lift",
    "propose_reader",
    "propose_role",
    "publish_batch",
    "publish_link",
    "record_consent",
    "reopen_involvement",
    "review_look",
    "roles_to_share_with",
    "say_back",
    "say_left",
    "seal_alike",
    "set_seal",
    "show_copy",
    "standing_involvement",
    "take_back",
    "take_look",
    "take_up_task",
    "unmerge",
    "withdraw_consent",
]
