"""A page laid out for finding statements: tokens, sentences and quotations by number, so that loops are cheap."""

from bisect import bisect_left, bisect_right

from sayso.model import Time
from sayso.reading.page import Page
from sayso.reading.parsed import Parsed
from sayso.reading.said.quotations import Quotation, quotations


class Sheet:
    """Token numbers for offsets, sentence bounds that quotations do not break, and the quotations themselves."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.doc: Parsed = page.doc
        self.text = page.report.text
        self.starts: list[int] = [t.idx for t in page.doc]
        self.words: list[str] = [t.text for t in page.doc]
        self.lower: list[str] = [t.lower_ for t in page.doc]
        self.quotations: list[Quotation] = quotations(self.text, page.doc.text)
        self._lefts = [q.left for q in self.quotations]
        self._sentence_starts = [s.start for s in page.doc.sents] if len(page.doc) else []
        self._times = sorted(page.times, key=lambda t: t.span)
        self._time_starts = [t.span[0] for t in self._times]
        filed = [p.span[1] for p in page.report.parts if p.kind == "dateline"]
        self._filed = [self.token_from(end) for end in filed]
        """The tokens at which text begins after a dateline."""
        self._breaks = [i for i, w in enumerate(self.words) if "\n" in w]

    def end_of(self, i: int) -> int:
        """The offset after token i."""
        return self.starts[i] + len(self.words[i])

    def token_from(self, offset: int) -> int:
        """The first token that ends after an offset; the number of tokens when there is none."""
        i = bisect_right(self.starts, offset) - 1
        return i if i >= 0 and self.end_of(i) > offset else i + 1

    def quotation_around(self, offset: int) -> Quotation | None:
        """The quotation in which an offset lies, its marks included."""
        k = bisect_right(self._lefts, offset) - 1
        return self.quotations[k] if k >= 0 and offset < self.quotations[k].right else None

    def quotations_in(self, start: int, end: int) -> list[Quotation]:
        """The quotations whose opening mark lies in [start, end)."""
        return self.quotations[bisect_left(self._lefts, start) : bisect_left(self._lefts, end)]

    def times_in(self, start: int, end: int) -> list[Time]:
        """The times whose words begin in [start, end)."""
        return self._times[bisect_left(self._time_starts, start) : bisect_left(self._time_starts, end)]

    def line(self, i: int) -> tuple[int, int]:
        """The paragraph of token i, as token numbers."""
        k = bisect_right(self._breaks, i)
        return (self._breaks[k - 1] + 1 if k else 0), (self._breaks[k] if k < len(self._breaks) else len(self.words))

    def sentence(self, i: int) -> tuple[int, int]:
        """The sentence of token i as token numbers: the parser's, widened to whole quotations, inside the paragraph."""
        first, last = self.line(i)
        k = bisect_right(self._sentence_starts, i) - 1
        start = self._sentence_starts[k]
        end = self._sentence_starts[k + 1] if k + 1 < len(self._sentence_starts) else len(self.words)
        first = max([first, *(f for f in self._filed if f <= i)])
        inside = self.quotation_around(self.starts[i])
        around = self.quotation_around(self.starts[start])
        while around is not None and around is not inside and around.left < self.starts[start]:
            wider = self.token_from(around.left)
            start = self._sentence_starts[max(bisect_right(self._sentence_starts, wider) - 1, 0)]
            around = self.quotation_around(self.starts[start])
        while end < last:
            around = self.quotation_around(self.starts[end])
            if around is None or around is inside or not self.text[around.start : self.starts[end]].strip():
                break
            wider = self.token_from(around.right - 1)
            k = bisect_right(self._sentence_starts, wider)
            ends_there = self.text[around.end - 1 : around.end] in ".!?" or wider + 1 >= last
            following = self._sentence_starts[k] if k < len(self._sentence_starts) else len(self.words)
            end = max(end + 1, wider + 1 if ends_there else following)
        if inside is not None:
            # What a quoted cue introduces is quoted, too.
            first = max(first, self.token_from(inside.start))
            last = min(last, max(self.token_from(inside.end), i + 1))
        return max(start, first), max(min(end, last), i + 1)
