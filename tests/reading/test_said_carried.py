"""Through whom words reached the report: agencies that quote, carry and interview; sentences of our own."""

from collections.abc import Callable

import pytest

from sayso.model import Report
from sayso.reading.pipeline import Reader


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Tasnim news agency quoted a general as saying that the fleet was ready.", ["a general via Tasnim"]),
        ("The bridge was closed, the SANA agency quoted the governor as saying.", ["the governor via SANA"]),
        ("The rebels had fled, the army said in a statement carried by the IRNA news agency.", ["the army via IRNA"]),
        ("The ministry said, in comments reported by Interfax, that two villages had been taken.", ["The ministry via Interfax"]),
        ("A report released by two lawyers said the wells were poisoned.", ["A report via -"]),
        ("A spokesman told the newspaper Le Monde the talks were over.", ["A spokesman via Le Monde"]),
        (
            "In an interview with Reuters, Jakob Keller, president of the World Food Programme (WFP), said that the agency would stay. "
            "“We need more flour,” Keller said in the interview.",
            ["Jakob Keller, president of the World Food Programme (WFP) via Reuters", "Keller via Reuters"],
        ),
    ],
)
def test_the_carrier_is_no_speaker_of_what_it_hands_on(reader: Reader, a_report: Callable[..., Report], text: str, told: list[str]) -> None:
    reading = reader.read(a_report(text))
    names = {party.id: party.name for party in reading.parties}
    found = [f"{reading.words(s.speaker_span) if s.speaker_span else '-'} via {'+'.join(names[p] for p in s.via) or '-'}" for s in reading.statements]
    assert found == told
