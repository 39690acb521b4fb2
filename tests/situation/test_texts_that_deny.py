"""A side's own text that tells of a deed of its own only because others say so, and calls that untrue. Invented texts, read and merged."""

import pytest

ARMY = "Rwanda Defence Force"
CLAIM = ("Lake Wire", "2022-06-14", "Soldiers of the Rwandan army shelled the market of Kibumba on Monday and killed nine people, a doctor said.")
REPORTED = "Some media have written that soldiers of the Rwandan army shelled the market of Kibumba on Monday. "


def stands(situation, report):
    """How the claims of a text stand."""
    return {claim.stand for one in situation.incidents if one.type == "ASSAULT" for claim in one.claims if claim.report == report}


@pytest.fixture
def own(merged):
    """How an army's own text stands to what it tells, and the kinds of what is disputed beside a report that asserts it."""
    def read(text, outlet=ARMY):
        situation = merged(CLAIM, (outlet, "2022-06-15", text))
        return stands(situation, situation.reports[1]), [one.kind for one in situation.disputes]

    return read


@pytest.mark.parametrize("untrue", [
    "These reports are false.",
    "This is a lie.",
    "It never happened.",
    "We reject these accusations.",
    "No weapon was fired from our base that night.",
    "Our guns were silent all day.",
])  # fmt: skip
def test_it_denies_what_others_say_of_it(own, untrue):
    assert own(REPORTED + untrue) == ({"denies"}, ["denied"])


@pytest.mark.parametrize("text", [
    "Soldiers of the Rwandan army shelled the market of Kibumba on Monday. Reports that they fled are false.",
    "We have said that soldiers of the Rwandan army shelled the market of Kibumba on Monday. Reports that they fled are false.",
    REPORTED + "The market is a base of the M23.",
    REPORTED + "Reports that they fled are false.",
    REPORTED + "We regret the deaths.",
    REPORTED + "That is true.",
    REPORTED + "We reject the presence of the M23 there.",
    REPORTED + "We deny all M23 fighters entry to the town.",
    REPORTED + "We reject any suggestion that women were there.",
    "The Rwandan army said its soldiers had shelled the market of Kibumba on Monday. It rejects these claims.",
])  # fmt: skip
def test_what_it_does_not_call_untrue_it_does_not_deny(own, text):
    assert "denies" not in own(text)[0]


def test_a_papers_next_sentence_denies_nothing(own):
    assert own(REPORTED + "These reports are false.", outlet="Hill Post") == ({"asserts"}, [])


@pytest.mark.parametrize("denial", ["No shell hit the market on Monday.", "Our soldiers did not shell Kibumba on Monday."])
def test_its_own_event_may_be_the_denial(merged, denial):
    text = f"The M23 said soldiers of the Rwandan army shelled Kibumba on Monday. The weather was bad. {denial}"

    situation = merged((ARMY, "2022-06-15", text))

    (dispute,) = situation.disputes
    assert dispute.kind == "denied"
    assert sorted((claim.stand, claim.according_to) for one in situation.incidents for claim in one.claims) == [("asserts", "S1"), ("denies", None)]
