"""Sessions in the database, as Django keeps them, read in prepared words because every request reads one."""

from typing import Any

from django.contrib.sessions.backends import db
from django.db.models import QuerySet
from django.utils import timezone

from kith.apps.records.base import prepared


class SessionStore(db.SessionStore):
    """Named by the settings."""

    def _get_session_from_db(self) -> Any:
        found = _sessions_with(key=self.session_key, now=timezone.now()) if self.session_key else []
        if not found:
            self._session_key = None
            return None
        return found[0]


@prepared
def _sessions_with(*, key: str, now: Any) -> QuerySet[Any]:
    return SessionStore.get_model_class().objects.filter(session_key=key, expire_date__gt=now)
