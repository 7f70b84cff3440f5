"""Random networks in which every field may be set."""

from typing import Any

from hypothesis import strategies as st

from kith.engines.drawing import network as n
from kith.engines.drawing import vocabulary as words
from kith.kernel.partial_dates import PartialDate

CODES = ("2019", "2019-03", "2019-03-05", "2019-21", "2014~", "2014/2016", "../2019", "2019/..")

said = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
name_text = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"]), max_size=8)
# Byte order marks and their mirror are no characters of a name.
safe = name_text.filter(lambda text: "\ufffe" not in text and "\uffff" not in text)
dates = st.none() | st.sampled_from([PartialDate(code) for code in CODES])


def few(items: st.SearchStrategy[Any], *, unique: bool = False) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(items, max_size=0 if items.is_empty else 2, unique=unique).map(tuple)


accounts = st.none() | st.builds(
    n.Account,
    told_by=said,
    told_on=dates,
    certainty=st.sampled_from(words.CERTAINTIES),
    view_of=said,
    words=said,
)
names = st.builds(
    n.Name, text=safe, kind=st.sampled_from(words.NAME_KINDS), given=safe, family=safe, since=dates, until=dates
)
addresses = st.builds(n.Address, lines=said, postcode=said, since=dates, until=dates)
statuses = st.builds(n.Status, kind=st.sampled_from(words.STATUSES), since=dates, until=dates, account=accounts)
languages = st.builds(n.Language, code=said, needs_interpreter=st.booleans())
identifiers = st.builds(n.Identifier, kind=said, value=said, issuer=said)


def persons(id: str) -> st.SearchStrategy[n.Person]:
    return st.builds(
        n.Person,
        id=st.just(id),
        names=few(names),
        kind=st.sampled_from(words.PERSON_KINDS),
        sex=st.sampled_from(words.SEXES),
        gender=said,
        pronouns=said,
        birth=dates,
        death=dates,
        has_died=st.booleans(),
        provisional=st.booleans(),
        unknown=st.booleans(),
        ethnicity=said,
        languages=few(languages),
        addresses=few(addresses),
        identifiers=few(identifiers),
        fact=said,
        account=accounts,
    )


@st.composite
def unions(draw: st.DrawFn, id: str, ids: list[str]) -> n.Union:
    """Partners come before their children in the list of people, so that nobody is their own ancestor."""
    oldest_child = draw(st.integers(0, len(ids)))
    partners = st.sampled_from(ids[:oldest_child]) if oldest_child else st.nothing()
    children = st.sampled_from(ids[oldest_child:]) if oldest_child < len(ids) else st.nothing()
    links = st.builds(
        n.ChildLink,
        child=children,
        kind=st.sampled_from(words.CHILD_LINKS),
        twin=said,
        identical=st.sampled_from((None, False, True)),
        since=dates,
        until=dates,
        account=accounts,
    )
    return n.Union(
        id=id,
        partners=draw(few(partners, unique=True)),
        statuses=draw(few(statuses)),
        children=draw(few(links)),
    )


@st.composite
def networks(draw: st.DrawFn) -> n.Network:
    ids = [f"p{number}" for number in range(draw(st.integers(0, 4)))]
    anyone = st.sampled_from(ids) if ids else st.nothing()
    members = st.builds(n.Membership, person=anyone, kind=st.sampled_from(words.MEMBERSHIPS), since=dates, until=dates)
    relations = st.builds(n.Relation, a=anyone, b=anyone, kind=said, since=dates, until=dates, account=accounts)
    kept = st.builds(n.Kept, where=said, tag=said, value=said, owner=said)
    homes = [f"h{number}" for number in range(draw(st.integers(0, 2)))]
    return n.Network(
        name=draw(said),
        about=draw(st.just("") | anyone),
        persons=tuple(draw(persons(id)) for id in ids),
        unions=tuple(draw(unions(f"u{number}", ids)) for number in range(draw(st.integers(0, 2)))),
        households=tuple(
            n.Household(id=id, name=draw(said), members=draw(few(members)), address=draw(st.none() | addresses))
            for id in homes
        ),
        relations=draw(few(relations)),
        kept=draw(few(kept)),
        notes=draw(few(said)),
    )
