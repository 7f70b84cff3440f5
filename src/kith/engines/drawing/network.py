"""The one record of a family that readers produce, layouts arrange and apps store.

A network is what somebody was *told*, so nothing here refuses a contradiction: a death before a birth, two
couples claiming one child and a person with six parents are all representable. Ids are the source's own and
mean nothing outside one network.
"""

from dataclasses import dataclass, field

from kith.kernel.partial_dates import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Who told us, when, and how sure: the provenance every dated fact may carry."""

    told_by: str = ""  # a person's id in this network, or words ("health visitor")
    told_on: PartialDate | None = None
    certainty: str = "sure"  # sure, not_sure, disputed
    view_of: str = ""  # person's id whose view this is; empty: ours
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One name for a time; `text` is the whole name as said, the parts are optional."""

    text: str
    kind: str = "legal"  # legal, known_as, previous
    given: str = ""
    family: str = ""
    since: PartialDate | None = None
    until: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language somebody uses, by its ISO 639 code, and whether they need an interpreter for us."""

    code: str
    needs_interpreter: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where somebody lived, half-open in time."""

    lines: str
    postcode: str = ""
    since: PartialDate | None = None
    until: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """A number somebody issued: kind (nhs_number, upn, ...), value and issuer."""

    kind: str
    value: str
    issuer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Anybody in the network. `sex` is the one registered at birth (F, M, X or empty), `gender` their own words."""

    id: str
    names: tuple[Name, ...] = ()
    kind: str = "adult"  # child, unborn, adult, professional, pet
    sex: str = ""
    gender: str = ""
    pronouns: str = ""
    birth: PartialDate | None = None
    death: PartialDate | None = None
    has_died: bool = False  # died, even where no date is known
    loss: str = ""  # how a pregnancy ended without a living child: stillbirth, miscarriage, abortion
    provisional: bool = False  # "we only know him as Baz"
    unknown: bool = False  # a place kept open on purpose ("Who?")
    ethnicity: str = ""  # ONS 2021 code
    languages: tuple[Language, ...] = ()
    addresses: tuple[Address, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    fact: str = ""  # one line under the name ("Mum", "from Mum, Oct")
    account: Account | None = None

    @property
    def called(self) -> str:
        """The name to show: known-as before legal before any other, else the id."""
        return self._named(("known_as", "legal"))

    @property
    def full_name(self) -> str:
        """The name for a heading or a list: legal before known-as before any other, else the id."""
        return self._named(("legal", "known_as"))

    def _named(self, kinds: tuple[str, ...]) -> str:
        for kind in kinds:
            for name in self.names:
                if name.kind == kind:
                    return name.text
        return self.names[0].text if self.names else self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """One dated state of a partnership.

    Kinds: married, civil, remarried, cohabiting, engaged, casual, affair, together, separated, divorced, annulled,
    widowed.
    """

    kind: str
    since: PartialDate | None = None
    until: PartialDate | None = None
    account: Account | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildLink:
    """A child of a union; `twin` names a group born together, `identical` is None where nobody has said.

    Kinds: birth, adopted, foster, kinship, guardian, step, donor.
    """

    child: str
    kind: str = "birth"
    twin: str = ""
    identical: bool | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None
    account: Account | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Union:
    """Partners (usually one or two) with the history of their partnership, oldest first, and their children."""

    id: str
    partners: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()
    children: tuple[ChildLink, ...] = ()

    @property
    def status(self) -> str:
        """The latest known state, or empty where none was told."""
        return self.statuses[-1].kind if self.statuses else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """Somebody's time in a household: lives_here, second_home or relatives_home."""

    person: str
    kind: str = "lives_here"
    since: PartialDate | None = None
    until: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Household:
    """People who live together, on dates of their own."""

    id: str
    name: str = ""
    members: tuple[Membership, ...] = ()
    address: Address | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """Any other tie (close, in_conflict, harm, supports ...), from `a` to `b` where it has a direction."""

    a: str
    b: str
    kind: str
    since: PartialDate | None = None
    until: PartialDate | None = None
    account: Account | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Something a file said that we have no room for: kept word for word and reported, never dropped."""

    where: str  # "line 214" or "persons[3].eyes"
    tag: str
    value: str = ""
    owner: str = ""  # person's or union's id


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """A family, or several not connected ones; `about` is the person at the centre, if any."""

    name: str = ""
    about: str = ""
    persons: tuple[Person, ...] = ()
    unions: tuple[Union, ...] = ()
    households: tuple[Household, ...] = ()
    relations: tuple[Relation, ...] = ()
    kept: tuple[Kept, ...] = ()
    notes: tuple[str, ...] = field(default=())  # plain sentences about contradictions that were kept
