"""The top of a report: headline, dates, credits, captions and dateline, in whatever order and however run together."""

import re
from datetime import date

from sayso.intake.agencies import agency, agency_names
from sayso.intake.credits import byline_at, only_names, placed_byline_at
from sayso.intake.dateline import FoundDateline, bare_dateline_at, named_dateline_at, named_dateline_within
from sayso.intake.dates import record_at
from sayso.intake.headline import headline_at, title_at
from sayso.intake.labels import another_below, labelled_at
from sayso.intake.layout import Layout
from sayso.intake.masthead import masthead_at, named_outlet, outlet_after

_STEPS = 16
"""No report's top has more parts than this."""
_WINDOW = 2_000
_PAGE_WORDS = re.compile(
    r"(?:get short url(?:\s+\d+)*|\(?updated(?: at)?[ \d:.-]+\)?|send https?\S+|last updated at[ \d:]+(?:GMT)?|advertisement|skip to content|"
    r"(?:help|share(?: this)?|print|e-?mail|abstract\.?|\d{1,3}|\d[\d,]* words|english|(?:\(c\)|©|copyright)[^\n]{0,80})(?=\s*(?:\n|\Z))|"
    r"topic:? [^\n]{3,80}\(\d+\)(?:\s+\d+)?|tags?:[^\n]*)",
    re.I,
)
_HEADING = re.compile(r"#{1,3}[ \t]+([^\s#][^\n]{2,200}?)[ \t#]*(?=\r?\n)")
_ARCHIVE_CODE = re.compile(r"[A-Z]{3,8}\d{0,2}(?=[ \t\r]*\n)")
"""What an archive calls an outlet, on a line below its name."""
_TAGS = re.compile(r"Tags[ \xa0](?=[A-Z])(?:[A-Z][\w'’.&-]*[ \xa0]|al-\w+[ \xa0])+(?=[A-Z][\w'’.&-]*[ \xa0][a-z])")
_PLACE_RECORD = re.compile(r"[A-Z][A-Z'’.-]+(?:[ \xa0/][A-Z][A-Z'’.-]+){0,3}(?:,[ \xa0][A-Z][\w ]{2,20})?[ \xa0]\|[ \xa0](?=[A-Z\d])")
_CAPTION_START = re.compile(r"(?:file(?: photo)?|photo|image|picture|caption|ap photo|credit|foto)(?: credit)?[ \xa0]?[:–—-][ \xa0]", re.I)
_AGENCY = agency_names()
_CREDITED = re.compile(
    rf"(?:[\[(](?:{_AGENCY}|Getty|EPA|\w+ and Agencies)\b[^()\[\]\n]{{0,30}}[\])]|/(?:{_AGENCY})(?:/\w+)?|Getty Images|/File)\.?[ \xa0\t]*\Z"
)
_AFTER_CREDIT = re.compile(
    rf"[.!?”\"]?[ \xa0](?:\((?:{_AGENCY}|[A-Z][\w ]{{1,20}} and Agencies|Getty Images)(?:[/ ](?:{_AGENCY}|File|Photo|Archive))?\)[ \xa0]?){{1,2}}"
    r"(?=[A-Z“\"])"
)
_CREDIT_WORD = re.compile(rf"(?P<name>{_AGENCY})\b(?P<staff>[ \xa0]Staff(?:[ \xa0]Writer|[ \xa0]Reporter)?)?", re.I)
_CREDIT_END = re.compile(r"[ \xa0]*[.|]?[ \xa0]*(?:\n|\Z)|[ \xa0]?[-–—]{1,2}[ \xa0]")
_CREDIT_WITHIN = re.compile(rf"(?<=[.!?\n][ \xa0\n])(?P<name>{_AGENCY})[ \xa0]?[-–—]{{1,2}}[ \xa0](?=[A-Z“\"])", re.I)
_NAMES_SENTENCE = re.compile(r"([^.\n]{4,90}(?<!\b(?:Sen|Gov|Gen|Col|Rep|Maj|Cap))(?<!\b(?:Lt|Mr|Dr|St|Ms))(?<!Capt|Prof))\.(?=[ \xa0][A-Z“\"])")
_EMPHASIS_ENDS = re.compile(r"[*_]{1,2}(?=[ \t\r]*(?:\n|\Z))")
_AFTER_DATE = re.compile(r"[*_ \xa0\t|–—-]*")


class Head:
    """What the top of `text` says, marked in `layout` as it is found. `title` is the known title, `own` the known outlet."""

    def __init__(self, layout: Layout, title: str | None, own: str | None) -> None:
        self.text = layout.text
        self.layout = layout
        self.own = own
        self.known_title = title
        self.title: str | None = None
        self.byline: str | None = None
        self.outlet: str | None = None
        self.dateline: FoundDateline | None = None
        self.days: list[date] = []
        self.credits: list[str] = []
        self._at = 0
        self._headed = self._labels = False
        self._read()
        if not self.dateline:
            self._look_further()
        self._credited_caption()
        self._credit_within()

    def _read(self) -> None:
        steps = (
            self._known_headline, self._heading, self._labelled, self._place_record, self._date, self._page_words, self._agency_credit,
            self._named_dateline, self._byline, self._masthead, self._placed_byline, self._names_after_headline, self._caption, self._headline,
            self._bare_dateline, self._quotation,
        )  # fmt: skip
        for _ in range(_STEPS):
            while self._at < len(self.text) and self.text[self._at].isspace():
                self._at += 1
            if self.dateline or not any(step() for step in steps):
                return

    def _known_headline(self) -> bool:
        end = title_at(self.text, self._at, self.known_title) if self.known_title and not self._headed else None
        return end is not None and self._headline_to(end)

    def _heading(self) -> bool:
        """A headline as Markdown has it: "# Army shells town"."""
        found = _HEADING.match(self.text, self._at, self._at + 240) if not self._headed else None
        if not found:
            return False
        self.title = " ".join(found.group(1).split())
        return self._headline_to(found.end(1))

    def _labelled(self) -> bool:
        found = labelled_at(self.text, self._at)
        if not found or (found.kind == "title" and self._headed):
            return False
        plain = found.kind == "title" or (found.kind == "outlet" and (named_outlet(found.value) or agency(found.value)))
        if not (self._labels or self._headed or plain or another_below(self.text, found.end)):
            return False
        self._labels = True
        if found.kind == "title":
            self.title, self._headed = found.value, True
            self.layout.mark("furniture", self._at, found.start)
            self.layout.mark("headline", found.start, found.end)
        else:
            self.layout.mark("byline" if found.kind in ("outlet", "byline") else "furniture", self._at, found.end)
        if found.kind == "outlet" and agency(found.value):
            self.credits.append(found.value)
        elif found.kind == "outlet":
            self.outlet = self.outlet or found.value
        elif found.kind == "byline":
            self.byline = self.byline or found.value
        self._at = found.end
        return True

    def _headline(self) -> bool:
        if self._headed:
            return False
        end = headline_at(self.text, self._at)
        filed = bare_dateline_at(self.text, self._at)
        if end is None or record_at(self.text, self._at) or (filed and self.text[filed.start : filed.end].split(",")[0].isupper()):
            return False
        self.title = " ".join(self.text[self._at : end].split())
        return self._headline_to(end)

    def _headline_to(self, end: int) -> bool:
        self._headed = True
        self.layout.mark("headline", self._at, end)
        self._at = end
        return True

    def _place_record(self) -> bool:
        found = _PLACE_RECORD.match(self.text, self._at, self._at + 100)
        if not found or not record_at(self.text, found.end()):
            return False
        self.layout.mark("furniture", self._at, found.end())
        self._at = found.end()
        return self._date()

    def _date(self) -> bool:
        record = record_at(self.text, self._at)
        if not record:
            return False
        rest = self.text[record.end : record.end + 40].lstrip(" \xa0\t|-–—*_")
        if not record.firm and not outlet_after(self.text, record.end, self.own) and not re.match(r"\n|\r|\Z|[A-Z\d“\"(]|by[ \xa0]", rest):
            return False
        closed = _EMPHASIS_ENDS.match(self.text, record.end, record.end + 20)
        self.layout.mark("date", self._at, closed.end() if closed else record.end)
        if record.day:
            self.days.append(record.day)
        gap = _AFTER_DATE.match(self.text, record.end, record.end + 40)
        self._at = gap.end() if gap else record.end
        named = outlet_after(self.text, record.end, self.own)
        if named:
            self.outlet = self.outlet or named.outlet
            self.layout.mark("byline", record.end, named.after)
            self._at = named.after
        return True

    def _page_words(self) -> bool:
        end = self._at + 300
        found = _PAGE_WORDS.match(self.text, self._at, end) or _TAGS.match(self.text, self._at, end)
        found = found or (_ARCHIVE_CODE.match(self.text, self._at, end) if self.outlet and self.days else None)
        if not found:
            return False
        self.layout.mark("furniture", self._at, found.end())
        self._at = found.end()
        return True

    def _agency_credit(self) -> bool:
        found = _CREDIT_WORD.match(self.text, self._at, self._at + 80)
        if not found:
            return False
        closing = _CREDIT_END.match(self.text, found.end(), found.end() + 12)
        if not (closing or found.group("staff") or record_at(self.text, found.end() + 1)):
            return False
        end = closing.end() if closing else found.end() + (self.text[found.end() : found.end() + 1] == ".")
        self.credits.append(found.group("name"))
        self.layout.mark("byline", self._at, end)
        self._at = end
        return True

    def _named_dateline(self) -> bool:
        return self._dateline_is(named_dateline_at(self.text, self._at, self.own))

    def _bare_dateline(self) -> bool:
        return self._dateline_is(bare_dateline_at(self.text, self._at))

    def _dateline_is(self, found: FoundDateline | None) -> bool:
        if not found:
            return False
        self.dateline = found
        records = (record_at(self.text, at) for at in range(found.start, found.end))
        self.days += [day for record in records if record is not None and (day := record.day)][:1]  # "LURIN, April 3, 2024 (Alta News) -"
        self.layout.mark("dateline", found.start, found.after)
        self._at = found.after
        return True

    def _masthead(self) -> bool:
        found = masthead_at(self.text, self._at, self._headed, bool(self.days), self.own, self.known_title)
        if not found:
            return False
        self.outlet = self.outlet or found.outlet
        self.layout.mark("byline", self._at, found.after)
        self._at = found.after
        return True

    def _byline(self) -> bool:
        return self._byline_before_headline() or self._plain_byline()

    def _plain_byline(self) -> bool:
        credit = byline_at(self.text, self._at)
        if not credit:
            return False
        return self._byline_is(credit.end, credit.names)

    def _byline_before_headline(self) -> bool:
        """ "by" and what stands between it and the known title: "Posted on 2 July 2016 by <names> <title> ..."."""
        if self.text[self._at : self._at + 3].lower() != "by " or not self.known_title or self._headed:
            return False
        window = self.text[self._at + 3 : self._at + 100]
        for word in re.finditer(r"(?<=[ \xa0\n])\S", window):
            if title_at(self.text, self._at + 3 + word.start(), self.known_title) is not None:
                return self._byline_is(self._at + 3 + word.start(), " ".join(window[: word.start()].split()))
        return False

    def _names_after_headline(self) -> bool:
        found = _NAMES_SENTENCE.match(self.text, self._at) if self._headed else None
        if not found or not only_names(found.group(1)) or agency(found.group(1)):
            return False
        return self._byline_is(found.end(), " ".join(found.group(1).split()))

    def _placed_byline(self) -> bool:
        """ "Ruta Olm in Orlen", below a headline and a date."""
        credit = placed_byline_at(self.text, self._at) if self._headed and self.days else None
        return credit is not None and self._byline_is(credit.end, credit.names)

    def _byline_is(self, end: int, names: str) -> bool:
        writers, _, last = names.rpartition(", ")
        if writers and named_outlet(last):  # "By Ruta Olm, The Hill Courier"
            self.outlet, names = self.outlet or last, writers
        elif writers and agency(last):
            self.credits.append(last)
            names = writers
        self.byline = self.byline or names
        self.layout.mark("byline", self._at, end)
        self._at = end
        return True

    def _caption(self) -> bool:
        end = _line_end(self.text, self._at)
        line = self.text[self._at : min(end, self._at + 600)]
        if not (_CAPTION_START.match(line) or (_CREDITED.search(line) and len(line) == end - self._at)):
            return False
        record = _next_place_record(self.text, self._at, min(end, self._at + 400))
        end = record if record is not None else end
        self.layout.mark("caption", self._at, end)
        self._at = end
        return True

    def _quotation(self) -> bool:
        """A paragraph that is only a quotation is passed over: it may be a pull quote, and the dateline may come after it."""
        end = _line_end(self.text, self._at)
        line = self.text[self._at : min(end, self._at + 600)].strip()
        if not (len(line) > 2 and line[0] in "“\"«" and line.rstrip(".")[-1] in "”\"»"):
            return False
        self._at = end
        return True

    def _look_further(self) -> None:
        """The dateline after standing text: a photo's caption before "CITY | date", a summary before "CITY (Agency) -"."""
        end = min(len(self.text), self._at + _WINDOW)
        record = _next_place_record(self.text, self._at, end)
        if record is not None:
            self.layout.mark("caption", self._at, record)
            self._at = record
            self._read()
            return
        for line in re.finditer(r"\n\s*(?=\S)", self.text[self._at : end]):
            start = self._at + line.end()
            if self._dateline_is(named_dateline_at(self.text, start, self.own)) or self._dateline_is(bare_dateline_at(self.text, start)):
                return
        self._dateline_is(named_dateline_within(self.text, self._at, end, self.own))

    def _credited_caption(self) -> None:
        """A sentence that ends in a picture's credit: "... in Aleppo. (AFP) The army said"."""
        found = _AFTER_CREDIT.search(self.text, 0, 800)
        if not found or (self.dateline and found.start() < self.dateline.after):
            return
        sentence = max(self.text.rfind(stop, 0, found.start() - 1) + len(stop) for stop in (". ", ".\n", "\n", "\t"))
        start = max([sentence if sentence > 1 else 0, *(p.span[1] for p in self.layout.parts() if p.kind != "body" and p.span[1] <= found.start())])
        self.layout.mark("caption", start, found.end())

    def _credit_within(self) -> None:
        """What stands before the story on the same line: an agency's "AFP - The army said", a page's "Tags Syria Homs"."""
        found = _CREDIT_WITHIN.search(self.text, self._at, self._at + 800)
        if found and not self.dateline and self.layout.mark("byline", *found.span()):
            self.credits.append(found.group("name"))
        tags = _TAGS.search(self.text, self._at, self._at + 800)
        if tags and self.text[: tags.start()].rstrip()[-1:] in ".!?":
            self.layout.mark("furniture", *tags.span())


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _next_place_record(text: str, start: int, end: int) -> int | None:
    for found in _PLACE_RECORD.finditer(text, start, end):
        if record_at(text, found.end()):
            return found.start()
    return None
