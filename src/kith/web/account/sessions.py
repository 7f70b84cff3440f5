"""How long somebody stays signed in: the table of times, and the three moments a session remembers."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from kith.kernel.data_files import toml_of

SIGNED_IN, SEEN, CONFIRMED, LOCKED = "signed_in_at", "seen_at", "confirmed_at", "locked"
NOTED_EVERY = 30  # seconds: a request is noted at most so often, so a page may lock that much early, never late

_table = toml_of("kith.web.account", "data/sessions.toml")
IDLE_MINUTES: dict[str, int] = _table["idle_minutes"]
SIGNED_IN_HOURS: int = _table["at_most"]["signed_in_hours"]
CONFIRMED_MINUTES: int = _table["at_most"]["confirmed_minutes"]
KEPT_WORDS_MINUTES: int = _table["at_most"]["kept_words_minutes"]


@dataclass(frozen=True, slots=True)
class Lock:
    """Why a page was locked, in words, and whose it was."""

    says: str
    user_ref: str

    def stored(self, *, is_kept: bool) -> dict[str, Any]:
        return {"says": self.says, "of": self.user_ref, "is_kept": is_kept}


def idle_minutes(role: str) -> int:
    return IDLE_MINUTES.get(role, IDLE_MINUTES["everybody"])


def begin(request: HttpRequest, *, now: dt.datetime) -> None:
    """Somebody has just signed in, which also confirms that it is them."""
    request.session.update(dict.fromkeys((SIGNED_IN, SEEN, CONFIRMED), _seconds(now)))


def lock_of(request: HttpRequest, *, role: str, user_ref: str, now: dt.datetime) -> Lock | None:
    """The reason to lock this session now, if there is one; else the request is noted."""
    session, moment = request.session, _seconds(now)
    if SIGNED_IN not in session or SEEN not in session:
        session.update({SIGNED_IN: moment, SEEN: moment})
    if moment - session[SIGNED_IN] >= SIGNED_IN_HOURS * 3600:
        return Lock(f"You signed in {SIGNED_IN_HOURS} hours ago, so we locked the page.", user_ref)
    if moment - session[SEEN] >= idle_minutes(role) * 60:
        return Lock(f"You were away {idle_minutes(role)} minutes, so we locked the page.", user_ref)
    if moment - session[SEEN] >= NOTED_EVERY:
        session[SEEN] = moment
    return None


def confirm(request: HttpRequest, *, now: dt.datetime) -> None:
    request.session[CONFIRMED] = _seconds(now)


def is_confirmed(request: HttpRequest, *, now: dt.datetime) -> bool:
    return 0 <= _seconds(now) - request.session.get(CONFIRMED, 0) <= CONFIRMED_MINUTES * 60


def _seconds(now: dt.datetime) -> int:
    return int(now.timestamp())
