"""What the reader knows: parties, offices, cue verbs, predicates, places; plain tables that a user can read, extend and replace."""

from sayso.lexicon.lexicon import Lexicon
from sayso.lexicon.table import LexiconError, Row

__all__ = ["Lexicon", "LexiconError", "Row"]
