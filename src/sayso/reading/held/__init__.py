"""Who holds which ground: what one report says is held, besieged, contested, taken or lost, by whom."""

from collections.abc import Iterator
from dataclasses import replace

from sayso.lexicon import Lexicon
from sayso.lexicon.party_rows import PartyRow
from sayso.lexicon.talks_rows import GroundRow
from sayso.model import Control
from sayso.reading.gate import Gate
from sayso.reading.held.area import area_near
from sayso.reading.held.claim import Claim
from sayso.reading.held.nouns import (
    claims_of_base,
    claims_of_control,
    claims_of_deed,
    claims_of_hands,
    claims_of_presence,
    claims_of_siege,
    claims_of_suffix,
)
from sayso.reading.held.verbs import claims_of_verb
from sayso.reading.page import Page
from sayso.reading.parsed import Token
from sayso.reading.sides import Sides
from sayso.reading.when.attach import of as time_of

_STATES = frozenset({"control", "siege", "blockade", "hands", "hand", "present"})


class Held:
    """Answers the question for one page at a time; what it needs of the lexicon is prepared once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._rows: dict[str, dict[str, GroundRow]] = {}
        for row in lexicon.rows(GroundRow):
            self._rows.setdefault(row.form, {})[row.word] = row
        self._parties = {alias: row for row in lexicon.rows(PartyRow) for alias in (row.name, *row.aliases) if len(alias) > 1}
        verbs, suffixes = self._rows.get("verb", {}), self._rows.get("suffix", {})
        self._gate = Gate({*verbs, *suffixes, *self._rows.get("noun", {}), *self._rows.get("base", {}), *_STATES, "run"})

    def __call__(self, page: Page) -> None:
        """Read the page and add to `page.control`."""
        sides: Sides | None = None
        seen: set[tuple[object, ...]] = set()
        for i in self._gate.hits(page.doc):
            token = page.doc[i]
            if page.skipped(token.idx):
                continue
            sides = sides or Sides(page, self._parties)
            for claim in self._claims(page, sides, token):
                claim = replace(claim, holder=sides.behind(claim.holder))
                key = (claim.relation, claim.holder, claim.place, token.sent.start)
                if key not in seen:
                    seen.add(key)
                    page.control.append(_control(page, claim, token))

    def _claims(self, page: Page, sides: Sides, token: Token) -> Iterator[Claim]:
        lemma, lower, rows = token.lemma_.lower(), token.lower_, self._rows
        if lower in rows["suffix"] and token.dep_ in ("amod", "compound", "nmod", "acl", "nsubj", "ROOT", "conj", "pobj", "dobj"):
            found = list(claims_of_suffix(page, sides, token, rows["suffix"][lower]))
            if found:
                yield from found
                return
        if token.pos_ == "VERB" and lemma in rows["verb"]:
            yield from claims_of_verb(page, sides, token, rows["verb"][lemma])
        elif token.pos_ in ("NOUN", "PROPN"):
            if lemma == "control":
                yield from claims_of_control(page, sides, token, rows["support"])
            elif lemma in ("siege", "blockade"):
                yield from claims_of_siege(page, sides, token)
            elif lower == "hands":
                yield from claims_of_hands(page, sides, token)
            elif lemma in rows["base"]:
                yield from claims_of_base(page, sides, token, rows["base"][lemma])
            elif lemma in rows["noun"]:
                yield from claims_of_deed(page, sides, token, rows["noun"][lemma])
        elif lemma == "present" and token.pos_ == "ADJ":
            yield from claims_of_presence(page, sides, token)


def _control(page: Page, claim: Claim, token: Token) -> Control:
    statement = page.statement_around(*claim.span) or page.statement_around(token.idx, token.idx + len(token))
    return Control(
        id=f"C{len(page.control) + 1}",
        span=(min(claim.span), max(claim.span)),  # place and verb stand in either order
        holder=claim.holder,
        place=claim.place,
        relation=claim.relation,
        area_km2=area_near(token, claim.span) if claim.relation in ("holds", "besieges") else None,
        when=time_of(page, token),
        according_to=statement.id if statement else None,
        confidence=claim.confidence,
        by=claim.rule,
    )
