"""One person of a child's network, and what forms need."""

import datetime as dt
from collections.abc import Mapping

from kith.apps.access.projections import LastChange
from kith.apps.access.queries import NothingHere, day_of, require
from kith.apps.agencies.projections import Actor
from kith.apps.networks.pages import child_face, languages_of, life_words, line_card, own_fact, tie_words
from kith.apps.networks.projections import (
    AccountLine,
    Choice,
    DateLine,
    Dispute,
    FormPage,
    LineCard,
    PersonFace,
    PersonPage,
    PersonTie,
    ResponsibilityLine,
    Said,
)
from kith.apps.networks.rules import initials_of, kin_words
from kith.apps.people import actions as people
from kith.apps.people.projections import FamilyView, HomeCard, PersonView, ResponsibilityCard, TieCard
from kith.apps.people.queries import (
    LOSS_WORDS,
    changed_last,
    ethnicity_words,
    family_of,
    first_name_of,
    homes_of,
    is_expected,
    language_name,
    person_view,
    short_name,
    shown_name,
)
from kith.engines.drawing.network import Person
from kith.kernel.partial_dates import PartialDate

CHILD_WORDS = {
    "birth": "child of",
    "adopted": "adopted child of",
    "step": "step-child of",
    "foster": "fostered by",
    "kinship": "cared for by",
    "guardian": "under the special guardianship of",
    "donor": "conceived with help from",
}
SEX_WORDS = {"F": "female", "M": "male", "X": "recorded as neither"}


def form_page(actor: Actor, child_ref: str, *, now: dt.datetime) -> FormPage:
    """The child and the people of the network as they may be chosen in a form, the child first; for who may add."""
    require(actor, people.ADD, child_ref, now=now)
    family = family_of(actor, child_ref, now=now)
    return FormPage(child=child_face(family.child, day_of(now)), people=_choices(family))


def _choices(family: FamilyView) -> tuple[Choice, ...]:
    kin = kin_words(family.network)
    return tuple(Choice(ref=p.id, name=shown_name(p), kin=kin.get(p.id, "")) for p in family.network.persons)


def siblings_to_choose(actor: Actor, child_ref: str, person_ref: str, *, now: dt.datetime) -> tuple[Choice, ...]:
    """Those of the same parents, as far as the actor can see, of whom no twin is on record."""
    family = family_of(actor, child_ref, now=now)
    born = [[link for link in union.children if link.kind == "birth"] for union in family.network.unions]
    together = [links for links in born if any(link.child == person_ref for link in links)]
    refs = {link.child for links in together for link in links if not link.twin} - {person_ref}
    return tuple(choice for choice in _choices(family) if choice.ref in refs)


def person_to_change(actor: Actor, person_ref: str, *, now: dt.datetime) -> PersonView:
    require(actor, people.CHANGE, person_ref, now=now)
    return person_view(actor, person_ref, now=now)


def tie_to_change(actor: Actor, child_ref: str, tie_ref: str, *, now: dt.datetime) -> LineCard:
    family = family_of(actor, child_ref, now=now)
    for tie in family.ties:
        if tie.ref == tie_ref:
            return line_card(tie)
    raise NothingHere


def home_to_change(actor: Actor, child_ref: str, home_ref: str, *, now: dt.datetime) -> HomeCard:
    for home in homes_to_join(actor, child_ref, now=now):
        if home.ref == home_ref:
            return home
    raise NothingHere


def homes_to_join(actor: Actor, child_ref: str, *, now: dt.datetime) -> tuple[HomeCard, ...]:
    """The homes of a child's network."""
    family = family_of(actor, child_ref, now=now)
    return homes_of(actor, [person.id for person in family.network.persons], now=now)


def last_changed(actor: Actor, person_ref: str, *, now: dt.datetime) -> LastChange | None:
    return changed_last(actor, person_ref, now=now)


def person_page(actor: Actor, child_ref: str, person_ref: str, *, now: dt.datetime) -> PersonPage:
    """Somebody in this child's network; anybody else is not here, even where the viewer knows them elsewhere."""
    family = family_of(actor, child_ref, now=now)
    known = {p.id for p in family.network.persons} | {p.ref for p in family.taken_out}
    if person_ref not in known:
        raise NothingHere
    view = person_view(actor, person_ref, now=now)
    ties = [tie for tie in view.ties if {tie.a_ref, tie.b_ref} <= known]
    return PersonPage(
        child=child_face(family.child, day_of(now)),
        person=_face(view, family),
        names=view.names,
        dates=_dates(view.person, {p.id: short_name(p) for p in family.network.persons}),
        facts=_facts(view.person),
        languages=languages_of(view.person) or tuple(language_name(said.code) for said in view.person.languages),
        ties=tuple(_tie(tie, person_ref) for tie in ties),
        homes=view.stays,
        addresses=view.addresses,
        numbers=view.numbers,
        responsibilities=tuple(_responsibility(held, person_ref) for held in view.responsibilities),
        disputes=tuple(_dispute(tie) for tie in ties if tie.accounts and not tie.taken_out),
        contradictions=view.contradictions,
        may_edit=view.may_change and not view.is_withdrawn,
        may_take_out=view.may_change and not view.has_case,
        may_put_back=view.may_change and view.is_withdrawn,
    )


def _face(view: PersonView, family: FamilyView) -> PersonFace:
    person, account = view.person, view.person.account
    kin = kin_words(family.network).get(person.id, "")
    return PersonFace(
        ref=person.id,
        version=view.version,
        name=shown_name(person),
        initials=initials_of(person.full_name) if person.names else "?",
        kin=f"{first_name_of(family.child)}’s own page" if person.id == family.child.id else kin,
        fact=own_fact(person, kin),
        age=view.age or life_words(person),
        pronouns=person.pronouns,
        is_child=person.id == family.child.id,
        has_case=view.has_case,
        certainty="not_sure" if person.provisional else account.certainty if account else "sure",
        is_withdrawn=view.is_withdrawn,
        was_lost=bool(person.loss),
        taken_out=view.taken_out,
    )


def _words(date: PartialDate | None) -> str:
    return str(date) if date else ""


def _dates(person: Person, names: Mapping[str, str]) -> tuple[DateLine, ...]:
    told_by = names.get(person.account.told_by, person.account.told_by) if person.account else ""
    told_on = _words(person.account.told_on) if person.account else ""
    told = [("expected" if is_expected(person) else "born", person.birth), ("died", person.death)]
    known = [("happened", person.death or person.birth)] if person.loss else told
    return tuple(
        DateLine(what=what, when=str(date), told_by=told_by, told_on=told_on, certainty="sure")
        for what, date in known
        if date
    )


def _tie(tie: TieCard, person_ref: str) -> PersonTie:
    is_first = tie.a_ref == person_ref
    says = tie.says if is_first or tie.group != "parent" else CHILD_WORDS.get(tie.kind, "child of")
    return PersonTie(
        ref=tie.b_ref if is_first else tie.a_ref,
        tie_ref=tie.ref,
        version=tie.version,
        name=tie.b if is_first else tie.a,
        says=says,
        when=tie.when,
        told_by=tie.told_by,
        told_on=tie.told_on,
        certainty=tie.certainty,
        agency=tie.agency,
        view_of=tie.view_of,
        words=tie.words,
        taken_out=tie.taken_out,
    )


def _facts(person: Person) -> tuple[Said, ...]:
    """Only what is known; sex registered at birth and gender in own words are two things."""
    known = (
        ("What happened", LOSS_WORDS.get(person.loss, "")),
        ("Gender, in their own words", person.gender),
        ("Sex registered at birth", SEX_WORDS.get(person.sex, "")),
        ("Ethnic group", ethnicity_words(person.ethnicity)),
    )
    return tuple(Said(term, says) for term, says in known if says)


def _responsibility(held: ResponsibilityCard, person_ref: str) -> ResponsibilityLine:
    is_for_them = held.child_ref == person_ref
    told = f"told by {held.told_by}" if held.told_by else ""
    return ResponsibilityLine(
        ref=held.ref,
        says=held.holder if is_for_them else f"for {held.child}",
        about=", ".join(filter(None, (held.how, held.when, told))),
        is_open=held.is_open and held.taken_out is None,
        is_for_them=is_for_them,
        taken_out=held.taken_out,
    )


def _dispute(tie: TieCard) -> Dispute:
    """What was told first, then what others told."""
    first = AccountLine(says=tie.words or tie_words(tie), told_by=tie.told_by, told_on=tie.told_on, agency=tie.agency)
    others = tuple(
        AccountLine(
            says=account.words or ("Says the same." if account.agrees else "Says it is not so."),
            told_by=account.told_by,
            told_on=account.told_on,
            agency=account.agency,
        )
        for account in tie.accounts
    )
    return Dispute(about=tie_words(tie), accounts=(first, *others))
