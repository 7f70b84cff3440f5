"""Ties and unions are two forms of the same facts: stored as ties between two people, drawn as unions.

Nothing here asks the database. `ties_of` takes a network apart; `unions_of` puts one together.
"""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kith.apps.people.kinds import tie_kind, tie_kinds
from kith.engines.drawing.network import Account, ChildLink, Network, Relation, Status, Union
from kith.kernel.partial_dates import PartialDate

EARLIEST: tuple[int, ...] = ()
TWIN = "twin"  # the group of the ties between those who were born together
TOGETHER, IDENTICAL, NOT_IDENTICAL = "born_together", "born_identical", "born_not_identical"
TWIN_KINDS = {True: IDENTICAL, False: NOT_IDENTICAL, None: TOGETHER}


@dataclass(frozen=True, slots=True, kw_only=True)
class TieFact:
    """One tie as words and ids: from `a` to `b`."""

    kind: str
    a: str
    b: str
    since: PartialDate | None = None
    until: PartialDate | None = None
    account: Account | None = None


@dataclass(frozen=True, slots=True)
class Born:
    """The group somebody was born in, and whether they are identical to another; None where nobody has said."""

    group: str
    identical: bool | None


def ties_of(network: Network) -> list[TieFact]:
    ties: list[TieFact] = []
    for union in network.unions:
        ties.extend(_partnership_ties(union))
        ties.extend(_parent_ties(union))
        ties.extend(_sibling_ties(union))
        ties.extend(_twin_ties(union))
    ties.extend(map(_relation_tie, network.relations))
    return ties


def _relation_tie(relation: Relation) -> TieFact:
    """A tie of a kind that only the file's program knows ("jealous") is somebody known, in that word."""
    account, kind = relation.account, relation.kind
    if kind not in tie_kinds():
        told = account or Account()
        words = ": ".join(part for part in (kind.replace("_", " "), told.words) if part)
        account, kind = replace(told, words=words), "known"
    return TieFact(kind=kind, a=relation.a, b=relation.b, since=relation.since, until=relation.until, account=account)


def births_of(ties: Iterable[TieFact]) -> dict[str, Born]:
    """Who was born together: everybody whom ties of one birth join, at once or by way of others."""
    told = [tie for tie in ties if tie_kind(tie.kind).group == TWIN]
    said = {
        end: alike for alike in (False, True) for tie in told if tie.kind == TWIN_KINDS[alike] for end in (tie.a, tie.b)
    }
    groups = _joined((tie.a, tie.b) for tie in told)
    return {child: Born(f"b{number}", said.get(child)) for number, group in enumerate(groups, 1) for child in group}


def _joined(pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Groups of those whom pairs join, in the order in which they were told."""
    groups: list[list[str]] = []
    for a, b in pairs:
        touched = [group for group in groups if a in group or b in group]
        members = list(dict.fromkeys([*(member for group in touched for member in group), a, b]))
        groups = [group for group in groups if group not in touched] + [members]
    return groups


def _partnership_ties(union: Union) -> Iterable[TieFact]:
    statuses = union.statuses
    if not statuses and not union.children:
        statuses = (Status(kind="together"),)
    for a, b in itertools.combinations(union.partners, 2):
        for s in statuses:
            yield TieFact(kind=s.kind, a=a, b=b, since=s.since, until=s.until, account=s.account)


def _parent_ties(union: Union) -> Iterable[TieFact]:
    for link in union.children:
        for parent in union.partners:
            yield TieFact(
                kind=link.kind, a=parent, b=link.child, since=link.since, until=link.until, account=link.account
            )


def _sibling_ties(union: Union) -> Iterable[TieFact]:
    """Brothers and sisters of whose parents nothing is known hang together by ties of their own."""
    if not union.partners:
        for older, younger in itertools.pairwise(union.children):
            yield TieFact(kind="sibling", a=older.child, b=younger.child)


def _twin_ties(union: Union) -> Iterable[TieFact]:
    """Between each two who were born together, so that no two of them hang on a third whom not everybody may see."""
    for a, b in itertools.combinations([link for link in union.children if link.twin], 2):
        if a.twin == b.twin and a.child != b.child:
            alike = None if None in (a.identical, b.identical) else a.identical and b.identical
            yield TieFact(kind=TWIN_KINDS[alike], a=a.child, b=b.child)


def unions_of(ties: Sequence[TieFact]) -> tuple[Union, ...]:
    """Unions for every couple and every set of parents, in the order in which their ties were told."""
    book = _Book(births_of(ties))
    for tie in ties:
        if tie_kind(tie.kind).group == "partnership":
            book.pair(tie)
    for child, links in _links_by_child(ties).items():
        book.hang(child, links)
    book.hang_siblings([(t.a, t.b) for t in ties if tie_kind(t.kind).group in ("sibling", TWIN)])
    return book.unions()


def _links_by_child(ties: Iterable[TieFact]) -> dict[str, list[TieFact]]:
    links: dict[str, list[TieFact]] = defaultdict(list)
    for tie in ties:
        if tie_kind(tie.kind).group == "parent":
            links[tie.b].append(tie)
    return links


class _Book:
    """Unions in the making, by the set of their partners."""

    def __init__(self, births: Mapping[str, Born]) -> None:
        self.births = births
        self.partners: dict[frozenset[str], tuple[str, ...]] = {}
        self.statuses: dict[frozenset[str], list[Status]] = defaultdict(list)
        self.children: dict[frozenset[str], list[ChildLink]] = defaultdict(list)
        self.parentless: list[list[str]] = []
        self.has_parents: set[str] = set()

    def pair(self, tie: TieFact) -> None:
        key = self._key(tie.a, tie.b)
        self.statuses[key].append(Status(kind=tie.kind, since=tie.since, until=tie.until, account=tie.account))

    def hang(self, child: str, links: Sequence[TieFact]) -> None:
        """Hang a child from each set of parents of one kind; a lone social parent joins their partner's union."""
        self.has_parents.add(child)
        by_kind: dict[str, list[TieFact]] = defaultdict(list)
        for link in links:
            by_kind[link.kind].append(link)
        everyone = [link.a for link in links]
        for kind, same in by_kind.items():
            for group in self._grouped([link.a for link in same]):
                self._hang_from(child, kind, group, same, everyone)

    def _hang_from(
        self, child: str, kind: str, parents: list[str], links: Sequence[TieFact], everyone: Sequence[str]
    ) -> None:
        if len(parents) == 1 and kind != "birth":
            partner = next((p for p in everyone if frozenset((p, parents[0])) in self.partners and p != parents[0]), "")
            if partner and kind == "step":
                return
            parents = parents + [partner] * bool(partner)
        tie = next(link for link in links if link.a == parents[0])
        link = ChildLink(child=child, kind=kind, since=tie.since, until=tie.until, account=tie.account)
        self.children[self._key(*parents)].append(self._with_twins(link))

    def _with_twins(self, link: ChildLink) -> ChildLink:
        born = self.births.get(link.child) if link.kind == "birth" else None
        return replace(link, twin=born.group, identical=born.identical) if born else link

    def _grouped(self, parents: list[str]) -> Iterable[list[str]]:
        """Two at most make one union; of more, known couples first and the rest one by one."""
        left = list(dict.fromkeys(parents))
        if len(left) <= 2:
            return [left]
        groups = []
        for a, b in itertools.combinations(left, 2):
            if frozenset((a, b)) in self.partners and a in left and b in left:
                groups.append([a, b])
                left = [p for p in left if p not in (a, b)]
        return groups + [[p] for p in left]

    def hang_siblings(self, pairs: Iterable[tuple[str, str]]) -> None:
        self.parentless = _joined((a, b) for a, b in pairs if not self.has_parents & {a, b})

    def _key(self, *people: str) -> frozenset[str]:
        key = frozenset(people)
        self.partners.setdefault(key, tuple(dict.fromkeys(people)))
        return key

    def unions(self) -> tuple[Union, ...]:
        couples = [
            Union(
                id="+".join(partners),
                partners=partners,
                statuses=tuple(sorted(self.statuses[key], key=_when)),
                children=tuple(self.children[key]),
            )
            for key, partners in self.partners.items()
        ]
        orphans = [
            Union(id="+".join(("", *group)), children=tuple(self._with_twins(ChildLink(child=c)) for c in group))
            for group in self.parentless
        ]
        return (*couples, *orphans)


def _when(status: Status) -> tuple[object, ...]:
    """Undated states first: what is known with a date is later news."""
    return (1, status.since.sort_key) if status.since else (0, EARLIEST)
