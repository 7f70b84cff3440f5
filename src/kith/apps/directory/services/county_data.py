"""Loading the county's own data: a new version stands beside the old ones, which are never written over."""

import datetime as dt
import json
from typing import Any

from django.db import IntegrityError, transaction

from kith.apps.access.queries import day_of, require_by_role
from kith.apps.agencies.projections import Actor
from kith.apps.audit.projections import Doer
from kith.apps.audit.services import load
from kith.apps.directory import events, models
from kith.apps.directory.actions import LOAD
from kith.apps.directory.checking import checked_county_data
from kith.apps.directory.county_files import Body, CannotReadCountyData, read_county_file
from kith.apps.directory.entries import entry_of
from kith.apps.directory.projections import ThresholdPlan
from kith.apps.directory.queries.county import words_in_force
from kith.apps.directory.queries.thresholds import KIND, threshold_changes, thresholds_in_force
from kith.apps.directory.services.placing import put_in_place
from kith.apps.directory.services.writing import index
from kith.apps.directory.threshold_files import read_thresholds
from kith.apps.directory.threshold_plans import planned


def bring_in_county_data(*, by: Actor, data: bytes, name: str, now: dt.datetime) -> bool:
    """The same, for somebody whose role brings data in."""
    require_by_role(by, LOAD, now=now)
    return load_county_data(by=by, data=data, name=name, now=now)


def plan_thresholds(*, by: Actor, data: bytes, name: str, now: dt.datetime) -> ThresholdPlan:
    """What bringing a file of thresholds in would change, before anything is stored; whatever is wrong with it is said
    now."""
    require_by_role(by, LOAD, now=now)
    body = _thresholds_in(data, name)
    document = read_thresholds(body, is_own=True)
    return planned(
        document,
        thresholds_in_force(max(document.valid_from, day_of(now))),
        threshold_changes(),
        is_there=_standing(body, name) is not None,
        today=day_of(now),
    )


def bring_in_thresholds(*, by: Actor, data: bytes, name: str, now: dt.datetime) -> bool:
    """The same deed for thresholds alone."""
    require_by_role(by, LOAD, now=now)
    return _keep(_thresholds_in(data, name), by=by, name=name, now=now)


def _thresholds_in(data: bytes, name: str) -> Body:
    body = read_county_file(data, name)
    if body["kind"] != KIND:
        raise CannotReadCountyData(f"{name} holds {body['kind']}. This page brings thresholds in and nothing else.")
    return body


def load_county_data(*, by: Doer, data: bytes, name: str, now: dt.datetime) -> bool:
    """Keep one file as the version it says it is. False where that version stands already, word for word."""
    return _keep(read_county_file(data, name), by=by, name=name, now=now)


def _keep(body: Body, *, by: Doer, name: str, now: dt.datetime) -> bool:
    checked_county_data(body)
    if _standing(body, name):
        return False
    put_in_place(by=by, now=now)
    facts = {"kind": body["kind"], "version": body["version"]}
    with load(events.COUNTY_DATA_LOADED, by=by, now=now, payload=facts):
        row = models.CountyData(kind=body["kind"], version=body["version"], body=_plain(body), set_at=now)
        row.valid_from = body["valid_from"]
        _insert(row, name)
        if body["kind"] in ("areas", "asked_words"):
            _index_again(now)
    return True


def _standing(body: Body, name: str) -> models.CountyData | None:
    """The row that says the same already; one of the same version that says something else is refused."""
    standing = models.CountyData.objects.filter(kind=body["kind"], version=body["version"]).first()
    if standing and standing.body != _plain(body):
        raise CannotReadCountyData(
            f"{name}: version {body['version']} stands already and says something else. Give it a version of its own."
        )
    return standing


def _plain(body: Body) -> Any:
    return json.loads(json.dumps(body, default=str))


def _insert(row: models.CountyData, name: str) -> None:
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        raise CannotReadCountyData(f"{name}: somebody else loads this version at this moment. Look again.") from None


def _index_again(now: dt.datetime) -> None:
    """Other words and places find other entries; what a feed has laid ready by the old ones has to be laid anew."""
    models.StagedEntry.objects.filter(load__published_at=None).delete()
    rows = models.Service.objects.select_related("provider")
    index([(row, entry_of(row.facts)) for row in rows], words_in_force(day_of(now)))
