"""Parties of several reports that people have said are one: "Omar" here is "Serhat Omar" there."""

from collections.abc import Iterable, Iterator, Mapping

from sayso.model import Party, Reading
from sayso.model.situation import Judgement
from sayso.situation.case import country_of
from sayso.situation.identity import actor_id, is_named
from sayso.situation.joining import Joined

Member = tuple[str, str]
"""A report's id and a party's in it."""


def with_joined_parties(readings: Iterable[Reading], decided: Iterable[Judgement]) -> list[Reading]:
    """The readings, with one entry for all parties that a person has joined and whose reports are there. The entry is that of the
    first of them that has one, else the id of the first that goes by a name; what it is called in each report stays."""
    given = list(readings)
    pairs = [
        ((one.one.report, one.one.fact), (one.other.report, one.other.fact))
        for one in decided
        if one.by == "person" and one.verdict == "same" and one.one.fact.startswith("P") and one.other.fact.startswith("P")
    ]  # fmt: skip
    if not pairs:
        return given
    parties: dict[Member, Party] = {(reading.report.id, party.id): party for reading in given for party in reading.parties}
    countries = {reading.report.id: country_of(reading) for reading in given}
    entries = dict(_entries(pairs, parties, countries))
    return [_with_entries(reading, entries) for reading in given]


def _entries(
    pairs: Iterable[tuple[Member, Member]], parties: dict[Member, Party], countries: Mapping[str, str | None]
) -> Iterator[tuple[Member, str]]:  # fmt: skip
    joined: Joined[Member] = Joined()
    for one, other in pairs:
        if one in parties and other in parties:
            joined.join(one, other)
    for members in joined.sets().values():
        ranked = sorted(members, key=lambda member: (parties[member].entry is None, not is_named(parties[member]), member))
        entry = actor_id(parties[ranked[0]], ranked[0][0], countries[ranked[0][0]])
        yield from ((member, entry) for member in members)


def _with_entries(reading: Reading, entries: dict[Member, str]) -> Reading:
    report = reading.report.id
    if not any((report, party.id) in entries for party in reading.parties):
        return reading
    parties = (party.model_copy(update={"entry": entries.get((report, party.id), party.entry)}) for party in reading.parties)
    return reading.model_copy(update={"parties": tuple(parties)})
