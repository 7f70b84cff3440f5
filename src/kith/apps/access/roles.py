"""Roles as data: what each may do, how far each relation to a child reaches, and for which purposes."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kith.apps.access.registered import Action
from kith.apps.agencies.projections import Actor
from kith.kernel.data_files import toml_of
from kith.kernel.decisions import Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """One role of the file `data/roles.toml`."""

    name: str
    title: str
    case_team: Level
    agency: Level
    partnership: Level
    actions: frozenset[str]
    purposes: frozenset[str] = frozenset()
    needs_task: bool = False


NO_ROLE = Role(
    name="",
    title="No role",
    case_team=Level.NOTHING,
    agency=Level.NOTHING,
    partnership=Level.NOTHING,
    actions=frozenset(),
)


@cache
def all_roles() -> Mapping[str, Role]:
    data = toml_of("kith.apps.access", "data/roles.toml")
    return {name: _role(name, spec) for name, spec in data["roles"].items()}


def role_of(name: str) -> Role:
    return all_roles().get(name, NO_ROLE)


def role_may(actor: Actor, action: Action) -> bool:
    """Whether the actor's role has the action at all; whether they may here is for `decide`."""
    return action.name in role_of(actor.role).actions


def role_title(role: str) -> str:
    return role_of(role).title


def _role(name: str, spec: Mapping[str, object]) -> Role:
    reach = {part: Level[str(spec[part]).upper()] for part in ("case_team", "agency", "partnership")}
    return Role(
        name=name,
        title=str(spec["title"]),
        actions=frozenset(spec["actions"]),  # type: ignore[call-overload]
        purposes=frozenset(spec.get("purposes", ())),  # type: ignore[call-overload]
        needs_task=bool(spec.get("needs_task", False)),
        **reach,
    )
