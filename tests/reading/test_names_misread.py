"""Names that were cut in two or joined to what is none of theirs. Invented reports."""

import pytest

from sayso.intake.anatomy import from_row
from sayso.model import Report
from sayso.reading.pipeline import Reader

CASES = [
    ("Fighters of the Sons of the Dunes attacked a convoy near Agadez.", "Sons of the Dunes", "armed_group"),
    ("The Sons of the Dunes said they had seized the well. The group shelled a post.", "Sons of the Dunes", "armed_group"),
    ("On Monday the Lions of the Coast attacked a barracks.", "Lions of the Coast", "armed_group"),
    ("Petra Lunz, a nurse, said shells hit the clinic.", "Petra Lunz", "person"),
    ("The analyst, Petra Lunz, said the port would fall.", "Petra Lunz", "person"),
    ("The king met envoys in Amman, Petra reported.", "Petra", "agency"),
    ("Army retakes the port - state media", "state media", "outlet"),
    ("Shelling kills nine in Donetsk - local media", "local media", "outlet"),
]


@pytest.mark.parametrize(("text", "name", "kind"), CASES)
def test_a_name_is_whole_and_no_more(reader: Reader, text: str, name: str, kind: str) -> None:
    reading = reader.read(from_row({"text": text, "published": "2023-06-07"}))
    assert (name, kind) in [(party.name, party.kind) for party in reading.parties]


@pytest.mark.parametrize("text", [
    "TAMBULA, Oranja (AFN) - The army shelled a village on Monday, officials said.",
    "GOMA, Congo (KNA) \u2014 Rebels attacked a camp on Monday.",
])  # fmt: skip
def test_the_agency_in_a_dateline_is_no_name_of_the_country_before_it(reader: Reader, text: str) -> None:
    reading = reader.read(from_row({"text": text, "published": "2023-06-07"}))
    town, country = text[: text.index(" (")].split(", ")
    assert [place.name for place in reading.places][:2] == [town, country]
    letters = text[text.index("(") + 1 : text.index(")")]
    assert {party.kind for party in reading.parties if letters in party.aliases or party.name == letters} == {"outlet"}
    assert country not in [party.name for party in reading.parties]


@pytest.mark.parametrize(("text", "what"), [
    ("Doctors said five of them were wounded badly.", "wounded"),
    ("The road is mined for 10 km of the way, the mayor said.", "km of way"),
    ("An air strike killed four children Al Jazeera said.", "killed children"),
])  # fmt: skip
def test_what_is_counted_is_named_by_its_noun(reader: Reader, text: str, what: str) -> None:
    (figure,) = reader.read(from_row({"text": text, "published": "2023-06-07"})).figures
    assert figure.what == what


HEAD_LINES = [
    ("Witnesses tell of shelling of Dresk\nUpper Delta Radio\n12 May 2015\n\nDRESK - Two residents told Upper Delta Radio of shells.\n", "Dresk"),
    ("Army denies attack on Olm\nHarbour Post\n12 May 2015\n\nOLM - The army denied on Monday that it had shelled Olm.\n", "Olm"),
    ("Rebels free hostages in Qasr\nBy Lena Orr\nValley Courier\nMay 12, 2015\n\nRebels freed nine hostages in Qasr on Monday.\n", "Qasr"),
]


@pytest.mark.parametrize(("text", "place"), HEAD_LINES)
def test_lines_at_the_head_are_not_one_sentence(reader: Reader, text: str, place: str) -> None:
    reading = reader.read(from_row({"text": text}))
    named = [reading.words(span) for one in (*reading.parties, *reading.places) for span in one.mentions]
    assert [words for words in named if "\n" in words] == []
    assert place in [one.name for one in reading.places]
    assert {event.place for event in reading.events} == {next(one.id for one in reading.places if one.name == place)}
    assert [one.kind for one in reading.parties if one.name in ("Upper Delta Radio", "Harbour Post", "Valley Courier")] == ["outlet"]


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Rebels said a Sukhoi jet of the Chadian army had struck the market of Mao in Chad.", "Chadian army"),
        ("Boko Haram says it captured Mao in Chad; Army says fighting goes on.", "Boko Haram"),
    ],
)
def test_makes_of_arms_and_names_on_both_sides_of_a_semicolon_are_no_names(reader: Reader, text: str, doer: str) -> None:
    reading = reader.read(Report(id="0" * 64, published="2024-05-10", published_basis="given", text=text))
    names = {one.id: one.name for one in reading.parties}

    assert not any("Sukhoi" in name or ";" in name for name in names.values())
    assert any(doer in names[party] for event in reading.events for party in event.actors)


@pytest.mark.parametrize(
    "text",
    [
        "Jets bombed the market of Nyabora and killed 31 civilians. The market of Nyabora burned.",
        "Police said the massacre at Nyabora-Lot had left nineteen dead.",
        "Police said the Nyabora-Lot massacre had left nineteen dead.",
    ],
)
def test_whose_market_is_bombed_and_where_a_massacre_was_is_a_place(reader: Reader, text: str) -> None:
    reading = reader.read(Report(id="0" * 64, published="2024-05-10", published_basis="given", text=text))
    assert [place.name.partition("-")[0] for place in reading.places] == ["Nyabora"]


@pytest.mark.parametrize("text", ["Fierce combat went on in Mao in Chad.", "The bishop said Mass for the dead in Mao in Chad."])
def test_a_capital_at_the_head_of_a_sentence_and_a_mass_are_no_names(reader: Reader, text: str) -> None:
    reading = reader.read(Report(id="0" * 64, published="2024-05-10", published_basis="given", text=text))
    assert not {"Fierce", "Mass"} & {one.name for one in (*reading.parties, *reading.places)}
