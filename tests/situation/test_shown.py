"""What an incident shows of who did it to whom, where and when: what most of its tellings say, without the slips of a few."""

from sayso.model import Interval, Party
from sayso.situation import situate
from sayso.situation.told import DATE_CARRIED, PLACE_CARRIED

OUTLETS = ("Courier", "Herald", "Chronicle", "Gazette")


def strikes(draft, **last):
    """Four reports of one strike of the army, the last of them with something of its own."""
    readings = []
    for outlet in OUTLETS:
        report = draft(f"Jets struck the market of Arnholt, the {outlet} wrote.", outlet=outlet)
        values = {"by": ("Lowland Army",), "to": ("residents",), "at": "Arnholt", "when": "2030-05-09"}
        report.event("struck", **(values | (last if outlet == OUTLETS[-1] else {})))
        readings.append(report.reading())
    return readings


def test_a_doer_whom_one_text_names_against_three_is_not_shown(draft):
    (incident,) = situate(strikes(draft, by=("Lowland Army", "Relief League"))).incidents

    assert incident.parties.actors == ("party:lowland army",)


def test_of_two_texts_each_may_be_right(draft):
    (incident,) = situate(strikes(draft, by=("Lowland Army", "Relief League"))[2:]).incidents

    assert set(incident.parties.actors) == {"party:lowland army", "party:relief league"}


def test_people_whom_one_text_tells_of_more_exactly_are_shown(draft):
    (incident,) = situate(strikes(draft, to=("residents", "Tom Weld"))).incidents

    assert "person:tom weld" in incident.parties.recipients


def test_who_only_tells_of_it_has_not_suffered_it(draft):
    (incident,) = situate(strikes(draft, to=("residents", "Peak Monitor"))[2:]).incidents

    assert not [party for party in incident.parties.recipients if "monitor" in party]


def test_a_monitor_that_is_the_only_one_struck_is_shown(draft):
    report = draft("Jets struck the house of the monitor in Arnholt.")
    report.event("struck", by=("Lowland Army",), to=("Peak Monitor",), at="Arnholt", when="2030-05-09")

    (incident,) = situate([report.reading()]).incidents

    assert incident.parties.recipients == ("party:peak monitor",)


def test_a_source_is_no_victim(draft):
    report = draft("Bomb kills 32 in Arnholt medical source")
    report.event("Bomb", mode="explosives", to=("residents",), at="Arnholt", when="2030-05-09")
    report.parties["source"] = Party(id="P9", name="medical source", kind="other")
    reading = report.reading()
    events = tuple(event.model_copy(update={"recipients": (*event.recipients, "P9")}) for event in reading.events)

    (incident,) = situate([reading.model_copy(update={"events": events})]).incidents

    assert [party.partition("@")[0] for party in incident.parties.recipients] == ["party:residents"]


def test_a_place_that_one_telling_carries_from_the_deed_before_is_not_that_of_all(draft):
    readings = []
    for outlet, place in zip(OUTLETS, ("Arnholt", None, None, None), strict=True):
        report = draft(f"They have freed the mayor Ada Brunn, the {outlet} wrote.", outlet=outlet)
        report.event("freed", type="RETREAT", mode="release", to=("Ada Brunn",), at=place, when="2030-05-09")
        reading = report.reading()
        events = tuple(event.model_copy(update={"by": f"r+{PLACE_CARRIED}" if place else "r"}) for event in reading.events)
        readings.append(reading.model_copy(update={"events": events}))

    shown = {incident.place for incident in situate(readings).incidents if len(incident.claims) > 2}

    assert shown == {None}


def test_a_day_that_is_carried_is_shown_where_no_telling_states_another(draft):
    report = draft("Jets struck the market.")
    report.event("struck", at="Arnholt", when="2030-05-09")
    reading = report.reading()
    carried = tuple(event.model_copy(update={"by": f"r+{DATE_CARRIED}"}) for event in reading.events)

    (incident,) = situate([reading.model_copy(update={"events": carried})]).incidents

    assert incident.when == Interval(earliest="2030-05-09", latest="2030-05-09")


def test_a_fighter_whom_one_text_names_is_shown_where_the_others_only_describe(draft):
    """Who claims a deed is no slip."""
    (incident,) = situate(strikes(draft, by=("Lowland Army", "Valley Guard"))).incidents

    assert set(incident.parties.actors) == {"party:lowland army", "party:valley guard"}


def test_soldiers_among_the_dead_of_one_text_are_shown(draft):
    (incident,) = situate(strikes(draft, to=("residents", "soldiers"))).incidents

    assert len(incident.parties.recipients) == 2


def test_reporters_among_the_dead_are_shown(merged):
    text = "An air strike on a cafe in Kesh on Monday killed nine people and two Reuters reporters, a doctor said."
    situation = merged(("Harbour Post", "2031-04-07", text))
    (incident,) = [one for one in situation.incidents if one.type == "ASSAULT"]

    names = {party.id: party.name for party in situation.parties}
    assert any("reporters" in names[party] for party in incident.parties.recipients)
