"""TimeML (*.tml), as TempEval-3 hands out TimeBank and AQUAINT: TIMEX3 in TEXT, the day of publication in DCT."""

from pathlib import Path
from typing import Any

from sayso.evaluate.originals.markup import strict, words_and


def rows(path: Path) -> list[dict[str, Any]]:
    """The one row of a .tml file: `text`, `published` and `timexes`. Raises ValueError, naming the file, where it is none."""
    root = strict(path, "TimeML")
    body = root.find("TEXT")
    if body is None:
        raise ValueError(f"{path} is no TimeML: it has no TEXT")
    text, found = words_and(body, "TIMEX3")
    timexes = [{"start": start, "end": end, "type": one.get("type"), "value": one.get("value")} for one, start, end in found]
    created = root.find("DCT/TIMEX3")
    day = (created.get("value") or "")[:10] if created is not None else ""
    return [{"id": path.stem, "text": text, "published": day if len(day) == 10 else None, "timexes": timexes}]
