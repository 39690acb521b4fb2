"""What a person asks of a situation is answered in full, or it is said what was left out."""

REPORTS = (
    ("Harbour Post", "2031-04-07",
     "The Marsh Liberation Army shelled Kesh on Sunday, MLA spokesman Pol Arden said. "
     "Two men were shot in Dresk on Sunday, residents said."),
    ("Delta Wire", "2031-04-09",
     "Jets bombed the village of Olm on Tuesday and killed four civilians, the Harbour Post reported. The MLA's spokesman Pol Arden denied it."),
)  # fmt: skip


def test_before_any_report_it_is_the_reports_that_are_missing(ask):
    said = " ".join(ask("situation", "--as-of", "1999-01-01").output.split())

    assert "no report of this case is dated 1999-01-01 or before" in said
    assert "no event" not in said


def test_a_word_that_is_no_day_is_answered_with_the_form_of_one(ask):
    for command in ("situation", "timeline"):
        for day in ("yesterday", "2031-02-30"):
            assert f"{day!r} is no day of the calendar, written as 2019-01-28" in ask(command, "--as-of", day).output


def test_a_source_goes_by_its_other_names_and_speaks_through_its_spokesman(ask):
    by_alias, by_name = (ask("show", "--source", name).output for name in ("MLA", "Marsh Liberation Army"))

    assert by_alias == by_name
    assert "POL ARDEN, FOR MARSH LIBERATION ARMY" in by_alias


def test_who_asks_for_a_source_that_is_not_there_is_told_which_are(ask):
    assert "there is no source 'Pol' in this situation; called so in part: Pol Arden" in ask("show", "--source", "Pol").output

    said = ask("show", "--source", "nobody").output
    assert "there is no source 'nobody' in this situation; those who say most: Pol Arden, " in said


def test_a_timeline_says_what_it_leaves_out(ask):
    shown, every = ask("timeline").output, ask("timeline", "--origins", "0").output

    assert "on unnamed sources only is not shown: --origins 0 lists it" in shown
    assert ("Dresk" in shown, "Dresk" in every) == (False, True)
    assert "not shown" not in every


def test_all_of_a_situation_is_shown_where_it_is_asked_for(ask, monkeypatch):
    monkeypatch.setattr("sayso.cli.view_situation.MOST", 1)

    assert "more: --all prints them" in ask("situation").output
    assert "more: --all" not in ask("situation", "--all").output


def test_an_outlet_that_a_later_report_speaks_of_has_not_changed(ask):
    changed = ask("diff", "--from", "2031-04-07").output

    assert "1 new report\n" in changed
    assert "voice:" not in changed
    assert "new  " in changed
