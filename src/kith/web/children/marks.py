"""What a page of a child's family carries of seals: marks for whoever is on their lists, and what may be done."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest

from kith.apps.access import queries as access
from kith.apps.networks.projections import ChildPage, PersonPage
from kith.apps.people.queries import home_records


def person_marks(request: HttpRequest, page: PersonPage) -> dict[str, Any]:
    facts = (*page.names, *page.addresses, *page.numbers, *page.responsibilities)
    refs = [*(fact.ref for fact in facts), *(tie.tie_ref for tie in page.ties)]
    return {
        "seals": _marks(request, page.person.ref, refs, [home.ref for home in page.homes]),
        "may_seal": _may_seal(request, page.person.ref, may_write=page.may_edit),
        "may_merge": _may_merge(request, page),
        "may_destroy": _may_destroy(request, page),
        "merges": access.merges_of(request.actor, page.person.ref, now=request.now),
    }


def child_marks(request: HttpRequest, page: ChildPage) -> dict[str, Any]:
    return {
        "seals": _marks(request, page.child.ref, (), [home.ref for home in page.households]),
        "may_seal": _may_seal(request, page.child.ref, may_write=page.may_edit),
        "may_declare": access.may_declare(request.actor),
        "may_note": access.may_note(request.actor),
        "may_see_links": access.may_see_links(request.actor, page.child.ref, now=request.now),
    }


def _may_merge(request: HttpRequest, page: PersonPage) -> bool:
    is_there = not page.person.is_withdrawn
    return is_there and access.may_merge(request.actor, page.person.ref, may_write=page.may_edit, now=request.now)


def _may_destroy(request: HttpRequest, page: PersonPage) -> bool:
    """Also of somebody who was taken out; never of a child with workers of their own."""
    may_write = page.may_edit or page.may_put_back
    return not page.person.has_case and access.may_propose_destroying(
        request.actor, page.person.ref, may_write=may_write, now=request.now
    )


def _may_seal(request: HttpRequest, subject_ref: str, *, may_write: bool) -> bool:
    return access.may_seal(request.actor, subject_ref, may_write=may_write, now=request.now)


def _marks(request: HttpRequest, subject_ref: str, refs: Iterable[str], homes: list[str]) -> dict[str, Any]:
    """By ref; a home carries the mark of its address, and the whole person stands under the empty ref."""
    inside = home_records(homes) if homes else {}
    records = {*refs, *homes, *(ref for those in inside.values() for ref in those)}
    marks: dict[str, Any] = dict(access.seal_marks(request.actor, subject_ref, records=records, now=request.now))
    for home, those in inside.items():
        found = [marks[ref] for ref in sorted(those) if ref in marks]
        if found:
            marks.setdefault(home, found[0])
    return marks
