"""The grammar of times."""

import re
from itertools import product

import pytest

from sayso.reading.when.atoms import LETTER, OTHER
from sayso.reading.when.grammar import ANY_RULE, OPENS_NOTHING, OPENS_NOTHING_ALONE

RULES = re.compile(ANY_RULE)


def opened_by(letters: str) -> bool:
    """Whether some rule takes a stretch that begins so, whatever two kinds follow."""
    return any(RULES.match(letters + a + b) for a, b in product(LETTER.values(), repeat=2))


@pytest.mark.parametrize("kind", [kind for kind in OPENS_NOTHING if kind != OTHER])
def test_no_rule_opens_with_the_kinds_at_which_none_is_tried(kind: str) -> None:
    assert not opened_by(LETTER[kind])


@pytest.mark.parametrize("kind", OPENS_NOTHING_ALONE)
def test_nor_with_these_before_another_word(kind: str) -> None:
    assert opened_by(LETTER[kind])
    assert not opened_by(LETTER[kind] + LETTER[OTHER])
