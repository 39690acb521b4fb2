"""On whose word: the first hop that had access of its own, and which of them count as one.

An origin is a named speaker on an occasion, or the text that an outlet or agency wrote itself. Its `owner` is the
organisation whose word it is: several origins with one owner count once where independence is counted.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.model import Party, Report, Span, Statement
from sayso.model.situation import Copy, SourceOrigin
from sayso.situation.carried import told_before
from sayso.situation.case import Sheet
from sayso.situation.denials import TALKS_OF
from sayso.situation.identity import Identity, state_of
from sayso.situation.known import Order
from sayso.situation.occasions import Occasion, Occasions
from sayso.situation.officials import by_office
from sayso.situation.publishers import VOICES, bodies_in, country_behind, of_any_state, speaks_itself
from sayso.situation.reuse import Taken, Texts, quotations
from sayso.situation.unnamed import organisation_behind
from sayso.situation.words import fold, short_id, words


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose word a fact is. `owner` is None for an unnamed source, which adds no origin."""

    origin: str
    owner: str | None
    speaker: str | None
    side: str | None
    own: bool = False
    """Whether a text says it in its own voice."""

    @property
    def unnamed(self) -> bool:
        """Whether nobody stands behind it by name."""
        return self.owner is None

    @property
    def source(self) -> str:
        """Whom to name: the speaker, or whose text it is, rather than an organisation above him that no report may speak of."""
        return self.speaker or (self.side if self.own else None) or self.owner or "unnamed"


REPORTERS = frozenset({"correspondent", "correspondents", "reporter", "reporters", "journalist", "journalists", "photographer", "photographers"})
_OUR = frozenset({"we", "our"})
_TALK = re.compile(TALKS_OF)
_ASKED = frozenset(
    "source sources contact contacts informant informants official officials minister ministers president governor mayor ambassador".split()
)
"""Whom "our" makes no part of the house that publishes a text: "our sources", "our minister"."""


class Origins:
    """The origins of a case, kept up to date as reports come and go."""

    def __init__(self, identity: Identity) -> None:
        self._identity = identity
        self._texts = Texts()
        self._taken: Taken = self._texts
        self._sheets: dict[Order, Sheet] = {}
        self._laid_out: Mapping[Order, Sheet] = self._sheets
        self._occasions = Occasions()
        self._credited: dict[str, set[Order]] = defaultdict(set)
        self._used: dict[str, tuple[Occasion, set[Order]]] = {}
        self._own: set[Order] = set()

    def add(self, sheet: Sheet) -> set[Order]:
        """Put a report in, whose parties `identity` knows; give the reports for which a text or an occasion is another one now."""
        self._sheets[sheet.order] = sheet
        for name in self._credits(sheet.report):
            self._credited[name].add(sheet.order)
        return self.again(self._texts.add(sheet) | {sheet.order})

    def remove(self, sheet: Sheet) -> set[Order]:
        """Take a report out; give the others for which a text or an occasion is another one now."""
        for name in self._credits(sheet.report):
            self._credited[name].discard(sheet.order)
        stirred = self._occasions.remove(sheet.order)
        del self._sheets[sheet.order]
        return self.again(self._texts.remove(sheet)) | (stirred & self._sheets.keys())

    def again(self, orders: Iterable[Order]) -> set[Order]:
        """Look at the occasions of these reports anew; give them and all that share one."""
        found = set(orders) & self._sheets.keys()
        stirred = set(found)
        for order in sorted(found):
            stirred |= self._occasions.remove(order)
            stirred |= self._occasions.add(order, self._told_occasions(self._sheets[order]))
        return stirred & self._sheets.keys()

    def crediting(self, voices: Iterable[str]) -> set[Order]:
        """The reports whose texts are credited to these outlets or agencies, by folded name."""
        orders = {order for voice in voices for order in self._credited.get(voice, ())}
        return {one for order in orders for one in self._taken.family(order)}

    def with_copies(self, orders: Iterable[Order]) -> set[Order]:
        """These reports and all that share text with one of them: what a copy took keeps the source that it has in the original."""
        return {one for order in orders for one in self._taken.family(order)}

    def text(self, sheet: Sheet, span: Span | None = None) -> str:
        """The id of the report that had this one's text first; with `span`, the text of the sentence around it."""
        return self._taken.source(sheet.order, span)[1]

    def whose(self, sheet: Sheet, according_to: str | None, span: Span | None = None) -> Whose:
        """Whose word a fact is that rests on this statement; without one it is the text's own. `span` is where the fact stands: part of
        a report may be another's text, and keeps the source that it has there."""
        whose, occasion = self._word(sheet, according_to, span)
        if span is not None and (root := self._taken.source(sheet.order, span)) != sheet.order:
            original = self._laid_out[root]
            event = told_before(original, sheet, span)
            there, when = self._word(original, event.according_to, event.trigger) if event is not None else (whose, occasion)
            if not there.own and self._in_short(whose, there):
                whose, occasion = there, when
        if occasion is not None:
            self._use(whose.origin, occasion, sheet.order)
        elif whose.own:
            self._own_text(self._taken.source(sheet.order, span))
        return whose

    def spoken(self, sheet: Sheet, party: str, span: Span) -> Whose:
        """The word of a report's party that has no statement of its own: "claimed the attack"."""
        speaker = self._identity.actor(sheet, party)
        occasion = self._first_of((speaker, self.text(sheet, span)))
        whose = Whose(short_id("O", *occasion), self._identity.owner(speaker), speaker, self._identity.side(speaker))
        self._use(whose.origin, occasion, sheet.order)
        return whose

    def _word(self, sheet: Sheet, according_to: str | None, span: Span | None) -> tuple[Whose, Occasion | None]:
        """Whose word a fact is as its own report tells it, and on which occasion somebody with a name said it."""
        statement = sheet.statements[according_to] if according_to else None
        hops = 0
        while statement and not statement.speaker and not statement.anonymous and statement.within and hops < 9:
            if _hearsay(sheet, statement):
                return Whose(short_id("U", self.text(sheet, span), ""), None, None, None), None
            statement, hops = sheet.statements[statement.within], hops + 1
        if statement is None or _ours(sheet, statement):
            return self._own_voice(sheet, span), None
        speaker = self._identity.actor(sheet, statement.speaker) if statement.speaker else None
        if (paper := self._reporter_of(sheet, statement)) is not None:
            return self._own_voice(sheet, span, paper or None), None
        if speaker is None or statement.anonymous or self._nobody_in_particular(speaker):
            behind = self._behind(sheet, statement)
            if behind is None and self._publisher_speaks(sheet, statement, span):
                return self._own_voice(sheet, span), None
            if behind is None:
                return Whose(short_id("U", self.text(sheet, span), speaker or ""), None, speaker, None), None
            speaker = behind
        side = self._identity.side(speaker)
        if self._identity.kind(speaker) in VOICES and side == self._owner(self._taken.source(sheet.order, span)):
            return self._own_voice(sheet, span), None
        occasion = self._first_of(self._occasion(sheet, statement, speaker))
        return Whose(short_id("O", *occasion), self._identity.owner(speaker), speaker, side), occasion

    def _in_short(self, whose: Whose, original: Whose) -> bool:
        """Whether a copy names nobody for what the original gives a source for, or the same one by less of his name."""
        if whose.own or (whose.unnamed and not original.unnamed):
            return True
        known = [set(words(self._identity.name(one.speaker))) if one.speaker else set() for one in (whose, original)]
        return bool(known[0]) and known[0] < known[1]

    def _own_text(self, root: Order) -> None:
        self._own.add(root)

    def _first_of(self, occasion: Occasion) -> Occasion:
        return self._occasions.first(occasion)

    def _use(self, origin: str, occasion: Occasion, order: Order) -> None:
        self._used.setdefault(origin, (occasion, set()))[1].add(order)

    def _owner(self, root: Order) -> str:
        """Whose text it is: the agency that any of its copies credits, else the outlet that had it first, else its first report's."""
        reports = [self._laid_out[order].report for order in self._taken.carrying(root)]
        credited = sorted(r.origin.name for r in reports if r.origin.name and r.origin.name != "own")
        name = credited[0] if credited else self._credit(reports[0])
        if not name:
            return f"report:{reports[0].id[:12]}"
        voice = self._identity.voice(name)
        body, any_states = self._identity.owner(voice), of_any_state(name)
        if body != voice and not any_states:
            return voice
        country = country_behind(name, self._laid_out[root])
        if country is None:
            return self._identity.own_voice(name) if any_states else voice
        return voice if body == state_of(country) else state_of(country)

    def forget_used(self) -> None:
        """From now on only occasions that `whose` is asked about again are listed."""
        self._used.clear()
        self._own.clear()

    def listed(self) -> tuple[SourceOrigin, ...]:
        """All texts with their copies, what partial copies tell themselves, and the occasions that `whose` was asked about, by id."""
        groups = self._taken.groups()
        found = [self._listed_text(group[0], group, tuple(one for order in group[1:] for one in self._taken.copies(order))) for group in groups]
        found += [self._listed_text(root, self._taken.carrying(root), ()) for root in self._own - {group[0] for group in groups}]
        for origin, (occasion, told_in) in self._used.items():
            found.append(self._listed_speaker(origin, occasion, sorted(told_in)))
        return tuple(sorted(found, key=lambda one: one.id))

    def _listed_speaker(self, origin: str, occasion: Occasion, told_in: Iterable[Order]) -> SourceOrigin:
        speaker, when = occasion
        day = f", {when}" if len(when) == 10 else ""
        reports = tuple(order[1] for order in told_in)
        return SourceOrigin(
            id=origin, kind="speaker", name=f"{self._identity.name(speaker)}{day}", owner=self._identity.owner(speaker), reports=reports
        )  # fmt: skip

    def _listed_text(self, root: Order, carrying: Sequence[Order], copies: tuple[Copy, ...]) -> SourceOrigin:
        report = self._laid_out[root].report
        name = self._credit(report) or report.title or report.id[:12]
        owner = self._identity.owner(self._owner(root))
        taken = self._taken.versions(root) + copies
        return SourceOrigin(id=_text_id(root), name=name, owner=owner, reports=tuple(order[1] for order in carrying), copies=taken)

    def _nobody_in_particular(self, speaker: str) -> bool:
        """A description ("the army", "a monitoring group") may be somebody whom another report names: it adds no origin, unless it speaks
        for an organisation with a name ("an SDF official") or is an institution ("the relief commission")."""
        side = self._identity.side(speaker)
        if self._identity.named(speaker) or self._identity.institution(speaker):
            return False
        return side == speaker or not self._identity.named(side)

    def _reporter_of(self, sheet: Sheet, statement: Statement) -> str | None:
        """The outlet whose reporter speaks ("an AFP correspondent"): blank where the words do not say; None where no reporter speaks."""
        party = sheet.parties[statement.speaker] if statement.speaker else None
        said = party.name if party else sheet.reading.words(statement.speaker_span) if statement.speaker_span else ""
        *before, last = said.split() or [""]
        if fold(last) not in REPORTERS:
            return None
        papers = [self._identity.actor(sheet, role.of) for role in (party.roles if party else ()) if role.of]
        named = [paper for paper in papers if self._identity.kind(paper) in VOICES]
        name = " ".join(before)
        return named[0] if named else self._identity.voice(name) if name[:1].isupper() else ""

    def _publisher_speaks(self, sheet: Sheet, statement: Statement, span: Span | None) -> bool:
        """Whether who speaks without a name is he who publishes the text: "the union" in a letter of the miners' union."""
        party = sheet.parties[statement.speaker] if statement.speaker and not statement.within else None
        outlet = self._credit(self._laid_out[self._taken.source(sheet.order, span)].report)
        return party is not None and not any(role.of for role in party.roles) and speaks_itself(outlet, party.name)

    def _behind(self, sheet: Sheet, statement: Statement) -> str | None:
        """The organisation that stands behind somebody without a name ("security sources of the SDF"); or the monitor in whose own text
        its sources speak: they are its network."""
        root = self._taken.source(sheet.order, statement.content[0] if statement.content else None)
        owner = self._owner(root)
        if self._identity.kind(owner) == "monitor":
            return owner
        span = statement.speaker_span
        if span is None:
            return None
        if statement.speaker and (body := self._body_of(sheet, sheet.parties[statement.speaker])) is not None:
            return body
        known = {at: one.id for one in sheet.reading.parties if one.entry or self._of_a_whole(sheet, one) for at in one.mentions}
        found = organisation_behind(sheet.report.text, span, known)
        return self._identity.actor(sheet, found) if found else None

    def _of_a_whole(self, sheet: Sheet, party: Party) -> bool:
        """Whether a party is part of an organisation with a name: the police of a town."""
        actor = self._identity.actor(sheet, party.id)
        return party.kind == "police" and self._identity.side(actor) != actor

    def _body_of(self, sheet: Sheet, party: Party) -> str | None:
        """The body with a name that somebody speaks for who is told by his office: "an officer of the Valley Guard"."""
        bodies = [self._identity.actor(sheet, role.of) for role in party.roles if role.of] if by_office(party) else []
        return next((body for body in bodies if self._identity.named(body)), None)

    def _own_voice(self, sheet: Sheet, span: Span | None, owner: str | None = None) -> Whose:
        root = self._taken.source(sheet.order, span)
        owner = owner or self._owner(root)
        side = None if self._identity.kind(owner) in VOICES else self._identity.side(owner)
        return Whose(_text_id(root), self._identity.owner(owner), None, side, own=True)

    @staticmethod
    def _credit(report: Report) -> str | None:
        if report.origin.name and report.origin.name != "own":
            return report.origin.name
        outlets = sorted((a.published or "9999", a.outlet) for a in report.appearances if a.outlet)
        return report.outlet or (outlets[0][1] if outlets else None)

    def _credits(self, report: Report) -> set[str]:
        """Every name, folded, that this report's text may be credited to, and of the bodies whose organ that may be."""
        names = {fold(name) for name in (report.origin.name, self._credit(report)) if name}
        return names.union(*map(bodies_in, names))

    def _occasion(self, sheet: Sheet, statement: Statement, speaker: str) -> Occasion:
        stated = statement.stated
        if stated and stated.earliest and stated.latest and stated.earliest[:10] == stated.latest[:10]:
            return (speaker, stated.earliest[:10])
        return (speaker, self.text(sheet, statement.content[0] if statement.content else None))

    def _told_occasions(self, sheet: Sheet) -> Iterator[tuple[Occasion, str]]:
        """The occasions on which named speakers of a report speak, each with what it quotes of them in five words or more."""
        quoted = defaultdict(list)
        for said, statement_id in quotations(sheet):
            quoted[statement_id].append(said)
        for statement in sheet.reading.statements:
            if statement.speaker and not statement.anonymous:
                occasion = self._occasion(sheet, statement, self._identity.actor(sheet, statement.speaker))
                yield from ((occasion, said) for said in quoted.get(statement.id) or [""])


def _ours(sheet: Sheet, statement: Statement) -> bool:
    """Whether those who speak are the text's own people: "we", "our members", outside what somebody else says; whom it only asked is not."""
    said = words(sheet.reading.words(statement.speaker_span)) if statement.speaker_span and not statement.within else []
    return bool(said) and said[0] in _OUR and _ASKED.isdisjoint(said)


def _hearsay(sheet: Sheet, statement: Statement) -> bool:
    """Whether it is said by nobody but talk: who "asks for clarity on reports suggesting that nine died" does not say that they did."""
    span = statement.speaker_span
    return span is not None and _TALK.fullmatch(fold(sheet.reading.words(span)).rpartition(" ")[2]) is not None


def _text_id(root: Order) -> str:
    return short_id("O", "text", root[1])
