"""Intervals, figures and names of places and people as people write them, harmless wherever they are printed."""

import re
import unicodedata

from sayso.model import Interval
from sayso.model.situation import Incident


def harmless(text: str) -> str:
    """The text on one line without control, bidirectional-override or other invisible formatting characters."""
    kept = ("" if unicodedata.category(c) in ("Cf", "Cc", "Cs", "Co") and c not in "\n\t" else c for c in text)
    return " ".join("".join(kept).split())


def nameless(party: str) -> str:
    """What a party is called that no report names: a report whose outlet nobody knows speaks for itself; else its id."""
    return "a report without an outlet" if party.startswith("report:") else harmless(party)


_SEVERAL = frozenset(
    "forces units brigades battalions rebels militias militiamen fighters troops militants soldiers insurgents jihadists gunmen tribes tribesmen "
    "guards guerrillas separatists loyalists mercenaries groups factions parties men police people authorities peshmerga".split()
)
_PEOPLES = re.compile(r"(?:[a-rt-z]ans|this|[bdlnq]is|Kurds|Turks)\Z")


def several(name: str) -> bool:
    """Whether a party's name is that of several, as far as its form tells: "rebels", "Lowland Forces" and "Houthis" hold a town; "Hamas",
    "United States" and "army" holds it."""
    head = re.split(r",| of | in | from | loyal | backed |[(]", name, maxsplit=1)[0].split()
    last = head[-1] if head else ""
    described = last.islower() and last.endswith("s") and not last.endswith(("ss", "us", "is"))
    return " and " in name or described or last.casefold() in _SEVERAL or (len(head) == 1 and _PEOPLES.search(last) is not None)


def days(when: Interval | None) -> str:
    """An interval as people write it: one day, a month, or "a to b"; empty when unknown."""
    if when is None or not (when.earliest or when.latest):
        return ""
    first, last = (when.earliest or "")[:10], (when.latest or "")[:10]
    if first == last:
        return first
    return f"{first or '…'} to {last or '…'}"


def amount(low: float | None, high: float | None, approximate: bool) -> str:
    """A figure's interval: "17", "at least 17", "up to 50", "20 to 30", with "about" where it is rough."""
    about = "about " if approximate and low == high else ""
    if low is None and high is None:
        return "an unstated number"
    if low == high:
        return f"{about}{low:,.12g}"
    if high is None:
        return f"at least {low:,.12g}"
    if low is None:
        return f"up to {high:,.12g}"
    return f"{low:,.12g} to {high:,.12g}"


_ROUND = 100
"""From here on a range of just a tenth either way is nobody's own."""


def amount_told(low: float | None, high: float | None) -> str:
    """A figure of an incident as it was told: "about n", which comes as n give or take a tenth, is shown as that, for nobody gave the bounds.
    Small ranges ("18 to 22") are shown as ranges, since people do give them."""
    if low is not None and high is not None and low < high:
        middle = round(low / 0.9)
        if middle >= _ROUND and not middle % 10 and (middle * 0.9, middle * 1.1) == (low, high):
            return amount(middle, middle, True)
    return amount(low, high, False)


def disowning(incident: Incident) -> frozenset[str]:
    """Those told as its actors who deny it: no line about it may name one of them as if nobody gainsaid it."""
    deniers = {who for claim in incident.claims if claim.stand == "denies" for who in (claim.speaker, claim.side)}
    return frozenset(one for one in incident.parties.actors if one in deniers)


def grounds(incident: Incident) -> str:
    """What an incident rests on, as it is always said: n origins, k of them parties to the conflict, those against, those unnamed."""
    origins, parties = incident.origins_for, incident.parties_among_origins
    text = f"{origins} origin{'s' if origins != 1 else ''}"
    if parties:
        text += f", {parties} of them part{'ies' if parties != 1 else 'y'} to the conflict"
    if incident.origins_against:
        text += f"; {incident.origins_against} against"
    if incident.unnamed:
        text += f"; {incident.unnamed} unnamed besides"
    return text
