"""How things go on: the status of talks and the outcome of forecasts on dates, and ground.

A gold thread is the predicted one that holds most of its moves on the date; its status is right when the set of values is one that the gold
accepts. What was not found at all is wrong on each of its dates.
"""

from sayso.evaluate.across.found import Fact, Found, best, best_of
from sayso.evaluate.across.gold import Campaign, Row, Spot
from sayso.evaluate.counting import Scores

_NONE: Row = {"status": []}


def score(campaign: Campaign, found: Found, scores: Scores, part: str) -> None:
    """Add a campaign's talks, forecasts and ground to the scores."""
    for row in campaign.gold["threads"]:
        _thread(campaign, found, row, scores, part)
    for row in campaign.gold["forecasts"]:
        _forecast(campaign, found, row, scores, part)
    for row in campaign.gold["control"]:
        _ground(campaign, found, row, scores, part)


def dates(gold: Row) -> list[str]:
    """The dates on which the gold says how things stand."""
    return sorted({day for row in gold["threads"] for day in row["status"]} | {day for row in gold["forecasts"] for day in row["outcome"]})


def _thread(campaign: Campaign, found: Found, row: Row, scores: Scores, part: str) -> None:
    spots = campaign.spots(row["moves"])
    for day, accepted in row["status"].items():
        held = [(_moves_of(found, thread, spots), thread) for thread in found.as_of[day]["threads"]]
        moves, thread = max(held, key=lambda one: one[0], default=(0, _NONE))
        values = sorted({state["value"] for state in thread["status"]})
        scores.share(f"{part} talks: status on a date", moves and values in [sorted(one) for one in accepted])
        scores.share(f"{part} talks: thread found on a date", moves)
        if not moves or values not in [sorted(one) for one in accepted]:
            campaign.wrong(scores, "talks: " + ("another status" if moves else "thread not found"), f"{row['id']} on {day}: {values} for {accepted}")


def _moves_of(found: Found, thread: Row, spots: list[Spot]) -> int:
    """How many of the gold moves a predicted thread holds."""
    moves: list[Fact] = [(move["report"], move["move"]) for move in thread["moves"]]
    moves += [(ref["report"], ref["fact"]) for move in thread["moves"] for ref in move.get("told_again", ())]
    return sum(any(found.touches(move, [spot]) for move in moves) for spot in spots)


def _forecast(campaign: Campaign, found: Found, row: Row, scores: Scores, part: str) -> None:
    spots = campaign.spots(row["words"])
    for day, outcome in row["outcome"].items():
        followed: dict[Fact, Row] = {(one["report"], one["forecast"]): one for one in found.as_of[day]["forecasts"]}
        fact = best(found, list(followed), spots)
        ours = followed[fact]["outcome"] if fact is not None else None
        scores.share(f"{part} forecasts: outcome on a date", ours == outcome)
        if ours != outcome:
            cause = "forecasts: " + ("another outcome" if fact else "not found")
            campaign.wrong(scores, cause, f"on {day}: {ours} for {outcome}: " + " / ".join(place["words"] for place in row["words"]))
        scores.share(f"{part} forecasts: found on a date", fact)


def _ground(campaign: Campaign, found: Found, row: Row, scores: Scores, part: str) -> None:
    """The best of the claims that the gold's words rest on; of several that share as much ("the two armies left the town") the one with the
    right holder. A holder by another of his names is the right one; the second share takes his state's army for him as well, or whose part he is."""
    held: dict[Fact, Row] = {}
    for one in found.last["control"]:
        if _relation(one) == row["relation"]:
            held |= {(ref["report"], ref["fact"]): one for ref in one.get("told_again", ())} | {(one["report"], one["control"]): one}
    facts = best_of(found, list(held), [campaign.spot(row)])
    named = [_names(found, held[fact]["holder"]) for fact in facts]
    right = any(found.by_name(row["holder"], names) for names in named)
    scores.share(f"{part} ground: relation found", facts)
    scores.share(f"{part} ground: with the holder", right)
    scores.share(f"{part} ground: with the holder or his side", right or any(found.of_one_side(row["holder"], names) for names in named))
    if not facts:
        campaign.wrong(scores, f"ground: missed {row['relation']}", row["words"])
    elif not right:
        campaign.wrong(scores, "ground: another holder", f"{' / '.join(names[0] for names in named if names)} for {row['holder']}: {row['words']}")


def _relation(held: Row) -> str | None:
    """What a claim says of ground; who denies that he has lost it says that he holds it, and no other denial is in the gold."""
    return ("holds" if held["relation"] == "lost" else None) if held.get("denied") else str(held["relation"])


def _names(found: Found, holder: str | None) -> list[str]:
    """All that a party is called in the reports and in the lexicon."""
    known = next((one for one in found.last["parties"] if one["id"] == holder), None)
    return [known["name"], *known["aliases"], *found.names.get(known["id"], ())] if known else []
