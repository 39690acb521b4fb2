"""Write docs/reference from the program itself: commands, the fields of a Reading, codes, lexicon tables.

    python scripts/reference.py            writes the pages
    python scripts/reference.py --check    exit status 1, naming the pages that are out of date
"""

import inspect
import re
import sys
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any, get_type_hints

import click
from pydantic import BaseModel

from sayso.cli import COMMANDS, cli
from sayso.lexicon import Lexicon
from sayso.lexicon.rows import ROW_TYPES
from sayso.model import codes, items, reading, report, situation
from sayso.model.correction import Correction

PAGES = Path(__file__).resolve().parents[1] / "docs" / "reference"
_ALIASES = (
    (re.compile(r"Annotated\[str, AfterValidator\(func=<function _iso [^>]*>\)\]"), "IsoTime"),
    (re.compile(r"Annotated\[str, AfterValidator\(func=<function _text [^>]*>\)\]"), "Text"),
    (re.compile(r"Annotated\[tuple\[int, int\], AfterValidator\(func=<function _ordered [^>]*>\)\]"), "Span"),
    (re.compile(r"Annotated\[float, FieldInfo\([^)]*\)\]"), "Confidence"),
)
"""Types as the code names them; printed whole they would carry addresses of this run."""

NOTE = "<!-- made by scripts/reference.py; do not edit -->\n"


def commands() -> str:
    """The help of every command."""
    parts = [NOTE, "# Commands\n"]
    context = click.Context(cli, info_name="sayso")
    for name in COMMANDS:
        command = cli.get_command(context, name)
        assert command is not None
        text = command.get_help(click.Context(command, info_name=name, parent=context, max_content_width=100, terminal_width=100))
        parts.append(f"## sayso {name}\n\n```text\n{text}\n```\n")
    parts.append("Exit status: 0 all done; 1 some inputs could not be read, each named on standard error; 2 wrong usage.\n")
    return "\n".join(parts)


def nouns() -> str:
    """The fields of every noun of the contract."""
    parts = [NOTE, "# A Reading, a Situation, a Correction: fields\n", "Spans are `[start, end]` in code points of `report.text`, end exclusive. "]
    parts.append("`sayso schema` prints the same as JSON Schema.\n")
    for module in (reading, report, items, situation):
        for _, one in inspect.getmembers(module, lambda x: inspect.isclass(x) and issubclass(x, BaseModel)):
            if one.__module__ == module.__name__:
                parts.append(_noun(one))
    parts.append(_noun(Correction))
    return "\n".join(parts)


def _noun(noun: type[BaseModel]) -> str:
    lines = [f"## {noun.__name__}\n", inspect.cleandoc(noun.__doc__ or "") + "\n", "| field | type | default |", "|---|---|---|"]
    for name, field in noun.model_fields.items():
        default = "required" if field.is_required() else f"`{field.get_default(call_default_factory=True)!r}`"
        lines.append(f"| `{field.alias or name}` | `{_type(field.annotation)}` | {default} |".replace("`None`", "null").replace("|None", "\\|None"))
    return "\n".join(lines) + "\n"


def _type(annotation: Any) -> str:
    text = str(annotation) if not inspect.isclass(annotation) or getattr(annotation, "__args__", None) else annotation.__name__
    for module in ("typing.", "sayso.model.base.", "sayso.model.items.", "sayso.model.report.", "sayso.model.situation."):
        text = text.replace(module, "")
    for pattern, name in _ALIASES:
        text = pattern.sub(name, text)
    text = re.sub(r"Optional\[(.*)\]$", r"\1 or None", text).replace(" | ", " or ")
    for alias in (v for v in vars(codes) if v[0].isupper() and not v.isupper()):
        text = text.replace(str(getattr(codes, alias)).replace("typing.", ""), alias)
    return text if len(text) < 90 else text[:87] + "..."


def vocabularies() -> str:
    """Every closed vocabulary."""
    parts = [NOTE, "# Codes\n", "Event types, modes and contexts are PLOVER 0.8; time types TIMEX3.\n", "| vocabulary | values |", "|---|---|"]
    for name in sorted(v for v in vars(codes) if v[0].isupper() and not v.isupper() and v != "Literal"):
        parts.append(f"| {name} | {', '.join(f'`{x}`' for x in codes.get_args(getattr(codes, name)))} |")
    parts += ["", "## Modes of each event type\n", "| type | quad | modes |", "|---|---|---|"]
    for kind in codes.EVENT_TYPES:
        parts.append(f"| {kind} | {codes.QUAD[kind]} | {', '.join(codes.MODES.get(kind, ())) or '-'} |")
    parts += ["", "## Contexts\n", ", ".join(codes.CONTEXTS), ""]
    return "\n".join(parts)


def tables() -> str:
    """Every table of the lexicon and its columns."""
    lexicon = Lexicon()
    parts = [NOTE, "# Lexicon tables\n", "Tab-separated UTF-8 with a header line; `#` starts a comment. Lists are separated by `|`; yes/no columns "]
    parts[-1] += "hold `yes` or nothing. A row of yours replaces the shipped one with the same key.\n"
    for row_type in sorted(ROW_TYPES, key=lambda r: r.TABLE):
        hints = get_type_hints(row_type)
        doc = inspect.cleandoc(row_type.__doc__ or "")
        parts.append(f"## {row_type.TABLE}.tsv\n\n{doc}\n\nKey: {', '.join(row_type.KEY)}. Shipped rows: {len(lexicon.rows(row_type))}.\n")
        parts += ["| column | type | must be there |", "|---|---|---|"]
        for field in fields(row_type):
            needed = field.default is MISSING and field.default_factory is MISSING
            parts.append(f"| {field.name} | `{_type(hints[field.name])}` | {'yes' if needed else ''} |")
        parts.append("")
    return "\n".join(parts)


def main() -> int:
    """Write or check the pages."""
    made = {"commands.md": commands(), "reading.md": nouns(), "codes.md": vocabularies(), "lexicon.md": tables()}
    stale = [name for name, text in made.items() if not (PAGES / name).exists() or (PAGES / name).read_text(encoding="utf-8") != text]
    if "--check" in sys.argv:
        for name in stale:
            print(f"docs/reference/{name} is out of date: run scripts/reference.py", file=sys.stderr)
        return 1 if stale else 0
    PAGES.mkdir(parents=True, exist_ok=True)
    for name, text in made.items():
        (PAGES / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
