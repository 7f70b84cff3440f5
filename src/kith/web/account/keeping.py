"""Words of a form that could not be taken now: kept sealed for the same person, and put back on the same page.

They stand in the session, under a key of that person, bound to the page and to where the form goes. They are never
sent by themselves: the page comes back filled in, and a person presses the button again.
"""

import datetime as dt
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.http import HttpRequest, QueryDict
from django.utils.http import url_has_allowed_host_and_scheme

from kith.apps.records.base import CannotOpen, open_sealed, seal
from kith.web.account.sessions import KEPT_WORDS_MINUTES

KEPT = "kept_words"
MOST_CHARACTERS = 500_000
NEVER_KEPT = ("csrfmiddlewaretoken", "password", "code", "credential")


@dataclass(frozen=True, slots=True)
class Words:
    """What a form held, and the address it goes to."""

    to: str
    said: QueryDict


def page_before(request: HttpRequest) -> str:
    """The page of ours that led here, as the browser names it; empty where it names none."""
    named = urlsplit(request.headers.get("Referer", ""))
    page = f"{named.path}?{named.query}" if named.query else named.path
    is_ours = named.netloc == request.get_host() and url_has_allowed_host_and_scheme(page, allowed_hosts=None)
    return page if is_ours else ""


def page_of(request: HttpRequest) -> str:
    """The page on which the form stands; where the browser does not say, the address that the form goes to."""
    return page_before(request) or request.get_full_path()


def keep(request: HttpRequest, *, user_ref: str, now: dt.datetime) -> bool:
    """Keep what was sent, for this person and page; False where there is nothing to keep or it is too much."""
    said = request.POST.copy()
    for name in NEVER_KEPT:
        said.pop(name, None)
    words = said.urlencode()
    if not words or len(words) > MOST_CHARACTERS:
        return False
    kept = {"of": user_ref, "page": page_of(request), "to": request.path, "until": _until(now)}
    request.session[KEPT] = kept | {"sealed": seal(words, purpose=_purpose(kept), bound_to=_bond(kept))}
    return True


def settle(request: HttpRequest, *, user_ref: str) -> bool:
    """Somebody signs in: whether words wait for them. Words of anybody else are destroyed."""
    kept = request.session.get(KEPT)
    is_theirs = kept is not None and kept["of"] == user_ref
    if kept is not None and not is_theirs:
        del request.session[KEPT]
    return is_theirs


def words_for(request: HttpRequest, *, user_ref: str, now: dt.datetime) -> Words | None:
    """The words that belong on the page now asked for."""
    kept = request.session.get(KEPT)
    if not kept:
        return None
    if kept["of"] != user_ref or now.timestamp() >= kept["until"]:
        del request.session[KEPT]
        return None
    if kept["page"] != request.get_full_path():
        return None
    try:
        return Words(kept["to"], QueryDict(open_sealed(kept["sealed"], purpose=_purpose(kept), bound_to=_bond(kept))))
    except CannotOpen:
        del request.session[KEPT]
        return None


def sent_again(request: HttpRequest) -> None:
    """The form was sent again: what was kept of it is destroyed."""
    kept = request.session.get(KEPT)
    if kept and kept["to"] == request.path:
        del request.session[KEPT]


def _until(now: dt.datetime) -> int:
    return int(now.timestamp()) + KEPT_WORDS_MINUTES * 60


def _purpose(kept: dict[str, object]) -> str:
    return f"kept words of {kept['of']}"


def _bond(kept: dict[str, object]) -> str:
    return "\n".join(str(kept[part]) for part in ("of", "page", "to", "until"))
