"""How each event's happening stands, in short: what a row of an event says of its incident, in a hundredth of the incident's room."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel

from sayso.model.situation import Dispute, Incident, SourceOrigin

ClaimStatus = Literal["asserted", "disputed", "denied", "planned", "demanded", "possible", "conditional"]
NOT_YET: tuple[ClaimStatus, ...] = ("planned", "demanded", "possible", "conditional")


@dataclass(frozen=True, slots=True)
class Standing:
    """How an incident stands: its id, claim status, numbers of origins, and their names."""

    incident: str
    claim_status: ClaimStatus
    origins_for: int
    origins_against: int
    unnamed: int
    parties_among_origins: int
    origins: str


def standings(about: Iterable[BaseModel], incidents: Iterable[BaseModel]) -> dict[str, dict[str, Standing]]:
    """The standing of each event, by its report's id and its own. `about` are the situation's origins and disputes. An event that stands
    in several incidents is of the first: whoever denies what is told there comes behind it."""
    names: dict[str, str] = {}
    contested: set[str] = set()
    for one in about:
        if isinstance(one, SourceOrigin):
            names[one.id] = one.name
        elif isinstance(one, Dispute):
            contested.update(one.incidents)
    found: dict[str, dict[str, Standing]] = {}
    for incident in incidents:
        assert isinstance(incident, Incident)
        standing = Standing(
            incident.id, claim_status(incident, incident.id in contested), incident.origins_for, incident.origins_against, incident.unnamed,
            incident.parties_among_origins, origins_in_words(incident, names),
        )  # fmt: skip
        for claim in incident.claims:
            found.setdefault(claim.report, {}).setdefault(claim.fact, standing)
    return found


def claim_status(incident: Incident, contested: bool) -> ClaimStatus:
    """How an incident stands on the day of the situation.

    disputed: somebody asserts it and somebody denies it, or origins contradict each other about it; asserted: somebody says that it
    happened or goes on; denied: only denials; planned, demanded, possible, conditional: nobody says that it came to pass.
    """
    stands = {claim.stand for claim in incident.claims}
    if contested or {"asserts", "denies"} <= stands:
        return "disputed"
    if "asserts" in stands:
        return "asserted"
    if "denies" in stands:
        return "denied"
    return next((status for status in NOT_YET if incident.status == status), "possible")


def origins_in_words(incident: Incident, names: Mapping[str, str]) -> str:
    """The names of the origins that assert an incident, then of those that deny it: "Adnan Shero, 2019-02-17 + River Observatory |
    against: SDF". `names` are those of the origins by id."""
    parts = []
    for stand, label in (("asserts", ""), ("denies", "against: "), ("unsure", "unsure: ")):
        ids = dict.fromkeys(claim.origin for claim in incident.claims if claim.stand == stand)
        told = dict.fromkeys(names.get(one, "unnamed source") for one in ids)
        if told:
            parts.append(label + " + ".join(told))
    return " | ".join(parts)
