"""Weights of linear models over named traits, as they are shipped: whole thousandths, several models in one array file."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

SCALE = 1000
SHIPPED = Path(__file__).with_name("learnt.npz")
_SMALL = 20
"""Traits whose weights are all smaller than so many thousandths are left out of the file."""

Weights = Mapping[str, tuple[int, ...]]
"""For each trait its thousandths for each of a model's classes."""


def rounded(traits: Sequence[str], weights: NDArray[np.float64]) -> dict[str, tuple[int, ...]]:
    """Weights (traits x classes) as whole thousandths."""
    rows = zip(traits, np.rint(weights * SCALE).astype(int).tolist(), strict=True)
    return {trait: tuple(row) for trait, row in rows if max(map(abs, row)) >= _SMALL}


def save(path: Path, models: Mapping[str, Weights]) -> None:
    """Write models by name, whole or not at all, each as `NAME_traits`, UTF-8 with line breaks between, and `NAME_weights`, 16-bit thousandths."""
    arrays: dict[str, NDArray[np.uint8] | NDArray[np.int16]] = {}
    for name, weights in models.items():
        arrays[f"{name}_traits"] = np.frombuffer("\n".join(weights).encode("utf-8"), dtype=np.uint8)
        arrays[f"{name}_weights"] = np.array(list(weights.values()), dtype=np.int16)
    beside = path.with_name(f"{path.name}.part")
    with beside.open("wb") as file:
        np.savez_compressed(file, **arrays)  # type: ignore[arg-type]
    beside.replace(path)


def load(path: Path, name: str, classes: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """The weights of one model of a file. Raises ValueError where it is not there or has other classes."""
    with np.load(path, allow_pickle=False) as arrays:
        if f"{name}_traits" not in arrays:
            raise ValueError(f"{path} holds no weights called {name}: `sayso train` writes them")
        traits = arrays[f"{name}_traits"].tobytes().decode("utf-8").split("\n")
        weights = arrays[f"{name}_weights"]
    if weights.shape != (len(traits), len(classes)):
        raise ValueError(f"{path} holds weights of the shape {weights.shape}; {len(traits)} traits and {len(classes)} classes were expected")
    return dict(_rows(traits, weights))


def _rows(traits: Sequence[str], weights: NDArray[np.int16]) -> Iterator[tuple[str, tuple[int, ...]]]:
    return zip(traits, map(tuple, weights.tolist()), strict=True)
