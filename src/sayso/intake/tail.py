"""The end of a report: editors' and writers' credits, agency tags, page furniture, a late publication date."""

import re
from datetime import date

from sayso.intake.agencies import agency_names
from sayso.intake.credits import closing_credits, only_names
from sayso.intake.dates import record_at
from sayso.intake.layout import Layout
from sayso.intake.masthead import closing_outlet

_WINDOW = 1_500
_LONGEST_FOOTER = 700
_FOOTER = re.compile(
    r"(?:Our Standards:|Read (?:Also|More|more)\b|READ (?:ALSO|MORE)|Follow us\b|About Us\b|Contact Us\b|Community standards|Comment via|"
    r"Last [Uu]pdated?:|Share this|Sign up (?:for|to)|Subscribe to|Copyright\b|©|\(c\) \d{4}|All rights reserved|"
    r"Related (?:Stories|Topics|Articles)|"
    r"(?:Twitter|Facebook)(?:\s+(?:Twitter|Facebook))*\s*\Z|Terms of Use|Privacy Policy|Launched in London|Click here|"
    r"(?:[Tt]he [A-Z]\w+ )?is not responsible for the content of external|More(?:Image|Video)s?\b)"
)
_LINKS = re.compile(
    r"(?:^|(?<=[.!?…]\s)|(?<=[.!?…][”\"’')]\s))(?:\.\.\. )?(?:Related (?:News|Links)\b|\d+ (?:Related|Topic|Tags) (?=[A-Z]))", re.M
)
"""Links to other reports, which only the end of a line or a sentence comes before."""
_AGENCY = agency_names()
_ANY_NAME = rf"(?:{_AGENCY}|[A-Z][\w.]*(?:[ \xa0][A-Z][\w.]*){{0,3}})"
_JOINT = r"(?:,[ \xa0]|[ \xa0]?[+&/][ \xa0]?|[ \xa0]and[ \xa0]|[ \xa0])"
_SOURCES = re.compile(
    rf"\s*[(\[]?S(?:ource|OURCE)s?:?[ \xa0]*(?P<names>{_ANY_NAME}(?:{_JOINT}(?:{_AGENCY}|[Aa]gencies|[A-Z]\w+)){{0,5}})"
    r"[)\]]?[ \xa0]?\.?\s*\Z"
)
_SOURCED_LINKS = re.compile(
    rf"[.!?…][”\"\')]?\s+S(?:ource|OURCE)s?:?[ \xa0]{_ANY_NAME}(?:{_JOINT}(?:{_AGENCY}|[Aa]gencies))?\s+(?P<links>Related (?:News|Links|Stories)\b)"
)
"""Links after the line of sources, where no report goes on, however long they are."""
_AGENCY_TAG = re.compile(
    r"(?:[ \xa0\t]*(?:--?|[–—])[ \xa0]?|\s*[(\[]|\s+)(?:with[ \xa0](?:input[ \xa0]from[ \xa0])?|via[ \xa0])?"
    rf"(?P<names>(?:{_AGENCY})(?:{_JOINT}(?:{_AGENCY}|agencies)){{0,5}})[)\]]?[ \xa0]?\.?\s*\Z",
    re.I,
)
_CONTRIBUTED = re.compile(
    rf"(?P<name>{_AGENCY})(?:[ \xa0][\w'’ -]{{2,60}})?[ \xa0](?:(?:has|have)[ \xa0])?contributed[ \xa0](?:to[ \xa0]this|reporting|from)\b"
)
_NOTE = re.compile(r"\n[ \t]*\n[ \t]*(?P<note>\([A-Z][^()\n]{20,400}[.!]?\))\s*\Z")
_SENTENCE_END = re.compile(r"[.!?…][”\"’')\]]*(?=\s|\Z)|[”\"](?=\s|\Z)")


class Tail:
    """What the end of the text says, marked in `layout` as it is found."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.text = layout.text
        self.start = max(0, layout.end() - _WINDOW)
        self.byline: str | None = None
        self.editor: str | None = None
        self.days: list[date] = []
        self.credits: list[str] = []
        self.outlet: str | None = None
        self._end = layout.end()
        self._footer()
        self._closing_outlet()
        self._closing_note()
        self._closing_credits()
        self._contributed()
        self._agency_tag()
        self._trailing_names()

    def _footer(self) -> None:
        first, last = max(self.start, len(self.text) // 3), len(self.text) - _LONGEST_FOOTER
        footer = _FOOTER.search(self.text, first)
        links = _LINKS.search(self.text, max(first, last))
        sourced = _SOURCED_LINKS.search(self.text, first)
        ends = [one.start() for one in (footer, links) if one and one.start() >= last] + ([sourced.start("links")] if sourced else [])
        if not ends:
            return
        start = min(ends)
        self._end = self._blank_before(start)
        self.layout.mark("furniture", start, len(self.text))
        if "Thomson Reuters" in self.text[start:]:
            self.credits.append("Reuters")
        for stamp in re.finditer(r"[Uu]pdated?:\s*", self.text[start:]):
            record = record_at(self.text, start + stamp.end())
            if record and record.day:
                self.days.append(record.day)

    def _closing_outlet(self) -> None:
        found = closing_outlet(self.text, self.start, self._end)
        if found:
            start, self.outlet, day = found
            self.days.append(day)
            self.layout.mark("byline", start, self._end)
            self._end = self._blank_before(start)

    def _closing_note(self) -> None:
        """A last paragraph that stands wholly in brackets is a note about the report, as agencies' credits are."""
        note = _NOTE.search(self.text, self.start, self._end)
        if note and not closing_credits(self.text, note.start()):
            self.layout.mark("furniture", note.start("note"), note.end("note"))
            self._end = self._blank_before(note.start())

    def _closing_credits(self) -> None:
        credits = [credit for credit in closing_credits(self.text, self.start) if credit.start < self._end]
        for credit in credits:
            self.layout.mark("editor" if credit.job == "editor" else "byline", credit.start, credit.end)
            if credit.job == "editor":
                self.editor = self.editor or credit.names
            else:
                self.byline = self.byline or credit.names
        if credits:
            if self.editor:  # what comes after the editor's credit is a note about the report or the outlet
                self.layout.mark("furniture", credits[-1].end, self._end)
            self._end = self._blank_before(credits[0].start)

    def _contributed(self) -> None:
        for found in _CONTRIBUTED.finditer(self.text, self.start, self._end):
            self.credits.append(found.group("name"))

    def _agency_tag(self) -> None:
        start = max(self.start, self._end - 120)
        window = self.text[start : self._end]
        stop = max((m.end() for m in _SENTENCE_END.finditer(window, 0, max(0, len(window) - 3))), default=None)
        found = (_SOURCES.match(window, stop) or _AGENCY_TAG.match(window, stop)) if stop is not None else None
        if not found:
            return
        self.credits.append(" ".join(found.group("names").rstrip(".").split()))
        self.layout.mark("byline", start + found.start(), self._end)
        self._end = self._blank_before(start + found.start())

    def _trailing_names(self) -> None:
        """A writer's name or a desk's initials after the last sentence: "... he said. Karim Saleh", "... reported. KS 11"."""
        start = max(self.start, self._end - 120)
        window = self.text[start : self._end]
        stop = max((m.end() for m in _SENTENCE_END.finditer(window)), default=None)
        rest = window[stop:].strip() if stop is not None else ""
        if stop is None or not 0 < len(rest) <= 60 or "\n" in rest:
            return
        tokens = re.split(r"[\s/]+", rest)
        if only_names(rest) and len(tokens) <= 5 and not rest.isupper():
            self.byline = self.byline or " ".join(rest.rstrip(".").split())
            self.layout.mark("byline", start + stop, self._end)
        elif len(tokens) <= 2 and all(t.isdigit() or (t.isalpha() and t[0].isupper()) for t in tokens):
            self.layout.mark("furniture", start + stop, self._end)

    def _blank_before(self, at: int) -> int:
        return len(self.text[:at].rstrip())
