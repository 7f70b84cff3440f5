"""What one press does, without a form: do it and say so; what cannot be done is said in its place."""

from collections.abc import Callable

from django.http import HttpRequest

from kith.apps.access.queries import NothingHere
from kith.apps.records.base import StaleVersion
from kith.kernel.errors import KithError
from kith.web.children.saving import version_of
from kith.web.notices import Notice, forget, tell


def press(request: HttpRequest, deed: Callable[[], object], *, says: str | Notice) -> bool:
    """Whether it was done."""
    forget(request)
    is_done = False
    try:
        deed()
        is_done = True
    except (NothingHere, StaleVersion):
        raise
    except KithError as problem:
        says = problem.message
    tell(request, says if isinstance(says, Notice) else Notice(says))
    return is_done


def press_on(request: HttpRequest, deed: Callable[..., object], *, says: str | Notice, **about: str) -> None:
    """The same for a deed about one row, against the version that the page showed."""
    version = version_of(request)
    press(request, lambda: deed(by=request.actor, expected_version=version, now=request.now, **about), says=says)
