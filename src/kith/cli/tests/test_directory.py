"""`kith directory`: a feed is told, brought in once, and written again; faults store nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine

from kith.apps.directory.models import Service
from kith.cli.directory import CannotUseFeedFile, county, load, write
from kith.cli.files import CannotOpenFile
from kith.testing.factories import NOW, agency, email_of, partnership, rolled_back, worker

pytestmark = pytest.mark.django_db
FEED = b'{"contents": [{"id": "1", "name": "Chat", "status": "active", "description": "Talk."}]}'


@pytest.fixture
def by() -> Iterator[str]:
    with time_machine.travel(NOW, tick=False), rolled_back():
        partnership(agencies=[agency("council")], workers=[worker("abe", "administrator")])
        yield email_of("abe")


def test_a_dry_run_tells_and_stores_nothing_and_twice_is_once(by, tmp_path: Path, capsys):
    feed = tmp_path / "feed.json"
    feed.write_bytes(FEED)
    load(feed, by=by, dry_run=True)
    assert "1 new, 0 changed, 0 the same." in capsys.readouterr().out
    assert not Service.objects.exists()
    load(tmp_path, by=by)
    ref = Service.objects.get().ref
    load(feed, by=by)
    assert "Done. 0 entries written." in capsys.readouterr().out
    assert Service.objects.get().ref == ref
    write(tmp_path / "out.json", by=by)
    assert b'"name": "Chat"' in (tmp_path / "out.json").read_bytes()


def test_what_cannot_be_used_is_said_and_stores_nothing(by, tmp_path: Path):
    (tmp_path / "feed.json").write_bytes(b'[{"id": "1", "name": "Chat", "status": "active"}, {}]')
    with pytest.raises(CannotUseFeedFile, match="entry 2: the service has no id, no name, no status"):
        load(tmp_path, by=by)
    assert not Service.objects.exists()
    with pytest.raises(CannotOpenFile, match="cannot be opened: no such file"):
        county(tmp_path / "areas.toml", by=by)
