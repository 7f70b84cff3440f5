"""Which role may do what, as a reviewed text: a change of roles or actions is a change of `role_actions.txt`."""

from pathlib import Path

from kith.apps.access.actions import Action
from kith.apps.access.registered import installed
from kith.apps.access.roles import all_roles

SNAPSHOT = Path(__file__).with_name("role_actions.txt")
MATTERS = """\
Which role may do what, and how a relation to the child makes it possible. Review every change of this file.
  team       when the worker, or a team they are in, works with the child
  agency     when only their agency does
  county     without any relation
  role       by the role alone: no child is asked about
"""


def matrix() -> str:
    """One block for each action, one line for each role."""
    blocks = [MATTERS]
    for action in installed():
        lines = [f"{name:<22}{_relations(name, action)}".rstrip() for name in sorted(all_roles())]
        blocks.append("\n".join([f"{action.name} (needs {action.needs.name.lower()}): {action.says}", *lines, ""]))
    return "\n".join(blocks)


def _relations(role_name: str, action: Action) -> str:
    role = all_roles()[role_name]
    if action.name not in role.actions:
        return "-"
    if action.is_by_role:
        return "role"
    enough = {"team": role.case_team, "agency": role.agency, "county": role.partnership}
    words = [f"{word:<7}" if level >= action.needs else " " * 7 for word, level in enough.items()]
    return " ".join(words).rstrip() or "role"


def test_roles_and_actions_are_as_reviewed():
    now = matrix()
    assert now == SNAPSHOT.read_text(encoding="utf-8"), f"if this is meant, write to {SNAPSHOT.name}:\n{now}"


def test_every_action_of_a_role_is_declared():
    declared = {action.name for action in installed()}
    assert {action for role in all_roles().values() for action in role.actions} <= declared


def test_every_action_has_a_role_and_a_sentence():
    for action in installed():
        assert any(action.name in role.actions for role in all_roles().values()), action.name
        assert action.says[0].isupper() and not action.says.endswith(".")
