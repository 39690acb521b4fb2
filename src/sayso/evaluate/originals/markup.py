"""Marked-up texts: the words of an element, and where others lie in them. Nothing outside a file is ever loaded."""

from pathlib import Path
from typing import Any

from lxml import etree

Marked = tuple[Any, int, int]
"""An element, and [start, end) of its words in the text around it."""


def strict(path: Path, what: str) -> Any:
    """The root of an XML file. Raises ValueError, saying that it is no `what`, where it is not well formed."""
    try:
        return etree.parse(str(path), etree.XMLParser(resolve_entities=False, no_network=True)).getroot()
    except (etree.XMLSyntaxError, OSError) as error:
        raise ValueError(f"{path} is no {what}: {error}") from None


def lenient(path: Path, what: str) -> Any:
    """The root of an SGML file, its tags in lower case: a bare ampersand and a missing end tag do no harm. Raises ValueError as `strict`."""
    try:
        root = etree.parse(str(path), etree.HTMLParser(encoding="utf-8", no_network=True)).getroot()
    except (etree.XMLSyntaxError, OSError) as error:
        raise ValueError(f"{path} is no {what}: {error}") from None
    if root is None:
        raise ValueError(f"{path} is no {what}: it is empty")
    return root


def words_and(element: Any, tag: str) -> tuple[str, list[Marked]]:
    """The words of `element`, and the elements called `tag` in it in the order in which they end."""
    words: list[str] = []
    found: list[Marked] = []
    _walk(element, tag, 0, words, found)
    return "".join(words), found


def _walk(element: Any, tag: str, start: int, words: list[str], found: list[Marked]) -> int:
    """Adds the words and the marks of an element that begins at `start`; gives where it ends."""
    words.append(element.text or "")
    end = start + len(words[-1])
    for child in element:
        if isinstance(child.tag, str):  # a comment's words are none of the text's
            end = _walk(child, tag, end, words, found)
        words.append(child.tail or "")
        end += len(words[-1])
    if element.tag == tag:
        found.append((element, start, end))
    return end
