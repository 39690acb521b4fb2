"""Marks, words and reaches that several rules share."""

OPENING = frozenset({"\u201c", '"', "``", "''", "\u00ab", "\u201e", "'", "\u2018"})
CLOSING = frozenset({"\u201d", '"', "''", "\u00bb", "'", "\u2019"})
ELABORATING = frozenset("add emphasize emphasise stress note continue underline underscore insist explain reiterate point conclude".split())
STOPS = frozenset({".", "!", "?", ";"})
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
PHRASE = 16
NEAR = 6
"""So many tokens may stand between a speaker and the cue."""
