"""Ground that one side says it has taken while the other says that it is still fought over. Invented reports, read and merged."""

import pytest

TAKEN = ("Herald", "2031-05-08", "The Lake Front said it had captured the town of Iriba in Chad on Thursday after a day of fighting.")


@pytest.mark.parametrize(
    ("day", "text", "disputed"),
    [
        ("2031-05-09", "Fighting was still going on in Iriba in Chad on Friday, the army said.", True),
        ("2031-05-09", "Battles for Iriba in Chad continued on Friday, the army said.", True),
        ("2031-05-09", "Fighting was still going on in Iriba in Chad on Friday, traders said.", False),
        ("2031-05-09", "Fighting was still going on in Iriba in Chad on Friday, the Lake Front said.", False),
        ("2031-05-19", "Fighting was still going on in Iriba in Chad on Monday, the army said.", False),
        ("2031-05-09", "Fighting was still going on in Faya in Chad on Friday, the army said.", False),
        ("2031-05-09", "Fighting in Iriba in Chad was over on Friday, the army said.", False),
    ],
)
def test_who_took_a_place_and_who_says_it_is_still_fought_over_contradict_each_other(merged, day, text, disputed):
    situation = merged(TAKEN, ("Courier", day, text))

    assert ([one.kind for one in situation.disputes] == ["status"]) == disputed


def test_two_reports_of_one_side_on_one_day_are_one_side_of_the_dispute(merged):
    situation = merged(
        TAKEN,
        ("Post", "2031-05-08", "The town of Iriba in Chad was captured on Thursday, the Lake Front said, and its mill burned down to the last beam."),
        ("Courier", "2031-05-09", "Fighting was still going on in Iriba in Chad on Friday, the army said."),
        ("Star", "2031-05-09", "Battles for Iriba in Chad continued on Friday, the army said, and nobody knew who had the hill."),
    )

    (dispute,) = situation.disputes
    assert [len(side.claims) for side in dispute.sides] == [2, 2]
