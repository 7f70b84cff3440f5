"""What one drawing measured, summed into one number, and drawings of one family compared with ours."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

OURS = "kith"

# Somebody missing makes the picture untrue and a second copy makes it say something twice, so no tidiness pays for
# either. A couple apart misleads about who belongs to whom and weighs six crossings; a crossing only has to be followed
# with the finger; a sibship beside its parents is half of that; ten symbol widths of paper are one such sibship.
WEIGHTS = {
    "missing": 1000.0,
    "duplicates": 200.0,
    "couples_apart": 12.0,
    "crossings": 2.0,
    "off_centre": 1.0,
    "width": 0.1,
}
COMPARED = ("couples_apart", "crossings", "off_centre", "width")
WORDS = {
    "missing": "people missing",
    "couples_apart": "couples apart",
    "crossings": "crossings",
    "off_centre": "off-centre",
    "width": "width",
}


@dataclass(frozen=True)
class Outcome:
    """One tool on one family: what the yard-stick told, or in `refusal` why there is nothing to measure."""

    tool: str
    figures: Mapping[str, float] = field(default_factory=dict)
    refusal: str = ""
    seconds: float | None = None
    command_seconds: float | None = None
    memory: float | None = None

    @property
    def weighted_sum(self) -> float:
        """Lower is better; a figure that the yard-stick did not give counts nothing."""
        return sum(weight * self.figures.get(key, 0) for key, weight in WEIGHTS.items())


def comparison(outcomes: Sequence[Outcome]) -> list[str]:
    """Where peers that draw nobody twice are better than ours, and the weighted sums, lowest first."""
    drawn = [one for one in outcomes if not one.refusal]
    ours = next((one for one in drawn if one.tool == OURS), None)
    if ours is None or len(drawn) < 2:
        return []
    peers = [one for one in drawn if one is not ours and not one.figures["duplicates"]]
    lines = [line for line in (better_than(ours, peer) for peer in peers) if line]
    sums = ", ".join(f"{one.tool} {one.weighted_sum:.1f}" for one in sorted(drawn, key=lambda one: one.weighted_sum))
    return [*(lines or ["no peer without duplicates is better in anything"]), f"weighted sum: {sums}"]


def better_than(ours: Outcome, peer: Outcome) -> str:
    """One line if the peer is better in something, with what it is worse in."""
    mine, others = ours.figures, peer.figures
    known = mine.keys() & others.keys()
    better = [key for key in COMPARED if key in known and others[key] < mine[key]]
    worse = [key for key in WORDS if key in known and others[key] > mine[key]]
    if not better:
        return ""
    gains = ", ".join(f"{WORDS[key]} ({others[key]:g}, ours {mine[key]:g})" for key in better)
    losses = ", ".join(f"{WORDS[key]} ({others[key]:g}, ours {mine[key]:g})" for key in worse)
    return f"{peer.tool} is better in {gains}" + (f"; worse in {losses}" if losses else "; WORSE IN NOTHING")
