"""Writers and readers at once: nobody waits for a reader, one writer waits for the other, and nothing is lost."""

import threading

import pytest

from sayso.casefile import Casefile, Query

EACH = 25


@pytest.mark.parametrize("writers", [1, 2])
def test_writers_and_ten_readers_at_once(where, make, writers):
    Casefile.open(where, create=True).close()
    failures, writing = [], threading.Event()
    writing.set()

    def work(what):
        try:
            with Casefile.open(where, create=False, busy_seconds=60) as case:
                what(case)
        except Exception as error:
            failures.append(repr(error))

    def write(case, name):
        for number in range(EACH):
            one = make.taken(f"Report {number} of writer {name} about Qasr.")
            case.add(one, make.reading_of(one))

    def read(case):
        while writing.is_set():
            assert all(reading.report.text for reading in case.readings())
            assert len(case.search(Query("Qasr")).hits) <= EACH * writers
            case.verify()

    readers = [threading.Thread(target=work, args=(read,)) for _ in range(10)]
    at_work = [threading.Thread(target=work, args=(lambda case, name=name: write(case, name),)) for name in range(writers)]
    for one in (*readers, *at_work):
        one.start()
    for one in at_work:
        one.join()
    writing.clear()
    for one in readers:
        one.join()

    assert failures == []
    with Casefile.open(where, create=False) as case:
        assert len(list(case.reports())) == EACH * writers
        assert case.verify() == []


def test_at_one_moment_nothing_that_others_do_is_seen_and_they_do_it_all_the_same(open_case, make):
    mine, others = open_case(), open_case(busy_seconds=0.5)
    one, two = make.taken("Adnan Zorvanik opened the gate of Qasr."), make.taken("The mill of Qasr burnt.")
    mine.add(one, make.reading_of(one))
    with mine.at_one_moment():
        before, state = list(mine.readings()), mine.state()
        others.add(two, make.reading_of(two))
        done, left = others.redact(("Adnan Zorvanik",))
        assert (list(mine.readings()), mine.state()) == (before, state)
        assert len(mine.search(Query("Qasr")).hits) == 1

    assert (done.reports, bool(left)) == ((one.report.id,), True)  # the old pages are there as long as somebody reads them, and that is said
    assert mine.state() != state
    assert len(mine.search(Query("Qasr")).hits) == 2
    assert not any("Zorvanik" in reading.report.text for reading in mine.readings())
    others.scrub()
