"""Short forms of names to full ones: surnames, initials, the last or first words of a long name."""

import re
from collections.abc import Container

from sayso.reading.names.phrases import fold

_WORDS = re.compile(r"\w+")
_SMALL = frozenset("of the for and in al on to de la".split())
_MOST = 400
"""More names of one kind than this are joined only by surname and initials, not by every pair."""


def words_in(name: str) -> list[str]:
    """The folded words of a name."""
    return [fold(w) for w in _WORDS.findall(name)]


def joined(kind: str, forms: dict[str, str], given: Container[str], titled: Container[str] = ()) -> dict[str, str]:
    """Each name's key to the key of the fullest name that it is a form of (itself where there is none).

    `forms` maps keys to names as written; a key that the lexicon gave is never made a form of another. `given` are the given names that are known:
    of a person whose first name is none the first word is the surname ("Chen" after "Chen Weiming"), but not where an office stands before the short
    form, whose key is `titled`: "Minister Deng" need not be the Deng Majok who was shot.
    """
    words = {key: words_in(name) for key, name in forms.items()}
    order = sorted((k for k in forms if words[k]), key=lambda k: (-len(words[k]), k))
    by_word: dict[str, list[str]] = {}
    for key in order:
        for word in dict.fromkeys(words[key]):
            by_word.setdefault(word, []).append(key)
    initials = {initials_of(words[key]): key for key in reversed(order) if kind == "group" and len(words[key]) > 2}
    full = {key: key for key in forms}
    for short in order:
        if not short.startswith(f"{kind}:"):
            continue
        mine = words[short]
        if len(mine) == 1 and initials.get(mine[0], short) != short:
            full[short] = full[initials[mine[0]]]
            continue
        for long in by_word.get(mine[-1], [])[:_MOST]:
            if len(words[long]) > len(mine) and _goes_with(kind, mine, words[long]):
                full[short] = full[long]
                break
        else:
            first = [long for long in by_word.get(mine[0], []) if len(words[long]) > 1 and words[long][0] == mine[0]]
            if kind == "person" and len(mine) == 1 and len(first) == 1 and mine[0] not in given and short not in titled:
                full[short] = full[first[0]]
    return full


def initials_of(words: list[str]) -> str:
    """The first letters of the words that count: "sohr" of Syrian Observatory for Human Rights."""
    return "".join(w[0] for w in words if w not in _SMALL)


def _goes_with(kind: str, short: list[str], long: list[str]) -> bool:
    if kind == "person":
        if len(short) == 1:
            return len(short[0]) > 2 and short[0] in long[1:]
        return short[-1] == long[-1] and (short[0] in long or (short[0][0] == long[0][0] and len(short[0]) == 1))
    n = len(short)
    if n == 1:
        return len(short[0]) > 4 and (short[0] == long[-1] or (len(short[0]) > 6 and short[0] in long))
    return short == long[-n:] or short == long[:n]
