"""Which parties of a report belong to one state: its government, its army, "South Korean soldiers"."""


from sayso.reading.cast import Member
from sayso.reading.names.knowledge import knowledge
from sayso.reading.names.phrases import fold
from sayso.reading.page import Page
from sayso.reading.parsed import Token
from sayso.reading.side_words import GROUPS, STATES_MEN

_JOINED = ("-", "/")


def one_state(page: Page, member: Member, other: Member) -> bool:
    """Whether two parties are bodies of one state: the Ethiopian government and its army."""
    if member.kind in GROUPS or other.kind in GROUPS:
        return False
    return bool(countries_of(page, member.entry) & countries_of(page, other.entry))


def men_of(page: Page, member: Member, states: set[str]) -> bool:
    """Whether a party without an entry of its own is the soldiers or the police of one of these states."""
    if not states or member.entry or member.kind not in ("military", "police"):
        return False
    return member.name.lower() in STATES_MEN or _state_of(page, member) in states


def ruling(page: Page, noun: Token) -> tuple[str, ...]:
    """The government, among the report's parties, of the country that a noun names."""
    if not noun.text[:1].isupper():
        return ()
    code = next((row.iso for row in knowledge(page.lexicon).countries.values() if row.name == noun.text), None)
    state = _state(page, code) if code is not None else None
    return (state,) if state is not None else ()


def nations(page: Page, last: Token) -> tuple[str, ...]:
    """The states that words joined by hyphens up to this one name: "US-Russian", "Damascus". Who is told of only so is a party all the same."""
    found: list[str] = []
    doc, at = last.doc, last.i
    while at >= 0 and (code := _country(page, doc[at])) is not None:
        found.insert(0, _state(page, code) or _told_of(page, code))
        at = at - 2 if at > 1 and doc[at - 1].text in _JOINED else -1
    return tuple(dict.fromkeys(found))


def _country(page: Page, word: Token) -> str | None:
    """The country that a word of names: by its name, its adjective or its seat of power."""
    if not word.text[:1].isupper():
        return None
    known = knowledge(page.lexicon)
    code = known.nation(word.text)
    if code is None:
        code = next((row.iso for row in known.countries.values() if word.text in row.seats), None)
    return code if code is not None and len(code) == 2 else None


def _state(page: Page, code: str) -> str | None:
    states = (m.id for m in page.cast.members() if m.kind in ("government", "state") and code in countries_of(page, m.entry))
    return next(states, None)


def _told_of(page: Page, code: str) -> str:
    known = knowledge(page.lexicon)
    entry = known.institution_entry(code, "gov", page.report.published)
    return page.cast.add(known.countries[code].name, "state", by="institution", confidence=0.7, entry=entry).id


def countries_of(page: Page, entry: str | None) -> frozenset[str]:
    """The one country of a party's entry, by the lexicon or by the entry's own form: "et-gov"."""
    if entry is None:
        return frozenset()
    row = knowledge(page.lexicon).parties.get(entry)
    if row is not None and len(row.country) == 1:
        return frozenset(row.country)
    return frozenset({entry[:2].upper()}) if entry[2:3] == "-" else frozenset()


def _state_of(page: Page, member: Member) -> str | None:
    """The entry of the government of the nation whose adjective a description begins with: "South Korean soldiers" are South Korea's."""
    known, words = knowledge(page.lexicon), member.name.split()
    codes = (known.adjectives.get(fold(" ".join(words[:n])), "") for n in (2, 1) if len(words) > n)
    code = next((code for code in codes if len(code) == 2), None)
    return known.institution_entry(code, "gov", page.report.published) if code else None
