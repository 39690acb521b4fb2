"""Who was spoken of last: what definite descriptions and pronouns go back to."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from itertools import accumulate

from sayso.model.codes import PartyKind
from sayso.reading.cast import Member
from sayso.reading.parsed import Parsed, Token
from sayso.reading.who.phrase import counted_by, stands_behind

_REACH = 120
"""Tokens that a pronoun reaches back at most."""
_KEPT = 80
_GOES_ON = 2.5
"""What it counts for a pronoun that speaks that somebody has spoken: worth fifty tokens."""
_ALIKE = 0.8
"""What it counts for "they" that somebody was called by a word in the plural."""
_TOLD_LAST = 1.2
"""What it counts against "they" who do something that somebody only stands behind what he says: "..., sources said. They freed ..."."""
_MARKS = frozenset({'"', "\u201c", "\u201d", "``", "''"})
_ATTRIBUTION = 4
"""Within how many tokens behind a quotation a pronoun is that of its speaker: "..., its chief negotiator said"."""
_BESIDE = 15
"""Within how many tokens before a quotation its speaker is named."""
_OF_A_STATE: frozenset[PartyKind] = frozenset({"military", "police", "government", "agency"})


@dataclass(frozen=True, slots=True)
class Sighting:
    """One mention: whose, at which token, in which sentence, whether as a subject, as one who speaks, and by a word in the plural."""

    member: Member
    at: int
    sentence: int
    subject: bool
    speaks: bool
    plural: bool


class Recency:
    """The last mentions of one page, in the order of the text."""

    def __init__(self, doc: Parsed, saying: Set[str]) -> None:
        self._saying = saying
        self._sentence: list[int] = list(accumulate(int(token.is_sent_start) for token in doc))
        """Token to the number of its sentence."""
        self._quoted = _quotations(doc)
        self._seen: list[Sighting] = []
        self._called: dict[str, set[str]] = {}
        self._made: dict[str, set[str]] = {}

    def seen(self, member: Member, head: Token) -> None:
        """Note a mention."""
        if head.tag_ in ("NN", "NNS") and member.by in ("lexicon", "name"):
            self.called(member, head.lemma_.lower())
        top = counted_by(head)
        subject = top.dep_ in ("nsubj", "nsubjpass") or (top.dep_ == "conj" and top.head.dep_ == "nsubj")
        self._seen.append(Sighting(member, head.i, self._sentence[head.i], subject, self.speaks(head), head.tag_ in ("NNS", "NNPS")))
        if len(self._seen) > 2 * _KEPT:
            del self._seen[:_KEPT]

    def noted(self, head: Token) -> bool:
        """Whether a mention with this head has been noted."""
        return any(sighting.at == head.i for sighting in reversed(self._seen))

    def speaks(self, head: Token) -> bool:
        """Whether a mention is the subject of a verb of speech, or that according to which something is told."""
        while head.dep_ == "appos":
            head = head.head
        source = head.dep_ == "pobj" and head.head.lower_ == "to" and head.head.head.lower_ == "according"
        return source or (head.dep_ == "nsubj" and head.head.lower_ in self._saying)

    def called(self, member: Member, noun: str) -> None:
        """Note that the report calls a party's people by this noun: "Islamic State militants"."""
        self._called.setdefault(noun, set()).add(member.id)

    def made(self, member: Member, noun: str) -> None:
        """Note that a party is such a body by its names: an "alliance"."""
        self._made.setdefault(noun, set()).add(member.id)

    def only_called(self, noun: str, members: Mapping[str, Member]) -> Member | None:
        """The one party whose people the report has called by this noun; None where it called none or several so."""
        known = self._called.get(noun, set())
        return members.get(next(iter(known))) if len(known) == 1 else None

    def state_body(self, noun: str) -> Member | None:
        """The body of a state spoken of last under this noun: after "Chad's army", "the army" is that one."""
        for sighting in reversed(self._seen):
            member = sighting.member
            named = member.kind in _OF_A_STATE and member.by in ("lexicon", "institution")
            if named and any(name.lower().endswith(f" {noun}") for name in (member.name, *member.aliases)):
                return member
        return None

    def group(self, token: Token, kinds: tuple[PartyKind, ...], noun: str = "", union: bool = False) -> Member | None:
        """The named body of these kinds spoken of last, before `token`; one that the report calls by the noun goes first.

        A subject of the same sentence is passed over, it would be "it", not "the group"; and so is what the noun is joined to: "a deal between
        the alliance and the militants". A union ("the alliance") is nobody but a coalition or a party that is called so.
        """
        known = self._called.get(noun, set())
        if union:
            known = known | self._made.get(noun, set())
        fallback: Member | None = None
        others = self._others(token)
        for sighting in reversed(self._seen):
            member = sighting.member
            if member.kind not in kinds or member.by not in ("lexicon", "name") or member.id in others or stands_behind(token.doc, sighting.at, {}):
                continue
            if member.id in known or not (known or union):
                return member
            if not union or member.kind == "coalition":
                fallback = fallback or member
        return fallback

    def bearer(self, noun: str) -> Member | None:
        """The body spoken of last in whose name the noun stands: "the ministry" after "the health ministry"."""
        for sighting in reversed(self._seen):
            member = sighting.member
            if member.kind != "person" and not member.many and any(noun in called.lower().split() for called in (member.name, *member.aliases)):
                return member
        return None

    def _others(self, token: Token) -> set[str]:
        """The parties of the same sentence that a description in it cannot mean: who acts beside it, unless the description is who tells."""
        joined = {t.i for t in (token.head, *token.conjuncts)} if token.dep_ == "conj" else set()
        here = [sighting for sighting in self._seen[-_KEPT:] if sighting.sentence == self._sentence[token.i]]
        top = token
        while top.dep_ in ("poss", "pobj", "prep", "compound"):  # "the head of the alliance's media office"
            top = top.head
        speaks = self.speaks(top)  # of what it has done itself: "The SDF took it, the alliance said"
        return {sighting.member.id for sighting in here if (sighting.subject and not speaks) or sighting.at in joined}

    def person(self, noun: str, owner: Member | None) -> Member | None:
        """The person spoken of last who holds such an office, of such a body where one is named."""
        fallback: Member | None = None
        for sighting in reversed(self._seen):
            member = sighting.member
            if member.kind != "person":
                continue
            titled = any(f" {noun} " in f" {role.title.lower()} " for role in member.roles)
            if owner is not None:
                if any(role.of == owner.id for role in member.roles):
                    if titled:
                        return member
                    fallback = fallback or member
            elif titled:
                return member
        return fallback

    def _attributes(self, owner: Token) -> bool:
        """Whether a possessive is that of who has just been quoted: "..., its chief negotiator said"."""
        behind = any((quoted := self._quoted.get(at)) is not None and quoted[1] < owner.i for at in range(owner.i - _ATTRIBUTION, owner.i))
        return behind and self.speaks(owner.head)

    def pronoun(self, token: Token, sort: str, gender: str | None) -> Member | None:
        """Whom a pronoun means: of those that agree with it, subjects and near ones first."""
        sentence, speaks = self._sentence[token.i], self.speaks(token) or (token.dep_ == "poss" and self._attributes(token))
        opening = _quoted_from(token) if sort == "person" else 0
        best: tuple[float, Member] | None = None
        seen: set[str] = set()
        single: set[str] = set()
        own = _verbs_over(token)
        for sighting in reversed(self._seen):
            distance = token.i - sighting.at
            if distance > _REACH:
                break
            member = sighting.member
            if sort == "many" and sighting.sentence == sentence and token.doc[sighting.at].lower_ in _SINGLE:
                single.add(member.id)  # "it said dozens of them": others than it
            if distance <= 0 or member.id in single or (sighting.subject and token.doc[sighting.at].head.i in own):
                continue  # "troops have killed 120 of them": not of the troops
            if sort == "person" and sighting.plural and member.kind != "person":
                continue  # "he" is not "police"
            its_men = sighting.plural and token.doc[sighting.at].tag_ == "NNS"
            if sort == "body" and speaks and token.dep_ == "nsubj" and its_men and sighting.sentence == sentence:
                continue  # "the group's fighters burned the village, it said": not the group
            quoted = self._quoted.get(sighting.at)
            theirs = quoted is not None and quoted != self._quoted.get(token.i)  # spoken of in somebody's words that the pronoun is no part of
            if theirs and quoted is not None and token.i - quoted[1] <= _ATTRIBUTION:
                continue  # "the army killed our men," its spokesman said: not the army's
            if not agrees(member, sort, gender) or (opening and sighting.speaks and 0 < opening - sighting.at < _BESIDE):
                continue  # "he" in somebody's words is another than who says them
            score = (1.6 if sighting.subject and not theirs else 0.0) + (0.5 if sighting.sentence == sentence else 0.0) - distance / 20
            if speaks and sighting.speaks and token.head.dep_ != "relcl":  # "shot a man who they said had thrown a bomb": who shot him
                score += _GOES_ON
            if member.id in seen:
                score += 0.2
            if sort == "many":  # a country is seldom "they"
                score += _ALIKE if sighting.plural else -_ALIKE if member.kind == "state" else 0.0
            if sort == "many" and sighting.speaks and not speaks and sighting.sentence != sentence and _told_last(token.doc[sighting.at]):
                score -= _TOLD_LAST
            if sort == "person" and member.gender is not None:
                score += 0.8
            if sort == "person" and member.kind == "person":
                score += 0.5
            seen.add(member.id)
            if best is None or score > best[0]:
                best = (score, member)
        return best[1] if best else None


def _quotations(doc: Parsed) -> dict[int, tuple[int, int]]:
    """Each token between quotation marks with the first and the last token there; a mark that nothing closes in its paragraph opens nothing."""
    found: dict[int, tuple[int, int]] = {}
    opened: int | None = None
    for token in doc:
        if "\n" in token.text:
            opened = None
        elif token.text in _MARKS and opened is None:
            opened = token.i
        elif token.text in _MARKS and opened is not None:
            found |= dict.fromkeys(range(opened + 1, token.i), (opened, token.i))
            opened = None
    return found


def _told_last(speaker: Token) -> bool:
    """Whether a speaker stands behind what is said: "..., residents said"."""
    said = speaker.head
    return any(child.dep_ == "ccomp" and child.i < speaker.i for child in said.children) or (said.dep_ == "parataxis" and said.head.i < speaker.i)


_SINGLE = frozenset({"it", "its", "itself"})


def _verbs_over(pronoun: Token) -> set[int]:
    """The verb of which a pronoun is the object or stands behind a preposition, with those whose subject is its own: "led a force and attacked
    them"; none for subjects, possessives and reflexives."""
    above = pronoun.head
    let = pronoun.dep_ == "nsubj" and pronoun.lower_ in ("them", "him", "her") and above.dep_ in ("ccomp", "xcomp")  # "let them march"
    if let:
        above = above.head
    elif pronoun.dep_ not in ("dobj", "pobj", "dative", "iobj") or pronoun.lower_.endswith(("self", "selves")):
        return set()
    while above.pos_ in ("ADP", "NUM", "NOUN") and above.head is not above:
        above = above.head
    found = {above.i} if above.pos_ == "VERB" else set()
    while found and (above.dep_ in ("conj", "xcomp") or (above.dep_ == "advcl" and above.tag_ == "VBG")) and above.head.pos_ == "VERB" and \
            not any(c.dep_ in ("nsubj", "nsubjpass") for c in above.children):
        above = above.head
        found.add(above.i)
    return found


def _quoted_from(token: Token) -> int:
    """The token that opens the quotation around a word; 0 where none is open."""
    for before in reversed(token.doc[max(token.i - _REACH, 0) : token.i]):
        if before.text in _MARKS:
            apart = before.i == 0 or before.nbor(-1).whitespace_ or before.nbor(-1).is_space
            opens = before.text in ("\u201c", "``") or (before.text == '"' and not before.whitespace_ and apart)
            return before.i if opens else 0
    return 0


def agrees(member: Member, sort: str, gender: str | None) -> bool:
    """Whether a pronoun of a sort (person, body, many) may mean a party."""
    if sort == "person":
        alone = member.by == "description" and not member.many
        single = member.kind == "person" or (alone and member.kind in ("civilians", "military", "armed_group", "other", "police"))
        return single and member.gender in (None, gender)
    if sort == "body":
        return member.kind not in ("person", "civilians") and not member.many
    return member.kind not in ("person", "outlet", "agency") and (member.many or member.kind != "civilians")
