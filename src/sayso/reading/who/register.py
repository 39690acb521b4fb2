"""Which party a name, a description or a pronoun means: keys, short forms, and who was spoken of last."""

import re

from spacy.tokens import Token

from sayso.model.codes import PartyKind
from sayso.reading.cast import Member
from sayso.reading.names.knowledge import Knowledge
from sayso.reading.names.phrases import fold
from sayso.reading.page import Name, Page

_WORDS = re.compile(r"\w+")


class Register:
    """Keys of one page to its parties."""

    def __init__(self, page: Page, known: Knowledge) -> None:
        self._page = page
        self._known = known
        self._by_key: dict[str, Member] = {}
        self._full: dict[str, str] = {}
        """A name's key to the key of the fullest name of the same party."""
        self._shown: dict[str, str] = {}
        self._home: str | None = None
        self._recent: list[tuple[Member, int, bool, int]] = []
        """Who was spoken of: party, sentence's start, subject or not, token."""

    # names

    def learn(self, names: list[Name]) -> None:
        """Look over all names first: short forms go with full ones, and the country most named is the report's."""
        text = self._page.report.text
        counts: dict[str, int] = {}
        forms: dict[str, dict[str, str]] = {"person": {}, "group": {}}
        for name in names:
            if name.entry and name.entry.partition(":")[0] in ("country", "seat"):
                code = name.entry.partition(":")[2]
                counts[code] = counts.get(code, 0) + 1
            if name.kind in forms:
                key = self._key(name)
                forms[name.kind].setdefault(key, text[name.start : name.end])
        for token in self._page.doc:
            code = self._known.adjectives.get(fold(token.text), "") if token.text[:1].isupper() else ""
            if len(code) == 2:
                counts[code] = counts.get(code, 0) + 1
        foreign = {"US": 0.4, "GB": 0.5, "RU": 0.6, "FR": 0.6}
        self._home = max(sorted(counts), key=lambda c: counts[c] * foreign.get(c, 1.0), default=None)
        for kind, known in forms.items():
            self._join(kind, known)

    def _key(self, name: Name) -> str:
        if name.entry is not None:
            return name.entry
        return f"{name.kind}:" + " ".join(fold(w) for w in _WORDS.findall(self._page.report.text[name.start : name.end]))

    def _join(self, kind: str, forms: dict[str, str]) -> None:
        words = {key: [fold(w) for w in _WORDS.findall(shown)] for key, shown in forms.items()}
        order = sorted(forms, key=lambda k: (-len(words[k]), k))
        for key in order:
            self._full[key] = key
            self._shown[key] = forms[key]
        for short in order:
            for long in order:
                if long == short or self._full[long] != long or len(words[long]) <= len(words[short]):
                    continue
                if self._goes_with(kind, words[short], words[long]) and (":" not in short or short.startswith(f"{kind}:")):
                    self._full[short] = long
                    break

    def _goes_with(self, kind: str, short: list[str], long: list[str]) -> bool:
        if not short:
            return False
        if kind == "person":
            return (short[-1] == long[-1] and all(w in long for w in short)) or (len(short) == 1 and len(short[0]) > 2 and short[0] in long[1:])
        joined = "".join(w[0] for w in long if w not in ("of", "the", "for", "and", "in", "al"))
        if len(short) == 1 and short[0] == joined and len(joined) > 2:
            return True
        n = len(short)
        return short == long[-n:] or (n > 1 and short == long[:n]) or (n == 1 and len(short[0]) > 6 and short[0] in long)

    def named(self, name: Name) -> Member:
        """The party of a name."""
        key = self._key(name)
        key = self._full.get(key, key)
        member = self._by_key.get(key)
        shown = self._page.report.text[name.start : name.end].replace("\n", " ")
        if member is None:
            member = self._new(key, name)
        if shown not in member.aliases:
            member.aliases.append(shown)
        return member

    def _new(self, key: str, name: Name) -> Member:
        shown = self._shown.get(key, self._page.report.text[name.start : name.end]).replace("\n", " ")
        entry: str | None = None
        kind: PartyKind = "person" if name.kind == "person" else "other"
        aliases: list[str] = []
        if key in self._known.parties:
            row = self._known.parties[key]
            entry, kind, shown = row.id, row.kind, row.name
        elif key.startswith("person:") and key[7:] in self._known.holders:
            entry, shown = key, key[7:]
        elif name.kind == "group":
            kind = self._kind_of(shown)
        member = self._page.cast.add(shown, kind, by="lexicon" if entry else "name", confidence=0.9 if entry else 0.7, entry=entry)
        member.aliases.extend(aliases)
        if kind == "person":
            first = fold(_WORDS.findall(shown)[0]) if _WORDS.findall(shown) else ""
            member.gender = self._known.given.get(first)
        self._by_key[key] = member
        return member

    def _kind_of(self, shown: str) -> PartyKind:
        for word in reversed(_WORDS.findall(shown)):
            known = self._known.nouns.get(word.lower())
            if known is not None and known[0].number == "body":
                return known[0].kind
        return "other"

    def same(self, name: Name, member: Member) -> bool:
        """Whether a name in brackets is one more name of a party; a name that has no party yet becomes one."""
        if name.kind == "place":
            return False
        key = self._key(name)
        key = self._full.get(key, key)
        found = self._by_key.get(key)
        if found is None and name.entry is None:
            self._by_key[key] = member
            shown = self._page.report.text[name.start : name.end]
            if shown not in member.aliases:
                member.aliases.append(shown)
            return True
        if found is member or (found is None and member.entry is None):
            self._by_key[key] = member
            return True
        return found is member

    # countries and their bodies

    def country(self, entry: str) -> Member:
        """A country that acts: the state; its seat of government stands for the same."""
        code = entry.partition(":")[2]
        if code == self._home and entry.startswith("seat:"):
            return self.institution(code, "gov")
        key = f"country:{code}"
        member = self._by_key.get(key)
        if member is None:
            row = self._known.countries[code]
            member = self._page.cast.add(row.name, "state", by="country", confidence=0.7, entry=key)
            self._by_key[key] = member
        return member

    def home(self) -> str | None:
        """The country that the report is about: the one named most."""
        return self._home

    def institution(self, code: str, part: str, name: str | None = None, kind: PartyKind = "government") -> Member:
        """A body of a state: its government, army, foreign ministry."""
        entry = f"{code.lower()}-{part}"
        known = [p.id for p in self._known.parties.values() if p.country == (code,) and p.kind == kind and _is_part(p.id, p.name, part)]
        if known:
            entry = self._known.chosen(known, self._page.report.published)
        member = self._by_key.get(entry)
        if member is None:
            row = self._known.countries.get(code)
            adjective = row.adjectives[0] if row and row.adjectives else code
            shown = name or f"{adjective} government"
            member = self._page.cast.add(shown, kind, by="institution", confidence=0.8, entry=entry)
            self._by_key[entry] = member
        return member

    def regime_of(self, person: Name) -> Member:
        """The government of a ruler: "Assad's forces", "the Assad regime"."""
        offices = self._known.holders.get((person.entry or "")[7:], [])
        for office in offices:
            row = self._known.parties.get(office.party)
            if row is not None and row.kind == "government":
                return self.institution(row.country[0], "gov") if row.country else self.named(person)
            if office.party.endswith("-gov"):
                return self.institution(office.party[:2].upper(), "gov")
        return self.named(person)

    def described(self, key: str, shown: str, kind: PartyKind, *, many: bool = False, gender: str | None = None) -> Member:
        """A party without a name, known by its description."""
        key = f"described {key}"
        member = self._by_key.get(key)
        if member is None:
            member = self._page.cast.add(shown.replace("\n", " "), kind, by="description", confidence=0.6)
            member.many, member.gender = many, gender
            self._by_key[key] = member
        elif shown not in member.aliases:
            member.aliases.append(shown)
        return member

    # who was spoken of

    def seen(self, member: Member, head: Token, pronoun: bool = False) -> None:
        """Note that a party was spoken of here."""
        subject = head.dep_ in ("nsubj", "nsubjpass")
        self._recent.append((member, head.sent.start if False else head.i, subject, head.i))
        if len(self._recent) > 60:
            del self._recent[:20]

    def latest_group(self, kind: str) -> Member | None:
        """The named group spoken of last that a word of this kind may mean."""
        fitting = {
            "armed_group": ("armed_group",), "coalition": ("coalition",), "military": ("military", "armed_group"), "monitor": ("monitor",),
            "agency": ("agency", "outlet"), "ngo": ("ngo",), "io": ("io",), "party": ("party",), "outlet": ("outlet", "agency"),
            "other": ("ngo", "monitor", "io", "other"),
        }.get(kind, ())  # fmt: skip
        for member, *_ in reversed(self._recent):
            if member.kind in fitting and member.by in ("lexicon", "name"):
                return member
        return None

    def latest_person(self, noun: str, owner: Member | None) -> Member | None:
        """The person spoken of last who holds such an office, of such a body."""
        for member, *_ in reversed(self._recent):
            if member.kind != "person":
                continue
            if owner is not None:
                if any(r.of == owner.id for r in member.roles):
                    return member
            elif any(noun in r.title.lower() for r in member.roles):
                return member
        return None

    def pronoun(self, sort: str, gender: str | None, token: Token) -> Member | None:
        """Who is meant by a pronoun: of those spoken of last, subjects first, in this sentence or the last few."""
        best: tuple[float, Member] | None = None
        for member, _, subject, at in reversed(self._recent):
            distance = token.i - at
            if distance > 150:
                break
            if not _agrees(member, sort, gender):
                continue
            score = (1.5 if subject else 0.0) - distance / 25
            if best is None or score > best[0]:
                best = (score, member)
        return best[1] if best else None


def _agrees(member: Member, sort: str, gender: str | None) -> bool:
    if sort == "person":
        single = member.kind == "person" or (member.kind in ("civilians", "military", "armed_group") and not member.many and member.by == "description")
        return single and (member.gender in (None, gender))
    if sort == "body":
        return member.kind not in ("person", "civilians") and not member.many
    return member.kind != "person"


def _is_part(entry: str, name: str, part: str) -> bool:
    low = name.lower()
    if part == "gov":
        return entry.endswith("-gov") or entry in ("sy-assad", "sy-trans") or ("government" in low and entry.startswith(("af-", "sy-", "ye-")))
    if part == "mil":
        return low.endswith((" army", "armed forces", "defense forces", "defence forces", "defence force", "defense force", "armed force"))
    return False
