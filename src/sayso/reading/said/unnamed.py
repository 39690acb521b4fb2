"""Whether nobody named stands behind what is said: "a resident", "diplomats", "officials who asked not to be named"."""

import re

from sayso.lexicon import Lexicon
from sayso.lexicon.event_rows import WordClassRow
from sayso.reading.names.knowledge import knowledge
from sayso.reading.parsed import Token
from sayso.reading.said.sheet import Sheet
from sayso.reading.said.speakers import Voice

_BODIES = frozenset("group collective network committee".split())
_OF_ACTIVISTS = frozenset({"activist", "opposition", "right"})
_OWN_NAME = frozenset({"compound", "appos", "nmod", "flat"})
_SOME = frozenset("one two three four five some several many most both another others either neither none few".split())
_TITLED = frozenset({"monitor", "observer", "media", "witness", "insider", "reporter"})
"""Of these words those that names of bodies end in."""
_NEWSMEN = frozenset("afp reuters ap bbc cnn".split())
_WITHHELD = re.compile(
    r"anonym(?:ity|ous(?:ly)?)|\b(?:not|declin\w+|refus\w+) (?:to )?(?:be|being) (?:further )?(?:named|identified|quoted by name)"
    r"|\bunnamed\b|\bunidentified\b"
    r"|\bnames? (?:not be|to be|be|was|were|is|are)? ?(?:withheld|used|published|disclosed|given)|\bwithh\w+ (?:his|her|their) names?"
    r"|\bnot (?:been )?authori[sz]ed to|\bwithout (?:giving|being) (?:his|her|their)? ?name"
    r"|\b(?:gave|give|giving|using|used) (?:only )?(?:his|her|their|a) (?:first name|pseudonym|nickname)|\bprivately\b|\bon (?:deep )?background\b",
)
"""Words by which a source keeps its name out of the report."""
_SIGNS = ("nonym", "donym", "name", "identif", "quoted", "withh", "authori", "privately", "background")
"""Pieces of words of which they have at least one."""


_NO_NAME = re.compile(
    r"\W*(?:anonymity|(?:that )?(?:(?:he|she|they|it|his|her|their|its) )?(?:names? )?(?:not |to )*(?:be|remain) "
    r"(?:named|identified|withheld|anonymous|unnamed|quoted|used|published))\b",
    re.IGNORECASE,
)


def asks_for_no_name(content: str) -> bool:
    """Whether what seems to be said is only that a name be kept back: "on condition of anonymity", "asked not to be named"."""
    return _NO_NAME.match(content) is not None


def withholds_name(words: str) -> bool:
    """Whether the words around a cue say that the speaker's name is kept back."""
    words = words.lower()
    return any(sign in words for sign in _SIGNS) and _WITHHELD.search(words) is not None


class Unnamed:
    """Tells speakers whom nobody could find again by their words; what it needs of the lexicon is prepared once."""

    def __init__(self, lexicon: Lexicon) -> None:
        classes = {row.name: frozenset(row.words) for row in lexicon.rows(WordClassRow)}
        self._always, self._one = classes["unnamed"], classes["unnamed one"]
        self._civilians = {noun for noun, (row, _) in knowledge(lexicon).nouns.items() if row.kind == "civilians"}

    def __call__(self, sheet: Sheet, one: Voice) -> bool:
        """Whether a speaker's words name neither a person nor a body."""
        head = _counted(one)
        lemma, before = head.lemma_.lower(), [sheet.lower[i] for i in range(one.first, head.i)]
        if (lemma in _TITLED and _is_title(sheet, one)) or not _NEWSMEN.isdisjoint(before):
            return False
        named = any(sheet.doc[i].pos_ == "PROPN" for i in range(one.first, one.last))
        if lemma in self._one:  # in the plural the party or the body itself: "rebels say"
            return not named and head.tag_ == "NN" and not _only_one(head)
        if lemma in _BODIES:
            return not named and any(word.removesuffix("s") in _OF_ACTIVISTS for word in before)
        if any(child.pos_ == "PROPN" and child.dep_ in _OWN_NAME and child.ent_type_ in ("PERSON", "ORG") for child in head.children):
            return False
        civilian = head.lower_ in self._civilians or " ".join([*before[-1:], head.lower_]) in self._civilians
        return lemma in self._always or (civilian and head.tag_ in ("NN", "NNS"))


def _only_one(noun: Token) -> bool:
    """Whether an office has one holder at a time: "the brigade's commander", "the commander of the garrison"."""
    of = any(child.lower_ == "of" for child in noun.rights) and any(child.lower_ == "the" for child in noun.lefts)
    return noun.lemma_.lower() == "commander" and (of or any(child.dep_ == "poss" for child in noun.lefts))


def _counted(one: Voice) -> Token:
    """Of "one of the sources", "some of the witnesses": the sources, the witnesses."""
    head = one.head
    if head.lower_ not in _SOME:
        return head
    of = (child for child in head.children if child.dep_ == "prep" and child.lower_ in ("of", "among"))
    return next((noun for preposition in of for noun in preposition.children if noun.dep_ == "pobj"), head)


def _is_title(sheet: Sheet, one: Voice) -> bool:
    """Whether the head ends a name in capitals: "the Highland Conflict Monitor"."""
    before = sheet.doc[one.head.i - 1] if one.head.i > one.first else None
    return before is not None and one.head.text[:1].isupper() and before.text[:1].isupper() and before.lower_ not in ("the", "a", "an")
