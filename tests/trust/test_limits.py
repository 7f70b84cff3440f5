"""Limits: so many tries and no more, for one person only, sliding with the clock, whoever else tries at that moment."""

import datetime as dt
import threading
from collections.abc import Iterator

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test import Client

from kith.apps.agencies.models import User
from kith.apps.audit.models import AuditRow
from kith.testing.factories import email_of
from kith.web import limits
from kith.web.errors.pages import error_page
from kith.web.limits import LIMITS, TooMany, take
from tests.trust.crawling import routes
from tests.trust.signing import page_of_mina, sign_in, signed_in, small_world


@pytest.fixture
def world(db) -> Iterator[tuple[time_machine.Traveller, str]]:
    with small_world() as (clock, made):
        yield clock, page_of_mina(made)


def refusals(what: str) -> int:
    return AuditRow.objects.filter(event="audit.access.refused", payload__contains=f"limit.{what}").count()


def test_one_more_than_there_are_places_is_too_many_until_the_first_is_old_enough(world):
    clock, _ = world
    limit = LIMITS["sign_in"]
    take("sign_in", "ana")
    clock.shift(dt.timedelta(minutes=10))
    for _ in range(limit.most - 1):
        take("sign_in", "ana")
    with pytest.raises(TooMany):
        take("sign_in", "ana")
    take("sign_in", "ben")
    clock.shift(dt.timedelta(minutes=5, seconds=1))
    take("sign_in", "ana")
    with pytest.raises(TooMany):
        take("sign_in", "ana")


def test_a_place_can_be_given_back(world):
    for _ in range(LIMITS["codes"].most * 3):
        take("codes", "ana").give_back()


def test_a_place_does_not_tell_who_took_it(world):
    place = take("sign_in", "ana@kith.example 10.0.0.1")
    assert "ana" not in place.key and "10.0" not in place.key


def test_many_at_once_get_no_more_places_than_there_are(world, monkeypatch):
    """As if all had looked before anybody took a place."""
    monkeypatch.setattr(cache, "get_many", lambda keys: {})
    taken = 0
    for _ in range(60):
        try:
            take("sign_in", "ana")
            taken += 1
        except TooMany:
            pass
    assert taken == LIMITS["sign_in"].most


@pytest.mark.django_db(transaction=True)
def test_threads_that_race_get_no_more_places_than_there_are_and_nothing_breaks():
    cache.clear()
    taken, trouble = [], []

    def race() -> None:
        try:
            for _ in range(3):
                taken.append(take("sign_in", "everybody at once").key)
        except TooMany:
            pass
        except Exception as problem:
            trouble.append(problem)
        finally:
            connection.close()

    racers = [threading.Thread(target=race) for _ in range(6)]
    for racer in racers:
        racer.start()
    for racer in racers:
        racer.join()
    cache.clear()
    assert not trouble
    assert len(taken) == len(set(taken)) <= LIMITS["sign_in"].most


def test_every_route_in_the_table_is_there(world):
    known = {*routes(), "*"}
    assert {route for limit in LIMITS.values() for route in limit.routes} <= known


def test_one_search_too_many_gets_the_plain_page_and_stands_on_the_record(world, monkeypatch):
    monkeypatch.setitem(limits.LIMITS, "search", few(LIMITS["search"], 3))
    client = signed_in()
    statuses = [client.post("/children", {"asked": "mina"}).status_code for _ in range(4)]
    assert statuses == [200, 200, 200, 429]
    refused = client.post("/children", {"asked": "zanthe"})
    assert refused.content == error_page(429).content and b"zanthe" not in refused.content
    assert refusals("search") == 2
    assert signed_in("ben").post("/children", {"asked": "mina"}).status_code == 200


def few(limit: limits.Limit, most: int) -> limits.Limit:
    return limits.Limit(
        most=most, minutes=limit.minutes, routes=limit.routes, methods=limit.methods, only_given=limit.only_given
    )


def test_the_figures_are_those_that_were_promised():
    figures = {name: (limit.most, limit.minutes) for name, limit in LIMITS.items()}
    assert figures["sign_in"] == (5, 15)
    assert figures["search"] == (60, 1)
    assert figures["exports"] == (5, 60)
    assert figures["codes"] == (5, 15)


def test_five_files_an_hour_and_what_was_refused_does_not_count(world):
    clock, page = world
    client = signed_in()
    for _ in range(6):
        assert client.get(f"/children/{'0' * 26}/picture.svg").status_code == 404
    assert [client.get(f"{page}/picture.svg").status_code for _ in range(6)] == [200] * 5 + [429]
    assert refusals("exports") == 1
    clock.shift(dt.timedelta(minutes=61))
    client = signed_in()
    assert client.get(f"{page}/picture.svg").status_code == 200


def test_forms_are_limited_generously(world, monkeypatch):
    monkeypatch.setitem(limits.LIMITS, "forms", few(LIMITS["forms"], 2))
    client = signed_in()
    assert [client.post("/my-sign-in/end-others").status_code for _ in range(3)] == [302, 302, 429]


def test_wrong_passwords_are_counted_for_an_account_at_an_address(world):
    """Somebody elsewhere cannot lock Ana out with five guesses."""
    elsewhere = Client(REMOTE_ADDR="10.0.0.9")
    for number in range(5):
        assert sign_in(elsewhere, password=f"guess {number}").status_code == 200
    refused = sign_in(elsewhere)
    assert refused.status_code == 429 and refused.content == error_page(429).content
    assert refusals("sign_in") == 1
    assert sign_in(Client(REMOTE_ADDR="10.0.0.8")).status_code == 302


def test_guesses_from_everywhere_are_counted_too(world):
    statuses = [sign_in(Client(REMOTE_ADDR=f"10.0.{number}.1"), password="guess").status_code for number in range(21)]
    assert statuses == [200] * LIMITS["sign_in_account"].most + [429]


def test_one_address_cannot_try_everybody(world):
    client = Client(REMOTE_ADDR="10.0.0.7")
    statuses = [sign_in(client, who=f"nobody{number}").status_code for number in range(31)]
    assert statuses == [200] * LIMITS["sign_in_address"].most + [429]


def test_right_passwords_are_never_too_many(world):
    assert [sign_in(Client()).status_code for _ in range(8)] == [302] * 8


def test_somebody_who_left_is_told_what_a_wrong_password_is_told(world):
    User.objects.filter(email=email_of("ana")).update(is_active=False)
    left, wrong = sign_in(Client()), sign_in(Client(), who="ben", password="guess")
    assert left.status_code == wrong.status_code == 200
    assert "That email address or that password is not right" in left.content.decode()


def test_limits_slide(world):
    """Not a window that opens anew: five at its end and five at the next beginning would be ten."""
    clock, _ = world
    for _ in range(5):
        take("codes", "ana")
        clock.shift(dt.timedelta(minutes=2))
    clock.shift(dt.timedelta(minutes=4))
    with pytest.raises(TooMany):
        take("codes", "ana")
    clock.shift(dt.timedelta(minutes=1, seconds=1))
    take("codes", "ana")
    with pytest.raises(TooMany):
        take("codes", "ana")
