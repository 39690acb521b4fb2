"""Whether two sources count the same people, by their words."""

import pytest

from sayso.situation.counted import counted


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("killed government soldiers", "killed soldiers", True),
        ("killed government soldiers", "killed army troops", True),
        ("killed rebel fighters", "killed loyalist fighters", False),
        ("killed rebels", "killed regime fighters", False),
        ("killed rebels", "killed fighters", True),
        ("killed civilians", "killed fighters", False),
        ("killed civilians", "wounded civilians", False),
        ("killed turkish soldiers", "killed russian soldiers", False),
    ],
)
def test_who_may_be_the_same(one: str, other: str, same: bool) -> None:
    first, second = counted(one), counted(other)
    assert first is not None
    assert second is not None
    assert first.may_be(second) is second.may_be(first) is same
