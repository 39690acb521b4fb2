"""The rules of time expressions: each is a name and a pattern over kinds of atoms. Earlier rules win over later ones at the same place.

Repetitions are bounded, so that a text of nothing but numbers takes no longer than any other.
In a pattern a word in capitals is a kind (atoms.KINDS) or an abbreviation below; the rest is regular-expression syntax.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.reading.when.atoms import LETTER, OTHER, Atoms

_PARTS: dict[str, str] = {
    "NUM": "(?:(?:WORDNUM|DAYNUM|NUMBER|YEAR|SCALE)(?:(?:HYPHEN|TO)?(?:WORDNUM|SCALE|DAYNUM)){0,8})",
    "FEWNUM": "(?:A?FEW OF?|THE FEW|FEW)",
    "ANYUNIT": "(?:UNIT|SHORT_UNIT|QUARTER|WEEKEND)",
    "ANYUNITS": "(?:UNITS|SHORT_UNITS|QUARTERS)",
    "AMOUNT": "(?:(?:ABOUT){0,3}(?:NUM|A?FEW OF?|A)(?:HYPHEN)?(?:FISCAL|HYPHEN)?(?:ANYUNIT|ANYUNITS))",
    "PRE": "(?:(?:THE?(?:(?:EARLIER|LATER|EDGE)(?:HYPHEN|ON)?)THE?)|(?:THE?(?:EDGE|LAST|FISCAL)?EDGE_NOUN OF THE?))",
    "REL": "(?:LAST|NEXT|COMING|THIS|THAT|PAST_SPAN)",
    "DAYOF": "(?:DAYNUM|ORDINAL)",
    "TIMEOFDAY": "(?:(?:CLOCK MERIDIEM?|NUM MERIDIEM)ZONE?)",
    "ANYYEAR": "(?:COMMA?(?:YEAR|SHORTYEAR))",
    "SPOKENYEAR": "(?:WORDNUM HYPHEN?WORDNUM(?:HYPHEN?WORDNUM)?)",
    "FULLDAY": "(?:MONTH THE?DAYOF(?:COMMA?YEAR)?|THE?DAYOF OF?MONTH(?:COMMA?YEAR)?)",
}
_RULES: tuple[tuple[str, str], ...] = (
    ("timestamp", "ISO"),
    (
        "date",
        "PRE?(?:REL{0,2}WEEKDAY COMMA?)?(?:LAST|NEXT|THIS)?MONTH THE?DAYOF(?:COMMA?(?:YEAR|SHORTYEAR)|COMMA?DAYNUM(?=CLOCK)|COMMA?OF?(?:THE?"
        "THAT|LAST|NEXT|THIS)UNIT)?ERA?(?:COMMA?ON?TIMEOFDAY)?",
    ),
    (
        "date",
        "PRE?(?:WEEKDAY COMMA?)?THE?DAYOF OF?MONTH(?:COMMA?(?:YEAR|SHORTYEAR)|DAYNUM(?=CLOCK)|COMMA?OF?(?:THE?THAT|"
        "LAST|NEXT|THIS)UNIT)?ERA?(?:COMMA?ON?TIMEOFDAY)?",
    ),
    ("weekof", "THE UNIT OF FULLDAY"),
    ("monthpart", "THE?(?:LAST|ORDINAL|EDGE|FISCAL)(?:UNIT|UNITS|WEEKEND)OF MONTH(?:COMMA?YEAR)?"),
    ("date", "(?:DAYPART|NIGHT)(?:OF|ON)THE?(?:WEEKDAY COMMA?)?FULLDAY"),
    ("date", "THE?EDGE?DAYPART(?:UNITS|SHORT_UNITS)?(?:OF|ON)FULLDAY"),
    ("date", "TIMEOFDAY(?:ON|COMMA)?(?:WEEKDAY COMMA?)?FULLDAY"),
    ("month", "PRE?(?:LAST|NEXT|THIS)?MONTH(?:(?:COMMA|OF)?(?:YEAR|SHORTYEAR|SPOKENYEAR)ERA?|COMMA?OF?(?:THE?THAT|LAST|NEXT|THIS)UNIT)?"),
    ("weekday", "TIMEOFDAY(?:ON|COMMA)?(?:LAST|NEXT|THIS|COMING)?(?:WEEKDAY|DAY)"),
    ("weekday", "DAYPART(?:OF|ON|COMMA)?(?:LAST|NEXT|THIS)?(?:WEEKDAY)"),
    (
        "weekday",
        "PRE?(?:THIS|THAT)?(?:LAST|NEXT|THIS|THAT|COMING)?(?:EDGE ON?)?WEEKDAY(?:DAYPART|NIGHT|OF(?:LAST|NEXT|THIS)"
        "UNIT|(?:LAST|NEXT|THIS)UNIT)?",
    ),
    ("weekdays", "WEEKDAYS DAYPART?"),
    ("every", "EVERY(?:LAST|NEXT|FEW|NUM|ORDINAL|COMING)?(?:ANYUNIT|ANYUNITS|WEEKDAY|MONTH|DAYPART|SEASON|NIGHT)(?:DAYPART)?"),
    ("every", "UNIT OTHER UNIT"),
    ("deictic", "PRE?(?:THE?DAYPART(?:OF|ON)?|TIMEOFDAY(?:ON|COMMA)?|EDGE)?DAY(?:DAYPART)?"),
    ("tonight", "PRE?NIGHT"),
    ("thatpart", "PRE?(?:THIS|THAT|LAST|NEXT)(?:EDGE)?DAYPART"),
    ("thatpart", "THE(?:NEXT|THAT|LAST)(?:EDGE)?DAYPART"),
    (
        "quarter",
        "PRE?(?:(?:THIS|LAST|NEXT)UNIT POSSESSIVE|YEAR POSSESSIVE)?THE?FISCAL?(?:ORDINAL|FISCAL)HYPHEN?"
        "FISCAL?(?:QUARTER|HALF)(?:OF?FISCAL?YEAR|OF?THE?FISCAL?(?:LAST|NEXT|THIS|THAT)UNIT|OF THE?(?:UNIT|DECADE))?",
    ),
    ("quarter", "THE?FISCAL?YEAR(?:ORDINAL HYPHEN?)?FISCAL?(?:QUARTER|HALF|PERIOD)"),
    ("quarter", "THE FISCAL PERIOD"),
    ("quarter", "THE?(?:LAST|THIS|NEXT|THAT|EDGE)(?:QUARTER|HALF)(?:OF(?:YEAR|DECADE|THE?(?:LAST|NEXT|THIS)?UNIT))?"),
    ("century", "PRE?THE?(?:EDGE HYPHEN?)?ORDINAL(?:HYPHEN)?UNIT ERA?"),
    (
        "season",
        "PRE?THE?(?:LAST|NEXT|THIS|THAT|EDGE|COMING)?SEASON(?:COMMA?OF?(?:YEAR|SHORTYEAR|SPOKENYEAR)|OF(?:LAST|THIS|"
        "NEXT|THAT)UNIT)?",
    ),
    ("holiday", "PRE?(?:LAST|NEXT|THIS)?HOLIDAY(?:DAYPART|UNIT|NIGHT)?(?:COMMA?YEAR)?"),
    ("decade", "PRE?THE?(?:EDGE HYPHEN?)?DECADE"),
    ("yearago", "(?:THE|A)?UNIT HYPHEN(?:AGO|EARLIER)(?:QUARTER|PERIOD|HALF|UNIT)?|THE?UNIT(?:AGO|EARLIER)(?:QUARTER|PERIOD|HALF|UNIT)?"),
    ("ago", "(?:ABOUT){0,3}(?:NUM|A?FEW OF?|A)(?:FISCAL)?(?:ANYUNIT|ANYUNITS)(?:AGO|EARLIER|LATER)"),
    ("ago", "UNITS(?:AGO|EARLIER|LATER)"),
    ("span", "(?:THE|THIS)?(?:LAST|PAST_SPAN|NEXT|COMING)(?:ABOUT)?(?:NUM|FEWNUM)(?:FISCAL)?(?:ANYUNIT|ANYUNITS)"),
    ("span", "THE?(?:PAST_SPAN|COMING)(?:ANYUNIT|ANYUNITS)"),
    ("sameperiod", "THE?THAT(?:PERIOD|UNIT|QUARTER)OF?THE?(?:LAST UNIT|A UNIT(?:AGO|EARLIER))"),
    ("relative", "PRE?THE?(?:LAST|NEXT|THIS|THAT|COMING)(?:FISCAL|EDGE)?(?:ANYUNIT)"),
    ("relative", "PRE?THE?(?:LAST|NEXT|THIS|THAT)(?:PERIOD)"),
    ("theday", "THE UNIT(?:EARLIER|LATER|LAST|NEXT)"),
    ("recent", "THE?RECENT(?:ANYUNITS)(?:TO ANYUNITS)?"),
    ("pastyear", "(?:NUMBER|DAYNUM|YEAR)(?=(?:TO|HYPHEN)(?:NUMBER|DAYNUM|YEAR)ERA)"),
    ("rangeyear", "(?<=YEAR HYPHEN)(?:DAYNUM|NUMBER)"),
    ("year", "PRE?(?:THE?(?:FISCAL)?UNIT)?(?:FISCAL)?(?:YEAR|NUM)ERA|PRE?(?:FISCAL)?YEAR|THE(?:UNIT|UNITS)YEAR|THE UNIT NUM"),
    ("shortyear", "PRE?SHORTYEAR"),
    ("wordyear", "SPOKENYEAR(?!ANYUNIT|ANYUNITS|SCALE|HYPHEN UNIT)"),
    ("half", "(?:A?HALF|HALF)HYPHEN?(?:A|THE)?(?:ANYUNIT)|NUM(?:TO A)?HALF(?:ANYUNITS)"),
    (
        "duration",
        "THE?(?:FISCAL|ORDINAL){0,3}(?:ABOUT){0,3}(?:NUM|A FEW OF?|FEW OF?|A)HYPHEN?(?:(?:FISCAL|OTHER) HYPHEN?)?(?:ANYUNIT|"
        "ANYUNITS|HALF)(?:TO A HALF)?",
    ),
    ("rate", "PER(?:ANYUNIT)"),
    ("clock", "PRE?TIMEOFDAY|(?:DAYNUM|WORDNUM)ON THE DAYPART|YEAR ZONE|NUMBER ZONE"),
    ("weekend", "THE WEEKEND|WEEKEND"),
    ("theunit", "PRE?THE(?:FISCAL)?(?:UNIT|QUARTER)"),
    ("atthetime", "(?<=ON)(?:THE|THAT)TIME"),
    ("presenttime", "THIS(?:UNITS|TIME)"),
    ("yearend", "UNIT HYPHEN?EDGE_NOUN"),
    ("bareunits", "UNITS"),
    ("set", "SET"),
    ("bareancient", "(?<=ON)NUMBER"),
    ("monthday", "THE ORDINAL"),
    ("reference", "PRE?THE?FUTURE|THE PAST_SPAN|REF|RECENT"),
    ("daypart", "(?<=ON)DAYPART|THE DAYPART"),
)


OPENS_NOTHING = (OTHER, "OF", "COMMA", "TO", "ON", "HYPHEN", "POSSESSIVE")
"""Kinds that no rule begins with, though a text is full of them: there no rule is tried."""
OPENS_NOTHING_ALONE = ("THE", "THAT", "THIS", "ABOUT")
"""Kinds that no rule begins with where a word of the kind OTHER follows."""

BOUNDS = frozenset({"before", "after"})
"""Words that bound a time from outside and are no part of it: "before Monday"; `attach.interval` reads them."""


@dataclass(frozen=True, slots=True)
class Match:
    """A stretch of atoms [first, last) that one rule takes for a time expression."""

    rule: str
    first: int
    last: int


def _any_rule() -> str:
    """An expression over letters for all rules, a group for each."""
    names = sorted([*_PARTS, *LETTER], key=len, reverse=True)
    word = re.compile("|".join(names))

    def expand(pattern: str) -> str:
        while True:
            grown = word.sub(lambda m: _PARTS[m.group()] if m.group() in _PARTS else LETTER[m.group()], pattern)
            if grown == pattern:
                return pattern
            pattern = grown

    groups = [f"(?P<g{n}>{expand(pattern).replace(' ', '')})" for n, (_, pattern) in enumerate(_RULES)]
    return "|".join(groups)


def _of_kinds(kinds: Iterable[str]) -> str:
    return f"[{''.join(LETTER[kind] for kind in kinds)}]"


ANY_RULE = _any_rule()
_GRAMMAR = re.compile(f"(?!{_of_kinds(OPENS_NOTHING)}|{_of_kinds(OPENS_NOTHING_ALONE)}{LETTER[OTHER]})(?:{ANY_RULE})")


def matches(atoms: Atoms) -> Iterator[Match]:
    """Every stretch that a rule takes, left to right, without overlaps."""
    for found in _GRAMMAR.finditer(atoms.letters):
        group = found.lastgroup
        if group is not None:
            opens = atoms.words[found.start()] in BOUNDS and found.end() - found.start() > 1
            yield Match(_RULES[int(group[1:])][0], found.start() + opens, found.end())
