"""Whose text a report is: an agency's, the outlet's own, or unknown; and how that is known."""

import re

from sayso.intake.agencies import agency, agency_names, same_outlet
from sayso.model import Origin

_CORRESPONDENT = re.compile(
    rf"\b(?P<name>{agency_names()})(?:['’]s)?[ \xa0](?:correspondent|reporter|photographer|journalist|team|video journalist)s?\b"
)
_WINDOW = 60_000


def find_origin(text: str, outlet: str | None, dateline: str | None, credits: list[str]) -> Origin:
    """The origin of `text`. `dateline` is the outlet that its dateline names, `credits` are the agency credits at its top and end."""
    if dateline:
        return _named(dateline, outlet, f'the dateline names "{dateline}"')
    for credit in credits:
        names = [name for name in (agency(part) for part in re.split(r"\s*[,/+&]\s*|\s+and\s+", credit)) if name]
        if len(set(names)) > 1 or (names and "agencies" in credit.casefold()):
            return Origin(name=None, basis=f'compiled from several agencies: the credit is "{credit}"')
        if names:
            return _named(names[0], outlet, f'the credit is "{credit}"')
        if "agencies" not in credit.casefold():
            return _named(credit, outlet, f'the credit is "{credit}"')
        return Origin(name=None, basis=f'compiled from agencies that are not named: the credit is "{credit}"')
    return _from_within(text[:_WINDOW], outlet)


def _named(name: str, outlet: str | None, basis: str) -> Origin:
    """An agency is called by its name wherever its text appears; any other outlet's own text is "own"."""
    if agency(name):
        return Origin(name=agency(name), basis=basis)
    return Origin(name="own" if same_outlet(name, outlet) else name, basis=basis)


def _from_within(text: str, outlet: str | None) -> Origin:
    """No credit: whose reporter was there, or who was told."""
    if outlet:
        own = re.escape(outlet.strip())
        found = re.search(rf"\b(?:told[ \xa0](?:the[ \xa0])?{own}\b|{own}[ \xa0](?:correspondent|reporter)s?\b|{own}['’]s[ \xa0][A-Z])", text)
        if found:
            return Origin(name=agency(outlet) or "own", basis=f'no credit; the text says "{_plain(found.group())}"')
    present = {agency(found.group("name")): found.group() for found in _CORRESPONDENT.finditer(text)}
    if len(present) == 1:
        name, words = next(iter(present.items()))
        return Origin(name=name, basis=f'no credit; the text speaks of "{_plain(words)}"')
    return Origin(name=None, basis="no credit in the text")


def _plain(words: str) -> str:
    return " ".join(words.split())
