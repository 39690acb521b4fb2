"""The Python face and its plug-in points, each shown by one example that works."""

from pathlib import Path

import pandas as pd
import pytest
import spacy

import sayso
import sayso.component
from sayso.casefile import Casefile

TEXT = "ARNHOLT (Coast Post) – The Lowland Army shelled the town of Arnholt on Monday, killing four people, a doctor said."


@pytest.fixture
def plug_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Installs a package of one module whose entry points are given."""

    def install(code: str, group: str, name: str, what: str) -> None:
        (tmp_path / "example_plug.py").write_text(code, encoding="utf-8")
        info = tmp_path / "example_plug-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: example-plug\nVersion: 1.0\n", encoding="utf-8")
        (info / "entry_points.txt").write_text(f"[{group}]\n{name} = example_plug:{what}\n", encoding="utf-8")
        monkeypatch.syspath_prepend(tmp_path)
        monkeypatch.delitem(__import__("sys").modules, "example_plug", raising=False)

    return install


def test_a_text_is_read_in_one_call() -> None:
    reading = sayso.read(TEXT, published="2031-04-02", outlet="Coast Post")
    assert reading.report.text == TEXT
    assert reading.report.published == "2031-04-02"
    assert "ASSAULT" in {event.type for event in reading.events}


def test_a_file_that_cannot_be_read_is_an_error_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    with pytest.raises(ValueError, match=r"empty\.txt: is empty"):
        sayso.read(tmp_path / "empty.txt")


@pytest.mark.parametrize("layer", ["reports", "parties", "events", "statements"])
def test_any_layer_is_a_frame(layer: str) -> None:
    reading = sayso.read(TEXT, published="2031-04-02")
    frame = sayso.to_frame([reading], layer)
    assert isinstance(frame, pd.DataFrame)
    assert len(frame) == (1 if layer == "reports" else len(getattr(reading, layer)))
    assert sayso.to_frame(reading, layer).equals(frame)


def test_a_situations_layers_are_frames_too() -> None:
    situation = sayso.situate([sayso.read(TEXT, published="2031-04-02")])
    assert list(sayso.to_frame(situation, "incidents")["id"]) == [one.id for one in situation.incidents]


def test_a_casefile_is_a_frame(tmp_path: Path) -> None:
    from sayso.intake import Known, take

    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8")
    (taken,) = take([tmp_path / "report.txt"], Known(published="2031-04-02"))
    with Casefile.open(tmp_path / "case.sayso", create=True) as case:
        case.add(taken, sayso.read(tmp_path / "report.txt", published="2031-04-02"))
        assert list(sayso.to_frame(case, "reports")["published"]) == ["2031-04-02"]


def test_a_layer_that_there_is_not_is_named() -> None:
    with pytest.raises(ValueError, match="a Reading has no layer 'weather'; it has reports, parties"):
        sayso.to_frame(sayso.read(TEXT), "weather")
    with pytest.raises(ValueError, match="a Situation has no layer 'as_of'"):
        sayso.to_frame(sayso.situate([]), "as_of")


def test_polars_takes_the_same_table() -> None:
    pytest.importorskip("polars", reason="polars is not installed")
    frame = sayso.to_frame(sayso.read(TEXT, published="2031-04-02"), "events", "polars")
    assert "ASSAULT" in frame["type"].to_list()


def test_spacy_has_it_as_a_component() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sayso", config={"published": "2031-04-02"})
    doc = nlp(TEXT)
    assert doc._.sayso == sayso.read(TEXT, published="2031-04-02")
    assert "ASSAULT" in {span.label_ for span in doc.spans[sayso.component.SPANS]}
    assert nlp(" ")._.sayso is None


def test_another_package_may_offer_an_exporter(tmp_path: Path, plug_in) -> None:
    from sayso.export import formats, writer
    from sayso.export.material import Material

    code = "def write(material, out):\n    out.write_text(''.join(r.report.id for r in material.chosen()))\n    return len(material.readings)\n"
    plug_in(code, "sayso.exporters", "ids", "write")
    reading = sayso.read(TEXT)
    assert formats()["ids"] == "from the plug-in example_plug:write"
    assert writer("ids")(Material((reading,)), tmp_path / "ids.txt") == 1
    assert (tmp_path / "ids.txt").read_text() == reading.report.id


def test_another_package_may_offer_a_lexicon(tmp_path: Path, plug_in) -> None:
    from sayso.lexicon.party_rows import PartyRow

    (tmp_path / "tables").mkdir()
    row = "id\tname\tkind\taliases\nlowland-army\tLowland Army\tmilitary\tLowland troops\n"
    (tmp_path / "tables" / "parties.tsv").write_text(row, encoding="utf-8")
    plug_in(f"def folder():\n    return {str(tmp_path / 'tables')!r}\n", "sayso.lexicons", "lowland", "folder")
    lexicon = sayso.Lexicon("lowland")
    assert "Lowland Army" in {row.name for row in lexicon.rows(PartyRow)}
    assert lexicon.version != sayso.Lexicon().version


def test_another_package_may_offer_a_reader_of_another_language(tmp_path: Path, plug_in) -> None:
    german = (
        "Die Armee hat am Montag die Stadt beschossen, sagte ein Arzt. Die Lage ist nach wie vor nicht klar, und die Menschen fliehen aus "
        "der Stadt. Ein Sprecher der Regierung sagte, dass es sich um einen Angriff auf die Stellungen der Gegner handelte. Das ist nach "
        "den Worten der Ärzte nicht wahr, denn in dem Haus waren nur Kinder und Frauen, die dort auf Hilfe gewartet haben."
    )
    code = (
        "from sayso.model import ReaderVersion, Reading\n\nclass Deutsch:\n    def read(self, report):\n"
        "        return Reading(reader=ReaderVersion(name='deutsch', version='1', model='-', lexicon='-'), report=report)\n"
    )
    (tmp_path / "bericht.txt").write_text(german, encoding="utf-8")
    with pytest.raises(ValueError, match="only English is read"):
        sayso.read(tmp_path / "bericht.txt")
    plug_in(code, "sayso.readers", "de", "Deutsch")
    assert sayso.read(german).reader.name == "deutsch"
    assert sayso.read(tmp_path / "bericht.txt").reader.name == "deutsch"
    assert sayso.read(TEXT).reader.name == "sayso"
