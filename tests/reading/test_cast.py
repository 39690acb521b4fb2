"""The cast answers whose words a span is."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.cast import Cast

spans = st.tuples(st.integers(0, 900), st.integers(1, 200)).map(lambda s: (s[0], s[0] + s[1]))


@given(st.lists(spans, max_size=30), spans)
def test_at_gives_the_mention_that_overlaps_most_in_proportion(mentions: list[tuple[int, int]], asked: tuple[int, int]) -> None:
    cast = Cast()
    owner: dict[tuple[int, int], str] = {}
    for i, (a, b) in enumerate(mentions):
        member = cast.add(f"party {i}", "other", by="test")
        cast.mention(member.id, a, b)
        owner.setdefault((a, b), member.id)

    def share(span: tuple[int, int]) -> float:
        shared = min(span[1], asked[1]) - max(span[0], asked[0])
        return shared / max(span[1] - span[0], asked[1] - asked[0])

    best = max((share(s) for s in owner), default=0.0)
    found = cast.at(*asked)
    assert (found is None) == (best <= 0)
    if found is not None:
        assert any(owner[s] == found and share(s) == best for s in owner)


def test_words_keep_their_first_meaning() -> None:
    cast = Cast()
    first, second = cast.add("A", "other", by="test"), cast.add("B", "other", by="test")
    cast.mention(first.id, 0, 5)
    cast.mention(second.id, 0, 5)
    assert cast.at(0, 5) == first.id
    assert not second.mentions


def test_merging_moves_mentions_names_and_offices() -> None:
    cast = Cast()
    kept, gone, body = cast.add("A", "person", by="test"), cast.add("the man", "person", by="test"), cast.add("C", "other", by="test")
    cast.mention(gone.id, 3, 8)
    cast.merge(kept.id, gone.id)
    assert cast.at(3, 8) == kept.id
    assert "the man" in cast[kept.id].aliases
    assert cast.add("D", "other", by="test").id not in (kept.id, gone.id, body.id)


def test_pronouns_are_found_but_are_no_mentions() -> None:
    cast = Cast()
    member = cast.add("A", "person", by="test")
    cast.refer(10, 12, member.id)
    assert cast.at(10, 12) == member.id
    assert not cast.parties()[0].mentions
