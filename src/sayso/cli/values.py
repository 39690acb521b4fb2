"""A field's value as a person types it: `status=denied`, `actors=P1,P3`, `when=2019-01-28/2019-01-30`, `trigger="were let out"`."""

import json
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from sayso.model import Party, Place, Reading

START_END = re.compile(r"(\d+)-(\d+)")
_SPAN_FIELDS = {"span", "trigger", "cue", "speaker_span"}
_SPAN_LISTS = {"mentions", "content", "also", "insertions"}
_LISTS = {"actors", "recipients", "from", "to", "through", "via", "audience", "contexts", "figures", "aliases"}
_PARTIES = {"actors", "recipients", "from", "to", "through", "via", "audience", "speaker", "holder", "by"}
_PLACES = {"place"}
_INTERVALS = {"when", "stated", "due"}
_NUMBERS = {"min", "max", "lat", "lon", "area_km2"}
_TRUTHS = {"hedged", "approximate", "anonymous"}


def fields_of(pairs: tuple[str, ...], reading: "Reading") -> dict[str, Any]:
    """The fields named in `FIELD=VALUE` pairs. Words for a span are looked up in the text, and a party or a place may be given by its name."""
    fields = {}
    for pair in pairs:
        name, equals, value = (one.strip() for one in pair.partition("="))
        if not equals or not name:
            raise click.UsageError(f"{pair!r} is not of the form FIELD=VALUE, such as status=denied")
        given = _value(name, value, reading.report.text)
        if name == "roles" and isinstance(given, str):
            given = [_role(one.strip(), reading) for one in given.split(",")]
        if name in _PARTIES | _PLACES:
            known = reading.parties if name in _PARTIES else reading.places
            given = [_id_of(one, known) for one in given] if isinstance(given, list) else _id_of(given, known)
        fields[name] = given
    return fields


def _role(said: str, reading: "Reading") -> dict[str, str | None]:
    """An office as a person writes it: `chief negotiator of P8`, by a party's id or name; without a party, `chief negotiator`."""
    title, of, party = (one.strip() for one in said.partition(" of "))
    whose = _id_of(party, reading.parties) if of else None
    if not title or any(said == one.id for one in reading.parties) or (of and all(whose != one.id for one in reading.parties)):
        raise click.UsageError(
            f"a role is written TITLE of PARTY, such as roles=\"spokesman of P8\", where P8 is a party of this report; {said!r} is none"
        )
    return {"title": title, "of": whose}


def _id_of(said: Any, known: "Iterable[Party | Place]") -> Any:
    """The id of the only party or place that has this name; anything else as it is."""
    names = [(one.id, {one.name, *getattr(one, "aliases", ())}) for one in known]
    if not isinstance(said, str) or any(said == one for one, _ in names):
        return said
    found = [one for one, called in names if said.casefold() in {name.casefold() for name in called}]
    if len(found) > 1:
        raise click.ClickException(f"{', '.join(found)} are all called {said!r} in this report: give the id of the one that is meant")
    return found[0] if found else said


def span_of(words: str, text: str) -> tuple[int, int]:
    """Where words stand in the text, or the span that `12-40` says."""
    if span := START_END.fullmatch(words):
        return int(span[1]), int(span[2])
    found = [one.span() for one in re.finditer(r"\s+".join(map(re.escape, words.split())), text)] if words.strip() else []
    if not found:
        raise click.ClickException(f"the report does not have the words “{words}”; give them exactly as they stand, or as START-END")
    if len(found) > 1:
        where = ", ".join(f"{start}-{end}" for start, end in found[:8])
        raise click.ClickException(f"the report has the words “{words}” {len(found)} times: at {where}. Name one of these in their place")
    return found[0]


def _value(name: str, value: str, text: str) -> Any:
    if value in ("", "null"):
        return [] if name in {*_LISTS, *_SPAN_LISTS, "roles"} else None
    if value[0] in "[{":
        try:
            return json.loads(value)
        except ValueError as error:
            raise click.UsageError(f"{name}: {value!r} is not JSON ({error})") from None
    if name in _SPAN_FIELDS:
        return list(span_of(value, text))
    if name in _SPAN_LISTS:
        return [list(span_of(one, text)) for one in value.split("|")]
    if name in _LISTS:
        return [one.strip() for one in value.split(",") if one.strip()]
    if name in _INTERVALS:
        earliest, slash, latest = value.partition("/")
        return {"earliest": earliest or None, "latest": (latest or None) if slash else earliest}
    if name in _NUMBERS:
        return _number(name, value)
    if name in _TRUTHS:
        if value.lower() not in ("yes", "no", "true", "false"):
            raise click.UsageError(f"{name} is yes or no, not {value!r}")
        return value.lower() in ("yes", "true")
    return value


def _number(name: str, value: str) -> float:
    try:
        return float(value.replace(",", ""))
    except ValueError:
        raise click.UsageError(f"{name} is a number, not {value!r}") from None
