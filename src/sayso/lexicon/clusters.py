"""Words that keep like company in texts: 43,000 English words in a thousand clusters, so that what is learnt of "lorry" holds of "truck".

Made by `training/build_word_clusters.py` from Stanford's GloVe vectors (PDDL 1.0); as `data/word_clusters.txt` it can be read.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

SHIPPED = Path(__file__).parent / "data" / "word_clusters.txt"


@cache
def word_clusters(path: Path = SHIPPED) -> Mapping[str, str]:
    """For each word, written small, the word that its cluster is called by. Names and rare words have none."""
    lines = path.read_text(encoding="utf-8").splitlines()
    clusters = (line.split() for line in lines if not line.startswith("#"))
    return {word: words[0] for words in clusters for word in words}
