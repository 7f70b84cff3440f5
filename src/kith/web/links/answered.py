"""Pages behind a link from which their reader may write to us: which they are, and what was written before."""

from dataclasses import dataclass
from typing import Protocol

from kith.apps.access.projections import ShownCopy
from kith.apps.networks.projections import read_story
from kith.apps.occasions.projections import SentWords
from kith.apps.occasions.queries import IN_THE_LOOP, WHAT_HAPPENED, relative_page, sent_through


class Answerable(Protocol):
    """A snapshot that says how long an answer takes."""

    @property
    def child(self) -> str: ...

    @property
    def made_on(self) -> str: ...

    @property
    def answered_within(self) -> tuple[tuple[str, str], ...]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredPage:
    """The snapshot, and what its reader sent through the same link."""

    copy: Answerable
    sent: tuple[SentWords, ...]
    link_ref: str


def answered_page(shown: ShownCopy) -> AnsweredPage | None:
    """None where nobody answers from this kind of page."""
    if shown.page_set == IN_THE_LOOP:
        page = relative_page(shown)
        return AnsweredPage(copy=page.copy, sent=page.sent, link_ref=page.link_ref)
    if shown.page_set == WHAT_HAPPENED:
        return AnsweredPage(copy=read_story(shown.snapshot), sent=sent_through(shown), link_ref=shown.link_ref)
    return None
