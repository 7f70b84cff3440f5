"""Our own file gives back an equal network, in the same bytes each time."""

import dataclasses
import json

from hypothesis import HealthCheck, given, settings

from kith.engines.drawing import network as records
from kith.engines.drawing.formats import read, write_network_json
from kith.engines.drawing.formats.tests.networks import networks
from kith.engines.drawing.formats.tests.samples import CHECKOUT, DATA
from kith.engines.drawing.network import Kept, Network, Person


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(networks())
def test_an_equal_network_comes_back(network: Network) -> None:
    written = write_network_json(network)
    reading = read(written, name="other name")
    assert reading.network == network
    assert (reading.format, reading.warnings) == ("kith-network", ())
    assert write_network_json(reading.network) == written


def test_a_family_read_from_gedcom_comes_back_whole() -> None:
    network = read((DATA / "simpsons.ged").read_bytes(), name="simpsons.ged").network
    assert network.kept
    assert read(write_network_json(network), name="x").network == network


def test_fields_of_another_kith_are_kept_in_words() -> None:
    people = [{"id": "p1", "eyes": "blue", "names": [{"text": "Ann", "sung": {"to": 2}}]}]
    whole = {"format": "kith-network", "version": 1, "persons": people, "wings": []}
    reading = read(json.dumps(whole).encode(), name="")
    assert set(reading.network.kept) == {
        Kept(where="wings", tag="wings", value="[]"),
        Kept(where="persons[0].eyes", tag="eyes", value="blue", owner="p1"),
        Kept(where="persons[0].names[0].sung", tag="sung", value='{"to": 2}', owner="p1"),
    }
    assert len(reading.warnings) == 1
    assert read(write_network_json(reading.network), name="").network == reading.network


def test_defaults_are_left_out_and_letters_are_readable() -> None:
    written = write_network_json(Network(persons=(Person(id="Zo\xeb"),)))
    assert json.loads(written) == {"format": "kith-network", "version": 1, "persons": [{"id": "Zo\xeb"}]}
    assert "Zo\xeb".encode() in written


def test_every_field_stands_in_the_description() -> None:
    described = (CHECKOUT / "docs" / "domain" / "network-json.md").read_text(encoding="utf-8")
    kinds = [kind for kind in vars(records).values() if getattr(kind, "__module__", "") == records.__name__]
    missing = [
        f"{kind.__name__}.{field.name}"
        for kind in kinds
        for field in dataclasses.fields(kind)
        if f"`{field.name}`" not in described
    ]
    assert len(kinds) == 14
    assert missing == []
