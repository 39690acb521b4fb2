"""People decide about facts: what they decide is gathered whole, kept for ever, and never goes against a colleague unseen."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.casefile import Casefile, CasefileError, Coding, ConflictError, Decision
from sayso.casefile.exchange import read_corrections, write_corrections
from sayso.model import Correction, Event, Party, ReaderVersion, Statement

TEXT = "Guards opened the northern gate, the council said. The council and the guards of Qasr met on Friday."


@pytest.fixture
def report(case, make):
    """The id of a stored report with two parties, a statement and an event."""
    one = make.taken(TEXT)
    case.add(one, make.reading_of(one, **_facts()))
    return one.report.id


def _at(words, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return (start, start + len(words))


def _facts(council="P1", guards="P2", event="E1"):
    return {
        "parties": (
            Party(id=council, name="council", kind="government", mentions=(_at("the council"), _at("The council"))),
            Party(id=guards, name="guards", kind="armed_group", mentions=(_at("Guards"), _at("the guards of Qasr"))),
        ),
        "statements": (Statement(id="S1", content=((0, 31),), kind="indirect", speaker=council, speaker_span=_at("the council")),),
        "events": (Event(id=event, type="RETREAT", mode="access", trigger=_at("opened"), actors=(guards,), according_to="S1"),),
    }


@pytest.fixture
def reread(case, make):
    """Stores what another reader found, who numbers the same facts differently."""

    def read(**names):
        one = make.taken(TEXT)
        case.add(one, make.reading_of(one, ReaderVersion(version="2", model="m", lexicon="l"), **_facts(**names)))

    return read


def test_a_decision_keeps_the_words_the_value_seen_who_and_when(case, report):
    made = case.decide(Decision(report, "edit", "E1", after={"status": "denied"}, why="second paragraph"), who="ann")

    assert (made.layer, made.quoted.words, made.who, made.when[:10]) == ("events", "opened", "ann", "2030-01-01")
    assert (made.before["status"], made.after, made.why) == ("happened", {"status": "denied"}, "second paragraph")
    assert case.corrections(report) == [made]
    assert case.reading(report).events[0].status == "denied"
    assert case.log()[-1].action == "correction"
    assert case.verify() == []


def test_decisions_are_in_the_order_in_which_they_were_made_whatever_the_clock_says(case, report):
    times = [case.decide(Decision(report, "edit", "E1", after={"mode": mode}), who="ann").when for mode in ("disarm", "withdraw", "release")]

    assert times == sorted(set(times))
    assert case.reading(report).events[0].mode == "release"


def test_two_people_who_decide_otherwise_are_told_and_nothing_is_stored(case, report):
    first = case.decide(Decision(report, "edit", "E1", after={"status": "denied"}, why="the mayor says so"), who="ann")

    with pytest.raises(ConflictError, match=r"ann has decided otherwise about E1 .*: status = denied, because: the mayor says so") as told:
        case.decide(Decision(report, "edit", "E1", after={"status": "possible"}), who="bob")

    assert told.value.others == (first,)
    assert case.corrections(report) == [first]


def test_who_has_seen_the_other_decision_may_overrule_it_and_both_are_kept(case, report):
    first = case.decide(Decision(report, "reject", "E1"), who="ann")
    second = case.decide(Decision(report, "confirm", "E1", overrules=(first.id,)), who="bob")

    assert case.reading(report).events[0].confidence == 1.0
    assert case.corrections(report) == [first, second]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"action": "edit", "after": {"status": "denied"}}, {"action": "edit", "after": {"mode": "withdraw"}}),
        ({"action": "edit", "after": {"status": "denied"}}, {"action": "edit", "after": {"status": "denied"}}),
        ({"action": "confirm"}, {"action": "confirm"}),
        ({"action": "reject"}, {"action": "reject"}),
    ],
)
def test_decisions_that_hold_together_are_no_conflict(case, report, one, other):
    case.decide(Decision(report, fact="E1", **one), who="ann")
    case.decide(Decision(report, fact="E1", **other), who="bob")

    assert len(case.corrections(report)) == 2


def test_one_may_change_ones_own_mind(case, report):
    case.decide(Decision(report, "reject", "E1"), who="ann")
    case.decide(Decision(report, "confirm", "E1"), who="ann")

    assert len(case.reading(report).events) == 1


def test_only_what_still_counts_is_in_the_way(case, report):
    first = case.decide(Decision(report, "reject", "E1"), who="ann")
    case.decide(Decision(report, "confirm", "E1", overrules=(first.id,)), who="bob")
    case.decide(Decision(report, "reject", "P1"), who="ann")
    case.decide(Decision(report, "confirm", "P1"), who="ann")

    case.decide(Decision(report, "confirm", "E1"), who="cem")
    case.decide(Decision(report, "confirm", "P1"), who="cem")


def test_an_undo_brings_the_readers_value_back_and_undoing_it_the_persons(case, report):
    made = case.decide(Decision(report, "edit", "E1", after={"status": "denied"}), who="ann")
    taken_back = case.undo(made.id[:6], who="bob")
    assert case.reading(report).events[0].status == "happened"

    with pytest.raises(CasefileError, match="was undone by bob"):
        case.undo(made.id)

    case.undo(taken_back.id)
    assert case.reading(report).events[0].status == "denied"
    assert len(case.corrections(report)) == 3


def test_a_decision_holds_over_a_reader_who_numbers_facts_differently(case, report, reread):
    case.decide(Decision(report, "edit", "E1", after={"status": "denied", "actors": ["P1"]}), who="ann")
    reread(council="P2", guards="P1", event="E9")

    (event,) = case.reading(report).events
    assert (event.id, event.status) == ("E9", "denied")
    assert [p.name for p in case.reading(report).parties if p.id in event.actors] == ["council"]


def test_a_decision_that_names_a_party_which_a_later_reader_lacks_is_orphaned_and_not_given_to_another(case, make, report):
    made = case.decide(Decision(report, "edit", "E1", after={"actors": ["P1"]}), who="ann")
    facts = _facts(guards="P1", council="P2")
    one = make.taken(TEXT)
    only = {"parties": facts["parties"][1:], "events": (facts["events"][0].model_copy(update={"according_to": None}),)}
    case.add(one, make.reading_of(one, ReaderVersion(version="2", model="m", lexicon="l"), **only))

    (orphan,) = case.orphans()
    assert orphan.correction == made
    assert "names “council”" in orphan.reason


def test_parties_that_are_one_are_merged_wherever_they_are_named(case, report, reread):
    case.decide(Decision(report, "merge", "P1", others=("P2",)), who="ann")
    reread(council="P5", guards="P1")

    reading = case.reading(report)
    (party,) = reading.parties
    assert (party.id, party.name, party.aliases) == ("P5", "council", ("guards",))
    assert len(party.mentions) == 4
    assert reading.events[0].actors == ("P5",)


def test_a_party_that_is_two_is_split_by_its_mentions(case, report):
    after = {"name": "town council", "mentions": [list(_at("the council"))]}
    case.decide(Decision(report, "split", "P1", after=after), who="ann")

    reading = case.reading(report)
    assert [(p.name, len(p.mentions)) for p in reading.parties] == [("council", 1), ("guards", 2), ("town council", 1)]
    assert reading.statements[0].speaker == reading.parties[2].id


@pytest.mark.parametrize(
    ("decision", "said"),
    [
        ({"action": "confirm", "fact": "E7"}, "has no fact E7"),
        ({"action": "edit", "fact": "E1", "after": {"colour": "red"}}, "'colour' is no field .* these are: type, mode"),
        ({"action": "edit", "fact": "E1", "after": {"type": "PARTY"}}, "events.0.type: Input should be"),
        ({"action": "edit", "fact": "E1", "after": {"actors": ["P9"]}}, "actors names 'P9'"),
        ({"action": "edit", "fact": "E1", "after": {"confidence": 0.2}}, "'confidence' is no field"),
        ({"action": "edit", "fact": "E1"}, "needs `after`"),
        ({"action": "add", "layer": "events", "after": {"type": "AID"}}, "needs `quoted`"),
        ({"action": "add", "layer": "events", "after": {"type": "AID"}, "span": (3, 9_000)}, "there are no words at"),
        ({"action": "edit", "fact": "report", "after": {"text": "other"}}, "'text' is no field"),
        ({"action": "merge", "fact": "P1", "others": ("P9",)}, "no longer has P9"),
    ],
)
def test_what_cannot_be_said_is_refused_with_the_reason(case, report, decision, said):
    with pytest.raises(CasefileError, match=said):
        case.decide(Decision(report, **decision))

    assert case.corrections() == []


def test_a_blind_coders_decisions_count_for_nobody_else(case, report):
    case.decide(Decision(report, "reject", "E1", coding="march"), who="ann")
    case.decide(Decision(report, "edit", "E1", after={"status": "denied"}, coding="march"), who="bob")

    assert case.reading(report).events[0].status == "happened"
    assert case.corrected(report, Coding("march", "ann")).reading.events == ()
    assert case.corrected(report, Coding("march", "bob")).reading.events[0].status == "denied"


@pytest.mark.parametrize("ending", ["csv", "json"])
def test_corrections_go_from_one_casefile_to_another(case, report, make, tmp_path, ending):
    case.decide(Decision(report, "edit", "E1", after={"status": "denied"}, why='=HYPERLINK("x")'), who="ann")
    case.undo(case.decide(Decision(report, "reject", "P2"), who="-bob").id)
    write_corrections(case.corrections(), tmp_path / f"c.{ending}")

    with Casefile.open(tmp_path / "other", create=True) as other:
        one = make.taken(TEXT)
        other.add(one, make.reading_of(one, **_facts()))
        assert [other.correct(c) for c in read_corrections(tmp_path / f"c.{ending}")] == [True] * 3
        assert [other.correct(c) for c in read_corrections(tmp_path / f"c.{ending}")] == [False] * 3
        assert other.corrections() == case.corrections()
        assert other.reading(report) == case.reading(report)
    assert "\n=" not in (tmp_path / f"c.{ending}").read_text()


def test_a_colleagues_correction_that_goes_against_one_here_is_not_taken_in(case, report):
    case.decide(Decision(report, "reject", "E1"), who="ann")
    theirs = Correction(id="b1", report=report, layer="events", fact="E1", action="confirm", who="bob", when="2031-01-01")

    with pytest.raises(ConflictError):
        case.correct(theirs)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(["reject", "confirm", "denied", "possible", "undo"]), max_size=6))
def test_the_last_standing_word_wins(tmp_path_factory, make, words):
    with Casefile.open(tmp_path_factory.mktemp("case") / "c", create=True) as case:
        one = make.taken(TEXT)
        case.add(one, make.reading_of(one, **_facts()))
        stack = []
        for word in words:
            if word == "undo":
                if stack:
                    case.undo(stack.pop()[0].id)
                continue
            action = word if word in ("reject", "confirm") else "edit"
            after = {"status": word} if action == "edit" else None
            stack.append((case.decide(Decision(one.report.id, action, "E1", after=after), who="ann"), word))

        said = [word for _, word in stack]
        events = case.reading(one.report.id).events
        if said and said[-1] == "reject":
            assert events == ()
        elif said and said[-1] in ("denied", "possible"):
            assert events[0].status == said[-1]
        elif not said:
            assert events[0] == _facts()["events"][0]


def test_a_decision_about_events_of_two_reports_is_a_judgement_until_it_is_undone(case, make):
    one, other = make.taken(), make.taken("Guards opened the northern gate again, the council said.")
    case.add(one, make.full_reading(one))
    case.add(other, make.full_reading(other))
    name = f"{other.report.id}:E1"

    made = case.decide(Decision(one.report.id, "merge", fact="E1", others=(name,), why="the same gate"), who="Ada")

    (judgement,) = case.judgements()
    assert (judgement.verdict, judgement.by, judgement.who, judgement.grounds) == ("same", "person", "Ada", ("the same gate",))
    assert (judgement.one.fact, f"{judgement.other.report}:{judgement.other.fact}") == ("E1", name)

    case.undo(made.id, why=None, who="Ada")
    assert case.judgements() == []

    case.decide(Decision(one.report.id, "split", fact="E1", others=(name,)), who="Ada")
    assert [judgement.verdict for judgement in case.judgements()] == ["different"]


def test_parties_of_two_reports_that_are_one_are_a_judgement_too(case, make):
    one, other = make.taken(), make.taken("Guards opened the northern gate again, the council said.")
    case.add(one, make.full_reading(one))
    case.add(other, make.full_reading(other))

    case.decide(Decision(one.report.id, "merge", fact="P1", others=(f"{other.report.id}:P1",)), who="Ada")

    (judgement,) = case.judgements()
    assert (judgement.verdict, judgement.one.fact, judgement.other.fact) == ("same", "P1", "P1")
    assert len(case.reading(one.report.id).parties) == len(make.full_reading(one).parties)
