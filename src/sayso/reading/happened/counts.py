"""The figures of a page by where they stand, so that an event finds those of its parties."""

from bisect import bisect_left

from sayso.reading.page import Page


class Counts:
    """The figures of a page by where they stand."""

    def __init__(self, page: Page) -> None:
        self._figures = sorted((figure.span[0], figure.span[1], figure.id) for figure in page.figures)

    def within(self, start: int, end: int) -> list[str]:
        """The figures whose words overlap [start, end)."""
        i = max(0, bisect_left(self._figures, (start, 0, "")) - 1)
        found = []
        while i < len(self._figures) and self._figures[i][0] < end:
            if self._figures[i][1] > start:
                found.append(self._figures[i][2])
            i += 1
        return found
