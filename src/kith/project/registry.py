"""Every registry of the system, as plain lists: the one place where higher code is handed to lower."""

from kith.apps.networks.actions import ACTIONS as NETWORK_ACTIONS
from kith.apps.people.actions import ACTIONS as PEOPLE_ACTIONS

ACTIONS = (*PEOPLE_ACTIONS, *NETWORK_ACTIONS)
