"""Commands that cannot do what was asked say so in a sentence, at once, and leave nothing behind."""

import json
import time


def test_no_casefile_is_made_where_there_is_nothing_to_put_in(sayso, tmp_path):
    done = sayso("read", "missing.txt", "--into", "c")

    assert done.returncode == 1
    assert "missing.txt: does not exist" in done.stderr
    assert "the casefile c was not made" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_folder_for_a_casefile_is_named_before_anything_is_loaded(sayso, tmp_path):
    (tmp_path / "one.txt").write_text("Rebels attacked the mill of Qasr on Friday, the council said.")
    started = time.monotonic()

    done = sayso("read", "one.txt", "--into", "no/such/folder/c", "--model", "no_such_model")

    assert done.returncode == 1
    assert "there is no folder no/such/folder" in done.stderr
    assert "no_such_model" not in done.stderr  # the model was not looked for yet
    assert time.monotonic() - started < 60
    assert "is a folder, not a casefile" in sayso("read", "one.txt", "--into", ".").stderr


def test_questions_about_a_casefile_that_make_no_sense(sayso, tmp_path):
    (tmp_path / "posts.json").write_text(json.dumps([
        {"id_str": "1", "created_at": "Mon Jan 28 10:15:00 +0000 2019", "user": {"screen_name": "zorvan", "name": "Karim Zorvan"},
         "full_text": "We rejected the offer of the Darwan council on Monday. Our fighters left the village."},
    ]))  # fmt: skip
    assert sayso("read", "posts.json", "--into", "c").returncode == 0
    report = json.loads(sayso("search", "c", "offer", "--json").stdout)["report"][:8]

    for arguments, status, said in (
        (("diff", "c", "--from", "2019-02-01", "--to", "2019-01-01"), 2, "is later than --to"),
        (("timeline", "c", "--from", "2019-02-01", "--to", "2019-01-01"), 2, "is later than --to"),
        (("search", "c", "--type", "nonsense"), 1, "“nonsense” is no type"),
        (("correct", "c", report, "P1", "--split", " "), 2, "--split and --merge name what they part or join"),
        (("correct", "c", report, "E1", "--split", "offer"), 1, "no party or place"),
    ):
        done = sayso(*arguments)
        assert (done.returncode, said in done.stderr) == (status, True), done.stderr

    assert "reject" in sayso("timeline", "c").stdout
    assert "reject" not in sayso("timeline", "c", "--origins", "2").stdout


def test_a_day_of_publication_that_is_none_or_still_to_come_is_named_with_its_line(sayso, tmp_path):
    lines = [{"text": f"Rebels attacked the mill of {name} on Friday, the council said.", "published": day} for name, day in (
        ("Qasr", "2015-13-45"), ("Tasr", "2015-02-30"), ("Masr", "2999-01-01"), ("Basr", "2015-02-27"), ("Nasr", ""),
    )]  # fmt: skip
    (tmp_path / "all.jsonl").write_text("\n".join(map(json.dumps, lines)))
    (tmp_path / "all.csv").write_text("text,published\n" + "".join(f"{one['text'].replace(',', ';')},{one['published']}\n" for one in lines[:2]))

    for name, first in (("all.jsonl", 1), ("all.csv", 2)):
        done = sayso("read", name, "--into", "c")
        assert done.returncode == 0
        for number, day in ((first, "2015-13-45"), (first + 1, "2015-02-30")):
            assert f"{name}:{number}: “{day}” is no day of the calendar, written as 2019-01-28" in done.stderr
        assert (":3: its day of publication, 2999-01-01, is still to come" in done.stderr) == (name == "all.jsonl")
        assert (":4:" in done.stderr or ":5:" in done.stderr) is False
    assert "'2015-02-30', is no day of the calendar" in sayso("read", "all.csv", "--published", "2015-02-30").stderr
