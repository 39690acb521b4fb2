"""Pairs kept up to date are the pairs that the same members give when they come all at once."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.situation.neighbours import Neighbours

MEMBERS = st.dictionaries(st.integers(0, 30), st.sets(st.sampled_from("abc"), min_size=1), max_size=20)


def counted(members, reach=3):
    found = Neighbours(reach)
    for member, blocks in members.items():
        found.add(member, sorted(blocks))
    return found


def times(found):
    pairs = [(a, b) for a in range(31) for b in range(a + 1, 31)]
    return {pair: sum(found.near(pair, least) for least in (1, 2, 3)) for pair in pairs if found.near(pair)}


def expected(members, reach=3):
    pairs = {}
    for block in "abc":
        inside = sorted(member for member, blocks in members.items() if block in blocks)
        for place, one in enumerate(inside):
            for other in inside[place + 1 : place + 1 + reach]:
                pairs[one, other] = pairs.get((one, other), 0) + 1
    return pairs


@given(MEMBERS, st.randoms(use_true_random=False))
def test_in_any_order(members, random):
    order = list(members)
    random.shuffle(order)

    assert times(counted({member: members[member] for member in order})) == expected(members)


@given(MEMBERS, MEMBERS)
def test_after_removal(members, passing):
    found = counted(members)
    extra = {member: blocks for member, blocks in passing.items() if member not in members}
    for member, blocks in extra.items():
        found.add(member, sorted(blocks))
    for member, blocks in extra.items():
        found.remove(member, sorted(blocks))

    assert times(found) == expected(members)
