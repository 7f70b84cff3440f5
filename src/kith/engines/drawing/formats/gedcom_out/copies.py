"""What Kith's own tags hold, said once more in words and ties that other programs show."""

from collections.abc import Iterator

from kith.engines.drawing.formats.gedcom_out.pen import Pen
from kith.engines.drawing.formats.gedcom_own_tags import COPY
from kith.engines.drawing.formats.gedcom_records import Record
from kith.engines.drawing.network import Household, Membership, Network, Person, Relation
from kith.kernel.partial_dates import PartialDate

_SAID = (("gender", "Gender"), ("pronouns", "Pronouns"), ("ethnicity", "Ethnicity"), ("fact", "Note"))


def copies(network: Network, pen: Pen) -> dict[str, list[Record]]:
    """For each person: ties, homes and a few facts, each marked as a copy."""
    found = {person.id: list(_facts(person, pen)) for person in network.persons}
    for household in network.households:
        for member in household.members:
            found[member.person].append(_note(_home(household, member), pen))
    for relation in network.relations:
        found[relation.a].append(_tie(relation, pen))
    return found


def mark(pen: Pen) -> Record:
    return pen.line(COPY, "Y")


def _facts(person: Person, pen: Pen) -> Iterator[Record]:
    for field, label in _SAID:
        words = getattr(person, field)
        if words:
            yield _note(f"{label}: {words}", pen)


def _note(words: str, pen: Pen) -> Record:
    return pen.line("NOTE", words, mark(pen))


def _tie(relation: Relation, pen: Pen) -> Record:
    words = _tie_words(relation)
    role = pen.line("ROLE", "OTHER", pen.line("PHRASE", words)) if pen.is_newest else pen.line("RELA", words)
    return pen.pointer("ASSO", relation.b, role, mark(pen))


def _tie_words(relation: Relation) -> str:
    said = relation.account.words if relation.account else ""
    kind = relation.kind.replace("_", " ")
    words = f"{kind}: {said}" if said and kind != "known" else said or kind
    return " ".join((words + _time(relation.since, relation.until)).split()) or "known"


def _home(household: Household, member: Membership) -> str:
    home = household.name or (household.address.lines if household.address else "") or household.id
    return f"{member.kind.replace('_', ' ').capitalize()}: {home}{_time(member.since, member.until)}"


def _time(since: PartialDate | None, until: PartialDate | None) -> str:
    told = [f"{word} {date}" for word, date in (("since", since), ("until", until)) if date]
    return f" ({', '.join(told)})" if told else ""
