"""The row types of all tables, in one list: what `--lexicon` accepts and what the reference documents."""

from sayso.lexicon.cue_rows import CUE_ROWS
from sayso.lexicon.event_rows import EVENT_ROWS
from sayso.lexicon.party_rows import PARTY_ROWS
from sayso.lexicon.table import Row
from sayso.lexicon.talks_rows import TALKS_ROWS
from sayso.lexicon.time_rows import TIME_ROWS

ROW_TYPES: tuple[type[Row], ...] = (*EVENT_ROWS, *PARTY_ROWS, *CUE_ROWS, *TIME_ROWS, *TALKS_ROWS)
