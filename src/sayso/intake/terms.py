"""What the caller says, and what the caller gets back."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Self

from sayso.model import Report


def iso_time(value: str) -> str | None:
    """`value` as an ISO 8601 date, or date and time; None when it is neither."""
    value = value.strip()
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(value).isoformat()
    except ValueError:
        return None


def mail_time(value: str) -> str | None:
    """`value`, a date as mail writes it ("Mon, 28 Jan 2019 10:15:00 +0000"), as ISO 8601; None when it is none."""
    try:
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def is_web_address(value: str) -> bool:
    """Whether a link to `value` leads to a web page and runs nothing."""
    return value.strip().lower().startswith(("http://", "https://"))


@dataclass(frozen=True)
class Known:
    """What the caller says is known about a report; it comes before what the report says of itself.

    Raises ValueError, with a sentence, for a `published` that is no ISO date or a `url` that is no web address.
    """

    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    title: str | None = None

    def __post_init__(self) -> None:
        for name, value in vars(self).items():
            if value is not None and not _is_text(value):
                raise ValueError(f"the {name} given, {value!a}, is not text that can be stored: give it in UTF-8")
        if self.published is not None and iso_time(self.published) is None:
            raise ValueError(f"the publication date given, {self.published!r}, is no day of the calendar, written as 2019-01-28")
        if self.url is not None and not is_web_address(self.url):
            raise ValueError(f"the address given, {self.url!r}, is not a web address: it must start with http:// or https://")

    @classmethod
    def of(cls, row: Mapping[str, object]) -> Self:
        """What a row of a table or of JSON Lines says about its report. A value that is no string, a date that is none and an address
        that is none count as unknown."""
        said = {name: value.strip() or None for name, value in row.items() if isinstance(value, str)}
        url, published = said.get("url"), said.get("published")
        return cls(
            published=iso_time(published) if published else None,
            outlet=said.get("outlet"),
            url=url if url and is_web_address(url) else None,
            title=said.get("title"),
        )

    def before(self, other: Self) -> Self:
        """What this says, and what `other` says where this is silent."""
        return replace(self, **{name: value or getattr(other, name) for name, value in vars(self).items()})


def _is_text(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


@dataclass(frozen=True)
class Limits:
    """What is refused, and how tables are read. Bytes are counted in the input (in a line of JSON Lines, a row of a table, a file of an
    archive), characters in the text that was read. `languages` are the codes of those that can be read. `columns` are pairs of a report's
    field and the name of the column that holds it."""

    max_bytes: int = 5_000_000
    max_chars: int = 400_000
    any_language: bool = False
    languages: frozenset[str] = frozenset({"en"})
    replace_undecodable: bool = False
    columns: tuple[tuple[str, str], ...] = ()
    follow: bool = False

    @property
    def max_file(self) -> int:
        """The limit for formats in which a report is a small part of its file: PDF, mail, feeds, workbooks, JSON documents."""
        return 10 * self.max_bytes

    @property
    def max_archive(self) -> int:
        """The limit for an archive that has to be in memory, since it lies inside another or comes through a pipe."""
        return 40 * self.max_bytes


@dataclass(frozen=True)
class Taken:
    """A report, the bytes that its id is the sha256 of, where it came from (safe to print) and its format's name (`sayso formats`).
    `doubts` are sentences, safe to print, on what its row says and nobody can take."""

    report: Report
    original: bytes
    source: str
    format: str
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Refused:
    """An input that is not read. `source` says where, safe to print; `reason` says what is wrong and what to do. One that is `harmless`
    is no report, by all appearances: it is named, and nothing has failed."""

    source: str
    reason: str
    harmless: bool = False

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}"


def no_day(value: str) -> str:
    """The sentence on a day of publication that is none."""
    return f"“{shown(value[:40])}” is no day of the calendar, written as 2019-01-28: it is read without its day of publication."


class RefusalError(ValueError):
    """Raised inside the intake for an input that is not read; its message is the reason."""


class TimeUpError(RefusalError):
    """Raised in the midst of work on an input whose time is up. The message says so in a sentence."""


def shown(name: str) -> str:
    """A file name that may be printed: line breaks, terminal codes and the like are written as escapes."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in name)
