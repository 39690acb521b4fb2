"""Which party a name or a description is: one key for each party, and the parties made so far."""

from collections import Counter
from collections.abc import Set
from functools import cached_property

from sayso.model.codes import PartyKind
from sayso.reading.cast import Member
from sayso.reading.names.knowledge import Knowledge
from sayso.reading.names.phrases import fold
from sayso.reading.names.words import SAYING
from sayso.reading.page import Name, Page
from sayso.reading.who.homeland import disputed, outlet_state
from sayso.reading.who.joining import joined, words_in

_BYSTANDERS = {"US": 0.4, "GB": 0.5, "RU": 0.6, "FR": 0.6, "TR": 0.8, "IR": 0.8}
"""Countries that are named in many reports that are not about them weigh less."""


_MEETINGS = frozenset({
    "talk", "talks", "negotiation", "negotiations", "meeting", "conference", "summit", "round", "consultation", "headquarters", "interview",
})  # fmt: skip
"""What is held in a town without making the report one about its country."""

_BROKERING = frozenset({"mediate", "broker", "host", "facilitate", "sponsor", "convene", "propose", "chair"})
"""What a country does that stands between the sides."""
_BROKERS = frozenset({"mediator", "mediation", "broker", "facilitator", "mediators"})

_LEAD = 300
"""Within so many characters a report names the country that it is about; what comes at twice that is told beside."""
_TOLD_WELL = 2.0
"""So many mentions of a country leave no doubt that a report is about it."""
_KNOWN = 4.0
"""The weight of a town of ten thousand."""
_CLEARLY = 1.0
"""So much weightier than the next place of its name abroad: ten times the people."""


class Register:
    """Keys of one page to its parties."""

    def __init__(self, page: Page, known: Knowledge) -> None:
        self._page = page
        self._known = known
        self._by_key: dict[str, Member] = {}
        self._variants: dict[str, list[Member]] = {}
        forms: dict[str, dict[str, str]] = {"person": {}, "group": {}}
        for name in page.names:
            if name.kind in forms:
                forms[name.kind].setdefault(self._key(name), self._words(name))
        self._of_kind: dict[PartyKind, dict[str, Name]] = {}
        for name in page.names:
            if name.entry in known.parties:
                self._of_kind.setdefault(known.parties[name.entry].kind, {}).setdefault(name.entry, name)
        self._shown = {key: shown for of_kind in forms.values() for key, shown in of_kind.items()}
        self._full = {key: full for kind, of_kind in forms.items() for key, full in joined(kind, of_kind, known.given, self._titled()).items()}
        self._home_told = 0.0
        most = self._most_named()
        own = None if disputed(page, known.rival_ground) else outlet_state(page, known)
        self.home: str | None = most or (own if own is not None and self._may_lie_in(own) else None)
        """The country that the report is about: the one named most, else the one that the outlet's name tells."""
        self.officials_of: str | None = self._state_of_officials(own)
        """The state whose an official or an officer is who is told without it; None where that could be another's."""

    def _state_of_officials(self, own: str | None) -> str | None:
        """The report's country where it is told again and again, or by the outlet's name; what the outlet's name tells where another is told once."""
        if self.home is None or disputed(self._page, self._known.rival_ground):
            return None
        if own is not None and self._home_told < _TOLD_WELL:
            return own if self._may_lie_in(own) else None
        return self.home if own in (None, self.home) and self._home_told >= _TOLD_WELL else None

    def _may_lie_in(self, code: str) -> bool:
        """Whether one of the towns and provinces named lies in a country, as far as its name tells, or none is one that the gazetteer knows."""
        names = {self._words(name) for name in self._page.names if name.kind == "place" and name.entry is None}
        found = [places for text in sorted(names) if (places := self._page.lexicon.gazetteer.exactly(text))]
        return not found or any(code == places[0].country for places in found)

    def _titled(self) -> set[str]:
        """The keys of persons before whose names an office stands anywhere: "Minister Deng"."""
        doc, starts = self._page.doc, ((name, self._page.tokens(name.start, name.end)) for name in self._page.names if name.kind == "person")
        return {self._key(name) for name, tokens in starts if len(tokens) and tokens[0].i and doc[tokens[0].i - 1].lower_ in self._known.offices}

    def home_alone(self, before: int) -> bool:
        """Whether no state but the report's own is named before a place in the text: then a ministry told there without its state is its."""
        return self.home is not None and all(at >= before or code == self.home for at, code in self._states_named)

    def officials_alone(self, before: int) -> bool:
        """The same of the state whose an official is who is told without one; where no text but the outlet's name tells it, of the whole report."""
        told = self._home_told >= _TOLD_WELL
        return all((told and at >= before) or code == self.officials_of for at, code in self._states_named)

    @cached_property
    def towns_elsewhere(self) -> bool:
        """Whether a town is named that cannot be the report's country's: then a ministry without its state may be that one's."""
        towns = {self._words(name) for name in self._page.names if name.kind == "place" and name.entry is None and not self._filed_or_met(name)}
        found = (self._page.lexicon.gazetteer.exactly(text) for text in sorted(towns))
        return any(places and self.home not in {place.country for place in places} for places in found)

    @cached_property
    def _states_named(self) -> list[tuple[int, str]]:
        """Where the text names a state, its seat or its people, and which."""
        entries = ((name.start, (name.entry or "").partition(":")) for name in self._page.names)
        named = [(at, code) for at, (sort, _, code) in entries if sort in ("country", "seat")]
        words = ((token.idx, fold(token.text)) for token in self._page.doc if token.text[:1].isupper())
        codes = ((at, self._known.adjectives.get(word) or self._known.peoples.get(word, "")) for at, word in words)
        return named + [(at, code) for at, code in codes if len(code) == 2]

    def _most_named(self) -> str | None:
        counts: Counter[str] = Counter()
        seats: Counter[str] = Counter()
        filed: Counter[str] = Counter()
        for name in self._page.names:
            if self._of_a_diplomat(name):
                continue
            if self._filed_or_met(name):
                filed.update(self._filed_in(name))
                continue
            sort, _, code = (name.entry or "").partition(":")
            if sort in ("country", "seat"):
                counts[code] += 1
                seats[code] += sort == "seat"
            elif name.entry in self._known.parties:
                party = self._known.parties[name.entry]
                if len(party.country) == 1 and party.kind in ("government", "military", "armed_group"):
                    (filed if fold(self._words(name)) in self._known.institutions else counts)[party.country[0]] += 1
        adjectives = self._page.nations
        counts.update(adjectives)
        towns = self._of_towns()
        counts.update(towns)
        counts.update(self._towns_of(filed.keys() - counts.keys()))
        counts.update({code: n for code, n in filed.items() if counts[code]})  # a dateline and "Ministry of Defence" count where more is told
        # One capital or one town and nothing else of its country is where people met or come from: "talks resumed in Vienna".
        # Nor is a great power that is named once the report's country: "a French delegate said".
        between = self._mediating()
        told = [code for code in counts if code not in between or not counts.keys() - between]
        told = [
            code for code in told
            if counts[code] > 1 or not (seats[code] or towns[code] or (code in _BYSTANDERS and (adjectives[code] or len(counts) > 1)))
        ]  # fmt: skip
        ranked = sorted(((counts[code] * _BYSTANDERS.get(code, 1.0), code) for code in told), reverse=True)
        self._home_told = ranked[0][0] if ranked else 0.0
        if len(ranked) > 1 and ranked[0][0] == ranked[1][0]:
            return self._in_the_lead([code for count, code in ranked if count == ranked[0][0]])
        return ranked[0][1] if ranked else None

    def _in_the_lead(self, codes: list[str]) -> str | None:
        """Of countries that are named alike often the one that the report begins with; None where it could be any."""
        named = {code: min((at for at, named in self._states_named if named == code), default=None) for code in codes}
        early = [code for code, at in named.items() if at is not None and at < _LEAD]
        later = [code for code, at in named.items() if at is not None and at >= 2 * _LEAD]
        return early[0] if len(early) == 1 and len(later) == len(codes) - 1 else None

    def _mediating(self) -> set[str]:
        """The countries that stand between the sides: "talks mediated by Qatar", "Qatar proposed a truce", "a Qatari mediator"."""
        found: set[str] = set()
        for name in self._page.names:
            sort, _, code = (name.entry or "").partition(":")
            if sort in ("country", "seat"):
                root = self._page.tokens(name.start, name.end).root
                above = root.head.head if root.head.lower_ == "by" else root.head
                by_deed = above.lemma_ in _BROKERING and (root.dep_ == "nsubj" or root.head.lower_ == "by")
                if by_deed or root.head.lemma_.lower() in _BROKERS:
                    found.add(code)
        adjectives = self._known.adjectives
        for token in [token for token in self._page.doc if token.lower_ in adjectives]:
            code = adjectives[token.lower_]
            if len(code) == 2 and token.head.lemma_.lower() in _BROKERS:
                found.add(code)
        return found

    def _of_a_diplomat(self, name: Name) -> bool:
        """Whether a country is named for those who speak for it abroad: "Norway's foreign ministry, which is mediating"."""
        head = self._page.tokens(name.start, name.end).root.head
        if head.lemma_.lower() in ("mediator", "envoy", "ambassador", "diplomat"):
            return True
        return head.lemma_.lower() in ("ministry", "minister") and any(child.lower_ == "foreign" for child in head.children)

    def _filed_or_met(self, name: Name) -> bool:
        """Whether a town is where a report was filed, or where people talked: "GENEVA -", "talks in Geneva", "said in Vienna"."""
        if name.kind != "place" and not (name.entry or "").startswith("seat:"):
            return False
        if self._page.part(name.start) == "dateline":
            return True
        before = self._page.tokens(name.start, name.end).root.head
        above = before.head.lemma_.lower()
        return before.lower_ == "in" and (above in _MEETINGS or above in SAYING)

    def _of_towns(self) -> Counter[str]:
        """The countries of the towns and provinces named whose names are theirs alone, or nearly: a report may name its country nowhere."""
        found: Counter[str] = Counter()
        towns = (name for name in self._page.names if name.kind == "place" and name.entry is None and not self._filed_or_met(name))
        for text in sorted({self._words(name) for name in towns}):
            places = self._page.lexicon.gazetteer.exactly(text)
            if places and places[0].weight >= _KNOWN and places[0].country:
                rival = max((p.weight for p in places if p.country != places[0].country), default=0.0)
                if places[0].weight - rival >= _CLEARLY:
                    found[places[0].country] += 1
        return found

    def _filed_in(self, name: Name) -> list[str]:
        """The country in which a report was filed, where the town of its dateline tells it."""
        if name.entry:
            return [name.entry.partition(":")[2]]
        places = self._page.lexicon.gazetteer.exactly(self._words(name)) if self._page.part(name.start) == "dateline" else []
        return [places[0].country] if places and places[0].weight >= _KNOWN and places[0].country else []

    def _towns_of(self, filed: Set[str]) -> Counter[str]:
        """How many of the towns named may lie in a country where the report was filed and which it does not name."""
        found: Counter[str] = Counter()
        towns = (name for name in self._page.names if name.kind == "place" and name.entry is None and not self._filed_or_met(name))
        for text in sorted({self._words(name) for name in towns} if filed else set()):
            found.update({place.country or "" for place in self._page.lexicon.gazetteer.exactly(text)} & filed)
        return found

    def _words(self, name: Name) -> str:
        return " ".join(self._page.report.text[name.start : name.end].split())

    def _key(self, name: Name) -> str:
        return name.entry or f"{name.kind}:" + " ".join(words_in(self._words(name)))

    # named parties

    def named(self, name: Name) -> Member:
        """The party of a name; made when it is met first."""
        key = self._key(name)
        key = self._full.get(key, key)
        member = self._by_key.get(key) or self._new(key, name)
        shown = self._words(name)
        if shown not in member.aliases:
            member.aliases.append(shown)
        return member

    def has(self, name: Name) -> Member | None:
        """The party of a name, if it has been made."""
        key = self._key(name)
        return self._by_key.get(self._full.get(key, key))

    def also(self, name: Name, member: Member) -> bool:
        """Take a name in brackets after another for one more name of the same party; False where it is known for something else."""
        if name.kind == "place":
            return False
        found = self.has(name)
        if found is None and (name.entry is None or member.entry is None):
            key = self._key(name)
            self._by_key[self._full.get(key, key)] = member
            found = member
        if found is member:
            member.aliases.append(self._words(name))
        return found is member

    def only(self, kind: PartyKind) -> Member | None:
        """The party of a kind, known to the lexicon, that alone is named in the report; None where there are none or several."""
        names = self._of_kind.get(kind, {})
        return self.named(next(iter(names.values()))) if len(names) == 1 else None

    def _new(self, key: str, name: Name) -> Member:
        shown = self._shown.get(key, self._words(name))
        entry: str | None = None
        kind: PartyKind = "person" if name.kind == "person" else "other"
        if key in self._known.parties:
            row = self._known.parties[key]
            if row.kind == "government" and row.country and key == self._known.institution_entry(row.country[0], "gov", self._page.report.published):
                return self.institution(row.country[0], "gov")
            entry, kind, shown = row.id, row.kind, row.name
        elif key.startswith("person:") and key[7:] in self._known.holders:
            entry, shown = key, key[7:]
        elif name.kind == "group":
            kind = self._kind_of(shown)
            if kind == "other" and any(self._has_fighters(other) for other in self._page.names if self._key(other) == self._key(name)):
                kind = "armed_group"
        member = self._page.cast.add(shown, kind, by="lexicon" if entry else "name", confidence=0.9 if entry else 0.7, entry=entry)
        if kind == "person":
            member.gender = self._known.given.get(words_in(shown)[0])
        self._by_key[key] = member
        return member

    def _kind_of(self, shown: str) -> PartyKind:
        """An outlet where the report appeared under the name; else the kind that the nouns of a body's name tell, the last first."""
        report = self._page.report
        if shown.casefold() in {o.casefold() for o in (report.outlet, report.dateline.outlet if report.dateline else None) if o}:
            return "outlet"
        for word in reversed(words_in(shown)):
            noun = self._known.nouns.get(word)
            if noun is not None and noun[0].number == "body":
                return noun[0].kind
        return "other"

    def _has_fighters(self, name: Name) -> bool:
        """Whether a name has armed people: "Hazm fighters", "rebels from the Hazm movement"."""
        head = self._page.tokens(name.start, name.end).root
        if head.dep_ in ("compound", "nmod", "amod") and head.head.i > head.i:
            head = head.head
        above = head.head.head if head.dep_ == "pobj" and head.head.lower_ in ("from", "of") else head
        noun = self._known.nouns.get(above.lower_)
        return noun is not None and noun[0].kind == "armed_group"

    # countries and their bodies

    def country(self, code: str) -> Member:
        """A country that acts: one party with its government, whose seat stands for it, too.

        It goes by the name of the state, but for the country that the report is about, where it is the government.
        """
        return self.institution(code, "gov")

    def institution(self, code: str, part: str, name: str | None = None, kind: PartyKind = "government") -> Member:
        """A body of a state: its government (part "gov"), army ("mil"), foreign ministry ("mfa")."""
        entry = self._known.institution_entry(code, part, self._page.report.published)
        if entry not in self._by_key:
            shown = name or f"{self._known.adjective(code)} government"
            if part == "gov" and code != self.home and code in self._known.countries:
                shown, kind = self._known.countries[code].name, "state"
            self._by_key[entry] = self._page.cast.add(shown, kind, by="institution", confidence=0.8, entry=entry)
        member = self._by_key[entry]
        if name and name not in member.aliases:
            member.aliases.append(name)
        return member

    def own_institution(self, noun: str) -> Member | None:
        """The body of the report's country that this noun stands for ("police", "ministry of defence"); None where no country is known."""
        row = self._known.institutions.get(noun)
        if row is None or self.home is None:
            return None
        return self.institution(self.home, row.key_part, f"{self._known.adjective(self.home)} {row.noun}", row.kind)

    def government_of(self, ruler: Name) -> Member:
        """The government of the person named: "Assad's forces", "the Assad regime"."""
        for office in self._known.holders.get((ruler.entry or "")[7:], []):
            row = self._known.parties.get(office.party)
            if row is not None and row.kind == "government" and row.country:
                return self.institution(row.country[0], "gov")
            if office.party.endswith("-gov"):
                return self.institution(office.party[:2].upper(), "gov")
        return self.named(ruler)

    # unnamed parties

    def described(self, key: str, shown: str, kind: PartyKind, *, many: bool = False, gender: str | None = None) -> Member:
        """A party without a name, known by its description; the same key is the same party."""
        key = f"described {key}"
        member = self._by_key.get(key)
        if member is None:
            member = self._page.cast.add(shown, kind, by="description", confidence=0.6)
            member.many, member.gender = many, gender
            self._by_key[key] = member
            cluster, of, _ = key.removeprefix("described ").partition(" of ")
            if of:
                self._variants.setdefault(cluster, []).append(member)
        elif shown not in member.aliases:
            member.aliases.append(shown)
        return member

    def variants(self, cluster: str) -> list[Member]:
        """Unnamed parties of a cluster that have a nationality or a body with them: "Arab troops" of "troops"."""
        return self._variants.get(cluster, [])
