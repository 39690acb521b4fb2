"""What happened: PLOVER events with actors, recipients, place, time and status."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from sayso.lexicon import Lexicon
from sayso.lexicon.party_rows import CountryRow
from sayso.lexicon.time_rows import CountWordRow
from sayso.model import Event, Interval, Statement
from sayso.model.codes import Status
from sayso.reading.happened.act import Act
from sayso.reading.happened.acts import find_acts
from sayso.reading.happened.answered import answered
from sayso.reading.happened.asker import ONLINE, harmless, of_others
from sayso.reading.happened.backdrop import long_past
from sayso.reading.happened.backward import speaks_back
from sayso.reading.happened.captors import abducts, bar_by_arms, help_out
from sayso.reading.happened.contexts import Contexts
from sayso.reading.happened.dating import dated
from sayso.reading.happened.days import not_to_come, past
from sayso.reading.happened.finder import Finder
from sayso.reading.happened.ground import of_ground, only_holds, taking
from sayso.reading.happened.headlines import leads, led
from sayso.reading.happened.judge import Judge, Verdict
from sayso.reading.happened.modes import Modes
from sayso.reading.happened.opposing import opposed
from sayso.reading.happened.peace import Peace
from sayso.reading.happened.placing import placed
from sayso.reading.happened.presupposed import TAKEN_AS_KNOWN, presupposed
from sayso.reading.happened.quantified import counted_before
from sayso.reading.happened.recalled import recalled
from sayso.reading.happened.sections import Sections
from sayso.reading.happened.senses import senses_of
from sayso.reading.happened.sites import Sites
from sayso.reading.happened.sorting import worth_judging
from sayso.reading.happened.struck import Struck, fate_of, holders, things_of
from sayso.reading.happened.surroundings import fixed_end
from sayso.reading.happened.telling import RETELLING, SEIZED, attributed, merged, parties_of, stopped
from sayso.reading.happened.told import Told, casualty
from sayso.reading.happened.tolls import Tolls
from sayso.reading.happened.traits import told_in, traits_of
from sayso.reading.page import Page
from sayso.reading.parsed import Token
from sayso.reading.sides import Sides
from sayso.reading.when.attach import behind as time_behind
from sayso.reading.when.attach import below as time_below
from sayso.reading.when.attach import of as time_of

_UNTOLD = 0.9
"""An act that is nothing with this chance is left out; what came of a deed may still tell that deed again."""
_UNTOLD_AT_PEACE = 0.55
"""The same of a report that is not about arms, where words of deeds are mostly those of business, courts and campaigns."""
_TOLD = 0.03
"""A happening is told when one of its acts is an event with at least this chance."""
_REFUSED = frozenset({"reject.not-accept", "reject.will-not", "reject.do-not-deal"})
"""Refusals that are told by a negation: "will not accept"; "will not reject" is none."""
_UNARMED = frozenset({"ngo", "outlet", "agency", "monitor"})
"""Kinds of party that attack nobody: where the words make one a doer, somebody else of that name is meant, or who tells it."""
_DONE_TO_OTHERS = frozenset({"ASSAULT", "THREATEN"})
"""What nobody does to the side whose office he holds."""
_BEFORE = ("compound", "nmod", "amod")
_BY_ARMIES = frozenset({"aerial", "drone", "heavy-weapons"})
"""Modes of attack that civilians who are said to be hurt in one do not carry out."""
_HURT = frozenset({"kill", "wound", "injure", "hurt", "die", "martyr"})
_ANYBODY = frozenset({"women", "children", "girls", "boys", "men", "students", "workers"})
_MISTAKEN = frozenset({"PERSON", "ORG", ""})
_MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
_DONE = frozenset({"ASSAULT", "COERCE", "RETREAT", "AID", "PROTEST"})
"""Types of deeds that are not done in words: a day told of whom they befall is theirs."""
_AHEAD = frozenset({"planned", "demanded", "conditional"})
"""How deeds stand that had not been done when they were told."""
_IN_WORDS = frozenset({"ACCUSE", "SUPPORT", "REQUEST", "REJECT", "THREATEN", "CONCEDE"})
"""Types whose object may be another deed, of a day of its own: "condemned the raid of Friday"."""
_LONGEST = 50
"""A verb and the noun that it carries are one trigger up to this many characters."""
_SOME = frozenset({"some", "several", "various", "certain", "unconfirmed", "unverified", "reports", "rumours", "rumors"})
_HEARSAY = frozenset({"sources", "reports", "accounts", "rumours", "rumors", "claims", "report", "claim", "allegations", "accusations"})


@dataclass(frozen=True, slots=True)
class Why:
    """How an act came to be told."""

    type: str
    verdict: Verdict
    reasons: list[tuple[str, float]]
    """The traits that moved the judge most, by log odds."""
    learnt: list[tuple[str, float]]
    """Of a verb that no row of the lexicon fits, the traits that moved the finder most; none where a row fits."""
    chance: float
    """The finder's chance of the type; 0 where a row fits."""


class Happened:
    """Finds the acts of a page, says who did what to whom, and tells each happening once."""

    def __init__(self, lexicon: Lexicon, finder: Finder | None = None) -> None:
        self._senses = senses_of(lexicon)
        self._given = finder
        self._fields: dict[str, list[str]] = {}
        for name, words in self._senses.classes.items():
            for word in words:
                self._fields.setdefault(word, []).append(f"about {name}")
        self._modes = Modes(lexicon)
        self._weapons = self._senses.classes["weapon"] | self._senses.classes["shot"]
        self._contexts = Contexts(lexicon)
        self._counting = frozenset(row.word.split()[0] for row in lexicon.rows(CountWordRow) if row.kind in ("fate", "carrier"))
        self._states = {adjective: row.iso for row in lexicon.rows(CountryRow) for adjective in row.adjectives}

    def __call__(self, page: Page) -> None:
        """Fill `page.events`."""
        label_places(page)
        sides, sites, struck, sections = Sides(page), Sites(page), Struck(page), Sections(page)
        peace = Peace(page, self._senses)
        weighed = ((act, verdict) for act, verdict in self._weighed(page, peace) if not only_holds(act, page))

        def untold(act: Act) -> float:
            return _UNTOLD_AT_PEACE if peace.over(act) else _UNTOLD

        told = [self._told(act, verdict, page, sides, sites) for act, verdict in weighed if verdict.nothing < untold(act) or _may_retell(act)]
        once = merged(_caused(told, peace), page, sections)
        below = leads(once, page)
        happenings = [one for one in led(recalled(once, page, self._weapons, sections, below), below) if one.chance >= _TOLD]
        happenings = [one for one in happenings if one.retold or not long_past(one.when, page.published)]
        happenings = dated(placed(attributed(opposed(happenings, sides, page), sides), page, sites.headed, sections), page)
        happenings = presupposed(answered(happenings, page, sides, self._senses.classes), page, sections)
        for number, (one, figures) in enumerate(zip(happenings, Tolls(page, self._counting).of(happenings), strict=True), start=1):
            befallen = _befallen(one) or struck.parties(one.things) or _whose_ground(one, sides)
            page.events.append(self._event(one, befallen, f"E{number}", figures))

    def seen(self, page: Page) -> list[tuple[Act, set[str]]]:
        """The acts of a page that no rule leaves out, as the judge sees them."""
        label_places(page)
        return [(act, traits_of(act, page, acts) | shared) for acts, shared in self._sentences(page, Peace(page, self._senses)) for act in acts]

    def _weighed(self, page: Page, peace: Peace) -> Iterator[tuple[Act, Verdict]]:
        """Those acts with the judge's verdict; what the acts of a sentence share is summed once."""
        for acts, shared in self._sentences(page, peace):
            known = self._judge.sums(shared)
            for act in acts:
                yield act, self._judge(traits_of(act, page, acts), known)

    def _sentences(self, page: Page, peace: Peace) -> Iterator[tuple[list[Act], frozenset[str]]]:
        """The acts of each sentence, with the traits that they share."""
        found = worth_judging(find_acts(page.doc, self._senses, self._finder), page, self._senses, peace)
        for sent, group in groupby(found, key=lambda act: act.token.sent):
            yield list(group), told_in(sent, page, self._fields)

    @cached_property
    def _judge(self) -> Judge:
        return Judge.load()

    @cached_property
    def _finder(self) -> Finder:
        return self._given if self._given is not None else Finder.load(self._senses)

    def why(self, page: Page, trigger: tuple[int, int]) -> Why | None:
        """Why an act at a trigger is told as an event; None where no act is there."""
        for act, traits in self.seen(page):
            if trigger_of(act) == trigger:
                learnt, chance = (self._finder.reasons(act.token, act.type), self._finder.weighed(act.token)[1]) if act.learnt else ([], 0.0)
                return Why(act.type, self._judge(traits), self._judge.reasons(traits), learnt, chance)
        return None

    def _told(self, act: Act, verdict: Verdict, page: Page, sides: Sides, sites: Sites) -> Told:
        trigger = trigger_of(act)
        around = _denial_over(page.statement_around(*trigger), act, page)
        doers = _doers(act, sides, page)
        owners = [noun for noun in doers if fate_of(noun, act, page)]
        doers = [noun for noun in doers if noun not in owners]
        actors = _beside_the_teller(parties_of(doers, sides, self._states, page), act, around, sides, page)
        themselves = any(self._senses.human(n) and not (n.dep_ in _BEFORE and n.head is act.token) for n in act.actors)
        hurt = any(above is not None and above.lemma_ in _HURT for above in (act.light, act.token.head, act.token.head.head))
        if act.type == "ASSAULT" and (not themselves or (hurt and act.sense.row.mode in _BY_ARMIES)):
            actors = tuple(party for party in actors if page.cast[party].kind != "civilians")  # "civilian airstrikes", in a list of subjects
        if act.type == "ASSAULT" and not any(noun.lower_ in ("we", "i") for noun in act.actors):  # an account may be an armed group's
            actors = tuple(party for party in actors if page.cast[party].kind not in _UNARMED)
        nouns = [n for n in (*owners, *act.recipients) if n.lower_ not in ONLINE and of_others(n, act, sides) and not _its_own(n, act, actors, sides)]
        nouns = [n for n in nouns if not _belongs_to_none(n, self._senses.classes, page)]
        befallen = parties_of(nouns, sides, self._states, page)
        if not befallen and act.sense.row.sense in SEIZED:
            befallen = next((found for n in act.recipients if n.tag_ == "CD" and (found := counted_before(n, sides))), ())
        own = {*actors, *(sides.behind(actor) for actor in actors if act.type in _DONE_TO_OTHERS)}
        recipients = tuple(party for party in befallen if party not in own)
        recipients = _beside_the_teller(recipients, act, around, sides, page)
        kind, mode = stopped(act) if not (taking(act) and of_ground(act, page)) else ("ASSAULT", None)
        if kind == "COERCE" and abducts(act, actors, recipients, page, self._senses.classes):
            kind, mode = "ASSAULT", "abduct"
        elif kind == "PROTEST" and bar_by_arms(act, actors, page, self._senses.classes):
            kind, mode = "COERCE", "restrict"
        elif kind == "RETREAT" and help_out(act, actors, recipients, page):
            kind, mode = "AID", None
        place, sited = sites.of(act)
        if (heading := sites.under(act, place)) is not None:
            place, sited = heading, sites.nearness(heading)
        return Told(
            act=act, trigger=trigger, also=(), type=kind,
            mode=self._modes.of(act) if kind == act.type and mode != "abduct" else mode, actors=actors, recipients=recipients,
            place=place, sited=sited, heading=sites.headed.of(trigger[0]), by_heading=heading is not None,
            when=_time(page, act, around), status=_status(act), hedged=act.standing.hedged or _of_hearsay(around, page),
            according_to=around.id if around else None, voice=(around.speaker or around.id) if around else None,
            things=things_of(act, self._senses.classes["struck"]),
            chance=verdict.event if verdict.nothing < _UNTOLD and act.sense.row.sense != RETELLING else 0.0,
        )  # fmt: skip

    def _event(self, one: Told, befallen: tuple[str, ...], id_: str, figures: tuple[str, ...]) -> Event:
        return Event(
            id=id_, type=one.type, mode=one.mode, contexts=self._contexts.of(one.act), trigger=one.trigger, actors=one.actors,
            recipients=befallen, place=one.place, when=one.when, status=one.status, hedged=one.hedged, also=one.also,
            according_to=one.according_to, figures=figures, confidence=_confidence(one, befallen),
            by="+".join((f"happened.{one.act.sense.row.sense}", *one.inferred)),
        )  # fmt: skip


def label_places(page: Page) -> None:
    """Let the words of a name say what the whole report decided that it is, where the pipeline took a place for a person or a body."""
    for name in page.names:
        if name.kind == "place":
            for token in page.tokens(name.start, name.end):
                if token.ent_type_ in _MISTAKEN:
                    token.ent_type_ = "GPE"


def _caused(told: list[Told], peace: Peace) -> list[Told]:
    """The same, with deaths that nothing in their own sentence or the one before explains as further mentions only."""
    violent = {one.act.token.sent.number for one in told if one.type == "ASSAULT" and not casualty(one.act)}

    def explained(act: Act) -> bool:
        return any(number <= act.token.sent.number for number in violent)

    return [replace(one, chance=0.0) if peace.uncaused(one.act) and not explained(one.act) else one for one in told]


def _may_retell(act: Act) -> bool:
    """Whether an act that tells no deed itself may speak of one again: "the blasts", "nine were killed"."""
    return casualty(act) or (act.type == "ASSAULT" and not act.verbal and speaks_back(act.token))


def _befallen(one: Told) -> tuple[str, ...]:
    """Whom an act befalls, of two tellings made one: nobody but its doer is nobody, and in talks and deals a doer is no recipient too; a swap
    has both sides on both ends."""
    if one.type in _MUTUAL or one.recipients == one.actors[:1] == one.actors:
        return tuple(party for party in one.recipients if party not in one.actors)
    return one.recipients


def _whose_ground(one: Told, sides: Sides) -> tuple[str, ...]:
    """Whom an attack on ground befalls where it names nobody: the others who hold it."""
    if one.type != "ASSAULT":
        return ()
    nouns = [noun for act in (one.act, *one.retold) for noun in act.recipients]
    return tuple(party for party in holders(nouns, sides) if party not in one.actors)


def _doers(act: Act, sides: Sides, page: Page) -> list[Token]:
    """The nouns for who does an act, but for nobody: "no faction admitted staging the raid". A pronoun that seems to mean civilians
    means others where there is an attack: "they fired on us"."""
    actors = act.actors
    if act.standing.status != "denied" or not act.verbal:
        actors = [noun for noun in actors if not any(child.lower_ in ("no", "neither", "any") and child.dep_ == "det" for child in noun.lefts)]
    if act.type != "ASSAULT":
        return actors
    return [noun for noun in actors if noun.pos_ != "PRON" or not harmless(noun, sides, page)]


def _belongs_to_none(noun: Token, classes: Mapping[str, frozenset[str]], page: Page) -> bool:
    """Whether a noun is a thing called by its town and no side's: "the Orlat silo", of which a committee of that name is not the victim."""
    thing = noun.lemma_.lower() in classes["struck"] or noun.lemma_.lower() in classes["facility"]
    if thing and any(child.dep_ == "poss" and child.lower_ in _ANYBODY for child in noun.lefts):
        return True  # "a women's clinic"
    names = [child for child in noun.children if child.dep_ == "compound" and child.pos_ == "PROPN" and not child.text.isupper()]
    if not thing or not names or page.cast.at(noun.idx, noun.idx + len(noun)) is not None:
        return False
    owners = [page.cast.at(name.idx, name.idx + len(name)) for name in names]
    return all(owner is None or page.cast[owner].kind in ("other", "ngo", "party", "monitor") for owner in owners)


def _its_own(noun: Token, act: Act, actors: tuple[str, ...], sides: Sides) -> bool:
    """Whether somebody calls back or sends out his own: "recalled its ambassador", "pulled out its troops"."""
    if act.type not in ("SANCTION", "MOBILIZE", "RETREAT") or act.sense.row.mode == "release":
        return False
    owners = [child for child in noun.lefts if child.dep_ == "poss" and child.tag_ == "PRP$"]
    return any(set(sides.of(owner)) & set(actors) for owner in owners)


def _denial_over(around: Statement | None, act: Act, page: Page) -> Statement | None:
    """Whose word it is: of what is denied as others' talk ("rejected claims that ...") the denier's."""
    if around is None or not around.anonymous or act.standing.status != "denied":
        return around
    outer = next((one for one in page.statements if one.id == around.within or (around.cue and _holds(one, around.cue[0]))), None)
    talk = page.report.text[slice(*around.cue)].lower() in _HEARSAY if around.cue else False
    if outer is None and talk and page.publisher is not None:
        return None  # a ministry's own text: "The claim that seven men fell is a fabrication"
    return outer if outer is not None and (talk or outer.stance in ("deny", "reject") or around.by == "said.noun") else around


def _holds(statement: Statement, at: int) -> bool:
    return any(start <= at < end for start, end in statement.content)


def _beside_the_teller(parties: tuple[str, ...], act: Act, around: Statement | None, sides: Sides, page: Page) -> tuple[str, ...]:
    """Leave out who says it, where his words have a subject of their own and nothing in them means him: in "activists said the man died as
    jets hit his house" the activists do and suffer nothing."""
    if around is None or around.speaker not in parties:
        return parties
    inside = [t for a, b in around.content for t in page.tokens(a, b)]
    if any(around.speaker in (sides.of(t) if t.pos_ == "PRON" else (page.cast.at(t.idx, t.idx + len(t)),)) for t in inside):
        return parties
    places, top = {t.i for t in inside}, act.token
    while top.head.i in places and top.head is not top:
        top = top.head
    misread = top.dep_ == "advcl" and top.tag_ == "VBG" and top.i < top.head.i  # "Shelling kills four, hospital says"
    own = misread or any(c.dep_ in ("nsubj", "nsubjpass") and c.i in places for c in top.children) or top.dep_ in ("nsubj", "nsubjpass")
    return tuple(party for party in parties if party != around.speaker) if own else parties


def _of_hearsay(around: Statement | None, page: Page) -> bool:
    """Whether the words are those of nobody in particular: "according to some sources"."""
    if around is None or not around.anonymous or around.speaker_span is None:
        return False
    words = page.report.text[slice(*around.speaker_span)].lower().split()
    return bool(words) and words[0] in _SOME and words[-1] in _HEARSAY


def _confidence(one: Told, befallen: tuple[str, ...]) -> float:
    """Higher with both sides named, lower for each thing that the words of the event do not tell, and where no row of the lexicon knows them."""
    inferred = [ground for ground in one.inferred if ground != TAKEN_AS_KNOWN]
    return round(0.6 + 0.1 * bool(one.actors) + 0.1 * bool(befallen) - 0.1 * len(inferred) - 0.2 * one.act.learnt, 2)


def _status(act: Act) -> Status:
    """How an act stands; what is not accepted or not allowed is refused, and the refusal is a fact."""
    refusal = act.sense.row.sense in _REFUSED and act.standing.negated and act.standing.status == "denied"
    return "happened" if refusal else act.standing.status


def _time(page: Page, act: Act, around: Statement | None) -> Interval | None:
    """The days of an act; of one that completes a noun ("a deal to evacuate") the noun's, where it has none of its own.

    What is denied has no day but one told of it: "denied on Wednesday that they had agreed" dates the denial.
    """
    token, denied = act.token, _status(act) == "denied"
    when = time_of(page, token, done=act.type not in _IN_WORDS and not denied)
    ahead = _status(act) in _AHEAD or (_status(act) == "possible" and _reported(token))
    if when is not None and ahead and past(when, page.published) and when not in (time_below(page, token), time_behind(page, token)):
        when = None  # "announced on Monday that the brigade will withdraw": the day of the words
    if when is not None and around is not None and (around.stance == "deny" or denied):
        inside = [t for t in page.times if any(a <= t.span[0] and t.span[1] <= b for a, b in around.content)]
        when = when if any((t.earliest, t.latest) == (when.earliest, when.latest) for t in inside) else None
    if when is None and act.verbal and act.type in _DONE and not denied:
        when = next((found for noun in (*act.actors, *act.recipients) if (found := time_below(page, noun)) is not None), None)
        if when is not None and page.published is not None and (when.earliest or "") > page.published.isoformat():
            when = None  # a month without its year that the noun leaves open
    if when is not None and act.type in _DONE and _status(act) == "happened":
        when = not_to_come(when, page.published)
    infinitive = token.tag_ == "VB" and token.dep_ in ("acl", "relcl") and token.head.pos_ == "NOUN"
    return time_of(page, token.head) if when is None and infinitive else when


def _reported(token: Token) -> bool:
    """Whether a word stands in a clause that somebody tells: "said on Monday that nine may have died", not "appeared to condemn it on Monday"."""
    while token.dep_ not in ("ccomp", "relcl", "advcl", "acl") and token.head is not token:
        token = token.head
    return token.dep_ == "ccomp"


def trigger_of(act: Act) -> tuple[int, int]:
    """The offsets of the word of the act, with the words before it in a compound ("air strikes") and its particle."""
    first = last = act.token
    if not act.verbal:
        for child in act.token.lefts:
            next_to = child.i == first.i - (act.token.i - child.i) and not (child.i and child.nbor(-1).text == "-")  # "long-term partnership"
            if child.dep_ == "compound" and next_to and not child.ent_type_:
                first = child
                break
    else:
        for child in act.token.rights:
            if (child.dep_ == "prt" or child.lower_ == "back") and child.i <= act.token.i + 2:
                last = child
        if len(act.sense.rest) > 1:
            last = max(last, act.token.doc[fixed_end(act.token, act.sense.rest)], key=_position)
        if act.takes is not None and abs(act.takes.token.idx - first.idx) + len(act.takes.token) <= _LONGEST:
            first, last = min(first, act.takes.token, key=_position), max(last, act.takes.token, key=_position)
    return first.idx, last.idx + len(last)


def _position(token: Token) -> int:
    return token.i


__all__ = ["Happened"]
