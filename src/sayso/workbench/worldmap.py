"""A map of incidents and ground, drawn here as SVG: it needs no script, prints, and asks nobody for tiles."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import cos, radians, sqrt

from sayso.model.codes import PlaceKind
from sayso.model.situation import Site
from sayso.workbench.basemap import Box, Ring, outlines
from sayso.workbench.board import Board
from sayso.workbench.columns import Flags
from sayso.workbench.filters import Question

WIDTH, HEIGHT = 760, 470
_NEAR = 24  # pixels; places closer than this share a mark
_NARROWEST = 1.2  # degrees of latitude that a map shows at least
_LABELS = 14
_TIGHT_LABELS = 4
_LETTERS, _TIGHT_LETTERS = 11.5, 24.0
"""Sizes of place names in the map's own pixels: on a page with room, and on a narrow one (see sayso.css)."""
_COUNTRY_LETTERS, _TIGHT_COUNTRY_LETTERS = 12.0, 21.0
_Box = tuple[float, float, float, float]
_WIDE: frozenset[PlaceKind] = frozenset({"country"})
_ROUGH: frozenset[PlaceKind] = frozenset({"province", "district", "area", "river", "other"})


@dataclass(frozen=True, slots=True)
class Mark:
    """Incidents at a place, or at places too close to part. Positions and sizes are in the map's own pixels."""

    x: float
    y: float
    lon: float
    lat: float
    radius: float
    count: int
    conflict: bool
    """Whether most of it is conflict and not cooperation."""
    rough: bool
    """Whether it stands for a region and not for a point."""
    name: str
    address: str
    label: tuple[float, float, str] | None
    """Where the name is written, and how it is anchored; None where there is no room."""
    tight: tuple[float, float, str] | None
    """The same on a narrow page, where letters are larger beside the map."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A place that somebody is said to hold, besiege or contest."""

    x: float
    y: float
    lon: float
    lat: float
    reach: float
    """Half its width: it stands around the mark of its place."""
    words: str
    address: str


@dataclass(frozen=True, slots=True)
class WorldMap:
    """A map ready to be drawn."""

    land: tuple[str, ...]
    names: tuple[tuple[float, float, str, str], ...]
    """Countries: where each is written, and on which pages: "roomy", "tight", or empty for both."""
    marks: tuple[Mark, ...]
    beyond: tuple[Mark, ...]
    """What lies beyond the map's edges."""
    ground: tuple[Ground, ...]
    wide: tuple[tuple[str, int, str], ...]
    """Countries of which something is told with no nearer place: name, count, address."""
    nowhere: int
    """How many incidents have no place, or one that the gazetteer does not know."""
    scale: tuple[float, int]
    """A bar of so many pixels for so many kilometres."""
    zoomed: bool
    box: Box
    width: int = field(default=WIDTH)
    height: int = field(default=HEIGHT)


class _View:
    """Degrees to pixels: plate carrée, as wide as it is at the middle latitude."""

    def __init__(self, box: Box) -> None:
        west, south, east, north = box
        middle = (south + north) / 2
        self._squeeze = max(0.15, cos(radians(middle)))
        self.per_degree = min(WIDTH / ((east - west) * self._squeeze), HEIGHT / (north - south))
        high, wide = HEIGHT / self.per_degree, WIDTH / self.per_degree / self._squeeze
        self.west, self.north = (west + east - wide) / 2, middle + high / 2
        self.box: Box = (self.west, self.north - high, self.west + wide, self.north)

    def point(self, lon: float, lat: float) -> tuple[float, float]:
        return round((lon - self.west) * self._squeeze * self.per_degree, 1), round((self.north - lat) * self.per_degree, 1)

    def has(self, site: Site) -> bool:
        """Whether the site's mark is on the map, or touches its edge."""
        x, y = self.point(site.lon or 0.0, site.lat or 0.0)
        return -8 <= x <= WIDTH + 8 and -8 <= y <= HEIGHT + 8

    def path(self, ring: Ring) -> str:
        corners = dict.fromkeys(self.point(x, y) for x, y in ring)
        return "M" + "L".join(f"{x:g} {y:g}" for x, y in corners) + "Z"


def draw(board: Board, shown: Flags, question: Question) -> WorldMap | None:
    """The map of the incidents shown and of the ground held; None where nothing has a point."""
    places = board.columns.facets["place"]
    counts, conflicts = places.counts(shown), places.counts(shown, board.columns.conflict)
    told = {name: (int(n), int(of_conflict)) for name, n, of_conflict in zip(places.names, counts, conflicts, strict=True) if n}
    held = [board.sites[place] for place in board.ground_of if place in board.sites]
    points = [site for place in told if (site := board.sites.get(place)) and site.kind not in _WIDE and site.lat is not None]
    seen = points or [site for site in held if site.lat is not None]
    if not seen:
        return None
    view = _View(question.window() or _around([((s.lon or 0.0), (s.lat or 0.0), told.get(s.id, (1, 0))[0]) for s in seen]))
    land, names = _land(view)
    wide = sorted(((s.name, told[s.id][0], question.address(place=s.id, box="")) for s in map(board.sites.get, told) if s and s.kind in _WIDE),
                  key=lambda row: (-row[1], row[0]))  # fmt: skip
    within = [site for site in points if view.has(site)]
    beyond = [site for site in points if not view.has(site)]
    marks = tuple(_marks(within, told, view, question, (_LABELS, _TIGHT_LABELS)))
    return WorldMap(
        land, tuple(_clear(names, marks)), marks, tuple(_marks(beyond, told, view, question, (0, 0))),
        tuple(_ground(board, held, view, question, marks)),
        tuple(wide[:6]), int(shown.sum()) - sum(told[s.id][0] for s in points) - sum(n for _, n, _ in wide),
        _scale(view), bool(question.window()), view.box,
    )  # fmt: skip


def _around(points: list[tuple[float, float, int]]) -> Box:
    """A box around most of the incidents: places far away from all others do not shrink the map."""
    lons = sorted(lon for lon, _, n in points for _ in range(min(n, 20) or 1))
    lats = sorted(lat for _, lat, n in points for _ in range(min(n, 20) or 1))
    cut = len(lons) // 12
    west, east = lons[cut], lons[-1 - cut]
    south, north = lats[cut], lats[-1 - cut]
    pad_x, pad_y = max((east - west) * 0.18, _NARROWEST / 2), max((north - south) * 0.18, _NARROWEST / 2)
    return max(-180, west - pad_x), max(-88, south - pad_y), min(180, east + pad_x), min(88, north + pad_y)


def _land(view: _View) -> tuple[tuple[str, ...], tuple[tuple[float, float, str], ...]]:
    paths: dict[str, list[str]] = defaultdict(list)
    largest: dict[str, tuple[float, float, float]] = {}
    for name, ring in outlines(view.box):
        paths[name].append(view.path(ring))
        area, x, y = _middle([(min(max(x, 0), WIDTH), min(max(y, 0), HEIGHT)) for x, y in (view.point(*corner) for corner in ring)])
        if area > largest.get(name, (0.0, 0, 0))[0]:
            largest[name] = (area, round(x), round(y))
    names = tuple((x, y, name) for name, (area, x, y) in largest.items() if area > WIDTH * HEIGHT * 0.025)
    return tuple("".join(path) for path in paths.values()), names


def _middle(ring: Ring) -> tuple[float, float, float]:
    """The area of a polygon and its centre of gravity."""
    area = x = y = 0.0
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = x1 * y2 - x2 * y1
        area, x, y = area + cross, x + (x1 + x2) * cross, y + (y1 + y2) * cross
    return (abs(area) / 2, x / (3 * area), y / (3 * area)) if area else (0.0, 0.0, 0.0)


def _marks(points: Iterable[Site], told: dict[str, tuple[int, int]], view: _View, question: Question, labels: tuple[int, int]) -> list[Mark]:
    groups: list[tuple[float, float, list[Site]]] = []
    for site in sorted(points, key=lambda s: (-told[s.id][0], s.id)):
        x, y = view.point(site.lon or 0.0, site.lat or 0.0)
        near = next((group for group in groups if (group[0] - x) ** 2 + (group[1] - y) ** 2 < _NEAR**2), None)
        if near:
            near[2].append(site)
        else:
            groups.append((x, y, [site]))
    taken: list[_Box] = [(x - 9, y - 9, x + 9, y + 9) for x, y, _ in groups]
    tight = list(taken)
    marks = []
    most = max((sum(told[site.id][0] for site in sites) for _, _, sites in groups), default=1)
    for n, (x, y, sites) in enumerate(groups):
        count, conflict = sum(told[site.id][0] for site in sites), sum(told[site.id][1] for site in sites)
        radius = round(4 + 20 * sqrt(count / max(most, 60)), 1)
        name = sites[0].name + (f" and {len(sites) - 1} near it" if len(sites) > 1 else "")
        label = _label(x, y, radius, sites[0].name, taken, _LETTERS) if n < labels[0] else None
        narrow = _label(x, y, radius, sites[0].name, tight, _TIGHT_LETTERS) if n < labels[1] else None
        rough = all(site.kind in _ROUGH for site in sites)
        address = question.address(place=sites[0].id, box="") if len(sites) == 1 else question.address(box=_box(sites), place="")
        marks.append(Mark(x, y, sites[0].lon or 0.0, sites[0].lat or 0.0, radius, count, conflict * 2 >= count, rough, name, address, label, narrow))
    return marks


def _label(x: float, y: float, radius: float, name: str, taken: list[_Box], letters: float) -> tuple[float, float, str] | None:
    """The first of four places around a mark where the name covers nothing."""
    third = letters / 3
    for dx, dy, anchor in (
        (radius + 4, third, "start"), (-radius - 4, third, "end"), (0, -radius - 5, "middle"), (0, radius + letters + 2, "middle"),
    ):  # fmt: skip
        box = _written(x + dx, y + dy, name, anchor, letters)
        if _free(box, taken) and box[0] > 2 and box[2] < WIDTH - 2 and box[1] > 2 and box[3] < HEIGHT - 2:
            taken.append(box)
            return round(x + dx, 1), round(y + dy, 1), anchor
    return None


def _written(x: float, y: float, name: str, anchor: str, letters: float, spaced: float = 0.0) -> _Box:
    """About what a name covers that is written there; the middle of its capitals is wider than that of its small letters."""
    each = 0.68 if name.isupper() or spaced else 0.56
    wide = (each + spaced) * letters * len(name)
    left = x - {"start": 0.0, "end": wide, "middle": wide / 2}[anchor]
    return left, y - letters, left + wide, y + letters / 4


def _free(box: _Box, taken: Iterable[_Box]) -> bool:
    return all(box[2] < a or box[0] > c or box[3] < b or box[1] > d for a, b, c, d in taken)


def _clear(names: Iterable[tuple[float, float, str]], marks: Sequence[Mark]) -> Iterator[tuple[float, float, str, str]]:
    """The countries' names that cover no place and no place's name, and go over no edge."""
    spots: list[_Box] = [(one.x - 9, one.y - 9, one.x + 9, one.y + 9) for one in marks]
    roomy, tight = list(spots), list(spots)
    for one in marks:
        for label, taken, letters in ((one.label, roomy, _LETTERS), (one.tight, tight, _TIGHT_LETTERS)):
            if label is not None:
                taken.append(_written(label[0], label[1], one.name.split(" and ")[0], label[2], letters))
    for x, y, name in names:
        fits = []
        for where, taken, letters in (("roomy", roomy, _COUNTRY_LETTERS), ("tight", tight, _TIGHT_COUNTRY_LETTERS)):
            box = _written(x, y, name, "middle", letters, 0.14)
            if _free(box, taken) and box[0] > 0 and box[2] < WIDTH and box[1] > 0 and box[3] < HEIGHT:
                taken.append(box)
                fits.append(where)
        if fits:
            yield x, y, name, fits[0] if len(fits) == 1 else ""


def _box(sites: Sequence[Site]) -> str:
    lons, lats = [s.lon or 0.0 for s in sites], [s.lat or 0.0 for s in sites]
    pad = max(0.05, (max(lons) - min(lons)) * 0.1, (max(lats) - min(lats)) * 0.1)
    return f"{min(lons) - pad:.3f},{min(lats) - pad:.3f},{max(lons) + pad:.3f},{max(lats) + pad:.3f}"


def _ground(board: Board, held: Iterable[Site], view: _View, question: Question, marks: Sequence[Mark]) -> list[Ground]:
    found = []
    for site in held:
        if site.lat is None or site.lon is None or site.kind in _WIDE:
            continue
        x, y = view.point(site.lon, site.lat)
        if 0 <= x <= WIDTH and 0 <= y <= HEIGHT:
            told = dict.fromkeys(f"{'denied: ' if one.denied else ''}{board.party(one.holder)} {one.relation}" for one in board.ground_of[site.id])
            address = question.address(place=site.id, box="")
            inside = max((m.radius for m in marks if (m.x - x) ** 2 + (m.y - y) ** 2 < _NEAR**2 / 4), default=5.0)
            found.append(Ground(x, y, site.lon, site.lat, round(1.45 * inside + 3, 1), f"{site.name}: {'; '.join(list(told)[:4])}", address))
    return found


def _scale(view: _View) -> tuple[float, int]:
    per_kilometre = view.per_degree / 111.2
    fitting = [km for km in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000) if km * per_kilometre <= 130]
    kilometres = fitting[-1] if fitting else 1
    return round(kilometres * per_kilometre, 1), kilometres
