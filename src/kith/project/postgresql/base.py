"""The backend that Django loads: each connection keeps the plans of as many questions as the common pages ask."""

from typing import Any

from django.db.backends.postgresql import base


class DatabaseWrapper(base.DatabaseWrapper):
    """`OPTIONS["statements_kept"]` says how many plans a connection keeps; those asked least of late go first."""

    def get_connection_params(self) -> dict[str, Any]:
        params: dict[str, Any] = super().get_connection_params()
        self._kept = int(params.pop("statements_kept"))
        return params

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        connection = super().get_new_connection(conn_params)
        connection.prepared_max = self._kept
        return connection
