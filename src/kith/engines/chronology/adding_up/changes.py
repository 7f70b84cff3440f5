"""Workers and homes that changed, and services that ended without a word of what came of them."""

from collections.abc import Iterator

from kith.engines.chronology.adding_up.aids import Aid, Kind
from kith.engines.chronology.adding_up.events import Account, Story, Telling, names_of, parted
from kith.engines.chronology.adding_up.wording import counted, period, the_last, times
from kith.engines.chronology.knowledge import adding_up_data
from kith.kernel.text import folded


def changes_of_worker(story: Story) -> Iterator[Aid]:
    """How often a worker or a service changed."""
    types = frozenset(adding_up_data()["changes"]["workers"])
    return _changed(story, Kind.CHANGES_OF_WORKER, "A worker or a service", lambda told: told.row.type in types)


def changes_of_home(story: Story) -> Iterator[Aid]:
    """How often the child's placement or address changed."""
    known = adding_up_data()["changes"]
    always, by_words = frozenset(known["homes"]), frozenset(known["homes_by_words"])

    def tells(account: Account) -> bool:
        kind = account.row.type
        return kind in always or ("moved_home" in account.heard and kind in by_words)

    return _changed(story, Kind.CHANGES_OF_HOME, f"{story.called}’s home", tells)


def ended_without_outcome(story: Story) -> Iterator[Aid]:
    """Services that ended, where no account says what was done or what it changed."""
    known = adding_up_data()["ended_services"]
    types, says_nothing = frozenset(known["types"]), frozenset(known["says_nothing"])

    def says_outcome(account: Account) -> bool:
        return any(folded(said.strip(" .")) not in says_nothing for said in (account.row.action, account.row.effective))

    ended, _ = parted(story.professional, lambda told: told.row.type in types)
    _, events = parted(ended, says_outcome)
    if len(events) >= known["from"]:
        what = "it" if len(events) == 1 else "them"
        yield Aid(
            kind=Kind.ENDED_WITHOUT_OUTCOME,
            sentence=f"{counted(len(events), 'service')} ended, and no row says what came of {what}.",
            rows=names_of(events),
        )


def _changed(story: Story, kind: Kind, what: str, tells: Telling) -> Iterator[Aid]:
    events, _ = parted(story.professional, tells)
    if len(events) >= adding_up_data()["changes"]["from"]:
        when = f"{period(events)}{the_last(events, story.on)}"
        yield Aid(kind=kind, sentence=f"{what} changed {times(len(events))}{when}.", rows=names_of(events))
