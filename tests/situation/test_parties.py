"""Parties across reports: descriptions are others in each report, and what people join is one."""

import pytest

from sayso.model import Role
from sayso.model.situation import Judgement, Ref
from sayso.situation import situate


def one_party(first, second, when="2031-01-01T00:00:00Z"):
    refs = [Ref(report=reading.report.id, fact=party) for reading, party in (first, second)]
    return Judgement(verdict="same", one=refs[0], other=refs[1], by="person", who="Ada", when=when, correction="c1")


def party_of(reading, name):
    return next(party.id for party in reading.parties if party.name == name)


def test_people_who_are_only_described_are_others_in_every_report(draft):
    readings = []
    for outlet in ("Courier", "Herald"):
        report = draft(f"Shells hit residents, the {outlet} wrote.", outlet=outlet)
        report.event("hit", to=("residents",))
        readings.append(report.reading())

    described = [actor for actor in situate(readings).parties if actor.name == "residents"]

    assert [len(actor.seen) for actor in described] == [1, 1]


def test_parties_that_a_person_joins_are_one_origin(strike):
    one = strike("Jets struck, Ada Brunn said.", by="Ada Brunn")
    two = strike("Planes struck the town, A. Brunn said.", by="A. Brunn", outlet="Herald")
    decided = [one_party((two, party_of(two, "A. Brunn")), (one, party_of(one, "Ada Brunn")))]

    assert situate([one, two]).incidents[0].origins_for == 2
    joined = situate([one, two], decided=decided)

    (person,) = (actor for actor in joined.parties if {"Ada Brunn", "A. Brunn"} & {actor.name, *actor.aliases})
    assert {ref.report for ref in person.seen} == {one.report.id, two.report.id}
    assert (joined.incidents[0].origins_for, joined.incidents[0].unnamed) == (1, 0)
    assert joined == situate([two, one], decided=decided)


@pytest.mark.parametrize(("kept", "given_up"), [("Ada Brunn", "A. Brunn"), ("A. Brunn", "Ada Brunn")])
def test_joined_parties_are_called_what_the_one_that_others_were_joined_to_is_called(strike, kept, given_up):
    readings = [strike("Jets struck, she said.", by=given_up, outlet=outlet) for outlet in ("Courier", "Herald")]
    other = strike("Planes struck the town, she said.", by=kept, outlet="Post")
    decided = [one_party((other, party_of(other, kept)), (one, party_of(one, given_up))) for one in readings]

    (person,) = (actor for actor in situate([*readings, other], decided=decided).parties if kept in (actor.name, *actor.aliases))

    assert (person.name, given_up in person.aliases) == (kept, True)


def test_a_join_with_a_report_that_is_not_there_waits_for_it(strike):
    one, two = strike("Jets struck, Ada Brunn said.", by="Ada Brunn"), strike("It struck, A. Brunn said.", by="A. Brunn", outlet="Herald")
    decided = [one_party((one, party_of(one, "Ada Brunn")), (two, party_of(two, "A. Brunn")))]

    assert situate([one], decided=decided).incidents == situate([one]).incidents


@pytest.mark.parametrize(("title", "side"), [("defence minister", "lowland"), ("former defence minister", None)])
def test_an_official_speaks_for_the_body_whose_office_the_lexicon_knows(draft, title, side):
    """Where the report names no body: "the defence minister, Ada Brunn". Who held the office once speaks for nobody."""
    report = draft("Jets struck, Ada Brunn said. The Lowland sent them.")
    report.event("struck", whose=report.said("Jets struck", by="Ada Brunn"))
    report.party("Lowland")
    reading = report.reading()
    official, state = (one.model_copy(update=extra) for one, extra in zip(
        reading.parties, ({"entry": "person:Ada Brunn", "roles": (Role(title=title, of=None),)}, {"entry": "lowland"}), strict=True
    ))  # fmt: skip
    (incident,) = situate([reading.model_copy(update={"parties": (official, state)})], parents={"person:Ada Brunn": "lowland"}).incidents

    assert incident.claims[0].side == (side or "person:Ada Brunn")


def test_fighters_whom_a_report_also_calls_rebels_are_the_rebels_of_other_reports(draft):
    one = draft("Rebels hold Arnholt.", outlet="Courier")
    one.held("Rebels hold Arnholt", "fighters", "Arnholt")
    reading = one.reading()
    fighters = next(party for party in reading.parties if party.name == "fighters")
    called = fighters.model_copy(update={"aliases": ("fighters", "rebels")})
    two = draft("The opposition fighters have held Arnholt since May.", outlet="Herald")
    two.held("The opposition fighters have held Arnholt", "opposition fighters", "Arnholt")
    readings = [reading.model_copy(update={"parties": (called,)}), two.reading()]

    assert {held.holder for held in situate(readings).control} == {"party:rebels@LL"}
