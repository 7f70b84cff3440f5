"""What a contact has to hold, what may be done with it next, and from whom an allegation is kept. No queries."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from kith.apps.cases.outcomes import outcomes
from kith.apps.cases.projections import Teller, Told
from kith.kernel.errors import KithError
from kith.kernel.text import LIMITS, cleaned, folded_tokens

CONCERN, ALLEGATION = "concern", "allegation"
PROFESSIONAL, PUBLIC, ANONYMOUS = "professional", "public", "anonymous"
SCHOOL = "school"  # the kind of agency that is told
REFERENCE_LENGTH = 10
MOST_WORDS = 5_000
HOW_ADULTS_WORK: Mapping[str, str] = {
    "employed": "Employed",
    "agency": "Through an agency",
    "self_employed": "Self-employed",
    "volunteer": "As a volunteer",
    "not_known": "We do not know",
}
FAMILY_KNOWS: Mapping[str, str] = {
    "yes": "Yes",
    "no": "No",
    "unsafe": "No, telling them could put somebody in danger",
}
_LIMITS = {"child_name": "name", "child_age": "date", "adult_name": "name", "mother": "name"}


class CannotSend(KithError):
    """What was told cannot be taken in as it stands."""


class CannotDecide(KithError):
    """A decision that would be no decision."""


class CannotLink(KithError):
    """Nobody whom this contact could be about."""


def sound(told: Told) -> Told:
    """What was told as it is kept; raises CannotSend where there is nothing in it, and BadText for what cannot be."""
    words = cleaned(told.words, limit=MOST_WORDS, multi_line=True)
    if not words:
        raise CannotSend("Write what you are worried about. A few words are enough.")
    if told.family_knows not in ("", *FAMILY_KNOWS) or told.adult_how not in ("", *HOW_ADULTS_WORK):
        raise CannotSend("Choose one of the answers that are offered.")
    parts = ("child_name", "child_age", "child_where", "others", "adult_name", "adult_work", "mother")
    kept: dict[str, Any] = {
        part: cleaned(getattr(told, part), limit=LIMITS[_LIMITS.get(part, "line")]) for part in parts
    }
    return replace(told, words=words, **kept)


def sound_names(names: Iterable[str]) -> tuple[str, ...]:
    """Each name once, as it is kept; the same name in other signs is the same name.

    >>> sound_names(["Ivy Brook ", "", "ivy brook", "Sol"])
    ('Ivy Brook', 'Sol')
    """
    kept = filter(None, (cleaned(name, limit=LIMITS["name"]) for name in names))
    first: dict[tuple[str, ...], str] = {}
    for name in kept:
        first.setdefault(tuple(folded_tokens(name)) or (name,), name)
    return tuple(first.values())


def sound_teller(teller: Teller) -> Teller:
    return Teller(name=cleaned(teller.name, limit=LIMITS["name"]), reach=cleaned(teller.reach, limit=LIMITS["line"]))


def sender_kind(teller: Teller) -> str:
    """Whoever gives neither a name nor a way to reach them stays anonymous."""
    return PUBLIC if teller.name or teller.reach else ANONYMOUS


def reference_from(ref: str) -> str:
    """A reference to be read aloud, made of random signs that say nothing.

    >>> reference_from("00041061050r3gg28a1c60t3gf")
    '28A1C-60T3G'
    """
    signs = ref[-REFERENCE_LENGTH - 1 : -1].upper()
    return f"{signs[:5]}-{signs[5:]}"


def require_outcome(queue: str, outcome: str, reason: str) -> str:
    """The reason as it is kept."""
    if outcome not in outcomes(queue):
        raise CannotDecide("Choose one of the outcomes that are offered.")
    return require_reason(reason)


def require_reason(reason: str) -> str:
    kept = cleaned(reason, limit=MOST_WORDS, multi_line=True)
    if not kept:
        raise CannotDecide("Write the reason. Whoever told us reads it.")
    return kept


def require_other_person(first_decider: int, decider: int) -> None:
    """A second look is somebody else's look."""
    if first_decider == decider:
        raise CannotDecide("You decided this the first time. A second look is somebody else’s.")


def names_in(text: str, names: Iterable[tuple[int, str]]) -> set[int]:
    """Keys of the names whose words stand in the text next to each other.

    >>> names_in("Our coach, Mr Jon Ashby, of Quay School", [(1, "Jon Ashby"), (2, "Ashby Jones"), (3, "")])
    {1}
    """
    tokens = f" {' '.join(folded_tokens(text))} "
    found = ((key, " ".join(folded_tokens(name))) for key, name in names)
    return {key for key, words in found if words and f" {words} " in tokens}
