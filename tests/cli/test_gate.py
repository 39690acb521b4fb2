"""`sayso read --gate`: what is not about armed conflict is not read, and not lost."""

import json
from pathlib import Path

from click.testing import CliRunner

from sayso.cli import cli

WAR = "The army said it shelled Odun on Monday, killing two people."
PEACE = "The central bank kept its rates unchanged on Tuesday, as economists had expected."


def test_what_is_passed_over_is_kept_with_the_reason_and_can_be_read(tmp_path: Path) -> None:
    given, kept = tmp_path / "in.jsonl", tmp_path / "kept.jsonl"
    given.write_text("".join(json.dumps({"text": text, "outlet": "Our Paper"}) + "\n" for text in (WAR, PEACE)), encoding="utf-8")

    gated = CliRunner().invoke(cli, ["read", "--json", "--gate", str(kept), str(given)])
    everything = CliRunner().invoke(cli, ["read", "--json", str(given)])
    later = CliRunner().invoke(cli, ["read", "--json", str(kept)])

    assert gated.exit_code == 0, gated.output
    assert "1 reports are not about armed conflict" in gated.stderr
    (row,) = [json.loads(line) for line in kept.read_text(encoding="utf-8").splitlines()]
    assert row["text"] == PEACE
    assert row["reason"].startswith("not about armed conflict")
    assert sorted(gated.stdout.splitlines() + later.stdout.splitlines()) == sorted(everything.stdout.splitlines())


def test_a_file_that_cannot_be_written_is_named_before_anything_is_read(tmp_path: Path) -> None:
    done = CliRunner().invoke(cli, ["read", "--json", "--gate", str(tmp_path / "missing" / "kept.jsonl"), str(tmp_path)])

    assert done.exit_code == 2
    assert "cannot be written" in done.stderr


def test_a_file_in_the_folder_that_is_read_is_not_read_itself_and_takes_each_report_once(tmp_path: Path) -> None:
    kept = tmp_path / "kept.jsonl"
    (tmp_path / "peace.txt").write_text(PEACE, encoding="utf-8")
    for _ in range(2):
        done = CliRunner().invoke(cli, ["read", "--json", "--gate", str(kept), str(tmp_path)])
        assert (done.exit_code, done.stdout) == (0, "")
    assert len(kept.read_text(encoding="utf-8").splitlines()) == 1
    assert kept.stat().st_mode & 0o077 == 0


def test_the_file_cannot_be_an_input_as_well(tmp_path: Path) -> None:
    kept = tmp_path / "kept.jsonl"
    kept.write_text(json.dumps({"text": PEACE}) + "\n", encoding="utf-8")
    done = CliRunner().invoke(cli, ["read", "--json", "--gate", str(kept), str(kept)])
    assert done.exit_code == 2
    assert "name another file" in done.stderr


def test_what_is_not_in_english_is_not_judged_by_english_words(tmp_path: Path) -> None:
    given = tmp_path / "ru.txt"
    given.write_text("Город обстреляли из артиллерии в понедельник, погибли двадцать человек, сообщили жители. " * 3, encoding="utf-8")
    kept = tmp_path / "kept.jsonl"
    CliRunner().invoke(cli, ["read", "--json", "--any-language", "--gate", str(kept), str(given)])
    assert kept.read_text(encoding="utf-8") == ""
