"""How many worlds a property is searched in: by the profile of the run and by the database."""

from django.db import connection
from hypothesis import HealthCheck, settings

LONG = 2_000  # examples in the long profile, see the root conftest
LONG_ON_POSTGRESQL = 500


def is_long() -> bool:
    return settings.get_profile(settings.get_current_profile_name()).max_examples >= LONG


def searching(at_the_gate: int) -> settings:
    """At the gate PostgreSQL, which is slower, is searched a third as long."""
    is_sqlite = connection.vendor == "sqlite"
    long, at_the_gate = (LONG, at_the_gate) if is_sqlite else (LONG_ON_POSTGRESQL, at_the_gate // 3)
    return settings(
        max_examples=long if is_long() else at_the_gate,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
