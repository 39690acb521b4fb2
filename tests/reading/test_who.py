"""One party for each actor of a report, whatever it is called there."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from sayso.intake.anatomy import from_row
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


def test_the_alliance_that_tells_of_what_it_did_is_the_doer(reads: Reads) -> None:
    read = reads("The Syrian Democratic Forces resumed the attack on Friday, the alliance said.")
    assert read.party("the alliance").name == "Syrian Democratic Forces"


def test_an_alliance_that_nobody_named_is_no_party_named_before(reads: Reads) -> None:
    read = reads("Islamic State fighters left the village. The alliance said it was calm.")
    assert read.party("The alliance").name != "Islamic State"


def test_where_people_met_makes_no_army(reads: Reads) -> None:
    assert all("Norw" not in party.name for party in reads("The rebels and the army met in Oslo on Monday.").parties if party.kind == "military")


def test_the_people_of_a_group_with_its_singular_are_the_group(reads: Reads) -> None:
    read = reads("Houthi forces shelled the port. Houthi fighters then left, and a Houthi leader spoke.")
    assert read.party("Houthi forces").name == "Houthis"
    assert read.party("Houthi fighters") is read.party("Houthi forces")
    assert "A Houthi" not in read.words(read.party("Houthi forces"))


def test_fighters_of_a_people_are_a_party_of_their_own(reads: Reads) -> None:
    read = reads("Tuareg fighters took the well. Islamist militants fled.")
    assert read.party("Tuareg fighters").kind == "armed_group"
    assert read.party("Islamist militants").name == "militants"


def test_the_army_is_that_of_the_country_after_of_or_the_one_spoken_of_last(reads: Reads) -> None:
    read = reads("The army of Chad said it had sent soldiers. A witness in Niger said the army fled.")
    assert read.words(read.party("The army")) == ["The army", "the army"]
    assert read.party("The army").name == "Chadian army"


@pytest.mark.parametrize("text", ["A witness in Niger said Chad was calm. The army fled.", "The army shelled Zarin. A French delegate left."])
def test_an_army_is_nobodys_where_nothing_says_whose(reads: Reads, text: str) -> None:
    assert reads(text).party("The army").name == "army"


def test_a_full_stop_before_a_title_is_no_part_of_the_mention(reads: Reads) -> None:
    assert reads("It failed. Colonel Petra Lund left.").party("Colonel Petra Lund").kind == "person"


@pytest.mark.parametrize(
    ("published", "office"), [("2015-06-01", "president"), ("2025-02-01", None), (None, None)], ids=["in office", "out of office", "no day"]
)
def test_a_known_person_has_the_office_held_on_the_day(reads: Reads, published: str | None, office: str | None) -> None:
    read = reads("Bashar al-Assad met envoys in Damascus. Syria's government gave no details.", published)
    roles = read.party("Bashar al-Assad").roles
    assert [role.title for role in roles] == ([office] if office else [])
    if office:
        assert roles[0].of == read.party("Syria's government").id


@pytest.mark.parametrize(
    "text",
    [
        "Ethiopia's government gave way. Prime Minister Abiy Ahmed met elders in Gondar.",
        "The envoys left. Ethiopia's government had nothing to add. The prime minister, Abiy Ahmed, met elders in Gondar.",
    ],
)
def test_an_office_that_the_report_tells_is_of_the_body_that_the_lexicon_knows(reads: Reads, text: str) -> None:
    read = reads(text, "2021-03-01")
    assert {role.of for role in next(p for p in read.parties if p.name == "Abiy Ahmed").roles} == {read.party("Ethiopia's government").id}


def test_an_office_of_a_body_that_is_only_described_may_stand_between_commas(reads: Reads) -> None:
    read = reads("The junta's health minister, Ine Solberg, said that the clinic was full.")
    assert read.party("Ine Solberg").roles[0].of == read.party("The junta").id


def test_an_office_held_twice_is_held_in_both_terms(reads: Reads) -> None:
    for published, held in (("2018-05-01", True), ("2022-05-01", False), ("2025-05-01", True)):
        roles = reads("Donald Trump called it a mistake.", published).party("Donald Trump").roles
        assert bool(roles) == held


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("RSF fighters left the town.", "Rapid Support Forces"),
        ("The RSF shelled the town.", "Rapid Support Forces"),
        ("The RSF said that a journalist was jailed.", "Reporters Without Borders"),
    ],
)
def test_letters_that_two_parties_share_are_the_armed_ones_where_they_fight(reads: Reads, text: str, name: str) -> None:
    assert name in {party.name for party in reads(text).parties}


def test_the_country_of_a_report_may_be_told_by_its_towns(reads: Reads) -> None:
    read = reads("The army shelled Babanusa, Nyala and El Fasher. Thousands fled to Chad.", "2024-05-01")
    assert read.party("The army").name == "Sudanese Armed Forces" or "Sudanese army" in read.party("The army").aliases


def test_the_ministry_of_a_seat_of_government_is_that_state_s(reads: Reads) -> None:
    read = reads("Kyiv denied it. Moscow's defence ministry said its troops had taken Toretsk.")
    assert read.party("Moscow's defence ministry").entry == "ru-mod"


@pytest.mark.parametrize(("text", "name"), [
    ("Somali troops retook Bariire from al-Shabaab.", "Al-Shabaab"),
    ("In Mozambique soldiers fought al-Shabaab near Palma.", "Islamic State Mozambique"),
])  # fmt: skip
def test_al_shabaab_is_that_of_the_country(reads: Reads, text: str, name: str) -> None:
    assert reads(text, "2022-05-01").party("al-Shabaab").name == name


def test_an_office_in_capitals_is_no_group(reads: Reads) -> None:
    read = reads("The SDF left, Defence Minister Ahmed Moalim Fiqi said. The group gave no reason.")
    assert read.party("The group").name == "Syrian Democratic Forces"


def test_who_left_a_body_is_not_the_body(reads: Reads) -> None:
    read = reads("Dissidents of the FARC bombed a base. The ELN denied any part in it.")
    assert read.words(read.party("the FARC")) == ["the FARC"]


def test_a_regional_government_is_not_the_state_s_and_the_junta_is(reads: Reads) -> None:
    read = reads("Ethiopia sent troops. The regional government objected. The government said nothing.")
    assert read.party("The regional government") is not read.party("The government")
    junta = reads("Mali's army lost a convoy. The junta denied it.")
    assert junta.party("The junta").entry == "ml-gov"


def test_titles_do_not_reach_into_the_sentence_before(reads: Reads) -> None:
    assert reads("Israel bombed the General Staff building. Sheikh Karim Sinjar left.").party("Sheikh Karim Sinjar").kind == "person"


def test_armed_men_are_no_civilians(reads: Reads) -> None:
    read = reads("Armed men killed twelve men in the village.")
    assert read.party("Armed men").kind == "armed_group"
    assert read.party("twelve men").kind == "civilians"


def test_a_party_that_was_not_yet_is_not_meant_by_its_other_names(reads: Reads) -> None:
    for published, later in (("2015-06-01", False), ("2018-06-01", True)):
        names = {party.name for party in reads("Militias loyal to the Tripoli government fought near Gharyan.", published).parties}
        assert ("Government of National Accord" in names) == later


def test_people_that_open_a_sentence_after_a_break_are_no_place(reads: Reads) -> None:
    read = reads("ODUN, May 2 \n\nRebels in the besieged town of Mirat asked the Syrian army for a truce.")

    assert read.party("Rebels").kind == "armed_group"


def test_one_town_makes_nobodys_army(reads: Reads) -> None:
    read = reads("The army shelled the market in Odun. A mediator from Lund carried the offer, residents said.")
    assert "Swedish army" not in {party.name for party in read.parties}


@pytest.mark.parametrize(
    ("text", "ministry"),
    [
        ("Mali lost a convoy. Eleven militants were killed near Gao, the defence ministry said.", "ml-mod"),
        ("Chad's army bombed a market in the east of Chad. The ministry of defence denied it.", "td-mod"),
        ("Chad's army killed nine rebels. Niger's defence ministry gave no figure, nor did Chad. The defence ministry said more later.", "ne-mod"),
        ("Norway sent an envoy to Chad. The foreign ministry gave no details.", None),
        ("Russian jets struck a town in Syria, the defence ministry said. Syria's army took two villages.", None),  # whose, nobody says
    ],
)
def test_a_ministry_without_its_country_is_that_of_the_report_s_country(reads: Reads, text: str, ministry: str | None) -> None:
    read = reads(text)
    assert {party.entry for party in read.parties if "ministry" in party.name.lower()} == {ministry}


def test_a_town_and_the_dateline_of_its_country_tell_the_report_s_country(reader: Reader) -> None:
    text = "BAMAKO, March 4 (Sahel Star) - Eleven militants were killed in an air strike near Gao, the defence ministry said."
    parties = reader.read(from_row({"text": text, "published": "2031-03-04"})).parties
    assert "ml-mod" in {party.entry for party in parties}


def test_a_named_body_with_fighters_is_an_armed_group_and_they_are_it(reads: Reads) -> None:
    read = reads("At least 29 fighters from the Zarum movement were killed. Zarum said it had lost a base.")
    assert [(one.name, one.kind) for one in read.parties] == [("Zarum", "armed_group")]


def test_the_newspaper_is_the_one_that_was_named_and_not_the_agency(reads: Reads) -> None:
    read = reads("QASR (AP) -- The Beacon newspaper told of talks. Two aides left for Oslo, the newspaper said.")
    beacon = read.party("The Beacon newspaper")
    assert (beacon.name, beacon.kind) == ("Beacon", "outlet")
    assert "the newspaper" in read.words(beacon)


def test_a_part_of_an_office_is_nobody(reads: Reads) -> None:
    read = reads("Secretary of State Lena Orr and Cabinet Secretary Tal Holt left on Sunday. The Cabinet met on Monday.")
    assert [party.name for party in read.parties] == ["Lena Orr", "Tal Holt", "Cabinet"]


def test_a_rank_behind_an_office_is_no_part_of_it(reads: Reads) -> None:
    aldo = reads("Police spokesman Capt. Ron Aldo spoke.").party("Police spokesman Capt. Ron Aldo")
    assert [role.title for role in aldo.roles] == ["Police spokesman"]


def test_how_many_they_are_is_no_part_of_the_name(reads: Reads) -> None:
    assert [party.name for party in reads("A 62-member rescue team reached the dam.").parties] == ["rescue team"]


def test_some_member_is_not_the_one_who_was_named(reads: Reads) -> None:
    read = reads("He wrote to Omar Haddad, a Hamas member who had left. A Hamas member who gave no name said it went on.")
    assert read.words(read.party("Omar Haddad, a Hamas member")) == ["Omar Haddad, a Hamas member"]


def test_an_office_is_no_part_of_a_name(reads: Reads) -> None:
    read = reads("Former Secretary of Defense Lena Orr was there. Harbour Watch President Tom Aldo came late.")
    assert {"Lena Orr", "Harbour Watch", "Tom Aldo"} == {party.name for party in read.parties}


def test_one_of_a_nation_is_somebody(reads: Reads) -> None:
    read = reads("Troops shot dead a Palestinian and freed a Turk. A Saudi was held. A Turkish trader and an Iraqi-led force were there.")
    found = {party.name: party.kind for party in read.parties if party.name in ("Palestinian", "Turk", "Saudi", "Turkish", "Iraqi")}
    assert found == {"Palestinian": "civilians", "Turk": "civilians", "Saudi": "civilians"}


def test_the_man_is_no_spokesman(reads: Reads) -> None:
    read = reads("Another man has been held. Police spokesman Ron Aldo would not say what the man had done.")
    assert "the man" not in read.words(read.party("Police spokesman Ron Aldo"))


@pytest.mark.parametrize(("text", "army"), [
    ("NAIROBI \u2013 The army captured Bor on Monday, witnesses said.", "army"),
    ("NAIROBI \u2013 The army captured Durham on Monday, witnesses said.", "army"),
    ("JUBA \u2013 The army captured Bor on Monday, witnesses in Juba said. South Sudan is at war.", "South Sudanese army"),
])  # fmt: skip
def test_an_army_is_of_no_country_that_only_a_namesake_of_a_town_would_give(reader: Reader, text: str, army: str) -> None:
    reading = reader.read(Report(id="0" * 64, text=text, published="2015-05-15", published_basis="given"))
    assert [party.name for party in reading.parties if party.kind == "military"] == [army]
