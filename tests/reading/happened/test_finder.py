"""The finder: what verbs tell that no row of the lexicon fits, learnt from sentences of our own and open about its reasons."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sayso.model import Report
from sayso.reading.happened import Happened
from sayso.reading.happened.acts import find_acts
from sayso.reading.happened.finder import CLASSES, Finder, may_tell
from sayso.reading.happened.learn import learn_finder, verbs_of
from sayso.reading.happened.lessons import lesson
from sayso.reading.happened.senses import Sense, Senses, senses_of
from sayso.reading.happened.weights import load, save
from sayso.reading.parsed import Parsed, Token
from sayso.reading.pipeline import Reader

Sayso = Callable[..., Any]


def verbs(reader: Reader, finder: Finder, text: str) -> dict[str, str]:
    """The verbs that the finder gives a type."""
    (doc,) = reader.parser.parse([text])
    page = reader.prepared(Report(id="0" * 64, published_basis="unknown", text=text), doc, Happened)
    told = {token.lower_: finder.sense(token) for token in page.doc}
    return {word: sense.row.type for word, sense in told.items() if sense is not None}


def parsed(reader: Reader, text: str) -> Parsed:
    """The tokens of a text."""
    (doc,) = reader.parser.parse([text])
    return reader.prepared(Report(id="0" * 64, published_basis="unknown", text=text), doc, Happened).doc


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


def test_what_it_learns_of_one_word_holds_of_words_like_it(reader: Reader) -> None:
    lines = (
        "Bandits [ASSAULT zorbed] the mosque.", "The militia [ASSAULT zorbed] a mosque.", "Rebels [ASSAULT zorbed] the mosque on Monday.",
        "The cook zorbed the rice.", "A cook zorbed some rice.", "The cooks zorbed rice on Monday.",
    )  # fmt: skip
    learnt = learn_finder(list(verbs_of([lesson(line) for line in lines * 6], reader)), reader)
    chances = [learnt.weighed(token) for token in parsed(reader, "They zorbed the temple. They zorbed the wheat.") if may_tell(token)]
    assert [type_ for type_, _ in chances] == ["ASSAULT", "ASSAULT"]  # the likeliest deed, however unlikely
    assert chances[0][1] > 0.5 > chances[1][1]


def test_it_is_asked_only_about_verbs_that_head_a_clause(reader: Reader) -> None:
    (doc,) = reader.parser.parse(["The men, who had been told to go, were said to be trying to sell tents belonging to the army."])
    page = reader.prepared(Report(id="0" * 64, published_basis="unknown", text=doc.text), doc, Happened)
    assert [token.text for token in page.doc if may_tell(token)] == ["told"]


def test_what_says_that_a_thing_was_not_done_is_no_deed_itself(reader: Reader) -> None:
    tokens = parsed(reader, "Guards foiled the plot. The navy thwarted the landing. The envoy averted a clash.")
    assert not [token.text for token in tokens if may_tell(token)]


class Asked(Finder):
    """A finder that remembers what it was asked."""

    def __init__(self, senses: Senses) -> None:
        super().__init__({}, senses)
        self.words: list[str] = []

    def sense(self, token: Token) -> Sense | None:
        if may_tell(token):
            self.words.append(token.text)
        return super().sense(token)


def test_where_a_row_fits_or_says_that_nothing_is_told_it_is_not_asked(reader: Reader) -> None:
    senses = senses_of(reader.lexicon)
    asked = Asked(senses)
    (doc,) = reader.parser.parse(["The army shelled Orla. Two buses crashed near Orla. Gunmen turned their guns on the crowd."])
    list(find_acts(Parsed(doc), senses, asked))
    assert asked.words == ["turned"]


def test_it_names_its_reasons(reader: Reader) -> None:
    text = "Bandits turned their guns on the crowd in Orla on Monday."
    (doc,) = reader.parser.parse([text])
    why = Happened(reader.lexicon).why(reader.prepared(Report(id="0" * 64, published_basis="unknown", text=text), doc, Happened), (8, 14))
    assert why is not None
    assert why.type == "ASSAULT"
    assert why.chance > 0.5
    assert why.learnt
    assert why.learnt == sorted(why.learnt, key=lambda one: (-abs(one[1]), one[0]))


def test_explain_shows_what_the_finder_saw(sayso: Sayso, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("Bandits turned their guns on the crowd in Orla on Monday.\n")
    shown = sayso("explain", report, "E1").stdout
    assert "found by happened.learnt.assault" in shown
    assert "by the finder it tells ASSAULT (0." in shown


def test_an_untaught_finder_finds_nothing(reader: Reader) -> None:
    assert verbs(reader, Finder({}, senses_of(reader.lexicon)), "Gunmen put the village to the torch and shelled the town.") == {}


def test_weights_of_other_classes_are_refused(tmp_path: Path) -> None:
    save(tmp_path / "w.npz", {"finder": {"all": (1, 2, 3)}})
    with pytest.raises(ValueError, match="weights of the shape"):
        load(tmp_path / "w.npz", "finder", CLASSES)
    with pytest.raises(ValueError, match="no weights called judge"):
        load(tmp_path / "w.npz", "judge", ("a", "b", "c"))
