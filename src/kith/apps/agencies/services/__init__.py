"""What is done with agencies and workers: loading, founding, adding, enrolling, changing and leaving."""

from kith.apps.agencies.agency_files import AgencyFile, CannotUseAgencyFile, read_agency_file
from kith.apps.agencies.services.additions import Additions, additions_of, lock_agencies, write_additions
from kith.apps.agencies.services.enrolling import (
    CODE_LASTS,
    CannotEnrol,
    Newcomer,
    choose_first_password,
    code_within,
    enrol,
    renew_first_code,
)
from kith.apps.agencies.services.founding import CannotFound, Founding, found_partnership, refuse_where_in_use
from kith.apps.agencies.services.loading import AgencyRecord, Loaded, TeamRecord, WorkerRecord, load_agencies
from kith.apps.agencies.services.workers import (
    CannotChangeRole,
    change_clearance,
    change_role,
    end_working,
    forget_ended_sessions,
    lock_worker,
    work_again,
)

__all__ = [
    "CODE_LASTS",
    "Additions",
    "AgencyFile",
    "AgencyRecord",
    "CannotChangeRole",
    "CannotEnrol",
    "CannotFound",
    "CannotUseAgencyFile",
    "Founding",
    "Loaded",
    "Newcomer",
    "TeamRecord",
    "WorkerRecord",
    "additions_of",
    "change_clearance",
    "change_role",
    "choose_first_password",
    "code_within",
    "end_working",
    "enrol",
    "forget_ended_sessions",
    "found_partnership",
    "load_agencies",
    "lock_agencies",
    "lock_worker",
    "read_agency_file",
    "refuse_where_in_use",
    "renew_first_code",
    "work_again",
    "write_additions",
]
