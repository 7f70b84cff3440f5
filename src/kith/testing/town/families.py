"""Streams the families of a town, the hand-written ones first, until so many children have a case."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, count
from random import Random

from kith.testing.town.care_shapes import adopted, fostered, kinship, unaccompanied
from kith.testing.town.dates import age_on
from kith.testing.town.draft import Circle, Draft
from kith.testing.town.earlier_homes import remember_earlier_home
from kith.testing.town.involvement import Involving, standing_of
from kith.testing.town.places import pick_settlement
from kith.testing.town.plans import FamilyPlan, TownPlan
from kith.testing.town.relations import add_feelings, add_wider_family
from kith.testing.town.roster import Roster
from kith.testing.town.shapes import Shape, apart, expecting, one_parent, same_sex, several_fathers, step, together
from kith.testing.town.shelf import data_file, proportion
from kith.testing.town.stories import read_stories

SHAPES: dict[str, Shape] = {
    "together": together,
    "apart": apart,
    "one_parent": one_parent,
    "several_fathers": several_fathers,
    "step": step,
    "kinship": kinship,
    "fostered": fostered,
    "adopted": adopted,
    "same_sex": same_sex,
    "unaccompanied": unaccompanied,
    "expecting": expecting,
}


def families(town: TownPlan, *, children: int) -> Iterator[FamilyPlan]:
    """Families until exactly so many children have a case.

    Each family depends only on the town's seed, its day, its workers and the family's own number, so
    a larger county begins with the same stories, and no family changes because of another.
    """
    roster = Roster(town)
    left = children
    for family in chain(read_stories(town.today), (grow_family(roster, number) for number in count(1))):
        if left <= 0:
            return
        kept = _with_cases(family, left)
        left -= len(kept.children)
        yield kept


def grow_family(roster: Roster, number: int) -> FamilyPlan:
    """The family with this number, 1 and up."""
    rng = Random(f"{roster.seed}:{number}")
    draft = Draft(f"f{number:06d}", number, rng, roster.today, pick_settlement(rng))
    shape = proportion("shapes").pick(rng)
    circle = SHAPES[shape](draft)
    _say_who(circle)
    add_wider_family(draft, circle)
    add_feelings(draft, circle)
    remember_earlier_home(draft, circle)
    _open_cases(draft, circle)
    _seal_address(draft, circle)
    return _plan(draft, circle, roster, shape)


def _say_who(circle: Circle) -> None:
    """The word under a parent's name, where there is one set of parents."""
    for parent in circle.parents if len(circle.parents) < 3 else ():
        parent.fact = parent.fact or ("Mum" if parent.sex == "F" else "Dad")


def _open_cases(draft: Draft, circle: Circle) -> None:
    """Most children of a family that services know have a case; one at least."""
    for kid in circle.kids:
        kid.has_case = kid.has_case or (kid.kind != "adult" and draft.happens("known_to_services"))
    if not any(kid.has_case for kid in circle.kids):
        circle.kids[-1].has_case = True


def _seal_address(draft: Draft, circle: Circle) -> None:
    """After some partings nobody may learn where the others live now."""
    if circle.parted and draft.happens("sealed_address"):
        for one in (*circle.carers, *circle.kids):
            draft.sensitivity[one.id] = max(draft.sensitivity.get(one.id, 0), 2)


def _plan(draft: Draft, circle: Circle, roster: Roster, shape: str) -> FamilyPlan:
    known = [kid for kid in circle.kids if kid.has_case]
    standing = standing_of(draft.rng, circle)
    involving = Involving(draft.rng, roster, circle, standing)
    if standing == "child_protection":
        for kid in known:
            draft.sensitivity.setdefault(kid.id, 1)
    about = max(known, key=lambda kid: (kid.kind == "child", age_on(kid.born, draft.today)))
    return FamilyPlan(
        key=draft.key,
        network=draft.network(about),
        children=tuple(kid.id for kid in known),
        involvements=tuple(plan for kid in known for plan in involving.with_child(kid)),
        responsibilities=tuple(draft.responsibilities),
        sensitivity=draft.sensitivity,
        story=data_file("words.toml")["stories"][shape],
    )


def _with_cases(family: FamilyPlan, most: int) -> FamilyPlan:
    """The family with at most so many cases; the other children stay on the picture."""
    if len(family.children) <= most:
        return family
    kept = family.children[:most]
    return replace(
        family,
        children=kept,
        involvements=tuple(plan for plan in family.involvements if plan.child_id in kept),
    )
