"""The quality gate: no measure may fall below the floor that is pinned for it in a file, one `measure TAB F1` a line."""

from pathlib import Path

from sayso.evaluate.counting import Scores


def below(scores: Scores, path: Path) -> list[str]:
    """A sentence for each measure that lies below its floor or is not there; empty where all hold. Raises ValueError for a bad file."""
    sentences = []
    for name, floor in read_floors(path).items():
        count = scores.counts.get(name)
        if count is None:
            sentences.append(f"{name}: has a floor of {floor:.3f} in {path}, but was not measured.")
        elif count.f1 < floor:
            sentences.append(f"{name}: F1 {count.f1:.3f} is below its floor of {floor:.3f} (right {count.right} of {count.gold}).")
    return sentences


def read_floors(path: Path) -> dict[str, float]:
    """The floors by measure. Blank lines and lines that start with # are passed over."""
    floors: dict[str, float] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        name, _, value = line.partition("\t")
        try:
            floors[name] = float(value)
        except ValueError:
            raise ValueError(f"{path}, line {number}: a floor is written `measure TAB number`; got {line!r}") from None
    if not floors:
        raise ValueError(f"{path} holds no floors")
    return floors
