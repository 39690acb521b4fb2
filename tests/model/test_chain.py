"""The chain of people and outlets that carried a fact, outermost first."""

from sayso.model import Party, ReaderVersion, Reading, Report, Role, Statement
from sayso.model.chain import chain_of, sentence, short_name
from sayso.model.report import Origin

TEXT = "Sara Haddad told AFP that a commander had said that the road was open, the Coast Daily wrote."


def reading() -> Reading:
    return Reading(
        reader=ReaderVersion(version="1", model="m", lexicon="l"),
        report=Report(id="r", text=TEXT, outlet="Coast Daily", origin=Origin(name="AFP", basis="marker")),
        parties=(
            Party(id="P1", name="Sara Haddad", kind="person", roles=(Role(title="spokeswoman", of="P3"),)),
            Party(id="P2", name="AFP", kind="agency"),
            Party(id="P3", name="Coalition of Northern Towns", kind="coalition", aliases=("Coalition of Northern Towns", "CNT")),
            Party(id="P4", name="a commander", kind="military"),
        ),
        statements=(
            Statement(id="S1", content=((26, 69),), kind="indirect", speaker="P1", channel="interview", via=("P2",)),
            Statement(id="S2", content=((52, 69),), kind="indirect", speaker="P4", anonymous=True, within="S1"),
        ),
    )


def test_a_nested_statement_carries_the_whole_chain() -> None:
    assert sentence(chain_of(reading(), "S2")) == (
        "Coast Daily ← AFP ← interview ← Sara Haddad, spokeswoman (Coalition of Northern Towns) ← a commander"
    )


def test_the_outlets_own_voice_is_the_outlet_and_its_agency() -> None:
    assert [hop.name for hop in chain_of(reading(), None)] == ["Coast Daily", "AFP"]


def test_unnamed_speakers_are_marked() -> None:
    assert chain_of(reading(), "S2")[-1].anonymous


def test_a_long_name_gives_way_to_its_acronym() -> None:
    assert [short_name(p) for p in reading().parties] == ["Sara Haddad", "AFP", "CNT", "a commander"]
