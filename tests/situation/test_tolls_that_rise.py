"""A toll that has risen is of the deed that was told before, and no contradiction of the lower one. Invented reports, read and merged."""

import pytest

from sayso.intake.anatomy import from_row


@pytest.mark.parametrize(
    ("first", "update"),
    [
        ("A bomb exploded at a livestock market in Baidoa in Somalia on Tuesday, killing nine people, the police said.",
         "The number of people killed in a bombing in Baidoa has risen to 17, the health ministry of Somalia said."),
        ("A bombing at a church in Jos in Nigeria killed 22 people on Tuesday, police said.",
         "The death toll in the bombing of a church in the Nigerian city of Jos has reached 40, officials said on Thursday."),
        ("A suicide bomber killed 20 people at a mosque in Peshawar in Pakistan on Tuesday, police said.",
         "A suicide attack on a mosque in Peshawar has now killed 32 people, a hospital in the Pakistani city said on Thursday, up from 20 a day "
         "earlier."),
        ("An air strike on the village of Rasm in Syria's Homs province killed 11 people on Tuesday, the Civil Defence said.",
         "The death toll of an air strike on the village of Rasm near Homs in Syria climbed to 23 on Thursday as rescuers pulled more bodies from "
         "the rubble, the Civil Defence said."),
    ],
)  # fmt: skip
def test_a_toll_that_has_risen_joins_the_deed(merged, first, update):
    situation = merged(("Harbour Post", "2031-03-04", first), ("Delta Wire", "2031-03-06", update))

    (incident,) = [one for one in situation.incidents if one.type == "ASSAULT"]
    assert len({claim.report for claim in incident.claims}) == 2
    assert incident.when.earliest == "2031-03-04"
    assert situation.disputes == ()


def test_a_toll_below_the_one_told_before_is_another_deeds(merged):
    situation = merged(
        ("Harbour Post", "2031-03-04", "A bombing at a mosque in Jos in Nigeria killed 22 people on Tuesday, police said."),
        ("Delta Wire", "2031-03-07", "The death toll in a bombing of a church near Jos in Nigeria has risen to four, officials said."),
    )  # fmt: skip

    assert len([one for one in situation.incidents if one.type == "ASSAULT"]) == 2


def test_the_day_on_which_a_toll_rose_is_not_the_deeds(reader):
    text = "The death toll of an air strike on the village of Rasm near Homs in Syria climbed to 23 on Thursday, the Civil Defence said."

    (strike,) = [one for one in reader.read(from_row({"text": text, "published": "2031-03-06"})).events if one.type == "ASSAULT"]

    assert strike.when is None


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("2031-10-03", "A bombing at a school in Jos in Nigeria killed 39 people on Friday, the police said."),
         ("2031-10-03", "Early in October 2031 a bombing at a school in Jos in Nigeria killed 52 people.")),  # looks back, whatever its date says
        (("2031-03-04", "A bombing at a school in Jos in Nigeria killed 22 people on Tuesday."),
         ("2031-03-06", "A bombing at a school in Jos in Nigeria killed 40 people on Tuesday, the police said on Tuesday.")),
        (("2031-03-04", "At least nine pupils were killed and 20 wounded in a bombing at a school in Jos in Nigeria on Tuesday, the police said."),
         ("2031-03-04", "A bombing at a school in Jos in Nigeria wounded 22 people on Tuesday, the Red Cross said.")),
    ],
)  # fmt: skip
def test_a_count_of_another_hour_or_a_least_one_contradicts_nothing(merged, first, second):
    situation = merged(("Harbour Post", *first), ("Delta Wire", *second))

    assert [one.kind for one in situation.disputes] == []


def test_two_counts_of_one_day_are_a_dispute(merged):
    situation = merged(
        ("Harbour Post", "2031-03-04", "A bombing at a school in Jos in Nigeria killed 22 people on Tuesday, the police said."),
        ("Delta Wire", "2031-03-04", "A bombing at a school in Jos in Nigeria killed 40 people on Tuesday, the Red Cross said."),
    )

    assert [one.kind for one in situation.disputes] == ["figures"]
