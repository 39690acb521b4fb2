"""Speakers and hearers as parties of the report's cast."""

from dataclasses import dataclass

from sayso.model.codes import FIGHTERS, PartyKind
from sayso.reading.parsed import Token
from sayso.reading.said.draft import Draft
from sayso.reading.said.sheet import Sheet
from sayso.reading.said.speakers import Voice, author, is_document, voice
from sayso.reading.said.unnamed import Unnamed

_PRONOUNS = frozenset("he she they it we i you who him her them us me his their its this that these those which one".split())
COMMANDS = frozenset("""command leadership headquarters office bureau secretariat directorate staff presidency delegation branch wing arm chapter room
    centre center service section desk cell press media page channel account website radio communique bulletin leaflet release broadcast""".split())
"""What speaks for the body that it is of."""
_NO_PERSON = frozenset({"GPE", "LOC", "FAC", "NORP", "DATE", "ORG"})
_NAME = 5
"""So many tokens a name may have that is set off by commas."""
_OUTLETS = frozenset("afp reuters ap cnn bbc tass interfax sana xinhua dpa npr nbc abc cbs upi efe ansa kyodo anadolu rudaw".split())


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a statement is by: party, words, and whether nobody named stands behind it."""

    party: str | None
    span: tuple[int, int] | None
    anonymous: bool
    kind: PartyKind | None = None
    activist: bool = False
    named: bool = False

    @property
    def may_be_unnamed(self) -> bool:
        """Whether the speaker may be somebody who keeps his name back: by a role or as people of a body, not a named person or a newspaper."""
        return not self.named and self.kind not in ("outlet", "agency", "monitor")


_BODIES = frozenset({"employer", "company", "firm", "charity", "agency", "organisation", "organization", "union", "operator"})
"""Descriptions behind which a body's name stands and no person's: "their employer, Coast Power, said"."""


class People:
    """Finds a party for a noun phrase; adds one where the cast has none."""

    def __init__(self, sheet: Sheet, unnamed: Unnamed) -> None:
        self._unnamed = unnamed
        self.sheet = sheet
        self.cast = sheet.page.cast
        self._named = {alias.casefold(): m.id for m in reversed(self.cast.members()) for alias in m.aliases}
        self._last: str | None = None
        """The party that spoke last: whose "the statement" is, where nothing else tells."""

    def speakers(self, draft: Draft) -> list[Speaker]:
        """The speakers of a statement; two for "residents and a monitor"; one without party when nobody is named."""
        if draft.voice is None:
            return [Speaker(None, None, True)]
        whole = draft.voice
        if whole.head.lower_ == "it" and draft.cue is not None and draft.cue.row.cue == "read":
            return [Speaker(None, self._span(whole), True)]  # a letter or a sign, and no body
        others = [c for c in whole.head.children if c.dep_ == "conj" and c.i < whole.last]
        span = self._span(whole)
        if not others or whole.head.tag_ in ("PRP",):
            return [self._speaker(whole, span, self._called(draft))]
        parts = [Voice(whole.head, whole.first, others[0].left_edge.i)] + [voice(self.sheet, o, o.left_edge.i, whole.last) for o in others[:3]]
        found = [self._speaker(_bare(self.sheet, p), span) for p in parts]
        return list({s.party: s for s in found}.values())

    def hearers(self, draft: Draft) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """(via, audience): an agency or outlet that was told is both."""
        via: list[str] = []
        audience: list[str] = []
        for one in draft.audience:
            party = self._party(one)
            if party is None:
                continue
            audience.append(party)
            member = self.cast[party]
            if member.kind in ("outlet", "agency") or member.name.lower() in _OUTLETS:
                via.append(party)
        via += [p for p in map(self._party, draft.carriers) if p is not None]
        if any(self.cast[p].name[:1].isupper() for p in via):  # "told the newspaper Le Monde"
            audience = [p for p in audience if p not in via or self.cast[p].name[:1].isupper()]
            via = [p for p in via if self.cast[p].name[:1].isupper()]
        return tuple(dict.fromkeys(via)), tuple(dict.fromkeys(audience))

    def _speaker(self, one: Voice, span: tuple[int, int] | None, called: str | None = None) -> Speaker:
        party = called or self._author(one) or self._party(one)
        self._last = party or self._last
        anonymous = self._unnamed(self.sheet, one)
        if called is not None or (party is not None and (self.cast[party].entry is not None or self._is_named(party))):
            anonymous = False
        kind = self.cast[party].kind if party is not None else None
        return Speaker(party, span, anonymous, kind, one.head.lemma_.lower() == "activist", named=one.head.pos_ == "PROPN")

    def _is_named(self, party: str) -> bool:
        """Whether a party is a person with a name, whatever words it is called by here: "Omar Haddad, a Front member who told him to leave"."""
        return self.cast[party].kind == "person" and self.cast[party].by == "name"

    def _author(self, one: Voice) -> str | None:
        """Whose document speaks, where a document does."""
        if not is_document(one.head):
            return None
        owner = author(one.head)
        if owner is not None:
            return self._party(voice(self.sheet, owner, one.first, self.sheet.line(owner.i)[1]))
        bare = one.last - one.first <= 2 and self.sheet.lower[one.first] in ("the", "this", "that")
        return self._last if bare else None

    def _party(self, one: Voice) -> str | None:
        head = one.head
        if (body := self._own_command(head) or self._body_behind(head)) is not None:
            return body
        known = self.cast.at(head.idx, head.idx + len(head))
        if known is not None:
            return known
        if head.lower_ in _PRONOUNS:
            return self._goes_on(head)
        if (named := self._short_for(one)) is not None:
            return named
        span = self._span(one)
        if span is None:
            return None
        if not _nameable(head):
            return None
        core = self._core(one)
        name = self.sheet.text[core[0] : core[1]]
        same = self._named.get(name.casefold())
        if same is not None:
            self.cast.mention(same, *span)
            return same
        kind: PartyKind = "person" if head.ent_type_ == "PERSON" else "other"
        if name.lower().removeprefix("the ") in _OUTLETS:
            kind = "outlet"
        member = self.cast.add(" ".join(name.split()), kind, by="said.speaker", confidence=0.5)
        self.cast.mention(member.id, *span)
        self._named[name.casefold()] = member.id
        return member.id

    def _goes_on(self, pronoun: Token) -> str | None:
        """What "it" means where nothing else is found: the body that spoke last."""
        body = self._last is not None and self.cast[self._last].kind not in ("person", "civilians")
        return self._last if body and pronoun.lower_ == "it" and pronoun.dep_ == "nsubj" else None

    def _short_for(self, one: Voice) -> str | None:
        """Of "the league": the one body of the report whose name ends so."""
        noun = one.head.lower_
        if one.last - one.first != 2 or one.head.i != one.first + 1 or self.sheet.lower[one.first] != "the":
            return None
        bodies = [m for m in self.cast.members() if m.kind != "person" and m.name[:1].isupper() and m.name.lower().endswith(f" {noun}")]
        return bodies[0].id if len(bodies) == 1 else None

    def _body_behind(self, head: Token) -> str | None:
        """The body whose command or office speaks: "the General Command of the Northern Front", "the army's press centre" are its word."""
        known = self.cast.at(head.idx, head.idx + len(head))
        if head.lower_ not in COMMANDS or (known is not None and self.cast[known].entry is not None):
            return None
        if any(child.dep_ == "appos" and child.pos_ == "PROPN" for child in head.rights):
            return None  # "the United Nations humanitarian office, OCHA" has a name of its own
        behind = [noun for child in head.rights if child.lower_ in ("of", "for") for noun in child.children if noun.dep_ == "pobj"]
        before = [noun for noun in head.lefts if noun.dep_ in ("poss", "compound", "nmod", "amod") and noun.pos_ in ("PROPN", "NOUN", "PRON")]
        found = (self.cast.at(noun.idx, noun.idx + len(noun)) for noun in (*behind, *before))
        return next((party for party in found if party is not None and party != known and self.cast[party].kind != "person"), None)

    def _own_command(self, head: Token) -> str | None:
        """Of "Forces of the Front took the town, their operations room said": the Front, the first body with a name that the sentence tells of."""
        owner = next((child for child in head.lefts if child.tag_ == "PRP$"), None)
        if head.lower_ not in COMMANDS or owner is None or owner.lower_ not in ("its", "their"):
            return None
        first, _ = self.sheet.sentence(head.i)
        bodies = (self.cast.at(token.idx, token.idx + len(token)) for token in self.sheet.doc[first : head.i] if token.pos_ in ("NOUN", "PROPN"))
        return next((party for party in bodies if party is not None and self.cast[party].kind in FIGHTERS), None)

    def _called(self, draft: Draft) -> str | None:
        """The one whose name stands between a description and the cue: "a baker who hid, Lena Moro, told", "said a guard, Jan Vos"."""
        one, cue = draft.voice, draft.cue
        if one is None or cue is None or one.head.pos_ not in ("NOUN", "NUM"):
            return None
        if (beside := self._right_behind(one)) is not None:
            return beside
        sheet, behind = self.sheet, one.first > cue.i
        end = one.last if behind else cue.i
        while end > one.head.i and (sheet.words[end - 1] == "," or sheet.doc[end - 1].pos_ in ("ADV", "AUX")):
            end -= 1
        if not behind and sheet.words[end : end + 1] != [","]:
            return None
        start = end - 1
        while start > one.head.i + 1 and sheet.words[start - 1] != "," and end - start < _NAME:
            start -= 1
        name = sheet.doc[start:end]
        if sheet.words[start - 1] != "," or not all(token.text[:1].isupper() for token in name):
            return None
        known = next((p for i in range(end - 1, start - 1, -1) if (p := self.cast.at(sheet.starts[i], sheet.end_of(i))) is not None), None)
        if known is not None and (self.cast[known].kind == "person") == (one.head.lower_ in _BODIES):
            return None
        closest = sheet.doc[start - 2]
        if closest.i > one.head.i and closest.tag_ in ("NN", "NNP") and (known is None or not self._is_body(closest)):
            return None  # "a reporter for the paper, The Post", "the son of the mayor, Jan Vos": it may be the name of whom the description ends with
        if known is not None or len(name) < 2 or not all(t.pos_ == "PROPN" and t.ent_type_ not in _NO_PERSON for t in name):
            return known
        span = (sheet.starts[start], sheet.end_of(end - 1))
        member = self.cast.add(sheet.text[slice(*span)], "person", by="name", confidence=0.6)
        self.cast.mention(member.id, *span)
        return member.id

    def _is_body(self, noun: Token) -> bool:
        party = self.cast.at(noun.idx, noun.idx + len(noun))
        return party is not None and self.cast[party].kind != "person"

    def _right_behind(self, one: Voice) -> str | None:
        """The person whose name stands right behind what he is: "said the cadi Musa Bello, who went there"."""
        at = one.head.i + 1
        if at >= one.last or self.sheet.doc[at].pos_ != "PROPN":
            return None
        known = self.cast.at(self.sheet.starts[at], self.sheet.end_of(at))
        return known if known is not None and self._is_named(known) else None

    def _core(self, one: Voice) -> tuple[int, int]:
        """The noun phrase without apposition: what the party is called."""
        last = one.last
        for i in range(one.head.i + 1, one.last):
            if self.sheet.words[i] in (",", "(", "\u2014", "-", "\u2013"):
                last = i
                break
        return self.sheet.starts[one.first], self.sheet.end_of(max(last - 1, one.first))

    def _span(self, one: Voice) -> tuple[int, int] | None:
        if one.first >= one.last:
            return None
        return self.sheet.starts[one.first], self.sheet.end_of(one.last - 1)


def _bare(sheet: Sheet, one: Voice) -> Voice:
    last = one.last
    while last - 1 > one.head.i and (sheet.doc[last - 1].dep_ in ("cc", "punct")):
        last -= 1
    return Voice(one.head, one.first, last)


def _nameable(head: Token) -> bool:
    """Whether words may become a party that the cast does not have: by a name; things that "say" or are asked for are none."""
    return head.pos_ == "PROPN" or head.ent_type_ in ("PERSON", "ORG")
