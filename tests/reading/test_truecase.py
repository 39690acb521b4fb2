"""Texts that have lost their capitals: what the parser sees of them, and that they are read like any other."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Report
from sayso.reading.pipeline import Reader
from sayso.reading.truecase import Truecaser, lost
from sayso.reading.vocabulary import Vocabulary

NORMAL = (
    "General Hernan Tovar, mayor of Quibdo, was kidnapped near San Jose on 3 May by the Patriotic Morning Front (FPM). "
    "The U.S. embassy in Bogota said Tovar was unhurt."
)


@pytest.fixture(scope="module")
def truecaser(reader: Reader) -> Truecaser:
    """The truecaser of the default reader."""
    return Truecaser(reader.lexicon, Vocabulary.of(reader.parser.nlp))


@given(text=st.text())
def test_the_length_never_changes(truecaser: Truecaser, text: str) -> None:
    assert len(truecaser(text)) == len(text)


@given(text=st.text(alphabet=st.sampled_from("aim .(\n\"'sfmlnİß-"), max_size=80))
def test_only_the_case_changes(truecaser: Truecaser, text: str) -> None:
    assert truecaser(text).casefold() == text.casefold()


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        (NORMAL, None),
        (NORMAL.lower(), "lower"),
        (NORMAL.upper(), "upper"),
        ("too short", None),
        ("12 34 56 78 90 " * 10, None),
        ("الجيش يقصف المدينة القديمة " * 5, None),
    ],
)
def test_how_a_text_is_written(text: str, manner: str | None) -> None:
    assert lost(text) == manner


@pytest.mark.parametrize("rewrite", [str.lower, str.upper])
@pytest.mark.parametrize(
    "sentence",
    [
        "The rebels left the town. They were met by farmers.",
        "President Alvaro Quintanilla met Salvadoran officers in San Salvador on Tuesday.",
        "The Farabundo Marti National Liberation Front (FMLN) attacked a bridge in May.",
        "The ELN and the FARC (Revolutionary Armed Forces of Colombia) may march on Medellin.",
        "A convoy of the Northern Farmers Union (NFU) left La Ceiba, and the NFU said so.",
        "The group of armed men was in a car near Santa Lucia de los Rios.",
        "The U.S. troops told us that I was free to go.",
    ],
)
def test_capitals_come_back(truecaser: Truecaser, sentence: str, rewrite: Callable[[str], str]) -> None:
    assert truecaser(rewrite(sentence)) == sentence


def test_letters_in_brackets_that_are_a_speakers_name_are_no_acronym(truecaser: Truecaser) -> None:
    assert truecaser("governor oscar tovar spoke. (tovar) we will rebuild the road.").count("Tovar") == 2


def test_a_headline_in_capitals_is_written_like_the_rest(truecaser: Truecaser) -> None:
    text = "REBELS SEIZE TOWN NEAR BOGOTA\nThe army of Colombia left. NATO and the EU said so."
    assert truecaser.headlines(text) == "Rebels seize town near Bogota\nThe army of Colombia left. NATO and the EU said so."


def test_a_text_with_capitals_is_left_alone(truecaser: Truecaser) -> None:
    assert truecaser.headlines(NORMAL) == NORMAL


@pytest.mark.parametrize("rewrite", [str.lower, str.upper])
def test_the_reading_finds_the_same_names_and_keeps_the_text(
    reader: Reader, a_report: Callable[..., Report], rewrite: Callable[[str], str]
) -> None:
    text = rewrite(NORMAL)
    reading = reader.read(a_report(text))
    assert reading.report.text == text
    persons = [party for party in reading.parties if party.kind == "person"]
    assert [text[a:b].casefold() for a, b in persons[0].mentions][-1] == "tovar"
    kidnapped = next(event for event in reading.events if event.mode == "abduct")
    assert kidnapped.recipients == (persons[0].id,)
    assert any(text[a:b].casefold() == "quibdo" for place in reading.places for a, b in place.mentions)


def test_blank_lines_cost_no_more_than_letters(truecaser: Truecaser) -> None:
    text = "the army left." + "\n" * 200_000 + "it rained."
    started = time.perf_counter()
    assert truecaser(text).endswith("It rained.")
    assert time.perf_counter() - started < 2


@pytest.mark.parametrize(("headline", "plain"), [
    ("Rebels Capture Key Town North of Aleppo, Army Sends Troops", "Rebels capture key town north of Aleppo, army sends troops"),
    ("Orr Addresses Zelin Attack: Time for Talks", "Orr addresses Zelin attack: time for talks"),
    ("Petra Lund, Omar Haddad, Lena Orr", "Petra Lund, Omar Haddad, Lena Orr"),
])  # fmt: skip
def test_a_headline_with_a_capital_on_every_word_is_written_like_the_rest(truecaser: Truecaser, headline: str, plain: str) -> None:
    body = "\n\nThe attack in Zelin, which Orr spoke of, came as rebels fought the army. " + "It went on for days and nights. " * 12
    assert truecaser.headlines(headline + body) == plain + body


@pytest.mark.parametrize(("line", "plain"), [
    ("Northern Council Condemns Horrific Massacre in Town of Orla", "Northern Council condemns horrific massacre in town of Orla"),
    ("Nine Herders Killed in Vasska Ambush", "Nine herders killed in Vasska ambush"),
    ("The council left Orla on Monday after a quarrel with herders.", "The council left Orla on Monday after a quarrel with herders."),
])  # fmt: skip
def test_a_headline_in_title_case_is_written_as_the_text_below_it(reader: Reader, line: str, plain: str) -> None:
    body = "Marines of the Northern Council said the massacre of nine herders was horrific, and that the ambush near Vasska was not theirs."
    (doc,) = reader.parser.parse([f"{line}\n\n{body}"])
    assert doc.text == f"{plain}\n\n{body}"
