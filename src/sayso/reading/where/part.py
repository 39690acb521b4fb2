"""A place's name as a part of a longer one that no list has: Homs Gate is in Homs, Wau Shilluk is not Wau."""

from dataclasses import dataclass

from sayso.lexicon.clusters import word_clusters
from sayso.lexicon.gazetteer import Gazetteer, GazetteerPlace
from sayso.reading.where.words import DIRECTIONS, HEADS, KIND_NOUNS, NO_PLACES

_LARGE = 5.0
"""The weight of a place that a single word of a longer name may mean."""
_VILLAGE = 3.2
_NO_NAMES = frozenset(KIND_NOUNS) | HEADS | DIRECTIONS
"""Words that do not name a place by themselves, though somewhere there is an Island, a Bay and a South West."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Finds the part. `nationals` are words for one of a nation, written small; a people's are in names. A text is `run_on` that has lost its
    commas: there a name may be several ("in Deir Hafer Aleppo residents")."""

    gazetteer: Gazetteer
    nationals: frozenset[str] = frozenset()
    run_on: bool = False

    def of(self, name: str) -> list[GazetteerPlace]:
        """The candidates of the longest run of words that begins or ends the name and names more than a village, where what is left of it
        is no name itself."""
        words = name.split()
        for length in range(len(words) - 1, 0, -1):
            for part, rest in ((words[:length], words[length:]), (words[-length:], words[:-length])):
                if _NO_NAMES.issuperset(word.lower() for word in part):
                    continue
                found = [c for c in self.gazetteer.exactly(" ".join(part)) if length > 1 or c.weight > _LARGE]
                if found := [c for c in found if self.run_on or self._no_name(rest, c)]:
                    return found
        return []

    def _no_name(self, words: list[str], place: GazetteerPlace) -> bool:
        """Whether the words beside a place's name are none of its: a class word or a bearing, a common word or a day that only a lost full
        stop put there ("Idlib Saturday"), or places of the same country in a row with it."""
        if not words:
            return True
        first = words[0].lower().rstrip(".,")
        if first in _NO_NAMES or first in NO_PLACES or first in self.nationals or first in word_clusters() or not any(map(str.isalpha, first)):
            return self._no_name(words[1:], place)
        for length in range(len(words), 0, -1):
            name = " ".join(words[:length])
            towns = self.gazetteer.exactly(name) or (self.gazetteer.exactly(name[:-1]) if name.endswith("s") else ())
            if any(town.country == place.country and town.weight >= _VILLAGE for town in towns):
                return self._no_name(words[length:], place)
        return False
