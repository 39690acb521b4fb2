"""What "there" goes back to: the last place that was the scene of something."""

from bisect import bisect_left

from sayso.reading.names.words import SAYING
from sayso.reading.page import Page
from sayso.reading.parsed import Token
from sayso.reading.where.attach import BACK, GOING, LAND, TOWNLIKE, in_a_name, is_bearing, is_government, where_posted

_WIDER = frozenset({"province", "area", "district"})
_WITHIN = frozenset({"in", "in the", ",", ", in", "of", "in eastern", "in western", "in northern", "in southern"})
"""Words between a town and what it lies in."""


def there(page: Page, act: Token) -> str | None:
    """The place that "there" beside a deed goes back to: the last one named as a scene in its sentence or the one before; not where somebody
    speaks, whence people are, nor what the town named just before lies in."""
    if not any(child.lower_ == "there" and child.dep_ == "advmod" and child.i > act.i for child in act.rights):
        return None
    mentions = page.atlas.in_order()
    end = bisect_left(mentions, (act.idx, 0, ""))
    found: str | None = None
    for start, stop, place in reversed(mentions[max(0, end - BACK) : end]):
        head = page.tokens(start, stop).root
        if act.sent.number - head.sent.number > 1:
            break
        if page.atlas[place].kind not in LAND or not _is_scene(page, start, stop):
            continue
        if found is None or (page.atlas[found].kind in _WIDER and page.atlas[place].kind in TOWNLIKE and _just_before(page, stop, found)):
            found = place
    return found


def _just_before(page: Page, stop: int, wider: str) -> bool:
    """Whether a town's name stands right before the name of what it lies in: "the village of X in Y province"."""
    starts = (start for start, _ in page.atlas[wider].mentions if start >= stop)
    return any(page.report.text[stop:start].strip() in _WITHIN for start in starts)


def _is_scene(page: Page, start: int, stop: int) -> bool:
    """Whether a place is named as where something happens: not in a dateline or a name, nor where it only says whose or whence people are."""
    if page.part(start) == "dateline" or where_posted(page, start, stop) or is_bearing(page, start, stop) or in_a_name(page, start, stop):
        return False
    if is_government(page, start, stop):
        return False
    head = page.tokens(start, stop).root
    if head.head.lower_ == "from" and head.head.head.pos_ in ("NOUN", "PROPN"):
        return False  # "nine men from X"
    if head.head.lower_ == "to" and head.head.head.dep_ == "relcl" and head.head.head.lemma_ in GOING:
        return False  # "residents of X who fled to Y"
    if head.head.lower_ != "of" and any(s.speaker_span is not None and s.speaker_span[0] <= start < s.speaker_span[1] for s in page.statements):
        return False  # "the Observatory in X said"
    return head.dep_ != "pobj" or head.head.head.lemma_ not in SAYING  # "said in X that"
