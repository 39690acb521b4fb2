"""HTML -> the text of its report, paragraphs as lines, and what the page says about itself. The work is trafilatura's."""

import re
from collections.abc import Iterator

from sayso.intake.decode import declared_encoding, decode
from sayso.intake.format import Format, Opened, Piece, Whole
from sayso.intake.found import Found
from sayso.intake.sniff import is_html
from sayso.intake.terms import RefusalError, is_web_address, iso_time

MAX_DEPTH = 250
"""Elements nested deeper than this are no page that people wrote; the HTML parser would cut it off in silence."""
MAX_ELEMENTS = 20_000
"""A page of more elements is no report, and taking text out of it would take minutes."""

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,30})(?=[\s/>])")
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr p li td tr th dt dd option".split())


def pieces(opened: Opened) -> Iterator[Piece]:
    """The one report of a page. Raises RefusalError for bytes that are no text, and where there is no report."""
    raw = opened.whole()
    text, found = read_page(decode(raw, replace=opened.limits.replace_undecodable, encoding=declared_encoding(raw)))
    yield Whole(raw, text, found)


FORMAT = Format("html", "web pages (HTML)", is_html, pieces)


def check_size(source: str) -> None:
    """Raises RefusalError for markup that no report has: elements without end, or nested without end."""
    elements, depth = _size(source)
    if elements > MAX_ELEMENTS or depth > MAX_DEPTH:
        much = f"nested more than {MAX_DEPTH} elements deep" if depth > MAX_DEPTH else f"of more than {MAX_ELEMENTS} elements"
        raise RefusalError(f"is an HTML page {much}, which no report is. Save its text as a plain text file.")


def read_page(source: str) -> tuple[str, Found]:
    """The text of the report in an HTML page, and what the page says about it. Raises RefusalError where there is none."""
    check_size(source)
    from trafilatura import bare_extraction  # takes 0.2 s: only for those who read HTML

    # The latest date is fixed, for htmldate's own default is today: the same page must give the same report at all times.
    dates = {"original_date": True, "extensive_search": False, "max_date": "2099-12-31", "outputformat": "%Y-%m-%d"}
    try:
        found = bare_extraction(source, with_metadata=True, include_comments=False, include_tables=False, date_extraction_params=dates)
    except Exception as error:  # the library's own fault on such a page: htmldate fails on one whose root is an <svg>
        raise RefusalError(f"is an HTML page that cannot be read ({type(error).__name__}). Save its text as a plain text file.") from error
    text = (found.text or "").strip() if found is not None and not isinstance(found, dict) else ""
    if not text or found is None or isinstance(found, dict):
        raise RefusalError("is an HTML page in which no report was found. Save its text as a plain text file.")
    title = _line(found.title)
    about = Found(
        title=title,
        byline=_line(found.author),
        outlet=_line(found.sitename),
        url=found.url if found.url and is_web_address(found.url) else None,
        published=iso_time(found.date) if found.date else None,
    )
    return _with_title(title, "\n\n".join(line.strip() for line in text.splitlines() if line.strip())), about.by("the page's metadata")


def _with_title(title: str | None, text: str) -> str:
    """The headline is part of what readers of the page read; it is put in front where the extraction left it out."""
    first = text.split("\n", 1)[0]
    return text if not title or title.casefold() in first.casefold() else f"{title}\n\n{text}"


def _line(value: str | None) -> str | None:
    return " ".join(value.split()) or None if value else None


def _size(source: str) -> tuple[int, int]:
    """How many elements are opened, and how deep they are nested at most: an upper guess, for elements left open count as nested."""
    elements = depth = deepest = 0
    for tag in _TAG.finditer(source):
        closing, name = tag.groups()
        elements += not closing
        if elements > MAX_ELEMENTS:
            break
        if name.lower() not in _VOID:
            depth = max(0, depth - 1) if closing else depth + 1
            deepest = max(deepest, depth)
    return elements, deepest
