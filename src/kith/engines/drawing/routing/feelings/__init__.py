"""Ties beside kinship as curves: they leave at the side or shoulder and go round everybody else.

Family lines are straight and feelings are curves; a curve crosses family lines and never runs along them.
"""

from kith.engines.drawing.routing.feelings.choice import chosen, feeling_groups
from kith.engines.drawing.routing.feelings.engine import join

__all__ = ["chosen", "feeling_groups", "join"]
