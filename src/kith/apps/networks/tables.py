"""Lists of a network as tables to take away: what the page shows, and nothing that the page does not."""

from collections.abc import Sequence

from kith.apps.exports.projections import Table
from kith.apps.networks.projections import Generation, PersonLine

PEOPLE_COLUMNS = ("Name", "Who they are", "Age", "What is known", "How sure", "Told by", "Told on", "Generation")
CERTAINTIES = {"sure": "Sure", "not_sure": "Not sure", "disputed": "Disputed"}


def people_table(generations: Sequence[Generation]) -> Table:
    """Everybody of the list beside the picture, in its order."""
    rows = tuple(_row(person, generation.name) for generation in generations for person in generation.people)
    return Table(title="People around this child", columns=PEOPLE_COLUMNS, rows=rows)


def _row(person: PersonLine, generation: str) -> tuple[str, ...]:
    kin = "At the centre" if person.is_child else person.kin or "Tie not known yet"
    certainty = CERTAINTIES.get(person.certainty, person.certainty)
    return (person.name, kin, person.age, person.fact, certainty, person.told_by, person.told_on, generation)
