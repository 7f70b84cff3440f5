"""Reads of access: decisions, permitted lists, the team around a subject, and what pages show of it all.

Each module is one kind of read; this one is only their front door.
"""

from kith.apps.access.covering import uncovered
from kith.apps.access.cutting import Cut, OpenToAll, Unsealed, near
from kith.apps.access.decisions import decide, decide_by_role, visible, who_can
from kith.apps.access.gathering import Asked
from kith.apps.access.hearing import heard, may_hear
from kith.apps.access.moments import clock_of, day_of, start_of
from kith.apps.access.queries.agency_work import held_in_agency
from kith.apps.access.queries.conflicts import may_declare, may_note, who_ends
from kith.apps.access.queries.destroyed import destroyed_page
from kith.apps.access.queries.ended_links import ended_links
from kith.apps.access.queries.held_back import held_back_looks, may_be_told_of
from kith.apps.access.queries.links import live_links, may_publish, may_see_links, require_to_publish
from kith.apps.access.queries.looks import (
    live_look,
    look_offer,
    look_to_review,
    looks_to_review,
    may_review_looks,
    require_review_queue,
    require_to_look,
    reviews_wait,
    suspended_colleagues,
    suspension_to_end,
)
from kith.apps.access.queries.merges import merge_to_undo, merges_of
from kith.apps.access.queries.offering import may_merge, may_propose_destroying, may_seal
from kith.apps.access.queries.overdue import overdue_work
from kith.apps.access.queries.reasons import reasons_of, watchers_of
from kith.apps.access.queries.sealing_pages import (
    colleagues_to_note,
    conflict_list,
    list_to_choose,
    proposal_to_decide,
    roles_to_propose,
    seal_page,
    seal_to_decide,
    seal_to_read,
    workers_called,
    workers_chosen,
)
from kith.apps.access.queries.seals import is_kept_from, kinds_to_choose, seal_marks, who_confirms
from kith.apps.access.queries.sharing import (
    consent_to_withdraw,
    decision_of,
    share_to_end,
    shares_if_joined,
    sharing_of,
    sharing_to_decide,
)
from kith.apps.access.queries.staff import staff_on_list
from kith.apps.access.queries.subjects import (
    circle_ids,
    in_network_of,
    last_change_of,
    members_among,
    members_by_centre,
    round_centres,
    target_of,
    with_neighbours,
    with_network,
)
from kith.apps.access.queries.tasks import giving_tasks, may_give_tasks, task_to_end, tasks_of, tasks_page
from kith.apps.access.queries.teams import agency_kinds_at_work, team_around, team_with_numbers, teams_around
from kith.apps.access.queries.tied import Tied, tied_to
from kith.apps.access.queries.unsealed import that_are_there, under_no_seal, with_open_ties
from kith.apps.access.queries.waiting import waiting_page, waits_for
from kith.apps.access.queries.work import (
    ended_work,
    mine_among,
    own_reach,
    own_subjects,
    works_with,
    works_with_whom,
)
from kith.apps.access.queries.work_round import cases_round, subject_of_work, work_round
from kith.apps.access.queries.workers import worker_to_keep, workers_to_keep
from kith.apps.access.requiring import NothingHere, OnlyKnown, refusal_of, require, require_by_role
from kith.apps.access.roles import role_may, role_title
from kith.apps.access.seconds import roles_with
from kith.apps.access.together import A_HANDFUL, opened_among
from kith.apps.access.vocabulary import (
    consent_kinds,
    consent_steps,
    emergency_limits,
    grounds_to_destroy,
    sharing_words,
    words_for_families,
)

__all__ = [
    "A_HANDFUL",
    "Asked",
    "Cut",
    "NothingHere",
    "OnlyKnown",
    "OpenToAll",
    "Tied",
    "Unsealed",
    "agency_kinds_at_work",
    "cases_round",
    "circle_ids",
    "clock_of",
    "colleagues_to_note",
    "conflict_list",
    "consent_kinds",
    "consent_steps",
    "consent_to_withdraw",
    "day_of",
    "decide",
    "decide_by_role",
    "decision_of",
    "destroyed_page",
    "emergency_limits",
    "ended_links",
    "ended_work",
    "giving_tasks",
    "grounds_to_destroy",
    "heard",
    "held_back_looks",
    "held_in_agency",
    "in_network_of",
    "is_kept_from",
    "kinds_to_choose",
    "last_change_of",
    "list_to_choose",
    "live_links",
    "live_look",
    "look_offer",
    "look_to_review",
    "looks_to_review",
    "may_be_told_of",
    "may_declare",
    "may_give_tasks",
    "may_hear",
    "may_merge",
    "may_note",
    "may_propose_destroying",
    "may_publish",
    "may_review_looks",
    "may_seal",
    "may_see_links",
    "members_among",
    "members_by_centre",
    "merge_to_undo",
    "merges_of",
    "mine_among",
    "near",
    "opened_among",
    "overdue_work",
    "own_reach",
    "own_subjects",
    "proposal_to_decide",
    "reasons_of",
    "refusal_of",
    "require",
    "require_by_role",
    "require_review_queue",
    "require_to_look",
    "require_to_publish",
    "reviews_wait",
    "role_may",
    "role_title",
    "roles_to_propose",
    "roles_with",
    "round_centres",
    "seal_marks",
    "seal_page",
    "seal_to_decide",
    "seal_to_read",
    "share_to_end",
    "shares_if_joined",
    "sharing_of",
    "sharing_to_decide",
    "sharing_words",
    "staff_on_list",
    "start_of",
    "subject_of_work",
    "suspended_colleagues",
    "suspension_to_end",
    "target_of",
    "task_to_end",
    "tasks_of",
    "tasks_page",
    "team_around",
    "team_with_numbers",
    "teams_around",
    "that_are_there",
    "tied_to",
    "uncovered",
    "under_no_seal",
    "visible",
    "waiting_page",
    "waits_for",
    "watchers_of",
    "who_can",
    "who_confirms",
    "who_ends",
    "with_neighbours",
    "with_network",
    "with_open_ties",
    "words_for_families",
    "work_round",
    "worker_to_keep",
    "workers_called",
    "workers_chosen",
    "workers_to_keep",
    "works_with",
    "works_with_whom",
]
