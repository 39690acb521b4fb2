"""Row types of the tables about events: predicates, the word classes they name, words that embed events, weapons."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from sayso.lexicon.table import Row
from sayso.model.codes import CONTEXTS, MODES

Effect = Literal[
    "say", "deny", "agree", "plan", "threaten", "demand", "need", "refuse", "stop", "prevent", "fail",
    "do", "try", "make", "possible", "want", "accuse",
]  # fmt: skip
PredicateType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "NONE",
]  # fmt: skip
NEEDS = frozenset({
    "object", "direct", "active", "target", "human", "none", "refused", "declined",
    "actor", "troop", "civil", "mover", "bystander", "missile-like", "authority", "helper", "envoy", "truce", "passage", "leaving", "bench",
    "relief", "siege-word", "armed", "settlement", "whom", "unhit", "unnamed", "asks", "describing", "fighters", "fighters-near", "unstored",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class PredicateRow(Row):
    """One sense: words that, with these companions, tell an event of this type. Of the senses of a word the most specific that fits wins."""

    TABLE: ClassVar[str] = "predicates"
    KEY: ClassVar[tuple[str, ...]] = ("sense",)

    sense: str
    """A name for the sense; a row with the same name replaces it."""
    pos: Literal["v", "n", "a"]
    """Verb, noun, or adjective behind its noun ("two are dead")."""
    words: tuple[str, ...]
    """Lemmas; a verb may carry a particle or fixed words ("blow up"; "one's" is any possessive: "put one's name"), a noun the words before it
    ("air strike")."""
    type: PredicateType
    """NONE: the words look like an event and tell none."""
    preps: tuple[str, ...] = ()
    """One of these must follow: a preposition or particle, "to" with a verb, "that" with a clause; "-" makes it optional."""
    objects: tuple[str, ...] = ()
    """One of these must be the object (of the preposition, where one follows; for a noun: must depend on it): lemmas, @classes, entity labels."""
    needs: tuple[str, ...] = ()
    """About the object: object, direct, target, human, none, whom (somebody it is done to, whatever the preposition has); about the subject:
    actor, troop, civil, authority, helper, mover, leaving, bystander, missile-like, envoy, bench, truce, passage, relief, siege-word, armed,
    settlement, or any @class; about the verb: active (not in the passive), refused ("will not"),
    declined ("do not", told of now), unnamed (it calls its object nothing: "called him", not "called him a liar"), asks (its clause says
    what is to be), describing (a participle that says how somebody is: "men armed with rifles"); about the noun: unstored (it is no stock or
    trace of it, and not exchanged); about the sentence: unhit (nothing in it tells of fire). Asked of the act once the parties are known:
    fighters (who does it or whom it befalls bears arms), fighters-near (somebody
    in the sentence does)."""
    excludes: tuple[str, ...] = ()
    """With one of these as object, subject or modifier it is another sense."""
    roles: Literal["", "both", "swap", "undergo", "doer"] = ""
    """both: subject and object do it together; swap: the object does it to the subject; undergo: it befalls the subject; doer: a noun whose
    "of" names who does it."""
    lasting: bool = False
    """A state that lasts, as a siege does: told of the present it goes on."""
    mode: str | None = None
    contexts: tuple[str, ...] = ()

    def check(self) -> None:
        """Modes are of the type, contexts and needs are known."""
        modes = () if self.type == "NONE" else MODES.get(self.type, ())
        if self.mode and self.mode not in modes:
            raise ValueError(f"{self.sense}: {self.type} has no mode {self.mode!r}; it has {', '.join(modes) or 'none'}")
        for word in self.contexts:
            if word not in CONTEXTS:
                raise ValueError(f"{self.sense}: {word!r} is no PLOVER context")
        for word in self.needs:
            if word not in NEEDS and not word.startswith("@"):
                raise ValueError(f"{self.sense}: {word!r} is no need; the needs are a @class and {', '.join(sorted(NEEDS))}")


@dataclass(frozen=True, slots=True)
class WordClassRow(Row):
    """Words that predicates name together as @name; some are asked for by the reading itself ("document", "calamity")."""

    TABLE: ClassVar[str] = "word_classes"
    KEY: ClassVar[tuple[str, ...]] = ("name",)

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OperatorRow(Row):
    """Words that change what an event below them is: denied, planned, demanded, stopped."""

    TABLE: ClassVar[str] = "operators"
    KEY: ClassVar[tuple[str, ...]] = ("effect", "pos")

    effect: Effect
    pos: Literal["v", "n", "a"]
    words: tuple[str, ...]
    control: Literal["subject", "object"] = "subject"
    """Whose deed the embedded event is."""


@dataclass(frozen=True, slots=True)
class InstrumentRow(Row):
    """Weapons and carriers that give an assault its mode."""

    TABLE: ClassVar[str] = "instruments"
    KEY: ClassVar[tuple[str, ...]] = ("mode",)

    mode: str
    words: tuple[str, ...]

    def check(self) -> None:
        """The mode is one of ASSAULT's."""
        if self.mode not in MODES["ASSAULT"]:
            raise ValueError(f"{self.mode!r} is no mode of ASSAULT")


@dataclass(frozen=True, slots=True)
class ContextRow(Row):
    """Words that give an event told with them a PLOVER context."""

    TABLE: ClassVar[str] = "contexts"
    KEY: ClassVar[tuple[str, ...]] = ("name",)

    name: str
    words: tuple[str, ...]
    """Lemmas, or two words as they stand ("front line")."""

    def check(self) -> None:
        """The name is one of PLOVER's contexts."""
        if self.name not in CONTEXTS:
            raise ValueError(f"{self.name!r} is no PLOVER context")


EVENT_ROWS: tuple[type[Row], ...] = (PredicateRow, WordClassRow, OperatorRow, InstrumentRow, ContextRow)
