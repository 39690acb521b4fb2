"""Parties of several reports that people have said are one: "Omar" here is "Serhat Omar" there."""

from collections.abc import Iterable, Iterator, Mapping

from sayso.model import Party, Reading
from sayso.model.situation import Judgement
from sayso.situation.case import country_of
from sayso.situation.identity import actor_id, is_named
from sayso.situation.joining import Joined
from sayso.situation.officials import country_of_party

Member = tuple[str, str]
"""A report's id and a party's in it."""


def with_joined_parties(readings: Iterable[Reading], decided: Iterable[Judgement]) -> list[Reading]:
    """The readings, with one entry and one name for all parties that a person has joined and whose reports are there: those of the party
    that the others were joined to, of several the first that the lexicon knows, else the first that goes by a name. What a report calls it
    otherwise is one more name of it."""
    given = list(readings)
    pairs = [
        ((one.one.report, one.one.fact), (one.other.report, one.other.fact))
        for one in decided
        if one.by == "person" and one.verdict == "same" and one.one.fact.startswith("P") and one.other.fact.startswith("P")
    ]  # fmt: skip
    if not pairs:
        return given
    parties: dict[Member, Party] = {(reading.report.id, party.id): party for reading in given for party in reading.parties}
    by_report = {reading.report.id: reading for reading in given}
    entries = dict(_entries(pairs, parties, by_report))
    return [_with_entries(reading, entries) for reading in given]


def _entries(
    pairs: Iterable[tuple[Member, Member]], parties: dict[Member, Party], readings: Mapping[str, Reading]
) -> Iterator[tuple[Member, tuple[str, str]]]:  # fmt: skip
    joined: Joined[Member] = Joined()
    given_up: set[Member] = set()
    for one, other in pairs:
        if one in parties and other in parties:
            joined.join(one, other)
            given_up.add(other)
    for members in joined.sets().values():
        ranked = sorted(
            members, key=lambda member: (member in given_up, parties[member].entry is None, not is_named(parties[member]), member)
        )  # fmt: skip
        kept, reading = parties[ranked[0]], readings[ranked[0][0]]
        entry = actor_id(kept, ranked[0][0], country_of_party(kept, reading, country_of(reading)))
        yield from ((member, (entry, kept.name)) for member in members)


def _with_entries(reading: Reading, entries: dict[Member, tuple[str, str]]) -> Reading:
    report = reading.report.id
    if not any((report, party.id) in entries for party in reading.parties):
        return reading
    parties = (_known_as(party, *entries[report, party.id]) if (report, party.id) in entries else party for party in reading.parties)
    return reading.model_copy(update={"parties": tuple(parties)})


def _known_as(party: Party, entry: str, name: str) -> Party:
    aliases = tuple(dict.fromkeys((party.name, *party.aliases)))
    return party.model_copy(update={"entry": entry, "name": name, "aliases": tuple(alias for alias in aliases if alias != name)})
