"""Who holds which ground: what one report says is held, besieged, contested, taken or lost, by whom."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from sayso.lexicon import Lexicon
from sayso.lexicon.party_rows import PartyRow
from sayso.lexicon.talks_rows import GroundRow
from sayso.model import Control
from sayso.reading.gate import Gate
from sayso.reading.happened.senses import senses_of
from sayso.reading.happened.status import Standing, standing
from sayso.reading.held.area import area_near
from sayso.reading.held.claim import Claim
from sayso.reading.held.extent import extent_of
from sayso.reading.held.holder import people, whose
from sayso.reading.held.nouns import (
    claims_of_base,
    claims_of_control,
    claims_of_deed,
    claims_of_hands,
    claims_of_presence,
    claims_of_siege,
    claims_of_suffix,
)
from sayso.reading.held.plain import (
    OWN,
    ROADS,
    STANDING,
    claims_of_having,
    claims_of_ours,
    claims_of_own_hands,
    claims_of_road,
    claims_of_standing,
)
from sayso.reading.held.signs import (
    FRONTS,
    RINGS,
    SIGNS,
    claims_of_being,
    claims_of_clearing,
    claims_of_entry,
    claims_of_flag,
    claims_of_free,
    claims_of_front,
    claims_of_going_on,
    claims_of_kept,
    claims_of_ring,
    claims_of_state,
)
from sayso.reading.held.taken import taken
from sayso.reading.held.verbs import brought_about, claims_of_verb
from sayso.reading.page import Page
from sayso.reading.parsed import Token
from sayso.reading.side_phrases import is_body_of_men
from sayso.reading.sides import Sides
from sayso.reading.when.attach import of as time_of

_DENYING = frozenset({"deny", "refuse"})
_PARTICLES = frozenset({"prt", "advmod", "prep", "dobj"})
_NEAR = 6
"""Tokens between a verb and its particle ("cut the town and the camps off")."""
_STATES = frozenset({"charge", "control", "grip", "possession", "siege", "blockade", "hands", "hand", "present", "ours", "have"})
_MASTERY = frozenset({"control", "grip", "possession", "charge"})


class Held:
    """Answers the question for one page at a time; what it needs of the lexicon is prepared once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._senses = senses_of(lexicon)
        self._rows: dict[str, dict[str, GroundRow]] = {}
        for row in lexicon.rows(GroundRow):
            self._rows.setdefault(row.form, {})[row.word] = row
        self._parties = {alias: row for row in lexicon.rows(PartyRow) for alias in (row.name, *row.aliases) if len(alias) > 1}
        verbs, suffixes = self._rows.get("verb", {}), self._rows.get("suffix", {})
        words = {*suffixes, *self._rows.get("noun", {}), *self._rows.get("base", {}), *_STATES, *ROADS, *STANDING, "run", *SIGNS}
        self._gate = Gate({*(word.split()[0] for word in verbs), *words})

    def __call__(self, page: Page) -> None:
        """Read the page and add to `page.control`."""
        sides: Sides | None = None
        seen: set[tuple[object, ...]] = set()
        for i in self._gate.hits(page.doc):
            token = page.doc[i]
            if page.skipped(token.idx):
                continue
            sides = sides or Sides(page, self._parties)
            claims = list(self._claims(page, sides, token))
            if not claims:
                continue
            told = self._standing(token)
            denied = told is not None and told.status == "denied" and _somebody_denies(page, token, told)
            if told is not None and not denied and told.status not in ("happened", "ongoing") and not brought_about(token):
                claims = [claim for claim in claims if claim.negated and told.negated]
            for claim in claims:
                holder = sides.behind(claim.holder)
                if holder is not None and _is_no_side(page, sides, holder):
                    continue
                for one in whose(page, sides, holder, page.atlas[claim.place].country if claim.place else None) if holder is not None else (None,):
                    key = (claim.relation, one, claim.place, token.sent.start)
                    if key not in seen:
                        seen.add(key)
                        page.control.append(_control(page, replace(claim, holder=one), token, denied))
                        if (event := taken(page, page.control[-1], token)) is not None:
                            page.events.append(event)

    def _standing(self, token: Token) -> Standing | None:
        """How what a word tells of ground stands; None for a word that takes its ground for granted ("the rebel-held town")."""
        lemma = token.lemma_.lower()
        if token.pos_ not in ("VERB", "AUX") or token.dep_ == "amod":
            if token.lower_ in self._rows["suffix"] or (lemma in self._rows["base"] and token.dep_ != "attr"):
                return None
            if token.dep_ == "pobj" and token.head.head.pos_ in ("VERB", "AUX"):  # "is in the hands of", "came under the control of"
                token = token.head.head
        return standing(token, self._senses)

    def _claims(self, page: Page, sides: Sides, token: Token) -> Iterator[Claim]:
        lemma, lower, rows = token.lemma_.lower(), token.lower_, self._rows
        if lower in rows["suffix"] and token.dep_ in ("amod", "compound", "nmod", "acl", "nsubj", "ROOT", "conj", "pobj", "dobj"):
            found = list(claims_of_suffix(page, sides, token, rows["suffix"][lower]))
            if found:
                yield from found
                return
        if token.pos_ == "VERB":
            yield from claims_of_kept(page, sides, token)
            yield from claims_of_entry(page, sides, token)
            yield from claims_of_clearing(page, sides, token)
        row = _row_of(token, rows["verb"]) if token.pos_ == "VERB" else None
        if row is not None:
            yield from claims_of_verb(page, sides, token, row)
        elif token.pos_ == "AUX" and lemma == "be":
            yield from claims_of_being(page, sides, token)
        elif token.pos_ == "VERB" and lemma in STANDING:
            yield from claims_of_standing(page, sides, token)
        elif token.pos_ == "VERB" and lemma == "have":
            yield from claims_of_having(page, sides, token)
        elif lower == "ours":
            yield from claims_of_ours(page, sides, token)
        elif token.pos_ in ("NOUN", "PROPN"):
            if lemma in _MASTERY:
                yield from claims_of_control(page, sides, token, rows["support"])
            elif lemma in ("siege", "blockade"):
                yield from claims_of_siege(page, sides, token)
                yield from claims_of_going_on(page, token)
            elif lemma in FRONTS:
                yield from claims_of_front(page, token)
            elif lemma == "flag":
                yield from claims_of_flag(page, sides, token)
            elif lemma in RINGS:
                yield from claims_of_ring(page, sides, token)
            elif lower == "hands":
                own = any(child.lower_ in OWN and child.dep_ == "poss" for child in token.children)
                yield from claims_of_own_hands(page, sides, token) if own else claims_of_hands(page, sides, token)
            elif lemma in ROADS and token.dep_ in ("dobj", "nsubjpass"):
                yield from claims_of_road(page, sides, token)
            elif lemma in rows["base"]:
                yield from claims_of_base(page, sides, token, rows["base"][lemma])
            elif lemma in rows["noun"]:
                yield from claims_of_deed(page, sides, token, rows["noun"][lemma])
        elif token.pos_ == "ADJ" and lemma == "present":
            yield from claims_of_presence(page, sides, token)
        elif token.pos_ == "ADJ" and lower == "free":
            yield from claims_of_free(page, sides, token)
        elif token.pos_ == "ADJ" and lower in rows["suffix"]:
            yield from claims_of_state(page, sides, token, rows["suffix"][lower])


def _row_of(verb: Token, rows: Mapping[str, GroundRow]) -> GroundRow | None:
    """The row of a verb: with its particle, adverb, preposition or bare object where there is one ("cut off", "change hands"), else its own."""
    lemma = verb.lemma_.lower()
    phrased = (rows.get(f"{lemma} {child.lower_}") for child in verb.rights if child.dep_ in _PARTICLES and child.i - verb.i < _NEAR)
    return next((row for row in phrased if row is not None), rows.get(lemma))


def _is_no_side(page: Page, sides: Sides, holder: str) -> bool:
    """Whether a party holds no ground: those who help or tell of a war, people and persons; a people known by name may ("the Kurds"). So may
    a body of men of whom no more is known ("the groups"), but not "sources"."""
    kind, member = sides.kind(holder), page.cast[holder]
    if kind == "civilians" and people(page, member) is not None:
        return False
    if member.kind == "other" and member.by == "description" and member.entry is None:
        return not is_body_of_men(member.name.rpartition(" ")[2])
    return kind in ("ngo", "outlet", "agency", "monitor") or (kind in ("civilians", "person") and member.entry is None)


def _somebody_denies(page: Page, token: Token, told: Standing) -> bool:
    """Whether what is denied is another's claim ("denied that", "rejected reports that"), not the teller's own plain negation."""
    if any(step.effect in _DENYING and not step.negated for step in told.steps):
        return True
    around = page.statement_around(token.idx, token.idx + len(token))
    return around is not None and around.stance in ("deny", "reject")


def _control(page: Page, claim: Claim, token: Token, denied: bool) -> Control:
    statement = page.statement_around(*claim.span) or page.statement_around(token.idx, token.idx + len(token))
    return Control(
        id=f"C{len(page.control) + 1}",
        span=(min(claim.span), max(claim.span)),  # place and verb stand in either order
        holder=claim.holder,
        place=claim.place,
        relation=claim.relation,
        extent=extent_of(page, claim.place, (min(claim.span), max(claim.span))),
        denied=denied,
        area_km2=area_near(token, claim.span) if claim.relation in ("holds", "besieges") else None,
        when=time_of(page, token),
        according_to=statement.id if statement else None,
        confidence=claim.confidence,
        by=claim.rule,
    )
