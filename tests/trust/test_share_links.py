"""Family links: nobody gets in without the code, and nobody learns anything at the door."""

import datetime as dt
import io
import json
import logging
import re

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.core.cache import cache
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse

from kith.apps.access import services as access
from kith.apps.access.links import MOST_WRONG_CODES, TOKEN_BYTES, hash_of
from kith.apps.access.models import LinkVisit, ShareLink
from kith.apps.audit.models import AuditRow, AuditSubject
from kith.apps.oversight.projections import LookLine
from kith.apps.oversight.queries import answer_page
from kith.project import settings as product
from kith.testing.factories import NOW
from kith.web.links.logs import WithoutTokens
from tests.trust.share_links import (
    DAY,
    door,
    give,
    is_open,
    masked,
    opened,
    page,
    previewed,
    publish,
    row,
    wrong,
)

pytestmark = pytest.mark.django_db


def test_the_reader_opens_the_page_with_the_code(county):
    browser = opened(publish(county))
    assert is_open(browser)
    assert row(publish(county)).visits == 0


def test_spaces_in_the_code_do_no_harm(county):
    link = publish(county)
    assert give(Client(), link, f" {link.code[:3]} {link.code[3:]} ").status_code == 302


def test_neither_secret_is_stored(county):
    link = publish(county)
    stored = json.dumps({field.name: str(getattr(row(link), field.name)) for field in ShareLink._meta.fields})
    assert link.token not in stored
    assert link.code not in (row(link).code_hash, row(link).snapshot)
    assert row(link).token_hash == hash_of(link.token)
    told = set(re.findall(r"[^\W_]{7,}", previewed(county)))  # shorter ones stand in any cipher text by chance
    assert told and not [word for word in told if word in row(link).snapshot], "the snapshot lies encrypted"
    assert link.token not in repr(link)
    assert link.code not in repr(link)


def test_six_digits_are_hashed_slowly_and_fit_their_column():
    assert product.PASSWORD_HASHERS == ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    hashed = Argon2PasswordHasher().encode("123456", "x" * 22)
    assert len(hashed) <= ShareLink._meta.get_field("code_hash").max_length


def test_the_log_holds_no_token():
    lines = io.StringIO()
    handler = logging.StreamHandler(lines)
    handler.addFilter(WithoutTokens())
    record = logging.makeLogRecord({"msg": "%s: %s", "args": ("Unprocessable Entity", f"/p/{'t' * 32}")})
    handler.handle(record)
    assert lines.getvalue() == "Unprocessable Entity: /p/...\n"
    assert product.LOGGING["handlers"]["console"]["filters"] == ["tokens"]


def test_tokens_have_far_more_than_128_random_bits(county):
    tokens = {publish(county).token for _ in range(20)}
    assert len(tokens) == 20
    assert TOKEN_BYTES * 8 >= 128
    assert all(re.fullmatch(r"[\w-]{32}", token) for token in tokens)


def test_guessed_tokens_open_nothing(county):
    link = publish(county)
    near = [link.token[:-1], link.token[:-1] + "A", link.token.swapcase(), link.token + "A", row(link).token_hash]
    for token in {*near, row(link).ref} - {link.token}:
        cache.clear()
        assert Client().post(door(token), {"code": link.code}).status_code == 422
    assert row(link).wrong_codes == 0


def test_the_door_says_the_same_whatever_stands_behind_it(county, clock):
    links = {name: publish(county) for name in ("live", "closed", "used up", "guessed away", "run out")}
    access.end_link(by=county.actor("pru"), link_ref=links["closed"].ref, now=NOW)
    for _ in range(3):
        give(Client(), links["used up"])
    for number in range(MOST_WRONG_CODES):
        give(Client(), links["guessed away"], wrong(links["guessed away"], number + 1))
    tokens = {name: link.token for name, link in links.items()} | {"never was": "x" * 32, "odd": "%00..é"}
    for state, link in (("run out", links["run out"]),):
        clock.move_to(NOW + 7 * DAY if state == "run out" else NOW)
        assert give(Client(), link).status_code == 422
    clock.move_to(NOW)
    shown = {name: Client().get(door(token)) for name, token in tokens.items()}
    assert {answer.status_code for answer in shown.values()} == {200}
    assert len({masked(answer) for answer in shown.values()}) == 1
    assert len({tuple(sorted(answer.headers.items())) for answer in shown.values()}) == 1
    tried = {}
    for name in set(tokens) - {"run out"}:
        cache.clear()
        code = wrong(links[name]) if name == "live" else "123456"
        tried[name] = Client().post(door(tokens[name]), {"code": code})
    assert {answer.status_code for answer in tried.values()} == {422}
    assert len({masked(answer) for answer in tried.values()}) == 1


def test_a_scanner_that_opens_the_link_counts_for_nothing(county):
    link, before = publish(county), AuditRow.objects.count()
    for method in ("get", "head"):
        for _ in range(3):
            getattr(Client(), method)(door(link))
    now = row(link)
    assert (now.visits, now.wrong_codes, AuditRow.objects.count()) == (0, 0, before)
    assert is_open(opened(link))


def test_five_wrong_codes_in_all_end_the_link(county, clock):
    link = publish(county)
    for number in range(MOST_WRONG_CODES - 1):
        assert give(Client(), link, wrong(link, number + 1)).status_code == 422
        clock.shift(DAY)
    give(Client(), link)
    assert row(link).wrong_codes == MOST_WRONG_CODES - 1, "a right code forgives nothing"
    give(Client(), link, wrong(link))
    assert row(link).ended_why == "wrong_codes"
    assert give(Client(), link).status_code == 422


def test_a_link_that_is_guessed_away_closes_for_whoever_is_reading(county):
    link = publish(county)
    browser = opened(link)
    for number in range(MOST_WRONG_CODES):
        give(Client(), link, wrong(link, number + 1))
    assert not is_open(browser)


def test_a_code_opens_its_own_link_only(county):
    link, other = publish(county), publish(county)
    assume = other.code if other.code != link.code else wrong(link)
    assert give(Client(), link, assume).status_code == 422


def test_nothing_is_not_a_code(county):
    assert Client().post(door(publish(county)), {}).status_code == 422


def test_tries_are_limited_also_for_a_token_that_is_not_there(county):
    cache.clear()
    answers = [Client().post(door("x" * 32), {"code": "123456"}).status_code for _ in range(12)]
    assert answers == [422] * 10 + [429] * 2


def test_tries_from_one_address_are_limited_whatever_the_token(county):
    cache.clear()
    answers = [Client().post(door(f"{n:032}"), {"code": "123456"}).status_code for n in range(22)]
    assert answers == [422] * 20 + [429] * 2


def test_another_browser_needs_the_code_again(county):
    link = publish(county)
    opened(link)
    other = Client()
    other.get(door(link))
    assert not is_open(other)


def test_a_visit_ends_after_a_quarter_of_an_hour_alone(county, clock):
    browser = opened(publish(county))
    clock.shift(dt.timedelta(minutes=14))
    assert is_open(browser)
    clock.shift(dt.timedelta(minutes=14))
    assert is_open(browser), "looking again makes it longer"
    clock.shift(dt.timedelta(minutes=15))
    assert not is_open(browser)


def test_a_visit_ends_after_two_hours_whatever_is_done(county, clock):
    browser = opened(publish(county))
    seen = []
    for _ in range(12):
        clock.shift(dt.timedelta(minutes=10))
        seen.append(is_open(browser))
    assert seen == [True] * 11 + [False]


def test_visits_are_used_up(county):
    link = publish(county, visits=1)
    browser = opened(link)
    assert is_open(browser), "the last visit goes on"
    assert give(Client(), link).status_code == 422


def test_a_link_runs_out_to_the_second_and_closes_for_whoever_is_reading(county, clock):
    link = publish(county, days=1)
    clock.move_to(NOW + DAY - dt.timedelta(minutes=1))
    browser = opened(link)
    assert is_open(browser)
    clock.move_to(NOW + DAY)
    assert not is_open(browser)
    assert give(Client(), link).status_code == 422


def test_closing_works_from_the_next_click(county):
    link = publish(county)
    browser = opened(link)
    access.end_link(by=county.actor("pru"), link_ref=link.ref, now=NOW)
    assert not is_open(browser)
    assert give(Client(), link).status_code == 422


def test_leaving_ends_the_visit_on_the_server_too(county):
    browser = opened(publish(county))
    kept = browser.cookies["__Host-my-page"].value
    assert browser.get(reverse("help:leave")).status_code == 302
    browser.cookies["__Host-my-page"] = kept
    assert not is_open(browser)


def test_the_cookie_is_bound_to_this_site_and_hidden_from_scripts(county):
    cookie = opened(publish(county)).cookies["__Host-my-page"]
    assert (cookie["secure"], cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, True, "Strict", "/")
    assert LinkVisit.objects.filter(secret_hash=hash_of(cookie.value)).exists()
    assert cookie["domain"] == ""


def test_a_visit_opens_no_other_page(county):
    browser = opened(publish(county))
    for path in (
        reverse("today:home"),
        reverse("children:child", args=[county.refs["mina"]]),
        reverse("children:find"),
    ):
        assert browser.get(path).headers["Location"].startswith("/sign-in")


def test_the_page_names_neither_kith_nor_the_child_where_others_look(county):
    browser = opened(publish(county))
    for shown in (page(browser), page(Client()), Client().get(door("x")).content.decode()):
        title = re.search(r"<title>(.*?)</title>", shown)
        assert title and title[1] == "My page"
        assert "kith" not in re.sub(r"<[^>]+>", " ", shown).casefold()
    assert "mina" not in door("x" * 32) + reverse("links:page")


def test_everything_about_a_link_is_on_record(county):
    link = publish(county)
    give(Client(), link, wrong(link))
    browser = opened(link)
    page(browser)
    browser.get(reverse("help:leave"))
    access.end_link(by=county.actor("pru"), link_ref=link.ref, now=NOW)
    rows = AuditRow.objects.filter(event__startswith="access.link.").order_by("pk")
    pru, mina = county.actor("pru").ref, county.refs["mina"]
    assert [(r.event.rpartition(".")[2], r.actor) for r in rows] == [
        ("published", pru),
        ("wrong_code", link.ref),
        ("opened", link.ref),
        ("shown", link.ref),
        ("left", link.ref),
        ("ended", pru),
    ]
    shown = AuditSubject.objects.filter(row=rows[3])
    assert (mina, "opened") in shown.values_list("subject", "how")
    assert (county.refs["dad"], "listed") in shown.values_list("subject", "how")
    assert not [r for r in rows if link.token in str(r.payload) or link.code in str(r.payload)]


@pytest.mark.parametrize("asked_about", ["mina", "dad"])
def test_whoever_is_on_the_page_is_told_that_it_was_read_and_never_by_whom(county, asked_about):
    page(opened(publish(county)))
    now = NOW + DAY
    told = answer_page(county.actor("dot"), county.refs[asked_about], now=now)
    by_link = [line for line in told.lines if not line.agency]
    assert by_link == [LookLine(on=NOW.date(), what="page")]
    answer = render_to_string("oversight/answer.txt", {"page": told})
    assert "24 November 2026: Somebody with a link to a family page, saw a page with you on it" in answer
    assert "Grace" not in answer


def test_a_code_that_was_given_and_a_page_that_was_left_are_not_told(county):
    give(Client(), publish(county))
    told = answer_page(county.actor("dot"), county.refs["mina"], now=NOW + DAY)
    assert [line for line in told.lines if not line.agency] == []
