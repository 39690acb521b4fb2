"""`sayso agreement` at the terminal."""

import json

from sayso.model.reading import Reading

REPORT = "QASR (Valley Courier) - Rebels attacked the mill of Qasr on Friday, the council said. Guards killed two men, residents said.\n"


def test_two_people_code_and_a_third_decides(sayso, tmp_path):
    (tmp_path / "one.txt").write_text(REPORT)
    assert sayso("read", "one.txt", "--into", "c").returncode == 0
    assert sayso("export", "c", "--format", "jsonl", "--out", "c.jsonl").returncode == 0
    reading = Reading.model_validate_json((tmp_path / "c.jsonl").read_text())
    report, (first, second, *_) = reading.report.id[:8], [one.id for one in reading.events]

    assert "1 reports" in sayso("agreement", "c", "pilot", "--start", "5").stdout
    assert sayso("agreement", "c").stdout == "pilot: 1 reports\n"
    assert "by nobody yet" in sayso("agreement", "c", "pilot").stdout
    for who, kind in (("ann", "ASSAULT"), ("bob", "COERCE")):
        coding = ("--coding", "pilot", "--who", who)
        assert sayso("correct", "c", report, first, "--set", f"type={kind}", *coding).returncode == 0
        assert sayso("correct", "c", report, second, "--reject", *coding).returncode == 0

    told = sayso("agreement", "c", "pilot").stdout
    assert "type: ann: ASSAULT; bob: COERCE" in told
    assert json.loads(sayso("agreement", "c", "pilot", "--json").stdout)["coders"] == ["ann", "bob"]
    assert "1 decisions on which all agree" in sayso("agreement", "c", "pilot", "--accept", "--who", "eva").stdout
    taken = sayso("agreement", "c", "pilot", "--take", f"bob={report}:{first}", "--who", "eva")
    assert "type = COERCE, by eva" in taken.stdout, taken.stderr
    assert sayso("agreement", "c", "pilot", "--take", "bob").returncode == 2
    assert "there are: pilot" in sayso("agreement", "c", "other").stderr
    assert sayso("verify", "c").returncode == 0
