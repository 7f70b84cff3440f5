"""Adults with whom somebody works themselves: from there they may ask teams of children to let them in."""

import datetime as dt

from kith.apps.access.queries import works_with_whom
from kith.apps.agencies.projections import Actor
from kith.apps.people.queries import names_of
from kith.apps.teams.projections import AskRoundPage
from kith.apps.teams.sight import require_to_ask


def ask_round_page(actor: Actor, *, now: dt.datetime) -> AskRoundPage:
    require_to_ask(actor, now=now)
    adults = works_with_whom(actor, now=now)[1]
    names = names_of(actor, set(adults.values()), now=now) if adults else {}
    return AskRoundPage(adults=tuple(sorted(names.items(), key=lambda one: (one[1], one[0]))))
