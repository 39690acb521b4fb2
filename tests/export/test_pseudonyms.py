"""Private persons under pseudonyms: gone from facts, texts and addresses; offices and lexicon entries stay."""

import pytest

from sayso.export.pseudonyms import pseudonymised
from sayso.model import Event, Party, ReaderVersion, Reading, Report, Statement
from sayso.model.names import plain

TEXT = (
    "Samir Qandil, a baker from Bremfeld, told Coast Post that shells fell on Monday.\n"
    "Qandil’s brother Yusuf Qandil was hurt, said Colonel Ada Brunn of the Valley Guard. “Run,” QANDIL said. Brunn agreed."
)


@pytest.fixture
def reading(person) -> Reading:
    says, shells = TEXT.index("told"), TEXT.index("shells")
    return Reading(
        reader=ReaderVersion(version="1", model="m", lexicon="l"),
        report=Report(
            id="r" * 64, text=TEXT, outlet="Coast Post", published="2031-04-03", byline="Tom Weld", url="https://coast.example/qandil-baker-hurt"
        ),
        parties=(
            person("P1", "Samir Qandil", TEXT), person("P2", "Yusuf Qandil", TEXT),
            person("P3", "Ada Brunn", TEXT, office="colonel", of="P4"), Party(id="P4", name="Valley Guard", kind="armed_group"),
        ),
        statements=(Statement(id="S1", content=((shells, shells + 22),), kind="indirect", speaker="P1", speaker_span=(0, 12), cue=(says, says + 4)),),
        events=(Event(id="E1", type="ASSAULT", trigger=(shells, shells + 6), according_to="S1"),),
    )  # fmt: skip


def test_the_private_name_is_nowhere(reading: Reading) -> None:
    (hidden,) = pseudonymised([reading])
    assert "qandil" not in hidden.to_json().lower()
    assert "samir" not in hidden.to_json().lower()
    assert "Weld" not in hidden.to_json()
    assert hidden.report.url is None
    assert [party.name for party in hidden.parties][:2] == ["Person 1", "Person 2"]


def test_who_holds_an_office_keeps_the_name(reading: Reading) -> None:
    (hidden,) = pseudonymised([reading])
    assert "Ada Brunn" in hidden.report.text
    assert "Brunn agreed" in hidden.report.text
    assert hidden.parties[2].name == "Ada Brunn"


@pytest.mark.parametrize(("office", "kept"), [("teacher", False), ("aid worker", False), ("sergeant", False), ("mayor", True), ("spokeswoman", True)])
def test_a_private_calling_is_no_public_office(person, office: str, kept: bool) -> None:
    text = "Musa Tendu saw it from his roof."
    reading = Reading(
        reader=ReaderVersion(version="1", model="m", lexicon="l"), report=Report(id="t" * 64, text=text, published="2031-04-03"),
        parties=(person("P1", "Musa Tendu", text, office=office),),
    )  # fmt: skip
    (hidden,) = pseudonymised([reading])
    assert ("Musa Tendu" in hidden.to_json()) == kept


def test_spans_point_at_the_same_words_as_before(reading: Reading) -> None:
    (hidden,) = pseudonymised([reading])
    assert hidden.words(hidden.events[0].trigger) == "shells"
    assert hidden.words(hidden.statements[0].content[0]) == "shells fell on Monday."[:22]
    assert hidden.words(hidden.statements[0].cue) == "told"
    assert hidden.words(hidden.statements[0].speaker_span) == "Person 1"
    assert hidden.words(hidden.parties[2].mentions[0]) == "Ada Brunn"


def test_one_person_has_one_pseudonym_in_all_reports(reading: Reading, person) -> None:
    text = "Yusuf Qandil is well, his brother said."
    later = Reading(
        reader=reading.reader, report=Report(id="s" * 64, text=text, published="2031-04-09"), parties=(person("P1", "Yusuf Qandil", text),)
    )
    assert pseudonymised([later, reading])[0].report.text == "Person 2 is well, his brother said."


def test_every_span_of_the_samples_keeps_its_words(sample_readings: tuple[Reading, ...]) -> None:
    from sayso.model.reading import spans_of

    for before, after in zip(sample_readings, pseudonymised(sample_readings), strict=True):
        for (_, one), (_, other) in zip(before.facts(), after.facts(), strict=True):
            for (_, *old), (_, *new) in zip(spans_of(one), spans_of(other), strict=True):
                was, now = before.report.text[slice(*old)], after.report.text[slice(*new)]
                assert was == now or "Person " in now


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("José García", "José García fled. Later JOSE GARCIA and Jose\u0301 were seen; García’s house burned."),
        ("Ali Yıldırım", "Ali Yıldırım fled. Then Yildirim and YILDIRIM were named."),
        ("Li Wei", "Li Wei fled, and Mr Li was seen."),
        ("Eve O'Neil-Smith", "Eve O'Neil-Smith fled; Smith was seen."),
    ],
)
def test_a_name_goes_in_every_spelling(person, name: str, text: str) -> None:
    reading = Reading(
        reader=ReaderVersion(version="1", model="m", lexicon="l"),
        report=Report(id="t" * 64, text=text, title=name.upper(), published="2031-04-03", url="https://a.example/jose-garcia-yildirim-li-wei-smith"),
        parties=(person("P1", name, text),),
    )  # fmt: skip
    (hidden,) = pseudonymised([reading])
    assert hidden.report.url is None
    assert plain(name) not in plain(hidden.to_json())
    for word in ("garcia", "jose", "yildirim", "mr li", "smith"):
        assert word not in plain(hidden.report.text)
    assert hidden.report.text.count("Person 1") >= 2


def test_a_name_that_is_a_code_too_changes_no_code(person) -> None:
    text = "Amal Aid fled. Soldiers gave aid."
    reading = Reading(
        reader=ReaderVersion(version="1", model="m", lexicon="l"), report=Report(id="t" * 64, text=text, language="en"),
        parties=(person("P1", "Amal Aid", text),), events=(Event(id="E1", type="AID", trigger=(28, 31)),),
    )  # fmt: skip
    (hidden,) = pseudonymised([reading])
    assert hidden.events[0].type == "AID"
    assert "Amal" not in hidden.to_json()


def of(text: str, *parties: Party) -> Reading:
    return Reading(
        reader=ReaderVersion(version="1", model="m", lexicon="l"),
        report=Report(id=f"{len(text):064d}", text=text, published="2031-04-03"), parties=parties,
    )  # fmt: skip


def test_a_surname_of_unknown_kind_in_another_report_is_the_same_persons(person) -> None:
    first = of("Lidia Ferran fled.", person("P1", "Lidia Ferran", "Lidia Ferran fled."))
    second = of("Ferran spoke on Sunday.", Party(id="P1", name="Ferran", kind="other", mentions=((0, 6),)))
    assert not any("Ferran" in one.to_json() for one in pseudonymised([first, second]))


def test_who_holds_an_office_in_one_report_keeps_the_surname_in_the_others(person) -> None:
    first = of("Spokesman Tomas Brell spoke.", person("P1", "Tomas Brell", "Spokesman Tomas Brell spoke.", office="spokesman"))
    second = of("Brell spoke again.", person("P1", "Brell", "Brell spoke again."))
    hidden = pseudonymised([first, second])
    assert [one.report.text for one in hidden] == ["Spokesman Tomas Brell spoke.", "Brell spoke again."]
