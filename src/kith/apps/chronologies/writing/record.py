"""A merged chronology as JSON: every row with all its versions, and which accounts are likely of one event."""

import json

from kith.apps.chronologies.joining import Joined
from kith.apps.chronologies.projections import Told
from kith.apps.chronologies.reading.told_words import told_words
from kith.apps.files.projections import CHRONOLOGY_FORMAT, CHRONOLOGY_VERSION


def to_json(joined: Joined) -> bytes:
    record = {
        "format": CHRONOLOGY_FORMAT,
        "version": CHRONOLOGY_VERSION,
        "title": joined.title,
        "files": joined.files,
        "rows": [_row(told) for account in joined.accounts for told in (account.told, *account.earlier)],
        "likely_one_event": [
            {
                "rows": [[account.row.agency, account.row.id] for account in passage.accounts],
                "differences": passage.differences,
            }
            for passage in joined.passages
            if passage.is_shared
        ],
        "not_every_pair_compared": joined.is_cut,
    }
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode()


def _row(told: Told) -> dict[str, str]:
    """In words that are read back; `start_code` says the same in the calendar’s own code, for programs."""
    return {**told_words(told), "start_code": told.row.start.code}
