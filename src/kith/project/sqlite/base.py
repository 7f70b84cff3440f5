"""The backend that Django loads: a write transaction begins when it is its turn, and gives the turn back at its end."""

from functools import lru_cache
from typing import Any

from django.db.backends.sqlite3 import base
from django.db.utils import OperationalError

from kith.project.sqlite.turns import Turns, turns_at

PATIENCE = 5.0
QUESTIONS_KEPT = 2048


class Cursor(base.SQLiteCursorWrapper):
    """Django's own turns each question into SQLite's words whenever it is asked."""

    @staticmethod
    @lru_cache(maxsize=QUESTIONS_KEPT)
    def _in_words_of_sqlite(query: str) -> str:
        return base.FORMAT_QMARK_REGEX.sub("?", query).replace("%%", "%")

    def convert_query(self, query: str, *, param_names: Any = None) -> str:
        if param_names is None:
            return self._in_words_of_sqlite(query)
        words: str = super().convert_query(query, param_names=param_names)
        return words


class DatabaseWrapper(base.DatabaseWrapper):
    """SQLite with turns; a database in memory has one connection and needs none."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._turns: Turns | None = None

    def create_cursor(self, name: str | None = None) -> Cursor:
        cursor: Cursor = self.connection.cursor(factory=Cursor)
        return cursor

    def _start_transaction_under_autocommit(self) -> None:
        self._take_turn()
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]  # Django's stubs leave it out
        except BaseException:
            self._give_turn_back()
            raise

    def _commit(self) -> None:
        super()._commit()  # type: ignore[misc]  # Django's stubs leave it out
        self._give_turn_back()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]  # Django's stubs leave it out
        finally:
            self._give_turn_back()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]  # Django's stubs leave it out
        finally:
            self._give_turn_back()

    def _take_turn(self) -> None:
        if self.is_in_memory_db() or self._turns is not None:
            return
        turns = turns_at(str(self.settings_dict["NAME"]))
        if not turns.take(float(self.settings_dict["OPTIONS"].get("timeout", PATIENCE))):
            raise OperationalError("database is locked")
        self._turns = turns

    def _give_turn_back(self) -> None:
        if self._turns is not None:
            turns, self._turns = self._turns, None
            turns.give_back()
