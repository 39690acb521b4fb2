"""The situation that a casefile keeps is the one that its readings give, for as long as nothing changes."""

from datetime import date

import pytest
from sqlalchemy import select, update

from sayso.casefile import CasefileError
from sayso.casefile.apart import large_situation_of
from sayso.casefile.looked_up import LookedUp
from sayso.casefile.situations import kept, situation_of
from sayso.model import Event
from sayso.situation import situate


@pytest.fixture
def stored(case, make):
    """Puts in a report of one strike; gives its id."""

    def put(text, **known):
        handed = make.taken(text, **{"outlet": "Courier", "published": "2030-05-10"} | known)
        at = text.index("struck")
        event = Event(id="E1", type="ASSAULT", mode="aerial", trigger=(at, at + len("struck")))
        case.add(handed, make.reading_of(handed, events=(event,)))
        return handed.report.id

    return put


@pytest.fixture
def counted(monkeypatch):
    """How often a situation is made out of readings."""
    made = []
    monkeypatch.setattr("sayso.situation.situate", lambda *given: made.append(1) or situate(*given))
    return made


def test_it_is_made_once_and_is_the_one_that_the_readings_give(case, stored, counted):
    stored("Jets struck Arnholt.")

    first, again = situation_of(case), situation_of(case)

    assert first == again == situate(case.readings())
    assert len(counted) == 1


def test_what_is_put_in_makes_it_anew(case, stored, counted):
    stored("Jets struck Arnholt.")
    situation_of(case)
    stored("Jets struck Bremfeld.")

    assert situation_of(case) == situate(case.readings())
    assert len(counted) == 2


def test_what_is_handed_over_leaves_it_as_it_is(case, stored, counted):
    stored("Jets struck Arnholt.")
    situation_of(case)
    case.handed_over("export", "/tmp/out.csv", 1)

    assert situation_of(case) == situate(case.readings())
    assert len(counted) == 1


def test_days_are_kept_apart(case, stored):
    stored("Jets struck Arnholt.", published="2030-05-10")

    for day in (date(2030, 5, 1), None, date(2030, 5, 20), date(2030, 5, 9), date(2030, 5, 10), date(2030, 5, 1)):
        assert situation_of(case, day) == situate(case.readings(), day)
    with case._reads() as connection:
        assert len(list(connection.execute(select(kept.c.key)))) == 3


def test_nothing_of_it_is_left_after_a_redaction(case, stored, path):
    stored("Jets struck Arnholt, said Zebulon Quist.")
    situation_of(case)
    case.redact(("Zebulon Quist",))

    with case._reads() as connection:
        assert list(connection.execute(select(kept.c.key))) == []
    assert b"Quist" not in path.read_bytes()


def test_an_altered_one_is_found(case, stored):
    stored("Jets struck Arnholt.")
    situation_of(case)
    assert case.verify() == []
    with case._writes() as connection:
        connection.execute(update(kept).values(json=b"other"))

    assert case.verify() == ["The situation kept for the latest day is not what the readings give: it was altered."]
    assert situation_of(case) == situate(case.readings())


def test_a_casefile_that_cannot_be_written_is_read_all_the_same(case, stored, monkeypatch):
    stored("Jets struck Arnholt.")

    def refuse():
        raise CasefileError("read-only")

    monkeypatch.setattr(case, "_writes", refuse)

    assert situation_of(case) == situate(case.readings())


def test_readings_are_looked_up_one_by_one(case, stored):
    report = stored("Jets struck Arnholt.")
    found = LookedUp(case)

    assert (len(found), list(found), found[report], found.get("unknown")) == (1, [report], case.reading(report), None)


def test_a_large_one_is_made_in_another_process_and_is_the_same(case, stored, where, counted, monkeypatch):
    stored("Jets struck Arnholt.")
    monkeypatch.setattr("sayso.casefile.apart.LARGE", 1)

    assert large_situation_of(case, str(where), None, {}) == situate(case.readings())
    assert counted == []


@pytest.mark.parametrize("damage", [lambda kept: kept[:-9], lambda kept: kept[:30] + b"x" + kept[31:], lambda _: b""])
def test_a_damaged_one_is_made_anew(case, stored, damage):
    stored("Jets struck Arnholt.")
    situation_of(case)
    with case._writes() as connection:
        whole = connection.execute(select(kept.c.json)).scalar()
        connection.execute(update(kept).values(json=damage(whole)))

    assert situation_of(case) == situate(case.readings())
