"""The question itself: finds the cues, asks each for its content, and makes statements of them."""

import re
from bisect import bisect_right
from functools import partial

from sayso.lexicon import Lexicon
from sayso.model import Statement
from sayso.model.codes import Stance, StatementKind
from sayso.reading.doubt import Doubt
from sayso.reading.page import Page
from sayso.reading.said.chain import Channels, occasion, outside, stated
from sayso.reading.said.cues import Cues
from sayso.reading.said.draft import Draft
from sayso.reading.said.floating import floating
from sayso.reading.said.inherit import channels, repeats
from sayso.reading.said.meant import Meant
from sayso.reading.said.people import People, Speaker
from sayso.reading.said.posts import of_author
from sayso.reading.said.quotations import Quotation
from sayso.reading.said.scene import Scene
from sayso.reading.said.sheet import Sheet
from sayso.reading.said.stances import Stances
from sayso.reading.said.sure import confidence
from sayso.reading.said.unnamed import Unnamed, asks_for_no_name, withholds_name
from sayso.reading.said.verbs import statements_of

_LONG = 2000
"""So many characters of each stretch of content are read for its stance."""
_DEEP = 50
"""So deep statements may nest."""
_PHRASES = ("np", "to", "ing", "name")
_BRACKETS = re.compile(r"\[[^\[\]\n]{1,120}\]")


class Said:
    """Answers the question for one page at a time; what it needs of the lexicon is prepared once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._cues = Cues(lexicon)
        self._doubt = Doubt(lexicon)
        self._stances = Stances(lexicon)
        self._channels = Channels(lexicon)
        self._unnamed = Unnamed(lexicon)

    def __call__(self, page: Page) -> None:
        """Add the page's statements, and to its cast the speakers it did not know."""
        if not len(page.doc):
            return
        sheet = Sheet(page)
        cues = self._cues.find(page.doc, sheet.lower)
        scene = Scene(sheet, cues, self._doubt)
        drafts: list[Draft] = []
        for cue in cues:
            if not page.skipped(sheet.starts[cue.i]):
                drafts += statements_of(scene, cue)
        drafts = [d for d in drafts if not asks_for_no_name(sheet.text[slice(*d.content[0])])]
        drafts = _spoken(sheet, _distinct(drafts))
        drafts += floating(sheet, scene, drafts)
        drafts.sort(key=lambda d: (d.content[0][0], -d.content[-1][1], d.cue.i if d.cue else -1))
        made = _statements(sheet, drafts, People(sheet, self._unnamed), self._stances, self._channels)
        made += of_author(page, len(made) + 1)
        page.statements += repeats(page, channels(_nested(made)))


def _distinct(drafts: list[Draft]) -> list[Draft]:
    """One draft for one stretch of content: the one whose cue stands nearest to it."""
    best: dict[tuple[tuple[int, int], ...], Draft] = {}
    for draft in drafts:
        key = tuple(draft.content)
        if key not in best or _rank(draft) < _rank(best[key]):
            best[key] = draft
    return list(best.values())


def _spoken(sheet: Sheet, drafts: list[Draft]) -> list[Draft]:
    """Without thoughts, refusals and intentions that are themselves part of what somebody says."""
    starts, reach, furthest = [], [], 0
    for start, end in sorted(span for d in drafts for span in d.content):
        furthest = max(furthest, end)
        starts.append(start)
        reach.append(furthest)

    def inside(offset: int) -> bool:
        k = bisect_right(starts, offset) - 1
        return k >= 0 and reach[k] > offset

    def kept(draft: Draft) -> bool:
        if draft.cue is None:
            return True
        at = draft.cue.token.idx
        if draft.frame in _PHRASES and draft.stance != "demand" and sheet.quotation_around(at) is not None:
            return False
        return not (draft.frame == "noun" and sheet.quotation_around(at) is not None) and not (_dependent(draft) and inside(at))

    return [d for d in drafts if kept(d)]


def _dependent(draft: Draft) -> bool:
    if draft.cue is not None and draft.cue.takes("thought"):
        return True
    return draft.frame in ("np", "to", "ing") and draft.stance not in ("demand", "accuse", "deny")


def _rank(draft: Draft) -> tuple[bool, int]:
    at = draft.cue.token.idx if draft.cue else 0
    return draft.voice is None, min(abs(at - draft.content[0][0]), abs(at - draft.content[-1][1]))


def _statements(sheet: Sheet, drafts: list[Draft], people: People, stances: Stances, named: Channels) -> list[Statement]:
    made: list[Statement] = []
    meant = Meant(sheet)
    for draft in drafts:
        where = occasion(sheet, draft)
        said = " ".join(sheet.text[s : min(e, s + _LONG)] for s, e in draft.content)
        source = draft if draft.follows is None else draft.follows
        around = outside(sheet, source, occasion(sheet, source))
        nameless, channel = withholds_name(around), named.of(source, around)
        for who in people.speakers(source):
            own = draft.follows is None
            name = channel
            via, audience = people.hearers(source)
            if name == "unknown" and set(via) & set(audience):
                name = "interview"
            stance = stances.of(said, draft.stance, who.kind, who.activist, partial(_meant, meant, draft, who))
            made.append(
                Statement(
                    id=f"S{len(made) + 1}",
                    content=tuple(draft.content),
                    kind=_kind(sheet, draft),
                    stance=stance,
                    cue=(draft.cue.token.idx, sheet.end_of(draft.cue.last)) if draft.cue else None,
                    insertions=tuple(m.span() for s, e in draft.content for m in _BRACKETS.finditer(sheet.text, s, min(e, s + 10 * _LONG))),
                    speaker=who.party,
                    speaker_span=who.span,
                    anonymous=who.anonymous or (nameless and who.may_be_unnamed),
                    channel=name,
                    via=via,
                    audience=audience,
                    stated=stated(sheet, draft, where) if own else stated(sheet, source, occasion(sheet, source)),
                    confidence=confidence(
                        draft.frame, party=who.party is not None, words=len(said.split()), stretches=len(draft.content), stance=stance
                    ),
                    by=f"said.{draft.frame}",
                )
            )
    return made


def _meant(meant: Meant, draft: Draft, who: Speaker, stance: Stance, start: int, end: int) -> bool:
    """Whether the words at [start, end) of what is said, its stretches joined, are the speaker's own stance."""
    before = 0
    for s, e in draft.content:
        length = min(e - s, _LONG)
        if start < before + length:
            return meant.by(who, stance, s + start - before, min(s + end - before, e))
        before += length + 1
    return True


def _kind(sheet: Sheet, draft: Draft) -> StatementKind:
    at = draft.cue.token.idx if draft.cue else -1
    start, end = draft.content[0][0], draft.content[-1][1]
    around = sheet.quotation_around(start)
    quotes: list[Quotation] = [q for q in [*([around] if around else []), *sheet.quotations_in(start + 1, end)] if not q.left <= at < q.right]
    if not quotes:
        return "indirect"
    if all(any(q.left <= s and e <= q.right for q in quotes) for s, e in draft.content):
        return "direct"
    return "mixed"


def _nested(made: list[Statement]) -> list[Statement]:
    """Point `within` at the innermost statement whose content holds a statement with its cue."""
    spans = sorted((s, -e, k) for k, one in enumerate(made) for s, e in one.content)
    holders: dict[int, str] = {}
    opened: list[tuple[int, int, int]] = []
    at = 0
    for k, one in sorted(((k, one) for k, one in enumerate(made) if one.cue), key=lambda pair: pair[1].cue or (0, 0)):
        cue = one.cue[0] if one.cue else 0
        while at < len(spans) and spans[at][0] <= cue:
            opened.append(spans[at])
            at += 1
        opened = [span for span in opened[-_DEEP:] if -span[1] > cue]
        around = [
            (-e - s, made[h].id) for s, e, h in opened if h != k and s <= one.content[0][0] and one.content[-1][1] <= -e
        ]  # fmt: skip
        if around:
            holders[k] = min(around)[1]
    return [one.model_copy(update={"within": holders[k]}) if k in holders else one for k, one in enumerate(made)]
