"""What is owned up to, ordered, listed, or done under a deal: our own sentences on invented wars."""

import pytest

from sayso.model import Event, Reading, Report
from sayso.reading.pipeline import Reader


def _read(reader: Reader, text: str) -> Reading:
    return reader.read(Report(id="0" * 64, text=text, published="2023-06-09", published_basis="given"))


def _deed(reading: Reading, word: str) -> Event:
    found = [event for event in reading.events if any(word in reading.words(span) for span in (event.trigger, *event.also))]
    assert found, f"no event at {word!r}"
    return found[0]


def _names(reading: Reading, ids: tuple[str, ...]) -> list[str]:
    names = {party.id: party.name for party in reading.parties}
    return [names[party] for party in ids]


@pytest.mark.parametrize("text", [
    "Chad declined to take responsibility for the shelling of a ferry.",
    "The bishops want the junta to acknowledge responsibility for the shelling of a ferry.",
    "Sudan must bear responsibility for the shelling of a ferry, the envoy said.",
])  # fmt: skip
def test_who_does_not_own_up_is_not_the_doer(reader: Reader, text: str) -> None:
    assert not {"Chad", "junta", "Sudan"} & set(_names(_read(reader, text), _deed(_read(reader, text), "shelling").actors))


def test_who_is_acquitted_did_nothing(reader: Reader) -> None:
    reading = _read(reader, "Judges acquitted a colonel of the murder of two monks.")
    assert _names(reading, _deed(reading, "murder").actors) == []


@pytest.mark.parametrize(("text", "word", "status"), [
    ("Militia frees nine nurses under swap deal", "frees", "happened"),
    ("Under the deal the militia surrenders its mortars.", "surrenders", "planned"),
    ("The inquest's paper lists the killing of six monks by soldiers.", "killing", "happened"),
    ("The marines obeyed an order to shell a school, wounding nine girls.", "shell", "happened"),
    ("The colonel issued an order to shell the school.", "shell", "demanded"),
])  # fmt: skip
def test_deals_papers_and_orders(reader: Reader, text: str, word: str, status: str) -> None:
    assert _deed(_read(reader, text), word).status == status


def test_the_attackers_own_dead_are_not_their_victims(reader: Reader) -> None:
    reading = _read(reader, "An assault by bandits left three guards dead, and four bandits were killed by the police in Goundam.")
    assert _names(reading, _deed(reading, "assault").recipients) == ["guards"]


def test_what_is_avenged_is_another_deed(reader: Reader) -> None:
    reading = _read(reader, "The militia shelled a depot in revenge for the killing of its chief.")
    assert "its chief" not in _names(reading, _deed(reading, "shelled").recipients)


def test_proof_of_a_deed_is_no_search_for_one(reader: Reader) -> None:
    assert _deed(_read(reader, "Doctors found evidence for the torture of monks by soldiers in Goundam."), "torture").status == "happened"


@pytest.mark.parametrize("text", [
    "The envoy pressed the militia to return to the table.", "The militia said the army had failed to keep its promise to leave Goundam.",
    "The colonel threatened to go back on his word.",
])  # fmt: skip
def test_moves_that_are_only_asked_for_failed_or_threatened_are_not_made(reader: Reader, text: str) -> None:
    assert not [move.kind for move in _read(reader, text).moves if move.kind in ("accept", "implement", "breach") and move.status == "happened"]


@pytest.mark.parametrize("text", ["Villagers feared Zamoran militants. The looters were Zamoran", "Army: Kavan rebels hit a depot. Next: Kavan"])
def test_a_name_may_be_the_last_word(reader: Reader, text: str) -> None:
    assert _read(reader, text).parties


def test_what_one_shells_of_ones_own_befalls_nobody_who_accuses(reader: Reader) -> None:
    reading = _read(reader, "The Front of Selm accused the marines of bombing their own barracks.")
    assert "Front of Selm" not in _names(reading, _deed(reading, "bombing").recipients)


def test_a_word_of_time_is_no_part_of_a_name(reader: Reader) -> None:
    assert all("overnight" not in place.name for place in _read(reader, "Guns fell silent near Goundam overnight, the mayor said.").places)


def test_a_mediators_country_lends_no_army(reader: Reader) -> None:
    reading = _read(reader, "The army bombed a ferry on Tuesday. Finland's foreign minister, who is mediating, called for calm.")
    assert _names(reading, _deed(reading, "bombed").actors) == ["army"]
