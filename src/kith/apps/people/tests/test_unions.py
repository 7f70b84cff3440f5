"""Ties and unions are two forms of the same facts: taking a family apart and putting it together changes nothing."""

from collections.abc import Iterable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kith.apps.people.unions import TieFact, ties_of, unions_of
from kith.engines.drawing.network import Account, ChildLink, Network, Relation, Status, Union
from kith.kernel.partial_dates import PartialDate
from kith.testing.factories import couple

ADULTS = [f"adult-{n}" for n in range(6)]
KIDS = [f"kid-{n}" for n in range(6)]
dates = st.none() | st.sampled_from(["2001", "2004-05", "2009-21", "2012~"]).map(PartialDate)
accounts = st.none() | st.builds(Account, told_by=st.sampled_from(["", "Nan"]), certainty=st.just("not_sure"))
couples = st.lists(st.frozensets(st.sampled_from(ADULTS), min_size=1, max_size=2), min_size=1, max_size=5, unique=True)
kinds = st.lists(st.sampled_from(["married", "separated", "cohabiting", "divorced"]), max_size=3, unique=True)


def when(status: Status) -> tuple[object, ...]:
    """Undated states come first, as they do in the book of unions."""
    return (1, status.since.sort_key) if status.since else (0, ())


@st.composite
def families(draw):
    """Couples and single parents; each child born to one of them, and perhaps adopted or fostered by a couple."""
    children: dict[frozenset[str], list[ChildLink]] = {key: [] for key in draw(couples)}
    born_to = {kid: draw(st.sampled_from(sorted(children, key=sorted))) for kid in draw(st.sets(st.sampled_from(KIDS)))}
    for kid in sorted(born_to):
        children[born_to[kid]].append(ChildLink(child=kid, since=draw(dates), account=draw(accounts)))
        pairs = [key for key in sorted(children, key=sorted) if len(key) == 2 and key.isdisjoint(born_to[kid])]
        if pairs and draw(st.booleans()):
            kind = draw(st.sampled_from(["adopted", "foster", "kinship", "guardian"]))
            children[draw(st.sampled_from(pairs))].append(ChildLink(child=kid, kind=kind, since=draw(dates)))
    unions = [_union(draw, key, with_twins(draw, links)) for key, links in children.items()]
    loose = tuple(ChildLink(child=kid) for kid in KIDS if kid not in born_to)
    return Network(unions=(*unions, *[Union(id="loose", children=loose)] * (len(loose) > 1)))


def with_twins(draw, links):
    """The first two born to a couple may be twins."""
    born = [link for link in links if link.kind == "birth"][:2]
    if len(born) < 2 or not draw(st.booleans()):
        return links
    identical = draw(st.sampled_from((None, False, True)))
    return [replace(link, twin="t", identical=identical) if link in born else link for link in links]


def _union(draw, key, links):
    """A couple without children and without a state would be "together", so it gets a state here."""
    statuses: list[Status] = []
    if len(key) == 2:
        statuses = [Status(kind=kind, since=draw(dates), account=draw(accounts)) for kind in draw(kinds)]
    if not links and not statuses:
        statuses = [Status(kind="together")] * (len(key) == 2)
    ordered = tuple(sorted(statuses, key=when))
    return Union(id="+".join(sorted(key)), partners=tuple(sorted(key)), statuses=ordered, children=tuple(links))


def facts_of(unions: Iterable[Union]) -> list[object]:
    """What a set of unions says, whatever they and their twins are called and whichever comes first."""
    said = [
        (
            tuple(sorted(union.partners)),
            sorted((when(s), s.kind, repr(s)) for s in union.statuses),
            sorted(repr(replace(link, twin="twin" * bool(link.twin))) for link in union.children),
        )
        for union in unions
        if union.children or len(union.partners) > 1
    ]
    return sorted(said, key=repr)


@given(network=families())
def test_a_family_taken_apart_and_put_together_says_the_same(network):
    again = unions_of(ties_of(network))
    assert facts_of(again) == facts_of(network.unions)


@given(network=families())
def test_a_second_round_changes_nothing_more(network):
    once = Network(unions=unions_of(ties_of(network)))
    twice = Network(unions=unions_of(ties_of(once)))
    assert facts_of(twice.unions) == facts_of(once.unions)


@given(network=families(), seed=st.randoms(use_true_random=False))
def test_the_order_in_which_ties_were_told_changes_no_fact(network, seed):
    ties = ties_of(network)
    siblings = [tie for tie in ties if tie.kind == "sibling"]
    others = [tie for tie in ties if tie.kind != "sibling" and tie.since]
    rest = [tie for tie in ties if tie.kind != "sibling" and not tie.since]
    seed.shuffle(rest)
    shuffled = unions_of([*rest, *others, *siblings])
    assert {frozenset(u.partners) for u in shuffled} == {frozenset(u.partners) for u in unions_of(ties)}


def test_a_lone_step_parent_stands_beside_their_partner():
    """Their marriage to the birth parent already says it: no second line is drawn."""
    ties = [
        TieFact(kind="birth", a="mum", b="mina"),
        TieFact(kind="married", a="mum", b="len"),
        TieFact(kind="step", a="len", b="mina"),
    ]
    unions = {u.partners: [link.child for link in u.children] for u in unions_of(ties)}
    assert unions == {("mum", "len"): [], ("mum",): ["mina"]}


def test_three_birth_parents_are_drawn_as_the_couple_and_the_third():
    ties = [
        TieFact(kind="married", a="ada", b="bea"),
        *(TieFact(kind="birth", a=parent, b="mina") for parent in ("ada", "cal", "bea")),
    ]
    assert {u.partners for u in unions_of(ties)} == {("ada", "bea"), ("cal",)}


def test_brothers_and_sisters_without_known_parents_hang_together():
    ties = [TieFact(kind="sibling", a="mina", b="lou"), TieFact(kind="sibling", a="lou", b="sol")]
    (union,) = unions_of(ties)
    assert [link.child for link in union.children] == ["mina", "lou", "sol"]


def test_a_couple_of_whom_nothing_more_is_known_is_together():
    (tie,) = ties_of(Network(unions=(replace(couple("mum", "dad"), statuses=()),)))
    assert (tie.kind, tie.a, tie.b) == ("together", "mum", "dad")


def test_a_tie_that_only_another_program_knows_is_somebody_known_in_its_word():
    relations = (
        Relation(a="a", b="b", kind="fan_admirer", account=Account(words="FanAdmirer")),
        Relation(a="a", b="b", kind="close"),
    )
    assert ties_of(Network(relations=relations)) == [
        TieFact(kind="known", a="a", b="b", account=Account(words="fan admirer: FanAdmirer")),
        TieFact(kind="close", a="a", b="b"),
    ]
