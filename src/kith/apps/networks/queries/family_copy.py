"""Family copies before they leave: whom to choose, the preview, and the links that are open or were."""

import datetime as dt
import hashlib
from collections.abc import Set
from dataclasses import dataclass

from kith.apps.access.projections import TeamMember
from kith.apps.access.queries import day_of, ended_links, live_links, may_publish, require_to_publish, team_with_numbers
from kith.apps.agencies.projections import Actor
from kith.apps.networks.copy_cards import (
    CopyChoices,
    CopyForm,
    CopyPreview,
    CopyWish,
    EndedLink,
    FamilyLink,
    LinksPage,
)
from kith.apps.networks.copying import copied_people, copy_of, helper_of, may_read_copies
from kith.apps.networks.family_copies import CHILD_SAYS, CopiedHelper, FamilyCopy, as_text
from kith.apps.networks.pages import child_face, team_line
from kith.apps.networks.projections import Choice
from kith.apps.networks.rules import kin_words
from kith.apps.people.projections import FamilyToCopy
from kith.apps.people.queries import family_of, family_to_copy, shown_name
from kith.kernel.errors import KithError


class CannotMakeCopy(KithError):
    """What was chosen is not a copy that may be made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeCopy:
    """A copy, and whom and which records it tells of, so that a new seal on any of them ends its link."""

    copy: FamilyCopy
    text: str
    told: frozenset[tuple[str, str]]

    @property
    def mark(self) -> str:
        return hashlib.sha256(self.text.encode()).hexdigest()


def copy_form(actor: Actor, child_ref: str, *, now: dt.datetime) -> CopyForm:
    require_to_publish(actor, child_ref, now=now)
    family = family_to_copy(actor, child_ref, now=now)
    kin = kin_words(family.network)
    people = tuple(
        Choice(ref=p.id, name=shown_name(p), kin=kin.get(p.id, ""))
        for p in family.network.persons
        if p.id != child_ref and p.kind != "unborn" and (p.names or p.id in kin)
    )
    return CopyForm(
        child=child_face(family.child, day_of(now)),
        readers=readers_of(family),
        people=people,
        helpers=tuple(_helper_choice(member) for member in team_with_numbers(actor, child_ref, now=now)),
    )


def readers_of(family: FamilyToCopy) -> tuple[Choice, ...]:
    """Who may be given a page, the child first."""
    about, kin = family.network.about, kin_words(family.network)
    readers = [Choice(ref=p.id, name=shown_name(p), kin=kin.get(p.id, "")) for p in may_read_copies(family)]
    return tuple(sorted(readers, key=lambda reader: reader.ref != about))


def _helper_choice(member: TeamMember) -> Choice:
    line = team_line(member)
    return Choice(ref=member.ref, name=line.name, kin=", ".join(filter(None, (line.role, line.agency, line.phone))))


def preview_of(actor: Actor, wish: CopyWish, *, now: dt.datetime) -> CopyPreview:
    made = made_copy(actor, wish, now=now)
    return CopyPreview(copy=made.copy, mark=made.mark)


def made_copy(actor: Actor, wish: CopyWish, *, now: dt.datetime) -> MadeCopy:
    """For whoever may publish it: the copy exactly as its reader will see it."""
    require_to_publish(actor, wish.child_ref, now=now)
    family = family_to_copy(actor, wish.child_ref, now=now)
    require_reader(family, wish.reader_ref)
    require_the_childs_word(wish.child_ref, wish.reader_ref, wish.choices.child_says)
    helpers = _helpers(actor, wish, now=now)
    copy = copy_of(family, helpers, wish.reader_ref, wish.choices, day_of(now))
    return MadeCopy(copy=copy, text=as_text(copy), told=_told(family, wish.choices))


def require_reader(family: FamilyToCopy, reader_ref: str) -> None:
    if reader_ref not in {person.id for person in may_read_copies(family)}:
        raise CannotMakeCopy("Choose somebody of this family who is alive and whose name we know.")


def require_the_childs_word(child_ref: str, reader_ref: str, child_says: str) -> None:
    """A child who can decide this for themself is asked; without their yes nobody else gets their page."""
    if reader_ref == child_ref:
        return
    if child_says not in CHILD_SAYS[1:]:
        raise CannotMakeCopy(
            "A child who can decide this says first who may see the page. Without their yes it is not made."
        )


def _helpers(actor: Actor, wish: CopyWish, *, now: dt.datetime) -> tuple[CopiedHelper, ...]:
    chosen = [m for m in team_with_numbers(actor, wish.child_ref, now=now) if m.ref in wish.choices.helpers]
    return tuple(helper_of(m, m.agency_kind, is_named=m.ref in wish.choices.helpers_named) for m in chosen)


def _told(family: FamilyToCopy, choices: CopyChoices) -> frozenset[tuple[str, str]]:
    """Every person of the copy, every name that is shown, and every tie among them."""
    people = copied_people(family, choices)
    refs = {one.person.id for one in people}
    names = {(one.person.id, family.name_refs[one.person.id]) for one in people if one.name and one.person.names}
    return told_of(family, refs) | names


def told_of(family: FamilyToCopy, refs: Set[str]) -> frozenset[tuple[str, str]]:
    """These people, and every tie among them, for a role word tells of ties."""
    ties = {(sorted(tie.people)[0], tie.ref) for tie in family.ties if tie.people <= refs}
    return frozenset({(ref, "") for ref in refs} | ties)


def links_page(actor: Actor, child_ref: str, *, now: dt.datetime) -> LinksPage:
    """A link whose reader this viewer may not see is not there for them."""
    links, over = live_links(actor, child_ref, now=now), ended_links(actor, child_ref, now=now)
    family = family_of(actor, child_ref, now=now)
    people = {person.id: person for person in family.network.persons}
    kin = kin_words(family.network)
    return LinksPage(
        child=child_face(family.child, day_of(now)),
        links=tuple(
            FamilyLink(link=link, reader=shown_name(people[link.reader_ref]), kin=kin.get(link.reader_ref, ""))
            for link in links
            if link.reader_ref in people
        ),
        ended=tuple(
            EndedLink(link=link, reader=shown_name(people[link.reader_ref]), kin=kin.get(link.reader_ref, ""))
            for link in over
            if link.reader_ref in people
        ),
        may_publish=may_publish(actor, child_ref, now=now),
    )
