"""An invented family as a finished drawing, for the pages that show a picture."""

from kith.engines.drawing.output.svg import to_svg
from kith.engines.drawing.picture import Box, Drawing, KeyEntry, Label, Line, Mark, Point, Symbol, TextLine

SIZE = 44
_PEOPLE = (  # ref, shape, marks, inside, name, fact, x, y
    ("yusuf", "square", ("died",), "66", "Yusuf Demir", "1952 to 2018", 190, 60),
    ("emine", "circle", (), "68", "Emine Demir", "born 1958", 316, 60),
    ("peter", "square", (), "70", "Peter Ashdown", "born 1956", 600, 60),
    ("comfort", "circle", (), "66", "Comfort Ashdown", "born 1960", 748, 60),
    ("baz", "square", ("provisional",), "?", "“Baz”", "from Mum, October", 90, 260),
    ("safiya", "circle", (), "34", "Safiya Wrayburn", "Mum", 290, 260),
    ("kwabena", "square", (), "36", "Kwabena Ashdown", "Dad", 664, 260),
    ("abena", "circle", (), "31", "Abena Ashdown", "aunt", 838, 260),
    ("eli", "square", (), "4", "Eli", "2022", 190, 440),
    ("hana", "circle", (), "16", "Hana", "2010", 366, 440),
    ("noor", "circle", ("index",), "11", "Noor", "2015", 490, 440),
)
_LINES = (  # kind, points
    ("couple.widowed", ((190, 60), (316, 60))),
    ("couple.divorced", ((600, 60), (748, 60))),
    ("trunk", ((253, 60), (253, 170), (290, 170), (290, 260))),
    ("trunk", ((674, 60), (674, 170))),
    ("bar", ((664, 170), (838, 170))),
    ("descent.birth", ((664, 170), (664, 260))),
    ("descent.birth", ((838, 170), (838, 260))),
    ("couple.casual", ((90, 260), (290, 260))),
    ("couple.separated", ((290, 260), (664, 260))),
    ("trunk", ((440, 260), (440, 370))),
    ("bar", ((366, 370), (490, 370))),
    ("descent.birth", ((366, 370), (366, 440))),
    ("descent.birth", ((490, 370), (490, 440))),
    ("trunk", ((190, 260), (190, 440))),
)


def _symbol(person: tuple[str, str, tuple[str, ...], str, str, str, int, int]) -> Symbol:
    ref, shape, marks, inside, name, fact, x, y = person
    label = Label(box=Box(x, y + 46, 126, 38), lines=(TextLine(text=name, bold=True), TextLine(text=fact)))
    box = Box(x, y, SIZE, SIZE)
    return Symbol(person=ref, box=box, shape=shape, marks=marks, inside=inside, label=label, described=name)


def sample_svg(*, is_thumbnail: bool = False) -> str:
    return to_svg(
        Drawing(
            title="Genogram of Noor's family, three generations",
            description="The list beside the picture says the same.",
            width=960,
            height=560,
            symbols=tuple(_symbol(person) for person in _PEOPLE),
            lines=tuple(Line(kind=kind, points=tuple(Point(*at) for at in points)) for kind, points in _LINES),
            marks=(Mark(kind="slash", at=Point(480, 260), text="separated 2019"),),
            key=()
            if is_thumbnail
            else (
                KeyEntry(kind="shape", name="circle", says="woman, girl"),
                KeyEntry(kind="shape", name="square", says="man, boy"),
            ),
        ),
        interactive=not is_thumbnail,
    )
