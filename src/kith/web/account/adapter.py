"""Kith's side of django-allauth."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedDoor(DefaultAccountAdapter):
    """Nobody signs up: workers are entered by their agency."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
