"""What a missing name does in a template: GOV.UK's macros may print it as nothing, ours may not use it."""

import sys
from collections.abc import Iterator
from types import FrameType
from typing import Any, NoReturn

from jinja2 import ChainableUndefined
from jinja2.exceptions import UndefinedError

OUTSIDE = "govuk_frontend_jinja/"


def _template(frame: FrameType | None) -> str:
    """The name of the innermost template on the stack; a compiled template is a module holding `name` and `blocks`."""
    while frame is not None:
        if "blocks" in frame.f_globals and "environment" in frame.f_globals:
            return str(frame.f_globals.get("name"))
        frame = frame.f_back
    return ""


class StrictOutsideMacros(ChainableUndefined):
    """Chains and prints as nothing if it both arose and is printed inside GOV.UK's macros; else it raises.

    Where it arose counts too, or a misspelt name handed to a macro would print as nothing. Testing it with
    `if` is allowed everywhere; a loop over it is not, because a misspelt list would look like an empty one.
    """

    __slots__ = ("_is_ours",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._is_ours = not _template(sys._getframe(1)).startswith(OUTSIDE)

    def _print(self, frame: FrameType) -> str:
        if self._is_ours or not _template(frame).startswith(OUTSIDE):
            self._refuse()
        return ""

    def _refuse(self) -> NoReturn:
        raise UndefinedError(self._undefined_message)

    def __str__(self) -> str:
        return self._print(sys._getframe(1))

    def __html__(self) -> str:
        return self._print(sys._getframe(1))

    def __iter__(self) -> Iterator[Any]:
        self._print(sys._getframe(1))
        return iter(())

    def __len__(self) -> int:
        self._print(sys._getframe(1))
        return 0

    def __bool__(self) -> bool:
        return False
