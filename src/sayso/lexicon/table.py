"""Plain tables: tab-separated UTF-8 files with a header line, one row type each.

A row type is a frozen dataclass whose fields are the columns. Column types: `str`, `int`, `float`, `bool` ("yes" or empty),
`X | None` (empty is None) and `tuple[str, ...]` (parts separated by `|`). Lines that start with `#` are comments.
"""

import types
import typing
from collections.abc import Iterator, Sequence
from dataclasses import MISSING, dataclass, fields
from pathlib import Path
from typing import Any, ClassVar, Self, TypeVar


class LexiconError(ValueError):
    """A table that cannot be used: the file, the line (0 for the file as a whole), and what to do about it."""

    def __init__(self, path: Path, line: int, reason: str) -> None:
        super().__init__(f"{path}, line {line}: {reason}" if line else f"{path}: {reason}")


@dataclass(frozen=True, slots=True)
class Row:
    """The base of all row types. `TABLE` is the file's name without `.tsv`, `KEY` the columns that identify a row."""

    TABLE: ClassVar[str]
    KEY: ClassVar[tuple[str, ...]]

    @property
    def key(self) -> tuple[Any, ...]:
        """What a later row must share to replace this one."""
        return tuple(getattr(self, name) for name in self.KEY)

    def check(self) -> None:
        """Raise ValueError with a sentence when the row's values do not go together."""

    @classmethod
    def check_all(cls, rows: Sequence[Self]) -> tuple[Self, str] | None:  # noqa: ARG003
        """The first row that does not go with the others, and why; None when all are well."""
        return None


R = TypeVar("R", bound=Row)


def read_table(path: Path, row_type: type[R]) -> Iterator[tuple[int, R]]:
    """The rows of a file with their line numbers. Raises LexiconError for an unknown or missing column or a malformed value."""
    types_of = _column_types(row_type)
    required = {f.name for f in fields(row_type) if f.default is MISSING and f.default_factory is MISSING}
    header: list[str] | None = None
    for number, line in enumerate(_text(path).splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
            _check_header(path, number, header, set(types_of), required)
            continue
        if len(cells) > len(header):
            raise LexiconError(path, number, f"has {len(cells)} cells, but the header names {len(header)} columns")
        values: dict[str, Any] = {}
        for name, cell in zip(header, cells, strict=False):
            if not cell.strip() and name not in required:
                continue
            try:
                values[name] = _value(cell.strip(), types_of[name])
            except ValueError as error:
                raise LexiconError(path, number, f"column {name}: {error}") from None
        lacking = sorted(required - values.keys())
        if lacking:
            raise LexiconError(path, number, f"lacks a value for {', '.join(lacking)}")
        row = row_type(**values)
        try:
            row.check()
        except ValueError as error:
            raise LexiconError(path, number, str(error)) from None
        yield number, row


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise LexiconError(path, error.object[: error.start].count(b"\n") + 1, "is not UTF-8; save the table again as UTF-8") from None
    except OSError as error:
        raise LexiconError(path, 0, f"cannot be read ({error.strerror})") from None


def _check_header(path: Path, number: int, header: list[str], known: set[str], required: set[str]) -> None:
    for name in header:
        if name not in known:
            raise LexiconError(path, number, f"unknown column {name!r}; this table has {', '.join(sorted(known))}")
    if len(set(header)) < len(header):
        raise LexiconError(path, number, "a column stands twice in the header")
    lacking = sorted(required - set(header))
    if lacking:
        raise LexiconError(path, number, f"the header lacks {', '.join(lacking)}")


def _column_types(row_type: type[Row]) -> dict[str, Any]:
    hints = typing.get_type_hints(row_type)
    return {f.name: hints[f.name] for f in fields(row_type)}


def _value(cell: str, kind: Any) -> Any:
    if typing.get_origin(kind) in (types.UnionType, typing.Union):
        (kind,) = (k for k in typing.get_args(kind) if k is not type(None))
    if typing.get_origin(kind) is tuple:
        return tuple(part.strip() for part in cell.split("|") if part.strip())
    if typing.get_origin(kind) is typing.Literal:
        allowed = typing.get_args(kind)
        if cell not in allowed:
            raise ValueError(f"{cell!r} is none of {', '.join(map(str, allowed))}")
        return cell
    if kind is bool:
        if cell not in ("yes", "no"):
            raise ValueError(f"{cell!r} is neither yes nor no")
        return cell == "yes"
    return kind(cell)
