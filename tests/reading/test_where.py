"""Where: each place named in a report, resolved by what the report says around it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.evaluate.spellings import measure
from sayso.intake.anatomy import from_row, from_text
from sayso.model import Dateline, Place, Report
from sayso.reading.names import Names
from sayso.reading.page import Page
from sayso.reading.pipeline import Reader
from sayso.reading.where import Where, attach
from sayso.reading.who import Who

Read = Callable[..., Page]


@pytest.fixture
def read(reader: Reader) -> Read:
    """A page with its names, parties and places read."""
    questions = (Names(reader.lexicon), Who(reader.lexicon), Where(reader.lexicon))

    def of(text: str, **known: object) -> Page:
        page = Page(Report(id="r", text=text, **known), next(iter(reader.parser.parse([text]))), reader.lexicon)  # type: ignore[arg-type]
        for question in questions:
            question(page)
        return page

    return of


def place(page: Page, words: str) -> Place:
    """The place that these words of the page mean."""
    start = page.report.text.index(words)
    found = page.atlas.at(start, start + len(words))
    assert found, f"no place at {words!r}"
    return page.atlas[found]


def test_the_country_of_the_report_chooses_among_namesakes(read: Read) -> None:
    libya = read("Clashes broke out in Tripoli on Friday. Libya's militias fought near Misrata, residents of Benghazi said.")
    lebanon = read("Clashes broke out in Tripoli on Friday. The army deployed there from Beirut, Lebanon's interior minister said in Sidon.")
    assert place(libya, "Tripoli").country == "LY"
    assert place(lebanon, "Tripoli").country == "LB"


def test_a_site_in_a_province_is_no_namesake_elsewhere(read: Read) -> None:
    page = read("KINSHASA - Gunmen raided the Lala camp in Ituri province on Monday, officials in Congo said.")
    assert (place(page, "Lala").lat, place(page, "Lala").kind) == (None, "facility"), "there is a village Lala near Kinshasa"


def test_a_wide_area_with_the_name_of_a_province_lies_in_it(read: Read) -> None:
    page = read("Rebels burnt eleven huts near Rutshuru in North Kivu on Monday, a priest in Goma said. DR Congo's army came late.")
    kivu = place(page, "North Kivu")
    assert (kivu.division, kivu.division == place(page, "Goma").division) == ("CD.11", True)
    assert kivu.kind == "province" or kivu.namesake


def test_what_follows_a_comma_is_what_it_lies_in(read: Read) -> None:
    page = read("The rally was held in Paris, Texas, and another one in Athens, Georgia.")
    assert place(page, "Paris").country == "US"
    assert place(page, "Athens").country == "US"


def test_shortened_states_are_states(read: Read) -> None:
    page = read("The suspect was arrested in Portland, Ore., and taken to Salem, Mass. A third man lives in Kelowna, B.C.")
    assert place(page, "Portland").lat == pytest.approx(45.5, abs=0.3)
    assert place(page, "Salem").lat == pytest.approx(42.5, abs=0.3)
    assert place(page, "B.C.").kind == "province"


def test_a_noun_beside_the_name_says_which_kind_is_meant(read: Read) -> None:
    page = read("Shelling went on in Idlib province in Syria. The city of Aleppo was quiet.")
    assert place(page, "Idlib").kind == "province"
    assert place(page, "Aleppo").kind == "city"


def test_one_place_under_two_spellings_is_one_place(read: Read) -> None:
    page = read("Syrian jets struck Deir ez-Zor. Residents of Deir Ezzor fled, the Syrian activists said.")
    assert place(page, "Deir ez-Zor").id == place(page, "Deir Ezzor").id


def test_a_direction_cuts_an_area_out_of_a_place_with_the_point_of_the_whole(read: Read) -> None:
    page = read("Fighting went on in eastern Aleppo in Syria, and Aleppo's airport was closed.")
    area = place(page, "eastern Aleppo")
    assert area.kind == "area"
    assert area.reason
    assert (area.lat, area.lon) == (place(page, "Aleppo's").lat, place(page, "Aleppo's").lon)


def test_a_direction_of_two_words_is_one(read: Read) -> None:
    assert place(read("A base in north-western Bavaria was hit."), "north-western Bavaria").name == "north-western Bavaria"


def test_the_old_city_is_that_of_the_city_last_named(read: Read) -> None:
    page = read("Government forces entered Homs in Syria. Hundreds are still in the old city.")
    assert place(page, "the old city").lat == place(page, "Homs").lat


def test_a_border_is_an_area_without_a_point(read: Read) -> None:
    border = place(read("Trucks queued at the Turkish border in Syria."), "Turkish border")
    assert (border.kind, border.lat) == ("area", None)
    assert border.reason


def test_a_quarter_has_the_point_of_its_city_and_says_so(read: Read) -> None:
    quarter = place(read("Rebels in Syria still hold the Jobar district of Damascus."), "Jobar")
    assert quarter.kind == "suburb"
    assert "approximate" in (quarter.reason or "")
    assert quarter.lat == pytest.approx(33.5, abs=0.1)


def test_an_unknown_place_stays_with_the_reason(read: Read) -> None:
    unknown = place(read("Two people died in the village of Qrazzvotik in Syria."), "Qrazzvotik")
    assert unknown.lat is None
    assert "Qrazzvotik" in (unknown.reason or "")


def test_the_dateline_has_its_place(read: Read) -> None:
    text = "NAIROBI (Reuters) - Fighting resumed in Goma on Monday, officials in Congo said."
    page = read(text, dateline=Dateline(span=(0, 17), outlet="Reuters"))
    assert page.report.dateline is not None
    assert page.report.dateline.place == place(page, "NAIROBI").id


def test_a_report_is_filed_from_the_town_of_the_name_and_not_from_the_state(read: Read) -> None:
    page = read("NEW YORK (Reuters) - Envoys of Mali and Chad met on Monday.", dateline=Dateline(span=(0, 18), outlet="Reuters"))
    assert place(page, "NEW YORK").kind == "city"


def test_a_capital_that_is_named_with_its_country_is_not_the_village_near_where_a_report_was_filed(read: Read) -> None:
    text = "GEORGETOWN, Ky. - A doctor from Lexington, Kentucky, was in France. A gunman fired on the police in Paris, she said back in Georgetown."
    page = read(text, dateline=Dateline(span=(0, 15)))
    assert place(page, "Paris").country == "FR"
    assert place(page, "Georgetown").country == "US"
    assert not any("Guyan" in party.name for party in page.cast.parties())


def test_months_and_tongues_are_no_places(read: Read) -> None:
    page = read("He spoke in Arabic. The truce began in March and ended in April.")
    assert page.atlas.places() == ()


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Shelling killed two people in Sirte in Libya.", "killed", "Sirte"),
        ("The siege of Fallujah in Iraq went on.", "siege", "Fallujah"),
        ("Rebels entered Hama in Syria. Snipers wounded three men in the city.", "wounded", "Hama"),
    ],
)
def test_an_act_takes_place_where_its_words_say(read: Read, text: str, trigger: str, expected: str) -> None:
    page = read(text)
    token = next(t for t in page.doc if t.text == trigger)
    assert attach.of(page, token) == place(page, expected).id


def test_an_act_without_a_place_has_none(read: Read) -> None:
    page = read("He was arrested on Monday.")
    assert attach.of(page, page.doc[2]) is None


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("He was taken to the Tulsa Police Department on Monday.", "Tulsa", "US"),
        ("Doctors at the University of Zagreb said so.", "Zagreb", "HR"),
        ("The Manila Fire Department put the blaze out.", "Manila", "PH"),
    ],
)
def test_a_body_called_after_its_place_names_it(read: Read, text: str, words: str, country: str) -> None:
    assert place(read(text), words).country == country


@pytest.mark.parametrize(
    "text",
    [
        "He told the Denver Post on Monday.",
        "The Southern Legal Council and the Syrian Computer Society signed.",
        "The Clarence Hospital Group closed two wards.",
    ],
)
def test_outlets_adjectives_and_people_in_names_of_bodies_are_no_places(read: Read, text: str) -> None:
    assert not read(text).atlas.places()


def test_names_that_begin_with_a_nationality_or_a_title_stay_whole(read: Read) -> None:
    page = read("Piracy in the Indian Ocean fell. British Columbia Finance Minister Tom Reyes left Prince Edward Island for Port-au-Prince.")
    assert place(page, "Indian Ocean").kind == "area"
    assert place(page, "British Columbia").country == "CA"
    assert place(page, "Prince Edward Island").kind == "province"
    assert place(page, "Port-au-Prince").country == "HT"


def test_the_possessive_inside_a_name_is_of_it(read: Read) -> None:
    assert place(read("Aid came from the People's Republic of China."), "People's Republic of China").country == "CN"


def test_a_noun_for_a_kind_of_place_is_no_name(read: Read) -> None:
    assert place(read("They crossed to Waiheka Island by boat."), "Waiheka Island").lat is None


def test_georgia_is_a_state_where_the_report_speaks_of_its_neighbours(read: Read) -> None:
    assert place(read("Storms hit Alabama and Georgia. In Georgia two people died."), "Georgia").kind == "province"
    assert place(read("Russian troops left Georgia on Monday. The United States welcomed it."), "Georgia").kind == "country"


def test_a_part_of_a_country_is_not_the_country(read: Read) -> None:
    assert place(read("Fog lay over southern England."), "England").gazetteer == place(read("England was calm."), "England").gazetteer


def test_nearly_every_spelling_is_resolved_in_a_sentence_of_war(reader: Reader) -> None:
    scores = measure(reader, Path(__file__).parent.parent / "lexicon" / "spellings.tsv")
    assert scores.shares["chosen in a sentence that names the country"].accuracy >= 0.9


def test_endless_lists_of_places_take_no_endless_time(read: Read) -> None:
    page = read("They passed " + ", ".join(f"Kafr Hamra {i}" for i in range(800)) + " in Syria.")
    assert page.atlas.places()


@pytest.mark.parametrize(
    ("text", "words", "roles"),
    [
        ("Two people were killed in Aleppo on Monday.", "Aleppo", ("event",)),
        ("Hundreds fled to Idlib on Monday.", "Idlib", ("destination",)),
        ("The convoy left for Homs on Monday.", "Homs", ("destination",)),
        ("Hundreds fled from Douma on Monday.", "Douma", ("origin",)),
        ("The last fighters left Douma on Monday.", "Douma", ("origin",)),
        ("He was born in Homs in 1960.", "Homs", ("background",)),
        ("A man born in Homs spoke.", "Homs", ()),
    ],
)
def test_a_place_has_the_role_that_the_text_gives_it(reader: Reader, text: str, words: str, roles: tuple[str, ...]) -> None:
    places = reader.read(Report(id="r", text=text, published="2019-06-01", published_basis="given")).places
    (found,) = [one for one in places if one.name == words]
    assert tuple(role for role in found.roles if role != "event" or "event" in roles) == roles


def test_where_a_report_was_filed_is_a_role(reader: Reader) -> None:
    report = from_text("BEIRUT (Reuters) - Shells fell on Aleppo on Monday, residents said.")
    (beirut,) = [one for one in reader.read(report).places if one.country == "LB"]
    assert beirut.roles == ("dateline",)


def test_a_capital_that_acts_is_the_capital(read: Read) -> None:
    page = read("In Kashmir militants attacked near Pahalgam. New Delhi blamed Islamabad.")
    assert place(page, "Islamabad").country == "PK"


def test_the_agency_in_the_brackets_of_a_dateline_is_no_place(reader: Reader) -> None:
    report = from_row({"text": "BEIRUT (AP) - Shelling killed nine people in Aleppo on Monday, a monitor said."})
    assert [place.name for place in reader.read(report).places] == ["BEIRUT", "Aleppo"]


@pytest.mark.parametrize("text", [
    "Rebels attacked an army post in Meles near Idlib, Syria.",  # the only Meles of the gazetteer are elsewhere
    "Gunmen killed four villagers in Ostra, the army said.",  # in Romania, Italy and Ukraine alike
    "The Sudanese army shelled Ostra on Monday.",
])  # fmt: skip
def test_a_small_namesake_far_from_all_that_the_report_speaks_of_is_left_open(read: Read, text: str) -> None:
    found = place(read(text), "Meles" if "Meles" in text else "Ostra")
    assert found.country is None
    assert found.lat is None
    assert found.reason


def test_what_lies_near_a_place_is_the_namesake_that_does(read: Read) -> None:
    assert place(read("Fighters shelled Taftanaz near Aleppo on Monday."), "Taftanaz").country == "SY"


def test_a_place_for_which_only_its_name_speaks_says_so(read: Read) -> None:
    found = place(read("Fighters shelled the town of Taftanaz on Monday."), "Taftanaz")
    assert (found.country, found.confidence) == ("SY", 0.4)
    assert found.reason
    assert "only its name" in found.reason


def test_a_wide_area_is_not_a_village_of_its_name(read: Read) -> None:
    assert place(read("The US envoy for the Middle East said Washington would keep its troops there."), "Middle East").kind == "area"


@pytest.mark.parametrize(("text", "trigger", "there"), [
    ("Clashes broke out between the army and the Islamic State (banned in Tajikistan) in the outskirts of Damascus.", "Clashes", "Damascus"),
    ("Fighters of the Lord's Army, outlawed in Uganda, attacked a barracks on Monday.", "attacked", None),
    ("Rebels based in Chad attacked a convoy on Monday.", "attacked", None),
    ("Rebels based in Chad attacked a convoy in Darfur on Monday.", "attacked", "Darfur"),
])  # fmt: skip
def test_where_somebody_is_outlawed_or_based_is_not_where_he_acts(read: Read, text: str, trigger: str, there: str | None) -> None:
    page = read(text)
    token = page.tokens(text.index(trigger), text.index(trigger) + len(trigger))[0]
    found = attach.of(page, token)
    assert (page.atlas[found].name if found else None) == there


@pytest.mark.parametrize(
    ("text", "street", "country", "town"),
    [
        ("Gunmen opened fire on Baghdad Street in Latakia on Monday.", "Baghdad Street", "SY", "Latakia"),
        ("Clashes broke out on Palestine Street on Monday.", "Palestine Street", None, None),
    ],
)
def test_a_street_is_in_its_town_and_not_in_the_place_that_it_is_called_after(
    reader: Reader, text: str, street: str, country: str | None, town: str | None
) -> None:
    places = {place.name: place for place in reader.read(Report(id="r", text=text, published="2019-06-01", published_basis="given")).places}
    assert (places[street].country, places[street].kind, places[street].gazetteer) == (country, "facility", None)
    assert places[street].lat == (places[town].lat if town else None)


def test_a_place_is_not_the_surname_of_a_person_of_the_report(read: Read) -> None:
    page = read("James Vance fled on Monday. The charges raised interest in Vance as a suspect, and fibres were found in Vance's car.")
    assert not page.atlas.places()


UNLISTED = [
    "Trucks were taking maize to Hundur, a town that rebels have cut off in Somalia.",
    "A drone hit two vehicles in the vicinity of Hundur in Somalia.",
]


@pytest.mark.parametrize("text", UNLISTED)
def test_words_around_a_name_make_it_a_place_that_no_list_has(reader: Reader, text: str) -> None:
    assert "Hundur" in {place.name for place in reader.read(Report(id="0" * 64, text=text)).places}


@pytest.mark.parametrize("text", ["The Masalit village was torched on Monday.", "In the Maronite village a man was shot on Monday."])
def test_a_people_is_no_place_before_the_word_village(reader: Reader, text: str) -> None:
    reading = reader.read(Report(id="0" * 64, text=text, published="2023-06-09", published_basis="given"))
    assert reading.places == ()
    assert [event.when is not None for event in reading.events] == [True]


NESTED = [
    ("A shell fell in the Ombada quarter of Omdurman.", "Ombada", "Omdurman"),
    ("A mine went off in El Aguaje, in the municipality of Aguililla.", "El Aguaje", "Aguililla"),
    ("A jet bombed Hko Mawng, a village in Kyaukme township.", "Hko Mawng", "Kyaukme"),
    ("Three died in Basharan, on the western edge of Lashkar Gah.", "Basharan", "Lashkar Gah"),
]


@pytest.mark.parametrize(("text", "inner", "outer"), NESTED)
def test_a_place_lies_in_the_one_that_the_words_say(read: Read, text: str, inner: str, outer: str) -> None:
    places = {place.name: place for place in read(text).atlas.places()}
    assert places[inner].within == places[outer].id


def test_a_row_of_places_lies_in_none(read: Read) -> None:
    assert all(place.within is None for place in read("They fled to Dessie, Mekele and Kobo.").atlas.places())


def test_letters_of_a_country_that_tell_whose_something_is_are_no_place(read: Read) -> None:
    page = read("Kenya and Oman met the US envoy in Tripoli, Libya, a UK-based group said.")
    assert not [known.name for known in page.atlas.places() if known.name in ("United States", "United Kingdom", "US", "UK")]


WHOLE_NAMES = [
    ("MALAKAL - Troops took the village of Wau Shilluk from rebels on Friday, residents of Malakal said. Wau Shilluk is quiet.", "Wau Shilluk"),
    ("Gunmen burnt huts in Juba Kattaka, a hamlet in South Sudan, on Monday.", "Juba Kattaka"),
    ("Three shells fell on Homs Tarabishiya on Monday, doctors in Syria said.", "Homs Tarabishiya"),
]


@pytest.mark.parametrize(("text", "name"), WHOLE_NAMES)
def test_a_name_that_no_list_has_is_not_the_city_that_one_of_its_words_names(read: Read, text: str, name: str) -> None:
    assert (place(read(text), name).lat, place(read(text), name).country) == (None, None)


PARTS_OF_NAMES = [
    ("Rebels shelled Homs Gate on Friday, residents of Syria said.", "Homs Gate", "Homs"),
    ("Two people died in Wau Camp on Friday, aid workers in South Sudan said.", "Wau Camp", "Wau"),
    ("Troops entered Wau town, in South Sudan, on Friday.", "Wau", "Wau"),
    ("Shots were heard in Khan Sheikhun Idlib, residents of Syria said.", "Khan Sheikhun Idlib", "Khan Sheikhun"),
]


@pytest.mark.parametrize(("text", "name", "town"), PARTS_OF_NAMES)
def test_a_class_word_or_a_place_in_a_row_leaves_the_name_what_it_is(read: Read, text: str, name: str, town: str) -> None:
    alone = place(read(f"Shots were heard in {town}, residents of South Sudan and Syria said."), town)
    assert place(read(text), name).gazetteer == alone.gazetteer


def test_in_a_text_that_lost_its_commas_a_name_may_be_several_near_to_others(read: Read) -> None:
    filler = "Residents said that the shops were shut and that nobody went out. " * 16
    near = read(f"Shells fell on Saraqib on Monday. Two men died in Khan Sheikhun Qumaynas on Sunday. {filler} Saraqib is in Syria.")
    far = read(f"Shells fell on Saraqib on Monday. Two men died in Al Bukamal Qumaynas on Sunday. {filler} Saraqib is in Syria.")
    assert place(far, "Al Bukamal Qumaynas").lat is None
    assert place(near, "Khan Sheikhun Qumaynas").lat == pytest.approx(35.44, abs=0.01)


def test_a_river_of_several_countries_has_no_point_far_from_all_that_is_named(read: Read) -> None:
    nile = place(read("Shells were fired on Malakal from across the Nile, the rebels in South Sudan said."), "Nile")
    assert (nile.kind, nile.lat, nile.lon) == ("river", None, None)
    assert "several countries" in (nile.reason or "")
    euphrates = place(read("Boats crossed the Euphrates near Deir ez-Zor in Syria."), "Euphrates")
    assert euphrates.lat == pytest.approx(35, abs=1)


def test_a_town_of_many_countries_is_left_open_where_none_of_them_is_spoken_of(read: Read) -> None:
    assert place(read("NAIROBI - The army captured Bor on Monday, witnesses said."), "Bor").lat is None
    assert place(read("JUBA - The army captured Bor on Monday, witnesses said."), "Bor").country == "SS"
    assert place(read("The army captured Bor in South Sudan on Monday, witnesses said."), "Bor").country == "SS"
    assert place(read("Police searched a flat in Tripoli on Monday."), "Tripoli").country == "LY"


def test_a_region_is_the_province_of_its_name(read: Read) -> None:
    diffa = place(read("The toll of the shooting at a market in Diffa region has risen, the interior ministry of Niger said."), "Diffa")
    assert (diffa.kind, diffa.division) == ("province", "NE.02")


def test_a_town_that_no_gazetteer_has_stands_beside_its_road(read: Read) -> None:
    assert place(read("Armed men shut the road at Vushka last weekend, drivers said."), "Vushka").name == "Vushka"


@pytest.mark.parametrize(("text", "name"), [
    ("The clerk shot in Bay a week ago has died, the elders of Somalia said.", "Bay"),
    ("Men stopped two buses near Hawz-e Mirza on Monday.", "Hawz-e Mirza"),
])  # fmt: skip
def test_a_name_of_a_place_is_whole_and_no_more(read: Read, text: str, name: str) -> None:
    assert place(read(text), name).name == name


def test_a_town_spelled_otherwise_is_likely_where_its_district_has_the_name(read: Read) -> None:
    page = read("NIAMEY - Men killed nine near Banibangou in Niger, the army said.")
    assert place(page, "Banibangou").division == "NE.09"


def scenes(reader: Reader, text: str) -> list[str]:
    """The places of the violent deeds of a text, by name; none for a deed without one."""
    reading = reader.read(Report(id="0" * 64, published="2024-05-10", published_basis="given", text=text))
    names = {one.id: one.name for one in reading.places}
    return [names[event.place] for event in reading.events if event.type == "ASSAULT" and event.place]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Guns were heard at Mao in Chad. Six soldiers were killed, the headquarters at Faya said.", "Mao"),
        ("Schools burned in Mao in Chad. The martial law command in Faya said rebels had set the schools alight.", "Mao"),
        ("Guns were heard at Mao in Chad. Six soldiers were killed, police in Faya said.", "Faya"),
    ],
)
def test_where_a_command_has_its_seat_is_not_where_what_it_tells_was_done(reader: Reader, text: str, place: str) -> None:
    assert scenes(reader, text) == [place]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Nine traders died in Mao in Chad, the Observatory in London said. The army killed them there.", "Mao"),
        ("Rebels raided the village of Mao in Kanem province in Chad. They killed nine traders there.", "Mao"),
        ("Traders of Mao in Chad who fled to Faya accused soldiers of having burned houses there.", "Mao"),
    ],
)
def test_there_is_where_it_was_and_not_where_somebody_speaks_or_went(reader: Reader, text: str, place: str) -> None:
    assert scenes(reader, text)[-1:] == [place]
