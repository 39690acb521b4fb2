"""`sayso show --source` by a name that several sources go by; and what is shown of ground without a day and of a doer who denies."""

REPORTS = (
    ("Sahel Star", "2031-03-04",
     "Mali's rebels hold the town of Kidal. Eleven militants were killed in an air strike near Gao in Mali on Sunday, Mali's defence ministry said."),
    ("River Star", "2031-03-05", "Chad's defence ministry said three soldiers were killed in a clash near Bol in Chad on Monday."),
    ("Lake Star", "2031-03-06", "Chad's army denied that it had shelled the market of Bol in Chad on Tuesday."),
)  # fmt: skip


def test_a_name_that_two_sources_go_by_names_them_both(ask):
    asked = ask("show", "--source", "defence ministry")

    assert asked.exit_code == 1
    said = " ".join(asked.output.split())
    assert "2 sources may be called 'defence ministry'" in said
    assert "Malian defence ministry (ml-mod)" in said
    assert "Chadian defence ministry (td-mod)" in said
    assert "three soldiers" in ask("show", "--source", "Chadian defence ministry").output


def test_ground_without_a_day_is_as_of_its_report(ask):
    assert "as of 2031-03-04" in ask("situation").output


def test_who_denies_a_deed_is_never_shown_as_its_doer_alone(ask):
    lines = [line for line in ask("situation").output.splitlines() if "→" in line and "ASSAULT" in line and "Chadian army" in line]

    assert lines
    assert all("Chadian army (denies it)" in line for line in lines)
