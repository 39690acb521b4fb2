"""One party for each actor of a report, whatever it is called there."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from sayso.model import Party, Report
from sayso.reading.names import Names
from sayso.reading.page import Page
from sayso.reading.pipeline import Reader
from sayso.reading.who import Who


@dataclass
class Read:
    """A text and the parties found in it."""

    text: str
    parties: tuple[Party, ...]

    def party(self, words: str, nth: int = 0) -> Party:
        """The party that has a mention with these words."""
        fits = [p for p in self.parties if words in self.words(p)]
        assert fits, f"no party is called {words!r}; there are {[self.words(p) for p in self.parties]}"
        return fits[nth]

    def words(self, party: Party) -> list[str]:
        """Its mentions, as written."""
        return [self.text[a:b] for a, b in party.mentions]


Reads = Callable[..., Read]


@pytest.fixture
def reads(reader: Reader) -> Reads:
    """Reads names and parties alone."""
    names, who = Names(reader.lexicon), Who(reader.lexicon)

    def of(text: str, published: str | None = None) -> Read:
        page = Page(Report(id="r", text=text, published=published), next(iter(reader.parser.parse([text]))), reader.lexicon)
        names(page)
        who(page)
        return Read(text, page.cast.parties())

    return of


def test_acronym_full_name_and_description_are_one_party(reads: Reads) -> None:
    read = reads(
        "Ahrar al-Sham left the town on Sunday. Residents said the group had dug tunnels. "
        "The Syrian Observatory for Human Rights (SOHR) counted 40 dead. SOHR said more were missing."
    )
    ahrar = read.party("Ahrar al-Sham")
    assert ahrar.kind == "armed_group"
    assert "the group" in read.words(ahrar)
    assert ahrar.entry == "ahrar"
    observatory = read.party("SOHR")
    assert "The Syrian Observatory for Human Rights (SOHR)" in read.words(observatory)
    assert observatory.kind == "monitor"


def test_a_person_has_the_office_told_before_or_after_the_name(reads: Reads) -> None:
    read = reads(
        "SDF spokesman Dilovan Qasim met elders. Qasim left. "
        "Leyla Haddad, the head of the Norwegian Refugee Council, said aid was late."
    )
    qasim = read.party("Qasim")
    assert qasim.kind == "person"
    assert [r.title for r in qasim.roles] == ["spokesman"]
    assert qasim.roles[0].of == next(p.id for p in read.parties if p.entry == "sdf")
    haddad = next(p for p in read.parties if p.name == "Leyla Haddad")
    assert haddad.roles[0].title.startswith("head")
    assert read.words(haddad) == ["Leyla Haddad, the head of the Norwegian Refugee Council"], "a mention with its apposition is one mention"


def test_an_official_who_is_named_later_is_that_person(reads: Reads) -> None:
    read = reads("An SDF spokesman said the road was cut.\n\nThe SDF spokesman, Dilovan Qasim, said on Friday it would open.")
    assert any("SDF spokesman" in w for w in read.words(next(p for p in read.parties if p.name == "Dilovan Qasim")))


def test_members_of_a_body_stand_for_it_and_its_leaders_do_not(reads: Reads) -> None:
    read = reads("Hezbollah fighters crossed the border. Hezbollah leaders denied it.")
    assert read.party("Hezbollah fighters").entry == "hezbollah"
    leaders = read.party("Hezbollah leaders")
    assert leaders.entry is None
    assert leaders.roles[0].of == read.party("Hezbollah fighters").id


def test_the_government_is_that_of_the_country_the_report_is_about(reads: Reads) -> None:
    read = reads(
        "Syrian state media said Syria had opened a road to Homs. The government promised aid. "
        "Damascus rejected the offer. Russia backed the Syrian government.",
        published="2015-05-01",
    )
    government = read.party("The government")
    assert {"Damascus", "the Syrian government"} <= set(read.words(government))
    assert government.entry == "sy-assad", "the party of the lexicon that governed on that day"
    assert read.party("Russia").kind == "state"


def test_a_country_is_a_party_only_where_it_acts(reads: Reads) -> None:
    read = reads("Turkey accused Greece of piracy. The ship was found off Cyprus.")
    assert read.party("Turkey").kind == "state"
    assert read.party("Greece").kind == "state"
    assert not any("Cyprus" in read.words(p) for p in read.parties)


def test_state_bodies_are_parties_of_their_own(reads: Reads) -> None:
    read = reads("The Turkish defence ministry said Turkish soldiers fired back. Turkish police closed the road.")
    assert read.party("The Turkish defence ministry").kind == "government"
    assert read.party("Turkish soldiers").kind == "military"
    assert read.party("Turkish police").kind == "police"


def test_unnamed_people_are_parties_with_their_numbers(reads: Reads) -> None:
    read = reads("At least 22 civilians were killed. Thousands of civilians fled. Residents and an activist said rebels had shot at smugglers.")
    civilians = read.party("At least 22 civilians")
    assert "Thousands of civilians" in read.words(civilians)
    assert civilians.kind == "civilians"
    assert read.party("rebels").kind == "armed_group"
    assert read.party("smugglers")
    assert read.party("Residents")


def test_rebel_held_is_no_mention_of_rebels(reads: Reads) -> None:
    read = reads("Shells fell on the rebel-held town and on government-held Homs.")
    assert not read.parties


def test_the_extremists_are_those_the_report_calls_so(reads: Reads) -> None:
    read = reads("Islamic State extremists hold the hill. The SDF says the extremists will not get away from the SDF.")
    assert read.party("the extremists").entry == "is"


def test_users_rows_win(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> None:
    from sayso.lexicon import Lexicon

    folder = tmp_path_factory.mktemp("mine")
    (folder / "parties.tsv").write_text("id\tname\tkind\taliases\nridge\tMen of the Ridge\tarmed_group\tRidge Men|MOR\n")
    lexicon = Lexicon(folder)
    text = "The Ridge Men shelled the school, residents said. MOR denied it."
    page = Page(Report(id="r", text=text), next(iter(reader.parser.parse([text]))), lexicon)
    Names(lexicon)(page)
    Who(lexicon)(page)
    party = next(p for p in page.cast.parties() if p.entry == "ridge")
    assert len(party.mentions) == 2


@pytest.mark.parametrize("text", ["", " ", "\n\n", "said", "(((", "the the the", "A" * 5000, "He. " * 2000, "\u202eabc d\u0301"])
def test_any_text_is_read(reads: Reads, text: str) -> None:
    reads(text)


def test_the_alliance_is_the_party_that_is_one_and_never_its_enemy(reads: Reads) -> None:
    read = reads(
        "The Syrian Democratic Forces launched an assault on a village that Islamic State still holds. A spokesman for the alliance said 12 died."
    )
    alliance = read.party("the alliance")
    assert alliance.name == "Syrian Democratic Forces"
    assert [(role.title, role.of) for role in read.party("A spokesman").roles] == [("spokesman", alliance.id)]


def test_an_alliance_that_nobody_named_is_no_party_named_before(reads: Reads) -> None:
    read = reads("Islamic State fighters left the village. The alliance said it was calm.")
    assert read.party("The alliance").name != "Islamic State"


def test_where_people_met_makes_no_army(reads: Reads) -> None:
    assert all("Norw" not in party.name for party in reads("The rebels and the army met in Oslo on Monday.").parties if party.kind == "military")


def test_people_that_open_a_sentence_after_a_break_are_no_place(reads: Reads) -> None:
    read = reads("ODUN, May 2 \n\nRebels in the besieged town of Mirat asked the Syrian army for a truce.")

    assert read.party("Rebels").kind == "armed_group"
