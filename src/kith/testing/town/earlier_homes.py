"""Where the children lived before they lived where they live now."""

from kith.engines.drawing.network import Address
from kith.testing.town.draft import Circle, Draft
from kith.testing.town.places import pick_place, pick_settlement


def remember_earlier_home(draft: Draft, circle: Circle) -> None:
    """One earlier address, shared by brothers and sisters who were born by then."""
    if not draft.happens("moved_house"):
        return
    place = pick_place(draft.rng, pick_settlement(draft.rng))
    for kid in circle.kids:
        since = kid.addresses[0].since if kid.addresses else None
        if since and since.earliest and since.earliest > kid.born:
            kid.addresses.insert(0, Address(lines=place.lines, postcode=place.postcode, until=since))
