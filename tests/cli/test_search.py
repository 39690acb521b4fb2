"""`sayso search` at the terminal."""

import json


def test_reports_are_found_by_words_and_filters(sayso, tmp_path):
    (tmp_path / "one.txt").write_text("QASR (Valley Courier) - Rebels attacked the mill of Qasr on Friday, the council said. Nobody was hurt.\n")
    assert sayso("read", "one.txt", "--published", "2030-01-05", "--into", "c").returncode == 0

    assert "attacked the mill" in sayso("search", "c", "attacking", "mills").stdout
    assert "No report matches" in sayso("search", "c", "mill", "--without", "the council").stderr
    line = json.loads(sayso("search", "c", '"the mill"', "--since", "2030-01-05", "--json").stdout)
    assert "[the mill]" in line["snippet"].replace("] [", " ")
    assert "No report matches" in sayso("search", "c", "mill", "--until", "2030-01-04").stderr


def test_a_server_that_cannot_be_reached_and_an_address_that_cannot_be_read_are_named_without_the_password(sayso):
    for address in ("postgresql://ann:secret@127.0.0.1:1/case", "postgresql://ann:secret@[oops/case"):
        done = sayso("search", address, "mill")
        assert done.returncode == 1
        assert "secret" not in done.stderr
        assert "Traceback" not in done.stderr
