"""The finder: what verbs tell that no row of the lexicon fits, learnt from sentences of our own and open about its reasons."""

from pathlib import Path

import pytest

from sayso.model import Report
from sayso.reading.happened import Happened
from sayso.reading.happened.finder import CLASSES, Finder, may_tell
from sayso.reading.happened.learn import learn_finder, verbs_of
from sayso.reading.happened.lessons import lesson
from sayso.reading.happened.senses import Senses
from sayso.reading.happened.weights import load, save
from sayso.reading.pipeline import Reader


@pytest.fixture(scope="module")
def finder(reader: Reader) -> Finder:
    return Finder.load(Senses(reader.lexicon))


def verbs(reader: Reader, finder: Finder, text: str) -> dict[str, str]:
    """The verbs that the finder gives a type."""
    (doc,) = reader.parser.parse([text])
    page = reader.prepared(Report(id="0" * 64, published_basis="unknown", text=text), doc, Happened)
    told = {token.lower_: finder.sense(token) for token in page.doc}
    return {word: sense.row.type for word, sense in told.items() if sense is not None}


def test_it_tells_apart_what_its_lessons_tell_apart(reader: Reader) -> None:
    lines = (
        "Gunmen [ASSAULT zorbed] the village.", "The militia [ASSAULT zorbed] two farms.", "Rebels [ASSAULT zorbed] the town.",
        "The ministry [AID gorped] rice to the village.", "The agency [AID gorped] tents to the town.", "Aid workers [AID gorped] flour to families.",
        "The mayor smiled at the village.", "The nurse walked in the town.", "Farmers smiled at two farms.",
    )  # fmt: skip
    learnt = learn_finder(list(verbs_of([lesson(line) for line in lines * 6], reader)), reader)
    assert verbs(reader, learnt, "Soldiers zorbed a hamlet. The Red Cross gorped beans to a school. The teacher smiled.") == {
        "zorbed": "ASSAULT", "gorped": "AID",
    }  # fmt: skip


def test_it_is_asked_only_about_verbs_that_head_a_clause(reader: Reader) -> None:
    (doc,) = reader.parser.parse(["The men, who had been told to go, were said to be trying to sell tents belonging to the army."])
    page = reader.prepared(Report(id="0" * 64, published_basis="unknown", text=doc.text), doc, Happened)
    assert [token.text for token in page.doc if may_tell(token)] == ["told"]


def test_where_the_lexicon_knows_better_it_is_not_asked(reader: Reader) -> None:
    senses = Senses(reader.lexicon)
    (doc,) = reader.parser.parse(["The army took the blame and shelled Orla."])
    page = reader.prepared(Report(id="0" * 64, published_basis="unknown", text=doc.text), doc, Happened)
    shelled = next(token for token in page.doc if token.text == "shelled")
    assert senses.fitting(shelled) is senses.of(shelled) is not None


def test_it_names_its_reasons(reader: Reader, finder: Finder) -> None:
    (doc,) = reader.parser.parse(["Gunmen put the village to the torch."])
    page = reader.prepared(Report(id="0" * 64, published_basis="unknown", text=doc.text), doc, Happened)
    put = next(token for token in page.doc if token.text == "put")
    reasons = finder.reasons(put, "ASSAULT")
    assert reasons
    assert reasons == sorted(reasons, key=lambda one: (-abs(one[1]), one[0]))


def test_an_untaught_finder_finds_nothing(reader: Reader) -> None:
    assert verbs(reader, Finder({}, Senses(reader.lexicon)), "Gunmen put the village to the torch and shelled the town.") == {}


def test_weights_of_other_classes_are_refused(tmp_path: Path) -> None:
    save(tmp_path / "w.npz", {"finder": {"all": (1, 2, 3)}})
    with pytest.raises(ValueError, match="weights of the shape"):
        load(tmp_path / "w.npz", "finder", CLASSES)
    with pytest.raises(ValueError, match="no weights called judge"):
        load(tmp_path / "w.npz", "judge", ("a", "b", "c"))
