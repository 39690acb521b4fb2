"""TIMEX2 in SGML or XML, as WikiWars hands out its articles: DOC with DOCID, DATETIME and TEXT, in which TIMEX2 have VAL and SET."""

import re
from pathlib import Path
from typing import Any

from sayso.evaluate.originals.markup import lenient, words_and

_DAY = re.compile(r"\s*(\d{4})-?(\d\d)-?(\d\d)")


def rows(path: Path) -> list[dict[str, Any]]:
    """The one row of a file: `text`, `published` and `timexes`. Of expressions inside one another only the outer one counts, and one
    without a value has the value "null". Raises ValueError, naming the file, where it has no TEXT with a TIMEX2."""
    root = lenient(path, "text with TIMEX2")
    body = next(root.iter("text"), None)
    text, found = words_and(body, "timex2") if body is not None else ("", [])
    if not found:
        raise ValueError(f"{path} is no text with TIMEX2: it has no TEXT with a TIMEX2 in it")
    outer = [(one, start, end) for one, start, end in found if not any(above.tag == "timex2" for above in one.iterancestors())]
    timexes = [
        {"start": start, "end": end, "type": _type(one), "value": one.get("val") or "null"} for one, start, end in outer if end > start
    ]
    day = _DAY.match("".join(next(root.iter("datetime"), root.makeelement("none")).itertext()))
    named = "".join(next(root.iter("docid"), root.makeelement("none")).itertext()).strip()
    return [{"id": named or path.name.partition(".")[0], "text": text, "published": "-".join(day.groups()) if day else None, "timexes": timexes}]


def _type(timex: Any) -> str:
    """TIMEX3's word for what a TIMEX2 is: those have no type."""
    value = timex.get("val") or ""
    if (timex.get("set") or "").casefold() in ("yes", "true"):
        return "SET"
    return "DURATION" if value.startswith("P") and "_" not in value else "TIME" if "T" in value else "DATE"
