"""The offline gazetteer: names to places, from one compact file that `training/build_gazetteer.py` makes.

The file is a sorted, memory-mapped list in compressed blocks. Its key is the consonant skeleton of a name (`spelling.skeleton`), so the
spellings of one name lie together; the exact spelling then chooses. Opening it reads the header alone.
"""

import json
import mmap
import re
import struct
import zlib
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from hashlib import sha256
from math import log10
from pathlib import Path

from sayso.lexicon.spelling import distance, exact, loose, skeleton
from sayso.model.codes import PlaceKind

SHIPPED = Path(__file__).parent / "data" / "gazetteer.bin"
MAGIC = b"SAYSOGZ1"
_SOURCES = {"g": "geonames:", "w": "wof:", "r": "region:", "q": "quarter:"}

KINDS: tuple[PlaceKind, ...] = (
    "country", "province", "district", "city", "town", "village", "suburb", "area", "river", "facility", "other",
)  # fmt: skip
"""The order of the file's one-digit kinds (hexadecimal)."""

_PROVINCE = re.compile(rb"\t([A-Z]{2})\|([^|\t\n]+)\|1\|([^|\t\n]+)\|")

_NAME = re.compile(r"\t[^|\t]*\|[^|\t]*\|.\|([^|\t]+)\|")
_BLOCKS = 1024
"""So many blocks are kept as they are read: 31 MB at most."""

EXACT, ALTERNATE, LOOSE, SKELETON = range(4)
"""How a candidate's name matches: its own name, another of its names, but for transliteration, by consonants only."""


@dataclass(frozen=True, slots=True)
class GazetteerPlace:
    """One place: its entry, name, kind, country (ISO 3166 alpha-2), point and size.

    Entries look like "geonames:170063", "wof:421168683", "region:Sahel" and "quarter:Jobar (Damascus)".
    """

    entry: str
    name: str
    kind: PlaceKind
    country: str | None
    admin1: str | None
    """Code of the first-level division ("SY.12"); a province carries its own."""
    lat: float
    lon: float
    population: int
    match: int = EXACT
    """EXACT, ALTERNATE, LOOSE or SKELETON."""

    @property
    def approximate(self) -> bool:
        """Whether the point only stands for a wide area, or for the city that the quarter is in."""
        return self.entry.startswith(("region:", "quarter:"))

    @property
    def weight(self) -> float:
        """How often a report means it, all else being equal: about the logarithm of its size."""
        bonus, unknown = _KIND_WEIGHT[self.kind]
        return bonus + log10(self.population or unknown) - _PENALTY[self.match]


_KIND_WEIGHT: dict[PlaceKind, tuple[float, int]] = {
    "country": (3.0, 100_000), "province": (-0.7, 100_000), "district": (-3.0, 30_000), "city": (0.0, 50_000), "town": (0.0, 10_000),
    "village": (0.0, 300), "suburb": (-0.5, 5000), "area": (0.0, 200_000), "river": (0.0, 300_000), "facility": (0.0, 1000),
    "other": (0.0, 1000),
}  # fmt: skip
"""For each kind: its bonus, for reports name a town more often than the district around it; and the size taken where none is known."""

_PENALTY = {EXACT: 0.0, ALTERNATE: 0.7, LOOSE: 1.0, SKELETON: 4.0}
_VILLAGE = 3.2
"""The weight under which an exact match does not keep near spellings of larger places away."""


class Gazetteer:
    """Looks names up. The same name gives the same candidates in the same order: best match first, then the weightiest."""

    def __init__(self, path: Path = SHIPPED) -> None:
        self._path = path
        self.candidates = lru_cache(maxsize=20_000)(self._candidates)
        self.exactly = lru_cache(maxsize=20_000)(self._exactly)
        self.near = lru_cache(maxsize=20_000)(self._spelled_nearly)

    @cached_property
    def _file(self) -> "_Blocks":
        return _Blocks(self._path)

    @property
    def version(self) -> str:
        """A short hash of the file."""
        return self._file.version

    @cached_property
    def countries(self) -> frozenset[str]:
        """The countries whose villages are in, where a name may match by its consonants alone."""
        return frozenset(self._file.header["countries"])

    @cached_property
    def provinces(self) -> dict[str, str]:
        """The name of each first-level division by its code ("SY.12"). Reads the whole file once: about half a second."""
        return dict(self._file.provinces())

    def _candidates(self, name: str, countries: frozenset[str] = frozenset()) -> tuple[GazetteerPlace, ...]:
        """All places that `name` may stand for, tolerant of case, accents and apostrophes; empty when there is none.

        Where no exact spelling names more than a village, or none in `countries` (ISO codes from the context), near spellings
        join them from the countries whose villages are in: from those in `countries` if given, else from all.
        """
        key = exact(name)
        if not key or len(key) > 80:
            return ()
        found = list(self.exactly(name))
        fit = [p for p in found if p.country in countries] if countries else found
        if max((p.weight for p in fit), default=0) < _VILLAGE:
            seen = {p.entry for p in found}
            found += [p for p in self.near(name, countries or self.countries) if p.entry not in seen]
        return tuple(sorted(found, key=lambda p: (-p.weight, p.entry)))

    def known(self, name: str) -> bool:
        """Whether some place is spelled exactly so."""
        return bool(self.exactly(name))

    def _exactly(self, name: str) -> tuple[GazetteerPlace, ...]:
        """The places that have `name` among their spellings, but for case, accents and apostrophes. Much faster than `candidates`."""
        key = exact(name)
        return tuple(sorted(self._matches(key), key=lambda p: (-p.weight, p.entry))) if 0 < len(key) <= 80 else ()

    def _spelled_nearly(self, name: str, countries: frozenset[str]) -> tuple[GazetteerPlace, ...]:
        """The places whose spellings come near to `name`, in those of these countries whose villages are in."""
        found: dict[str, GazetteerPlace] = {}
        for key in _readings(exact(name)[:80]):
            for place in self._near(key, countries & self.countries):
                if place.kind != "country":
                    found.setdefault(place.entry, place)
        return tuple(sorted(found.values(), key=lambda p: (-p.weight, p.entry)))

    def _matches(self, key: str) -> Iterator[GazetteerPlace]:
        for record in _spelled(self._file.bucket(skeleton(key)), key):
            place, spellings = _record(record)
            if key in spellings:
                yield place if exact(place.name) == key else replace(place, match=ALTERNATE)

    def _near(self, key: str, countries: frozenset[str]) -> Iterator[GazetteerPlace]:
        """The places of these countries whose spellings differ from the key in transliteration, or a little beyond."""
        if not countries:
            return
        near = loose(key)
        limit = min(2, len(near) // 2 - 1)
        for record in self._file.bucket(skeleton(key)).split("\t")[1:]:
            if record[:2] in countries:
                place, spellings = _record(record)
                forms = {loose(s) for s in spellings}
                if key in spellings:
                    yield place if exact(place.name) == key else replace(place, match=ALTERNATE)
                elif near in forms:
                    yield replace(place, match=LOOSE)
                elif any(distance(near, form, limit + 1) <= limit for form in sorted(forms)):
                    yield replace(place, match=SKELETON)


def _readings(key: str) -> list[str]:
    """The key, and the key without an article that was written as one word with the name ("alwaer")."""
    if " " not in key and len(key) > 5 and key[:2] in ("al", "el"):
        return [key, key[2:]]
    return [key]


class _Blocks:
    """The file: magic, length of the header, header (zlib JSON: first keys, sizes, countries, sources, content hash), blocks."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if self._map[: len(MAGIC)] != MAGIC:
            raise ValueError(f"{path} is no gazetteer of this version; build it again with training/build_gazetteer.py")
        (length,) = struct.unpack_from("<I", self._map, len(MAGIC))
        start = len(MAGIC) + 4
        raw = self._map[start : start + length]
        self.version = sha256(raw).hexdigest()[:12]
        self.header = json.loads(zlib.decompress(raw))
        self._first: list[str] = self.header["first"]
        self._offsets = [start + length]
        for size in self.header["sizes"]:
            self._offsets.append(self._offsets[-1] + size)
        self._block = lru_cache(maxsize=_BLOCKS)(self._read)

    def _read(self, number: int) -> bytes:
        return zlib.decompress(self._map[self._offsets[number] : self._offsets[number + 1]])

    def provinces(self) -> Iterator[tuple[str, str]]:
        """Code and name of every province."""
        for number in range(len(self._first)):
            for record in _PROVINCE.finditer(self._read(number)):
                country, admin1, name = record.group(1, 2, 3)
                yield f"{country.decode()}.{admin1.decode()}", name.decode()

    def bucket(self, key: str) -> str:
        """The records of the places under a skeleton, each after a tab; `_record` takes one apart."""
        number = bisect_right(self._first, key) - 1
        if number < 0:
            return ""
        block = self._block(number)
        start = block.find(f"\n{key}\t".encode())
        if start < 0:
            return ""
        return block[start + 1 + len(key.encode()) : block.find(b"\n", start + 1)].decode()


def _spelled(bucket: str, key: str) -> Iterator[str]:
    """The records that may have a spelling with this exact key; decided without taking them apart where that is possible."""
    listed = f"|{key}" in bucket
    if listed or any(_folds_to(name, key) for name in _NAME.findall(bucket)):
        for record in bucket.split("\t")[1:]:
            if (listed and f"|{key}" in record) or _folds_to(record.split("|", 4)[3], key):
                yield record


def _folds_to(name: str, key: str) -> bool:
    """Whether a key may be the name's own: folding leaves a plain first or last letter as it is, but for "The", which it drops."""
    first, last = name[0], name[-1]
    if last.isascii() and last.isalpha() and last.lower() != key[-1]:
        return False
    if first.isascii() and first.isalpha() and first.lower() != key[0] and first not in "Tt":
        return False
    return exact(name) == key


def _record(text: str) -> tuple[GazetteerPlace, list[str]]:
    """A place, and the exact keys of its spellings under this skeleton."""
    country, admin1, kind, name, lat, lon, population, entry, own, *others = text.split("|")
    place = GazetteerPlace(
        entry=_SOURCES[entry[0]] + entry[1:],
        name=name,
        kind=KINDS[int(kind, 16)],
        country=country or None,
        admin1=f"{country}.{admin1}" if admin1 else None,
        lat=float(lat),
        lon=float(lon),
        population=int(population or 0),
    )
    return place, others if own else [exact(name), *others]
