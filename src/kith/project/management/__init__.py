"""Kith's own way of commands that Django finds by their name. No code of practice belongs here."""
