"""On whose word a deed is: bodies' own texts, copies, and who speaks of it beside its first teller."""

import pytest

from sayso.situation import situate
from sayso.situation.known import Known
from sayso.situation.officials import in_full

STORY = (
    "Jets struck the market of Arnholt on Thursday, the relief league said. Traders ran for the river and two boats sank under the crowd. "
    "The mayor asked for blankets, lamps and doctors before the night, and the hospital put mattresses in its yard for those who came."
)


def counts(situation):
    return [(one.origins_for, one.origins_against, one.unnamed) for one in situation.incidents]


def test_a_general_staffs_own_text_is_its_armys_word(merged):
    situation = merged(
        ("General Staff of the Armed Forces of Chad",
         "2031-05-09", "N'DJAMENA - On Thursday our helicopters struck a camp near Iriba in eastern Chad."),
        ("Sahel Wire", "2031-05-10", "ABECHE, Chad (Sahel Wire) - Helicopters struck a camp near Iriba in Chad on Thursday, the army said."),
    )  # fmt: skip

    (incident,) = [one for one in situation.incidents if one.type == "ASSAULT"]
    assert (len(incident.claims), incident.origins_for) == (2, 1)


@pytest.mark.parametrize(("outlet", "owner"), [("Ministry of Defence", "td-gov"), ("Russian Ministry of Defence", None), ("Army Times", None)])
def test_a_ministry_of_no_country_is_that_of_the_reports_and_another_countrys_is_not(merged, outlet, owner):
    text = "N'DJAMENA - A camp near Iriba in eastern Chad was struck from the air on Thursday, and two herders died."
    situation = merged((outlet, "2031-05-09", text))

    (claim,) = [claim for one in situation.incidents if one.type == "ASSAULT" for claim in one.claims][:1]
    (found,) = [origin.owner for origin in situation.origins if origin.id == claim.origin]
    assert (found == owner) if owner else found != "td-gov"


def test_a_ministry_that_writes_of_another_country_is_not_that_countrys(merged):
    situation = merged(("Ministry of Defence", "2031-05-09", "Our engineers reached Iriba in eastern Chad, where two herders were killed."))

    assert "td-gov" not in {origin.owner for origin in situation.origins}


def test_a_ministry_is_of_the_country_that_its_sentence_is_set_in(merged):
    situation = merged(
        ("Sahel Wire", "2031-05-09",
         "DORI, Burkina Faso (Sahel Wire) - Gunmen attacked Dori and Djibo in Burkina Faso on Monday, residents said. "
         "In Niger, gunmen killed nine people in Bankilare on Tuesday, the interior ministry said."),
    )  # fmt: skip

    (claim,) = [claim for one in situation.incidents for claim in one.claims if claim.speaker and not claim.unnamed]
    assert (claim.speaker, claim.side) == ("party:interior ministry@NE", "party:interior ministry@NE")


def test_a_body_that_one_report_takes_for_a_person_is_one_source_with_itself(draft, strike):
    taken = draft("Jets struck the market, said Lena League.", "2030-05-10", "Herald")
    taken.party("Lena League")
    taken.parties["Lena League"] = taken.parties["Lena League"].model_copy(update={"kind": "person"})
    taken.event("struck", by=("Lowland Army",), at="Arnholt", when="2030-05-09", whose=taken.said("Jets struck the market", by="Lena League"))

    situation = situate([strike(by="Lena League", outlet="Courier"), taken.reading()])

    assert counts(situation) == [(1, 0, 0)]


def test_a_copy_that_leaves_the_source_out_keeps_it(draft):
    first = draft(STORY, "2030-05-10", "Courier")
    first.event("struck", at="Arnholt", when="2030-05-09", whose=first.said("Jets struck the market of Arnholt on Thursday", by="Relief League"))
    later = draft(STORY.replace(", the relief league said", ""), "2030-05-11", "Herald")
    later.event("struck", at="Arnholt", when="2030-05-09")

    (incident,) = situate([first.reading(), later.reading()]).incidents

    assert [claim.speaker for claim in incident.claims] == ["party:relief league"] * 2
    assert (incident.origins_for, incident.unnamed) == (1, 0)


def test_a_copy_that_names_another_source_is_believed(draft):
    first = draft(STORY, "2030-05-10", "Courier")
    first.event("struck", at="Arnholt", when="2030-05-09", whose=first.said("Jets struck the market of Arnholt on Thursday", by="Relief League"))
    later = draft(STORY.replace("the relief league said", "Peak Monitor said"), "2030-05-11", "Herald")
    later.event("struck", at="Arnholt", when="2030-05-09", whose=later.said("Jets struck the market of Arnholt on Thursday", by="Peak Monitor"))

    speakers = {claim.speaker for one in situate([first.reading(), later.reading()]).incidents for claim in one.claims}

    assert speakers == {"party:relief league", "party:peak monitor"}


def _beside(draft, second, by=None, cue=None, **values):
    report = draft(f"Jets struck the market of Arnholt, Peak Monitor said. {second}")
    first = report.said("Jets struck the market of Arnholt", by="Peak Monitor")
    report.said(second.split(" said ")[-1].rstrip("."), by=by, cue=report.span(cue) if cue else None, **values)
    report.event("struck", at="Arnholt", when="2030-05-09", whose=first, also=(report.span("the blast"),))
    return situate([report.reading()])


def test_who_speaks_of_a_deed_in_the_next_sentence_is_a_source_of_it(draft):
    situation = _beside(draft, "Ada Brunn said the blast threw her into the river.", by="Ada Brunn")

    assert counts(situation) == [(2, 0, 0)]
    assert [claim.speaker for claim in situation.incidents[0].claims] == ["party:peak monitor", "person:ada brunn"]


def test_whom_nobody_names_adds_no_origin_there(draft):
    assert counts(_beside(draft, "A nurse said the blast wounded nine.", anonymous=True)) == [(1, 0, 1)]


def test_who_has_not_said_it_or_asks_for_something_after_it_is_none(draft):
    assert counts(_beside(draft, "Ada Brunn has not said who was behind the blast.", by="Ada Brunn", cue="said who")) == [(1, 0, 0)]
    assert counts(_beside(draft, "Ada Brunn said the blast must be looked into.", by="Ada Brunn", stance="demand")) == [(1, 0, 0)]


@pytest.mark.parametrize(
    "remark",
    [
        "Ada Brunn said she was horrified by the blast.",
        "Ada Brunn said officers looked into the blast.",
        "Ada Brunn said the blast had sent prices up by 9%.",
    ],
)
def test_who_only_remarks_upon_a_deed_is_none(draft, remark):
    assert counts(_beside(draft, remark, by="Ada Brunn")) == [(1, 0, 0)]


def test_who_confirms_a_deed_or_adds_to_it_is_one(draft):
    assert counts(_beside(draft, "Ada Brunn said the blast took place.", by="Ada Brunn", stance="confirm")) == [(2, 0, 0)]
    assert counts(_beside(draft, "Ada Brunn said the blast came at dawn.", by="Ada Brunn")) == [(2, 0, 0)]


def assaults(situation):
    return [(one.origins_for, one.origins_against, one.unnamed) for one in situation.incidents if one.type == "ASSAULT"]


SHELLS = "Shells hit a mill near Iriba in eastern Chad on Thursday and wounded {} millers, the {} said."


@pytest.mark.parametrize("body", ["hospital", "municipality"])
def test_a_hospital_or_a_municipality_without_a_name_adds_no_origin(merged, body):
    situation = merged(
        ("Sahel Wire", "2031-05-09", SHELLS.format("five", body)), ("Dune Post", "2031-05-10", SHELLS.format("seven", body)),
    )  # fmt: skip

    assert all(origins == 0 for origins, _, _ in assaults(situation))


BOMB = "A car bomb killed six clerks at a courthouse in Peshawar on Tuesday, a judge said. "


@pytest.mark.parametrize(
    ("claim", "origins"),
    [
        ("The Pakistani Taliban claimed responsibility for the bombing.", 1),
        ("The Pakistani Taliban claimed responsibility for a bombing three months ago.", 0),
        ("The Pakistani Taliban has claimed responsibility for similar attacks.", 0),
        ("The Pakistani Taliban denied that it had claimed the bombing.", 0),
    ],
)
def test_a_claim_of_another_deed_or_one_that_is_denied_is_no_word_for_this_one(merged, claim, origins):
    told = [one for one in merged(("Khyber Post", "2031-05-14", BOMB + claim)).incidents if any(claim.unnamed for claim in one.claims)]

    assert [one.origins_for for one in told] == [origins]


def test_our_sources_are_not_the_outlet(merged):
    situation = merged(("Sahel Wire", "2031-05-09", "Our sources said that shells hit a mill near Iriba in eastern Chad on Thursday."))

    assert assaults(situation) == [(0, 0, 1)]


def test_a_group_that_claims_a_deed_is_a_source_of_it(draft):
    report = draft("A bomb went off in Arnholt, Peak Monitor said. The Valley Guard claimed responsibility for the bombing.")
    report.party("Valley Guard")
    party = report.parties["Valley Guard"]
    report.parties["Valley Guard"] = party.model_copy(update={"mentions": (report.span("Valley Guard"),)})
    report.event("went off", at="Arnholt", when="2030-05-09", whose=report.said("A bomb went off in Arnholt", by="Peak Monitor"),
                 also=(report.span("the bombing"),))  # fmt: skip

    assert counts(situate([report.reading()])) == [(2, 0, 0)]


def test_a_reporter_who_was_there_counts_beside_the_source_that_the_report_gives(draft):
    for sentence, origins in (("A reporter heard the strikes from the hill.", 2), ("The strikes went on until dawn.", 1)):
        report = draft(f"Jets struck Arnholt, Peak Monitor said. {sentence}")
        report.event("struck", at="Arnholt", when="2030-05-09", whose=report.said("Jets struck Arnholt", by="Peak Monitor"))
        report.event("strikes", at="Arnholt", when="2030-05-09")
        assert counts(situate([report.reading()])) == [(origins, 0, 0)]


ORGANS = [
    ("2021-03-05", "Homs in Syria", ("the army", "the interior ministry")),
    ("2021-03-05", "Homs in Syria", ("the Syrian government", "the Ministry of Defence")),
    ("2019-03-05", "Kandahar in Afghanistan", ("the Afghan government", "the army")),
    ("2019-11-05", "Tripoli in Libya", ("the Government of National Accord", "the Interior Ministry")),
    ("2022-03-05", "Loikaw in Myanmar", ("the junta", "the police")),
]


@pytest.mark.parametrize(("day", "place", "organs"), ORGANS)
def test_a_government_with_a_name_of_its_own_and_its_organs_are_one_origin(merged, day, place, organs):
    one = f"Gunmen shot two teachers in {place} on Wednesday, {organs[0]} said."
    other = f"Two teachers on their way home were shot dead by gunmen on Wednesday in {place}, according to {organs[1]}."
    situation = merged(("Herald", day, one), ("Courier", day, other))

    (incident,) = [one for one in situation.incidents if one.type == "ASSAULT"]
    assert (len(incident.claims), incident.origins_for) == (2, 1)


def test_a_ministry_of_one_of_two_states_is_nobodys_in_particular(merged):
    text = "Israel struck Damascus, the state news agency said. The Defence Ministry said two soldiers were killed."
    situation = merged(("Herald", "2021-03-05", text))

    assert "il-gov" not in {origin.owner for origin in situation.origins}
    assert any(origin.owner.startswith("party:defence ministry@") for origin in situation.origins)


def test_an_officer_of_an_army_speaks_for_it(merged):
    situation = merged(
        ("Herald", "2031-05-09", "Gunmen shot two teachers near Iriba in Chad on Thursday, the Hill Army said."),
        ("Courier", "2031-05-10", "A Hill Army field officer said two teachers on their way home had been shot dead near Iriba in Chad on Thursday."),
    )

    (incident,) = [one for one in situation.incidents if one.type == "ASSAULT"]
    assert (len(incident.claims), incident.origins_for) == (2, 1)


def test_two_governments_that_followed_one_another_are_two(merged):
    situation = merged(
        ("Herald", "2025-01-10", "On 5 January gunmen killed nine people in Homs, Syria, the Assad regime said."),
        ("Courier", "2025-01-10", "Syria's transitional government denied that gunmen killed nine people in Homs in Syria on 5 January."),
    )

    assert [one.kind for one in situation.disputes] == ["denied"]


OWN = [  # the outlet, who speaks in it, and whether that is its own voice
    ("Miners' Union of Bremfeld, letter", "the union", True), ("Bremfeld Governor's Bulletin", "the governor", True),
    ("Bremfeld Union Herald", "the union", False), ("Miners' Union of Bremfeld, letter", "the council", False),
    ("Miners' Union of Bremfeld, letter", "miners", False),
]  # fmt: skip


@pytest.mark.parametrize(("outlet", "speaker", "own"), OWN)
def test_who_speaks_in_a_text_and_publishes_it_is_its_own_voice(merged, outlet, speaker, own):
    situation = merged((outlet, "2031-05-09", f"Soldiers shot nine men at the gate on Thursday, {speaker} said."))

    unnamed = sum(one.unnamed for one in situation.incidents)
    assert (unnamed == 0) is own


def test_a_spokesman_of_one_body_is_not_that_of_another_reports(merged):
    situation = merged(
        ("Sahel Wire", "2031-05-09", "The SDF met. Soldiers shot nine men in Manbij on Thursday, the spokesman of the SDF said."),
        ("Coast Wire", "2031-05-09", "The town met. Soldiers shot four men in Iriba on Thursday, the spokesman said."),
    )

    sides = {claim.side for one in situation.incidents for claim in one.claims}
    assert sides == {"sdf", None}


@pytest.mark.parametrize(("name", "shown"), [
    ("their spokesman", "spokesman of Hill Front"), ("HF commander", "HF commander"), ("Hill commander", "Hill commander"),
    ("Eritrea's minister", "Eritrea's minister of Hill Front"),
])  # fmt: skip
def test_who_is_told_by_his_office_is_shown_with_whose_he_is(name, shown):
    body = Known()
    body.names["Hill Front"] += 1
    body.told_aliases["HF"] += 1

    assert in_full(name, body) == shown
