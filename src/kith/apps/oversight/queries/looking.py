"""What a worker looked at on a day, and whose looking was unusual: for whoever may read of nobody's case.

People stand as letters that begin anew with every worker and day, so that nothing is learnt of anybody. Of a refusal
there is no letter and no rule: they would tell somebody who is hidden from nobody at all.
"""

import datetime as dt
from collections.abc import Iterator
from itertools import count, product
from string import ascii_uppercase

from kith.apps.access.queries import NothingHere, require_by_role, role_title, start_of
from kith.apps.agencies.projections import Actor
from kith.apps.agencies.queries import worker_posts
from kith.apps.audit.events import REFUSED
from kith.apps.audit.projections import ActorRow
from kith.apps.audit.queries import rows_of
from kith.apps.audit.services import deed
from kith.apps.oversight import events
from kith.apps.oversight.actions import SEE_LOOKING
from kith.apps.oversight.projections import LookingPage, LookingRow, UnusualRow
from kith.apps.oversight.unusual import signs_on
from kith.apps.oversight.words import page_words, rule_words

HOWS = ("opened", "changed", "listed")
A_DAY = dt.timedelta(days=1)
MOST_PAGES = 10
MOST_LETTERS = 12  # of the people of one row that a page spells out


def looking_page(actor: Actor, worker_ref: str, *, on: dt.date, number: int = 1, now: dt.datetime) -> LookingPage:
    decision = require_by_role(actor, SEE_LOOKING, now=now)
    post = worker_posts([worker_ref]).get(worker_ref)
    if post is None:
        raise NothingHere
    with deed(events.WORKER_READ, by=actor, now=now, decision=decision) as act:
        act.notes(worker=worker_ref, on=on.isoformat())
    pages = [rows_of(worker_ref, since=start_of(on), until=start_of(on + A_DAY), page=1)]
    while pages[-1].has_more and len(pages) < MOST_PAGES:
        pages.append(rows_of(worker_ref, since=start_of(on), until=start_of(on + A_DAY), page=len(pages) + 1))
    letters = _letters([row for page in pages for row in page.lines])
    shown = pages[number - 1] if 0 < number <= len(pages) else pages[0]
    return LookingPage(
        worker_ref=worker_ref,
        worker=post.name,
        agency=post.agency,
        role=role_title(post.role),
        on=on,
        rows=tuple(_row(row, letters) for row in shown.lines),
        number=shown.number,
        has_more=shown.has_more,
    )


def _letters(rows: list[ActorRow]) -> dict[str, str]:
    """A letter for everybody whom the worker met that day, in the order of the day."""
    names = _names()
    found: dict[str, str] = {}
    for row in reversed(rows):
        for subject in (subject for how in HOWS for subject in getattr(row, how)):
            if subject not in found:
                found[subject] = next(names)
    return found


def _names() -> Iterator[str]:
    """A to Z, AA to ZZ, and so on."""
    for length in count(1):
        yield from ("".join(letters) for letters in product(ascii_uppercase, repeat=length))


def _row(row: ActorRow, letters: dict[str, str]) -> LookingRow:
    how = next((how for how in HOWS if getattr(row, how)), "")
    people = tuple(letters[subject] for subject in getattr(row, how)) if how else ()
    shown = people[:MOST_LETTERS]
    more = (f"and {len(people) - MOST_LETTERS} more",) if len(people) > MOST_LETTERS else ()
    rule = "" if row.event == REFUSED else rule_words(row.rule)
    return LookingRow(at=row.at, what=page_words(row.event, how), rule=rule, people=shown + more)


def unusual_page(actor: Actor, *, on: dt.date, now: dt.datetime) -> tuple[UnusualRow, ...]:
    decision = require_by_role(actor, SEE_LOOKING, now=now)
    signs = list(signs_on(on))
    with deed(events.UNUSUAL_READ, by=actor, now=now, decision=decision) as act:
        act.notes(on=on.isoformat(), rows=len(signs))
    posts = worker_posts({worker for worker, _ in signs})
    return tuple(
        UnusualRow(
            worker_ref=worker,
            worker=posts[worker].name,
            agency=posts[worker].agency,
            role=role_title(posts[worker].role),
            why=why,
        )
        for worker, why in signs
        if worker in posts
    )
