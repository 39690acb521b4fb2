"""CAT, the XML in which MEANTIME and ECB+ are handed out: a Document of tokens, Markables anchored to them, and Relations between those.

Its text is put together of the tokens, a line a sentence: neither set has the text itself beside them.
"""

import csv
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

from sayso.evaluate.originals.markup import strict

SENTENCES = "ECBplus_coreference_sentences.csv"
"""ECB+'s own list of the sentences that were checked (Topic, File, Sentence Number); where it lies in a folder above, others are left out."""
_NO_BLANK_BEFORE = re.compile(r"[,.;:!?)\]}%”’]+\Z|['’](?:s|re|ve|ll|d|m|t)?\Z|n['’]t\Z", re.I)
_NO_BLANK_AFTER = re.compile(r"[(\[{$£€“]\Z")
_ECB = re.compile(r"(?P<topic>\d+)_(?P<file>\d+(?P<part>ecb(?:plus)?))")
_DEEPEST = 4

Span = tuple[int, int]


def is_cat(path: Path) -> bool:
    """Whether a file seems to be one: its root is a Document."""
    with path.open("rb") as file:
        return re.search(rb"<Document[\s>]", file.read(2_000)) is not None


def times(path: Path) -> list[dict[str, Any]]:
    """The one row of a file of MEANTIME: `text`, `published` and `timexes`. Raises ValueError, naming the file, where it is none."""
    document = strict(path, "CAT")
    text, places = _text(path, document, None)
    marked = document.findall("Markables/TIMEX3")
    created = next((one.get("value") for one in marked if one.get("functionInDocument") == "CREATION_TIME"), None)
    timexes = [
        {"start": span[0], "end": span[1], "type": one.get("type"), "value": one.get("value")} for one in marked if (span := _span(one, places))
    ]
    return [{"id": document.get("doc_id") or path.stem, "text": text, "published": (created or "")[:10] or None, "timexes": timexes}]


def mentions(path: Path) -> list[dict[str, Any]]:
    """The one row of a file of ECB+: `text`, `incident` (its topic and half) and `mentions` of actions with their `chain`: those tied by a
    relation have its name, or its number in its document; any other is alone in its own. Raises ValueError, naming the file, where it is none."""
    document = strict(path, "CAT")
    named = _ECB.search(document.get("doc_name") or path.name)
    if named is None:
        raise ValueError(f"{path} is no file of ECB+: its name is not like 1_2ecb.xml or 1_2ecbplus.xml")
    text, places = _text(path, document, _checked(path, named["topic"], named["file"]))
    chains = _chains(document, path.stem)
    found = [
        {"start": span[0], "end": span[1], "chain": chains.get(one.get("m_id"), f"alone {path.stem} {one.get('m_id')}")}
        for one in document.findall("Markables/*")
        if one.tag.startswith(("ACTION_", "NEG_ACTION_")) and (span := _span(one, places))
    ]
    return [{"id": path.stem, "text": text, "incident": named["topic"] + named["part"], "mentions": found}]


def _text(path: Path, document: Any, sentences: frozenset[str] | None) -> tuple[str, dict[str, Span]]:
    """The words of the sentences asked for, all where None is, and where each token stands. Raises ValueError where there is no token."""
    tokens = [one for one in document.findall("token") if sentences is None or one.get("sentence") in sentences]
    if document.tag != "Document" or not document.findall("token"):
        raise ValueError(f"{path} is no CAT: it has no Document with tokens")
    text, before = "", None
    places: dict[str, Span] = {}
    for one in tokens:
        word = one.text or ""
        if before is not None and before.get("sentence") != one.get("sentence"):
            text += "\n"
        elif before is not None and not _NO_BLANK_BEFORE.match(word) and not _NO_BLANK_AFTER.search(before.text or ""):
            text += " "
        places[one.get("t_id")] = (len(text), len(text) + len(word))
        text, before = text + word, one
    return text, places


def _span(markable: Any, places: dict[str, Span]) -> Span | None:
    """From its first token to its last; None where it has none in the text."""
    anchored = [places[anchor.get("t_id")] for anchor in markable.findall("token_anchor") if anchor.get("t_id") in places]
    return (min(anchored)[0], max(end for _, end in anchored)) if anchored else None


def _chains(document: Any, name: str) -> dict[str, str]:
    chains: dict[str, str] = {}
    for relation in document.findall("Relations/*"):
        if relation.tag in ("CROSS_DOC_COREF", "INTRA_DOC_COREF"):
            chain = relation.get("note") if relation.tag == "CROSS_DOC_COREF" else None
            for source in relation.findall("source"):
                chains[source.get("m_id")] = chain or f"{name} {relation.get('r_id')}"
    return chains


def _checked(path: Path, topic: str, file: str) -> frozenset[str] | None:
    """The numbers of the sentences of a file that ECB+'s list names; None where there is no list."""
    listed = next((above / SENTENCES for above in list(path.absolute().parents)[:_DEEPEST] if (above / SENTENCES).exists()), None)
    if listed is None:
        return None
    numbers: dict[tuple[str, str], set[str]] = defaultdict(set)
    with listed.open(encoding="utf-8-sig", newline="") as rows:
        for row in csv.reader(rows):
            if len(row) >= 3:
                numbers[row[0].strip(), row[1].strip()].add(row[2].strip())
    return frozenset(numbers[topic, file])
