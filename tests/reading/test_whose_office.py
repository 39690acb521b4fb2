"""Whose spokesman somebody is, and whose text a report is, where the words leave it to the reader. Invented reports."""

import pytest

from sayso.model import Reading


def bodies(reading: Reading, person: str) -> list[str]:
    """The bodies in which a person holds an office, by entry."""
    parties = {one.id: one for one in reading.parties}
    (found,) = [one for one in reading.parties if one.name == person]
    return [parties[role.of].entry or "-" for role in found.roles if role.of]


SPOKESMEN = [
    ("Rebels raided Mao in Chad, the police said. Nine died, police spokesman Ernest Barka told reporters.", "td-police"),
    ("Rebels raided Mao in Chad. Nine died, army spokesman Ernest Barka said.", "td-mil"),
]


@pytest.mark.parametrize(("text", "body"), SPOKESMEN)
def test_a_spokesman_of_the_police_is_one_of_the_countrys(reader, a_report, text, body):
    assert bodies(reader.read(a_report(text)), "Ernest Barka") == [body]


def test_a_ministry_named_before_another_state_is_is_the_countrys(reader, a_report):
    text = "ABECHE, Chad - Rebels in western Chad fired on a village near Mao in Chad, the defence ministry said. Niger's army said it sent help."
    reading = reader.read(a_report(text))
    speakers = {one.speaker for one in reading.statements}
    assert "td-mod" in {one.entry for one in reading.parties if one.id in speakers}


def test_a_bodys_command_speaks_for_it(reader, a_report):
    reading = reader.read(a_report("The General Command of the Syrian Democratic Forces stated that a truce had begun in Manbij."))
    (speaker,) = {one.speaker for one in reading.statements}
    assert {one.id: one.entry for one in reading.parties}[speaker] == "sdf"


def test_our_planes_are_those_of_the_ministry_whose_text_it_is(reader, a_report):
    reading = reader.read(a_report("On Monday our helicopters struck a camp near Mao in Chad.", outlet="Ministry of National Defence"))
    (event,) = reading.events
    assert [one.entry for one in reading.parties if one.id in event.actors] == ["td-mod"]


def test_the_day_of_the_telling_is_no_part_of_what_is_told(reader, a_report):
    reading = reader.read(a_report("The defence ministry said on Friday the raid had killed 18 rebels."))
    (statement,) = reading.statements
    assert reading.words(statement.content[0]) == "the raid had killed 18 rebels"


MINISTERS = [
    ("Rebels raided Mao in Chad. Nine died, the acting minister of health, Ernest Barka, said.", ["td-gov"]),
    ("Rebels from Sudan raided Mao in Chad. Nine died, Deputy Defence Minister Ernest Barka said.", []),
]


@pytest.mark.parametrize(("text", "of"), MINISTERS)
def test_a_minister_is_of_the_only_country_that_is_told(reader, a_report, text, of):
    assert bodies(reader.read(a_report(text)), "Ernest Barka") == of


BEHIND = [
    ("Nine died, said Ernest Barka, who speaks for the Syrian Democratic Forces.", ["sdf"]),
    ("Nine died, said Ernest Barka, who commands the Syrian Democratic Forces in Manbij.", ["sdf"]),
    ("Nine died, said Ernest Barka of the Syrian Democratic Forces.", ["sdf"]),
    ("Nine died, said Ernest Barka, who led the Syrian Democratic Forces for a year.", []),
    ("Nine died, said Ernest Barka, who does not speak for the Syrian Democratic Forces.", []),
    ("Nine died, said Ernest Barka of Manbij.", []),
]


@pytest.mark.parametrize(("text", "body"), BEHIND)
def test_an_office_may_be_told_behind_a_name(reader, a_report, text, body):
    assert bodies(reader.read(a_report(text)), "Ernest Barka") == body


def speakers(reading: Reading) -> list[str]:
    """The entry of who says each statement, or the name of one whom no table knows."""
    parties = {one.id: one for one in reading.parties}
    return [parties[one.speaker].entry or parties[one.speaker].name for one in reading.statements if one.speaker]


CAPITALS = [
    ("Gunmen shot two teachers near Mao in Chad, the Army said.", ["td-mil"]),
    ("Gunmen shot two teachers near Mao in Chad, the Police said.", ["td-police"]),
    ("Gunmen shot two teachers near Mao in Chad, the Ministry of Defence said.", ["td-mod"]),
    ("Gunmen shot two teachers near Mao in Chad, the Interior Ministry said.", ["td-moi"]),
    ("Shells fell on a depot near Dover in Britain, the Ministry of Defence said.", ["mod-gb"]),
    ("Shells fell on Kharkiv in Ukraine, Ukraine's Defence Ministry said. Russia's Defence Ministry denied it.", ["ua-mod", "ru-mod"]),
    ("The Health Ministry of Lebanon counted nine dead in Tyre after Israel struck it. The Health Ministry said most were nurses.", ["lb-moh"]),
    ("Israel struck Damascus, Syria's army said. The Defence Ministry said two soldiers were killed.", ["saa", "Defence Ministry"]),
    ("The Malian Army shot five rebels near Kidal, the Army said in a note.", ["fama"]),
    ("Envoys met in Qatar. The Malian Army said rebels had died near Kidal in Mali. The Army said four were hurt.", ["fama", "fama"]),
    ("Jets killed nine in Rafah, the Health Ministry said. Israel's army denied it.", ["Health Ministry", "idf"]),
    ("Hamas's Interior Ministry said four had died in Gaza. The Interior Ministry blamed Israel.", ["Interior Ministry", "Interior Ministry"]),
    ("The Army of Conquest took Idlib in Syria. The Army said it had taken the city.", ["Army"]),
    ("The Arakan Army shelled a post near Sittwe in Myanmar, villagers said. The Army said its men had taken it.", ["villagers", "Army"]),
]


@pytest.mark.parametrize(("text", "said_by"), CAPITALS)
def test_a_body_of_the_state_is_one_in_capitals_too(reader, a_report, text, said_by):
    assert speakers(reader.read(a_report(text, published="2024-05-10"))) == said_by


@pytest.mark.parametrize(
    ("text", "person", "body"),
    [
        ("Nine died in Kano, the head of the transport union, Musa Sule, told the paper.", "Musa Sule", "transport union"),
        ("Nine died in Kano, a spokesman for the Hill Army, Col. Musa Sule, told the paper.", "Musa Sule", "Hill Army"),
        ("Nine died in Kano, a spokeswoman for the Hill Army, Dr Amina Sule, told the paper.", "Amina Sule", "Hill Army"),
    ],
)
def test_the_head_of_a_body_that_no_table_knows_speaks_for_it_with_or_without_a_title(reader, a_report, text, person, body):
    reading = reader.read(a_report(text))
    names = {one.id: one.name for one in reading.parties}
    (found,) = [one for one in reading.parties if one.name == person]
    assert [names[role.of] for role in found.roles if role.of] == [body]


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Chen Weiming, a spokesman of the Hill Army, said the fort had been hit. Chen said nine had died.", ["Chen Weiming"]),
        ("Peter Lund of the Hill Army said the fort had been hit. Peter said nine had died.", ["Peter Lund", "Peter"]),
        ("Deng Majok was killed in Juba. Minister Deng said nine had died.", ["Deng Majok", "Deng"]),
        ("Chen Weiming and Chen Lijun said the fort had been hit. Chen said nine had died.", ["Chen Weiming", "Chen Lijun", "Chen"]),
    ],
)
def test_a_first_word_that_is_no_given_name_is_a_surname(reader, a_report, text, persons):
    reading = reader.read(a_report(text))
    assert [one.name for one in reading.parties if one.kind == "person"] == persons


@pytest.mark.parametrize(
    "outlet",
    ["Army Information Directorate, N'Djamena", "Ministry of Defence, statement", "Ministry of Defence (press release)", "Statement by the Army"],
)
def test_what_stands_beside_a_publishers_name_hides_it_not(reader, a_report, outlet):
    reading = reader.read(a_report("On Monday our helicopters struck a camp near Mao in Chad.", outlet=outlet))
    assert any(outlet in one.aliases and (one.entry or "").startswith("td-") for one in reading.parties)


@pytest.mark.parametrize(
    ("text", "name", "entry"),
    [
        ("The defence ministry of the Hill Republic said nine had died near Mao in Chad.", "defence ministry of the Hill Republic", None),
        ("The ministry of defence of the Hill Republic said nine had died near Mao in Chad.", "ministry of defence of the Hill Republic", None),
        ("The ministry of defence said nine had died near Mao in Chad.", "Chadian ministry of defence", "td-mod"),
        ("The defence ministry of Chad said nine had died near Mao.", "Chadian defence ministry", "td-mod"),
        ("The ministry of defence of Chad said nine had died near Mao.", "Chadian ministry of defence", "td-mod"),
    ],
)
def test_a_ministry_of_a_land_that_is_no_state_is_not_the_states(reader, a_report, text, name, entry):
    reading = reader.read(a_report(text))
    assert [(one.name, one.entry) for one in reading.parties if "ministry" in one.name] == [(name, entry)]


def test_the_town_beside_a_publishers_name_tells_which_states_it_is(reader, a_report):
    reading = reader.read(a_report("Our planes struck depots near Mao in Chad.", outlet="Ministry of Defence, Moscow"))
    assert [one.entry for one in reading.parties if "Ministry of Defence, Moscow" in one.aliases] == ["ru-mod"]


OFFICIALS = [  # what the report says, the outlet, and the body for which its unnamed speaker speaks
    ("Rebels raided Mao in Chad. Chad sent help. Nine died, the interior minister said.", "Courier", "td-gov"),
    ("Rebels raided Mao in Chad. Chad sent help. Nine died, an army colonel said.", "Courier", "td-mil"),
    ("Rebels raided a village. Nine died, the governor said.", "Abeche Courier", "td-gov"),
    ("Rebels raided a village. Nine died, a police officer said.", "Chadian Courier", "td-police"),
    ("Rebels raided a village. Nine died, a Nigerien general said.", "Courier", "ne-gov"),
    ("Rebels raided a village. Nine died, the governor of North Kordofan said.", "Courier", "sd-gov"),
    ("Rebels raided a village. Nine died, the presidential spokesman in Khartoum said.", "Courier", "sd-pres"),
    ("Rebels raided Mao in Chad. Chad sent help. Nine died, the governor of the state bank said.", "Courier", None),
    ("Rebels raided Mao in Chad. Chad sent help. Nine died, a rebel colonel said.", "Courier", None),
    ("Rebels raided Mao in Chad. Chad sent help. Nine died, an officer of the rebel army said.", "Courier", None),
    ("Rebels from the Republic of Upper Marn raided Mao in Chad. Chad sent help. Nine died, the governor said.", "Courier", None),
    ("Sudan said that rebels raided Mao in Chad. Chad sent help to Chad's east. Nine died, the interior minister said.", "Courier", None),
    ("Rebels raided a village. Nine died, the governor said.", "Courier", None),
    ("Nine died in Chad, the governor said.", "Khartoum Courier", None),
    ("Nine died, an Arakan army colonel said.", "Sittwe Courier", None),
]


@pytest.mark.parametrize(("text", "outlet", "body"), OFFICIALS)
def test_an_official_without_a_name_is_of_the_state_that_is_told(reader, a_report, text, outlet, body):
    reading = reader.read(a_report(text, outlet=outlet))
    parties = {one.id: one for one in reading.parties}
    roles = [role.of for said in reading.statements if said.speaker for role in parties[said.speaker].roles if role.of]
    assert [parties[of].entry for of in roles] == ([body] if body else [])


HOMES = [
    ("Abeche Courier", "td-mil"), ("Courier of Abeche", "td-mil"), ("South Sudanese Courier", "ss-mil"), ("Gaza Courier", None),
    ("Paris Courier", None), ("Courier", None),
]  # fmt: skip


@pytest.mark.parametrize(("outlet", "army"), HOMES)
def test_where_no_country_is_named_the_outlets_name_may_tell_it(reader, a_report, outlet, army):
    reading = reader.read(a_report("Nine rebels died, the army said.", outlet=outlet))
    assert [one.entry for one in reading.parties if one.kind == "military"] == [army]


def test_the_police_of_a_town_are_its_states(reader, a_report):
    reading = reader.read(a_report("Gunmen shot two men on Monday. Srinagar police said it was robbery."))
    parties = {one.id: one for one in reading.parties}
    (police,) = [one for one in reading.parties if one.name == "Srinagar police"]
    assert [parties[role.of].entry for role in police.roles] == ["in-police"]


def test_its_spokesman_is_not_an_officers(reader, a_report):
    reading = reader.read(a_report("The guard met in Mao. A Swedish officer was shot. Its spokesman said that nine had died."))
    (officer,) = [one.id for one in reading.parties if one.name == "Swedish officer"]
    assert officer not in {role.of for one in reading.parties for role in one.roles}


NOBODYS = [  # officials whom the outlet's name, the place or the words only seem to give to a state
    ("An army colonel said nine fighters had been shot near Orvik.", "Free Syrian Army Media Office"),
    ("The governor said nine people had been shot.", "Niger Delta Voice"),
    ("A bomb killed nine people in Peshawar. The governor said they were traders.", "Kabul Courier"),
    ("The interior minister said that a bomb had killed nine people in N'Djamena.", "Karachi Courier"),
    ("The governor of Kherson, appointed by Russia, said nine people had been shot.", "Courier"),
    ("The mayor appointed by the rebels said nine people had been shot.", "Manila Courier"),
    ("A diplomat in N'Djamena said nine people had been shot.", "Courier"),
    ("A Chadian colonel in the opposition said nine people had been shot.", "Courier"),
    ("The head of the civil administration of South Darfur said nine people had been shot.", "Courier"),
]


@pytest.mark.parametrize(("text", "outlet"), NOBODYS)
def test_an_official_who_may_be_anothers_is_nobodys(reader, a_report, text, outlet):
    reading = reader.read(a_report(text, outlet=outlet))
    parties = {one.id: one for one in reading.parties}
    roles = [role.of for said in reading.statements if said.speaker for role in parties[said.speaker].roles if role.of]
    assert [parties[of].entry for of in roles if (parties[of].entry or "").endswith(("-gov", "-mil", "-police"))] == []
