"""What the rules share while they read one page: its sheet, its cues, and who speaks at each of them."""

from bisect import bisect_left, bisect_right

from sayso.reading.doubt import Doubt
from sayso.reading.said.cues import Cue
from sayso.reading.said.sheet import Sheet
from sayso.reading.said.speakers import Voice

_MANY = 50
"""So many cues of one sentence are looked at; more is no sentence."""


class Scene:
    """One page's sheet and cues. `voices` fills up from left to right, so that a later cue can share an earlier one's speaker."""

    def __init__(self, sheet: Sheet, cues: list[Cue], doubt: Doubt) -> None:
        self.sheet, self.doubt = sheet, doubt
        self.cue_at = {c.i: c for c in cues if c.row.pos == "verb"}
        self.voices: dict[int, Voice] = {}
        self.trailing: dict[int, int | None] = {}
        """For a cue that was looked at: where the attribution begins that it makes at the end of its sentence, if any."""
        self._cues = [c for c in cues if c.row.pos != "noun"]
        self._places = [c.i for c in self._cues]

    def cues_between(self, start: int, last: int) -> list[Cue]:
        """The cues after token `start` and before token `last`, nouns left out."""
        first = bisect_right(self._places, start)
        return self._cues[first : min(bisect_left(self._places, last), first + _MANY)]
