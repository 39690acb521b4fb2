"""Speakers by their place: a name behind a dash, a description between commas; things that ask or say are no parties."""

from collections.abc import Callable

from sayso.model import Reading, Report
from sayso.reading.pipeline import Reader

Make = Callable[..., Report]


def said(reader: Reader, a_report: Make, text: str) -> list[tuple[str, str | None]]:
    reading: Reading = reader.read(a_report(text))
    return [(" … ".join(reading.words(c) for c in s.content), reading.words(s.speaker_span) if s.speaker_span else None) for s in reading.statements]


def test_a_name_behind_a_dash_signs_the_quotation_before_it(reader: Reader, a_report: Make) -> None:
    text = "“The road was shelled all night long.” ― Sara Haddad “Nobody came to help the wounded people.” — Karim Saleh\n"
    assert said(reader, a_report, text) == [
        ("The road was shelled all night long", "Sara Haddad"),
        ("Nobody came to help the wounded people", "Karim Saleh"),
    ]


def test_a_described_speaker_after_the_clause_is_not_the_clauses_subject(reader: Reader, a_report: Make) -> None:
    text = "The army has taken the town of Qasr, the Northern Monitor, a group of lawyers, said on Tuesday."
    ((content, speaker),) = said(reader, a_report, text)
    assert content == "The army has taken the town of Qasr"
    assert speaker == "the Northern Monitor, a group of lawyers"


def test_a_dash_that_goes_on_with_a_sentence_signs_nothing(reader: Reader, a_report: Make) -> None:
    found = said(reader, a_report, "“We will stay in the town until spring” – the words were painted on a wall.\n")
    assert all(speaker is None or "words" not in speaker for _, speaker in found)
