"""Readings -> Situation: what holds across reports as of a date, with every claim kept apart from its source."""

from sayso.situation.live import Live
from sayso.situation.situate import situate

__all__ = ["Live", "situate"]
