"""Who says what: statements with content, cue, speaker, stance, channel and chain."""

from sayso.reading.said.said import Said

__all__ = ["Said"]
