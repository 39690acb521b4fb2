"""Pronouns mean somebody spoken of before."""

from collections.abc import Callable

import pytest

from sayso.model import Report, Statement
from sayso.reading.names import Names
from sayso.reading.page import Page
from sayso.reading.pipeline import Reader
from sayso.reading.who import Who, resolve_first_person

Pages = Callable[[str], Page]


@pytest.fixture
def pages(reader: Reader) -> Pages:
    """Pages with names and parties read."""
    names, who = Names(reader.lexicon), Who(reader.lexicon)

    def of(text: str) -> Page:
        page = Page(Report(id="r", text=text), next(iter(reader.parser.parse([text]))), reader.lexicon)
        names(page)
        who(page)
        return page

    return of


def meant(page: Page, words: str, nth: int = 0) -> str | None:
    """The name of the party that the nth occurrence of some words means."""
    at = -1
    for _ in range(nth + 1):
        at = page.report.text.index(words, at + 1)
    party = page.cast.at(at, at + len(words))
    return page.cast[party].name if party else None


def test_he_and_she_go_by_given_names_and_titles(pages: Pages) -> None:
    page = pages("Mariam Haddad met Colonel Omar Aziz in Amman. She said the talks were over. He said they were not.")
    assert meant(page, "She ") == "Mariam Haddad"
    assert meant(page, "He ") == "Omar Aziz"


def test_the_subject_goes_first(pages: Pages) -> None:
    page = pages("Rashid Noor told Sami Darwish that the road was closed. He added that it would stay so.")
    assert meant(page, "He ") == "Rashid Noor"


def test_it_is_a_body_and_they_are_many(pages: Pages) -> None:
    page = pages("Hezbollah denied the charge on Friday. It said its men had left. Residents fled, and they want to return.")
    assert meant(page, "It ") == "Hezbollah"
    assert meant(page, "they ") == "Residents"


def test_we_in_a_statement_is_the_speakers_body(pages: Pages) -> None:
    page = pages('"We will not leave and I say so," said Dilovan Qasim, a spokesman for the SDF.')
    speaker = next(m.id for m in page.cast.members() if m.name == "Dilovan Qasim")
    content = (1, page.report.text.index('," said'))
    statement = Statement(id="S1", content=(content,), kind="direct", stance="say", speaker=speaker)
    resolve_first_person(page, statement)
    assert meant(page, "We") == "Syrian Democratic Forces"
    assert meant(page, "I") == "Dilovan Qasim"


def test_modifiers_of_deeds_point_to_who_is_behind_them(pages: Pages) -> None:
    page = pages("Syrian television showed Syria's port of Latakia. Russian air strikes and a government siege emptied the Syrian city.")
    assert meant(page, "Russian") == "Russia"
    assert meant(page, "government") is not None
    assert not any("Russian" in page.report.text[a:b] for m in page.cast.members() for a, b in m.mentions), "they are no mentions"


def test_they_who_speak_are_those_who_have_spoken(pages: Pages) -> None:
    page = pages("Doctors said the water was foul. Most children in the camp had been ill since spring. They said the wells were shallow.")
    assert meant(page, "They") == "Doctors"


def test_a_body_goes_back_to_the_one_that_bears_its_noun(pages: Pages) -> None:
    page = pages("The health ministry said nine people had died. A convoy arrived. The ministry had no more beds.")
    assert meant(page, "The ministry") == "health ministry"


def test_a_house_is_a_party_where_it_speaks_only(pages: Pages) -> None:
    page = pages("A shell hit the hospital. The clinic said it had taken in twelve people. State media reported nothing.")
    assert meant(page, "the hospital") is None
    assert meant(page, "The clinic") == "clinic"
    assert meant(page, "State media") == "State media"


@pytest.mark.parametrize(
    "text",
    [
        'The Northern Front shelled Tarsa. "The army killed our men," its spokesman said.',
        'The Northern Front demanded that the army leave Tarsa. "We will not sign while the army is there," its negotiator said.',
    ],
)
def test_whose_spokesman_is_quoted_does_not_stand_in_the_quotation(pages: Pages, text: str) -> None:
    page = pages(text)

    assert meant(page, "its") == "Northern Front"


def test_who_is_spoken_of_in_a_quotation_is_no_subject_of_what_goes_on_outside_it(pages: Pages) -> None:
    page = pages('"The army killed our men," said a spokesman for the Northern Front. Its leader was wounded.')

    assert meant(page, "Its") == "Northern Front"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Peace Office spoke of Monday's fire. Boko Haram terrorists burned the barn, it said.", "Peace Office"),
        ("A clerk spoke of Monday's fire. Boko Haram terrorists burned the barn, it said.", None),
        ("Boko Haram burned the barn in revenge, it said.", "Boko Haram"),
        ("The Syrian Democratic Forces burned the barn, it said.", "Syrian Democratic Forces"),
    ],
)
def test_it_who_says_what_a_groups_men_did_is_not_the_group(pages: Pages, text: str, who: str | None) -> None:
    assert meant(pages(text), "it") == who
