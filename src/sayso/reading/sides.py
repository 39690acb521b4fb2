"""Which party words mean, for the questions about ground and talks: noun phrases, "we", "both sides", "rebel-" in "rebel-held"."""

from collections.abc import Mapping
from functools import cached_property

from sayso.lexicon.party_rows import PartyRow
from sayso.model.codes import FIGHTERS, POWERS
from sayso.reading.brokering import brokers
from sayso.reading.cast import Member
from sayso.reading.grammar import agents, antecedent, expand, noun_span, objects_of, resolved
from sayso.reading.issuer import OURS, issuer
from sayso.reading.page import Page
from sayso.reading.parsed import Token
from sayso.reading.side_phrases import (
    aliases_of,
    bears_arms,
    body_of_men,
    by_their_words,
    masters,
    of_sides_before,
    own_span,
    set_apart,
    some_of,
    warned,
)
from sayso.reading.side_words import (
    AID,
    ALLIES,
    BOTH,
    CAPTORS,
    EACH,
    EACH_OF,
    FLYING,
    GENERIC,
    GROUPS,
    LEADING,
    LONGEST_NAME,
    MEN,
    OF_THE_VICTIM,
    OTHERS,
    SAME,
    SENT,
    SIDES,
    WARRING,
    WHOSE,
    stands_for_sides,
)
from sayso.reading.standing_for import kind_by_words, stands_for
from sayso.reading.states import nations, ruling
from sayso.reading.two_sides import ties_before, two_sides

SPEAKERS = frozenset({"outlet", "agency", "monitor"})
"""Kinds of party that tell of a war and do not take part in it."""

ARMED: frozenset[str] = FIGHTERS


class Sides:
    """The parties of one page, asked for by words."""

    def __init__(self, page: Page, known: Mapping[str, PartyRow] | None = None) -> None:
        self._page = page
        self._lexicon = known or {}
        self._known: dict[int, tuple[str, ...]] = {}
        self._standing: dict[str, str | None] = {}

    def of(self, token: Token) -> tuple[str, ...]:
        """The parties a noun or pronoun means, without those coordinated with it; empty when none is known."""
        if token.i not in self._known:
            self._known[token.i] = ()  # "both" before "they" may each ask for the other
            self._known[token.i] = self._find(token)
        return self._known[token.i]

    def of_all(self, tokens: list[Token]) -> tuple[str, ...]:
        """The parties of several nouns, in their order, each once; "government and rebel forces" gives both."""
        found: dict[str, None] = {}
        for token in tokens:
            for child in token.lefts:
                if child.dep_ in ("nmod", "compound", "amod") and any(c.dep_ == "cc" for c in child.children):
                    joined = [word for word in expand(child) if word.i + 1 != token.i]
                    found.update(dict.fromkeys(p for word in joined for p in self._modifying(word)))
            beside = (c for c in token.rights if c.dep_ == "appos" and not some_of(c) and ((token.tag_, c.tag_) != ("NNS", "NN") or self._a_force(c)))
            named = [n for c in beside for n in expand(c) if token.pos_ == "NOUN"]
            apposed = [p for n in named for p in self.of(n) if self.kind(p) not in SPEAKERS]  # "... killed ten people, the monitor said", misread
            lost = len(named) > 1 and named[0].left_edge.i == token.i + 1  # "the regime Russia and the militias", a comma lost
            if (not apposed or lost) and (own := self.of(token)) and (not apposed or self.kind(own[0]) in ("state", "government")):
                apposed = [*own, *apposed]
            found.update(dict.fromkeys(apposed))
        return tuple(found)

    def _a_force(self, noun: Token) -> bool:
        """ "The gunmen, a militia from the hills, seized": one force that many are; "ten fighters, a militia said" is misread."""
        return set_apart(noun) and any(self.kind(p) in GROUPS | {"military"} for p in self.of(noun))

    def _modifying(self, word: Token) -> tuple[str, ...]:
        known = word.lemma_.lower() in GENERIC or word.text[:1].isupper()
        party = self._page.cast.at(word.idx, word.idx + len(word)) or (self.named(word.lemma_) if known else None)
        return (party,) if party else ()

    def after(self, preposition: Token) -> tuple[str, ...]:
        """The parties that stand after a preposition, read along the line up to the next verb or preposition: "between X and Y"."""
        found: dict[str, None] = {}
        for token in preposition.doc[preposition.i + 1 : min(preposition.i + 25, preposition.sent.end)]:
            clause = token.pos_ in ("VERB", "AUX") and token.dep_ != "amod"  # "the Oslo-backed rebels" are none
            if clause or token.text in (".", ";", ":") or (token.pos_ == "ADP" and token.lower_ not in ("of", "from")):
                break
            modifier = token.dep_ in ("compound", "amod", "nmod", "poss") and token.head.i > token.i
            if modifier and not any(child.dep_ == "cc" for child in token.children):
                continue
            if token.dep_ == "conj" and token.head.dep_ in ("compound", "amod", "nmod") and token.head.head.i == token.i + 1:
                continue  # "between the government and opposition groups": the groups are the opposition's
            if token.pos_ in ("NOUN", "PROPN", "PRON", "ADJ"):
                found.update(dict.fromkeys(self.of(token) if token.pos_ == "PRON" or token.lemma_ in SIDES else self._modifying(token)))
        named = tuple(p for p in found if self._page.cast[p].kind != "other" or self.words(p)[-1] not in ALLIES)
        return named if len(named) > 1 else tuple(found)  # "between the rebels' allies Oslo and Havana"

    def _find(self, token: Token) -> tuple[str, ...]:
        cast = self._page.cast
        token = resolved(token)
        if token.lower_ in EACH_OF and stands_for_sides(token) and token.dep_ in ("nsubj", "dobj", "pobj", "dative"):
            return self._the_two(token)
        if token.pos_ == "PRON":
            party = cast.at(token.idx, token.idx + len(token))
            if token.lower_ in OURS:
                party = self.behind(self.speaker(token) or party)
            elif (own := self._told_of_itself(token) or next((p for noun in warned(token) for p in self.of(noun)), None)) is not None:
                return (own,)
            elif party is not None and token.lower_ in OTHERS and self._quoted_side(token) in (party, self.behind(party)):
                return ()  # "they bombed women", says the spokesman of one side: not his own
            if token.lower_ == "they" and of_sides_before(token):
                return self.both
            if party is None and token.lower_ in ("it", "they") and token.head.dep_ == "ccomp":
                # "the army said it had": where nothing else is known, the speaker means himself
                named = [n for n in agents(token.head.head) if n.pos_ != "PRON"]
                meant = dict.fromkeys(p for n in named for p in self.of(n))
                return tuple(p for p in meant if token.lower_ == "it" or len(meant) > 1 or self.kind(p) != "person")
            return (party,) if party else ()
        start, end = noun_span(token)
        if token.lemma_.lower() in SENT:
            ties = [c for child in token.children if child.lower_ in ("of", "from", "for") for c in expand(child)]
            several = [p for c in ties for n in objects_of(c) if (p := cast.at(*own_span(n)))]
            if len(set(several)) > 1:
                return tuple(dict.fromkeys(several))
        if token.lemma_.lower() in SIDES and {child.lower_ for child in token.children} & (BOTH if token.tag_ == "NNS" else EACH):
            groups = tuple(party for party in self.belligerents if self.kind(party) == "armed_group")[:2]
            return self._the_two(token) if token.lemma_ != "faction" else groups if len(groups) == 2 else ()
        its_own = any(child.lower_ == "own" for child in token.children)  # "shelled its own capital"
        party = self._at(token.idx, end) or (None if its_own else self._at(start, end))
        if party:
            owner = self._owner_of_men(token, party) or body_of_men(self._page, token, party)
            return (owner,) if owner is not None else self._senders(token, party) or (party,)
        if token.lemma_.lower() in OF_THE_VICTIM and token.lemma_ != "ouster":  # whoever demands his ouster demands it of him
            return ()
        for child in token.children:
            if its_own and child.pos_ == "PRON":
                continue
            if child.dep_ in ("poss", "compound", "nmod", "amod", "appos") and (party := cast.at(child.idx, child.idx + len(child))):
                return (party,)
            if child.dep_ == "prep" and (child.lower_ in ("of", "from") or (child.lower_ == "for" and token.lemma_.lower() in SENT)):
                found = [p for noun in objects_of(child) if (p := cast.at(*own_span(noun)))]
                if found:
                    return tuple(dict.fromkeys(found)) if token.lemma_.lower() in SENT else (found[0],)
        return tuple(dict.fromkeys(p for noun in masters(token) if (p := cast.at(*noun_span(noun)))))[:1]

    def _senders(self, noun: Token, party: str) -> tuple[str, ...]:
        """The sides whose people are meant: "army commanders", "the group's leaders", "negotiators from Aceh"."""
        member = self._page.cast[party]
        if noun.lemma_.lower() not in SENT or member.kind != "other" or member.entry or noun.pos_ != "NOUN":
            return ()
        nouns = [n for c in noun.children if c.lower_ in ("of", "from", "for") for n in objects_of(c)]
        found = dict.fromkeys(p for n in nouns for p in self.of(n) or ruling(self._page, n) if p != party)
        if not found and (owner := self.owner_word(noun)) is not None and owner != party:
            return (owner,)
        return tuple(found)

    def _owner_of_men(self, noun: Token, party: str) -> str | None:
        """The side whose men are meant: "its fighters", where "its" is known or, of what a side's own speaker says, the side."""
        member = self._page.cast[party]
        owner = next((child for child in noun.lefts if child.dep_ == "poss" and child.lower_ in WHOSE), None)
        if owner is None or member.entry or noun.lemma_.lower() not in MEN or (member.kind not in ARMED and noun.lemma_.lower() != "man"):
            return None
        whose = next(iter(self.of(antecedent(owner) or noun.head.head)), None) if noun.head.dep_ == "relcl" else None
        meant = whose if owner.lower_ == "whose" else self._page.cast.at(owner.idx, owner.idx + len(owner)) or self.speaker(noun)
        side = self.behind(meant)
        return side if side is not None and side != party and self.kind(side) in ("armed_group", "coalition", "military") else None

    def _at(self, start: int, end: int) -> str | None:
        party = self._page.cast.at(start, end)
        return party if party and len(self._page.cast[party].name.split()) <= LONGEST_NAME + 3 else None

    def _told_of_itself(self, token: Token) -> str | None:
        """The armed group whose speaker says outside quotation marks what "they" have done: "its spokesman said they had shot down a jet"."""
        clause = token.head
        if token.lower_ != "they" or token.dep_ != "nsubj" or clause.dep_ != "ccomp" or not any(c.dep_ == "dobj" for c in clause.children):
            return None
        statement = self._page.statement_around(token.idx, token.idx + len(token))
        if statement is not None and statement.kind == "direct":
            return None
        speakers = (party for noun in agents(clause.head) if noun.pos_ != "PRON" for party in self.of(noun))
        sides = (self.behind(party) for party in speakers if self.is_person(party))
        return next((side for side in sides if side is not None and self.kind(side) in ("armed_group", "coalition")
                     and not self.is_person(side)), None)

    def _quoted_side(self, token: Token) -> str | None:
        """The side of who says the quotation that a token stands in; None outside quotation marks."""
        statement = self._page.statement_around(token.idx, token.idx + len(token))
        return self.behind(statement.speaker) if statement is not None and statement.kind == "direct" else None

    def speaker(self, token: Token) -> str | None:
        """Who says the words around a token; in a report that is one party's statement that party, outside all quotations."""
        statement = self._page.statement_around(token.idx, token.idx + len(token))
        return statement.speaker if statement else self._issuer

    @cached_property
    def _issuer(self) -> str | None:
        if (publisher := self._page.publisher) is not None and self.kind(publisher) in ARMED:
            return publisher
        return issuer(self._page, lambda party: self.kind(party) in ARMED)

    def behind(self, party: str | None) -> str | None:
        """The party a person speaks for when he says "we": the one whose office he holds; any other party itself."""
        if party is None:
            return None
        member = self._page.cast[party]
        if member.kind in ("person", "other") or (member.kind == "civilians" and member.roles):
            own = next((role.of for role in member.roles if role.of is not None), None)
            return own or (self._sent_by(member) if member.kind == "other" else self._stood_for(party)) or party
        return party

    def _stood_for(self, party: str) -> str | None:
        if party not in self._standing:
            self._standing[party] = stands_for(self._page, self._page.cast[party], self.belligerents, self.named)
        return self._standing[party]

    def is_aid(self, party: str) -> bool:
        """Whether a party is of a body that helps or watches: "Red Cross officials", "UN monitors"."""
        member = self._page.cast[party]
        return any(word in AID for alias in aliases_of(member) for word in alias.lower().split())

    def body(self, party: str) -> bool:
        """Whether a party is a body by its name, of which nothing else is known: "the League"."""
        member = self._page.cast[party]
        return member.kind == "other" and member.by == "name" and member.name[:1].isupper()

    def words(self, party: str) -> list[str]:
        """The words of a party's name, written small."""
        return self._page.cast[party].name.lower().split()

    def described(self, party: str) -> frozenset[str]:
        """The words of all that a party is called in the report, his offices among them, written small."""
        member = self._page.cast[party]
        spoken = [*aliases_of(member), *(role.title for role in member.roles), *(self._page.report.text[a:b] for a, b in member.mentions[:3])]
        return frozenset(word.strip(",.").lower() for words in spoken for word in words.split())

    def kind(self, party: str) -> str:
        """A party's kind; a person who holds an office of an armed side or a government counts as that side."""
        member = self._page.cast[party]
        if member.kind in ("person", "other", "civilians") and member.roles:
            of = next((role.of for role in member.roles if role.of), None)
            if of is not None and of != party:
                return self._page.cast[of].kind
        by_words = kind_by_words(self._page, member) if member.kind in ("person", "other") else member.kind
        if by_words == "civilians" and party in self._captors:
            return "armed_group"
        if by_words == "person" and (side := self._stood_for(party)) is not None:
            return self._page.cast[side].kind
        if by_words in ("party", "other"):
            if bears_arms(member):
                return "armed_group"
            body = self._sent_by(member)
            if party in self._fighting or body in self._fighting:
                return "armed_group"
            return self._page.cast[body].kind if body is not None else by_words
        return by_words

    def is_person(self, party: str) -> bool:
        """Whether a party is a person, whatever side he counts as."""
        return self._page.cast[party].kind == "person"

    def is_named(self, party: str) -> bool:
        """Whether a person is called by a name and not only by an office: "army spokesman"."""
        return any(any(c.isupper() for c in alias.split()[-1]) for alias in aliases_of(self._page.cast[party]))

    def _sent_by(self, member: Member) -> str | None:
        """The party whose people a description means: "Front negotiators", "government delegates"."""
        whose, _, noun = member.name.rpartition(" ")
        body = self.named(whose.rstrip("'’")) if whose and noun.lower().removesuffix("s") in SENT else None
        return body if body != member.id else None

    @cached_property
    def _fighting(self) -> frozenset[str]:
        """The political parties and bodies of no known kind that the report tells to attack, hold ground or withdraw: they are sides of its war."""
        acting = (p for e in self._page.events if e.type in WARRING for p in e.actors)
        return frozenset(p for p in acting if self._page.cast[p].kind in ("party", "other"))

    @cached_property
    def _captors(self) -> frozenset[str]:
        """The men of no known side whom the report tells to abduct people: "the men who kidnapped four nurses"."""
        acting = (p for e in self._page.events if e.type == "ASSAULT" and e.mode == "abduct" and e.status == "happened" for p in e.actors)
        return frozenset(p for p in acting if self._page.cast[p].name.lower().rpartition(" ")[2] in CAPTORS)

    @cached_property
    def belligerents(self) -> tuple[str, ...]:
        """The armed sides of the report, those most spoken of first."""
        sides = [m for m in self._page.cast.members() if (m.kind in ARMED or m.id in self._fighting or bears_arms(m)) and m.mentions]
        sides.sort(key=lambda m: (-len(m.mentions), min(m.mentions)))
        return tuple(m.id for m in sides)

    @cached_property
    def both(self) -> tuple[str, ...]:
        """The two sides: those most spoken of, a state's men aside where the state is one of them."""
        return two_sides(self._page, self.belligerents, self._brokers)

    def _the_two(self, noun: Token) -> tuple[str, ...]:
        """The two sides that a word means: those that were just told to be at it, "between the army and the rebels"; else the report's."""
        return next((two for tie in ties_before(noun) if len(two := self.after(tie)) == 2), self.both)

    def nations(self, last: Token) -> tuple[str, ...]:
        """The states that words joined by hyphens up to this one name: "US-Russian"."""
        return nations(self._page, last)

    def _only_one(self, across: list[str], state: bool) -> str | None:
        """The side across that is spoken of but once, where there is no other, or where all across are one government and its army."""
        kinds = {self.kind(p) for p in across}
        if not across or any(self.kind(p) == "state" and self._page.cast[p].entry is not None for p in across):
            return None
        return across[0] if len(across) == 1 or (not state and kinds <= {"government", "military"}) else None

    @cached_property
    def _brokers(self) -> frozenset[str]:
        return brokers(self._page)

    def armed(self, noun: Token) -> bool:
        """Whether a noun means a side that may bear arms."""
        return any(self.kind(party) in ARMED for party in self.of(noun))

    def outsider(self, party: str) -> bool:
        """Whether a party is a body between the sides, or of a state that is none of the two most spoken of."""
        own = {party, self.behind(party)}
        return self.kind(party) in ("io", "ngo", "state", "government") and not own & set(self.belligerents[:2])

    def opponent(self, party: str, *, across_only: bool = False) -> str | None:
        """The armed side most spoken of on the other side of a party: a group for a government and a government for a group, if any; else
        another of its own sort, but with `across_only`."""
        own = {party, self.behind(party)}
        if not own & set(self.belligerents[:LEADING]):
            return None
        mine = self.kind(party) in POWERS
        others = [p for p in self.belligerents if p not in own and (p not in self._brokers or self.kind(p) in GROUPS)]
        across = [p for p in others if (self._page.cast[p].kind in POWERS) != mine]
        found = next((p for p in across or (() if across_only else others) if len(self._page.cast[p].mentions) > 1), None)
        return found if found is not None or across_only or len(self._page.cast[party].mentions) == 1 else self._only_one(across, mine)

    @cached_property
    def _names(self) -> dict[str, str]:
        """Every alias, and every word of an alias that stands for its party, to the party most mentioned under it."""
        silent = SPEAKERS | {"person", "civilians", "ngo", "io"}
        return by_their_words(m for m in self._page.cast.members() if m.kind not in silent)

    def named(self, words: str) -> str | None:
        """The party meant by the word before "-held", "siege" or "hands": by alias, by a word of one, by its like, or a new one."""
        word = words.lower().removeprefix("the ").removesuffix("'s").strip()
        found = self._names.get(word) or self._names.get(word.removesuffix("s"))
        if found:
            return found
        alike = (self._names[other] for like in SAME if word in like for other in like if other in self._names)
        if (found := next(alike, None)) is not None:
            return found
        row = self._lexicon.get(words) or self._lexicon.get(word)
        if row is not None:
            member = self._page.cast.add(row.name, row.kind, by="sides.lexicon", confidence=0.7, entry=row.id)
            member.aliases.append(words)
            self._names[word] = member.id
            return member.id
        if word in GENERIC:
            name, kind = GENERIC[word]
            member = self._page.cast.add(name, kind, by="sides.described", confidence=0.6)  # type: ignore[arg-type]
            self._names[word] = member.id
            return member.id
        return None

    def owner_word(self, noun: Token) -> str | None:
        """The party named by a word before a noun: "government siege", "rebel stronghold", "the Houthis' enclave"."""
        whose = next((child for child in noun.children if child.dep_ == "poss" and child.pos_ == "PRON"), None)
        if whose is not None:
            if any(child.lower_ == "own" for child in noun.children):
                return None  # "shelled its own capital" befalls nobody else
            return next(iter(self.of(whose)), None)
        for child in reversed(list(noun.lefts)):  # the nearest: "the Syrian opposition stronghold"
            if child.lower_ == "fighter" and noun.lemma_.lower() in FLYING:
                continue  # "fighter jets" are nobody's men
            if child.dep_ in ("poss", "compound", "amod", "nmod", "npadvmod"):
                for word in expand(child):
                    party = self.of(word) if word.dep_ == "poss" or word.pos_ == "PROPN" else ()
                    if party:
                        return party[0]
                    found = self.named(word.lemma_) or self.named(word.text)
                    if found:
                        return found
        return None
