"""Statements against annotated quotations (PolNeAR, GUM): content at 80 % of its words, with the right speaker, with the right entity.

Spans are reduced to the words that they cover, so that quotation marks and commas never matter. Views: `all`; `quoted`, only
stretches of three and more words inside quotation marks; `speech`, only gold whose cue speaks (PolNeAR also annotates
thoughts, plans and findings; predictions that match one of those are neither right nor wrong there).
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.evaluate.counting import Pair, Scores
from sayso.evaluate.peers import PEERS, PeerStatement, textacy_statements
from sayso.evaluate.rows import measured, rows_with
from sayso.evaluate.speech_cues import is_speech
from sayso.model import Reading, Span

if TYPE_CHECKING:
    from sayso.reading.pipeline import Reader

ENOUGH = 0.8
LOOSE = 0.5
SHORTEST_QUOTED = 3
PRONOUNS = frozenset("he she they it we i you him her them us me his their its who that this these those which one some".split())
WEAK = frozenset("a an the of and or to in on at for by with from s mr mrs ms dr sen rep gov president said".split())
"""Words that do not tell one speaker from another."""

Words = frozenset[int]


@dataclass(frozen=True, slots=True)
class Said:
    """One gold or predicted statement as sets of word positions."""

    content: Words
    speaker: Words
    speaker_words: frozenset[str]
    cue: str
    resolved: str
    entity_words: frozenset[str]
    has_entity: bool
    confidence: float | None = None


class Text:
    """A text's words by position."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = [(m.start(), m.end(), m.group().lower()) for m in re.finditer(r"\w+", text)]
        self._starts = [w[0] for w in self.words]

    def cover(self, spans: Iterable[Sequence[int]]) -> Words:
        """The positions of the words that the spans touch."""
        found: set[int] = set()
        for start, end in spans:
            i = bisect_left(self._starts, start)
            if i > 0 and self.words[i - 1][1] > start:
                i -= 1
            while i < len(self.words) and self.words[i][0] < end:
                found.add(i)
                i += 1
        return frozenset(found)

    def spread(self, words: Words) -> Span:
        """The span from the first of the words to the last."""
        return self.words[min(words)][0], self.words[max(words)][1]

    def content(self, spans: Iterable[Sequence[int]]) -> Words:
        """As `cover`, without a leading "that"."""
        words = self.cover(spans)
        return words - {min(words)} if words and self.words[min(words)][2] == "that" else words


def measure(reader: "Reader", path: Path) -> Scores:
    """Read the texts of a JSON Lines file (or every *.jsonl of a folder) and compare. Raises ValueError when there is none."""
    return measured(reader, path, "quotes", compare)


def measure_peer(name: str, model: str, path: Path) -> Scores:
    """The same for another tool of PEERS on the bare pipeline `model`. Raises ValueError when it is not installed."""
    if name not in PEERS:
        raise ValueError(f"no peer called {name}; the peers are {', '.join(PEERS)}")
    rows = rows_with(path, "quotes")
    scores = Scores(documents=len(rows))
    for row, found in zip(rows, textacy_statements((row["text"] for row in rows), model), strict=True):
        text = Text(row["text"])
        _views(text, row, [_of_peer(text, one) for one in found], scores)
    return scores


def compare(row: dict[str, Any], reading: Reading, scores: Scores) -> None:
    """Add one document to the scores."""
    text = Text(row["text"])
    _views(text, row, [_found(text, reading, statement.id) for statement in reading.statements], scores)


def _views(text: Text, row: dict[str, Any], found: list[Said], scores: Scores) -> None:
    gold = [_gold(text, quote) for quote in row["quotes"]]
    gold, found = [g for g in gold if g.content], [p for p in found if p.content]
    _view("all", gold, found, scores)
    _wrong(text, str(row["id"]), gold, found, scores)
    _view("speech", *_speech(gold, found), scores)
    quoted = [text.cover([region]) for region in quoted_regions(row["text"])]
    _view("quoted", _stretches(gold, quoted), _stretches(found, quoted), scores)


def _gold(text: Text, quote: dict[str, Any]) -> Said:
    names = [*(quote.get("names") or []), quote.get("entity") or ""]
    speaker = text.cover(quote["speaker"])
    return Said(
        content=text.content(quote["content"]),
        speaker=speaker,
        speaker_words=frozenset(text.words[i][2] for i in speaker),
        cue=" ".join(text.text[a:b] for a, b in quote["cue"]),
        resolved="",
        entity_words=_name_words(names),
        has_entity=bool(quote.get("entity")),
    )


def _found(text: Text, reading: Reading, statement: str) -> Said:
    one = next(s for s in reading.statements if s.id == statement)
    name = next((p.name for p in reading.parties if p.id == one.speaker), "")
    speaker = text.cover([one.speaker_span] if one.speaker_span else [])
    words = frozenset(text.words[i][2] for i in speaker)
    return Said(
        content=text.content(sorted(one.content)),
        speaker=speaker,
        speaker_words=words,
        cue=reading.words(one.cue) if one.cue else "",
        resolved=name or " ".join(sorted(words)),
        entity_words=frozenset(),
        has_entity=False,
        confidence=one.confidence,
    )


def _of_peer(text: Text, one: PeerStatement) -> Said:
    speaker = text.cover(one.speaker)
    words = frozenset(text.words[i][2] for i in speaker)
    cue = " ".join(text.text[a:b] for a, b in one.cue)
    return Said(text.content([one.content]), speaker, words, cue, " ".join(sorted(words)), frozenset(), False)


def _name_words(names: Iterable[str]) -> frozenset[str]:
    return frozenset(m.lower() for name in names for m in re.findall(r"\w+", name)) - WEAK - PRONOUNS


def right_speaker(gold: Said, found: Said) -> bool:
    """Whether the predicted speaker shares a place and a telling word with the gold one; free where gold names none."""
    if not gold.speaker_words:
        return True
    ours, theirs = gold.speaker_words - WEAK or gold.speaker_words, found.speaker_words - WEAK or found.speaker_words
    if gold.speaker and found.speaker:
        return bool(gold.speaker & found.speaker and ours & theirs)
    return bool(ours & theirs)


def _pairs(gold: Sequence[Said], found: Sequence[Said], enough: float) -> list[Pair]:
    scored = []
    for i, g in enumerate(gold):
        for j, p in enumerate(found):
            share = len(g.content & p.content) / max(len(g.content), len(p.content))
            if share and share >= enough:
                scored.append((share, right_speaker(g, p), i, j))
    scored.sort(key=lambda x: (-x[0], -x[1]))
    gold_used: set[int] = set()
    found_used: set[int] = set()
    pairs = []
    for _, _, i, j in scored:
        if i not in gold_used and j not in found_used:
            gold_used.add(i)
            found_used.add(j)
            pairs.append((i, j))
    return pairs


def _speech(gold: list[Said], found: list[Said]) -> tuple[list[Said], list[Said]]:
    spoken = [g for g in gold if not g.cue or is_speech(g.cue)]
    other = [g for g in gold if g.cue and not is_speech(g.cue)]
    matched = {j for _, j in _pairs(spoken, found, LOOSE)}
    rest = [j for j in range(len(found)) if j not in matched]
    passed_over = {rest[k] for _, k in _pairs(other, [found[j] for j in rest], LOOSE)}

    def counts(j: int) -> bool:
        return j not in passed_over and not (j not in matched and found[j].cue.strip() and not is_speech(found[j].cue))

    return spoken, [p for j, p in enumerate(found) if counts(j)]


def quoted_regions(text: str) -> list[Span]:
    """The stretches inside double quotation marks, paired inside a paragraph; an unclosed one runs to the paragraph's end."""
    regions: list[Span] = []
    offset = 0
    for paragraph in re.split(r"(\n\s*\n|\n)", text):
        opened: int | None = None
        for i, mark in enumerate(paragraph):
            if mark in "“„«" and opened is None:
                opened = i + 1
            elif mark in "”»" or mark == '"':
                if opened is not None:
                    regions.append((offset + opened, offset + i))
                    opened = None
                elif mark == '"':
                    opened = i + 1
        if opened is not None and paragraph.strip():
            regions.append((offset + opened, offset + len(paragraph)))
        offset += len(paragraph)
    return regions


def _stretches(said: Iterable[Said], regions: Sequence[Words]) -> list[Said]:
    found: dict[Words, Said] = {}
    for one in said:
        for region in regions:
            shared = one.content & region
            if len(shared) >= SHORTEST_QUOTED:
                found.setdefault(shared, replace(one, content=shared))
    return list(found.values())


def _wrong(text: Text, row_id: str, gold: Sequence[Said], found: Sequence[Said], scores: Scores) -> None:
    """Keep what is wrong, and what each confidence was worth: right is the content with its speaker, whatever the cue."""
    pairs = _pairs(gold, found, ENOUGH)
    right = {j for i, j in pairs if right_speaker(gold[i], found[j])}
    near = {i for i, _ in _pairs(gold, found, LOOSE)}, {j for _, j in _pairs(gold, found, LOOSE)}
    matched = {i for i, _ in pairs}, {j for _, j in pairs}
    for j, one in enumerate(found):
        if one.confidence is not None:
            scores.sure("statements: content and speaker", one.confidence, j in right)
        if j not in matched[1]:
            scores.wrong("other bounds, ours" if j in near[1] else "not there", row_id, text.text, text.spread(one.content))
    for i, one in enumerate(gold):
        if i not in matched[0]:
            cause = "other bounds, gold" if i in near[0] else f"missed: {'speech' if not one.cue or is_speech(one.cue) else 'no speech'}"
            scores.wrong(cause, row_id, text.text, text.spread(one.content))
    for i, j in pairs:
        if j not in right:
            cause = "another speaker" if found[j].speaker_words else "no speaker"
            scores.wrong(cause, row_id, text.text, text.spread(gold[i].content | gold[i].speaker))


def _view(name: str, gold: Sequence[Said], found: Sequence[Said], scores: Scores) -> None:
    pairs = _pairs(gold, found, ENOUGH)
    scores.count(f"{name} content", len(pairs), len(gold), len(found))
    scores.count(f"{name} +speaker", sum(right_speaker(gold[i], found[j]) for i, j in pairs), len(gold), len(found))
    entities = [g for g in gold if g.has_entity]
    if not entities:
        return
    right = {i for i, j in pairs if gold[i].has_entity and _name_words([found[j].resolved]) & gold[i].entity_words}
    scores.count(f"{name} +entity", len(right), len(entities), len(found))
    for i, g in enumerate(gold):
        if g.has_entity:
            scores.share(f"{name} entity right, of all gold", i in right)
            if g.speaker_words and g.speaker_words <= PRONOUNS:
                scores.share(f"{name} entity right, of pronoun speakers", i in right)
