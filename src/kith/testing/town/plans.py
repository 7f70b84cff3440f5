"""The plans of a town: what should be there, before anything is written anywhere."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kith.engines.drawing.network import Network

ROLES = (
    "practitioner",
    "probation",
    "probation_manager",
    "manager",
    "front_door",
    "network_adviser",
    "analyst",
    "data_protection_lead",
    "administrator",
    "designated_officer",
    "quality_assurer",
    "record_officer",
    "business_unit",
    "reviewing_officer",
)

PARTS = (
    "lead",
    "cover",
    "team",
    "school",
    "health",
    "youth_work",
    "advocacy",
    "police",
    "probation",
    "housing",
    "adult_mental_health",
    "substance_misuse",
    "network_adviser",
    "chair",
)

LAWFUL_BASES = ("consent", "public_task", "s17", "s20", "s31", "s47", "leaving_care", "adoption")

HOLDING = (
    "birth",
    "marriage",
    "birth_registration",
    "agreement",
    "court_order",
    "adoption_order",
    "special_guardianship_order",
    "care_order",
)
"""How somebody came to hold parental responsibility."""


@dataclass(frozen=True, slots=True)
class TeamPlan:
    """A team of one agency; the key is unique in the town."""

    key: str
    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class AgencyPlan:
    """An agency and its teams."""

    key: str
    name: str
    kind: str
    teams: tuple[TeamPlan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerPlan:
    """Somebody who signs in. Clearance goes from 0 to 3."""

    key: str
    given: str
    family: str
    email: str
    agency_key: str
    team_keys: tuple[str, ...]
    role: str
    clearance: int
    job_title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InvolvementPlan:
    """A worker or a team (by key) who works with a child, from `since` up to, not including, `until`."""

    child_id: str
    holder: str
    part: str
    since: date
    until: date | None = None
    lawful_basis: str = "public_task"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponsibilityPlan:
    """Parental responsibility: the holder is a person of the network, or an agency under a care order."""

    holder: str
    child: str
    how: str
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyPlan:
    """One family: its network, the children who have a case, and who works with them."""

    key: str
    network: Network
    children: tuple[str, ...]
    involvements: tuple[InvolvementPlan, ...] = ()
    responsibilities: tuple[ResponsibilityPlan, ...] = ()
    sensitivity: Mapping[str, int] = field(default_factory=dict)
    story: str = ""


@dataclass(frozen=True, slots=True)
class TownPlan:
    """The partnership of agencies, grown for a number of children; families come from `families`."""

    seed: int
    today: date
    agencies: tuple[AgencyPlan, ...]
    workers: tuple[WorkerPlan, ...]
