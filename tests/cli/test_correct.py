"""`sayso correct` and `sayso corrections`, as a person at the terminal uses them."""

from sayso.model.reading import Reading

REPORT = "QASR (Valley Courier) - Rebels attacked the mill of Qasr on Friday, the council said. Nobody was hurt, residents said.\n"


def _stored(sayso, tmp_path):
    (tmp_path / "one.txt").write_text(REPORT)
    assert sayso("read", "one.txt", "--into", "c").returncode == 0
    assert sayso("export", "c", "--format", "jsonl", "--out", "c.jsonl").returncode == 0
    reading = Reading.model_validate_json((tmp_path / "c.jsonl").read_text())
    return reading.report.id[:8], reading.events[0].id


def test_a_fact_is_corrected_contested_listed_and_undone(sayso, tmp_path):
    report, event = _stored(sayso, tmp_path)

    done = sayso("correct", "c", report, event, "--set", "status=denied", "--why", "they deny it", "--who", "ann")
    assert done.returncode == 0, done.stderr
    assert "status = denied, by ann" in done.stdout

    refused = sayso("correct", "c", report, event, "--confirm", "--who", "bob")
    assert refused.returncode == 1
    assert "ann has decided otherwise" in refused.stderr
    listed = sayso("corrections", "c", report).stdout
    assert "they deny it" in listed
    number = listed.split()[0]
    assert sayso("correct", "c", report, event, "--confirm", "--who", "bob", "--over", number).returncode == 0

    assert sayso("correct", "c", "--undo", number).returncode == 0
    assert "[undone]" in sayso("corrections", "c").stdout
    assert sayso("verify", "c").returncode == 0


def test_what_a_reader_missed_is_added_by_its_words(sayso, tmp_path):
    report, _ = _stored(sayso, tmp_path)

    done = sayso("correct", "c", report, "--add", "events", "--words", "residents said", "--set", "type=PROTEST", "--set", "hedged=yes")
    assert done.returncode == 0, done.stderr
    assert "PROTEST" in sayso("show", "c", report).stdout

    twice = sayso("correct", "c", report, "--add", "events", "--words", "said", "--set", "type=ACCUSE")
    assert "2 times: at " in twice.stderr


def test_one_thing_at_a_time_and_in_words_that_are_known(sayso, tmp_path):
    report, event = _stored(sayso, tmp_path)

    for arguments, said in (
        ((report, event), "say one thing"),
        ((report, event, "--confirm", "--reject"), "say one thing"),
        ((report, "--confirm"), "name the report"),
        ((report, event, "--set", "status"), "not of the form FIELD=VALUE"),
        ((report, "--add", "gossip", "--words", "mill"), "is no layer"),
    ):
        done = sayso("correct", "c", *arguments)
        assert done.returncode == 2
        assert said in done.stderr


def test_corrections_travel_as_a_table(sayso, tmp_path):
    report, event = _stored(sayso, tmp_path)
    sayso("correct", "c", report, event, "--reject", "--who", "ann")
    assert sayso("corrections", "c", "--export", "out.csv").returncode == 0
    sayso("read", "one.txt", "--into", "d")
    sayso("correct", "d", report, event, "--confirm", "--who", "bob")

    taken = sayso("corrections", "d", "--import", "out.csv")

    assert taken.returncode == 1
    assert "bob has decided otherwise" in taken.stderr
    assert "1 refused" in taken.stderr
    assert sayso("corrections", "c", "--export", "out.doc").returncode == 2


def test_parties_and_places_are_given_by_name_too_and_a_merge_says_which_name_stays(sayso, tmp_path):
    report, event = _stored(sayso, tmp_path)
    reading = Reading.model_validate_json((tmp_path / "c.jsonl").read_text())
    rebels = next(one.id for one in reading.parties if one.name == "Rebels")
    council = next(one.id for one in reading.parties if one.name == "council")

    done = sayso("correct", "c", report, event, "--set", "recipients=the rebels,Rebels", "--set", "place=qasr")
    assert done.returncode == 1  # nobody is called so
    done = sayso("correct", "c", report, event, "--set", "recipients=rebels", "--set", "place=qasr")
    assert done.returncode == 0, done.stderr

    joined = sayso("correct", "c", report, council, "--merge", rebels)
    assert joined.returncode == 0, joined.stderr
    assert "is called council" in joined.stdout

    sayso("correct", "c", report, event, "--set", "status=denied", "--who", "ann")
    assert "--over " in sayso("correct", "c", report, event, "--confirm", "--who", "bob").stderr


def test_an_office_is_given_by_its_title_and_whose_it_is(sayso, tmp_path):
    report, _ = _stored(sayso, tmp_path)
    reading = Reading.model_validate_json((tmp_path / "c.jsonl").read_text())
    rebels, council = (next(one.id for one in reading.parties if one.name == name) for name in ("Rebels", "council"))

    for wrong in (rebels, f"chief of {rebels}9"):
        done = sayso("correct", "c", report, council, "--set", f"roles={wrong}")
        assert (done.returncode, "a role is written TITLE of PARTY" in done.stderr) == (2, True), done.stderr
    unsound = sayso("correct", "c", report, council, "--set", 'roles=["chief"]')
    assert (unsound.returncode, "the reading is not sound: parties." in unsound.stderr) == (1, True), unsound.stderr

    assert sayso("correct", "c", report, council, "--set", "roles=chief negotiator of rebels, mayor").returncode == 0
    sayso("export", "c", "--format", "jsonl", "--out", "d.jsonl")
    held = next(one.roles for one in Reading.model_validate_json((tmp_path / "d.jsonl").read_text()).parties if one.id == council)
    assert [(one.title, one.of) for one in held] == [("chief negotiator", rebels), ("mayor", None)]


def test_what_is_not_in_the_other_report_is_joined_to_nothing(sayso, tmp_path):
    report, event = _stored(sayso, tmp_path)
    (tmp_path / "two.txt").write_text("TASR (Hill Post) - Rebels attacked the mill of Qasr on Friday, a farmer said.\n")
    assert sayso("read", "two.txt", "--into", "c").returncode == 0
    other = next(line.split()[0] for line in sayso("show", "c").stdout.splitlines() if "Hill Post" in line)

    for fact, wrong, why in ((event, "E99", "has no fact E99"), ("P1", "P99", "has no fact P99"), (event, "P1", "is one of its parties")):
        for action in ("--merge", "--split"):
            done = sayso("correct", "c", report, fact, action, f"{other}:{wrong}")
            assert (done.returncode, why in done.stderr) == (1, True), done.stderr
    assert sayso("corrections", "c").stdout == ""
    assert sayso("correct", "c", report, event, "--merge", f"{other}:{event}").returncode == 0


def test_who_sets_what_is_so_already_is_told(sayso, tmp_path):
    report, event = _stored(sayso, tmp_path)

    assert "status = happened, as the report had it already" in sayso("correct", "c", report, event, "--set", "status=happened").stdout
    assert "already" not in sayso("correct", "c", report, event, "--set", "status=denied").stdout
