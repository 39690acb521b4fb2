"""Row types for talks and ground: move words, what talks are about, and words of holding and taking ground."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from sayso.lexicon.table import Row
from sayso.model.codes import MoveKind, Relation

IdiomKind = Literal[MoveKind, "-"]
TermClass = Literal["pact", "talks", "proposal", "act", "text", "delegates", "war"]
Slot = Literal["subject", "object", "to", "from", "of", "in", "into", "inside", "by", "with", "on", "under", "out", "for"]


@dataclass(frozen=True, slots=True)
class MoveRow(Row):
    """A word that makes a move in talks.

    `object` lists what it may govern: the classes of `terms.tsv`, `clause` (a clause that holds one of them), `party`.
    `via` lists the prepositions under which the object may stand ("call for"); `to` says where the addressee stands:
    `object`, `clause` (the subject of the governed clause), or a preposition. `negated` is the move of the negated word.
    """

    TABLE: ClassVar[str] = "moves"
    KEY: ClassVar[tuple[str, ...]] = ("word", "pos", "kind")

    word: str
    pos: Literal["verb", "noun", "adj"]
    kind: MoveKind
    object: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    negated: MoveKind | None = None


@dataclass(frozen=True, slots=True)
class TermRow(Row):
    """Something that talks are about. `needs`: words of which one must stand beside it ("safe" for "passage"); `bars`:
    words beside which it is something else ("trade" for "deal")."""

    TABLE: ClassVar[str] = "terms"
    KEY: ClassVar[tuple[str, ...]] = ("word", "pos")

    word: str
    pos: Literal["noun", "verb", "adj"]
    cls: TermClass
    family: str
    needs: tuple[str, ...] = ()
    bars: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IdiomRow(Row):
    """A verb that makes a move of talks together with words below it: one of `words`, one of `also`, none of `bars`.

    `kind` "-" makes no move unless negated; `to` says where the addressee stands: "object" or prepositions.
    """

    TABLE: ClassVar[str] = "talk_idioms"
    KEY: ClassVar[tuple[str, ...]] = ("verb", "kind", "words", "also")

    verb: str
    kind: IdiomKind
    words: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    bars: tuple[str, ...] = ()
    negated: MoveKind | None = None
    to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TalkClassRow(Row):
    """Words that do the same in talks, as the finder of moves sees them; a verb may carry its particle."""

    TABLE: ClassVar[str] = "talk_classes"
    KEY: ClassVar[tuple[str, ...]] = ("cls", "words")

    cls: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GroundRow(Row):
    """A word of holding, besieging, contesting, taking or losing ground, and where its place and holder stand.

    Forms: `verb`; `noun` ("capture of"); `base` ("stronghold"); `suffix` ("-held"); `support`, a verb that makes
    "control" of something into holding, taking or losing it.
    """

    TABLE: ClassVar[str] = "ground"
    KEY: ClassVar[tuple[str, ...]] = ("word", "form")

    word: str
    form: Literal["verb", "noun", "base", "suffix", "support"]
    relation: Relation
    place: tuple[Slot, ...] = ()
    holder: tuple[Slot, ...] = ()


TALKS_ROWS: tuple[type[Row], ...] = (MoveRow, TermRow, IdiomRow, GroundRow)
