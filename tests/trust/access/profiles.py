"""How many worlds a property is searched in: by the profile of the run and by the database.

The long run asks six times what the gate asks, about 12,000 worlds on SQLite and 4,000 on PostgreSQL: with the walks,
the machine and the planted faults this is what two cores can do in its 80 minutes.
"""

from django.db import connection
from hypothesis import HealthCheck, settings

LONGER = 6  # times as many worlds in the long run


def is_long() -> bool:
    return settings.get_current_profile_name() == "long"


def is_whole() -> bool:
    """Whether pages are walked in the long run's breadth: on one database, because what they hold is one answer."""
    return is_long() and connection.vendor == "sqlite"


def searching(at_the_gate: int) -> settings:
    """At the gate PostgreSQL, which is slower, is searched a third as long."""
    worlds = at_the_gate if connection.vendor == "sqlite" else at_the_gate // 3
    return settings(
        max_examples=worlds * LONGER if is_long() else worlds,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
