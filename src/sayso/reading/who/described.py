"""Descriptions: "the SDF official", "government forces", "at least 22 civilians", "the group", each given to a party."""

from sayso.lexicon.party_rows import PersonNounRow
from sayso.model.codes import PartyKind
from sayso.reading.cast import Member
from sayso.reading.names.phrases import fold
from sayso.reading.page import Name
from sayso.reading.parsed import Token
from sayso.reading.who.description import Description, abroad, bereaved, cluster_in, of_size, office_of, other_than_size, spelled, tells_side
from sayso.reading.who.heads import Heads
from sayso.reading.who.ministries import MINISTRIES, land_behind, ministry_in
from sayso.reading.who.named import Named
from sayso.reading.who.phrase import article, left_of, stands_behind
from sayso.reading.who.scene import Scene
from sayso.reading.who.whence import only_whence

_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_SILENT_TAGS = frozenset({"DT", "CD", "PRP$", "POS", "JJR", "JJS", "RB", "IN", "``", "''", "WP$", "PDT", "HYPH", "RBR", "RBS", ","})
_STATE_KINDS = frozenset({"government", "military", "police", "agency"})
_RULE = frozenset({"regime", "government", "authorities"})
_OTHER_RULE = frozenset("""regional local provincial municipal city exile exiled rival parallel shadow former previous foreign
    self-proclaimed rebel""".split())
"""Words that make of "government" another than that of the state."""
_FOES = frozenset("opposition rebel insurgent separatist guerrilla guerilla militant jihadist dissident breakaway tribal".split())
"""Words that make of a nation's "forces" others than those of its state."""
_LOYAL = frozenset({"regime", "government", "pro-government", "pro-regime", "loyalist"})
HOME_BODIES = frozenset("army|military|police|parliament|cabinet|navy|presidency|general staff|air force|coast guard".split("|"))
"""Bodies that, without more, are those of the report's country: "the army"."""
_SEATED = MINISTRIES | {"presidency", "parliament", "cabinet"}
_VAGUE = frozenset(
    """force forces movement mission union bank company country countries nation state power powers council committee commission court
    department ministry unit side team front wing network bloc community church club tribunal administration office board panel
    personnel staff association institute institution university agency republic""".split()
)
"""Words that name a party only with a name, a nationality or something gone before."""
_BODILY = ("body", "house")
_LONGEST = 30  # tokens that a description has before its head at most
_WHOLES = frozenset("opposition rebellion resistance insurgency caliphate junta".split())  # a whole side, not a body that has been named
_UNIONS = frozenset({"alliance", "coalition"})  # who fight together: never a party that is not known to be that
_PLAIN_GROUPS = frozenset("group organization organisation network movement".split())
_GROUPS: tuple[tuple[PartyKind, ...], ...] = (("armed_group", "ngo", "monitor", "party"), ("io", "other"))
_BODIES: dict[PartyKind, tuple[PartyKind, ...]] = {
    "armed_group": ("armed_group",), "coalition": ("coalition",), "military": ("military", "armed_group"), "monitor": ("monitor",),
    "agency": ("agency", "ngo", "io", "outlet"), "ngo": ("ngo", "io"), "io": ("io",), "party": ("party",), "outlet": ("outlet",),
}  # fmt: skip
"""A word for a body of the first kind may mean a named party of these kinds."""
_GENERIC_FOES = frozenset({"rebels", "fighters", "insurgents", "soldiers", "troops"})
_OFFICE_OF = frozenset("""head chief leader commander director spokesman spokeswoman spokesperson president chairman minister secretary
    official member members representative envoy ambassador founder""".split())
_ITSELF = frozenset("members forces group organization organisation movement agency militia".split())  # "the Red Cross organization"
_ARMED = frozenset("armed masked hooded".split())
_BACKERS = frozenset("ally backer sponsor rival supporter neighbour neighbor foe power partner".split())


class Described:
    """Gives the descriptions of one page to parties."""

    def __init__(self, scene: Scene, named: Named) -> None:
        self._scene = scene
        self._named = named
        self._register = scene.register
        self._doc = scene.doc
        self._known = scene.known
        self._heads = Heads(scene)
        self._whence: set[int] = set()
        """The last tokens of names that only tell where people are from."""

    def phrase_over(self, last: int) -> bool:
        """Whether the name that ends at token `last` is within a longer mention of the same party now: "SDF fighters"."""
        doc = self._doc
        for i in range(last + 1, min(last + 6, len(doc))):
            token = doc[i]
            if token.tag_ not in _NOUN_TAGS and token.tag_ not in ("POS", "JJ", "HYPH", "VBN") and token.text not in ("-", "'"):
                return False
            if token.tag_ in _NOUN_TAGS and i in self._scene.name_at:
                return False
            if token.tag_ in _NOUN_TAGS and self._scene.noun(token) is not None and left_of(token) <= last:
                self.word(token)
                member = self._scene.held.get(i)
                return last in self._whence or (member is not None and member is self._register.has(self._scene.name_at[last]))
        return False

    def word(self, token: Token) -> None:
        """A noun that may head a description."""
        if token.i in self._scene.held or token.i in self._scene.name_at or self._titles_a_name(token):
            return
        noun = self._scene.noun(token)
        if noun is None or not self._heads(token) or (noun[0].number == "house" and not self._scene.recency.speaks(token)):
            return
        found = self._description(token, *noun)
        member = self._meant(found)
        if member is not None:
            self._scene.mention(member, found.start, self._end(found), token)
            for modifier in found.modifiers:  # "the extremist group"
                if (known := self._known.nouns.get(modifier.lower_)) is not None and known[0].member:
                    self._scene.recency.called(member, known[0].noun)

    def _titles_a_name(self, token: Token) -> bool:
        """Whether the noun is a title of the person named right after it."""
        following = self._scene.name_at.get(token.i + 1)
        return following is not None and following.kind == "person" and token.lower_ in self._known.offices

    def _description(self, token: Token, row: PersonNounRow, plural: bool) -> Description:
        start = max(left_of(token), token.i - _LONGEST)
        start = max([start, *(i + 1 for i in range(start + 1, token.i - 1) if self._doc[i].tag_ == "CC" and self._noun_like(i - 1))])
        modifiers = tuple(self._doc[i] for i in range(start, token.i))
        named = [t.i for t in modifiers if t.i in self._scene.name_at]
        names = [self._scene.name_at[i] for i in named]
        theirs = (name for i, name in zip(named, names, strict=True) if not stands_behind(self._doc, i, self._scene.name_at))
        body = next((name for name in theirs if name.kind in ("group", "person")), None)
        if body is None and (token.lower_ in _OFFICE_OF or row.member):
            body = self._after_of(token)
        codes = [self._known.adjectives[key] for t in modifiers if (key := fold(t.text)) in self._known.adjectives and t.text[0].isupper()]
        codes += [n.entry.partition(":")[2] for n in names if n.entry is not None and n.entry.startswith(("country:", "seat:"))]
        if not codes and token.lower_ in (*HOME_BODIES, *MINISTRIES):
            codes = self._of_country(token)  # the army of Chad
        return Description(token, row, plural, start, article(self._doc, start, token.i), modifiers, body, self._nation(codes))

    def _nation(self, codes: list[str]) -> str | None:
        """The country that words before a noun name; the people where they name one of that country: "Syrian Kurdish forces"."""
        people = (code for code in codes if self._known.homes.get(code, frozenset()) & set(codes))
        return next(people, None) or next(iter(codes), None)

    def _noun_like(self, i: int) -> bool:
        return i in self._scene.name_at or self._doc[i].lower_ in self._known.nouns

    def _after_of(self, token: Token) -> Name | None:
        for child in token.rights:
            if child.dep_ == "prep" and child.lower_ in ("of", "for", "from"):
                name = self._scene.group_in(child.i, min(child.right_edge.i + 1, child.i + 9))
                return name if child.lower_ != "from" or (name and (name.entry or self._register.named(name).kind == "armed_group")) else None
        return None

    def _of_country(self, token: Token) -> list[str]:
        asked = {"of": "country:", "in": "seat:" if token.lower_ in _SEATED else "-"}  # the foreign ministry in Paris
        behind = [(asked[child.lower_], o) for child in token.rights if child.lower_ in asked for o in child.children if o.dep_ == "pobj"]
        entries = [(kind, self._scene.name_at[o.i].entry or "") for kind, o in behind if o.i in self._scene.name_at]
        return [entry.removeprefix(kind) for kind, entry in entries if entry.startswith(kind)]

    def _end(self, found: Description) -> int:
        """The mention goes on over "of the SDF media center" after an office, and over a name in apposition."""
        end = found.head.i + 1
        for child in found.head.rights:
            if child.dep_ == "prep" and child.lower_ in ("of", "for") and found.word in _OFFICE_OF and found.body is not None:
                end = min(child.right_edge.i + 1, found.head.i + 12)
                break
        return end

    # whom it means

    def _meant(self, found: Description) -> Member | None:
        beside = self._beside(found)
        if beside is not None:
            return beside
        if found.row.number == "one" and not found.plural:
            return self._single(found)
        return self._of_body(found) or self._of_union(found) or self._of_state(found) or self._gone_before(found) or self._unnamed(found)

    def _beside(self, found: Description) -> Member | None:
        """The party named right after the description: "the agency, SANA", "rebel backer Qatar", "the head, Mustafa Bali"."""
        for child in found.head.rights:
            name = self._scene.name_at.get(child.i)
            if child.dep_ != "appos" or name is None:
                continue
            if name.kind == "person" and found.row.number == "one" and not found.plural:
                member = self._register.named(name)
                self._named.office(member, found.head, child.left_edge.i)
                return member
            if name.kind == "group" and found.row.number == "body" and not found.plural:
                return self._register.named(name)
        speaker = self._named_behind(found)
        if speaker is not None:
            return speaker
        following = self._scene.name_at.get(found.head.i + 1)
        if following is not None and found.word in _BACKERS and (following.entry or "").startswith("country:"):
            return self._register.country((following.entry or "")[8:])
        if found.body is not None and found.body.kind == "person" and found.row.number == "one" and found.head.i - 1 in self._scene.name_at:
            return self._after_name(found)
        return None

    def _named_behind(self, found: Description) -> Member | None:
        """The person named behind a speaker and whom he speaks for: "a spokesman for the group, Omar Nadir, said"."""
        if found.word not in _OFFICE_OF or found.row.number != "one" or found.plural:
            return None
        body = next((c for c in found.head.rights if c.dep_ == "prep" and c.lower_ in ("for", "of") and c.i == found.head.i + 1), None)
        if body is None:
            return None
        end = next((t.i for t in self._doc[body.i : min(body.i + _LONGEST, found.head.sent.end - 1)] if t.text == ","), None)
        name = self._scene.name_at.get(self._named.behind_titles(end + 1)) if end is not None else None
        if name is None or name.kind != "person":
            return None
        last = self._scene.page.tokens(name.start, name.end)[-1].i
        if last + 1 >= len(self._doc) or self._doc[last + 1].text != ",":
            return None
        member = self._register.named(name)
        self._named.office(member, found.head, body.right_edge.i + 1)
        return member

    def _after_name(self, found: Description) -> Member | None:
        """An office right after a person's name, where the comma is lost: "Rami Abdel Rahman director of ..."."""
        name = self._scene.name_at[found.head.i - 1]
        if found.word not in self._known.offices or name is not found.body:
            return None
        member = self._register.named(name)
        self._scene.role(member, found.head.text, None)
        return member

    def _of_body(self, found: Description) -> Member | None:
        """Members, arms and words for a body named with it: "Islamic State militants", "the SDF forces", "Assad's army"."""
        if found.body is None:
            return None
        if only_whence(found.body, found.head, self._scene):
            self._whence.add(found.head.i - 1)
            key = f"{cluster_in(found)} of {fold(self._doc[found.head.i - 1].text)}"
            return self._register.described(key, self._shown(found, True), found.row.kind, many=True)
        if found.body.kind == "person":
            ruler = found.row.kind in ("government", "military") and (found.body.entry or self._owns(found))
            return self._register.government_of(found.body) if ruler else None
        owner = self._register.named(found.body)
        if found.row.member:
            self._scene.recency.called(owner, found.row.noun)
        if found.row.member or found.word in _ITSELF:
            return owner
        if found.row.kind == "outlet" and owner.kind == "other":
            owner.kind = "outlet"  # "the Herald newspaper"
        return owner if found.row.number == "body" and found.row.kind == owner.kind else None

    def _of_union(self, found: Description) -> Member | None:
        """The one coalition of the report for its forces: "coalition forces", "alliance warplanes"."""
        plain = [t.lower_ for t in found.modifiers if t.i not in self._scene.name_at]
        if found.row.kind not in ("military", "armed_group") or found.body is not None or found.nation or not _UNIONS & set(plain):
            return None
        return self._scene.recency.group(found.head, ("coalition",), found.row.noun, union=True)

    def _owns(self, found: Description) -> bool:
        """Whether the body is somebody's in so many words: "Tal's army", not "Oranja army"."""
        return any(t.tag_ == "POS" for t in found.modifiers)

    def _of_state(self, found: Description) -> Member | None:
        """Government, army, ministry of a nation; of the report's own country where none is named."""
        adjectives = {t.lower_ for t in found.modifiers if t.i not in self._scene.name_at}
        loyal = found.row.kind == "military" and bool(adjectives & _LOYAL)
        if found.row.kind == "military" and adjectives & _FOES:
            return None  # "Syrian opposition forces"
        if (found.word in _RULE and adjectives & _OTHER_RULE) or any(stands_behind(self._doc, t.i, self._scene.name_at) for t in found.modifiers):
            return None
        nation = found.nation if found.nation and len(found.nation) == 2 else None
        if nation is None:
            ministry = ministry_in(found, self._known) if found.nation is None else ""
            if land_behind(found, self._known) is not None if ministry else self._anothers(found):
                return None
            body = found.row.noun if found.row.noun in HOME_BODIES else found.word
            bare = found.opening in ("the", "") and not found.plural and body in HOME_BODIES and len(found.modifiers) < 1 + len(body.split())
            if bare and found.nation is None and (told := self._scene.recency.state_body(body)) is not None:
                return told
            if ministry and (told := self._scene.recency.state_body(ministry)) is not None:
                return told
            if found.nation is not None or self._register.home is None:
                return None
            if ministry:
                return self._institution(self._register.home, ministry) if self._register.home_alone(found.head.idx) else None
            if found.word in _RULE or loyal or (found.word == "junta" and found.opening == "the"):
                return self._register.institution(self._register.home, "gov")
            if bare:
                state = self._register.officials_of if " " in body else self._register.home
                return self._institution(state, body) if state else None
            if found.word == "forces" and "security" in adjectives:
                return self._institution(self._register.home, "security forces")
            return None
        if loyal or found.word in _RULE:
            return self._register.institution(nation, "gov")
        if found.row.kind in _STATE_KINDS:
            words = [t.lower_ for t in found.modifiers if fold(t.text) not in self._known.adjectives and t.i not in self._scene.name_at]
            nouns = (" ".join([*words[-n:], found.word]) for n in (2, 1) if len(words) >= n)
            return self._institution(nation, *nouns, ministry_in(found, self._known), found.word)
        return None

    def _anothers(self, found: Description) -> bool:
        """Whether a name says whose it is and no country known is meant: "Oranja army", "the army of Oranja"."""
        after = [o for child in found.head.rights if child.lower_ == "of" for o in child.children if o.dep_ == "pobj"]
        before = [t for t in found.modifiers if t.i in self._scene.name_at]
        return any(t.tag_ in ("NNP", "NNPS") for t in (*after, *before))

    def _institution(self, code: str, *nouns: str) -> Member | None:
        row = next((self._known.institutions[n] for n in nouns if n in self._known.institutions), None)
        if row is None:
            return None
        return self._register.institution(code, row.key_part, f"{self._known.adjective(code)} {row.noun}", row.kind)

    def _gone_before(self, found: Description) -> Member | None:
        """A body or members spoken of before: "the group", "the extremists", "a monitor" where the report names one."""
        row = found.row
        if row.kind == "monitor" and found.body is None and not found.plural:
            if found.opening == "the" and any(t.lower_ == "rights" for t in found.modifiers):
                return self._scene.recency.group(found.head, ("monitor", "ngo"))
            return self._register.only("monitor") or self._scene.recency.group(found.head, ("monitor",))
        if found.opening != "the" or found.body is not None or found.nation is not None:
            return None
        if found.word in _VAGUE and row.number == "body" and not found.plural and not other_than_size(found):
            bearer = self._scene.recency.bearer(found.word)
            if bearer is not None:
                return bearer
        if found.word in _UNIONS and not found.plural:
            return self._scene.recency.group(found.head, ("armed_group", "coalition", "io"), row.noun, union=True)
        if row.kind == "military" and row.number == "body" and not found.plural:  # of armed groups only one that is called so: the Arakan Army
            bearer = self._scene.recency.bearer(found.word)
            if bearer is not None and bearer.kind in _BODIES["military"] and bearer.by in ("lexicon", "name"):
                return bearer
            return self._scene.recency.group(found.head, ("military",), row.noun)
        if row.number == "body" and not found.plural and found.word not in _WHOLES:
            if row.kind in ("outlet", "agency") and other_than_size(found):
                return None  # "the state broadcaster" is not the newspaper that reports it
            kinds = _GROUPS if found.word in _PLAIN_GROUPS and not other_than_size(found) else (_BODIES.get(row.kind, ()),)
            return next((member for of in kinds if (member := self._scene.recency.group(found.head, of, row.noun)) is not None), None)
        if row.member and row.kind == "armed_group" and found.word not in _GENERIC_FOES and not other_than_size(found):
            return self._scene.recency.group(found.head, ("armed_group",), row.noun)
        if row.member and found.word in _GENERIC_FOES and not other_than_size(found):
            called = self._scene.recency.only_called(row.noun, {m.id: m for m in self._scene.page.cast.members()})
            return called if called is not None and called.kind == "armed_group" else None
        return None

    def _unnamed(self, found: Description) -> Member | None:
        row = found.row
        named = found.nation is not None or found.body is not None
        if found.opening == "poss" and found.word in _WHOLES:
            return None  # his opposition to the plan
        if found.word in _VAGUE and not (named or other_than_size(found) or self._scene.recency.speaks(found.head)):
            return None
        owner = self._register.named(found.body) if found.body is not None and found.body.kind == "group" else None
        cluster = "bereaved" if bereaved(found.head) else cluster_in(found)
        nation = None if found.nation == self._register.home and found.word != "people" else found.nation
        shown = self._shown(found, named)
        if found.word == "people" and nation is not None and found.opening == "the":
            return self._register.described(f"people {nation}", shown, row.kind, many=True)
        key = cluster
        if owner is not None or nation is not None:
            key = f"{cluster} of {owner.id if owner else nation}"
        elif row.number in _BODILY:
            key = f"{cluster} {fold(shown)}"
        elif len(variants := self._register.variants(cluster)) == 1 and not other_than_size(found):
            return variants[0]
        kind: PartyKind = "government" if row.noun == "official" and nation == found.nation is not None else row.kind
        if kind == "civilians" and any(t.lower_ in _ARMED for t in found.modifiers):
            key, kind = f"armed {key}", "armed_group"  # "armed men"
        member = self._register.described(key, shown, kind, many=found.plural or row.number == "many")
        if owner is not None:
            self._scene.role(member, found.head.text, owner)
        return member

    def _shown(self, found: Description, named: bool) -> str:
        """What a party without a name is called: the noun, with what tells it apart."""
        if not named and found.row.number not in _BODILY and not tells_side(found):
            return found.head.text
        words = (t for t in (*found.modifiers, found.head) if t.tag_ not in _SILENT_TAGS or t.tag_ in ("HYPH", "POS"))
        land = land_behind(found, self._known) if found.word in MINISTRIES else None
        return spelled((*(t for t in words if not of_size(t)), *(self._doc[found.head.i + 1 : land.right_edge.i + 1] if land else ())))

    def _single(self, found: Description) -> Member | None:
        """One person without a name: somebody spoken of before who fits, else somebody new."""
        row, word = found.row, found.word
        owner = self._register.named(found.body) if found.body is not None and found.body.kind == "group" else None
        owner = owner or self._described_owner(found)
        office = office_of(found)
        shown = spelled(t for t in self._doc[found.start : found.head.i + 1] if t.tag_ not in ("DT", "``", "''"))
        if row.kind == "civilians" and found.opening != "the":
            return self._register.described(f"one {found.head.i}", shown, row.kind, gender=row.gender)
        if found.opening in ("the", "poss") or (owner is not None and found.opening != "a"):
            before = self._scene.recency.person(office, owner)
            if before is not None and not abroad(before, found.nation, self._scene.page.cast):
                return before
        if row.member and row.kind == "armed_group" and owner is not None:
            return owner
        speaks_for = owner is not None and word in self._known.offices and self._scene.recency.speaks(found.head)  # "a Hill Army officer"
        kind: PartyKind = "person" if row.kind in ("other", "government") or speaks_for else row.kind
        scope = owner.id if owner is not None else found.nation or ("" if found.opening == "the" else str(found.head.i))
        member = self._register.described(f"one {office} {scope}", shown, kind, gender=row.gender)
        if owner is not None or word in self._known.offices:
            self._scene.role(member, word, owner)
        return member

    def _described_owner(self, found: Description) -> Member | None:
        """The named body that "a spokesman for the alliance" goes back to."""
        if found.word not in _OFFICE_OF:
            return None
        if found.opening == "poss":  # "its spokesman"
            cast = self._scene.page.cast
            meant = (cast.at(c.idx, c.idx + len(c)) for c in found.head.lefts if c.tag_ == "PRP$" and c.lower_ in ("its", "their"))
            return next((m for one in meant if one is not None and (m := cast[one]).kind != "person" and not _one_officer(m)), None)
        objects = [o for c in found.head.rights if c.lower_ in ("of", "for") for o in c.children if o.dep_ == "pobj"]
        for noun in objects:
            self.word(noun)
            member = self._scene.held.get(noun.i)
            if member is not None and member.by in ("lexicon", "name") and member.kind != "person":
                return member
        return None


def _one_officer(member: Member) -> bool:
    """Whether a party is one officer without a name, for whom nobody speaks."""
    return member.by == "description" and not member.many and bool(member.roles)
