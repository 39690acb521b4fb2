"""News agencies by their names, and whether two names are of one outlet."""

import re
from functools import cache
from importlib.resources import files


@cache
def _agencies() -> dict[str, str]:
    table = files("sayso.intake").joinpath("agencies.tsv").read_text(encoding="utf-8")
    named: dict[str, str] = {}
    for row in table.splitlines()[1:]:
        name, _, aliases = row.partition("\t")
        for alias in (name, *filter(None, aliases.split("|"))):
            named.setdefault(_key(alias), name)
    return named


@cache
def agency_names() -> str:
    """All agencies' names and aliases as one alternation for a regular expression, the longest first."""
    table = files("sayso.intake").joinpath("agencies.tsv").read_text(encoding="utf-8")
    names = {name for row in table.splitlines()[1:] for name in re.split(r"[\t|]", row) if name}
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))


def agency(name: str | None) -> str | None:
    """The agency that a credit names ("Agence France-Presse", "REUTERS" -> "AFP", "Reuters"); None where it names none."""
    if not name:
        return None
    key = _key(re.sub(r"\s+(?:staff|news agency|agency|news)$", "", name.strip(), flags=re.I))
    return _agencies().get(key) or _agencies().get(_key(name))


def same_outlet(one: str | None, other: str | None) -> bool:
    """Whether two names are of one outlet, as far as spelling tells: "TRT World" and "TRTWorld"; "SANA" and "Syrian Arab News Agency"."""
    if not one or not other:
        return False
    return _key(one) == _key(other) or (agency(one) is not None and agency(one) == agency(other))


def _key(name: str) -> str:
    return re.sub(r"^the(?=\s)|[\W_]+", "", name.casefold())
