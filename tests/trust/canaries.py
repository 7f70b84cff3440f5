"""One record full of words that are found nowhere else, and the search for them in whatever leaves the product."""

import base64
import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

import pypdf

from kith.apps.occasions.models import Occasion
from kith.apps.people import services
from kith.apps.people.relatives import NEW
from kith.apps.people.unions import TieFact
from kith.apps.teams.models import TeamPlace
from kith.engines.drawing import network as net
from kith.kernel.partial_dates import PartialDate
from kith.kernel.sounds import sound_key
from kith.testing.factories import NOW, Partnership, person
from tests.trust.bringing import bring_table
from tests.trust.occasions import sent_by, tell
from tests.trust.own_pages import open_page, secret_page
from tests.trust.pictures import draw, face_of, photograph, put_on
from tests.trust.rows_told import attach_to, leave_unsent, published, tell_row
from tests.trust.sentences import whisper
from tests.trust.standings import answer_to_check, disagreement, standing
from tests.trust.supervision import asked_in_secret
from tests.trust.teams import works_with
from tests.trust.voices import say

CANARIES = {
    "name": "Zyxwander",
    "surname": "Quorvanelle",
    "alias": "Brimboltan",
    "phone": "01632777001",
    "street": "Threnodyford",
    "postcode": "ZQ97XJ",
    "household": "Vexmoorish",
    "school": "Plimsworthy",
    "identifier": "QX7744119922",
    "gender": "quibberish",
    "pronouns": "zem-zemself",
    "words of a tie": "flummoxingly",
    "told by": "Glastonhewer",
    "language": "x-kanaril",
    "why taken out": "crumhollowed",
    "intelligence": "Wexlumbrane",
    "own words": "Yarrowquill",
    "ledger": "Tarnivolent",
    "on a picture": "Glimmerhusk",
    "own picture": "Wobblethatch",
    "own page": "Quaverlimsk",
    "only me": "Huskerdoodle",
    "on a photograph": "Fernwickle",
    "face": "Plumbersnicket",
    "own photograph": "Dapplestrand",
    "standing": "Murgletwaithe",
    "disagreement": "Skelderwinch",
    "answer to a check": "Quorndaymere",
    "birth": "1907-02-11",
    "their worker": "Haldorsquith",
    "happened": "Snicklewharf",
    "brought": "Crundlewick",
    "attached": "Brindlehowe",
    "attached beside": "Wintlecombe",
    "unsent": "Cobblemere",
    "happened beside": "Pomberlaine",
    "asked": "Gantherwick",
}


def hide_canaries(county: Partnership) -> str:
    """A relative of Mina's whose every field says something unique; her ref."""
    zed, mina = county.actor("zed"), county.refs["mina"]
    ref = services.add_person(
        by=zed, child_ref=mina, person=canary_person(), ties=canary_ties(county), sensitivity=3, now=NOW
    )
    home = net.Household(id=NEW, name=CANARIES["household"], members=(net.Membership(person=ref),))
    services.form_household(by=zed, child_ref=mina, household=home, now=NOW)
    tie = TieFact(kind="harm", a=ref, b=mina, account=net.Account(words=CANARIES["words of a tie"]))
    out = services.add_tie(by=zed, child_ref=mina, tie=tie, now=NOW)
    services.withdraw_tie(by=zed, tie_ref=out, why=CANARIES["why taken out"], expected_version=1, now=NOW)
    county.refs["canary"] = ref
    standing(county, "looked_after", ref, words=CANARIES["standing"])
    answer_to_check(county, ref, words=CANARIES["answer to a check"])
    disagreement(county, "council", "school", ref, words=CANARIES["disagreement"])
    whisper(county, "canary", f"{CANARIES['intelligence']} was seen with him.")
    heard = say(county, "canary", f"{CANARIES['own words']} is what I say.")
    county.refs["entry_ref"] = tell_row(county, "canary", f"{CANARIES['happened']} happened.")
    told = {"row": county.refs["entry_ref"], "what_for": f"{CANARIES['happened']} again"}
    county.refs["edition_ref"] = published(county, "canary", **told)
    county.refs["bringing_ref"] = bring_table(county, "canary", f"{CANARIES['brought']} came.")
    tell_row(county, "mina", f"{CANARIES['happened beside']} happened to both.", also="canary", key="both")
    county.refs["attachment_ref"] = attach_to(county, "canary", f"{CANARIES['attached']} was there.")
    attach_to(county, "mina", f"{CANARIES['attached beside']} was there too.", key="both")
    leave_unsent(county, "canary", f"{CANARIES['unsent']} is not sent.")
    leave_unsent(county, "mina", f"{CANARIES['unsent']} is not sent either.")
    county.refs["drawing_ref of voices:drawing"] = heard["drawing_ref"]
    put_on(county, "mina", "canary", f"{CANARIES['on a picture']} is near.")
    photograph(county, "mina", f"{CANARIES['on a photograph']} is on the paper.")
    face_of(county, "mina", "canary", CANARIES["face"])
    county.refs |= draw(county, "canary", f"{CANARIES['own picture']} is mine.")
    open_page(county, "canary", f"{CANARIES['own page']} is how I talk.")
    secret_page(county, "mina", f"{CANARIES['only me']} is for me.")
    photograph(county, "canary", f"{CANARIES['own photograph']} is on the paper.")
    works_with(county, "mina", "canary", name=f"Ann {CANARIES['their worker']}", role="key worker")
    tell(county, "mina", "canary", f"{CANARIES['ledger']} was what she said.")
    county.refs["occasion_ref"] = Occasion.objects.get(subject__ref=mina).ref
    county.refs["seat_ref of occasions:team_row"] = TeamPlace.objects.get(with_subject__ref=ref).ref
    county.refs["representation_ref"] = sent_by("canary")
    county.refs |= asked_in_secret(county, "canary", f"{CANARIES['asked']} is stuck.")
    return ref


def canary_person() -> net.Person:
    names = (
        net.Name(text=f"{CANARIES['name']} {CANARIES['surname']}"),
        net.Name(text=CANARIES["alias"], kind="previous"),
    )
    return replace(
        person(NEW, sex="F", birth=PartialDate(CANARIES["birth"])),
        names=names,
        gender=CANARIES["gender"],
        pronouns=CANARIES["pronouns"],
        fact=f"cook at {CANARIES['school']}, ring {CANARIES['phone']}",
        languages=(net.Language(code=CANARIES["language"], needs_interpreter=True),),
        addresses=(net.Address(lines=f"3 {CANARIES['street']}", postcode=CANARIES["postcode"]),),
        identifiers=(net.Identifier(kind="nhs_number", value=CANARIES["identifier"], issuer=CANARIES["phone"]),),
        account=net.Account(told_by=CANARIES["told by"]),
    )


def canary_ties(county: Partnership) -> tuple[TieFact, ...]:
    account = net.Account(told_by=CANARIES["told by"], words=CANARIES["words of a tie"])
    return (
        TieFact(kind="birth", a=NEW, b=county.refs["dad"], account=account),
        TieFact(kind="married", a=NEW, b=county.refs["uncle"], account=account),
    )


def forms_of(canary: str) -> set[str]:
    """A canary as it is written, by its sound, and in base64 wherever in a longer text it may begin."""
    forms = {canary.lower()}
    key = sound_key(canary)
    if canary.isalpha() and len(key) >= 6:
        forms.add(key)
    for lead in range(3):
        coded = base64.b64encode(b" " * lead + canary.encode()).decode()
        forms.add(coded[4 if lead else 0 : len(coded) // 4 * 4 - 4].lower())
    return forms


NEEDLES = {form: name for name, canary in CANARIES.items() for form in forms_of(canary) if len(form) >= 5}


def opened(data: bytes) -> bytes:
    """The parts of a packed file (a workbook, a PDF) one after the other; anything else as it is."""
    if data.startswith(b"%PDF"):
        return b"\n".join(parts_of_pdf(data))
    if not data.startswith(b"PK"):
        return data
    parts = zipfile.ZipFile(io.BytesIO(data))
    return b"\n".join(parts.read(name) for name in parts.namelist())


def parts_of_pdf(data: bytes) -> Iterator[bytes]:
    """Every word of a PDF, unpacked: its text, its titles, the descriptions of its figures; not the typeface."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    for number in range(1, len(reader.xref[0]) + 1):
        part = reader.get_object(number)
        if isinstance(part, pypdf.generic.StreamObject) and "/Length1" not in part:
            yield part.get_data()
        yield repr(part).encode()
    for page in reader.pages:
        yield page.extract_text().encode()


@lru_cache(maxsize=1)  # each answer is searched for one kind of word after the other
def lowered(text: str | bytes) -> str:
    """All that can be read in it, in small letters."""
    return (opened(text).decode("utf-8", "replace") if isinstance(text, bytes) else text).lower()


def canaries_in(text: str | bytes) -> Iterator[str]:
    """Names of the canaries that a text gives away."""
    said = lowered(text)
    yield from sorted({name for form, name in NEEDLES.items() if form in said})
