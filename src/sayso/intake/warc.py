"""WARC: a web archive, each answer with a page or a document a report, retrieved when and from where the archive says. warcio's work."""

import io
import re
from collections.abc import Iterator

from sayso.intake.budget import Unpacking
from sayso.intake.format import Format, Inside, Opened, Piece, Unread
from sayso.intake.found import Found
from sayso.intake.terms import RefusalError, is_web_address, iso_time

_READ = re.compile(r"text/(?:html|plain|csv|xml)|application/(?:xhtml|xml|rss|atom|pdf|json|x-ndjson|jsonl|zip|gzip|vnd\.openxml)|message/rfc822|\Z")
"""Kinds of content that may hold reports. Pictures, styles and scripts are passed over: a page has hundreds."""


def pieces(opened: Opened) -> Iterator[Piece]:
    """Each answer whose content may hold reports. Answers of another status than 200 are passed over: they are the server's words."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    records = iter(ArchiveIterator(opened.stream(), arc2warc=False))
    number = 0
    while True:
        try:
            record = next(records, None)
        except (ArchiveLoadFailed, ValueError, KeyError, IndexError, EOFError, AttributeError) as error:  # warcio's, where no address is
            if isinstance(error, RefusalError):
                raise
            why = "a record has no address" if isinstance(error, AttributeError) else " ".join(str(error).split())[:120]
            raise RefusalError(f"is a web archive that is damaged after {number} records ({why}). What came before is read.") from error
        if record is None:
            break
        number += 1
        uri = record.rec_headers.get_header("WARC-Target-URI") or ""
        where = f":{number} {uri[:300]}".rstrip()
        if record.rec_type not in ("response", "resource", "conversion"):
            continue
        if record.rec_type == "response" and (record.http_headers is None or record.http_headers.get_statuscode() != "200"):
            continue
        headers = record.http_headers if record.http_headers is not None else record.rec_headers
        kind = (headers.get_header("Content-Type") or "").split(";")[0].strip().lower()
        if not _READ.match(kind):
            continue
        try:
            content = Unpacking(record.content_stream(), opened.budget)
            body = io.BufferedReader(content).read(opened.limits.max_file + 1)
        except RefusalError:
            raise
        except Exception as error:
            yield Unread(where, f"is damaged inside its archive ({type(error).__name__}).")
            continue
        about = Found(url=uri if is_web_address(uri) else None, retrieved=iso_time(record.rec_headers.get_header("WARC-Date") or ""))
        yield Inside(where, io.BytesIO(body), about.by("the web archive's record"))
    if not number:
        raise RefusalError("is a web archive without records.")


FORMAT = Format(
    "warc", "web archives (WARC)", lambda head, name: head.startswith(b"WARC/"), pieces,  # noqa: ARG005
    identity="the answer's body", modules=("warcio",), extra="warc",
)  # fmt: skip
