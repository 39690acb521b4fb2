"""Where origins contradict each other: kept side by side, never resolved."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.model import Span
from sayso.model.situation import Dispute, DisputeKind, DisputeSide, Ref
from sayso.situation.authorship import Laid, accused, accuses_others, laid, turned
from sayso.situation.case import Sheet
from sayso.situation.counted import KINDS_OF_PEOPLE, PEOPLE, counted, of_some
from sayso.situation.denials import denies_a_part
from sayso.situation.incidents import answers_to, figures_of, first_hand, incident_id
from sayso.situation.origins import Whose
from sayso.situation.remarks import Answer
from sayso.situation.rival_counts import Count
from sayso.situation.told import Told
from sayso.situation.words import fold, quoted, sentence_span, short_id

_SETTLING = frozenset({"AGREE", "SUPPORT", "CONCEDE", "RETREAT", "AID"})
"""What is announced before it is done, so that whether it is done yet can be in dispute."""
_PART = re.compile(r"\b(?:another|more|other|others|further|additional)\b(?! than)|\bof (?:them|whom|those|these|which|the)\b")
"""What is added to a count that was told before, or is a part of one."""
_FORMER = re.compile(r"\b(?:earlier|initial|initially|previous|previously|first|up from|down from|instead of|not)\b(?: \w+){0,5} ?$")
_ANYBODY = re.compile(r"\b(?:sources?|reports?)\b")
"""Who is described so may be anybody, the others who speak in the report among them."""
_ALLEGED = re.compile(r"\b(?:alleged|purported|supposed|so called)(?: \w+)?$")
"""Before the word for a deed: whoever speaks of it so does not say that it happened."""
_UNKNOWN = re.compile(r"\b(?:unknown|unidentified|masked|unnamed)\b")
_ALLEGEDLY = re.compile(r"(?:was |were |had been )?(?:allegedly|reportedly|purportedly)\b")
"""The same behind it."""
_BEFORE = 60
"""Characters before a figure in which it may be called one that holds no more."""


def disputes(group: Sequence[Told]) -> Iterator[Dispute]:
    """The disputes about one incident."""
    claimed = _claimed(group)
    yield from (claimed,) if claimed is not None else (*_denied(group), *_laid_elsewhere(group))
    yield from _not_yet(group)
    yield from _figures(group)


def across(contrary: Iterable[tuple[DisputeKind, Sequence[Told], Sequence[Told]]]) -> Iterator[Dispute]:
    """Disputes of who, where and when: two groups that the same number or the same victims show to be one happening, told otherwise.
    `contrary` gives each pair of groups once, with what they disagree about."""
    for kind, first, second in contrary:
        some, others = ([one for one in group if not one.heads] for group in (first, second))  # a headline only condenses what stands below it
        if _owners(some) and _owners(others) and not _owners(some) & _owners(others) and not _denied_already(kind, some, others):
            sides = (side for group in (some, others) for side in _together(sides_told(_asserting(group)), _blame_beside(kind, group)))
            yield _dispute(kind, (first, second), tuple(sides), _since(some, others))


def _blame_beside(kind: DisputeKind, group: Sequence[Told]) -> tuple[DisputeSide, ...]:
    """Of who did it, those who blame somebody beside the words that tell it."""
    words = ((one, said) for one in group for said in laid(one) if said.word)
    return _blaming(words) if kind == "actor" else ()


def _denied_already(kind: DisputeKind, some: Sequence[Told], others: Sequence[Told]) -> bool:
    """Whether who lays a deed at another's door denies it besides: then the two contradict each other there."""
    pairs = ((some, others), (others, some))
    return kind == "actor" and any(_owners(theirs) & _deniers(own) for own, theirs in pairs)


def _deniers(group: Sequence[Told]) -> set[str]:
    denying = (one.whose.owner for one in group if one.denial)
    return {owner for owner in (*denying, *(answer.whose.owner for one in group for answer in one.answers)) if owner}


def _denied(group: Sequence[Told]) -> Iterator[Dispute]:
    """Somebody says that it happened, and somebody else that it did not."""
    # A "not" in an outlet's narration is no denial by anybody; one who says both has been misread, or speaks of two things.
    denying = [one for one in group if one.denial]
    answering = [(one, answer) for one in group for answer in answers_to(one, group)]
    deniers = [*(one.whose for one in denying), *(answer.whose for _, answer in answering)]
    against = {whose.source for whose in deniers} | {whose.owner for whose in deniers if whose.owner}
    asserting = [one for one in _asserting(group) if one.whose.source not in against and one.whose.owner not in against]
    asserting = [one for one in asserting if not (_granted(one) or _alleged(one) or accuses_others(one))]
    words = ((one, word) for one in group for word in one.attributed if not word.own and word.doer in against)
    blaming = [(one, Laid(word.whose.owner, frozenset({word.doer}), word=word)) for one, word in words]
    if blaming or any(_gainsaid(one, denying, answering) for one in asserting):
        accusing = [one for one in asserting if against & accused(one)]
        asserting = accusing if accusing or blaming else asserting  # who is blamed and denies it contradicts those who blame him
        sides = (*_together(sides_told(_speaking(asserting, blaming)), _blaming(blaming)), *_denying_sides(denying, answering))
        yield _dispute("denied", (group,), sides, _since([*asserting, *(one for one, _ in blaming)], [*denying, *(one for one, _ in answering)]))


def _speaking(asserting: Sequence[Told], blaming: Iterable[tuple[Told, Laid]]) -> list[Told]:
    """Those who assert it: an outlet whose reporter was not there only passes on what its report gives somebody else's word for."""
    given = {one.sheet.id for one in asserting if one.whose.owner and not one.whose.own} | {one.sheet.id for one, _ in blaming}
    return [one for one in asserting if first_hand(one) or not (one.whose.own and one.whose.side is None and one.sheet.id in given)]


def _granted(one: Told) -> bool:
    """Whether an outlet tells a deed only in saying what somebody denies of it: "denied any part in the bombing of the convoy"."""
    return one.whose.own and any(answer.span[0] <= one.event.trigger[0] < answer.span[1] for answer in one.answers)


def _alleged(one: Told) -> bool:
    """Whether a deed is only named as what others allege."""
    text, (start, end) = one.sheet.report.text, one.event.trigger
    passed_on = one.whose.own and _ALLEGEDLY.match(fold(text[end : end + _BEFORE])) is not None
    return passed_on or _ALLEGED.search(fold(text[max(0, start - _BEFORE) : start])) is not None


def _gainsaid(one: Told, denying: Sequence[Told], answering: Sequence[tuple[Told, Answer]]) -> bool:
    """Whether what somebody tells is what others deny: the deed itself, or told of them. Who denies that he did it contradicts nobody who does
    not say who did."""
    if any(not (_denies_a_part(other) or _of_his_own(other, one)) for other in denying):
        return True
    if any(one.sheet is told.sheet and not _of_a_part(told.sheet, answer.statement) for told, answer in answering):
        return True
    if one.doers.kinds and not one.doers.owners and any(one.sheet is other.sheet for other in (*denying, *(told for told, _ in answering))):
        return not _UNKNOWN.search(fold(one.sheet.reading.words(_sentence(one))))  # "rebels shelled a school, state television said": they deny it
    words = [*(other.whose for other in denying), *(answer.whose for _, answer in answering)]
    deniers = {who for whose in words for who in (whose.owner, whose.side)}
    return bool(deniers & (accused(one) | one.recipients | {word.doer for word in one.attributed}))


def _sentence(one: Told) -> Span:
    return sentence_span(one.sheet.report.text, one.event.trigger)


def _of_his_own(denial: Told, one: Told) -> bool:
    """Whether somebody denies a deed as one of his own ("denied carrying out any strikes") which the outlet that quotes him lays at nobody's door."""
    by_nobody = not (one.doers.owners or one.doers.kinds or one.attributed)
    return denial.whose.owner in denial.doers.owners and one.whose.own and one.sheet is denial.sheet and by_nobody


def _denies_a_part(denial: Told) -> bool:
    return _of_a_part(denial.sheet, denial.event.according_to or "")


def _of_a_part(sheet: Sheet, said: str) -> bool:
    statement = sheet.statements.get(said)
    return statement is not None and denies_a_part(statement, sheet.report.text)


def _claimed(group: Sequence[Told]) -> Dispute | None:
    """One side claims a deed and another is blamed for it, or claims it too: who did it is in dispute, with the denial of who is blamed. What
    is denied by others besides is more than that."""
    words = [(one, other) for one in group for other in one.attributed]
    claimants = {word.doer for _, word in words if word.own}
    blamed = {word.doer for _, word in words if not word.own} - claimants
    telling = [one for one in _asserting(group) if one.whose.owner and not one.whose.own and not one.claimed]
    laid = [one for one in telling if one.doers.owners.isdisjoint({*claimants, one.whose.owner})]
    blamed |= {owner for one in laid for owner in one.doers.owners}
    if not claimants or not (blamed or len(claimants) > 1) or not _deniers(group) <= blamed:
        return None
    said: dict[str, list[tuple[Ref, str]]] = defaultdict(list)
    for one, word in words:
        if word.own or word.doer in blamed:
            said[word.whose.source].append((Ref(report=one.sheet.id, fact=word.fact), quoted(one.sheet.report, word.span)))
    for one in (*laid, *(one for one in group if one.denial)):
        said[one.whose.source].append((_ref(one), quoted(one.sheet.report, one.event.trigger)))
    for denied, answer in ((told, answer) for told in group for answer in told.answers):
        said[answer.whose.source].append((Ref(report=denied.sheet.id, fact=answer.statement), quoted(denied.sheet.report, answer.span)))
    claiming = [one for one, word in words if word.own]
    against = [*laid, *(one for one, word in words if word.doer in blamed)] or claiming[1:]
    return _dispute("actor", (group,), _sides_of(said), _since(claiming, against))


def _sides_of(said: Mapping[str, Sequence[tuple[Ref, str]]]) -> tuple[DisputeSide, ...]:
    """One side for each source, with what it says first."""
    return tuple(DisputeSide(source=s, says=told[0][1], claims=tuple(dict.fromkeys(ref for ref, _ in told))) for s, told in sorted(said.items()))


def _laid_elsewhere(group: Sequence[Told]) -> Iterator[Dispute]:
    """One side lays it at a door, and who lives there at another."""
    telling = [one for one in _asserting(group) if one.doers.owners or one.doers.strangers or one.attributed]
    pairs = [(one, other, pair) for at, one in enumerate(telling) for other in telling[at:] for pair in turned(one, other)]
    pairs = [(one, other, (x, y)) for one, other, (x, y) in pairs if _of_one_thing(one, other) or not (x.strangers or y.strangers)]
    if pairs:
        words = dict.fromkeys(said for one, other, pair in pairs for said in zip((one, other), pair, strict=True))
        days = [max(one.sheet.published or "", other.sheet.published or "") for one, other, _ in pairs]
        yield _dispute("actor", (group,), _blaming(words), min(days) or None)


def _blaming(words: Iterable[tuple[Told, Laid]]) -> tuple[DisputeSide, ...]:
    """One side for each source that lays a deed at somebody's door, with what it says first."""
    said: dict[str, list[tuple[Ref, str]]] = defaultdict(list)
    for one, word in words:
        beside = word.word
        fact, span, whose = (beside.fact, beside.span, beside.whose) if beside else (one.event.id, one.event.trigger, one.whose)
        said[whose.source].append((Ref(report=one.sheet.id, fact=fact), quoted(one.sheet.report, span)))
    return _sides_of(said)


def _together(*several: Iterable[DisputeSide]) -> Iterator[DisputeSide]:
    """Sides, those of one source as one, with what it says first."""
    found: dict[str, DisputeSide] = {}
    for side in (side for sides in several for side in sides):
        known = found.get(side.source)
        found[side.source] = side if known is None else DisputeSide(source=side.source, says=known.says, claims=(*known.claims, *side.claims))
    yield from (found[source] for source in sorted(found))


def _of_one_thing(one: Told, other: Told) -> bool:
    return one.sheet is other.sheet or bool(one.things & other.things)


def _not_yet(group: Sequence[Told]) -> Iterator[Dispute]:
    """Somebody tells a deal or a release as done; somebody else with a name says on that day or later that it is still to come."""
    done = [one for one in _asserting(group) if one.whose.owner and one.event.type in _SETTLING and one.event.status == "happened"]
    first = min((one.sheet.published for one in done if one.sheet.published), default=None)
    owners = _owners(done)
    waiting = [
        one for one in group
        if first and one.stand == "unsure" and one.whose.side and one.whose.owner not in owners and (one.sheet.published or "") >= first
    ]  # fmt: skip
    if done and waiting:
        yield _dispute("status", (group,), (*sides_told(done), *sides_told(waiting)), _since(done, waiting))


def _dispute(kind: DisputeKind, groups: Sequence[Sequence[Told]], sides: tuple[DisputeSide, ...], since: str | None, about: str = "") -> Dispute:
    incidents = tuple(incident_id(group) for group in groups)
    return Dispute(id=short_id("D", kind, about, *incidents), incidents=incidents, kind=kind, sides=sides, since=since)


def _asserting(group: Sequence[Told]) -> list[Told]:
    return [one for one in group if one.stand == "asserts"]


def _owners(group: Sequence[Told]) -> set[str]:
    return {one.whose.owner for one in _asserting(group) if one.whose.owner}


def sides_told(told: Sequence[Told]) -> Iterator[DisputeSide]:
    """One side for each source, in order, with the words of its first telling that does not only point at another, as a headline does."""
    by_source: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        by_source[one.whose.source].append(one)
    for source in sorted(by_source):
        first = next((one for one in by_source[source] if one.points_to is None), by_source[source][0])
        says = quoted(first.sheet.report, first.event.trigger)
        yield DisputeSide(source=source, says=says, claims=tuple(_ref(one) for one in by_source[source]))


def _denying_sides(denying: Sequence[Told], answering: Sequence[tuple[Told, Answer]]) -> Iterator[DisputeSide]:
    """The sides of those who deny: with an event of their own, or a statement that answers another's."""
    said: dict[str, list[tuple[Ref, str]]] = defaultdict(list)
    for one in sorted(denying, key=lambda one: one.points_to is not None):
        said[one.whose.source].append((_ref(one), quoted(one.sheet.report, one.event.trigger)))
    for one, answer in answering:
        words = quoted(one.sheet.report, answer.span)
        said[answer.whose.source].append((Ref(report=one.sheet.id, fact=answer.statement), words))
    yield from _sides_of(said)


def _figures(group: Sequence[Told]) -> Iterator[Dispute]:
    """Different owners count the same thing, and no number fits both. A later count that is higher is an update, one that is lower is none;
    "two more" is no count of all."""
    counts: dict[tuple[str, str], list[Count]] = defaultdict(list)
    carried = {one.text: one.whose.owner for one in _asserting(group) if one.whose.owner and not one.whose.own}
    for given in figures_of(group):
        one, whose = given.one, given.whose
        owner = carried.get(one.text, whose.owner) if whose.own and whose.side is None else _counting(one, whose)
        if given.stated and owner and not one.heads and _of_all(one, given.span):
            what = counted(fold(given.what))
            if what is not None and (what.fate or what.of_people):
                least = given._replace(high=None) if of_some(one.sheet.report.text, given.span) else given
                counts[what.fate, what.kind].append(Count(least, owner, fold(given.what), what, given.stated))
    for (fate, kind), rows in sorted(counts.items()):
        apart = [row for row in rows if any(row.contradicts(other) for other in rows)]
        if not apart and kind == PEOPLE:
            parts = [row for (what, who), found in sorted(counts.items()) if what == fate and who in KINDS_OF_PEOPLE for row in found]
            apart = _exceeded(rows, parts)
        if apart:
            yield _counted_apart(group, f"{fate} {kind}", apart)


def _counting(one: Told, whose: Whose) -> str | None:
    """Whose count it is: the organisation's, or of somebody without a name that of whoever is described so in that report ("a nurse")."""
    speaker = whose.speaker
    return whose.owner or (f"{speaker} {one.sheet.id}" if speaker and not _ANYBODY.search(speaker) else None)


def _exceeded(wholes: Sequence[Count], parts: Sequence[Count]) -> list[Count]:
    """The counts of all and of some of them that cannot both be: "14 people were killed" and "31 villagers died"."""
    pairs = [(whole, part) for whole in wholes for part in parts if whole.less_than_its(part)]
    return list(dict.fromkeys(row for pair in pairs for row in pair))


def _counted_apart(group: Sequence[Told], about: str, apart: Sequence[Count]) -> Dispute:
    by_says: dict[tuple[str, str], list[Ref]] = defaultdict(list)
    for row in apart:
        by_says[row.whose.source, f"{row.said}: {_amount(row.given.low, row.given.high)}"].append(row.given.ref)
    sides = tuple(DisputeSide(source=s, says=says, claims=tuple(refs)) for (s, says), refs in sorted(by_says.items()))
    since = max(min(row.stated for row in apart if row.owner == owner) for owner in {row.owner for row in apart})
    return _dispute("figures", (group,), sides, since, about)


def _of_all(one: Told, span: Span) -> bool:
    """Whether a figure counts all of them, and as the source now has it."""
    first, _ = sentence_span(one.sheet.report.text, span)
    before = one.sheet.report.text[max(first, span[0] - _BEFORE) : span[0]]
    return not _PART.search(fold(one.sheet.reading.words(span))) and not _FORMER.search(fold(before))


def _amount(low: float | None, high: float | None) -> str:
    if low is not None and low == high:
        return f"{low:.12g}"
    return f"{'?' if low is None else f'{low:.12g}'} to {'?' if high is None else f'{high:.12g}'}"


def _since(some: Sequence[Told], others: Sequence[Told]) -> str | None:
    """The first day on which both sides had spoken; None where one side's reports carry no date."""
    firsts = [min((one.sheet.published for one in side if one.sheet.published), default=None) for side in (some, others)]
    return max(first for first in firsts if first) if all(firsts) else None


def _ref(one: Told) -> Ref:
    return Ref(report=one.sheet.id, fact=one.event.id)
