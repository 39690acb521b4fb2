"""The row types of all tables, in one list: what `--lexicon` accepts and what the reference documents."""

from sayso.lexicon.party_rows import PARTY_ROWS
from sayso.lexicon.table import Row

ROW_TYPES: tuple[type[Row], ...] = (*PARTY_ROWS,)
