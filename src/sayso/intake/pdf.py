"""PDF: the text layer, lines joined to paragraphs, what stands on every page put aside. The work is PDFium's, in a process of its own."""

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

from sayso.intake.credits import only_names
from sayso.intake.format import Format, Opened, Piece, Unread, Whole
from sayso.intake.found import Found
from sayso.intake.terms import RefusalError, iso_time

Line = tuple[str, float, float, float, float]
"""A line's words, and the left, right, bottom and top of its letters in points."""

SECONDS = 90
_MADE = re.compile(r"D:(\d{4})(\d{2})(\d{2})")
_PRINTED = re.compile(r"skia|quartz|chrom|wkhtml|firefox|cairo|webkit|print to pdf|mozilla", re.I)
_NO_TITLE = re.compile(r"microsoft |untitled|.*\.(?:docx?|pdf|indd|odt|rtf|txt|html?)\Z|https?:|about:blank", re.I)
_PAGE_NUMBER = re.compile(r"(?:page\s*)?[-–— ]*\d{1,4}[-–— ]*(?:(?:of|/)\s*\d{1,4})?", re.I)


def pieces(opened: Opened) -> Iterator[Piece]:
    """The one report, and each page that has no text. Raises RefusalError for a file that has none at all, is locked or damaged."""
    raw = opened.whole(opened.limits.max_file)
    if _is_archive_too(raw):
        raise RefusalError("is a PDF document and a ZIP archive at once, as files made to deceive are. Not read; save the one that you mean.")
    pages, info = _taken_apart(raw)
    blank = [number for number, page in enumerate(pages, start=1) if not page]
    if len(blank) == len(pages):
        raise RefusalError("is scanned pages: pictures without a text layer. Add one (OCR, for instance with ocrmypdf), and read the result.")
    text, aside = _text(pages)
    yield Whole(raw, text, _about(info, aside))
    if blank:
        which = f"page {blank[0]} has" if len(blank) == 1 else f"pages {', '.join(map(str, blank[:20]))} have"
        yield Unread(f", {len(blank)} of {len(pages)} pages", f"{which} no text layer (blank, or scanned pictures); the other pages are read.")


FORMAT = Format(
    "pdf", "PDF documents with a text layer", lambda head, name: head[:1024].lstrip().startswith(b"%PDF-"), pieces,  # noqa: ARG005
    modules=("pypdfium2",), extra="pdf",
)  # fmt: skip


def _taken_apart(raw: bytes) -> tuple[list[list[Line]], Mapping[str, str]]:
    program = [sys.executable, "-I", str(Path(__file__).with_name("pdf_pages.py"))]
    try:
        done = subprocess.run(program, input=raw, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise RefusalError(f"is a PDF document that was not taken apart within {SECONDS} seconds. Save its text as a plain text file.") from None
    answer: dict[str, Any] = json.loads(done.stdout) if done.returncode == 0 and done.stdout else {"error": "harmful"}
    if "error" in answer:
        raise RefusalError(
            {
                "password": "is a PDF document that is protected by a password. Remove it, and read the result.",
                "damaged": "is a damaged PDF document. Get it again, or repair it (for instance with `qpdf`).",
            }.get(answer["error"], "is a PDF document that takes too much memory or time, or stops the PDF engine. Save its text as plain text.")
        )
    return answer["pages"], answer["info"]


def _text(pages: list[list[Line]]) -> tuple[str, tuple[int, int] | None]:
    """The paragraphs, and at the end, where no sentence is broken by it, what stands at the edge of the pages; where that begins and ends."""
    standing = _standing(pages)
    edges = [line[0] for number, page in enumerate(pages) for at, line in enumerate(page) if (number, at) in standing]
    body: list[str] = []
    for number, page in enumerate(pages):
        kept = [line for at, line in enumerate(page) if (number, at) not in standing]
        paragraphs = _paragraphs(kept)
        if body and paragraphs and body[-1][-1] not in ".!?:”\"’'" and paragraphs[0][0].islower():
            body[-1] = _joined(body[-1], paragraphs.pop(0))
        body += paragraphs
    text = "\n\n".join(body)
    if not edges:
        return text, None
    end = len(text)
    text += "\n\n" + "\n".join(edges)
    return text, (end, len(text))


def _standing(pages: list[list[Line]]) -> set[tuple[int, int]]:
    """Which lines stand at the top or bottom of most pages, or are a page's number: (page, line)."""
    edge = [(n, at) for n, page in enumerate(pages) for at in sorted({0, 1, len(page) - 2, len(page) - 1}) if 0 <= at < len(page)]
    words = {place: re.sub(r"\d+", "#", pages[place[0]][place[1]][0].casefold()) for place in edge}
    often = Counter(words.values())
    most = max(2, (len(pages) + 1) // 2)
    return {place for place in edge if (len(pages) > 1 and often[words[place]] >= most) or _PAGE_NUMBER.fullmatch(pages[place[0]][place[1]][0])}


def _paragraphs(lines: list[Line]) -> list[str]:
    if not lines:
        return []
    right = max(line[2] for line in lines)
    left = min(line[1] for line in lines)
    gaps = sorted(a[3] - b[3] for a, b in pairwise(lines) if a[3] > b[3])
    usual = gaps[len(gaps) // 4] if gaps else 0.0
    paragraphs = [lines[0][0]]
    for before, line in pairwise(lines):
        apart = usual and before[3] - line[3] > 1.35 * usual
        short = before[2] < left + 0.8 * (right - left) and before[0][-1] in ".!?:”\"’'"
        other = abs((before[4] - before[3]) - (line[4] - line[3])) > 6
        if apart or short or other or before[3] < line[3]:
            paragraphs.append(line[0])
        else:
            paragraphs[-1] = _joined(paragraphs[-1], line[0])
    return paragraphs


def _joined(before: str, after: str) -> str:
    """Two lines of one paragraph. A word broken at the line's end is made whole where the file marks the break as a soft one."""
    if before[-1] in "\u00ad\ufffe\x02":
        return before[:-1] + after
    return before + ("" if before.endswith("-") else " ") + after


def _about(info: Mapping[str, str], aside: tuple[int, int] | None) -> Found:
    title, author = (" ".join(info.get(name, "").split()) for name in ("Title", "Author"))
    made = _MADE.match(info.get("CreationDate", ""))
    day = iso_time("-".join(made.groups())) if made else None
    by_printer = bool(_PRINTED.search(f"{info.get('Producer', '')} {info.get('Creator', '')}"))
    return Found(
        title=title if title and not _NO_TITLE.match(title) else None,
        byline=author if only_names(author) else None,
        made=None if by_printer else day,
        retrieved=day if by_printer else None,
        aside=(("furniture", *aside),) if aside else (),
        basis={"title": "the PDF's properties", "byline": "the PDF's properties", "made": "the day the PDF was made"},
    )


def _is_archive_too(raw: bytes) -> bool:
    """Whether a ZIP archive's end stands where this file ends."""
    at = raw.rfind(b"PK\x05\x06", max(0, len(raw) - 65_557))
    return at >= 0 and len(raw) >= at + 22 and at + 22 + int.from_bytes(raw[at + 20 : at + 22], "little") == len(raw)
