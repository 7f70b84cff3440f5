"""Loading the county's own data: a new version stands beside the old ones, which are never written over."""

import datetime as dt
import json

from kith.apps.audit.projections import Doer
from kith.apps.audit.services import load
from kith.apps.directory import events, models
from kith.apps.directory.checking import checked_county_data
from kith.apps.directory.county_files import CannotReadCountyData, read_county_file


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
    with load(events.COUNTY_DATA_LOADED, by=by, now=now, payload={"kind": body["kind"], "version": body["version"]}):
        row = models.CountyData(kind=body["kind"], version=body["version"], body=plain, set_at=now)
        row.valid_from = body["valid_from"]
        row.save(force_insert=True)
    return True
