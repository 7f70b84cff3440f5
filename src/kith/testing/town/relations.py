"""What people are to each other beside kinship, and the wider family around the parents."""

from itertools import pairwise

from kith.engines.drawing.network import Account
from kith.testing.town.couples import pick_culture
from kith.testing.town.dates import years_before
from kith.testing.town.draft import Circle, Draft, Sketch
from kith.testing.town.elders import add_cousin, add_parents_of, add_sibling_of
from kith.testing.town.persons import add_adult, recently
from kith.testing.town.shelf import data_file, listed, one_of


def add_wider_family(draft: Draft, circle: Circle) -> None:
    """Grandparents, aunts and uncles of the birth parents; the father's side is known less often."""
    placed = {link.child for tie in draft.ties for link in tie.children}
    for parent in circle.parents:
        side = "mothers_parents_known" if parent.sex == "F" else "fathers_parents_known"
        if parent.spoken and parent.id not in placed and draft.happens(side):
            _add_side(draft, circle, parent)


def _add_side(draft: Draft, circle: Circle, parent: Sketch) -> None:
    tie = add_parents_of(draft, parent)
    elders = [one for one in tie.partners if one.died is None]
    if elders:
        _their_home(draft, circle, elders, parent)
    if draft.happens("aunt_or_uncle"):
        aunt = add_sibling_of(draft, parent, tie)
        if draft.happens("aunt_has_children"):
            add_cousin(draft, aunt)
        _feel(draft, aunt, parent, 0.45, "supports")


def _their_home(draft: Draft, circle: Circle, elders: list[Sketch], parent: Sketch) -> None:
    together = elders if len(elders) == 1 or draft.ties[-1].statuses[-1].kind == "married" else elders[:1]
    home = draft.home(*together, since=years_before(draft.rng, draft.today, 3, 30), away=draft.rng.random() < 0.4)
    kid = circle.kids[-1]
    if kid.kind == "child" and draft.sensitivity.get(kid.id, 0) < 3:
        if draft.happens("relatives_home"):
            draft.visits(kid, home, "relatives_home")
        _feel(draft, kid, elders[0], 0.3, "close", told_by=kid)
    _feel(draft, parent, elders[0], 0.12, "in_conflict")
    _feel(draft, elders[-1], parent, 0.2, "supports")


def add_feelings(draft: Draft, circle: Circle) -> None:
    """Who is close, who quarrels, who has been cut off, and whose view that is."""
    for mother, father in circle.parted:
        if not mother.died and not father.died:
            _after_parting(draft, circle.kids, mother, father)
    born = [kid for kid in circle.kids if kid.kind != "unborn"]
    for elder, younger in pairwise(born):
        _feel(draft, elder, younger, 0.25, one_of(draft.rng, ("close", "close", "in_conflict")))
    if born and circle.carers:
        _feel(draft, born[0], circle.carers[0], 0.2, one_of(draft.rng, ("close", "close", "distant")))
    if born and draft.happens("professional_on_picture"):
        _add_professional(draft, born[0])


def _after_parting(draft: Draft, kids: list[Sketch], mother: Sketch, father: Sketch) -> None:
    _feel(draft, mother, father, 0.4, "in_conflict")
    for kid in kids:
        kind = one_of(draft.rng, ("close", "distant", "distant", "cut_off"))
        _feel(draft, kid, father, 0.35, kind, told_by=kid if kid.kind == "child" else mother)


def _feel(draft: Draft, a: Sketch, b: Sketch, odds: float, kind: str, told_by: Sketch | None = None) -> None:
    if draft.rng.random() >= odds:
        return
    account = Account(told_by=told_by.id, told_on=recently(draft), view_of=told_by.id) if told_by else None
    draft.relate(a, b, kind, account)


def _add_professional(draft: Draft, kid: Sketch) -> None:
    """A paid person whom the child counts among their people."""
    born = years_before(draft.rng, draft.today, 24, 60)
    paid = add_adult(draft, pick_culture(draft), sex="F" if draft.rng.random() < 0.6 else "M", born=born)
    paid.kind = "professional"
    paid.birth, paid.identifiers, paid.ethnicity, paid.languages = None, (), "", ()
    paid.names = paid.names[:1]
    paid.fact = one_of(draft.rng, listed(data_file("words.toml")["professionals"]))
    draft.relate(paid, kid, "professional")
