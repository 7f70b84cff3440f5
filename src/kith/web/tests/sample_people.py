"""Invented people, homes and workers, as the pages are given them."""

from types import SimpleNamespace as Record

NOOR = Record(
    ref="noor",
    name="Noor Wrayburn",
    first_name="Noor",
    initials="NW",
    age="11",
    born="3 February 2015",
    expected="",
    look="",
    pronouns="she, her",
    facts=["English and Turkish at home", "Saltmere Academy, year 7"],
    role="youth worker",
    since="January 2026",
)
LONG = Record(
    ref="long",
    name="Maximiliana-Theodora Oluwaseunfunmi Featherstonehaugh-Llewellyn",
    initials="MF",
    age="about 9",
    role="youth worker",
    since="",
    born="",
    expected="",
)
ARABIC = Record(
    ref="layla",
    name="ليلى الحسيني",
    initials="لا",
    age="14",
    role="youth worker",
    since="May 2026",
    born="2 May 2012",
    expected="",
)


def _person(ref: str, name: str, age: str, kin: str, fact: str = "", certainty: str = "sure", told: str = "") -> Record:
    initials = "".join(part[0] for part in name.replace("“", "").split()[:2])
    is_child = ref == "noor"
    told_on = "23 November 2026" if told else ""
    return Record(
        ref=ref,
        name=name,
        initials=initials,
        age=age,
        kin=kin,
        fact=fact,
        certainty=certainty,
        told_by=told,
        told_on=told_on,
        is_child=is_child,
    )


GENERATIONS = [
    Record(
        name="Grandparents",
        people=[
            _person("emine", "Emine Demir", "68", "Mum’s mother", "Called Anneanne"),
            _person("yusuf", "Yusuf Demir", "", "Mum’s father", "Died 2018"),
            _person(
                "comfort", "Comfort Ashdown", "66", "Dad’s mother", "Nobody has spoken to her", told="Kwabena Ashdown"
            ),
            _person("peter", "Peter Ashdown", "70", "Dad’s father"),
        ],
    ),
    Record(
        name="Parents, aunts and uncles",
        people=[
            _person("safiya", "Safiya Wrayburn", "34", "Mum"),
            _person("kwabena", "Kwabena Ashdown", "36", "Dad"),
            _person("baz", "“Baz”", "", "Eli’s dad", "Name not known", certainty="not_sure", told="Safiya Wrayburn"),
            _person("abena", "Abena Ashdown", "31", "Aunt"),
        ],
    ),
    Record(
        name="Children",
        people=[
            _person("noor", "Noor Wrayburn", "11", "", "This is her picture"),
            _person("hana", "Hana Ashdown", "16", "Sister"),
            _person("eli", "Eli Wrayburn", "4", "Half-brother"),
        ],
    ),
]
HOUSEHOLDS = [
    Record(
        ref="quay",
        name="14 Quay Row",
        address="14 Quay Row, Saltmere",
        since="2022",
        members=[
            Record(ref="safiya", name="Safiya", kin="Mum", stays=""),
            Record(ref="hana", name="Hana", kin="Sister", stays=""),
            Record(ref="eli", name="Eli", kin="Half-brother", stays=""),
            Record(ref="noor", name="Noor", kin="", stays=""),
        ],
    ),
    Record(
        ref="fenside",
        name="Fenside flats",
        address="",
        since="",
        members=[
            Record(ref="kwabena", name="Kwabena", kin="Dad", stays=""),
            Record(ref="noor", name="Noor", kin="", stays="weekends"),
        ],
    ),
]
LATELY = [
    Record(child=NOOR, when="23 Nov", says="Comfort Ashdown added as Dad’s mother", by="Gwen Tallis, health visiting"),
    Record(child=LONG, when="19 Nov", says="A second home added", by="Marcus Feld-Ibrahim, school lead"),
    Record(child=ARABIC, when="16 Nov", says="An uncle added, not sure", by="Rowan Achterberg"),
]
PEOPLE_CHOICES = tuple((person.ref, f"{person.name}, {person.kin}") for row in GENERATIONS for person in row.people)
LINES = [
    Record(
        says="Safiya Wrayburn and Kwabena Ashdown: separated 2019", certainty="sure", told_by="", told_on="", view_of=""
    ),
    Record(
        says="“Baz” is Eli’s father",
        certainty="disputed",
        told_by="Safiya Wrayburn",
        told_on="October 2026",
        view_of="",
    ),
]
SENTENCES = [
    "Noor, 11, lives at 14 Quay Row with her mum Safiya, her sister Hana and her half-brother Eli.",
    "Mum and Dad separated in 2019.",
    "Dad says his mother Comfort is family for Noor; nobody has spoken to her.",
]
