"""Names on the map cover no place, no other name and no edge, on a wide page and on a narrow one."""

from itertools import combinations

import pytest

from sayso.workbench.worldmap import _TIGHT_LETTERS, WIDTH, Mark, _clear, _free, _label, _written


def mark(x: float, y: float, name: str, label: tuple[float, float, str] | None, tight: tuple[float, float, str] | None) -> Mark:
    """A mark of one incident."""
    return Mark(x, y, 0.0, 0.0, 5.0, 1, True, False, name, "/", label, tight)


@pytest.mark.parametrize("letters", [11.5, _TIGHT_LETTERS])
def test_names_of_places_lie_apart_and_inside(letters: float) -> None:
    places = [(700.0, 200.0, "ADDIS ABABA"), (100.0, 200.0, "Kodok"), (112.0, 226.0, "MALAKAL"), (90.0, 240.0, "Wau Shilluk")]
    taken = [(x - 9, y - 9, x + 9, y + 9) for x, y, _ in places]
    spots = len(taken)
    labels = [_label(x, y, 7.0, name, taken, letters) for x, y, name in places]

    written = taken[spots:]
    assert len(written) == sum(label is not None for label in labels) >= 2
    assert all(_free(one, [other]) for one, other in combinations(written, 2))
    assert all(box[0] > 0 and box[2] < WIDTH for box in written)
    assert labels[0] is not None
    assert labels[0][2] != "start"  # there is no room to its right


def test_a_country_is_not_written_over_a_place() -> None:
    label = (110.0, 204.0, "start")
    shown = list(_clear([(130, 204, "S. Sudan"), (400, 100, "Ethiopia"), (20, 400, "Uganda")], [mark(100.0, 200.0, "Kodok", label, label)]))
    assert shown == [(400, 100, "Ethiopia", "")]
    box = _written(400, 100, "Ethiopia", "middle", 12.0)
    assert box[0] < 400 < box[2]
