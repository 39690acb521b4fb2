"""The situation that a casefile keeps is the one that its readings give, for as long as nothing changes."""

from datetime import date

import pytest
from sqlalchemy import select, update

from sayso.casefile import CasefileError
from sayso.casefile.apart import large_situation_of
from sayso.casefile.kept_situations import kept
from sayso.casefile.looked_up import LookedUp
from sayso.casefile.packing import packed
from sayso.casefile.situations import situation_of
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
    case.handed_over("export", "/tmp/out.csv")

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


@pytest.fixture
def meanwhile(monkeypatch):
    """Has something done while a situation is made, by whoever else has the casefile open."""

    def do(act):
        def made(*given):
            found = situate(*given)
            act()
            return found

        monkeypatch.setattr("sayso.situation.situate", made)

    return do


def _kept(case):
    with case._reads() as connection:
        return list(connection.execute(select(kept)))


def test_what_is_redacted_while_one_is_made_does_not_come_back_with_it(case, stored, open_case, meanwhile):
    stored("Jets struck Arnholt, said Zebulon Quist.")
    situation_of(case, date(2030, 5, 11))
    other = open_case(create=False)
    meanwhile(lambda: other.redact(("Zebulon Quist",)))

    situation_of(case)

    assert _kept(case) == []


def test_verify_finds_nothing_altered_where_another_stores_meanwhile(case, stored, open_case, meanwhile, make):
    stored("Jets struck Arnholt.")
    situation_of(case)
    with case._writes() as connection:
        connection.execute(update(kept).values(json=b"of before"))
    other, new = open_case(create=False), make.taken("Guns struck Bremfeld.")
    meanwhile(lambda: other.add(new, make.reading_of(new)))

    assert case.verify() == []


def test_one_that_an_earlier_sayso_kept_is_not_altered(case, stored, monkeypatch):
    stored("Jets struck Arnholt.")
    situation_of(case)
    with case._writes() as connection:
        connection.execute(update(kept).values(json=b"by other rules"))
    monkeypatch.setattr("sayso.casefile.kept_situations.__version__", "999.0")

    assert case.verify() == []
    assert situation_of(case) == situate(case.readings())


@pytest.mark.parametrize("disguise", [{"asked": "[null, {\"other\": \"tree\"}]"}, {"state": "1 other"}])
def test_an_altered_one_in_disguise_is_not_handed_out(case, stored, disguise):
    stored("Jets struck Arnholt.")
    situation_of(case)
    with case._writes() as connection:
        connection.execute(update(kept).values(json=packed(situation_of(case).model_copy(update={"incidents": ()})), **disguise))

    assert situation_of(case) == situate(case.readings())
