"""One matter a thread: what moves of the same two sides share that makes them one, and what tells them apart."""

import pytest

from sayso.situation import situate

GUARD, ARMY, LEAGUE = "Valley Guard", "Lowland Army", "Relief League"


@pytest.fixture
def told(draft):
    """One report of one move, at the towns where its deed is."""

    def make(text, kind, words, on, by=GUARD, to=ARMY, towns=(), **values):
        report = draft(text, published=on, outlet=values.pop("outlet", "Courier"))
        report.move(words, kind, by=(by,) if by else (), to=(to,) if to else (), **values)
        for town in towns:
            report.place(town)
            report.places[town] = report.places[town].model_copy(update={"roles": ("event",)})
        return report.reading()

    return make


@pytest.fixture
def other_talks(told):
    """Talks of so many others, of which each tells of one move."""

    def make(count):
        return [
            told(f"Clan {number} wants a well of its own.", "demand", "wants a well", "2030-05-02", by=f"Clan {number}", to=f"House {number}")
            for number in range(count)
        ]

    return make


def kinds(readings, of=GUARD):
    party = f"party:{of.lower()}"
    return sorted([move.kind for move in thread.moves] for thread in situate(readings).threads if party in thread.parties)


def statuses(readings):
    return [[state.value for state in thread.status] for thread in situate(readings).threads]


def test_two_towns_have_each_their_own_deal(told):
    arnholt = told("Fighters leave Arnholt under a deal.", "agree", "leave Arnholt under a deal", "2030-05-02", towns=["Arnholt"])
    gone = told("The guard was evacuated from Arnholt.", "implement", "was evacuated from Arnholt", "2030-05-03", towns=["Arnholt"])
    bremfeld = told("Fighters leave Bremfeld under a deal.", "agree", "leave Bremfeld under a deal", "2030-05-04", towns=["Bremfeld"])

    assert kinds([arnholt, gone, bremfeld]) == [["agree"], ["agree", "implement"]]


def test_the_town_right_behind_the_words_of_a_deal_is_its_town(told):
    arnholt = told("They signed a truce in Arnholt on Monday.", "agree", "signed a truce", "2030-05-02", towns=["Arnholt"])
    bremfeld = told("They agreed a truce in Bremfeld on Friday.", "agree", "agreed a truce in Bremfeld", "2030-05-04", towns=["Bremfeld"])

    assert kinds([arnholt, bremfeld]) == [["agree"], ["agree"]]


def test_a_local_truce_is_not_the_one_of_the_whole_country(told):
    local = told("Arnholt has a local truce.", "agree", "has a local truce", "2030-05-02", towns=["Arnholt"])
    whole = told("They signed a nationwide truce.", "agree", "signed a nationwide truce", "2030-05-03", towns=["Bremfeld"])
    begun = told("The nationwide truce began.", "implement", "The nationwide truce began", "2030-05-04")

    assert kinds([local, whole, begun]) == [["agree"], ["agree", "implement"]]


def test_where_a_truce_is_broken_is_not_where_it_was_made(told):
    made = told("Arnholt has a local truce.", "agree", "has a local truce", "2030-05-02", towns=["Arnholt"])
    broken = told("Shells broke the local truce in Bremfeld.", "breach", "broke the local truce in Bremfeld", "2030-05-04", towns=["Bremfeld"])

    assert kinds([made, broken]) == [["agree", "breach"]]


def test_what_is_broken_is_a_deal(draft):
    report = draft("They signed a truce. They offered to swap prisoners in Kesh. They broke the agreement of Kesh.")
    report.move("signed a truce", "agree", by=(GUARD,), to=(ARMY,))
    report.move("offered to swap prisoners in Kesh", "offer", by=(GUARD,), to=(ARMY,))
    report.move("broke the agreement of Kesh", "breach", by=(ARMY,), to=(GUARD,))

    assert kinds([report.reading()]) == [["agree", "breach"], ["offer"]]


def test_two_things_in_one_sentence_are_two_matters(draft):
    report = draft("The guard demanded that the road be opened to aid and offered to free its captives.")
    report.move("demanded that the road be opened to aid", "demand", by=(GUARD,), to=(ARMY,))
    report.move("offered to free its captives", "offer", by=(GUARD,), to=(ARMY,))

    assert kinds([report.reading()]) == [["demand"], ["offer"]]


@pytest.mark.parametrize(("others", "threads"), [(0, [["demand", "demand"]]), (300, [["demand"], ["demand"]])])
def test_in_a_case_of_many_talks_it_does_not_make_one_matter_of_two_demands_that_one_comes_after_the_other(told, other_talks, others, threads):
    first = told("The guard wants the mill.", "demand", "wants the mill", "2030-05-02")
    second = told("The guard asks for a hearing.", "demand", "asks for a hearing", "2030-05-05")

    assert kinds([first, second, *other_talks(others)]) == threads


@pytest.mark.parametrize(("on", "count"), [("2030-05-06", 1), ("2030-06-06", 2)])
def test_in_a_case_of_many_talks_a_truce_and_one_of_the_month_after_are_two(told, other_talks, on, count):
    first = told("The guard offered a truce.", "offer", "offered a truce", "2030-05-02")
    second = told("The army turned a ceasefire down.", "reject", "turned a ceasefire down", on, by=ARMY, to=GUARD)

    assert len(kinds([first, second, *other_talks(300)])) == count


def test_a_deal_of_a_month_is_one_whenever_it_is_told(told, other_talks):
    readings = [
        told("The accord of May spared the mill.", "agree", "The accord of May", "2030-06-02", when="2030-05-31"),
        told("A pact signed that spring spared the bridge.", "agree", "A pact signed that spring", "2030-09-20", when="2030-05-31"),
    ]

    assert kinds([*readings, *other_talks(300)]) == [["agree", "agree"]]


def test_whoever_asks_does_not_answer_himself(told, other_talks):
    asked = told("The guard wants the mill.", "demand", "wants the mill", "2030-05-02")
    own = told("The guard would hear of nothing.", "reject", "would hear of nothing", "2030-05-04")
    theirs = told("The army would hear of nothing.", "reject", "would hear of nothing", "2030-05-04", by=ARMY, to=GUARD)

    assert len(kinds([asked, own, *other_talks(300)])) == 2
    assert len(kinds([asked, theirs, *other_talks(300)])) == 1


def test_who_takes_part_in_no_move_of_talks_is_no_party_to_them(told):
    aid = told("The guard asked the army to let aid in.", "demand", "asked the army to let aid in", "2030-05-02")
    captives = told("The army offered to free captives of the fighters.", "offer", "offered to free captives", "2030-05-12", by=ARMY, to="fighters")

    assert [thread.parties for thread in situate([aid, captives]).threads] == [
        ("party:lowland army", "party:valley guard"), ("party:fighters", "party:lowland army"),
    ]  # fmt: skip


@pytest.mark.parametrize(("on", "count"), [("2030-05-10", 1), ("2030-06-10", 2)])
def test_one_sides_move_is_of_its_only_talks_where_they_are_near_in_time(told, on, count):
    asked = told("The guard asked the army for the mill.", "demand", "asked the army for the mill", "2030-05-02")
    alone = told("The army will not have it.", "reject", "will not have it", on, by=ARMY, to=None)

    assert len(situate([asked, alone]).threads) == count


def test_one_sides_move_about_something_else_is_not_of_its_only_talks(told):
    asked = told("The guard asked the army to let aid in.", "demand", "asked the army to let aid in", "2030-05-02")
    alone = told("The army agreed to elections.", "agree", "agreed to elections", "2030-05-04", by=ARMY, to=None)

    assert [thread.parties for thread in situate([asked, alone]).threads][-1] == ("party:lowland army",)


@pytest.mark.parametrize(
    ("words", "kind", "by", "count"),
    [
        ("agreed to let the convoy pass", "agree", "soldiers", 2), ("agreed to elections", "agree", "soldiers", 3),
        ("broke off the passage of the convoy", "breach", None, 2), ("signed a deal on the convoy", "agree", None, 3),
    ],
)  # fmt: skip
def test_who_goes_without_a_name_is_in_the_only_talks_about_the_same_thing(told, words, kind, by, count):
    """Of a deal that nobody in particular made nobody can say whose it is."""
    aid = told("The guard asked the League for aid.", "demand", "asked the League for aid", "2030-05-02", to=LEAGUE)
    captives = told("The guard asked for its prisoners.", "demand", "asked for its prisoners", "2030-05-02")
    unnamed = told(f"They {words}.", kind, words, "2030-05-04", by=by, to=None)
    known = {thread.id for thread in situate([aid, captives]).threads}

    threads = situate([aid, captives, unnamed]).threads

    assert sorted(len(thread.moves) for thread in threads if thread.id in known) == ([1, 2] if count == 2 else [1, 1])


def test_a_part_of_a_government_speaks_for_the_government_that_others_name(told):
    asked = told("The guard asked Lowland for the mill.", "demand", "asked Lowland for the mill", "2030-05-02", to="Lowland")
    refused = told("The Press Office would not give the mill up.", "reject", "would not give the mill up", "2030-05-03", by="soldiers", to=GUARD)
    office = refused.model_copy(update={"parties": tuple(_office(party) for party in refused.parties)})

    assert kinds([asked, office]) == [["demand", "reject"]]


def _office(party):
    return party.model_copy(update={"name": "Government Press Office", "kind": "government"}) if party.name == "soldiers" else party


def test_rebels_who_are_called_by_a_name_of_their_own_are_not_the_rebels(told):
    readings = [
        told("The guard and fighters signed a truce.", "agree", "signed a truce", "2030-05-02", to="fighters"),
        told("The guard and opposition fighters made an armistice.", "agree", "made an armistice", "2030-05-03", to="opposition fighters"),
    ]
    named = [one.model_copy(update={"parties": tuple(_called(p, "Hill fighters") for p in one.parties)}) for one in readings]

    assert len(situate(readings).threads) == 1
    assert len(situate(named).threads) == 2


def _called(party, name):
    return party.model_copy(update={"name": name, "aliases": (name,)}) if party.name == "opposition fighters" else party


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("A truce brokered by the League collapsed last month.", "A truce brokered by the League"),
        ("Raids go on after the collapse of a truce brokered by the League.", "a truce brokered by the League"),
        ("The raid was the latest breach of a truce brokered by the League.", "a truce brokered by the League"),
        ("Raids go on after the May truce brokered by the League collapsed days after it was endorsed.",
         "the May truce brokered by the League collapsed days after it was endorsed"),
    ],
)  # fmt: skip
def test_a_deal_that_is_told_with_its_collapse_has_collapsed(told, sentence, words):
    made = told("They signed a truce.", "agree", "signed a truce", "2030-05-02")

    assert statuses([made, told(sentence, "agree", words, "2030-05-20", outlet="Herald")]) == [["broken"]]


def test_a_report_that_gives_the_day_of_a_deals_end_alone_tells_that_it_ended(draft):
    report = draft("A brief truce between the guard and the army collapsed on Monday.")
    report.move("truce between the guard and the army", "agree", by=(GUARD,), to=(ARMY,))
    report.move("collapsed on Monday", "breach", by=(ARMY,), to=(GUARD,), when="2030-05-06")

    assert statuses([report.reading()]) == [["broken"]]


def test_what_a_deal_of_long_ago_let_happen_was_done_then(draft, told):
    report = draft("A truce in 2028 let the guard leave the town.", published="2030-05-01")
    report.move("A truce in 2028", "agree", by=(GUARD,), to=(ARMY,), when="2028-12-31")
    report.move("let the guard leave the town", "implement", by=(GUARD,), to=(ARMY,))
    now = told("The army agreed that the guard leave the town.", "agree", "agreed that the guard leave the town", "2030-05-08", by=ARMY, to=GUARD)

    assert kinds([report.reading(), now]) == [["agree"], ["agree", "implement"]]
