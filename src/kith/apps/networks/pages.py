"""Cards for lists and pages from what a viewer may see of a family."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kith.apps.access.projections import TeamMember
from kith.apps.networks.projections import (
    Change,
    ChildFace,
    Generation,
    HomeCard,
    HomeMember,
    LineCard,
    PersonLine,
    TeamLine,
)
from kith.apps.networks.rules import generation_name, initials_of, rows_of
from kith.apps.people.projections import FamilyView, ResponsibilityCard, TieCard
from kith.apps.people.queries import (
    age_of,
    expected_words,
    first_name_of,
    is_expected,
    is_over,
    language_name,
    look_words,
    short_name,
    shown_name,
)
from kith.engines.drawing.network import Household, Person
from kith.engines.drawing.picture import Drawing
from kith.engines.drawing.symbols.facts import loss_of
from kith.kernel.days import short_words

STAYS = {"second_home": "some of the time", "relatives_home": "often visits"}
MOST_LATELY = 6
PARENTS_OWN = frozenset({"gave birth", "married to the birth mother", "named on the birth certificate"})


def child_face(child: Person, on: dt.date) -> ChildFace:
    return ChildFace(
        ref=child.id,
        name=shown_name(child),
        first_name=first_name_of(child),
        initials=initials_of(shown_name(child)),
        age=age_of(child, on),
        born=str(child.birth) if child.birth and not is_expected(child) else "",
        birth=child.birth if not is_expected(child) else None,
        pronouns=child.pronouns,
        facts=languages_of(child),
        expected=expected_words(child),
        look=look_words(child, on),
    )


def languages_of(person: Person) -> tuple[str, ...]:
    """ "English and Turkish at home", "Needs an interpreter for Turkish"; nothing where it is English alone."""
    names = [language_name(language.code) for language in person.languages]
    needs = [language_name(language.code) for language in person.languages if language.needs_interpreter]
    at_home = f"{joined(names)} at home" if names and names != ["English"] else ""
    return tuple(filter(None, (at_home, f"Needs an interpreter for {joined(needs)}" if needs else "")))


def joined(words: Sequence[str]) -> str:
    """ "Mum", "Mum and Dad", "Mum, Dad and Nan"."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def responsibility_sentences(family: FamilyView, kin: Mapping[str, str]) -> tuple[str, ...]:
    """Who holds parental responsibility for the child now, and who did before."""
    about = [r for r in family.responsibilities if r.child_ref == family.child.id and r.taken_out is None]
    now = [f"{r.holder} ({_how(r, kin)})" for r in about if not r.is_over]
    verb = "holds" if len(now) == 1 else "hold"
    standing = (f"{joined(now)} {verb} parental responsibility.",) if now else ()
    return standing + tuple(f"{r.holder} held it {r.how}, {r.when}." for r in about if r.is_over)


def _how(held: ResponsibilityCard, kin: Mapping[str, str]) -> str:
    """What the holder is to the child says enough of a parent; of others, how they came by it."""
    return kin.get(held.holder_ref, "") or held.how if held.how in PARENTS_OWN else held.how


def life_words(person: Person) -> str:
    """ "born 1992", "1952 to 2018", "has died", "stillborn 2016"."""
    if person.loss:
        return loss_of(person)
    if person.birth and person.death:
        return f"{person.birth} to {person.death}"
    if person.death or person.has_died:
        return f"died {person.death}" if person.death else "has died"
    if is_expected(person):
        return expected_words(person)
    return f"born {person.birth}" if person.birth else ""


def person_line(
    person: Person, *, kin: Mapping[str, str], names: Mapping[str, str], about: str, on: dt.date
) -> PersonLine:
    account = person.account
    return PersonLine(
        ref=person.id,
        name=shown_name(person),
        initials=initials_of(person.full_name) if person.names else "?",
        age=age_of(person, on),
        kin="this is their picture" if person.id == about else kin.get(person.id, ""),
        fact=", ".join(part for part in (life_words(person), own_fact(person, kin.get(person.id, ""))) if part),
        certainty="not_sure" if person.provisional else account.certainty if account else "sure",
        told_by=names.get(account.told_by, account.told_by) if account else "",
        told_on=str(account.told_on) if account and account.told_on else "",
        is_child=person.id == about,
    )


def own_fact(person: Person, kin: str) -> str:
    """The line somebody wrote under a name, unless it says no more than the kinship does."""
    return "" if person.fact.casefold() == kin.casefold() else person.fact


def generations_of(family: FamilyView, drawing: Drawing, kin: Mapping[str, str], on: dt.date) -> tuple[Generation, ...]:
    """The people in the order of the picture, row by row and left to right."""
    people = {person.id: person for person in family.network.persons}
    about = family.network.about
    names = {ref: short_name(person) for ref, person in people.items()}
    rows = rows_of({symbol.person: symbol.box.y for symbol in drawing.symbols}, about)
    grouped: dict[int, list[PersonLine]] = defaultdict(list)
    for symbol in sorted(drawing.symbols, key=lambda s: (s.box.y, s.box.x)):
        line = person_line(people[symbol.person], kin=kin, names=names, about=about, on=on)
        grouped[rows[symbol.person]].append(line)
    return tuple(Generation(generation_name(row), tuple(grouped[row])) for row in sorted(grouped))


def line_card(tie: TieCard) -> LineCard:
    return LineCard(
        ref=tie.ref,
        version=tie.version,
        says=tie_words(tie),
        certainty=tie.certainty,
        told_by=tie.told_by,
        told_on=tie.told_on,
        agency=tie.agency,
        view_of=tie.view_of,
        taken_out=tie.taken_out,
    )


def tie_words(tie: TieCard) -> str:
    """ "Safiya and Kwabena: separated, since 2019" or "Comfort: birth parent of Kwabena"."""
    when = f", {tie.when}" if tie.when else ""
    if tie.group == "partnership":
        return f"{tie.a} and {tie.b}: {tie.says}{when}"
    return f"{tie.a}: {tie.says} {tie.b}{when}"


def home_cards(
    households: Sequence[Household], names: Mapping[str, str], kin: Mapping[str, str]
) -> tuple[HomeCard, ...]:
    return tuple(
        HomeCard(
            ref=home.id,
            name=home.name,
            address=", ".join(filter(None, (home.address.lines, home.address.postcode))) if home.address else "",
            since=_since(home),
            members=tuple(
                HomeMember(ref=m.person, name=names[m.person], kin=kin.get(m.person, ""), stays=STAYS.get(m.kind, ""))
                for m in home.members
            ),
        )
        for home in households
    )


def homes_on(households: Iterable[Household], on: dt.date) -> tuple[Household, ...]:
    """The homes as they are on a day: whoever has moved out is no longer in them, and an empty one is not there."""
    now = (replace(home, members=tuple(m for m in home.members if not is_over(m.until, on))) for home in households)
    return tuple(home for home in now if home.members)


def _since(home: Household) -> str:
    """The day only where everybody moved in together; otherwise each has their own and the person's page says it."""
    days = {str(member.since) for member in home.members if member.since}
    return days.pop() if len(days) == 1 else ""


def team_line(member: TeamMember) -> TeamLine:
    return TeamLine(
        name=member.name,
        initials=initials_of(member.name),
        role=(member.job_title or member.part.replace("_", " ")).lower() if member.job_title or member.part else "",
        agency=member.agency,
        since=f"{member.since_on:%b %Y}" if member.since_on else "",
        phone=member.phone,
        is_you=member.is_you,
        is_lead=member.part == "lead",
    )


def changes_of(family: FamilyView, *, on: dt.date) -> tuple[Change, ...]:
    """What agencies added to the network, newest first; what came with the first load is not news."""
    news = sorted(
        (t for t in family.ties if t.agency and not t.taken_out), key=lambda tie: tie.recorded_at, reverse=True
    )
    return tuple(
        Change(when=short_words(t.recorded_at, today=on), says=tie_words(t), by=t.agency) for t in news[:MOST_LATELY]
    )
