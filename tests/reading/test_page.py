"""The page: whose words a stretch of the text is."""

from hypothesis import given
from hypothesis import strategies as st
from spacy.lang.en import English

from sayso.lexicon import Lexicon
from sayso.model import Part, Report, Statement
from sayso.reading.page import Page

LEXICON = Lexicon()
DOC = English()("x")
SPANS = st.tuples(st.integers(0, 900), st.integers(1, 600)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(st.lists(st.lists(SPANS, min_size=1, max_size=2), max_size=12), st.lists(SPANS, max_size=12))
def test_the_innermost_statement_is_found_as_by_looking_at_all(contents: list[list[tuple[int, int]]], asked: list[tuple[int, int]]) -> None:
    page = Page(Report(id="0" * 64, text="x", published_basis="unknown"), DOC, LEXICON)
    for number, content in enumerate(contents):
        page.statements.append(_statement(f"S{number + 1}", tuple(sorted(content))))
        for start, end in asked:
            around = [s for s in page.statements if any(a <= start and end <= b for a, b in s.content)]
            found = min(around, key=lambda s: (sum(b - a for a, b in s.content), s.id), default=None)
            assert page.statement_around(start, end) == found


PARTS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 20), st.sampled_from(["headline", "caption", "dateline", "furniture"])), max_size=6
)


@given(PARTS)
def test_the_part_of_an_offset_is_the_first_that_holds_it(parts: list[tuple[int, int, str]]) -> None:
    marked = tuple(Part.model_construct(kind=kind, span=(start, start + length)) for start, length, kind in parts)
    report = Report(id="0" * 64, text="x", published_basis="unknown").model_copy(update={"parts": marked})
    page = Page(report, DOC, LEXICON)
    for offset in range(62):
        expected = next((p.kind for p in marked if p.span[0] <= offset < p.span[1]), "body")
        assert page.part(offset) == expected


def _statement(id_: str, content: tuple[tuple[int, int], ...]) -> Statement:
    return Statement.model_construct(id=id_, content=content)
