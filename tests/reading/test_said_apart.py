"""Whose words end where another source's begin, and attributions that the parse gets wrong; sentences of our own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.model import Reading, Report
from sayso.reading.pipeline import Reader

Says = Callable[[str], list[str]]
FORMS = [line.split("\t") for line in Path(__file__).with_name("said_aside.tsv").read_text(encoding="utf-8").splitlines()[1:]]


@pytest.fixture
def says(reader: Reader, a_report: Callable[..., Report]) -> Says:
    """The statements of a text as "speaker's words: content", in their order."""

    def told(text: str) -> list[str]:
        reading: Reading = reader.read(a_report(text))
        return [
            f"{reading.words(s.speaker_span) if s.speaker_span else '-'}: {' / '.join(reading.words(span) for span in s.content)}"
            for s in reading.statements
        ]

    return told


@pytest.mark.parametrize("joint", [", but", ", and", ", while", ", though", ";"])
def test_what_one_source_says_beside_another_is_never_put_into_the_others_mouth(says: Says, joint: str) -> None:
    assert says(f"The army says 12 soldiers died{joint} the rebels say 40 soldiers died.") == [
        "The army: 12 soldiers died",
        "the rebels: 40 soldiers died",
    ]


def test_according_to_one_ends_where_another_says_otherwise(says: Says) -> None:
    assert says("According to the monitor, the army lost 12 men, while the ministry said two were wounded.") == [
        "the monitor: the army lost 12 men",
        "the ministry: two were wounded",
    ]


def test_a_quotation_with_its_own_attribution_is_no_part_of_the_clause_before_its_colon(says: Says) -> None:
    assert says("Haddad said the road was lost for good: “We will not get it back,” the governor wrote.") == [
        "Haddad: the road was lost for good",
        "the governor: We will not get it back",
    ]


def test_what_a_speaker_adds_after_a_quotation_is_a_statement_of_its_own(says: Says) -> None:
    assert says("“The wells are dry,” Haddad said, adding that the next convoy was due in June.") == [
        "Haddad: The wells are dry",
        "Haddad: the next convoy was due in June",
    ]


def test_a_quotation_right_behind_a_closing_attribution_has_the_same_speaker(says: Says) -> None:
    assert says("The camp has no water, Haddad said. “The wells have been dry since spring.” In the north, rain fell.") == [
        "Haddad: The camp has no water",
        "Haddad: The wells have been dry since spring",
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“The camp is closed,” an army officer in Hasakah, who asked not to be named, said.", "an army officer in Hasakah"),
        ("“The camp is closed,” Sara Haddad, an analyst of wars, tweeted on Wednesday.", "Sara Haddad"),
        ("“The camp is closed,” Haddad snapped and turned to the map.", "Haddad"),
    ],
)
def test_a_description_between_speaker_and_cue_hides_neither(says: Says, text: str, speaker: str) -> None:
    assert says(text)[0] == f"{speaker}: The camp is closed"


def test_silence_is_no_attribution(says: Says) -> None:
    assert says("“The camp is closed,” Haddad said. “People have fled.” The army did not comment.") == [
        "Haddad: The camp is closed / People have fled",
    ]


def test_a_quotation_that_begins_with_that_keeps_it(says: Says) -> None:
    assert says("“That is a lie,” Haddad said.") == ["Haddad: That is a lie"]


def test_a_participle_is_the_subjects_word_though_an_object_stands_right_before_it(says: Says) -> None:
    assert says("The mayor condemned the raid, saying those behind it would be found.")[-1] == "The mayor: those behind it would be found"
    assert says("The mayor condemned the raid saying those behind it would be found.")[-1] == "The mayor: those behind it would be found"


def test_words_for_a_time_before_the_content_are_part_of_it(says: Says) -> None:
    (told,) = says("They estimated by 2050, some four million people would have left the delta.")
    assert told == "They: by 2050, some four million people would have left the delta"


def test_what_is_refused_ends_where_another_acts(says: Says) -> None:
    assert says("The militia refused to give up the mill, and the marines are besieging the port.") == ["The militia: to give up the mill"]


def test_who_admits_is_not_the_subject_of_the_clause_before(says: Says) -> None:
    assert says("The thief, Jan Kopal, is still free and guards admit that they lost his trail.") == ["guards: they lost his trail"]


@pytest.mark.parametrize("text", [
    "The president met her aides to assess the situation.", "He would leave in exchange for guarantees that the town would be spared.",
    "The rebels demanded assurances that the road would stay open.",
])  # fmt: skip
def test_what_is_weighed_or_wanted_has_not_been_said(says: Says, text: str) -> None:
    assert not any("situation" in told or told.endswith((": the town would be spared", ": the road would stay open")) for told in says(text))


def test_who_is_accused_says_nothing(says: Says) -> None:
    assert says("Karim Sinjar, who is accused of planning the raid, is on the list.") == []


def test_who_is_quoted_is_named_also_without_an_article(says: Says) -> None:
    assert says("The Argus quoted army spokesman Omar Haddad as saying it was over.") == ["army spokesman Omar Haddad: it was over"]


def test_two_who_say_it_both_say_it_though_a_comma_is_lost(says: Says) -> None:
    text = "Rebel shelling of the port of Zelin killed nine dockers on Sunday a Paris-based monitor and a hospital source said."
    both = "a Paris-based monitor and a hospital source: Rebel shelling of the port of Zelin killed nine dockers on Sunday"
    assert says(text) == [both, both]


def test_the_speaker_is_found_whose_office_stands_before_his_name(says):
    told = says("A jet hit the school in Kesh on Monday and killed nine people who slept there, the head of the town's clinic, Ada Weir, said.")

    assert told == ["the head of the town's clinic, Ada Weir: A jet hit the school in Kesh on Monday and killed nine people who slept there"]


@pytest.mark.parametrize(("text", "teller"), [
    ("Rebels killed nine people who had gone there to buy bread, the mayor of the town, Karim Saleh, said.", "Karim Saleh"),
    ("Gunmen attacked a convoy that was carrying wheat, the head of the local clinic, Paul Ondo, told Reuters.", "Paul Ondo"),
    ("Nine people died in the raid, the head of the clinic, Jan Vos, said.", "Jan Vos"),
    ("Soldiers killed a trader in Zelin, a suburb of Orm, Karim Saleh said.", "Karim Saleh"),
    ("“It was not the wish of those who live in Zelin,” Karim Saleh, a trader in the town, said.", "Karim Saleh"),
])  # fmt: skip
def test_who_closes_a_sentence_tells_it_and_suffers_nothing(reader: Reader, text: str, teller: str) -> None:
    reading = reader.read(Report(id="0" * 64, text=text))
    names = {party.id: party.name for party in reading.parties}
    assert [names[s.speaker or ""] for s in reading.statements] == [teller]
    assert teller not in {names[one] for event in reading.events for one in event.recipients}


def test_a_quotation_behind_which_another_is_named_is_not_the_last_speakers(says: Says) -> None:
    text = (
        "Rebels said a jet of the army had struck the market. The army did not comment.\n\n"
        "“We have received 17 bodies and 38 wounded, and people are still digging,” Jean-Claude Safari, the head nurse at the Iriba health center, "
        "told Lakes Press Agency by telephone."
    )
    assert [one for one in says(text) if "17 bodies" in one and "ebels" in one.partition(":")[0]] == []


@pytest.mark.parametrize(("text", "told"), FORMS)
def test_an_attribution_is_read_in_whatever_form_it_stands(says: Says, text: str, told: str) -> None:
    assert says(text) == ([told] if told else [])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Syrian Democratic Forces hold the gate. Nobody was hurt, the SDF press centre said.", "Syrian Democratic Forces"),
        ("The Orvik Council met on Monday. Six barns burned, the council said.", "Orvik Council"),
        ("Hezbollah's radio said that the road was shut.", "Hezbollah"),
        ("The United Nations humanitarian office, OCHA, called for a pause.", "United Nations humanitarian office"),
    ],
)
def test_what_speaks_for_a_body_or_is_short_for_it_is_its_word(reader: Reader, a_report: Callable[..., Report], text: str, name: str) -> None:
    reading = reader.read(a_report(text))
    assert [party.name for party in reading.parties if party.id == reading.statements[-1].speaker] == [name]
