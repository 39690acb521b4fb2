"""Which entry of the lexicon a phrase means where several share its spelling, or none where it is part of another name."""

from collections import Counter

from sayso.reading.names.bounds import HEADS, Bounds
from sayso.reading.names.knowledge import Knowledge
from sayso.reading.names.phrases import Hit, Phrase, fold
from sayso.reading.names.words import ARMED, GROUP_HEADS, WARLIKE
from sayso.reading.page import Page


class Meaning:
    """What the lexicon's phrases mean on one page."""

    def __init__(self, page: Page, known: Knowledge, bounds: Bounds) -> None:
        self._page = page
        self._doc = page.doc
        self._known = known
        self._bounds = bounds

    def meant(self, hit: Hit, sure: Counter[str], countries: Counter[str]) -> Phrase | None:
        """Which of the entries that share a spelling is meant: one that the report also names in full, or whose country it names."""
        phrases = tuple(p for p in hit.phrases if not p.rank or not self._known.not_yet(p.entry, self._page.report.published))
        if not phrases:
            return None
        first = phrases[0]
        if len(phrases) == 1 and not first.shy and not (first.acronym and countries):
            return first
        best: tuple[float, Phrase] | None = None
        armed: bool | None = None
        for phrase in sorted(phrases, key=lambda p: p.rank):
            known = self._known.parties.get(phrase.entry)  # a country is none of the table of parties
            signs = known is not None and known.kind == "agency" and self._credit(hit.start)
            if phrase.shy and not (sure[phrase.entry] or signs or self._armed(hit.end)):
                continue
            score = 3.0 * bool(sure[phrase.entry]) + self._known.fitness(phrase.entry, countries, self._page.report.published)
            if armed is None and len(phrases) > 1:
                armed = self._armed(hit.end) or self._at_war(hit.end - 1)
            if armed and known is not None and known.kind in ("armed_group", "military", "coalition"):
                score += 2.0  # "RSF fighters" are no reporters
            if hit.start and self._doc[hit.start - 1].lemma_ == "tell" and known is not None and known.kind in ("agency", "outlet"):
                score += 2.0  # "told AFP" is told to no army
            if best is None or score > best[0]:
                best = (score, phrase)
        if best is None or (best[1].acronym and best[1].entry in self._known.parties and best[0] <= 0 and countries.total() > 2):
            return None  # a report on other countries means somebody else by these letters; "the US" and "the UK" are the same in any report
        return best[1]

    def ranked(self, start: int, end: int) -> bool:
        """Whether a rank or "Mr" stands before it, so that it is a person's whatever else bears the name: "Colonel Petra Lund"."""
        before = self._doc[start - 1] if start else None
        row = self._known.titles.get(before.lower_.rstrip(".")) if before is not None and before.text[0].isupper() else None
        if row is None or row.kind not in ("rank", "address") or end - start > 2:
            return False
        after = self._doc[end].text if end < len(self._doc) else ""
        return not (after[:1].isupper() and after.lower() in HEADS)

    def half(self, hit: Hit, phrase: Phrase) -> bool:
        """Whether an outlet's one-word name is half of another name, "the Red Dawn movement", or an agency's letters are taken for a party's."""
        row = self._known.parties.get(phrase.entry)
        if row is not None and row.kind not in ("outlet", "agency", "monitor", "state") and self._credit(hit.start):
            return True
        if row is None or row.kind not in ("outlet", "agency"):
            return False
        last = self._doc[hit.end - 1]
        goes_on = last.dep_ in ("compound", "amod", "nmod") and last.head.i >= hit.end and self._bounds.proper(last.head.i)
        if goes_on and last.head.lower_ in GROUP_HEADS:
            return True  # "the National Liberation Army" is no newspaper
        if hit.end - hit.start > 1:
            return False
        if phrase.keys[0] in self._known.given and hit.end < len(self._doc) and self._bounds.proper(hit.end):
            after = self._doc[hit.end]
            apposed = after.dep_ == "appos" and after.head.i == hit.start
            return after.text.istitle() and after.lower_ not in HEADS and not apposed  # "Petra Lund, a nurse"
        if not hit.start:
            return False
        before, word = self._doc[hit.start - 1], self._doc[hit.start]
        joined = before.dep_ in ("compound", "amod", "nmod") and before.head.i >= hit.start and before.head.i <= hit.start + 2
        named = self._bounds.proper(before.i) or (before.tag_ == "JJ" and before.text.istitle() and fold(before.text) not in self._known.adjectives)
        return joined and named and word.text.istitle() and before.lower_ not in self._known.titles

    def _credit(self, start: int) -> bool:
        """Whether what starts at a token is in the brackets of the dateline, where the agency stands: "GOMA, Congo (KNA) -"."""
        return start > 0 and self._doc[start - 1].text == "(" and self._page.part(self._doc[start].idx) == "dateline"

    def _armed(self, end: int) -> bool:
        """Whether words follow that only a party has: "IS-held", "IS militants"."""
        after = [t.lower_ for t in self._doc[end : end + 2] if t.text != "-"]
        return bool(after) and after[0] in ARMED

    def _at_war(self, last: int) -> bool:
        """Whether what ends at a token does what only the armed do: "the RSF shelled the town"."""
        token = self._doc[last]
        return token.dep_ == "nsubj" and token.head.lemma_.lower() in WARLIKE

