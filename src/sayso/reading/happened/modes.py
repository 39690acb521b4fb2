"""The mode of an assault from the weapon named with it: jets and air strikes, mortars, bombs, guns, gas."""

from sayso.lexicon import Lexicon
from sayso.lexicon.event_rows import InstrumentRow
from sayso.reading.grammar import objects_of, patients
from sayso.reading.happened.act import Act

_AGAINST_CROWDS = frozenset({"tear", "teargas", "police", "protest", "protester", "demonstrator", "march", "marcher", "crowd", "riot"})
_OF_WAR = frozenset({"poison", "poisonous", "toxic", "chlorine", "sarin", "nerve", "mustard", "chemical"})
_AS_OF_WAR = frozenset({"massacre", "suffocate", "suffocation", "asphyxiate", "choke", "convulsion"})
_RANK = ("drone", "suicide-attack", "unconventional", "crowd-control", "aerial", "heavy-weapons", "explosives", "firearms", "primitive")


class Modes:
    """Looks for weapons around an assault. Other types keep the mode of their sense."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._mode_of = {word: row.mode for row in lexicon.rows(InstrumentRow) for word in row.words}

    def of(self, act: Act) -> str | None:
        """The mode of an act, None where nothing tells it."""
        mode = act.sense.row.mode
        if mode == "crowd-control" and _gas_of_war(act):
            return "unconventional"
        if act.type != "ASSAULT" or mode in ("abduct", "torture", "sexual", "targeted", "destroy", "crowd-control", "drone", "suicide-attack"):
            return mode
        near = [child for child in act.token.children if child.dep_ in ("compound", "amod", "nmod")]
        for child in act.token.children:
            if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "with", "using", "from", "in"):
                for noun in objects_of(child):
                    if child.lower_ == "in" and noun.lemma_ in ("car", "truck", "air"):
                        continue  # where it happened; "fired in the air"
                    near.extend((noun, *(c for c in noun.children if c.dep_ in ("compound", "amod"))))
            elif child.dep_ == "dobj" and mode in ("heavy-weapons", "firearms", "explosives"):
                near.append(child)
        for noun in act.actors:
            if noun.lower_ == "bomber":
                continue  # one man; "bombers" fly
            near.extend((noun, *(c for c in noun.children if c.dep_ in ("compound", "amod"))))
        found = {self._mode_of.get(word.lemma_.lower()) or self._mode_of.get(word.lower_) for word in near}
        return next((m for m in _RANK if m in found), mode)


def _gas_of_war(act: Act) -> bool:
    """Whether gas is poison gas by its own words, or is used in a report that speaks of such gas and of no police and no crowd: "the gas used in
    the massacre"."""
    gases = [noun for noun in patients(act.token) if noun.lemma_.lower() == "gas"]
    if any(child.lemma_.lower() in _OF_WAR for noun in gases for child in noun.lefts):
        return True
    words = {word.lemma_.lower() for word in act.token.doc} if gases and act.token.lemma_ == "use" else set()
    return bool(words & (_OF_WAR | _AS_OF_WAR)) and not words & _AGAINST_CROWDS
