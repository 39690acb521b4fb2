"""What the parts of `who` share while they go over one page."""

from sayso.lexicon.party_rows import PersonNounRow
from sayso.model import Role
from sayso.reading.cast import Member
from sayso.reading.names.knowledge import Knowledge
from sayso.reading.page import Name, Page
from sayso.reading.parsed import Parsed, Token
from sayso.reading.who.phrase import stands_behind, trimmed
from sayso.reading.who.recency import Recency
from sayso.reading.who.register import Register


class Scene:
    """One page, its parties, and which token means which of them."""

    def __init__(self, page: Page, known: Knowledge) -> None:
        self.page = page
        self.doc: Parsed = page.doc
        self.known = known
        self.register = Register(page, known)
        self.recency = Recency(page.doc, known.saying)
        self.name_at: dict[int, Name] = {}
        """Token to the name that covers it."""
        self.name_ends: dict[int, int] = {}
        """Last token of a name to the name's place in `page.names`."""
        self._introduced: set[str] = set()
        self.held: dict[int, Member] = {}
        """Token to the party that the phrase headed by it means."""
        self.bodiless: list[tuple[Member, str, int, int]] = []
        """Offices told without the name of a body: whose, the title, and the tokens [start, end) that tell it."""
        for at, name in enumerate(page.names):
            tokens = page.tokens(name.start, name.end)
            self.name_at.update((token.i, name) for token in tokens)
            if len(tokens):
                self.name_ends[tokens[-1].i] = at

    def noun(self, token: Token) -> tuple[PersonNounRow, bool] | None:
        """The row of a noun for people, and whether it is plural: of "news agency" before "agency"."""
        nouns = self.known.nouns
        low = token.lower_
        if low not in self.known.noun_heads:
            return None
        if token.i:
            pair = nouns.get(f"{self.doc[token.i - 1].lower_} {low}")
            if pair is not None:
                return pair
        return nouns.get(low)

    def group_in(self, start: int, end: int) -> Name | None:
        """The first name of a group among tokens [start, end); not of who only stands behind it: "the Ondava-backed Fifth Brigade"."""
        found = (i for i in range(start, end) if i in self.name_at and self.name_at[i].kind == "group")
        return next((self.name_at[i] for i in found if not stands_behind(self.doc, i, self.name_at)), None)

    def mention(self, member: Member, start: int, end: int, head: Token) -> None:
        """Note that tokens [start, end), headed by `head`, mean a party."""
        start, end = trimmed(self.doc, start, end)
        if start >= end:
            return
        last = self.doc[end - 1]
        stop = last.idx + len(last.text)
        name = self.name_at.get(end - 1)
        if name is not None and name.start >= self.doc[start].idx:
            stop = min(stop, name.end)
        self.page.cast.mention(member.id, self.doc[start].idx, stop)
        self.held[head.i] = member
        self._introduce(member)
        self.recency.seen(member, head)

    def _introduce(self, member: Member) -> None:
        """Note by which words for a body the lexicon calls a party: "the alliance" is one whose names end in "alliance"."""
        row = self.known.parties.get(member.entry or "")
        if row is None or member.id in self._introduced:
            return
        self._introduced.add(member.id)
        for name in (row.name, *row.aliases):
            noun = self.known.nouns.get(name.split()[-1].lower())
            if noun is not None and noun[0].number == "body" and not noun[1]:
                self.recency.made(member, noun[0].noun)

    def role(self, member: Member, title: str, of: Member | None) -> str:
        """Note an office of a person, once; give it as it is noted."""
        title = " ".join(title.split()).strip(" ,.")
        if title and all(r.title.lower() != title.lower() for r in member.roles):
            member.roles.append(Role(title=title, of=of.id if of is not None and of is not member else None))
        return title
