"""The one notice of a session: what was just done, and how to undo it. It stays until the next act."""

from dataclasses import asdict, dataclass, replace

from django.http import HttpRequest

_KEY = "notice"


@dataclass(frozen=True, slots=True)
class Notice:
    """What was done, in words; `undo_url` takes a POST, and `next_url` leads on."""

    says: str
    undo_url: str = ""
    undo_says: str = ""
    next_url: str = ""
    next_says: str = ""

    def leading(self, next_url: str, next_says: str) -> "Notice":
        return replace(self, next_url=next_url, next_says=next_says)


def tell(request: HttpRequest, notice: Notice) -> None:
    request.session[_KEY] = asdict(notice)


def forget(request: HttpRequest) -> None:
    request.session.pop(_KEY, None)


def standing_notice(request: HttpRequest) -> Notice | None:
    stored = request.session.get(_KEY) if hasattr(request, "session") else None
    return Notice(**stored) if stored else None
