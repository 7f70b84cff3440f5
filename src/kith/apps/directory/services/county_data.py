"""Loading the county's own data: a new version stands beside the old ones, which are never written over."""

import datetime as dt
import json

from kith.apps.access.queries import day_of, require_by_role
from kith.apps.agencies.projections import Actor
from kith.apps.audit.projections import Doer
from kith.apps.audit.services import load
from kith.apps.directory import events, models
from kith.apps.directory.actions import LOAD
from kith.apps.directory.checking import checked_county_data
from kith.apps.directory.county_files import CannotReadCountyData, read_county_file
from kith.apps.directory.entries import entry_of
from kith.apps.directory.queries.county import words_in_force
from kith.apps.directory.services.placing import put_in_place
from kith.apps.directory.services.writing import index


def bring_in_county_data(*, by: Actor, data: bytes, name: str, now: dt.datetime) -> bool:
    """The same, for somebody whose role brings data in."""
    require_by_role(by, LOAD, now=now)
    return load_county_data(by=by, data=data, name=name, now=now)


def load_county_data(*, by: Doer, data: bytes, name: str, now: dt.datetime) -> bool:
    """Keep one file as the version it says it is. False where that version stands already, word for word."""
    body = read_county_file(data, name)
    checked_county_data(body)
    plain = json.loads(json.dumps(body, default=str))
    standing = models.CountyData.objects.filter(kind=body["kind"], version=body["version"]).first()
    if standing and standing.body == plain:
        return False
    if standing:
        raise CannotReadCountyData(f"{name}: version {body['version']} stands already and says something else.")
    put_in_place(by=by, now=now)
    facts = {"kind": body["kind"], "version": body["version"]}
    with load(events.COUNTY_DATA_LOADED, by=by, now=now, payload=facts):
        row = models.CountyData(kind=body["kind"], version=body["version"], body=plain, set_at=now)
        row.valid_from = body["valid_from"]
        row.save(force_insert=True)
        if body["kind"] in ("areas", "asked_words"):
            _index_again(now)
    return True


def _index_again(now: dt.datetime) -> None:
    """Other words and places find other entries; what a feed has laid ready by the old ones has to be laid anew."""
    models.StagedEntry.objects.filter(load__published_at=None).delete()
    rows = models.Service.objects.select_related("provider")
    index([(row, entry_of(row.facts)) for row in rows], words_in_force(day_of(now)))
