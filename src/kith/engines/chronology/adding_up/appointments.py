"""Appointments to which the child was not brought, beside those that were kept."""

from collections.abc import Iterator

from kith.engines.chronology.adding_up.aids import Aid, Kind
from kith.engines.chronology.adding_up.events import Account, Story, names_of, parted, parts_of
from kith.engines.chronology.adding_up.wording import counted, period, the_last
from kith.engines.chronology.knowledge import adding_up_data


def missed_appointments(story: Story) -> Iterator[Aid]:
    """How many were missed, and of how many where others that were kept are rows too."""
    known = adding_up_data()["missed_appointments"]
    types = frozenset(known["types"])

    def is_missed(account: Account) -> bool:
        return account.row.type in types or "missed" in account.heard

    missed, others = parted(story.professional, is_missed)
    if len(missed) < known["from"]:
        return
    kept, _ = parted(others, _is_kept)
    of = f"{len(missed)} of {len(missed) + len(kept)} appointments" if kept else counted(len(missed), "appointment")
    yield Aid(
        kind=Kind.MISSED_APPOINTMENTS,
        sentence=f"{story.called} was not brought to {of}{period(missed)}{the_last(missed, story.on)}.",
        rows=names_of([*missed, *kept]),
        parts=parts_of(("was not brought", missed), ("kept", kept)),
    )


def _is_kept(account: Account) -> bool:
    return {"appointment", "kept"} <= account.heard
