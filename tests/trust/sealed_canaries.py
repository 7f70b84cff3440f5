"""Many sealed records, each with thirteen words found nowhere else, and the search for them in every disguise."""

import base64
import hashlib
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kith.apps.access.queries import target_of
from kith.apps.access.services import join_circles, open_subjects
from kith.apps.audit.services import load
from kith.apps.people.models import (
    Address,
    HouseholdMember,
    Identifier,
    Language,
    ParentalResponsibility,
    Person,
    PersonName,
    Tie,
)
from kith.apps.people.services import Responsibility
from kith.apps.people.unions import TieFact
from kith.apps.people.writing import (
    NewPerson,
    Source,
    write_households,
    write_people,
    write_responsibilities,
    write_ties,
)
from kith.engines.drawing import network as net
from kith.kernel.sounds import sound_key
from kith.testing.factories import NOW, OPERATOR, Partnership
from tests.trust.canaries import lowered
from tests.trust.sealing import seal

FIELDS = (
    *("name", "surname", "alias", "street", "postcode", "home"),
    *("number", "school", "told by", "words", "why", "gender", "language"),
)
AT_THE_GATE, IN_THE_LONG_RUN = 20, 100
GRAM, PART, CODED, SOUND, HASHED = 4, 6, 8, 6, 16
ENOUGH_GRAMS = 3  # fewer may stand by chance in the secret for an app or in the squares of its picture
SEALABLE = {"name": PersonName, "address": Address, "number": Identifier, "language": Language, "stay": HouseholdMember}


@dataclass(frozen=True, slots=True)
class Nest:
    """The words of one sealed record, by field."""

    words: dict[str, str]


def nests(count: int) -> list[Nest]:
    """The same words every time. No ref can hold a part of one: refs are written without i, l, o and u."""
    source = random.Random("sealed canaries")
    return [Nest({field: _word(source) for field in FIELDS}) for _ in range(count)]


def _word(source: random.Random) -> str:
    return "".join(source.choice("qxzjv") + source.choice("iou") + source.choice("qxzjv") for _ in range(4)).title()


def grams(text: str, size: int) -> set[str]:
    small = text.lower()
    return {small[n : n + size] for n in range(len(small) - size + 1)}


class Needles:
    """Every disguise in which a word may leave: plain, in parts, by its sound, in base64, hashed."""

    def __init__(self, some: list[Nest]) -> None:
        words = [word for nest in some for word in nest.words.values()]
        self.by_size: dict[int, set[str]] = {
            PART: {part for word in words for part in grams(word, PART)}
            | {sound_key(word)[:SOUND] for word in words if len(sound_key(word)) >= SOUND},
            CODED: {coded for word in words for coded in _coded(word)},
            HASHED: {hashed for word in words for hashed in _hashed(word)},
        }
        self.grams = {gram for word in words for gram in grams(word, GRAM)}

    def found_in(self, text: str | bytes) -> set[str]:
        said = lowered(text)
        alone = set(re.findall(r"[a-z]+", said)) & self.grams
        hits = {hit for size, needles in self.by_size.items() for hit in grams(said, size) & needles}
        return hits | (alone if len(alone) >= ENOUGH_GRAMS else set())


def _coded(word: str) -> Iterator[str]:
    """Base64 of the word wherever in a longer text it may begin, without the letters its neighbours share."""
    for lead in range(3):
        yield base64.b64encode(b" " * lead + word.encode()).decode()[4:][:CODED].lower()


def _hashed(word: str) -> Iterator[str]:
    for kind in ("md5", "sha1", "sha256"):
        for said in (word, word.lower()):
            yield hashlib.new(kind, said.encode(), usedforsecurity=False).hexdigest()[:HASHED]


def hide_nests(county: Partnership, some: list[Nest]) -> None:
    """Relatives of Mina: every other one is sealed as a whole, of the rest all facts, which their texts repeat."""
    mina = target_of(county.refs["mina"])
    with load("test.sealed", by=OPERATOR, now=NOW, payload={}):
        opened = open_subjects([(False, 0)] * len(some), batch_id=None)
        join_circles((mina.id, subject_id) for subject_id, _ in opened)
        for number, (nest, (subject_id, ref)) in enumerate(zip(some, opened, strict=True)):
            county.refs[f"nest {number}"] = ref
            _write(county, nest.words, subject_id, is_whole=number % 2 == 0)
    for number in range(len(some)):
        records = [] if number % 2 == 0 else _records_of(county.refs[f"nest {number}"])
        seal(county, f"nest {number}", records, kind="witness")


def _write(county: Partnership, words: dict[str, str], subject_id: int, *, is_whole: bool) -> None:
    keys = {"mum": Person.objects.get(subject__ref=county.refs["mum"]).pk}
    keys["mina"] = Person.objects.get(subject__ref=county.refs["mina"]).pk
    (keys["new"],) = write_people([NewPerson(_person(words, is_whole=is_whole), subject_id)])
    account = net.Account(told_by=words["told by"], words=f"{words['words']} at {words['street']}")
    tie = TieFact(kind="close", a="new", b="mum", account=account)
    write_ties([([tie, replace(tie, kind="harm")], keys)], Source(None, NOW))
    Tie.objects.filter(a_id=keys["new"], kind="harm").update(withdrawn_at=NOW, withdrawn_why=words["why"])
    home = net.Household(
        id="home",
        name=words["home"],
        members=(net.Membership(person="new"),),
        address=net.Address(lines=f"9 {words['street']}", postcode=words["postcode"][:8]),
    )
    write_households([([home], keys)])
    held = Responsibility(holder="new", child="mina", how="court_order", told_by=words["told by"])
    write_responsibilities([([held], keys)])


def _person(words: dict[str, str], *, is_whole: bool) -> net.Person:
    """Of whoever is seen all texts hold something sealed beside what is unique in them."""
    names = (
        net.Name(text=f"{words['name']} {words['surname']}"),
        net.Name(text=words["alias"], kind="previous"),
        *(() if is_whole else (net.Name(text="Somebody Seen", kind="known_as"),)),
    )
    return net.Person(
        id="new",
        names=names,
        languages=(net.Language(code=words["language"], needs_interpreter=True),),
        gender=f"{words['gender']} {words['surname']}",
        fact=f"cook at {words['school']}, lives at {words['street']}",
        account=net.Account(told_by=f"{words['told by']} {words['alias']}"),
        addresses=(net.Address(lines=f"9 {words['street']}", postcode=words["postcode"][:8]),),
        identifiers=(net.Identifier(kind="other", value=words["number"], issuer=words["surname"]),),
    )


def _records_of(ref: str) -> list[tuple[str, str]]:
    """Everything with a ref of its own that is known of somebody, but the name they are seen by."""
    about = {"person__subject__ref": ref}
    found = [
        (kind, row.ref)
        for kind, model in SEALABLE.items()
        for row in model.objects.filter(**about)
        if getattr(row, "text", "") != "Somebody Seen"
    ]
    found += [("tie", tie.ref) for tie in Tie.objects.filter(a__subject__ref=ref)]
    held = ParentalResponsibility.objects.filter(holder__subject__ref=ref)
    return found + [("responsibility", row.ref) for row in held]
