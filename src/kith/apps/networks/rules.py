"""From a network to words: what people are to the person at its centre, and the lists beside the picture."""

from collections.abc import Mapping

from kith.engines.drawing.network import Network, Person
from kith.engines.kinship import Kinship, ParentFact, PartnerFact, Relationship, SiblingFact

PARENT_WORDS = {"adopted": "adoptive"}  # the drawing's word to the kinship engine's; others are the same
OVER = frozenset({"separated", "divorced", "annulled"})
PARTNER_WORDS = {"married": "married", "divorced": "married", "civil": "civil", "widowed": "widowed"}
LONGEST_CHAIN = 26
WOMANS_WORDS = frozenset({"woman", "girl", "female"})
MANS_WORDS = frozenset({"man", "boy", "male"})

GENERATIONS = {
    -3: "Great-grandparents",
    -2: "Grandparents",
    -1: "Parents, aunts and uncles",
    0: "Children",
    1: "Their children",
    2: "Their grandchildren",
}


def kinship_of(network: Network) -> Kinship:
    """The kinship of a network, as far as its unions tell."""
    unions = network.unions
    return Kinship.build(
        parents=[
            ParentFact(parent, link.child, PARENT_WORDS.get(link.kind, link.kind))
            for union in unions
            for link in union.children
            for parent in union.partners
        ],
        partners=[
            PartnerFact(
                union.partners[0],
                union.partners[1],
                PARTNER_WORDS.get(union.status, "partners"),
                union.status not in OVER,
            )
            for union in unions
            if len(union.partners) == 2
        ],
        siblings=[
            SiblingFact(older.child, younger.child)
            for union in unions
            if not union.partners
            for older, younger in zip(union.children, union.children[1:], strict=False)
        ],
        sexes_or_words={person.id: gender_word(person) for person in network.persons},
    )


def gender_word(person: Person) -> str:
    """Their own word where they gave one; otherwise the sex on record; otherwise nothing."""
    own = person.gender.strip().lower()
    if own:
        return "female" if own in WOMANS_WORDS else "male" if own in MANS_WORDS else ""
    return {"F": "female", "M": "male"}.get(person.sex, "")


def kin_words(network: Network) -> dict[str, str]:
    """What each person is to the one at the centre: "Mum", "Dad's mother", "half-brother". Empty without a centre."""
    if not network.about:
        return {}
    relationships = kinship_of(network).from_(network.about)
    return {ref: word_for(relationship) for ref, relationship in relationships.items() if ref != network.about}


def word_for(relationship: Relationship) -> str:
    """The chain a child can follow while it is short, the term when it grows long."""
    if relationship.term == "not related":
        return ""
    chain, is_own_generation = relationship.plain, relationship.up == relationship.down == 1
    return chain if chain and not is_own_generation and len(chain) <= LONGEST_CHAIN else relationship.term


def initials_of(name: str) -> str:
    words = [word for word in name.replace("“", "").replace('"', "").split() if word[:1].isalnum()]
    ends = words[:1] + words[-1:] * (len(words) > 1)
    return "".join(word[0] for word in ends).upper() or "?"


def generation_name(steps: int) -> str:
    """The heading of a row, by its distance in generations from the child's own."""
    return GENERATIONS.get(steps, "Further back" if steps < 0 else "Further on")


def rows_of(heights: Mapping[str, float], about: str) -> dict[str, int]:
    """Each person's generation relative to the one at the centre, from where they stand in the picture."""
    levels = {height: row for row, height in enumerate(sorted(set(heights.values())))}
    own = levels[heights[about]]
    return {ref: levels[height] - own for ref, height in heights.items()}


def said_of_people(count: int, homes: int) -> str:
    people = "1 person" if count == 1 else f"{count} people"
    return f"{people}, {homes} home{'s' * (homes != 1)}." if homes else f"{people}."
