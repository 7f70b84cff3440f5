"""The deeds about networks: a family copy, a picture, or what happened, is published as it was looked at."""

import datetime as dt
from collections.abc import Callable, Sequence

from kith.apps.access import services as access
from kith.apps.access.projections import NewLink, PublishedLink
from kith.apps.access.queries import day_of
from kith.apps.agencies.projections import Actor
from kith.apps.exports.projections import ExportedFile, Stamp
from kith.apps.networks.copy_cards import CopyWish, GiveWish
from kith.apps.networks.given_pictures import DRAWN_PICTURE
from kith.apps.networks.given_stories import GivenStory
from kith.apps.networks.queries.family_copy import CannotMakeCopy, made_copy
from kith.apps.networks.queries.given_picture import made_picture
from kith.apps.networks.queries.given_story import made_story
from kith.apps.networks.story_cards import StoryWish
from kith.apps.occasions.queries import WHAT_HAPPENED
from kith.engines.drawing.output import Passage, to_words_pdf
from kith.engines.drawing.scenes import OnPaper, to_pdf

__all__ = [
    "CannotMakeCopy",
    "NotAsLookedAt",
    "give_picture",
    "give_story",
    "print_picture",
    "print_story",
    "publish_link",
    "show_story",
]

MY_NETWORK = "my_network"
Told = frozenset[tuple[str, str]]
StoryOnPaper = Callable[[GivenStory], tuple[str, tuple[Passage, ...]]]
"""From what was given to a title and its passages: the words are those of family pages."""


class NotAsLookedAt(CannotMakeCopy):
    """Something changed since the worker looked at the preview."""


def publish_link(*, by: Actor, wish: CopyWish, now: dt.datetime) -> PublishedLink:
    """Publish the copy for its reader; only what was looked at may leave."""
    made = made_copy(by, wish, now=now)
    _require_looked_at(made.mark, wish)
    link = _link(wish, MY_NETWORK, made.copy.reader_part)
    return access.publish_link(by=by, link=link, snapshot=made.text, told=made.told, now=now)


def give_picture(*, by: Actor, wish: GiveWish, now: dt.datetime) -> PublishedLink:
    """The same for a drawn picture."""
    made = made_picture(by, wish, now=now)
    _require_looked_at(made.mark, wish)
    link, contact = _link(wish, DRAWN_PICTURE, made.given.reader_part), _contact(wish)
    return access.publish_link(by=by, link=link, snapshot=made.text, told=made.told, contact=contact, now=now)


def print_picture(*, by: Actor, wish: GiveWish, how: OnPaper, lead: Sequence[str], now: dt.datetime) -> ExportedFile:
    """The same on paper. At each foot stands for whom it is; `lead` is what the page says above the picture."""
    made = made_picture(by, wish, now=now)
    _require_looked_at(made.mark, wish)
    stamp = Stamp(reader=made.reader, agency="", on=day_of(now))
    data = to_pdf(made.scene, how, lead=lead, stamp=stamp.sentence)
    _hand_over(by, wish, made.told, now=now)
    return ExportedFile(name=f"picture-{stamp.on}.pdf", content_type="application/pdf", data=data)


def give_story(*, by: Actor, wish: StoryWish, now: dt.datetime) -> PublishedLink:
    """The same for what happened."""
    made = made_story(by, wish, now=now)
    _require_looked_at(made.mark, wish)
    link, contact = _link(wish, WHAT_HAPPENED, made.given.reader_part), _contact(wish)
    return access.publish_link(by=by, link=link, snapshot=made.text, told=made.told, contact=contact, now=now)


def print_story(
    *, by: Actor, wish: StoryWish, words: StoryOnPaper, is_large: bool = False, now: dt.datetime
) -> ExportedFile:
    """The same on paper, in the words of the page that was looked at."""
    made = made_story(by, wish, now=now)
    _require_looked_at(made.mark, wish)
    stamp = Stamp(reader=made.reader, agency="", on=day_of(now))
    title, passages = words(made.given)
    data = to_words_pdf(title, passages, stamp=stamp.sentence, is_large=is_large)
    _hand_over(by, wish, made.told, now=now)
    return ExportedFile(name=f"my-page-{stamp.on}.pdf", content_type="application/pdf", data=data)


def show_story(*, by: Actor, wish: StoryWish, now: dt.datetime) -> None:
    """The same to read together, on a tablet that the worker hands over."""
    made = made_story(by, wish, now=now)
    _require_looked_at(made.mark, wish)
    _hand_over(by, wish, made.told, is_on_paper=False, now=now)


def _hand_over(
    by: Actor,
    wish: GiveWish | StoryWish,
    told: frozenset[tuple[str, str]],
    *,
    is_on_paper: bool = True,
    now: dt.datetime,
) -> None:
    """On record, with what it tells: a copy in somebody's hand is not taken back."""
    access.hand_over(
        by=by,
        subject_ref=wish.child_ref,
        reader_ref=wish.reader_ref,
        told=told,
        contact=_contact(wish),
        is_on_paper=is_on_paper,
        now=now,
    )


def _contact(wish: GiveWish | StoryWish) -> str:
    """What the giver answered, for the record; of the child's own page nothing is asked."""
    return f"{wish.safety.safety}: {wish.safety.hurt}" if wish.safety.safety else ""


def _require_looked_at(mark: str, wish: CopyWish | GiveWish | StoryWish) -> None:
    if mark != wish.seen:
        raise NotAsLookedAt("The page below is not the one you looked at. Look again before it goes to anybody.")


def _link(wish: CopyWish | GiveWish | StoryWish, page_set: str, reader_part: str) -> NewLink:
    return NewLink(
        subject_ref=wish.child_ref,
        reader_ref=wish.reader_ref,
        reader_part=reader_part,
        page_set=page_set,
        days=wish.days,
        visits=wish.visits,
        code_for=wish.code_for,
        is_easy_read=wish.is_easy_read,
    )
