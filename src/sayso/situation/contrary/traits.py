"""What two sayings of two reports share, and where they differ: the traits of which the finder has learnt the weights."""

from collections.abc import Iterator
from datetime import date
from math import log

from sayso.situation.acts import acts_agree, acts_speak
from sayso.situation.contrary.sayings import Page, Saying
from sayso.situation.told import Told

_GAPS = (1, 2, 3, 8)
_LAGS = (0, 2, 4, 8, 15)
_TIMES = (1, 2, 4)
_MANY = 5
SIZES = (4, 13, 60)
"""Reports from which on a case is no longer two or three side by side, a small one, or one of a few dozen."""
_OF_THE_CASE = (
    "names in common", "names of the one", "names that the reports", "place:", "site:", "words in common", "days apart", "parties in common",
)  # fmt: skip
"""Traits that tell less the more reports the case has."""
_OF_A_DENIAL = (
    "days apart", "days of the deeds", "day:", "place:", "site:", "act:", "doer:", "kind of doer", "thing:", "words in common:", "one does", "one is",
    "neither",
)  # fmt: skip
"""Traits that tell whether a "no" answers what the other says, or something else."""
_NO = frozenset("no not never none nobody nothing neither nor without cannot nowhere".split())
_OURS = frozenset("we our ours us".split())


def traits(a: Saying, b: Saying, here: Page, there: Page, size: int) -> frozenset[str]:
    """The traits of a pair; `here` and `there` are the reports of `a` and of `b`, `size` is how many reports the case has: of two that somebody
    lays side by side one is mostly about the other, of a war's thousand not."""
    return frozenset((*of_both(a, b, here, there, size), *(one_says(word) for word in a.openings ^ b.openings)))


def of_both(a: Saying, b: Saying, here: Page, there: Page, size: int) -> dict[str, None]:
    """The traits of a pair but for the words that only one of the two says, each once, always in the same order."""
    found = [
        *_by_names(a, b, here, there), *_by_words(a, b), *_by_acts(a, b), *_by_days(a, b), *_by_numbers(a, b), *_by_sources(a, b),
        *_by_doers(a, b), *_by_denial(a, b),
    ]  # fmt: skip
    case = f"case {_step(size, SIZES)}"
    found += [case, *(f"{one}, {case}" for one in found if one.startswith(_OF_THE_CASE))]
    gainsaid = (a.denies or _says_no(a)) != (b.denies or _says_no(b))
    return dict.fromkeys((*found, *(f"{one}, gainsaid" for one in found if gainsaid and one.startswith(_OF_A_DENIAL))))


def one_says(word: str) -> str:
    """The trait of a pair of which only one says a word."""
    return f"one says {word}"


def _by_names(a: Saying, b: Saying, here: Page, there: Page) -> Iterator[str]:
    yield f"names in common: {_few(len(a.names & b.names), 3)}"
    yield f"names of the one in the other report: {_few(len((a.names & there.names) | (b.names & here.names)), 3)}"
    if a.narrow or b.narrow:
        shared = a.narrow & b.narrow
        meant = (a.narrow & there.narrow) | (b.narrow & here.narrow)
        apart = "place: others" if a.narrow and b.narrow else "place: of one alone"
        yield "place: the same" if shared else "place: named in the other report" if meant else apart
        if a.narrow and b.narrow and not shared and meant:
            yield "place: others, named in the other report"
    if a.wide & b.wide:
        yield "wide place: the same"
    sites, others = ({one.town for one in saying.told if one.town} for saying in (a, b))
    if sites and others:
        yield "site: the same" if sites & others else "site: other"
        if not sites & others and not (sites & there.narrow or others & here.narrow):
            yield "site: other, named nowhere in the other report"
    else:
        yield "site: of one alone" if sites or others else "site: none"
    yield f"names that the reports share: {_few(len(here.names & there.names), 4)}"
    yield f"parties in common: {_few(len(a.parties & b.parties), 2)}"
    if a.persons & b.persons:
        yield "person: the same"


def _by_words(a: Saying, b: Saying) -> Iterator[str]:
    both = a.stems & b.stems
    fewer = min(len(a.stems), len(b.stems))
    yield f"words in common: {_few(len(both), 6)}"
    yield f"share of the words: {int(10 * len(both) / (fewer + 2))}"
    for stem in both:
        yield f"both say {stem}"


def _by_acts(a: Saying, b: Saying) -> Iterator[str]:
    acts, others = ({one.act for one in saying.told} for saying in (a, b))
    if acts and others:
        pairs = [(x, y) for x in acts for y in others]
        yield "act: the same" if any(acts_speak(x, y) for x, y in pairs) else "act: like" if any(acts_agree(x, y) for x, y in pairs) else "act: other"
        for x, y in pairs:
            yield "acts: " + " and ".join(sorted((x, y)))
    else:
        yield "act: of one alone" if acts or others else "act: none"
    families, theirs = ({one.family for one in saying.told} for saying in (a, b))
    if families and theirs:
        yield "family: the same" if families & theirs else "family: other"
    things, struck = (frozenset(thing for one in saying.told for thing in one.things) for saying in (a, b))
    if things and struck:
        yield "thing: the same" if things & struck else "thing: other"


def _by_days(a: Saying, b: Saying) -> Iterator[str]:
    published = [date.fromisoformat(one.sheet.published).toordinal() if one.sheet.published else None for one in (a, b)]
    if a.days and b.days:
        gap = min(max(0, x[0] - y[1], y[0] - x[1]) for x in a.days for y in b.days)
        yield f"days apart: {_step(gap, _GAPS)}"
    elif a.days or b.days:
        told = published[1] if a.days else published[0]
        yield "day: of one alone"
        if told is not None:
            yield f"days until it was told elsewhere: {_step(told - max(last for _, last in a.days or b.days), _LAGS)}"
    else:
        yield "day: none"
    mine, theirs = ([one.days for one in saying.told if one.days is not None and one.days.stated] for saying in (a, b))
    if mine and theirs:
        apart = min(max(0, x.first - y.last, y.first - x.last) for x in mine for y in theirs)
        yield f"days of the deeds apart: {_step(apart, _GAPS)}"
    if published[0] is not None and published[1] is not None:
        yield f"published apart: {_step(abs(published[0] - published[1]), _LAGS)}"


def _by_numbers(a: Saying, b: Saying) -> Iterator[str]:
    mine, theirs = ({number for number, _ in one.numbers if number > 1} for one in (a, b))
    if not (mine and theirs):
        yield "number: none" if not (mine or theirs) else "number: of one alone"
        return
    yield "number: the same" if mine & theirs else "number: other"
    alike = [(x, y) for x, what in a.numbers for y, other in b.numbers if what & other and x > 0 and y > 0]
    if alike:
        times = _step(int(2 * abs(log(alike[0][0] / alike[0][1]))), _TIMES)
        yield "number of the same: " + ("the same" if any(x == y for x, y in alike) else f"other by {times}")
    if any(x >= _MANY for x in mine & theirs):
        yield "number: the same, not small"


def _by_sources(a: Saying, b: Saying) -> Iterator[str]:
    yield "source: " + " and ".join(sorted(_source(one) for one in (a, b)))
    if a.whose.owner and a.whose.owner == b.whose.owner:
        yield "source: the same"
    accused = [bool(y.whose.owner and any(y.whose.owner in one.doers.owners for one in x.told)) for x, y in ((a, b), (b, a))]
    named = [bool(y.whose.owner and y.whose.owner in x.parties) for x, y in ((a, b), (b, a))]
    yield "one does what the other speaks of" if any(accused) else "one is named by the other" if any(named) else "neither is named by the other"
    if all(accused):
        yield "each accuses the other"


def _source(one: Saying) -> str:
    return ("a side's own text" if one.whose.side else "outlet") if one.whose.own else "named" if one.whose.owner else "unnamed"


def _by_doers(a: Saying, b: Saying) -> Iterator[str]:
    mine, theirs = ({owner for one in saying.told for owner in one.doers.owners} for saying in (a, b))
    kinds, others = ({kind for one in saying.told for kind in one.doers.kinds} for saying in (a, b))
    if mine and theirs:
        yield "doer: the same" if mine & theirs else "doer: other"
    else:
        yield "doer: of one alone" if mine or theirs else "doer: none"
    if kinds and others:
        yield "kind of doer: the same" if kinds & others else "kind of doer: other"
    own = [any(_his_own(saying, one) for one in saying.told) for saying in (a, b)]
    if any(own):
        yield "own deed: of both" if all(own) else "own deed: of one"


def _his_own(saying: Saying, one: Told) -> bool:
    return saying.whose.owner is not None and saying.whose.owner in one.doers.owners


def _by_denial(a: Saying, b: Saying) -> Iterator[str]:
    yield f"denied: {_by([a.denies, b.denies])}"
    yield f"no: {_by([_says_no(a), _says_no(b)])}"
    yield f"we: {_by([_says_we(a), _says_we(b)])}"
    for one, other in ((a, b), (b, a)):
        owner = one.whose.owner
        named = owner is not None and (owner in other.parties or any(owner in told.doers.owners for told in other.told))
        if named and (_says_no(one) or one.denies):
            yield "who says no is named by the other"
        if named and _says_we(one):
            yield "who says we is named by the other"
        if _says_no(one) and _says_we(one):
            yield "no of ours"
    yield f"first sentence: {(a.number == 0) + (b.number == 0)}"


def _says_no(one: Saying) -> bool:
    return not _NO.isdisjoint(one.words)


def _says_we(one: Saying) -> bool:
    return not _OURS.isdisjoint(one.words)


def _by(both: list[bool]) -> str:
    return "by both" if all(both) else "by one" if any(both) else "by none"


def _few(number: int, most: int) -> str:
    return str(number) if number < most else f"{most} or more"


def _step(number: int, steps: tuple[int, ...]) -> str:
    """The step on which a number lies, told by its lower end."""
    below = [step for step in steps if number >= step]
    return f"from {below[-1]}" if below else f"under {steps[0]}"
