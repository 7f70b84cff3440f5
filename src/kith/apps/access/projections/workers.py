"""What leaves access about those who work here, for whoever keeps their accounts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerLine:
    """Somebody who works here or did, in a list."""

    ref: str
    name: str
    job_title: str
    agency: str
    role: str
    is_active: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptWorker:
    """Somebody who works here or did, with what an administrator goes by."""

    line: WorkerLine
    email: str
    clearance: int
    has_second_step: bool
    is_you: bool
    teams: tuple[str, ...]
    happened: tuple[tuple[str, str, str], ...]  # what, by whom, why
