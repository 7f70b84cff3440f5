"""One invented person with all that may be known, the same person taken out, and one who is not known at all."""

from datetime import date
from types import SimpleNamespace as Record
from typing import Any

from kith.web.tests.sample_people import NOOR

WHO = Record(by="Gwen Tallis, Eastmarch Community Health", on=date(2026, 11, 20), why="Told by mistake")
PEOPLE_TAKEN_OUT = [Record(ref="ray", version=2, name="Ray", **vars(WHO))]
LINES_TAKEN_OUT = [
    Record(ref="line", version=2, says="Ray: friend of Peter", certainty="sure", told_by="", told_on="", taken_out=WHO)
]
KWABENA_SAYS = Record(
    says="Comfort is Noor’s grandmother",
    told_by="Kwabena Ashdown",
    told_on="23 November 2026",
    agency="Tidewise Young Carers",
    certainty="sure",
)
SAFIYA_SAYS = Record(
    says="Comfort is Kwabena’s aunt", told_by="Safiya Wrayburn", told_on="October 2026", agency="", certainty="not_sure"
)


def tie(ref: str, name: str, says: str, **said: Any) -> Record:
    nothing = {"when": "", "told_by": "", "told_on": "", "agency": "", "view_of": "", "words": "", "taken_out": None}
    return Record(
        ref=ref, tie_ref=f"tie-{ref}", version=1, name=name, says=says, certainty=said.pop("certainty", "sure"),
        **(nothing | said),
    )  # fmt: skip


def fact(ref: str, says: str, about: str, **said: Any) -> Record:
    return Record(ref=ref, says=says, about=about, **({"is_open": False, "taken_out": None} | said))


FACE = {
    "ref": "comfort",
    "version": 3,
    "name": "Comfort Ashdown",
    "initials": "CA",
    "kin": "Dad’s mother",
    "fact": "Nobody has spoken to her",
    "age": "66",
    "pronouns": "",
    "is_child": False,
    "has_case": False,
    "certainty": "not_sure",
    "is_withdrawn": False,
    "was_lost": False,
    "taken_out": None,
}
PERSON: dict[str, Any] = {
    "merges": [Record(ref="merge", merged_at=date(2026, 11, 20))],
    "child": NOOR,
    "person": Record(**FACE),
    "names": [
        fact("n1", "Comfort Ashdown", "legal name, since 1984"),
        fact("n2", "Comfort Mensah-Lyle", "previous name, until 1984"),
        fact("n3", "Constance", "known as", taken_out=WHO),
    ],
    "dates": [
        Record(
            what="born", when="about 1960", told_by="Kwabena Ashdown", told_on="23 November 2026", certainty="not_sure"
        )
    ],
    "facts": [Record(term="Ethnic group", says="African")],
    "languages": ["Akan and English at home", "Needs an interpreter for Akan"],
    "ties": [
        tie("kwabena", "Kwabena Ashdown", "birth parent of", told_by="Kwabena", told_on="2026", agency="Tidewise"),
        tie("peter", "Peter Ashdown", "divorced", when="1984 to 2003"),
        tie("noor", "Noor Wrayburn", "close to", certainty="disputed", view_of="Noor", words="She sings to me."),
        tie("ray", "Ray", "friend of", taken_out=WHO),
    ],
    "homes": [fact("h1", "Harbour View", "since 2019", is_open=True)],
    "addresses": [fact("a1", "2 Harbour View, Saltmere", "until 2019")],
    "numbers": [fact("i1", "999 000 0018", "NHS number")],
    "responsibilities": [
        fact("r1", "Peter Ashdown", "by agreement", is_open=True, is_for_them=True),
        fact("r2", "for Kwabena", "gave birth", is_for_them=False),
    ],
    "disputes": [Record(about="Who Comfort is to Noor", accounts=[KWABENA_SAYS, SAFIYA_SAYS])],
    "contradictions": ["The death (1950) is before the birth (about 1960). Both are kept."],
    "may_edit": True,
    "may_take_out": True,
    "may_put_back": False,
}
TAKEN_OUT_PERSON = PERSON | {
    "person": Record(**(FACE | {"is_withdrawn": True, "taken_out": WHO})),
    "may_edit": False,
    "may_put_back": True,
}
BARE_PERSON = {key: [] if isinstance(value, list) else value for key, value in PERSON.items()} | {
    "may_edit": False,
    "may_take_out": False,
}
