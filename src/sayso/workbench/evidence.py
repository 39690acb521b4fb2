"""The claims of an incident by the origin that they rest on, each with its words and its chain, copies of a text together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.model import Reading
from sayso.model.chain import chain_of
from sayso.model.situation import Claim
from sayso.situation.claims import words_of
from sayso.situation.incidents import reporters_saw
from sayso.situation.words import sentence_of, words
from sayso.view import STATUS, harmless
from sayso.workbench.board import Board
from sayso.workbench.rows import fact_address

_LONGEST = 320
_SHOWN = 6
"""Claims of one origin that are shown with their words; further ones are listed by report alone."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One report's words for a claim: before, the words that are coded, after; the chain; the address of the fact."""

    report: str
    title: str
    outlet: str
    published: str
    before: str
    trigger: str
    after: str
    chain: tuple[str, ...]
    status: str
    hedged: bool
    address: str
    fact: str


@dataclass(frozen=True, slots=True)
class Grounds:
    """One origin with what it tells. `kind` is the sign it is shown by: independent, side, unnamed, against, or retold: a report's own words for
    what it tells on others' word, which are no origin."""

    name: str
    party: str
    kind: str
    tellings: tuple[Telling, ...]
    others: tuple[tuple[str, str, str], ...]
    """Further reports that carry the same word: address, outlet, how much of their text is taken from an earlier one."""


def by_stand(board: Board, claims: Iterable[Claim], readings: Mapping[str, Reading]) -> dict[str, list[Grounds]]:
    """The grounds for, against and neither, in the order for - against - unsure; those with most reports first."""
    stands: dict[str, dict[str, list[Claim]]] = {"asserts": {}, "denies": {}, "unsure": {}}
    known: dict[str, str] = {}
    for claim in claims:
        stands.setdefault(claim.stand, {}).setdefault(_whose(board, claim, readings, known), []).append(claim)
    return {
        stand: sorted(
            (_grounds(board, owner, same, readings, _retold(board, same, owners, readings)) for owner, same in owners.items()), key=_most_first
        )
        for stand, owners in stands.items()
        if owners
    }


def _whose(board: Board, claim: Claim, readings: Mapping[str, Reading], known: dict[str, str]) -> str:
    """The owner of the word. Somebody not named is known again, in `known`, in the same report, and by the sentence: copies of one text have the
    same doctor."""
    origin = board.origins.get(claim.origin)
    if origin is not None and not claim.unnamed:
        return origin.owner
    telling = telling_of(board, claim, readings)
    marks = [f"unnamed {telling.before}{telling.trigger}{telling.after}" if telling else claim.origin]
    marks += [claim.speaker] if claim.speaker else []
    owner = next((known[mark] for mark in marks if mark in known), marks[0])
    known.update(dict.fromkeys(marks, owner))
    return owner


def _retold(board: Board, same: Sequence[Claim], all_of_them: Mapping[str, Sequence[Claim]], readings: Mapping[str, Reading]) -> bool:
    """Whether claims are only what a text says in its own voice beside the word that it gives for it: see `owners_of` of the situation."""
    texts = [origin for claim in same if (origin := board.origins.get(claim.origin)) and origin.kind == "text"]
    if len(texts) < len(same) or same[0].stand != "asserts":
        return False
    tellings = (telling_of(board, claim, readings) for claim in same)
    if any(reporters_saw(words(f"{one.before}{one.trigger}{one.after}")) for one in tellings if one is not None):
        return False
    own = {origin.id for origin in texts}
    given = {claim.report for claims in all_of_them.values() for claim in claims if claim.according_to and claim.origin not in own}
    return all(given.intersection(origin.reports) for origin in texts)


def _most_first(grounds: Grounds) -> tuple[bool, bool, int, str]:
    return grounds.kind == "retold", grounds.kind == "unnamed", -len(grounds.tellings) - len(grounds.others), grounds.name


def _grounds(board: Board, party: str, claims: Sequence[Claim], readings: Mapping[str, Reading], retold: bool) -> Grounds:
    """`party` is the owner of the word, where somebody is named."""
    first = claims[0]
    if first.unnamed:
        name = f"{board.party(first.speaker)}, not named" if first.speaker else "Somebody not named"
    else:
        spoken_of = (one for one in (party, first.side, first.speaker) if one and one in board.parties)
        party = next(spoken_of, party)  # the topmost organisation may be one that no report speaks of
        name = board.party_in_full(party)
        if party.startswith("report:"):  # no outlet is known: its own text is all there is
            name = board.heads[first.report].title if first.report in board.heads else "A report without an outlet"
    plain = "against" if first.stand == "denies" else "side" if first.party_to_conflict else "independent"
    kind = "unnamed" if first.unnamed else "retold" if retold else plain
    shares = {copy.report: copy.share for one in board.situation.origins for copy in reversed(one.copies)} if len(claims) > 1 else {}
    shown = [telling for claim in claims[:_SHOWN] if (telling := telling_of(board, claim, readings))]
    unlike = list({telling.before + telling.trigger + telling.after: telling for telling in reversed(shown)}.values())[::-1]
    kept = {telling.report for telling in unlike}
    once = {c.report: c for c in reversed(claims) if c.report not in kept and c.report in board.heads}  # a copy tells it in several events
    others = tuple(
        (fact_address(c.report, _layer(c), c.fact), board.heads[c.report].outlet, f"{shares[c.report]:.0%} taken over" if c.report in shares else "")
        for c in reversed(once.values())
    )
    return Grounds(harmless(name), party if party in board.parties else "", kind, tuple(unlike), others)


def telling_of(board: Board, claim: Claim, readings: Mapping[str, Reading]) -> Telling | None:
    """A claim's words; None where the casefile's newest reading has it no more."""
    reading = readings.get(claim.report)
    head = board.heads.get(claim.report)
    span = words_of(reading, claim) if reading else None
    if reading is None or head is None or span is None:
        return None
    start, end = sentence_of(reading.report, span, _LONGEST)
    before, trigger, after = (_kept(reading.report.text[a:b]) for a, b in ((start, span[0]), span, (span[1], end)))
    chain = tuple(harmless(hop.name) for hop in chain_of(reading, claim.according_to))
    return Telling(
        claim.report, head.title, head.outlet, head.published or "undated", before, trigger, after, chain,
        "" if claim.status == "happened" else STATUS[claim.status], claim.hedged, fact_address(claim.report, _layer(claim), claim.fact), claim.fact,
    )  # fmt: skip


def _layer(claim: Claim) -> str:
    return "events" if claim.event else "statements"


def _kept(piece: str) -> str:
    """Harmless, with a blank kept where the piece begins or ends with one."""
    plain = harmless(piece)
    left = " " if piece[:1].isspace() and plain else ""
    right = " " if piece[-1:].isspace() and plain else ""
    return left + plain + right
