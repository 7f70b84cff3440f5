"""What the audit record can say of access."""

LOADED = "access.involvements.loaded"
SEAL_SET = "access.seal.set"
SEAL_CONFIRMED = "access.seal.confirmed"
SEAL_LIFTED = "access.seal.lifted"
SEAL_READER_ADDED = "access.seal.reader_added"
SEAL_READER_ENDED = "access.seal.reader_ended"
SEAL_EXCLUDED = "access.seal.excluded"
SEALS_UNREAD = "access.seals.unread"
SEAL_READER_NAMED = "access.seal.reader_named"
PROPOSED = "access.proposal.made"
DECLINED = "access.proposal.declined"
TAKEN_BACK = "access.proposal.taken_back"
MERGED = "access.subjects.merged"
UNMERGED = "access.subjects.unmerged"
DESTROYED = "access.subject.destroyed"
ROLE_CHANGED = "access.role.changed"
CLEARANCE_CHANGED = "access.clearance.changed"
WORKER_LEFT = "access.worker.left"
WORKER_BACK = "access.worker.back"
CODE_MADE = "access.worker.code_made"
AGENCIES_ADDED = "access.agencies.added"
CONFLICT_DECLARED = "access.conflict.declared"
CONFLICT_NOTED = "access.conflict.noted"
CONFLICTS_DETECTED = "access.conflicts.detected"
STAFF_LOADED = "access.staff.loaded"
CONFLICT_ENDED = "access.conflict.ended"
LOOK_TAKEN = "access.look.taken"
LOOK_ENDED = "access.look.ended"
LOOK_REVIEWED = "access.look.reviewed"
LOOKS_SUSPENDED = "access.looks.suspended"
LOOKS_GIVEN_BACK = "access.looks.given_back"
TASK_GIVEN = "access.task.given"
TASK_ENDED = "access.task.ended"
TASK_TAKEN_UP = "access.task.taken_up"
SHARING_DECIDED = "access.sharing.decided"
SHARE_ENDED = "access.share.ended"
CONSENT_GIVEN = "access.consent.given"
CONSENT_WITHDRAWN = "access.consent.withdrawn"
LINK_PUBLISHED = "access.link.published"
HANDED_OVER = "access.copy.handed_over"
READ_TOGETHER = "access.copy.read_together"
LINK_ENDED = "access.link.ended"
LINK_OPENED = "access.link.opened"
LINK_SHOWN = "access.link.shown"
LINK_LEFT = "access.link.left"
LINK_WRONG_CODE = "access.link.wrong_code"

EVENTS = {
    LOADED: "Involvements were loaded",
    SEAL_SET: "Something was sealed",
    SEAL_CONFIRMED: "A second person confirmed a seal",
    SEAL_LIFTED: "A seal was lifted by two people",
    SEAL_READER_ADDED: "Somebody was put on a seal’s list",
    SEAL_READER_ENDED: "Somebody was taken off a seal’s list",
    SEAL_EXCLUDED: "Somebody was named whom a sealed thing must never reach",
    SEALS_UNREAD: "Seals were found that nobody on their list can read, or that somebody reads again",
    SEAL_READER_NAMED: "Two people named a reader for a seal that nobody could read",
    PROPOSED: "Something that needs two people was proposed",
    DECLINED: "The second person said no to a proposal",
    TAKEN_BACK: "A proposal was taken back",
    MERGED: "Two subjects were said to be one person",
    UNMERGED: "Two subjects were said not to be one person after all",
    DESTROYED: "Two people destroyed somebody’s record before its time",
    ROLE_CHANGED: "Somebody’s role was changed by two people",
    CLEARANCE_CHANGED: "Somebody’s clearance was changed by two people",
    WORKER_LEFT: "Somebody was said to work here no more",
    WORKER_BACK: "Somebody was said to work here again",
    CODE_MADE: "Somebody was given a code for a new password",
    AGENCIES_ADDED: "A file of agencies, teams and who is in them was loaded",
    CONFLICT_DECLARED: "Somebody said that they know a child in their own life",
    CONFLICT_NOTED: "A manager noted that a colleague knows a child in their own life",
    CONFLICTS_DETECTED: "Workers were found to be close to a subject in their own lives",
    STAFF_LOADED: "The staff list was loaded",
    CONFLICT_ENDED: "A conflict of interest was ended",
    LOOK_TAKEN: "Somebody took an emergency look",
    LOOK_ENDED: "Somebody ended their emergency look before its time",
    LOOK_REVIEWED: "Somebody reviewed an emergency look",
    LOOKS_SUSPENDED: "Somebody asked for too many emergency looks and may take none for now",
    LOOKS_GIVEN_BACK: "Somebody may take emergency looks again",
    TASK_GIVEN: "Somebody was given a task that opens records to them",
    TASK_ENDED: "Somebody’s task was ended before its day",
    TASK_TAKEN_UP: "A task that had been ended goes on",
    SHARING_DECIDED: "It was decided to share something, or not to",
    SHARE_ENDED: "A share with another agency was ended",
    CONSENT_GIVEN: "What somebody said yes or no to was recorded",
    CONSENT_WITHDRAWN: "Somebody took their yes or no back",
    LINK_PUBLISHED: "A family copy was published to one reader",
    HANDED_OVER: "A family copy was printed for one reader",
    READ_TOGETHER: "A family copy was opened to be read together with its reader",
    LINK_ENDED: "A link for the family was closed",
    LINK_OPENED: "A link for the family was opened with its code",
    LINK_SHOWN: "A family copy was shown to its reader",
    LINK_LEFT: "A reader left a family copy",
    LINK_WRONG_CODE: "A wrong code was given for a link for the family",
}
