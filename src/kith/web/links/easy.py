"""Easy read: every kind of page behind a link in one plain form, with the numbers first and one thought a line."""

import re
from calendar import month_name
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kith.apps.access.projections import ShownCopy
from kith.apps.networks.projections import (
    DRAWN_PICTURE,
    FamilyCopy,
    GivenPicture,
    GivenRow,
    GivenStory,
    read_copy,
    read_given,
    read_story,
)
from kith.apps.occasions.projections import RelativeCopy, RelativePage, SentWords, ToldLine
from kith.apps.occasions.queries import IN_THE_LOOP, WHAT_HAPPENED, relative_page, sent_through
from kith.apps.ownpages.projections import OWN_PAGE, OwnPageCopy, read_own_page
from kith.kernel.reading_age import sentences_of
from kith.web.family_words import say
from kith.web.story_words import story_heading, story_lead, story_texts

MONTHS = month_name[1:]
A_DAY = re.compile(rf"(?<!day )\b\d{{1,2}} (?:{'|'.join(MONTHS)}) \d{{4}}\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class EasyPart:
    """One heading with its lines; what is folded is opened by whoever reads it."""

    title: str
    lines: tuple[str, ...]
    is_folded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EasyPage:
    """A page as it is easy to read: whom to ring, what there is to say, and what to do when it is wrong."""

    heading: str
    lead: tuple[str, ...]
    numbers: tuple[tuple[str, str], ...]
    parts: tuple[EasyPart, ...]
    after: tuple[str, ...]
    picture: str = ""
    picture_says: str = ""
    may_write: bool = False


def easy_page(shown: ShownCopy) -> EasyPage:
    """From the snapshot alone, as every page behind a link."""
    if shown.page_set == IN_THE_LOOP:
        page = relative_page(shown)
        return of_relative(page.copy, page)
    if shown.page_set == DRAWN_PICTURE:
        return of_given(read_given(shown.snapshot))
    if shown.page_set == WHAT_HAPPENED:
        return of_story(read_story(shown.snapshot), sent_through(shown), may_write=True)
    if shown.page_set == OWN_PAGE:
        return of_own_page(read_own_page(shown.snapshot))
    return of_family(read_copy(shown.snapshot))


def thoughts(*texts: str) -> tuple[str, ...]:
    """One thought a line, and each day with its weekday.

    >>> thoughts("We meet on 9 December 2026. You can bring Comfort.")
    ('We meet on Wednesday 9 December 2026.', 'You can bring Comfort.')
    """
    return tuple(with_weekday(line) for text in texts for line in sentences_of(text))


def with_weekday(text: str) -> str:
    """
    >>> with_weekday("24 November 2026, 10:30"), with_weekday("Tuesday 24 November 2026"), with_weekday("31 June 2026")
    ('Tuesday 24 November 2026, 10:30', 'Tuesday 24 November 2026', '31 June 2026')
    """
    return A_DAY.sub(_day_with_weekday, text)


def _day_with_weekday(found: re.Match[str]) -> str:
    """A day that there is none of stays as somebody wrote it."""
    day, month, year = found[0].split()
    try:
        on = date(int(year), MONTHS.index(month) + 1, int(day))
    except ValueError:
        return found[0]
    return f"{on:%A} {found[0]}"


def _parts(*parts: tuple[str, Iterable[str]]) -> tuple[EasyPart, ...]:
    made = (EasyPart(title=title, lines=tuple(lines)) for title, lines in parts)
    return tuple(part for part in made if part.lines)


def _said(key: str, child: str, made_on: str) -> tuple[str, ...]:
    return thoughts(say(key).format(name=child, day=made_on))


def of_family(copy: FamilyCopy) -> EasyPage:
    is_own = copy.is_own
    people = (_named(one.says, one.name) + (f" {say('copy.you')}" if one.is_reader else "") for one in copy.people)
    return EasyPage(
        heading=say("copy.own_heading") if is_own else say("copy.heading").format(name=copy.child),
        lead=_said("copy.own_lead" if is_own else f"copy.{copy.child_says}", copy.child, copy.made_on),
        numbers=tuple((_named(one.says, one.name), one.phone) for one in copy.helpers if one.phone),
        parts=_parts(
            (say("copy.family"), (copy.child + (f" {say('copy.you')}" if is_own else ""), *people)),
            (say("copy.helpers"), (_named(one.says, one.name) for one in copy.helpers)),
        ),
        after=_after(copy.child, copy.made_on, "copy.wrong"),
        picture=copy.picture,
        picture_says=say("copy.picture"),
    )


def of_given(given: GivenPicture) -> EasyPage:
    by = "given.own_by_child" if given.is_own and given.drawn_by == "child" else f"given.by_{given.drawn_by}"
    keys = (by,) if given.is_own else (by, f"copy.{given.child_says}")
    return EasyPage(
        heading=say("given.own_heading") if given.is_own else say("given.heading").format(name=given.child),
        lead=tuple(line for key in keys for line in _said(key, given.child, given.made_on)),
        numbers=(),
        parts=tuple(EasyPart(title=part.title, lines=thoughts(*part.lines)) for part in given.parts),
        after=_after(given.child, given.made_on, "given.another", "copy.wrong"),
        picture=given.picture,
        picture_says=say("given.picture"),
    )


def of_relative(copy: RelativeCopy, page: RelativePage | None = None) -> EasyPage:
    """With what the reader sent, for the reader themselves; a worker's preview sends nothing."""
    return EasyPage(
        heading=say("loop.heading").format(name=copy.child),
        lead=_said(f"copy.{copy.child_says}", copy.child, copy.made_on),
        numbers=tuple((worker.name, worker.phone) for worker in copy.workers if worker.phone),
        parts=_parts(
            (say("loop.told"), _dated(copy.told)),
            (say("loop.asked"), _dated(copy.asked)),
            (say("loop.invited"), _dated(copy.invited)),
            (say("loop.helps"), _dated(copy.helps)),
            (say("loop.workers"), (", ".join(filter(None, (one.name, one.agency))) for one in copy.workers)),
            *(
                (say(f"loop.{way}_heading"), (*_said(f"loop.{way}", copy.child, ""), _within(within)))
                for way, within in copy.answered_within
            ),
            (say("loop.sent_before"), _sent(page.sent if page else ())),
        ),
        after=_after(copy.child, copy.made_on, "loop.how"),
        may_write=page is not None,
    )


def of_story(given: GivenStory, sent: Iterable[SentWords] = (), *, may_write: bool = False) -> EasyPage:
    """Each event with who wrote it; what is withheld after them."""
    rows = (EasyPart(title=with_weekday(row.when), lines=tuple(_of_row(given, row))) for row in given.rows)
    withheld = (*thoughts(say("story.withheld_lead")), *given.withheld) if given.withheld else ()
    return EasyPage(
        heading=story_heading(given),
        lead=thoughts(*story_lead(given)),
        numbers=(),
        parts=(*rows, *_parts((say("story.withheld"), withheld), (say("loop.sent_before"), _sent(sent)))),
        after=_after(given.child, given.made_on, "story.another", "copy.wrong"),
        may_write=may_write,
    )


def _of_row(given: GivenStory, row: GivenRow) -> Iterator[str]:
    yield say("story.from").format(who=row.told_by)
    for label, words in story_texts(given, row):
        yield from (label,) if label else ()
        yield from thoughts(words)


def of_own_page(copy: OwnPageCopy) -> EasyPage:
    """What is only for the young person stands last and folded: they may hold their phone out to somebody."""
    for_others = (EasyPart(title=part.title, lines=thoughts(part.text)) for part in copy.for_others)
    for_me = (
        EasyPart(title=f"{say('own.only_me')} {part.title}", lines=thoughts(part.text), is_folded=True)
        for part in copy.for_me
    )
    return EasyPage(
        heading=say("own.heading").format(name=copy.child),
        lead=_said("own.lead", copy.child, copy.made_on),
        numbers=(),
        parts=(*for_others, *for_me),
        after=_after(copy.child, copy.made_on, "own.change"),
    )


def _named(says: str, name: str) -> str:
    return f"{says}: {name}" if name else says


def _dated(lines: Iterable[ToldLine]) -> Iterator[str]:
    for line in lines:
        yield line.what
        yield with_weekday(", ".join(filter(None, (line.on, line.place))))
        yield from thoughts(line.words)


def _within(within: str) -> str:
    return say("loop.within").format(within=within) if within else say("loop.soon")


def _sent(sent: Iterable[SentWords]) -> Iterator[str]:
    for one in sent:
        yield say(f"loop.say_{one.kind}")
        yield from thoughts(one.words)


def _after(child: str, made_on: str, *keys: str) -> tuple[str, ...]:
    return tuple(line for key in (*keys, "copy.made", "copy.yours") for line in _said(key, child, made_on))
