"""How large a held area is: "six square kilometres", "a 40 sq km pocket"."""

import re

from sayso.reading.parsed import Token

_WORDS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
    "half": 0.5,
}  # fmt: skip
_KM = r"kilomet(?:re|er)s?|kms?"
_MILE = r"miles?|mi"
_AREA = re.compile(
    rf"(?P<n>\d[\d,.]*|{'|'.join(_WORDS)})[\s-]+(?:(?:square|sq\.?)[\s-]*(?P<unit>{_KM}|{_MILE})\b"
    rf"|(?P<unit2>{_KM}|{_MILE})[\s-]*(?:square|squared)\b|(?P<unit3>km\s?[2\u00b2])|(?P<ha>hectares?))",
    re.IGNORECASE,
)
_KM2_PER_SQUARE_MILE = 2.589988


def area_near(token: Token, span: tuple[int, int]) -> float | None:
    """The area in square kilometres that a token's clause gives, at or after `span`'s start; None where it gives none."""
    sentence = token.sent
    if not any(word.lower_ in ("square", "sq", "sq.", "squared", "hectares", "hectare", "km2", "km\u00b2") for word in sentence):
        return None
    match = _AREA.search(sentence.text, max(0, span[0] - sentence.start_char - 20))
    if match is None or match.start() > span[1] - sentence.start_char + 60:
        return None
    said = match["n"].lower()
    try:
        number = float(_WORDS[said]) if said in _WORDS else float(said.replace(",", "").rstrip("."))
    except ValueError:
        return None
    if match["ha"]:
        return round(number / 100, 3)
    unit = (match["unit"] or match["unit2"] or match["unit3"]).lower()
    return round(number * _KM2_PER_SQUARE_MILE, 2) if unit.startswith("mi") else number
