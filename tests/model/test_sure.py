"""Leaving out what the reader was less sure of: what stays can still be told whole."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Dateline, Event, Figure, Move, Party, Place, Reading, Report, Role, Statement, at_least
from sayso.model.reading import references_of
from sayso.reading.pipeline import Reader

TEXT = "DARWAN: The mayor said that the army said that rebels shelled Darwan, killing three."
VERSION = {"version": "0", "model": "m", "lexicon": "l"}


def reading(**sure: float) -> Reading:
    """A report of ours; `sure` gives the confidence of a fact by its id, else it is .9."""

    def by(id: str) -> dict[str, object]:
        return {"id": id, "confidence": sure.get(id, 0.9)}

    parties = ("P1", "mayor"), ("P2", "army"), ("P3", "rebels"), ("P4", "town hall")
    return Reading(
        reader=VERSION,  # type: ignore[arg-type]
        report=Report(id="0" * 64, published_basis="unknown", text=TEXT, dateline=Dateline(place="L1", span=(0, 6))),
        parties=tuple(
            Party(**by(id), name=name, kind="other", roles=(Role(title="mayor", of="P4"),) if id == "P1" else ()) for id, name in parties
        ),  # type: ignore[arg-type]
        places=(Place(**by("L1"), name="Darwan", kind="town"),),  # type: ignore[arg-type]
        statements=(
            Statement(**by("S1"), content=((23, 83),), kind="indirect", speaker="P1"),  # type: ignore[arg-type]
            Statement(**by("S2"), content=((42, 83),), kind="indirect", speaker="P2", within="S1"),  # type: ignore[arg-type]
        ),
        events=(
            Event(**by("E1"), type="ASSAULT", trigger=(54, 61), actors=("P3",), place="L1", according_to="S2", figures=("F1",)),  # type: ignore[arg-type]
        ),
        figures=(Figure(**by("F1"), span=(78, 83), what="dead", min=3, max=3),),  # type: ignore[arg-type]
        moves=(Move(**by("M1"), kind="demand", span=(0, 6)), Move(**by("M2"), kind="reject", span=(8, 11), answers="M1")),  # type: ignore[arg-type]
    )


def whole(left: Reading) -> None:
    """Everything that is named is there."""
    Reading.model_validate_json(left.to_json())


def test_a_fact_below_goes_and_what_is_left_is_whole() -> None:
    left = at_least(reading(E1=0.4), 0.5)
    assert left.events == ()
    assert len(left.statements) == 2
    whole(left)


def test_the_statements_and_parties_that_a_fact_rests_on_stay_whatever_their_confidence() -> None:
    left = at_least(reading(S1=0.1, S2=0.2, P1=0.1, P2=0.1, P3=0.1, P4=0.1), 0.5)
    assert [s.id for s in left.statements] == ["S1", "S2"]
    assert left.events[0].according_to == "S2"
    assert [p.id for p in left.parties] == ["P1", "P2", "P3", "P4"]
    whole(left)


def test_a_party_that_nothing_names_goes_with_its_fact() -> None:
    left = at_least(reading(E1=0.1, F1=0.1, P3=0.2), 0.5)
    assert "P3" not in {p.id for p in left.parties}


def test_a_place_a_figure_and_an_earlier_move_leave_nothing_behind() -> None:
    left = at_least(reading(L1=0.5, F1=0.5, M1=0.5), 0.6)
    assert left.report.dateline is not None
    assert left.report.dateline.place is None
    assert (left.events[0].place, left.events[0].figures, left.moves[0].answers) == (None, (), None)
    whole(left)


def test_nothing_is_left_out_for_nothing() -> None:
    made = reading(E1=0.0)
    assert at_least(made, 0.0) is made


@given(st.dictionaries(st.sampled_from(["P1", "P2", "P3", "P4", "L1", "S1", "S2", "E1", "F1", "M1", "M2"]), st.floats(0, 1)), st.floats(0, 1))
def test_any_confidences_leave_a_whole_reading_of_the_same_text(sure: dict[str, float], least: float) -> None:
    made = reading(**sure)
    left = at_least(made, least)
    whole(left)
    assert {(layer, fact.id) for layer, fact in made.facts() if fact.confidence >= least} <= {(layer, fact.id) for layer, fact in left.facts()}
    assert all(fact.according_to == next(e for e in made.events if e.id == fact.id).according_to for fact in left.events)
    assert at_least(left, least) == left


def test_a_real_reading(reader: Reader, a_report: Callable[..., Report]) -> None:
    made = reader.read(a_report("Rebels shelled Kassa on Monday, the army said. They denied it and offered a truce within two weeks."))
    for least in (0.5, 0.7, 0.85, 1.0):
        left = at_least(made, least)
        whole(left)
        rests = {named for _, fact in left.facts() for _, _, named in references_of(fact)}
        assert all(fact.confidence >= least or fact.id in rests for _, fact in left.facts())
