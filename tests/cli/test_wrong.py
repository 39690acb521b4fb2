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
