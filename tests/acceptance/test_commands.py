"""The commands as a user runs them, in an empty folder, on the sample reports and on bad input."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from sayso.model.schema import json_schema

Run = Callable[..., "subprocess.CompletedProcess[str]"]

REPORT = (
    "QASR (Example Wire) – The Northern Front rejected an offer by the Coast Brigade to leave the town of Qasr, spokesman Karim Saleh said on "
    "Monday.\n\n“We will not accept any deal,” Saleh told reporters. Shelling killed at least three civilians on Sunday, residents said.\n"
)


def readings(done: "subprocess.CompletedProcess[str]") -> list[dict[str, object]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_read_prints_one_reading_a_line_in_the_contracts_form(sayso: Run, samples: Path) -> None:
    done = sayso("read", samples, "--json")
    assert done.returncode == 0, done.stderr
    found = readings(done)
    assert len(found) == 10
    for reading in found:
        jsonschema.validate(reading, json_schema())


def test_the_text_and_its_offsets_are_the_inputs_own(sayso: Run, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    (reading,) = readings(sayso("read", "report.txt", "--json", "--published", "2024-03-12", "--outlet", "Example Wire"))
    report = reading["report"]
    assert isinstance(report, dict)
    assert report["text"] == REPORT
    assert report["published"] == "2024-03-12"
    assert report["published_basis"] == "given"


def test_nothing_but_readings_on_standard_output_and_nothing_on_standard_error(sayso: Run) -> None:
    done = sayso("read", "-", "--json", stdin=REPORT)
    assert len(readings(done)) == 1
    assert done.stderr == ""


def test_the_same_input_gives_the_same_bytes_in_any_company(sayso: Run, samples: Path) -> None:
    alone = sayso("read", samples / "05-jazira-wire.txt", "--json").stdout
    together = sayso("read", samples / "08-jazira-wire.txt", samples / "05-jazira-wire.txt", "--json").stdout
    assert together.splitlines()[1] == alone.strip()


def test_without_json_people_see_what_the_report_says(sayso: Run) -> None:
    done = sayso("read", "-", "--published", "2024-03-12", stdin=REPORT)
    assert done.returncode == 0
    assert "WHO SAYS WHAT" in done.stdout
    assert "Karim Saleh" in done.stdout
    assert "\x1b[" not in done.stdout


def test_a_report_that_says_nothing_of_war_says_so(sayso: Run) -> None:
    done = sayso("read", "-", stdin="Blue is a colour between violet and green.\n")
    assert "Nothing found" in done.stdout


def test_bad_input_is_named_and_costs_nothing_else(sayso: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.bin").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "undecodable.txt").write_bytes(REPORT.encode().replace(b"Karim", b"Kar\xff\xfeim"))
    (tmp_path / "rows.jsonl").write_text('{"text": "The army said on Monday it took Qasr."}\n{"title": "x"}\n[1]\n', encoding="utf-8")
    done = sayso("read", "good.txt", "empty.txt", "missing.txt", "binary.bin", "undecodable.txt", "rows.jsonl", "--json")
    assert done.returncode == 1
    assert len(readings(done)) == 2
    for name in ("empty.txt", "missing.txt", "binary.bin", "undecodable.txt", "rows.jsonl"):
        assert name in done.stderr
    assert "2" in next(line for line in done.stderr.splitlines() if "rows.jsonl" in line)
    assert len(done.stderr.splitlines()) == 6


def test_undecodable_bytes_are_read_with_replacement_only_when_told(sayso: Run, tmp_path: Path) -> None:
    (tmp_path / "undecodable.txt").write_bytes(REPORT.encode().replace(b"Karim", b"Kar\xff\xfeim"))
    done = sayso("read", "undecodable.txt", "--json", "--replace-undecodable")
    assert done.returncode == 0
    assert "\ufffd" in done.stdout


def test_a_report_over_the_limit_is_named_with_the_limit(sayso: Run, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(REPORT * 4, encoding="utf-8")
    done = sayso("read", "long.txt", "--json", "--max-bytes", "1000")
    assert done.returncode == 1
    assert "--max-bytes" in done.stderr


def test_another_language_is_said_and_passed_over_unless_asked_for(sayso: Run, tmp_path: Path) -> None:
    french = (
        "Le porte-parole de la coalition a déclaré lundi que les combattants avaient quitté la ville pendant la nuit et que les habitants "
        "pouvaient revenir dans les jours qui viennent. Les négociations avec les chefs du groupe ont duré trois semaines, selon lui.\n"
    )
    (tmp_path / "fr.txt").write_text(french, encoding="utf-8")
    refused = sayso("read", "fr.txt", "--json")
    assert refused.returncode == 1
    assert "--any-language" in refused.stderr
    assert len(readings(sayso("read", "fr.txt", "--json", "--any-language"))) == 1


def test_wrong_usage_is_status_2(sayso: Run) -> None:
    assert sayso("read").returncode == 2
    assert sayso("read", "-", "--json", "--into", "case").returncode == 2
    assert sayso("nonsense").returncode == 2


def test_an_unknown_model_or_lexicon_is_a_sentence(sayso: Run, tmp_path: Path) -> None:
    done = sayso("read", "-", "--json", "--model", "no_such_pipeline", stdin=REPORT)
    assert done.returncode == 2
    assert "no_such_pipeline" in done.stderr
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "parties.tsv").write_text("id\tname\tkind\tcolour\nx\tX\tarmed_group\tred\n", encoding="utf-8")
    done = sayso("read", "-", "--json", "--lexicon", "mine", stdin=REPORT)
    assert done.returncode == 2
    assert "parties.tsv, line 1" in done.stderr
    assert "colour" in done.stderr


def test_a_users_lexicon_names_parties_of_its_own(sayso: Run, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "parties.tsv").write_text(
        "id\tname\tkind\taliases\tground\nx-nf\tNorthern Front\tarmed_group\tNF\tmade up for a test\n", encoding="utf-8"
    )
    (reading,) = readings(sayso("read", "-", "--json", "--lexicon", "mine", stdin=REPORT))
    parties = reading["parties"]
    assert isinstance(parties, list)
    assert any(p["entry"] == "x-nf" and p["kind"] == "armed_group" for p in parties)


def test_no_network_is_asked_for_while_reading(sayso: Run, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import socket\n"
        "def refuse(*a, **k):\n    raise AssertionError('the network was asked for')\n"
        "socket.socket.connect = refuse\nsocket.getaddrinfo = refuse\nsocket.create_connection = refuse\n",
        encoding="utf-8",
    )
    done = sayso("read", "-", "--json", stdin=REPORT, env={"PYTHONPATH": str(tmp_path)})
    assert done.returncode == 0, done.stderr
    assert len(readings(done)) == 1


def test_relate_answers_every_pair_and_names_bad_lines(sayso: Run) -> None:
    sentence = "The Northern Front attacked the Coast Brigade."
    rows = [{"id": "a", "sentence": sentence, "source": [0, 18], "target": [28, 45]}, {"id": "b", "sentence": sentence, "source": [0, 900]}]
    done = sayso("relate", "--json", stdin="\n".join(map(json.dumps, rows)))
    assert done.returncode == 1
    (answer,) = readings(done)
    assert answer["id"] == "a"
    assert answer["type"] == "ASSAULT"
    assert "line 2" in done.stderr


@pytest.fixture
def case(sayso: Run, samples: Path, tmp_path: Path) -> Path:
    done = sayso("read", samples, "--into", "pocket.sayso")
    assert done.returncode == 0, done.stderr
    assert "new" in done.stderr
    return tmp_path / "pocket.sayso"


def test_the_truce_that_one_asserts_and_the_other_denies_is_contested(sayso: Run, case: Path) -> None:
    disputes = json.loads(sayso("situation", case, "--json").stdout)["disputes"]
    said = [" ".join(side["says"] for side in one["sides"]) for one in disputes if one["kind"] == "denied"]
    assert any("two-day truce" in words and ("denies it made a deal" in words or "denied that they had agreed on a truce" in words) for words in said)


def test_a_casefile_from_reading_to_handing_over(sayso: Run, samples: Path, case: Path) -> None:
    again = sayso("read", samples, "--into", case)
    assert again.returncode == 0
    assert "known already" in again.stderr
    assert "new" not in again.stderr

    assert case.stat().st_mode & 0o077 == 0

    listed = sayso("show", case)
    assert "Jazira Wire" in listed.stdout
    one = listed.stdout.splitlines()[1].split()[0]
    shown = sayso("show", case, one)
    assert "WHO SAYS WHAT" in shown.stdout

    explained = sayso("explain", case, one, "S1")
    assert explained.returncode == 0
    assert "found by" in explained.stdout
    assert "uncalibrated" not in explained.stdout

    of_a_file = sayso("explain", samples / "01-jazira-wire.txt", "E1")
    assert "the judge: an event" in of_a_file.stdout, "a file that is in no casefile is read for it"
    of_several = sayso("explain", samples, "E1")
    assert of_several.returncode == 1
    assert "holds several reports" in of_several.stderr

    situation = json.loads(sayso("situation", case, "--json").stdout)
    jsonschema.validate(situation, json_schema())
    assert situation["as_of"] == "2019-03-05"
    assert situation["incidents"]
    early = json.loads(sayso("situation", case, "--json", "--as-of", "2019-02-18").stdout)
    assert len(early["reports"]) < len(situation["reports"])

    people = sayso("situation", case)
    assert "The situation as of 2019-03-05" in people.stdout

    out = case.with_suffix(".jsonl")
    assert sayso("export", case, "--format", "jsonl", "--out", out).returncode == 0
    assert len(out.read_text(encoding="utf-8").splitlines()) == 9

    assert sayso("verify", case).returncode == 0


def test_the_same_text_elsewhere_is_one_report_with_one_more_appearance(sayso: Run, case: Path) -> None:
    out = case.with_suffix(".jsonl")
    assert sayso("export", case, "--format", "jsonl", "--out", out).returncode == 0
    met = [[a["outlet"] for a in json.loads(line)["report"]["appearances"]] for line in out.read_text(encoding="utf-8").splitlines()]
    assert len(met) == 9
    assert [outlets for outlets in met if len(outlets) > 1] == [["Northern Radio", "Gulf Courier"]]


def test_a_casefile_may_lie_among_its_reports(sayso: Run, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    for _ in range(2):
        done = sayso("read", ".", "--into", "case.sayso")
        assert done.returncode == 0, done.stderr
        assert done.stderr.startswith("1 report: ")


def test_casefiles_that_are_none_get_a_sentence(sayso: Run, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("not a casefile\n" * 100, encoding="utf-8")
    for arguments in (("show", "nowhere.sayso"), ("situation", "note.txt"), ("verify", tmp_path), ("serve", "nowhere.sayso")):
        done = sayso(*arguments)
        assert done.returncode == 1
        assert "Traceback" not in done.stderr
        assert done.stderr.strip()


def test_schema_version_and_help(sayso: Run) -> None:
    assert json.loads(sayso("schema").stdout)["schema_version"] == "1"
    version = sayso("--version").stdout
    assert "sha256" in version
    assert "as measured" in version
    assert "situation" in sayso("--help").stdout


def test_one_thing_of_a_situation_its_timeline_and_what_changed(sayso: Run, case: Path) -> None:
    situation = json.loads(sayso("situation", case, "--json").stdout)
    thread, dispute = situation["threads"][-1], situation["disputes"][0]
    incident = next(one for one in situation["incidents"] if one["origins_for"] and one["when"])

    assert incident["id"] in sayso("show", case, "--incident", incident["id"][:6]).stdout
    assert thread["id"] in sayso("show", case, "--thread", thread["id"]).stdout
    assert dispute["id"] in sayso("show", case, "--dispute", dispute["id"]).stdout
    assert "RIVER OBSERVATORY" in sayso("show", case, "--source", "River Observatory").stdout
    days = [json.loads(line)["day"] for line in sayso("timeline", case, "--from", "2019-02-01", "--json").stdout.splitlines()]
    assert days
    assert days == sorted(days)
    assert min(days) >= "2019-02-01"
    every = [json.loads(line) for line in sayso("timeline", case, "--json").stdout.splitlines()]
    undated = [row for row in every if not row["day"]]
    assert undated
    assert undated == every[-len(undated) :]
    assert "No report says on which day:" in sayso("timeline", case).stdout
    assert f"{len(undated)} more incidents stand on no day" in sayso("timeline", case, "--from", "2019-02-01").stdout
    changed = json.loads(sayso("diff", case, "--from", "2019-02-18", "--json").stdout)
    assert {change["kind"] for change in changed["changes"]} >= {"new", "changed"}
    early = json.loads(sayso("situation", case, "--json", "--as-of", "2019-02-18").stdout)
    assert set(changed["reports"]) == set(situation["reports"]) - set(early["reports"])
    assert "Nothing changed" in sayso("diff", case, "--from", "2019-03-05", "--to", "2019-03-05").stdout


def test_an_id_that_names_nothing_is_answered_in_a_sentence(sayso: Run, case: Path) -> None:
    done = sayso("show", case, "--incident", "nothing")

    assert done.returncode == 1
    assert "there is no incident 'nothing'" in done.stderr


def test_only_what_is_at_least_so_sure(sayso: Run, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    (everything,) = readings(sayso("read", "report.txt", "--json"))
    (surest,) = readings(sayso("read", "report.txt", "--json", "--min-confidence", "0.99"))
    assert everything["events"]
    assert not surest["events"]
    jsonschema.validate(surest, json_schema())
    assert sayso("read", "report.txt", "--into", "case.sayso", "--min-confidence", "0.5").returncode == 2
    assert sayso("read", "report.txt", "--into", "case.sayso").returncode == 0
    for least, some in (("0", True), ("0.99", False)):
        situation = json.loads(sayso("situation", "case.sayso", "--json", "--min-confidence", least).stdout)
        assert bool(situation["incidents"]) == some
        assert sayso("export", "case.sayso", "--format", "jsonl", "--out", f"{least}.jsonl", "--min-confidence", least).returncode == 0
        (line,) = (tmp_path / f"{least}.jsonl").read_text(encoding="utf-8").splitlines()
        assert bool(json.loads(line)["events"]) == some
        assert ("ASSAULT" in sayso("show", "case.sayso", str(everything["report"]["id"])[:8], "--min-confidence", least).stdout) == some  # type: ignore[index]
