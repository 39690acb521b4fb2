"""The report's parts while they are being found: stretches that never overlap, and what is left is body."""

from bisect import bisect_left

from sayso.model.codes import PartKind
from sayso.model.report import Part


class Layout:
    """Marks over a text. A mark that would overlap an earlier one is not made."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._marks: list[tuple[int, int, PartKind]] = []

    def mark(self, kind: PartKind, start: int, end: int) -> bool:
        """Mark [start, end), without the blanks at its ends, as `kind`. False where it is blank or touches an earlier mark."""
        start, end = self._trimmed(start, end)
        if start >= end or not self.free(start, end):
            return False
        self._marks.insert(bisect_left(self._marks, (start, end, kind)), (start, end, kind))
        return True

    def free(self, start: int, end: int) -> bool:
        """Whether [start, end) touches no mark."""
        at = bisect_left(self._marks, (start,))
        before = at == 0 or self._marks[at - 1][1] <= start
        return before and (at == len(self._marks) or end <= self._marks[at][0])

    def end(self) -> int:
        """Where the marks that reach to the text's end begin; its length where none does."""
        end = len(self.text)
        for start, stop, _ in reversed(self._marks):
            if self.text[stop:end].strip():
                break
            end = start
        return end

    def parts(self) -> tuple[Part, ...]:
        """All parts in the order of the text, what is unmarked and not blank as body."""
        parts: list[Part] = []
        at = 0
        for start, end, kind in [*self._marks, (len(self.text), len(self.text), None)]:
            body = self._trimmed(at, start)
            if body[0] < body[1]:
                parts.append(Part(kind="body", span=body))
            if kind is not None:
                parts.append(Part(kind=kind, span=(start, end)))
            at = end
        return tuple(parts)

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        while start < end and self.text[start].isspace():
            start += 1
        while start < end and self.text[end - 1].isspace():
            end -= 1
        return start, end
