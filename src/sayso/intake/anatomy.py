"""Text -> Report: its parts, credits, dateline, publication date and origin. Pure functions of the text and of what is known."""

import hashlib
import re
from collections.abc import Mapping
from datetime import date

from sayso.intake.agencies import agency
from sayso.intake.aside import mark_asides, mark_doubled_lead, mark_repeats
from sayso.intake.found import NOTHING_FOUND, Found
from sayso.intake.head import Head
from sayso.intake.language import guess_language
from sayso.intake.layout import Layout
from sayso.intake.origin import find_origin
from sayso.intake.pull_quote import mark_pull_quotes
from sayso.intake.tail import Tail
from sayso.intake.terms import Known, iso_time
from sayso.model import Appearance, Dateline, Report
from sayso.model.codes import PublishedBasis

_NOTHING_KNOWN = Known()


def sha256(raw: bytes) -> str:
    """The sha256 of `raw`, in hexadecimal: a report's id."""
    return hashlib.sha256(raw).hexdigest()


def from_row(row: Mapping[str, object], known: Known = _NOTHING_KNOWN) -> Report:
    """The report of a JSON Lines row: `text` (unchanged), and `title`, `outlet`, `url`, `published` where it has them. What the caller
    says comes first. A value that is no string, a date that is none and an address that is none count as unknown."""
    text = row["text"]
    if not isinstance(text, str):
        raise TypeError(f"a row's text is a string, not {type(text).__name__}")
    return from_text(text, known.before(Known.of(row)))


def from_text(text: str, known: Known = _NOTHING_KNOWN, found: Found = NOTHING_FOUND, *, identity: str | None = None) -> Report:
    """The report that `text` is. `found` is what its file says beside the text; `identity` the sha256 of the original bytes, by
    default that of the text's UTF-8."""
    layout = Layout(text)
    outlet = known.outlet or found.outlet
    title = known.title or found.title
    for kind, start, end in found.aside:
        layout.mark(kind, start, end)
    head = Head(layout, title, outlet)
    tail = Tail(layout)
    mark_pull_quotes(layout)
    mark_asides(layout)
    mark_repeats(layout)
    mark_doubled_lead(layout)
    filed_by = head.dateline.outlet if head.dateline else None
    if not outlet:
        outlet = head.outlet or (filed_by if filed_by and not agency(filed_by) else None) or tail.outlet
    published, basis = _published(known, found, head.days + tail.days)
    url = known.url or found.url
    byline = head.byline or found.byline or tail.byline
    title = title or _without_site(head.title, outlet)
    described = {"title": title, "outlet": outlet, "byline": byline, "url": url, "published": published}
    return Report(
        id=identity or sha256(text.encode()),
        title=title,
        outlet=outlet,
        byline=byline,
        editor=tail.editor,
        url=url,
        language=guess_language(text),
        medium=found.medium,
        basis={name: _basis(name, value, known, found) for name, value in described.items() if value},
        dateline=Dateline(outlet=filed_by, span=(head.dateline.start, head.dateline.end)) if head.dateline else None,
        published=published,
        published_basis=basis,
        published_range=(published[:10], published[:10]) if published else None,
        origin=find_origin(text, outlet, filed_by, head.credits + tail.credits),
        appearances=(Appearance(outlet=outlet, url=url, published=published, retrieved=found.retrieved),),
        parts=layout.parts(),
        text=text,
    )


def _without_site(title: str | None, outlet: str | None) -> str | None:
    """A headline without the name of its outlet at its end: "Bridge reopens - The Hill Courier"."""
    found = re.fullmatch(rf"(.{{8,}}?)\s+[|–—-]\s+{re.escape(outlet)}", title, re.I) if title and outlet else None
    return found.group(1) if found else title


def _published(known: Known, found: Found, in_text: list[date]) -> tuple[str | None, PublishedBasis]:
    if known.published:
        return iso_time(known.published), "given"
    if found.published:
        return found.published, "metadata"
    if in_text:
        return in_text[0].isoformat(), "text"
    return (found.made, "inferred") if found.made else (None, "unknown")


def _basis(name: str, value: str, known: Known, found: Found) -> str:
    """What says so: the caller or the row, the file beside its text, or the text."""
    given = getattr(known, name, None)
    if given and (given == value or name == "published"):
        return "given with the report"
    if name == "published" and not found.published and value == found.made:
        return found.basis.get("made", "the file's own date")
    return found.basis.get(name, "the file") if value == getattr(found, name) else "the text"

