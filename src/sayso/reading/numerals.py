"""Numbers in digits and in English words."""

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
    "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60,
    "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
}  # fmt: skip
SMALL: dict[str, int] = {word: n for n, word in enumerate(_UNITS.split())} | {word: 10 * n for n, word in enumerate(_TENS.split(), 2)}
SCALES: dict[str, int] = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
ORDINALS: dict[str, int] = _ORDINALS
JOINERS = frozenset({"-", "and", ","})
WORDS = frozenset(SMALL) | frozenset(SCALES)


def digits(word: str) -> float | None:
    """The number that a run of digits stands for ("2,000", "2.5", "1 200" has a blank and is none); None for anything else."""
    plain = word.replace(",", "")
    if not plain.isascii() or not plain[:1].isdigit() or not plain.replace(".", "", 1).isdigit() or len(plain) > 15:
        return None
    return float(plain) if "." in plain else int(plain)


def number(words: list[str]) -> float | None:
    """The number that lower-cased words stand for: ["twenty", "-", "five"], ["2.5", "million"], ["two", "hundred", "and", "six"]."""
    total: float = 0
    part: float = 0
    seen = False
    for word in words:
        if word in JOINERS:
            continue
        if word in SCALES:
            scale = SCALES[word]
            if scale == 100:
                part = (part or 1) * 100
            else:
                total += (part or 1) * scale
                part = 0
            seen = True
            continue
        value = SMALL.get(word)
        if value is None:
            value = digits(word)  # type: ignore[assignment]
        if value is None:
            return None
        part += value
        seen = True
    return _whole(total + part) if seen else None


def year_in_words(words: list[str]) -> int | None:
    """"nineteen ninety-six" is 1996; None where the words are no year."""
    small = [SMALL[w] for w in words if w in SMALL]
    if len(small) == len([w for w in words if w not in JOINERS]) and 2 <= len(small) <= 3 and 10 < small[0] <= 20:
        rest = sum(small[1:])
        return small[0] * 100 + rest if 10 <= rest < 100 else None
    return None


def _whole(value: float) -> float:
    return int(value) if value == int(value) else value
