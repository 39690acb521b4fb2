"""What talks are about: two subjects of the same sides are two talks, and one subject told with another name of a side is one."""

import pytest

from sayso.situation import situate

GUARD, ARMY = "Valley Guard", "Lowland Army"


@pytest.fixture
def told(draft):
    def make(text, kind, word, on, by=GUARD, to=ARMY):
        report = draft(text, published=on, outlet="Courier")
        report.move(word, kind, by=(by,) if by else (), to=(to,) if to else ())
        return report.reading()

    return make


def talks(readings):
    return sorted(([move.kind for move in thread.moves], [state.value for state in thread.status]) for thread in situate(readings).threads)


def test_a_truce_and_the_captives_of_the_same_sides_are_two_talks(told):
    assert talks([
        told("The Valley Guard offered a truce to the Lowland Army.", "offer", "offered a truce", "2030-05-02"),
        told("The Valley Guard demanded the release of its prisoners.", "demand", "demanded the release of its prisoners", "2030-05-03"),
        told("The Lowland Army agreed to the truce.", "accept", "agreed to the truce", "2030-05-04", by=ARMY, to=GUARD),
        told("The Lowland Army refused to swap prisoners.", "reject", "refused to swap prisoners", "2030-05-05", by=ARMY, to=GUARD),
    ]) == [(["demand", "reject"], ["refused"]), (["offer", "accept"], ["agreed"])]  # fmt: skip


def test_a_pause_for_aid_is_about_the_truce(told):
    assert talks([
        told("The Valley Guard offered a truce to the Lowland Army.", "offer", "offered a truce", "2030-05-02"),
        told("The Lowland Army refused a humanitarian pause.", "reject", "refused a humanitarian pause", "2030-05-03", by=ARMY, to=GUARD),
    ]) == [(["offer", "reject"], ["refused"])]  # fmt: skip


def test_what_leaves_its_subject_open_is_about_what_was_spoken_of_last(told):
    assert talks([
        told("The Valley Guard offered a truce to the Lowland Army.", "offer", "offered a truce", "2030-05-02"),
        told("The Lowland Army said no.", "reject", "said no", "2030-05-03", by=ARMY, to=GUARD),
    ]) == [(["offer", "reject"], ["refused"])]  # fmt: skip


def test_words_in_common_join_talks_of_which_one_report_calls_a_side_by_another_name(told):
    asked = told(
        "The Valley Guard asked the Lowland Army to free the surveyors.", "demand", "asked the Lowland Army to free the surveyors", "2030-05-02"
    )
    turned_down = told(
        "The Relief League refused to free the surveyors whom the Valley Guard wants.", "reject", "refused to free the surveyors", "2030-05-04",
        by="Relief League", to=GUARD,
    )  # fmt: skip
    assert talks([asked, turned_down]) == [(["demand", "reject"], ["refused"])]


def test_other_words_join_nothing(told):
    asked = told(
        "The Valley Guard asked the Lowland Army to free the surveyors.", "demand", "asked the Lowland Army to free the surveyors", "2030-05-02"
    )
    other = told("The Relief League refused to sell the mill to the Valley Guard.", "reject", "refused to sell the mill", "2030-05-04",
                 by="Relief League", to=GUARD)  # fmt: skip
    assert len(talks([asked, other])) == 2


def test_months_later_the_same_words_are_other_talks(told):
    first = told("The Valley Guard offered a truce to the Lowland Army.", "offer", "offered a truce", "2030-01-02")
    second = told("The Lowland Army refused the truce.", "reject", "refused the truce", "2030-05-03", by=ARMY, to=GUARD)
    assert talks([first, second]) == [(["offer"], ["open"]), (["reject"], ["refused"])]


def test_a_truce_with_one_armed_group_is_none_with_another(told):
    assert talks([
        told("The Valley Guard signed a truce with the Lowland Army at the mill.", "agree", "signed a truce", "2030-05-02"),
        told("The Valley Guard signed no truce with the Relief League at the ford.", "reject", "signed no truce", "2030-05-04", to="Relief League"),
    ]) == [(["agree"], ["agreed"]), (["reject"], ["refused"])]  # fmt: skip


def test_a_side_without_a_name_may_be_the_one_that_is_named(told):
    assert talks([
        told("The Valley Guard offered the Lowland Army a truce.", "offer", "offered the Lowland Army a truce", "2030-05-02"),
        told("The rebels turned the truce down, the Valley Guard said.", "reject", "turned the truce down", "2030-05-04", by="rebels", to=GUARD),
    ]) == [(["offer", "reject"], ["refused"])]  # fmt: skip


def test_two_that_are_named_do_not_speak_of_what_two_others_without_a_name_do(told):
    ours = "demanded that fighters move the howitzers off the muddy reservoir"
    theirs = "demanded that the Relief League pull its howitzers off the muddy reservoir"
    assert len(talks([
        told(f"The army {ours}.", "demand", ours, "2030-05-02", by="army", to="fighters"),
        told(f"Lowland {theirs}.", "demand", theirs, "2030-05-03", by="Lowland", to="Relief League"),
    ])) == 2  # fmt: skip


@pytest.mark.parametrize("words", ["agreed to pull the howitzers back from the ridge", "agreed to swap prisoners at the ford"])
def test_two_groups_that_the_lexicon_knows_are_never_one(told, words):
    first = told(f"The Valley Guard {words} with the Lowland Army.", "agree", words, "2030-05-02")
    second = told(f"The Valley Guard {words} with the Relief League.", "agree", words, "2030-05-04", to="Relief League")
    assert len(talks([known(first), known(second)])) == 2


def known(reading):
    """The reading where the lexicon has all its parties."""
    return reading.model_copy(update={"parties": tuple(one.model_copy(update={"entry": one.name.lower()}) for one in reading.parties)})
