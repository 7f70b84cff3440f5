"""What an action is, and the registry of all actions handed down at start-up."""

from collections.abc import Iterable
from dataclasses import dataclass

from kith.kernel.decisions import Level
from kith.kernel.errors import KithError


@dataclass(frozen=True, slots=True)
class Action:
    """Something that may be done: its name, the level it needs, a sentence that says it, and whether the role alone
    is asked."""

    name: str
    needs: Level
    says: str
    is_by_role: bool = False


class UnknownAction(KithError):
    """An action nobody declared is refused before anything is looked up."""


_actions: dict[str, Action] = {}


def install(actions: Iterable[Action]) -> None:
    """Called once at start-up by the project with every app's actions."""
    _actions.clear()
    _actions.update({action.name: action for action in actions})


def installed() -> tuple[Action, ...]:
    return tuple(_actions[name] for name in sorted(_actions))


def require_installed(action: Action) -> None:
    if _actions.get(action.name) != action:
        raise UnknownAction(f"The action {action.name} is not installed.")
