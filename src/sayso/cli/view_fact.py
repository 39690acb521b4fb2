"""One fact for people: its words in their place, the rule that made it, and the chain of sources it rests on."""

from rich.console import Console
from rich.text import Text

from sayso.model import Fact, Reading
from sayso.model.chain import chain_of, sentence
from sayso.model.reading import spans_of
from sayso.model.sure import CALIBRATED
from sayso.view import harmless

AROUND = 80
"""How many characters before and after a fact's words are shown with them."""


def print_fact(console: Console, reading: Reading, layer: str, fact: Fact) -> None:
    """Print a fact's values, its evidence in context, its rule and its chain."""
    console.print(Text(f"{fact.id} ({layer})", style="bold"))
    values = fact.model_dump(by_alias=True, exclude_none=True)
    rule = values.pop("rule", None) if layer == "forecasts" else values.pop("by", None)
    parties = {p.id: p.name for p in reading.parties} | {p.id: p.name for p in reading.places}
    spans = list(spans_of(fact))
    for name, value in values.items():
        if name in ("id", "confidence") or name in {field for field, *_ in spans} or value in ((), []):
            continue
        console.print(Text("  " + harmless(f"{name}: {_named(value, parties)}")))
    worth = "" if layer in CALIBRATED else " (uncalibrated: an order, no probability)"
    console.print(Text(f"  found by {rule}, confidence {fact.confidence:.2f}{worth}", style="dim"))
    for field, start, end in spans:
        console.print(Text(f"  {field}", style="cyan"))
        console.print(_in_context(reading.report.text, start, end))
    statement = fact.id if layer == "statements" else values.get("according_to")
    console.print(Text("  " + harmless(f"on the word of: {sentence(chain_of(reading, statement))}"), style="dim"))


def _named(value: object, names: dict[str, str]) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(_named(one, names) for one in value)
    if isinstance(value, dict):
        return "; ".join(f"{k} {_named(v, names)}" for k, v in value.items() if v is not None)
    return f"{names[value]} ({value})" if isinstance(value, str) and value in names else str(value)


def _in_context(text: str, start: int, end: int) -> Text:
    before, after = harmless(text[max(0, start - AROUND) : start]), harmless(text[end : end + AROUND])
    gap_before = " " if start and text[start - 1].isspace() else ""
    gap_after = " " if text[end : end + 1].isspace() else ""
    shown = Text("    …" if start > AROUND else "    ") + Text(before + gap_before, style="dim")
    shown += Text(harmless(text[start:end]), style="bold underline")
    return shown + Text(gap_after + after + ("…" if end + AROUND < len(text) else ""), style="dim")
