"""What agencies tell of children of the small county: of Ivy in the census, of Mina and of the hidden."""

from collections.abc import Callable, Sequence

from kith.apps.access.queries import target_of
from kith.apps.audit.services import load
from kith.apps.chronologies.drafting import draft_name
from kith.apps.chronologies.models import (
    Analysis,
    Attachment,
    Edition,
    EditionRow,
    Entry,
    EntryChild,
    TakenChild,
    TakenForm,
    Telling,
)
from kith.apps.chronologies.taking import QUEUE_KEYS
from kith.apps.drafts.models import Draft
from kith.apps.drafts.own import sealed_for
from kith.apps.files.projections import NewFile
from kith.apps.files.services import store_file
from kith.apps.records.base import ON_A_DEVICE_FOR, new_queue_key, refs_from
from kith.kernel.decisions import Level, granted
from kith.kernel.refs import seeded_refs
from kith.testing.factories import NOW, OPERATOR, Partnership

DAY = "2026-11-20"
COLUMNS = ("comment", "expected", "actual")
TEXTS = ("fact", "impact", "childs_words", "action", "source")


def row_of(name: str) -> str:
    """The ref of the row about somebody, also in a world in which they are not."""
    return _refs_of(name)()


def _refs_of(name: str) -> Callable[[], str]:
    return seeded_refs(f"{name} happened")


def tell_row(county: Partnership, name: str, words: str, *, also: str = "", by: str = "zed", key: str = "") -> str:
    """A row that was corrected once, and one that was withdrawn; every text of both says the words. The first's ref."""
    with refs_from(_refs_of(key or name)), load("test.told", by=OPERATOR, now=NOW, payload={}):
        rows = [_entry(county, name, by), _entry(county, name, by)]
        for row in rows:
            for one in filter(None, (name, also)):
                EntryChild(entry=row, role="happened", subject_id=target_of(county.refs[one]).id).save()
        _telling(county, rows[0], f"{words} Before.", by, number=1, replaced_at=NOW)
        _telling(county, rows[0], words, by, number=2)
        _telling(county, rows[1], words, by, number=1)
        rows[1].withdrawn_at, rows[1].withdrawn_by_id, rows[1].why_withdrawn = NOW, rows[1].recorded_by_id, words
        rows[1].save()
    return str(rows[0].ref)


def _entry(county: Partnership, name: str, by: str) -> Entry:
    row = Entry(teller="", sorts_on=NOW.date(), recorded_at=NOW, recorded_by_id=county.loaded.workers[by])
    row.agency_id = county.loaded.organisations[county.homes[by]]
    row.subject_id, row.row_id = target_of(county.refs[name]).id, row.ref
    row.save(force_insert=True)
    return row


def _telling(county: Partnership, row: Entry, words: str, by: str, **version: object) -> None:
    authors = dict.fromkeys(TEXTS, county.loaded.workers[by])
    texts = dict.fromkeys(TEXTS, words)
    telling = Telling(entry=row, start=DAY, rag="red", type="disclosure", authors=authors, **texts, **version)
    telling.recorded_by_id, telling.recorded_at = county.loaded.workers[by], NOW
    telling.save(force_insert=True)


def what_happened_to_ivy(county: Partnership) -> dict[str, str]:
    """Whoever is on the team in the census is of the agency whose row it is."""
    row = tell_row(county, "ivy", "Ivy ran to the sea.", by="pru")
    attached = attach_to(county, "ivy", "The sea.", by="pru")
    taken = on_a_device(county, "ivy", by="pru")
    edition = published(county, "ivy", row)
    return {"entry_ref": row, "attachment_ref": attached, "taken_ref": taken, "edition_ref": edition}


def attached_to(name: str) -> str:
    """The ref of the photograph that is attached to somebody's row, also in a world in which they are not."""
    return seeded_refs(f"{name} is seen")()


def attach_to(county: Partnership, name: str, words: str, *, by: str = "zed", key: str = "") -> str:
    """To a row about somebody: a photograph, whose bytes and name are nothing but the words, and where one is kept."""
    row = Entry.objects.get(ref=row_of(key or name))
    about = list(EntryChild.objects.filter(entry=row).values_list("subject__ref", flat=True))
    with refs_from(seeded_refs(f"{key or name} is seen")), load("test.attached", by=OPERATOR, now=NOW, payload={}):
        photo, video = (_attachment(county, row, kind, words, by) for kind in ("photograph", "video"))
        file = NewFile(kind="image/png", data=words.encode(), subjects=frozenset(about), original_name=f"{words}.png")
        asked = granted(Level.WRITE, "R1", "They work with them.")
        photo.file_ref = store_file(by=OPERATOR, file=file, decide=lambda _: asked, now=NOW)
        photo.save(force_insert=True)
        video.save(force_insert=True)
    return str(photo.ref)


def _attachment(county: Partnership, row: Entry, kind: str, words: str, by: str) -> Attachment:
    said = {"what": words, "kept_at": words, "number": words, "basis": "public_task"}
    made = Attachment(entry=row, kind=kind, width=40, height=30, recorded_at=NOW, **said)
    made.recorded_by_id = county.loaded.workers[by]
    made.authors = dict.fromkeys(("what", "kept_at", "number"), made.recorded_by_id)
    return made


def on_a_device(county: Partnership, *names: str, by: str) -> str:
    """The ref of the form that somebody took along for these."""
    with refs_from(seeded_refs(f"{by} along")), load("test.along", by=OPERATOR, now=NOW, payload={}):
        row = TakenForm(taken_by_id=county.loaded.workers[by], taken_at=NOW, until=NOW + ON_A_DEVICE_FOR)
        row.queue_key = new_queue_key(purpose=QUEUE_KEYS, bound_to=row.ref)
        row.save(force_insert=True)
        for name in names:
            child = TakenChild(taken=row, called=f"{name:x<26}"[:26])
            child.subject_id = target_of(county.refs[name]).id
            child.save(force_insert=True)
    return str(row.ref)


def leave_unsent(county: Partnership, name: str, words: str, *, by: str = "zed") -> None:
    """Words in the form of a row, which nobody sent."""
    with refs_from(seeded_refs(f"{name} unsent")), load("test.unsent", by=OPERATOR, now=NOW, payload={}):
        row = Draft(owner_id=county.loaded.workers[by], form=draft_name(), saved_at=NOW)
        row.subject_id, row.sealed = target_of(county.refs[name]).id, sealed_for(row, f"fact={words}", county.actor(by))
        row.save(force_insert=True)


def published(
    county: Partnership,
    name: str,
    row: str,
    *,
    also: Sequence[str] = (),
    what_for: str = "A conference",
    by: str = "zed",
) -> str:
    """An edition with a row in its version of today, whose review says the words of the row; the edition's ref."""
    with refs_from(_refs_of(f"{name} edition")), load("test.published", by=OPERATOR, now=NOW, payload={}):
        telling = Telling.objects.select_related("entry").get(entry__ref=row, replaced_at=None)
        edition = Edition(number=1, what_for=what_for, published_at=NOW, subject_id=target_of(county.refs[name]).id)
        edition.published_by_id = county.loaded.workers[by]
        edition.save(force_insert=True)
        for one in Telling.objects.select_related("entry").filter(entry__ref__in=[row, *also], replaced_at=None):
            EditionRow(edition=edition, entry=one.entry, telling=one).save()
        columns = dict.fromkeys(COLUMNS, telling.fact)
        analysis = Analysis(entry=telling.entry, authors=dict.fromkeys(COLUMNS, edition.published_by_id), **columns)
        analysis.recorded_by_id, analysis.recorded_at = edition.published_by_id, NOW
        analysis.save(force_insert=True)
    return str(edition.ref)


def edition_of(name: str) -> str:
    """The ref of the edition about somebody, also in a world in which they are not."""
    return _refs_of(f"{name} edition")()
