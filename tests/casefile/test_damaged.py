"""A file that holds what no casefile holds, by damage or on purpose, gets sentences."""

import sqlite3
from contextlib import closing

import pytest

from sayso.casefile import Casefile, CasefileError


def altered(path, *statements):
    with closing(sqlite3.connect(path)) as raw:
        for statement in statements:
            raw.execute(statement)
        raw.commit()


@pytest.fixture
def filled(path, make):
    with Casefile.open(path, create=True, operator="ann") as case:
        one = make.taken("The army left Qasr on Monday.")
        case.add(one, make.reading_of(one))
    return path


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("UPDATE readings SET json = 5", "of readings was altered: its json is none"),
        ("UPDATE originals SET bytes = 'text'", "of originals was altered: its bytes is none"),
        ("UPDATE readings SET report = x'ff'", "of readings was altered: its report is none"),
        ("UPDATE reports SET source = CAST(x'ff41' AS TEXT)", "cannot be read"),
        ("UPDATE log SET at = x'00'", "of log was altered: its at is none"),
    ],
)
def test_a_value_of_another_kind_is_named(filled, statement, says):
    altered(filled, statement)
    with Casefile.open(filled, create=False) as case:
        assert any(says in fault for fault in case.verify()), case.verify()


def test_two_versions_at_once_are_no_casefile(filled):
    altered(filled, "INSERT INTO alembic_version VALUES ('x')")
    with pytest.raises(CasefileError, match="it is damaged, or was altered"):
        Casefile.open(filled, create=False)


def test_words_that_are_no_text_are_said_so(filled):
    altered(filled, "UPDATE reports SET title = CAST(x'ff41' AS TEXT)")
    with Casefile.open(filled, create=False) as case, pytest.raises(CasefileError, match=r"damaged|decode"):
        list(case.reports())


def test_where_the_log_itself_is_damaged_nobody_is_accused(filled):
    altered(filled, "UPDATE log SET at = x'00'")
    with Casefile.open(filled, create=False) as case:
        faults = case.verify()
    assert not any("by other means." in fault and "is not in the log" in fault for fault in faults), faults
    assert any("cannot be told" in fault for fault in faults)


def test_a_reading_that_a_whole_log_does_not_name_is_told(filled):
    altered(filled, "UPDATE readings SET sha256 = 'beef'")
    with Casefile.open(filled, create=False) as case:
        assert any("A reading of report" in fault and "is not in the log" in fault for fault in case.verify())
