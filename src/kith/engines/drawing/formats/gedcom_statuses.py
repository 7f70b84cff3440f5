"""The history of a couple as a GEDCOM family tells it: engaged, married, separated, divorced."""

from kith.engines.drawing.formats.gedcom_dates import claim_period
from kith.engines.drawing.formats.gedcom_records import Record
from kith.engines.drawing.formats.warned import Warnings
from kith.engines.drawing.network import Account, Status
from kith.engines.drawing.vocabulary import STATUSES

_EVENTS = {"ENGA": "engaged", "MARR": "married", "DIV": "divorced", "ANUL": "divorced", "_SEPR": "separated"}
_WORDS = {
    "civil partnership": "civil",
    "civil union": "civil",
    "cohabitation": "cohabiting",
    "cohabiting": "cohabiting",
    "common law": "cohabiting",
    "partners": "cohabiting",
    "unmarried": "cohabiting",
    "unmarried couple": "cohabiting",
    "engaged": "engaged",
    "married": "married",
    "marriage": "married",
    "separated": "separated",
    "separation": "separated",
    "divorced": "divorced",
    "divorce": "divorced",
    "casual": "casual",
    "casual relationship": "casual",
    "affair": "affair",
    "widowed": "widowed",
}
_WORD_TAGS = ("_UST", "_STAT", "_MSTAT")
_LATE = 4
_RANK = {
    "casual": 0,
    "affair": 0,
    "engaged": 0,
    "cohabiting": 1,
    "married": 2,
    "civil": 2,
    "separated": 3,
    "divorced": 4,
    "widowed": 4,
}


def claim_statuses(family: Record, warnings: Warnings) -> tuple[Status, ...]:
    """The statuses told, oldest first: by date where all have one, else in the usual order of events."""
    found = [_event(event, warnings) for event in family.each(*_EVENTS) if event.text.upper() in ("", "Y")]
    found += [_typed_event(event, warnings) for event in family.each("EVEN") if _kind_of_type(event)]
    found += _claim_words(family, {status.kind for status in found})
    is_dated = all(status.since for status in found)
    return tuple(sorted(found, key=_by_date if is_dated else _by_rank))


def _claim_words(family: Record, known: set[str]) -> list[Status]:
    """Statuses that programs put in tags of their own, unless an event has told the same."""
    found: dict[str, Status] = {}
    for said in family.each(*_WORD_TAGS):
        kind = _WORDS.get(said.text.casefold(), "")
        said.claimed = bool(kind)
        if kind and kind not in known:
            found[kind] = Status(kind=kind)
    return list(found.values())


def _event(event: Record, warnings: Warnings) -> Status:
    if event.tag == "MARR" and _kind_of_type(event):
        return _typed_event(event, warnings)
    event.claimed = True
    period = claim_period(event, warnings)
    account = Account(words="annulled") if event.tag == "ANUL" else None
    return Status(kind=_EVENTS[event.tag], since=period.since, until=period.until, account=account)


def _typed_event(event: Record, warnings: Warnings) -> Status:
    """An event whose TYPE says what it is: a civil partnership, a separation."""
    kind = event.first("TYPE")
    if kind:
        kind.claimed = True
    event.claimed = not event.text or event.text.upper() == "Y"
    period = claim_period(event, warnings)
    return Status(kind=_kind_of_type(event), since=period.since, until=period.until)


def _kind_of_type(event: Record) -> str:
    """Our own word for it, which the words of other programs come after."""
    kind = event.first("TYPE")
    word = kind.text.casefold() if kind else ""
    return word if word and word in STATUSES else _WORDS.get(word, "")


def _by_date(status: Status) -> tuple[int, int, str]:
    return status.since.sort_key if status.since else (0, 0, "")


def _by_rank(status: Status) -> tuple[int, int, str]:
    return _RANK.get(status.kind, _LATE), 0, ""
