"""One story: three agencies tell of a child, the chair of the conference publishes it, and each parent reads theirs."""

import datetime as dt
import io
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdf
import pytest
from django.core.cache import cache
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from kith.apps.access.queries import target_of
from kith.apps.access.services import InvolvementRecord, load_involvements
from kith.apps.agencies.models import Team
from kith.apps.people.models import PersonName
from kith.engines.drawing.output import missing_for_pdf
from kith.testing.factories import OPERATOR
from tests.journeys.conftest import emails_of, require_fit, sign_in
from tests.journeys.grown_county import county_workers

pytestmark = [pytest.mark.browser]
POLICE_TEAM = "child-investigation"
NURSE, TEACHER, LEAD, CHAIR = "gwen-tallis", "marcus-feld-ibrahim", "priyanka-oduya", "leontyne-ashgrove"
PHONE = {"width": 390, "height": 844}
CALLED = "Called at night. Safiya had locked the bathroom door and held Eli."
KEPT = "Oswin Tredegar from next door heard it through the wall."
WELL = "Noor and Eli were well at the visit. Eli has learned to whistle."
SEALED = "Noor told her tutor that the spare key is under the blue pot."
READS = "Noor read to the younger class and was proud of it."
WRONG = "Absent all of Monday."
WHY = "It was another child."
WAS_TOLD = "Safiya said that the officer told her so."


@dataclass(frozen=True)
class Case:
    """Where Kith answers, and who works with Noor; the police again, since the conference was called."""

    address: str
    noor: str
    emails: dict[str, str]
    officer: str

    def at(self, path: str = "") -> str:
        return f"{self.address}/children/{self.noor}/chronology{path}"

    def person(self, first_name: str) -> str:
        name = PersonName.objects.filter(text__startswith=f"{first_name} ").select_related("person__subject").first()
        assert name is not None
        return str(name.person.subject.ref)


@pytest.fixture
def case(live_server: Any, transactional_db: None) -> Case:
    officer = next(one.key for one in county_workers() if POLICE_TEAM in one.team_keys and one.role == "practitioner")
    emails = emails_of(officer, NURSE, TEACHER, LEAD, CHAIR)
    noor = str(PersonName.objects.filter(text__startswith="Noor ").latest("pk").person.subject.ref)
    officers = Team.objects.get(name="Child protection investigation")
    again = InvolvementRecord(
        subject_id=target_of(noor).id,
        organisation_id=officers.organisation_id,
        team_id=officers.pk,
        part="police",
        basis="s47",
        since_on=timezone.now().date() - dt.timedelta(days=3),
    )
    load_involvements(by=OPERATOR, records=[again], now=timezone.now())
    return Case(live_server.url.replace("127.0.0.1", "localhost"), noor, emails, officer)


@contextmanager
def worker(browser: Browser, case: Case, key: str, *, is_phone: bool = False) -> Iterator[Page]:
    """A browser of their own, signed in."""
    device: dict[str, Any] = {"viewport": PHONE, "has_touch": True, "is_mobile": True} if is_phone else {}
    context = browser.new_context(**device)
    page = context.new_page()
    sign_in(page, case.address, case.emails[key])
    yield page
    context.close()


def add(page: Page, case: Case, fact: str, *, restriction: str = "", rag: str = "") -> None:
    page.goto(case.at("/add"))
    page.get_by_label("What happened?", exact=True).fill(fact)
    if rag:
        page.get_by_role("radio", name=rag, exact=True).check(force=True)
    if restriction:
        page.get_by_text("What I did, who may see it, more").click()
        page.get_by_label(restriction).check()
    page.get_by_role("button", name="Save for Noor").click()
    expect(page.get_by_text("Saved for Noor.")).to_be_visible()


def open_row(page: Page, fact: str) -> None:
    page.locator("tbody tr").filter(has_text=fact).get_by_role("link", name="Open").click()
    expect(page.get_by_role("heading", name="As it stands")).to_be_visible()


def words_in(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def unzipped(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return " ".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())


def taken(page: Page, press: Callable[[], None]) -> bytes:
    cache.clear()  # nobody takes so many copies in an hour
    with page.expect_download() as download:
        press()
    return Path(download.value.path()).read_bytes()


def test_three_agencies_one_edition_and_a_page_for_each_parent(browser: Browser, case: Case) -> None:
    if missing := missing_for_pdf():
        pytest.skip(missing)
    the_agencies_tell(browser, case)
    the_lead_seals_one_row(browser, case)
    the_chair_publishes(browser, case)
    each_parent_has_their_own(browser, case)


def the_agencies_tell(browser: Browser, case: Case) -> None:
    with worker(browser, case, case.officer) as page:
        add(page, case, CALLED, rag="harm")
        add(page, case, KEPT, restriction="Tells of somebody outside the family")
    with worker(browser, case, NURSE, is_phone=True) as page:
        add(page, case, WELL, rag="strength")
        expect(page.get_by_text(WELL).first).to_be_visible()
        require_fit(page, "what has happened, on a phone")
    with worker(browser, case, TEACHER) as page:
        for fact in (READS, SEALED, WRONG):
            add(page, case, fact)
        open_row(page, WRONG)
        page.get_by_role("link", name="Withdraw it").click()
        page.get_by_role("textbox").first.fill(WHY)
        page.get_by_role("button", name="Withdraw it").click()
        row = page.locator("tbody tr").filter(has_text=WRONG)
        expect(row.locator("s").filter(has_text=WRONG)).to_be_visible()
        expect(row).to_contain_text(WHY)
        require_fit(page, "what has happened, with a row struck through", "desk")


def the_lead_seals_one_row(browser: Browser, case: Case) -> None:
    with worker(browser, case, LEAD) as page:
        page.goto(case.at())
        open_row(page, SEALED)
        require_fit(page, "one row", "desk")
        page.get_by_role("link", name="Seal it alone").first.click()
        expect(page.get_by_label("Only what I choose here")).to_be_checked()
        expect(page.get_by_label(SEALED[:20])).to_be_checked()
        page.get_by_label("Safe address.").check()
        page.get_by_label("Why?", exact=True).fill("It leads into the house.")
        for box in page.get_by_role("group", name="Who goes on seeing it, beside you?").get_by_role("checkbox").all():
            box.uncheck()
        page.get_by_role("button", name="Seal it").click()
        expect(page.get_by_role("status")).to_contain_text("Sealed.")


def the_chair_publishes(browser: Browser, case: Case) -> None:
    with worker(browser, case, CHAIR) as page:
        page.goto(case.at("/editions"))
        page.get_by_label("What is this edition for?").fill("Conference on Thursday")
        page.get_by_role("button", name="Publish it").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Edition 1 of what has happened for Noor")
        for fact in (CALLED, KEPT, WELL, READS):
            expect(page.get_by_text(fact).first).to_be_visible()
        expect(page.locator("s").filter(has_text=WRONG)).to_be_visible()
        expect(page.get_by_text(SEALED)).to_have_count(0)
        require_fit(page, "an edition", "desk")
        files = {}
        for form in ("Excel", "Word", "PDF"):
            link = page.get_by_role("link", name=form, exact=True)
            first, again = (taken(page, link.click) for _ in range(2))
            assert first == again, form
            files[form] = first
        words = words_in(files["PDF"])
        pages = pypdf.PdfReader(io.BytesIO(files["PDF"])).pages
        which = "Edition 1 of "
        assert all(which in " ".join(one.extract_text().split()) for one in pages)
        for fact in (CALLED, KEPT, WELL, READS, WRONG):
            assert fact in words, fact
        for unpacked in (words, unzipped(files["Word"]), unzipped(files["Excel"])):
            assert READS in unpacked and "blue pot" not in unpacked


def each_parent_has_their_own(browser: Browser, case: Case) -> None:
    with worker(browser, case, LEAD) as page:
        page.goto(f"{case.at('/family')}/{case.person('Safiya')}")
        kept = page.get_by_role("listitem").filter(has_text=KEPT)
        kept.get_by_label("Who said that they know of it?").fill(WAS_TOLD)
        kept.get_by_role("button", name="They know of it").click()
        expect(page.get_by_text("Known to them")).to_be_visible()
        mums, again = (printed_for(page, case, "Safiya") for _ in range(2))
        contact_is_safe(page, case, "Kwabena")
        dads = printed_for(page, case, "Kwabena")
    assert mums == again
    mum, dad = words_in(mums), words_in(dads)
    assert mum != dad
    assert "It is about another person." in mum and "It is about another person." not in dad
    for words in (mum, dad):
        for secret in ("blue pot", "Tredegar", "next door", WRONG, WHY, "Baz", "Oswin", "spare key"):
            assert secret not in words, secret
        assert "were well at the visit" in words and READS in words
    assert "Eli" in mum and "Eli" not in dad, "he lives with her"
    assert "locked the bathroom door" in mum and "locked the bathroom door" not in dad


def contact_is_safe(page: Page, case: Case, first_name: str) -> None:
    """A page is contact, so it waits for this."""
    page.goto(f"{case.address}/children/{case.noor}/loop/parents/{case.person(first_name)}/safety")
    yesterday = f"{timezone.now() - dt.timedelta(days=1):%d/%m/%Y}"
    for whom in ("Other parent", "Child"):
        page.get_by_label(f"{whom} asked alone, on which day?").fill(yesterday)
    page.get_by_role("radio", name="Yes, by the ways named here").check()
    page.get_by_role("checkbox", name="By telephone").check()
    page.get_by_role("button", name="Record it").click()
    page.get_by_text("Nobody has spoken to them.").wait_for()


def printed_for(page: Page, case: Case, first_name: str) -> bytes:
    page.goto(f"{case.at('/family')}/{case.person(first_name)}")
    page.get_by_role("radio", name="They are too young to decide this").check()
    page.get_by_role("group", name="Is it safe that they have this page?").get_by_label("Yes").check()
    page.get_by_label("Who could be hurt by it?").fill("Nobody that we know of.")
    page.get_by_role("button", name="Look at the page").click()
    expect(page.get_by_role("heading", name="This is what they will see")).to_be_visible()
    require_fit(page, f"what {first_name} will see", "desk")
    page.get_by_text("Or print it for them").click()
    return taken(page, page.get_by_role("button", name="PDF to print").click)
