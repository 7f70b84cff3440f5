"""What the log may say of an address: never the token of a family link."""

import logging
import re

TOKEN_IN_A_PATH = re.compile(r"(?<=/p/)[^/\s?\"']+")


class WithoutTokens(logging.Filter):
    """Leaves every line in, and every token out."""

    def filter(self, record: logging.LogRecord) -> bool:
        said = record.getMessage()
        if TOKEN_IN_A_PATH.search(said):
            record.msg, record.args = TOKEN_IN_A_PATH.sub("...", said), ()
        return True
