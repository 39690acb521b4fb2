"""Filters choose what is shown and never change what is counted."""

from datetime import date

import pytest

from sayso.export.material import Material
from sayso.export.rows import event_rows
from sayso.export.selection import Selection


def shown(readings, **wanted) -> list[str]:
    return [row.reading.report.outlet for row in event_rows(Material(tuple(readings), selection=Selection(**wanted)))]


@pytest.mark.parametrize(
    ("wanted", "outlets"),
    [
        ({}, ["Coast Post", "Hill Radio"]),
        ({"as_of": date(2031, 4, 3)}, ["Coast Post"]),
        ({"since": date(2031, 4, 4)}, ["Hill Radio"]),
        ({"until": date(2031, 4, 3)}, ["Coast Post"]),
        ({"outlets": ("hill radio",)}, ["Hill Radio"]),
        ({"types": ("AID",)}, []),
        ({"types": ("ASSAULT",), "statuses": ("denied",)}, ["Hill Radio"]),
        ({"parties": ("lowland army",)}, ["Coast Post", "Hill Radio"]),
        ({"parties": ("lowland",)}, []),
        ({"places": ("Arnholt",)}, ["Coast Post", "Hill Radio"]),
        ({"places": ("sy",)}, ["Coast Post", "Hill Radio"]),
        ({"min_origins": 1}, ["Coast Post", "Hill Radio"]),
        ({"min_origins": 2}, []),
    ],
)
def test_what_is_asked_for_is_shown(telling, wanted, outlets) -> None:
    denial = telling("Hill Radio", status="denied", published="2031-04-05", speaker="Lowland Army", kind="military")
    readings = [denial, telling("Coast Post", 14, 14)]
    assert shown(readings, **wanted) == outlets


def test_a_filter_hides_rows_and_the_counts_stay_those_of_the_case(telling) -> None:
    readings = (telling("Coast Post", 14, 14), telling("Hill Radio", 14, 14))
    (row,) = event_rows(Material(readings, selection=Selection(outlets=("Coast Post",))))
    assert row.incident.origins_for == 2


def test_as_of_an_earlier_day_only_what_was_known_counts(telling) -> None:
    readings = (telling("Coast Post", 14, 14), telling("Hill Radio", 14, 14, published="2031-04-05"))
    (row,) = event_rows(Material(readings, selection=Selection(as_of=date(2031, 4, 4))))
    assert row.incident.origins_for == 1


def test_an_undated_report_lies_between_no_two_days(telling) -> None:
    reading = telling("Coast Post", 14, 14)
    undated = reading.model_copy(update={"report": reading.report.model_copy(update={"published": None})})
    assert shown([undated]) == ["Coast Post"]
    assert shown([undated], until=date(2040, 1, 1)) == []
