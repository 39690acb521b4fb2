"""A situation merged by blocks, its readings on disk, is the situation merged in memory: to the byte, however the readings were cut."""

import json
import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.evaluate.generated import readings
from sayso.intake import Taken, take
from sayso.intake.anatomy import from_row
from sayso.model import Reading, Situation
from sayso.model.report import Appearance
from sayso.model.situation import Site
from sayso.reading.pipeline import Reader
from sayso.scale.blocks.piles import Piles
from sayso.scale.blocks.places import PlaceTable
from sayso.scale.blocks.table import Table
from sayso.scale.merging import FOLDER, lines_in, situate_shards, situation_in
from sayso.scale.postgres import copy_situation
from sayso.situation import Live, situate
from sayso.situation.blocks import blocks_of
from sayso.situation.dates import RETOLD
from sayso.situation.likeness import MISDATED, contradiction, likeness
from sayso.situation.merging import REACH

DENIALS = Path(__file__).parents[1] / "situation" / "denials"
MADE = list(readings(60, days=4))
TREE = {"generated:g0": "generated:g1"}


def in_blocks(shards: Sequence[Sequence[Reading]], out: Path, as_of: date | None = None, parents: dict[str, str] = TREE) -> Situation:
    """The situation of readings that lie in so many shards."""
    (out / "readings").mkdir(parents=True, exist_ok=True)
    for number, shard in enumerate(shards):
        (out / "readings" / f"{number}.jsonl").write_text("".join(one.to_json() + "\n" for one in shard), encoding="utf-8")
    situate_shards(out, as_of, parents)
    return situation_in(out)


@pytest.fixture(scope="module", params=("pocket", "campaigns", "denials"))
def told(request: pytest.FixtureRequest, reader: Reader, samples: Path) -> list[Reading]:
    """The samples, which have talks, ground, forecasts, copies and disputes, and pairs of a claim and its denial, read."""
    if request.param == "denials":
        rows = (DENIALS / "pairs.jsonl").read_text(encoding="utf-8").splitlines()
        reports = [from_row(dict(json.loads(row)[part])) for row in rows for part in ("claim", "denial")]
    else:
        reports = [one.report for one in take([samples.parent / request.param]) if isinstance(one, Taken)]
    return list(reader.read_many(reports))


def test_samples_come_to_the_same(told: list[Reading], reader: Reader, tmp_path: Path) -> None:
    parents = dict(reader.lexicon.parents)
    situation = in_blocks([told[::2], told[1::2]], tmp_path, parents=parents)

    assert situation.disputes
    assert situation.control
    assert situation.to_json() == situate(told, parents=parents).to_json()


@settings(max_examples=15, deadline=None)
@given(order=st.permutations(range(60)), cut=st.integers(1, 59), twice=st.lists(st.integers(0, 59), max_size=4), day=st.sampled_from((None, 2, 3)))
def test_any_order_and_any_cut_of_the_shards_comes_to_the_same(
    tmp_path_factory: pytest.TempPathFactory, order: list[int], cut: int, twice: list[int], day: int | None
) -> None:
    """Also where a report lies in two shards, met in two places, and where the day of the situation leaves some out."""
    met = [MADE[number].report.model_copy(update={"appearances": (Appearance(outlet="Elsewhere", published="2030-01-02"),)}) for number in twice]
    again = [MADE[number].model_copy(update={"report": report}) for number, report in zip(twice, met, strict=True)]
    given = [*(MADE[number] for number in order), *again]
    as_of = date(2030, 1, day) if day else None

    situation = in_blocks([given[:cut], given[cut:]], tmp_path_factory.mktemp("out"), as_of)

    assert situation.to_json() == situate(given, as_of, TREE).to_json()


def test_crowded_days_come_to_the_same(tmp_path: Path) -> None:
    """More tellings of a day than a block looks at."""
    crowd = list(readings(3 * REACH, days=2, seed=3))

    assert in_blocks([crowd], tmp_path).to_json() == situate(crowd, parents=TREE).to_json()


@pytest.mark.parametrize(
    "texts",
    [
        (  # a town on a border, which the gazetteer has on each side of it
            "At a parley in Kenya, the rebels said they had captured the town of Moyale on Tuesday.",
            "The rebels said on Wednesday they had captured Moyale in southern Ethiopia on Tuesday.",
        ),
        (  # a man dies once, wherever two sources have it
            "The tailor Moussa Karo was shot dead in Abeche in Chad on Tuesday, his brother said. "
            "The police said that Moussa Karo was killed in Bol in Chad on Tuesday.",
            "Herders found water in Chad.",
        ),
    ],
)
def test_places_that_may_be_one_come_to_the_same(texts: tuple[str, str], reader: Reader, tmp_path: Path) -> None:
    rows = ({"outlet": f"Outlet {at}", "published": f"2031-05-1{at + 4}", "text": text} for at, text in enumerate(texts))
    read = [reader.read(from_row(row)) for row in rows]

    situation = in_blocks([read[:1], read[1:]], tmp_path)

    assert situation.to_json() == situate(read, parents=TREE).to_json()
    (deed,) = [one for one in situation.incidents if one.type == "ASSAULT"]
    assert len(deed.claims) == 2


def test_nothing_and_one_report_come_to_the_same(tmp_path: Path) -> None:
    assert in_blocks([[]], tmp_path / "none").to_json() == situate([]).to_json()
    assert in_blocks([MADE[:1]], tmp_path / "one").to_json() == situate(MADE[:1], parents=TREE).to_json()
    assert in_blocks([MADE], tmp_path / "early", date(2029, 1, 1)).to_json() == situate(MADE, date(2029, 1, 1), TREE).to_json()


def test_what_the_table_leaves_out_comes_to_nothing(told: list[Reading]) -> None:
    """Every pair that stands close in a block is either given or, looked at closely, rules itself out."""
    live = Live(TREE)
    live.extend([*told, *readings(60, days=3, seed=11), *readings(60, days=900, seed=12)])
    every = [one for order in sorted(live._told) for one in live._told[order]]
    table = Table()
    for order in sorted(live._told):
        table.enter(live._told[order], live._identity)
    given = {pair for _, ones, others in table.pairs() for pair in zip(ones.tolist(), others.tolist(), strict=True)}
    near = {(a, b) for b in range(len(every)) for a in range(b) if live._merger.compares(every[a].order, every[b].order)}

    assert given <= near
    assert len(given) < len(near) / 2
    days = {(one.days.first - other.days.last) for b, a in given if (one := every[a]).days and (other := every[b]).days}
    assert max(days) <= max(MISDATED, RETOLD)  # what lies years apart is not even looked at, however large the case
    sites = live._identity.sites
    for a, b in near - given:
        assert likeness(every[a], every[b], sites) is None
        assert contradiction(every[a], every[b], sites) is None


def test_a_county_and_a_town_called_after_it_may_be_one_place() -> None:
    """As in memory, however far from the town the middle of the county lies."""
    places = PlaceTable()
    county = places.number(Site(id="here:1", name="Marsabit county", kind="district", country="KE", lat=3.5, lon=37.5))
    town = places.number(Site(id="here:2", name="Marsabit", kind="town", country="KE", lat=2.33, lon=37.98))
    other = places.number(Site(id="here:3", name="Isiolo", kind="town", country="KE", lat=0.35, lon=37.58))

    ones, others = np.array([county, county], dtype=np.int32), np.array([town, other], dtype=np.int32)

    assert places.apart(ones, others).tolist() == [False, True]


def test_whom_others_blame_beside_a_deed_is_looked_at(reader: Reader) -> None:
    """In words that only point back at it, where the report itself has it done by a third."""
    texts = (
        "GOMA (Lake Wire) - Rwandan soldiers shelled Kibumba on Monday, a doctor said. The shells were fired by the M23, the Congolese army said.",
        "GOMA (Lake Wire) - The M23 said the Congolese army had shelled Kibumba on Monday.",
    )
    live = Live(dict(reader.lexicon.parents))
    live.extend(reader.read(from_row({"outlet": f"Outlet {at}", "published": "2022-06-14", "text": text})) for at, text in enumerate(texts))
    every = [one for order in sorted(live._told) for one in live._told[order]]
    table = Table()
    for order in sorted(live._told):
        table.enter(live._told[order], live._identity)
    given = {pair for _, ones, others in table.pairs() for pair in zip(ones.tolist(), others.tolist(), strict=True)}

    contrary = {(a, b) for b in range(len(every)) for a in range(b) if contradiction(every[a], every[b], live._identity.sites)}
    assert any(every[a].attributed for a, _ in contrary)
    assert contrary <= given


def test_what_readers_have_heard_of_is_compared_by_the_month(reader: Reader) -> None:
    """And not on each of the days on which it may have been."""
    text = "Police have detained nine men over the massacre of the herders in Rutshuru."
    live = Live(TREE)
    live.extend([reader.read(from_row({"outlet": "Post", "published": "2022-06-14", "text": text}))])
    (known,) = [one for told in live._told.values() for one in told if one.days and one.days.back]

    spans = {block[1] for block in blocks_of(known) if isinstance(block, tuple) and block[2:3] == ("town",)}

    assert spans == {"2022-05", "2022-06"}


def test_a_new_situation_takes_the_place_of_the_old_one_whole(tmp_path: Path) -> None:
    in_blocks([MADE], tmp_path)
    (tmp_path / "readings" / "1.jsonl").write_text("{}\n", encoding="utf-8")
    before = sorted(lines_in(tmp_path, "incidents"))

    with pytest.raises(ValueError, match=r"line 1 of .* is no reading"):
        situate_shards(tmp_path, None, TREE)

    assert sorted(lines_in(tmp_path, "incidents")) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["readings", FOLDER]
    assert json.loads((tmp_path / FOLDER / "about.json").read_text(encoding="utf-8"))["reports"] == 60


def test_a_folder_without_readings_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="holds no readings"):
        situate_shards(tmp_path, None, {})


@given(keys=st.lists(st.integers(0, 99), max_size=50), count=st.integers(1, 7))
def test_piles_give_rows_back_by_key_and_then_as_they_came(tmp_path_factory: pytest.TempPathFactory, keys: list[int], count: int) -> None:
    piles = Piles(tmp_path_factory.mktemp("piles"), "rows", 100, count)
    for place, key in enumerate(keys):
        piles.put(key, f"row {place}: ä")

    rows = [row for pile in piles.sorted() for row in pile]

    assert rows == sorted(((key, f"row {place}: ä") for place, key in enumerate(keys)), key=lambda row: row[0])


def test_the_situation_goes_into_a_database_whole(tmp_path: Path) -> None:
    address = os.environ.get("SAYSO_POSTGRES")
    if not address:
        pytest.skip("needs a PostgreSQL server, which `make test-all` starts")
    psycopg = pytest.importorskip("psycopg")
    situation = in_blocks([MADE], tmp_path)

    for _ in range(2):  # the second time in place of the first
        copy_situation(tmp_path, address)

    with psycopg.connect(address) as connection:
        rows = connection.execute("SELECT body FROM situation_incidents ORDER BY place").fetchall()
        connection.execute("DROP TABLE " + ", ".join(f"situation_{path.name}" for path in (tmp_path / FOLDER).iterdir() if path.is_dir()))
    assert [row[0]["id"] for row in rows] == [one.id for one in situation.incidents]
