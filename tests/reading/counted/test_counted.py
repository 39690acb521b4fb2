"""Figures as intervals: what is counted, within which bounds, in which unit."""

from collections.abc import Callable

import pytest

from sayso.model import Figure, Report
from sayso.reading.counted import Counted
from sayso.reading.page import Page
from sayso.reading.pipeline import Reader
from sayso.reading.when import When

Figures = Callable[[str], list[Figure]]


@pytest.fixture
def figures(reader: Reader) -> Figures:
    """The figures of a text."""
    when, counted = When(reader.lexicon), Counted(reader.lexicon)

    def read(text: str) -> list[Figure]:
        (doc,) = reader.parser.parse([text])
        page = Page(Report(id="0" * 64, published="2024-03-13", text=text), doc, reader.lexicon)
        when(page)
        counted(page)
        return page.figures

    return read


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "approximate"),
    [
        ("The shelling killed 17 villagers.", "17 villagers", 17, 17, False),
        ("The shelling killed at least 17 villagers.", "at least 17 villagers", 17, None, False),
        ("More than 1,200 families fled the plain.", "More than 1,200 families", 1200, None, True),
        ("Nearly 5,000 people sheltered in the school.", "Nearly 5,000 people", None, 5000, True),
        ("Up to 300 fighters remain in the caves.", "Up to 300 fighters", None, 300, True),
        ("About 40 trucks crossed the line.", "About 40 trucks", 40, 40, True),
        ("Half a million villagers fled the plain.", "Half a million villagers", 500_000, 500_000, False),
        ("The raid killed half a dozen guards.", "half a dozen guards", 6, 6, False),
        ("More than a quarter of a million people fled.", "More than a quarter of a million people", 250_000, None, True),
        ("Two and a half thousand families fled.", "Two and a half thousand families", 2_500, 2_500, False),
        ("Some 20,000 refugees reached the camp.", "Some 20,000 refugees", 20000, 20000, True),
        ("Dozens of houses were burned.", "Dozens of houses", 24, None, True),
        ("Hundreds of soldiers deserted.", "Hundreds of soldiers", 200, None, True),
        ("Thousands of civilians are trapped.", "Thousands of civilians", 2000, None, True),
        ("Tens of thousands of civilians are trapped.", "Tens of thousands of civilians", 20000, None, True),
        ("Several bridges were blown up.", "Several bridges", 2, None, True),
        ("Several hundred prisoners were freed.", "Several hundred prisoners", 200, None, True),
        ("Between 20 and 30 rebels were killed.", "Between 20 and 30 rebels", 20, 30, False),
        ("Twenty-five hostages were released.", "Twenty-five hostages", 25, 25, False),
        ("Two hundred and six miners are missing.", "Two hundred and six miners", 206, 206, False),
        ("The army lost 2.5 million rounds.", "2.5 million rounds", 2500000, 2500000, False),
        ("The militia fired a dozen rockets.", "a dozen rockets", 12, 12, False),
    ],
)
def test_bounds(figures: Figures, text: str, words: str, low: float | None, high: float | None, approximate: bool) -> None:
    (figure,) = figures(text)
    assert text[slice(*figure.span)] == words
    assert (figure.min, figure.max, figure.approximate) == (low, high, approximate)


def test_what_is_counted_says_what_became_of_them(figures: Figures) -> None:
    killed, wounded = figures("A mine killed four farmers and wounded 11 in the eastern fields.")
    assert (killed.what, killed.unit) == ("killed farmers", "persons")
    assert (wounded.what, wounded.unit, wounded.min) == ("wounded", "persons", 11)


@pytest.mark.parametrize(
    ("text", "unit", "low"),
    [
        ("The pocket covers six square kilometres.", "km2", 6),
        ("They advanced 15 kilometres.", "km", 15),
        ("The rebels hold half of the valley.", "percent", 50),
    ],
)
def test_distances_areas_and_shares_have_units(figures: Figures, text: str, unit: str, low: float) -> None:
    (figure,) = figures(text)
    assert (figure.unit, figure.min) == (unit, low)


@pytest.mark.parametrize(
    "text",
    [
        "The siege lasted three months.", "A 32-year-old medic spoke.", "It began on 4 May 2019.", "The ransom was $500 million.",
        "Division 30 holds the ridge.", "The second attack failed.", "One of them escaped.", "The gate closes at 7 p.m.",
        "The 12 year old was shot dead.", "It contradicts 2013 comments by the mayor.",
    ],
)  # fmt: skip
def test_durations_ages_dates_prices_and_names_are_no_figures(figures: Figures, text: str) -> None:
    assert figures(text) == []


ODD = [
    "", "By 2", "Along with 12", "Of 200 men nine fled.", "1 " * 4000, "dozens of " * 3000, "more than " * 3000 + "5 men",
    "two hundred and " * 2000, "20-30-40-50 men", "half of", "9" * 400,
]  # fmt: skip


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_are_read_without_a_crash(figures: Figures, text: str) -> None:
    assert isinstance(figures(text), list)


def test_one_among_those_counted_is_a_figure_of_its_own(figures: Figures) -> None:
    whole, one = figures("The blast killed nine people, including a child.")
    assert (whole.min, one.min, one.max, one.unit) == (9, 1, 1, "persons")


@pytest.mark.parametrize(
    ("text", "low", "what"),
    [
        ("Seventeen guards were killed and 40 taken prisoner.", 40, "detained"),
        ("Rebels took 40 soldiers prisoner.", 40, "detained soldiers"),
        ("Forty rebels laid down their arms.", 40, "surrendered rebels"),
        ("Troops shot dead three detainees.", 3, "killed detainees"),
        ("Three men were shot and killed.", 3, "killed men"),
        ("Scores of villagers were stabbed or hacked to death.", 40, "killed villagers"),
        ("Thirty people lost their lives.", 30, "killed"),
        ("The group used 1,500 civilians as shields and had killed two prisoners.", 1500, "civilians"),
        ("The army killed 14 rebels and recruited 40 men.", 40, "men"),
    ],
)
def test_a_fate_is_that_of_the_verb_over_the_number(figures: Figures, text: str, low: float, what: str) -> None:
    assert [figure.what for figure in figures(text) if figure.min == low] == [what]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Troops killed hundreds of villagers on November 28 and 29, 2020, a monitor said.", [200]),
        ("Militiamen killed dozens on May 3 and 4.", [24]),
        ("Troops killed 12 men on 3 and 4 May 2022.", [12]),
        ("Rebels killed 14 people between March 3 and 7.", [14]),
        ("Eleven people died between 3 and 5 May 2020.", [11]),
        ("Twelve people were killed on June 1, 2 and 3.", [12]),
        ("Shelling killed 14 people on May 3 and 4 people on May 5.", [14, 4]),
        ("The army killed nine rebels on May 3 and 12 on May 5.", [9, 12]),
    ],
)
def test_days_of_a_month_are_no_figures(figures: Figures, text: str, numbers: list[float]) -> None:
    assert [figure.min for figure in figures(text)] == numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Four policemen and nine militiamen died in the ambush.", ["4 killed policemen", "9 killed militiamen"]),
        ("The front lost eleven guerrillas and three lorries.", ["11 killed guerrillas", "3 lorries"]),
        ("The brigade put its losses at six.", ["6 killed"]),
        ("One nurse was wounded.", ["1 wounded nurse"]),
        ("Three miners were presumed dead.", ["3 killed miners"]),
        ("The raid drove almost two thousand from their homes.", ["2000 displaced"]),
        ("The column captured eight hamlets and 19 conscripts.", ["8 hamlets", "19 detained conscripts"]),
        ("Between 20 and 30 abducted pupils were shown.", ["20 abducted pupils"]),
        ("The wounded included a boy of nine.", []),
        ("The cook was killed along with two porters.", ["2 killed porters"]),
        ("Nine drovers were reported killed.", ["9 killed drovers"]),
        ("A sack of maize costs 70 francs.", []),
        ("She was shot as she fled with three cousins.", ["3 cousins"]),
        ("Not one of the unit's 80 men was hurt.", ["80 men"]),
        ("The rebels claim to have surrounded a column of 400.", ["400 trapped"]),
    ],
)
def test_what_became_of_those_who_are_counted(figures: Figures, text: str, expected: list[str]) -> None:
    assert [f"{found.min or found.max:.0f} {found.what}" for found in figures(text)] == expected


def test_those_who_tell_are_not_counted(reader: Reader, a_report: Callable[..., Report]) -> None:
    read = reader.read(a_report("Four diplomats told the Herald that 31 hostages were free."))
    assert [(one.min, one.what) for one in read.figures] == [(31, "hostages")]


TALLIES = {
    "The tally of miners killed in the blast climbed to 19.": ("killed", 19),
    "Doctors revised the number of the wounded to 44.": ("wounded", 44),
    "The governor put the count of dead at 8.": ("killed", 8),
}


@pytest.mark.parametrize(("text", "told"), TALLIES.items(), ids=TALLIES)
def test_a_number_that_is_put_or_grows_counts_whom_it_is_of(figures: Figures, text: str, told: tuple[str, int]) -> None:
    (figure,) = figures(text)
    assert (figure.what.split()[0], figure.min) == told


def test_a_number_of_things_has_no_fate(figures: Figures) -> None:
    assert not [one for one in figures("The number of schools hit in June rose to 14.") if one.what.startswith(("killed", "wounded"))]


@pytest.mark.parametrize(("text", "what", "unit"), [
    ("The bank eliminated 40 posts.", "posts", "posts"), ("Doctors eliminated 90 infections.", "infections", "infections"),
    ("The club eliminated three opponents.", "opponents", "opponents"), ("The brigade liquidated 20 guerrillas.", "killed guerrillas", "persons"),
    ("The army neutralised nine fighters.", "fighters", "persons"),
    ("Four of the wounded were nurses.", "wounded nurses", "persons"), ("Three of the dead were not soldiers.", "killed", "persons"),
])  # fmt: skip
def test_the_dead_are_persons_of_war_and_what_they_are_said_to_be(figures: Figures, text: str, what: str, unit: str) -> None:
    (figure,) = figures(text)
    assert (figure.what, figure.unit) == (what, unit)


@pytest.mark.parametrize(("text", "fates"), [
    ("The militia used 90 villagers as shields and had shot dead three monks.", ["villagers", "killed monks"]),
    ("A blast on the quay killed 31 dockers and left scores more wounded.", ["killed dockers", "wounded"]),
])  # fmt: skip
def test_what_another_verb_makes_of_others_is_not_their_fate(figures: Figures, text: str, fates: list[str]) -> None:
    assert [figure.what for figure in figures(text)] == fates


def test_a_nation_is_counted_in_persons(figures: Figures) -> None:
    assert [(figure.min, figure.unit) for figure in figures("Police held six Sudanese and three Lebanese.")] == [(6, "persons"), (3, "persons")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two porters among nine dead in the raid.", ["2 killed porters", "9 killed"]),
        ("Among the dead were two porters and a cook.", ["2 killed porters"]),
        ("Five cooks were among those injured.", ["5 wounded cooks"]),
        ("Those killed included six porters, five cooks and three guides.", ["6 killed porters", "5 killed cooks", "3 killed guides"]),
        ("There are at least 43 dead, including nine cooks and dozens more wounded.", ["43 killed", "9 killed cooks", "24 wounded"]),
        ("It knew the names of 260 miners, including nine apprentices and a cook, killed this month.", ["260 killed miners", "9 killed apprentices"]),
        ("Two porters were not among the dead.", ["2 porters"]),
    ],
)
def test_what_became_of_the_whole_became_of_its_parts(figures: Figures, text: str, expected: list[str]) -> None:
    assert [f"{found.min or found.max:.0f} {found.what}" for found in figures(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She asked after 40 miners arrested in May.", ["40 detained miners"]),
        ("She asked after 40 miners who had fled.", ["40 displaced miners"]),
        ("She asked after nine guards who had killed a miner.", ["9 guards"]),
        ("She spoke of the killing of 11 villagers and the displacement of 300 families.", ["11 killed villagers", "300 displaced families"]),
        ("Some 130 miners are believed to have died.", ["130 killed miners"]),
        ("The toll reached 51 people.", ["51 killed"]),
        ("The famine has killed thousands and displaced millions.", ["2000 killed", "2000000 displaced"]),
        ("They fought about 150 soldiers, who fled by sea.", ["150 soldiers"]),
        ("The jets destroyed 80 fighters and nine sheds.", ["80 killed fighters", "9 destroyed sheds"]),
    ],
)
def test_nouns_and_clauses_tell_what_became_of_people(figures: Figures, text: str, expected: list[str]) -> None:
    assert [f"{found.min or found.max:.0f} {found.what}" for found in figures(text)] == expected


def test_where_people_died_is_not_who_died(figures: Figures) -> None:
    told = [found.what for found in figures("Six guards were killed in several incidents near four villages.")]
    assert told == ["killed guards", "incidents", "villages"]


def test_a_number_behind_a_name_is_an_age(figures: Figures) -> None:
    assert [found.min for found in figures("Three people, including Omar Nadir, 22, were killed.")] == [3]
