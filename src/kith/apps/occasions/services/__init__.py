"""Deeds on occasions: kept, told of, asked about, taken out; parents found and heard; a relative's page published.

Each deed is a function of its own file's subject; this module is only their front door.
"""

from kith.apps.occasions.queries.relatives import CannotMakePage
from kith.apps.occasions.saying import CannotKeep
from kith.apps.occasions.services.answering import answer_representation
from kith.apps.occasions.services.coming import keep_not_coming, take_out_not_coming
from kith.apps.occasions.services.inviting import (
    answer_invitation,
    list_invitations,
    put_back_on_list,
    send_invitations,
    take_off_list,
)
from kith.apps.occasions.services.joining import on_destroy, on_merge
from kith.apps.occasions.services.occasions import (
    ask_child,
    keep_occasion,
    put_back_occasion,
    take_out_occasion,
)
from kith.apps.occasions.services.parents import keep_parent
from kith.apps.occasions.services.publishing import NotAsLookedAt, publish_relative_page
from kith.apps.occasions.services.rows import keep_row, keep_team_row
from kith.apps.occasions.services.speaking import send_representation

__all__ = [
    "CannotKeep",
    "CannotMakePage",
    "NotAsLookedAt",
    "answer_invitation",
    "answer_representation",
    "ask_child",
    "keep_not_coming",
    "keep_occasion",
    "keep_parent",
    "keep_row",
    "keep_team_row",
    "list_invitations",
    "on_destroy",
    "on_merge",
    "publish_relative_page",
    "put_back_occasion",
    "put_back_on_list",
    "send_invitations",
    "send_representation",
    "take_off_list",
    "take_out_not_coming",
    "take_out_occasion",
]
