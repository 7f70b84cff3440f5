"""The lines of the bench of drawings: a table for each family, the totals, and the growth of our own time."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from tools.drawing_scores import OURS, WEIGHTS, Outcome, comparison

TOOL, CELL = 15, 9
COLUMNS = (
    ("drawn", "drawn"),
    ("missing", "missing"),
    ("copies", "duplicates"),
    ("cross", "crossings"),
    ("overlaid", "overlaid"),
    ("through", "through_symbols"),
    ("apart", "couples_apart"),
    ("off", "off_centre"),
    ("below", "child_not_below"),
    ("twins", "twins_split"),
    ("overlaps", "overlaps"),
    ("width", "width"),
    ("height", "height"),
)
OUT_OF = {"couples_apart": "couples", "off_centre": "sibships"}
DRAWN_LINES = (
    ("couples apart at the very best", "least_apart"),
    ("labels on each other", "label_overlaps"),
    ("crossings of drawn lines", "drawn_crossings"),
    ("lines laid on each other", "drawn_overlaid"),
    ("lines through symbols", "drawn_through"),
)
SUMMED = ("drawn", "missing", "duplicates", "crossings", "couples_apart", "off_centre", "twins_split", "width")
EXPLAINED = (
    "s: the layout alone, ours as a library in a warm process; command: the whole program, started anew.\n"
    "copies: people drawn again; cross, overlaid, through: straight lines that cross, lie on each other, run through\n"
    "a symbol; apart: couples not side by side; off: sibships not under their parents; widths in symbols of the tool.\n"
    "sum: " + ", ".join(f"{weight:g} x {key.replace('_', ' ')}" for key, weight in WEIGHTS.items()) + "."
)


def heading() -> str:
    names = "".join(f"{name:>{CELL}}" for name, _ in COLUMNS)
    return f"{'tool':<{TOOL}}{'s':>{CELL}}{'command':>{CELL}}{names}{'sum':>{CELL}}"


def row(outcome: Outcome) -> str:
    start = f"{outcome.tool:<{TOOL}}{seconds(outcome.seconds)}{seconds(outcome.command_seconds)}"
    if outcome.refusal:
        return f"{start}  {outcome.refusal}"
    cells = "".join(f"{cell(outcome.figures, key):>{CELL}}" for _, key in COLUMNS)
    return f"{start}{cells}{outcome.weighted_sum:>{CELL}.1f}"


def seconds(value: float | None) -> str:
    return f"{'-' if value is None else f'{value:.3f}' if value < 10 else f'{value:.1f}':>{CELL}}"


def cell(figures: Mapping[str, float], key: str) -> str:
    if key not in figures:
        return "-"
    return f"{figures[key]:g}/{figures[OUT_OF[key]]:g}" if key in OUT_OF else f"{figures[key]:g}"


def after_family(outcomes: Sequence[Outcome]) -> list[str]:
    """What the columns do not hold: our drawn lines and memory, and where peers are better."""
    return [f"  {line}" for one in outcomes if one.tool == OURS and not one.refusal for line in own_figures(one)] + [
        f"  {line}" for line in comparison(outcomes)
    ]


def own_figures(outcome: Outcome) -> list[str]:
    told = [f"{words} {outcome.figures[key]:g}" for words, key in DRAWN_LINES if key in outcome.figures]
    memory = [f"memory {outcome.memory:.0f} MB"] if outcome.memory is not None else []
    return ["as drawn by kith: " + ", ".join([*told, *memory])]


def totals(families: Mapping[str, Sequence[Outcome]]) -> list[str]:
    """Sums over the families; `failed` tells how many a tool's sums leave out."""
    by_tool: dict[str, list[Outcome]] = defaultdict(list)
    for outcomes in families.values():
        for one in outcomes:
            by_tool[one.tool].append(one)
    names = "".join(f"{short(key):>{CELL}}" for key in SUMMED)
    lines = [f"{'tool':<{TOOL}}{'s':>{CELL}}{'failed':>{CELL}}{names}{'sum':>{CELL}}"]
    return lines + [total(tool, outcomes) for tool, outcomes in by_tool.items()]


def total(tool: str, outcomes: Sequence[Outcome]) -> str:
    drawn = [one for one in outcomes if not one.refusal]
    sums = {key: sum(one.figures.get(key, 0) for one in drawn) for key in (*SUMMED, *OUT_OF.values())}
    cells = "".join(f"{cell({**sums, 'width': round(sums['width'])}, key):>{CELL}}" for key in SUMMED)
    taken = seconds(sum(one.seconds or 0 for one in drawn))
    weighed = sum(one.weighted_sum for one in drawn)
    return f"{tool:<{TOOL}}{taken}{len(outcomes) - len(drawn):>{CELL}}{cells}{weighed:>{CELL}.0f}"


def short(key: str) -> str:
    return next(name for name, column in COLUMNS if column == key)
