"""Names in the text: each given to its party, with the titles, appositions and brackets around it."""

from dataclasses import replace

from sayso.reading.cast import Member
from sayso.reading.names.phrases import fold
from sayso.reading.page import Name
from sayso.reading.parsed import Token
from sayso.reading.who.acting import acts
from sayso.reading.who.phrase import left_of
from sayso.reading.who.scene import Scene

_TITLE_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "POS", "DT", "HYPH"})
_STANDING = frozenset("retired acting elected appointed exiled deposed jailed alleged slain ousted outgoing incoming designated".split())
"""Participles among the words before a name."""
_OF_STATE = frozenset("president minister premier king queen ambassador secretary envoy prince chancellor general army".split())
_STOPS = frozenset(".!?")
_MALE = frozenset("mr mr. king prince sheikh sir lord father".split())
_FEMALE = frozenset("mrs mrs. ms ms. miss queen princess spokeswoman chairwoman lady".split())
_BESIDE_STATES = frozenset({"armed_group", "coalition", "military", "io"})
_LONGEST = 16
"""Tokens that an apposition has at most to be taken into a mention."""


class Named:
    """Gives the names of one page to parties."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._doc = scene.doc
        self._known = scene.known

    def place(self, at: int) -> None:
        """A country or a seat of government that acts is a party; its name becomes a group's."""
        scene = self._scene
        name = scene.page.names[at]
        if not name.entry or not name.entry.startswith(("country:", "seat:")):
            return
        tokens = scene.page.tokens(name.start, name.end)
        head = tokens.root
        joined = scene.held.get(head.head.i) if head.dep_ == "conj" else None
        fights = joined is not None and joined.kind in _BESIDE_STATES and head.head.dep_ == "nsubj"  # "Hamas and Israel agreed"
        beside = fights or (joined is not None and joined.kind in ("state", "government"))
        if acts(head, name.entry.startswith("seat:"), beside, tokens[-1].idx + len(tokens[-1]) > name.end):
            member = scene.register.country(name.entry.partition(":")[2])
            shown = scene.page.report.text[name.start : name.end]
            if shown not in member.aliases:
                member.aliases.append(shown)
            scene.page.names[at] = replace(name, kind="group")
            start = tokens[0].i
            scene.mention(member, start - 1 if start and self._doc[start - 1].lower_ == "the" else start, tokens[-1].i + 1, head)

    def group(self, name: Name) -> None:
        """A body's name, with "the" before it and its short form or an apposition after it."""
        tokens = self._scene.page.tokens(name.start, name.end)
        head = tokens.root
        member = self._scene.register.named(name)
        start = tokens[0].i
        modifies = head.dep_ in ("compound", "amod", "nmod") and head.head.i > tokens[-1].i
        if start and not modifies and self._doc[start - 1].lower_ in ("the", "a"):
            start -= 1
        self._scene.mention(member, start, self._after(member, head, tokens[-1].i + 1), head)

    def person(self, name: Name) -> None:
        """A person's name, with titles before it and offices after it."""
        tokens = self._scene.page.tokens(name.start, name.end)
        head = tokens.root
        if head.dep_ == "compound" and head.head.i > tokens[-1].i and self._scene.noun(head.head) is None:
            return  # the Annan plan, the Minsk talks: not the man
        member = self._scene.register.named(name)
        start = self._titles(member, tokens[0].i)
        self._scene.mention(member, start, self._after(member, head, tokens[-1].i + 1), head)

    # before a name

    def _titles(self, member: Member, first: int) -> int:
        """Where the titles before a person's name start; the offices they tell are noted."""
        doc, at = self._doc, first
        while at and first - at < 10 and not (doc[at].is_sent_start and doc[at - 1].text in _STOPS) and (
            doc[at - 1].tag_ in _TITLE_TAGS or doc[at - 1].text in (".", "-") or doc[at - 1].lower_ in _STANDING
        ) and not doc[at - 1].is_space:
            if doc[at - 1].text == "." and doc[at - 1].is_sent_end and (at == 1 or not doc[at - 2].is_alpha):
                break
            at -= 1
        titles = [t for t in doc[at:first] if t.lower_.rstrip(".") in self._known.offices and t.i not in self._scene.name_at]
        if not titles:
            return first
        body = self._scene.group_in(at, first)
        of = self._scene.register.named(body) if body is not None else self._state(at, first, titles)
        words = [
            t.text for t in doc[at:first]
            if t.i not in self._scene.name_at and t.tag_ not in ("DT", "POS") and fold(t.text) not in self._known.adjectives
        ]  # fmt: skip
        low = titles[-1].lower_
        member.gender = "m" if low in _MALE else "f" if low in _FEMALE else member.gender
        row = self._known.offices[low.rstrip(".")]
        if row.kind == "rank" and len(titles) > 1 and titles[-1].text in words[1:]:
            words = words[: words.index(titles[-1].text)]  # "police spokesman Capt. Rod Peters"
        if row.kind != "address":
            title = self._scene.role(member, " ".join(words), of)
            if of is None:
                self._scene.bodiless.append((member, title, at, first))
        return at

    def behind_titles(self, at: int) -> int:
        """The first token from `at` on that is no title of whoever is named behind it: "Dr Amina Sule", "the imam Musa Diallo"."""
        while at + 1 < len(self._doc) and at not in self._scene.name_at and (
            self._doc[at].text in (".", "the") or self._doc[at].lower_.rstrip(".") in self._known.offices
        ):
            at += 1
        return at

    def _state(self, start: int, end: int, titles: list[Token]) -> Member | None:
        """The government that "Turkish" makes the president's."""
        if not any(t.lower_ in _OF_STATE for t in titles):
            return None
        codes = (self._known.adjectives.get(fold(t.text), "") for t in self._doc[start:end])
        code = next((c for c in codes if len(c) == 2), None)
        return self._scene.register.institution(code, "gov") if code else None

    # after a name

    def _after(self, member: Member, head: Token, end: int) -> int:
        """Where the mention ends: after a short form in brackets, or an apposition that tells what the name is."""
        doc, scene = self._doc, self._scene
        bracket = end + 1 < len(doc) and doc[end].text == "(" and scene.page.part(doc[end].idx) != "dateline"
        if bracket and (short := scene.name_at.get(end + 1)) is not None:
            close = next((i for i in range(end + 1, min(end + 6, len(doc))) if doc[i].text == ")"), None)
            if close is not None and scene.register.also(short, member):
                for i in range(end, close):
                    scene.name_ends.pop(i, None)
                end = close + 1
        for child in head.rights:
            if child.dep_ == "appos" and child.i >= end and child.i not in scene.name_at and child.i not in scene.held:
                noun = scene.noun(child)
                if noun is None or (noun[0].number == "one") != (member.kind == "person") or noun[1]:
                    continue
                return self._apposition(member, child)
        return end

    def _apposition(self, member: Member, noun: Token) -> int:
        start, stop = left_of(noun), noun.i + 1
        for child in noun.rights:
            if child.dep_ == "prep" and child.lower_ in ("of", "for", "in", "at", "with", "to"):
                stop = child.right_edge.i + 1
                break
        if stop - start > _LONGEST:
            stop = noun.i + 1
        if member.kind == "person":
            self.office(member, noun, stop)
        self._scene.held[noun.i] = member
        for i in range(start, stop):
            self._scene.name_ends.pop(i, None)
        return stop

    def office(self, member: Member, noun: Token, stop: int) -> None:
        """Note the office that a noun and the words around it, up to token `stop`, tell of a person."""
        start = left_of(noun)
        body = self._scene.group_in(start, stop)
        words = [t.text for t in self._doc[start : noun.i + 1] if t.i not in self._scene.name_at and t.tag_ not in ("DT", "POS", "PRP$")]
        of_what = [t for t in self._doc[noun.i + 1 : stop] if t.i not in self._scene.name_at]
        if of_what and noun.lower_ in ("head", "chief", "director", "leader", "commander", "minister", "secretary"):
            tail = " ".join(t.text for t in of_what if t.tag_ != "POS" and t.text != "'s")
            words = [*words, tail] if body is None or not tail.strip().endswith(("of", "the")) else words
        title = self._scene.role(member, " ".join(words), self._scene.register.named(body) if body is not None else None)
        if body is None:
            self._scene.bodiless.append((member, title, start, stop))
        row = self._known.nouns.get(noun.lower_)
        if row is not None and row[0].gender:
            member.gender = row[0].gender
