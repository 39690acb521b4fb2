"""Campaigns of reports against their gold for what holds across them: copies, incidents, disputes, talks, forecasts, ground.

Rows are kept apart by the part that a campaign belongs to (development, kept aside). B3 is over all gold mentions of a part, those
that no event covers standing alone; a second line leaves these out and so tells what merging alone is worth.
"""

import json
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.evaluate.across import copies, course, disputes, incidents
from sayso.evaluate.across.found import Found
from sayso.evaluate.across.gold import Campaign, Row, campaigns
from sayso.evaluate.across.incidents import Mention, b_cubed
from sayso.evaluate.counting import Scores
from sayso.lexicon.party_rows import PartyRow
from sayso.model import Reading

if TYPE_CHECKING:
    from sayso.reading.pipeline import Reader


def measure(reader: "Reader", folder: Path) -> Scores:
    """Read and merge each campaign at or below `folder` and compare. Raises ValueError when there is none.

    A campaign that names a lexicon is read with it; the others with `reader`.
    """
    return compare([(one, _found(reader, one)) for one in campaigns(folder)])


def compare(measured: list[tuple[Campaign, Found]]) -> Scores:
    """The scores of campaigns, each with what was found in it."""
    scores = Scores(documents=sum(len(campaign.reports) for campaign, _ in measured))
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for campaign, found in measured:
        part = campaign.part
        copies.score(campaign, found, scores, part)
        mentions[part] += incidents.score(campaign, found, scores, part)
        disputes.score(campaign, found, scores, part)
        course.score(campaign, found, scores, part)
    for part, own in mentions.items():
        scores.notes.append(_b_cubed(f"{part} incidents B3", own))
        scores.notes.append(_b_cubed(f"{part} incidents B3 of covered mentions", [m for m in own if m.claim]))
    return scores


def _b_cubed(name: str, mentions: list[Mention]) -> str:
    precision, recall, f1 = b_cubed(mentions)
    return f"{name}: P {precision:.3f} R {recall:.3f} F1 {f1:.3f}, n {len(mentions)}"


def _found(reader: "Reader", campaign: Campaign) -> Found:
    from sayso.evaluate.across.bodies import above, powers
    from sayso.lexicon import Lexicon
    from sayso.reading.pipeline import Reader

    own = Reader(reader.parser.package, Lexicon(campaign.lexicon)) if campaign.lexicon else reader
    readings = list(own.read_many(campaign.reports.values()))
    parents = own.lexicon.parents
    as_of = {day: situation_of(readings, parents, date.fromisoformat(day)) for day in course.dates(campaign.gold)}
    names = {row.id: (row.name, *row.aliases) for row in own.lexicon.rows(PartyRow)}
    last = situation_of(readings, parents, None)
    return Found({reading.report.id: reading for reading in readings}, last, as_of, names, above(own.lexicon), powers(own.lexicon))


def situation_of(readings: list[Reading], parents: Mapping[str, str], day: date | None) -> Row:
    """The situation of readings as of a day, in the contract's JSON."""
    from sayso.situation import situate

    row: Row = json.loads(situate(readings, day, parents).to_json())
    return row
