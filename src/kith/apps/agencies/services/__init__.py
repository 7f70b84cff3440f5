"""What is done with agencies and workers: loading, founding, enrolling, and changing a role."""

from kith.apps.agencies.services.enrolling import (
    CODE_LASTS,
    CannotEnrol,
    Newcomer,
    choose_first_password,
    enrol,
    renew_first_code,
)
from kith.apps.agencies.services.founding import CannotFound, Founding, found_partnership, refuse_where_in_use
from kith.apps.agencies.services.loading import AgencyRecord, Loaded, TeamRecord, WorkerRecord, load_agencies
from kith.apps.agencies.services.workers import CannotChangeRole, change_role, forget_ended_sessions, lock_worker

__all__ = [
    "CODE_LASTS",
    "AgencyRecord",
    "CannotChangeRole",
    "CannotEnrol",
    "CannotFound",
    "Founding",
    "Loaded",
    "Newcomer",
    "TeamRecord",
    "WorkerRecord",
    "change_role",
    "choose_first_password",
    "enrol",
    "forget_ended_sessions",
    "found_partnership",
    "load_agencies",
    "lock_worker",
    "refuse_where_in_use",
    "renew_first_code",
]
