"""A board after a few reports were corrected or added: what these touch is made anew, all else is taken over."""

from bisect import bisect
from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from sayso.casefile import Casefile
from sayso.model.situation import Incident
from sayso.situation.live import Live, Telling
from sayso.workbench.board import Board, first_claim, heads_and_lines, weight, words_of_incidents
from sayso.workbench.columns import Numbers, columns, spliced


def patched(board: Board, live: Live, touched: set[str], reports: Iterable[str], casefile: Casefile, state: tuple[int, str]) -> Board:
    """The board at a later state of the casefile. `live` is merged as of it, `touched` are the incidents that it names as other than in
    `board`, and `reports` are those that were corrected or added.

    Incidents, what rules tell to be contested in them, names of parties and places are as they are now; what learnt weights tell to be contested,
    talks, ground, forecasts, sources, origins and who is a party to the conflict are still those of `board`: the next whole situation has them.
    """
    told = list(live.told_now(touched))
    readings = [casefile.reading(one) for one in sorted({*reports, *(first_claim(one.incident).report for one in told)})]
    parties, sites = dict(board.parties), dict(board.sites)
    for report in reports:
        parties |= {one.id: one for one in live.parties_of(report, board.parties)}
        sites |= {one.id: one for one in live.places_of(report)}
    heads, lines = heads_and_lines(readings)
    gone = {one for one in touched if one in board.place_of}
    incidents, kept, order = _ordered(board, gone, [one.incident for one in told])
    ruled = [one for one in board.situation.disputes if one.chance is None]
    within = [one for one in ruled if len(one.incidents) == 1 and one.incidents[0] not in touched]
    disputes = [*within, *(dispute for one in told for dispute in one.disputes), *live.disputed_across()]
    disputes += [one for one in ruled if not one.incidents]
    disputes += [one for one in board.situation.disputes if one.chance is not None]
    situation = board.situation.model_copy(update={
        "incidents": tuple(incidents), "disputes": tuple(disputes), "parties": tuple(parties.values()), "places": tuple(sites.values()),
        "reports": tuple(dict.fromkeys([*board.situation.reports, *reports])),
    })  # fmt: skip
    words = {one: said for one, said in board.words.items() if one not in touched} | words_of_incidents((one.incident for one in told), readings)
    made = replace(
        board, situation=situation, heads={**board.heads, **heads}, lines={**board.lines, **lines}, words=words, incidents=incidents, state=state
    )  # fmt: skip
    _take_over(board, made, touched, told)
    new = columns([one.incident for one in told], dict(made.sites), made.disputes_of, made.sources_of)
    contested = [one.origins_against > 0 or one.id in made.disputes_of for one in incidents]
    made.__dict__["columns"] = replace(spliced(board.columns, kept, new, order), contested=np.array(contested, dtype=bool))
    return made


def refreshed(board: Board, live: Live) -> Board:
    """The board with all that `patched` takes over worked out anew, as of the same state."""
    situation = live.situation()
    made = replace(board, situation=situation, incidents=sorted(situation.incidents, key=weight))
    made.make_ready()
    return made


def _ordered(board: Board, gone: set[str], new: Sequence[Incident]) -> tuple[list[Incident], Numbers, Numbers]:
    """The incidents in the board's order, without those that are gone and with new ones; the positions of those kept; and from where in
    kept and new ones, one after the other, each comes."""
    positions = {board.place_of[one] for one in gone}
    kept = np.array([n for n in range(len(board.incidents)) if n not in positions], dtype=np.int32)
    keys = [key for n, key in enumerate(board.weights) if n not in positions]
    ranked = sorted(range(len(new)), key=lambda n: weight(new[n]))
    order: list[int] = []
    before = 0
    for n in ranked:
        at = bisect(keys, weight(new[n]))
        order += [*range(before, at), len(kept) + n]
        before = at
    order += range(before, len(kept))
    all_of_them = [one for n, one in enumerate(board.incidents) if n not in positions] + list(new)
    return [all_of_them[n] for n in order], kept, np.array(order, dtype=np.int32)


def _take_over(board: Board, made: Board, touched: set[str], told: Sequence[Telling]) -> None:
    """What can be looked up in and is the same on both boards, or nearly."""
    made.__dict__["weights"] = [weight(one) if one.id in touched else board.weights[board.place_of[one.id]] for one in made.incidents]
    same = ("threads", "origins", "sources", "ground_of", "ground_by", "by_name", "owners", "forecasts", "forecasts_by", "talks_of")
    made.__dict__.update({name: getattr(board, name) for name in same})
    judged = {one: why for one, why in board.judged.items() if one not in touched}
    made.__dict__["judged"] = judged | {one.incident.id: list(one.judgements) for one in told}
    of_events = {event: one for event, one in board.incident_of.items() if one not in touched}
    made.__dict__["incident_of"] = of_events | {(claim.report, claim.fact): one.incident.id for one in told for claim in one.incident.claims}
    made.__dict__["side_of"] = dict(board.side_of) | {
        claim.speaker: claim.side for one in told for claim in one.incident.claims if claim.speaker and claim.side
    }
