"""Where a report was met: its outlet, address and date there."""

import hashlib
import json
from collections.abc import Iterator

from sayso.model import Appearance, Report


def appearances_of(report: Report) -> Iterator[Appearance]:
    """Those that intake names, and the one that the report's own outlet, address and date are; at least one, be it blank."""
    yield from report.appearances
    if not report.appearances:
        yield Appearance(outlet=report.outlet, url=report.url, published=report.published)


def appearance_key(outlet: str | None, url: str | None, published: str | None) -> str:
    """What makes two appearances of a report the same one: outlet, address and date; not the moment of fetching it."""
    return hashlib.sha256(json.dumps([outlet, url, published], ensure_ascii=False).encode()).hexdigest()
