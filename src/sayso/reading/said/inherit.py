"""What a statement takes over from another: channel and agency of the same speaker, and the statement that it repeats."""

import re

from sayso.model import Statement
from sayso.reading.page import Page

_CARRIED = frozenset({"tweet", "interview", "press_statement", "press_conference", "broadcast"})
_WORD = re.compile(r"\w+")
_EMPTY = frozenset(
    "a an the of and or to in on at for by with from that this it is are was were be been has have had will would as its his her "
    "their he she they".split()
)
_ALIKE = 0.6
_ALIKE_HEADLINE = 0.3
"""So large a part of the shorter statement's words the longer one must share; less for a headline of the same speaker."""


def channels(statements: list[Statement]) -> list[Statement]:
    """A speaker's channel and agency hold for the statements around, until the speaker uses another one."""
    result = list(statements)
    for order in (range(len(result)), range(len(result) - 1, -1, -1)):
        heard: dict[str, Statement] = {}
        for k in order:
            one = result[k]
            if one.speaker is None or one.within is not None:
                continue
            known = heard.get(one.speaker)
            speaker = one.speaker
            if one.channel in _CARRIED:
                if known is not None and known.channel == one.channel == "interview" and known.via and not one.via:
                    one = result[k] = one.model_copy(update={"via": known.via})  # the interview of the one agency, told of again
                heard[speaker] = one
            elif one.channel == "unknown" and known is not None:
                result[k] = one.model_copy(update={"channel": known.channel, "via": one.via or known.via})
    return result


def repeats(page: Page, statements: list[Statement]) -> list[Statement]:
    """Point `repeats` of a headline, a pull quote or a caption at the statement of the body that it restates."""
    apart = {s.id for s in statements if page.part(s.content[0][0]) in ("headline", "pull_quote", "caption") or s.by == "said.repeat"}
    if not apart:
        return statements
    words = {s.id: _words(page, s) for s in statements}
    body = [s for s in statements if s.id not in apart]
    result = []
    for one in statements:
        if one.id in apart:
            best, like = 0.0, None
            for other in body:
                same = one.speaker is not None and one.speaker == other.speaker
                shared = len(words[one.id] & words[other.id]) / max(1, min(len(words[one.id]), len(words[other.id])))
                if shared >= (_ALIKE_HEADLINE if same else _ALIKE) and shared > best and (one.within is None) == (other.within is None):
                    best, like = shared, other
            if like is not None:
                one = one.model_copy(update={"repeats": like.id})
        result.append(one)
    return result


def _words(page: Page, statement: Statement) -> set[str]:
    text = " ".join(page.report.text[s:e] for s, e in statement.content).lower()
    return set(_WORD.findall(text)) - _EMPTY
