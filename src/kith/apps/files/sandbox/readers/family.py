"""Family files of every form, answered as one of Kith's own network files."""

from kith.apps.files.sandbox.archives import proved_archive
from kith.apps.files.sandbox.frames import Frame
from kith.apps.files.sandbox.sniffing import looks_like
from kith.engines.drawing.formats import read as read_family
from kith.engines.drawing.formats import write_network_json


def read(asked: Frame) -> Frame:
    if looks_like(asked.body) == "zip":
        proved_archive(asked.body)
    reading = read_family(asked.body, name=str(asked.facts.get("name", "")))
    facts = {"format": reading.format, "encoding": reading.encoding, "warnings": list(reading.warnings)}
    return Frame(facts=facts, body=write_network_json(reading.network))
