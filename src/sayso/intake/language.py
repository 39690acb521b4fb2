"""Whether a text is in English: a careful guess, for a report refused by mistake is lost and one read by mistake is only odd."""

import re
import unicodedata
from collections import Counter
from importlib.resources import files

_LETTERS = 20_000
"""How many characters are looked at, from the start and from the middle."""
_FEW_WORDS = 30
_FEWEST_WORDS = 8
_ELIDED = ("l'", "d'", "qu'", "n'", "s'", "j'")
"""Words that French writes before a vowel as a part of the next word, with or without its accents."""
_SCRIPTS = {
    "ARABIC": "ar", "HEBREW": "he", "CYRILLIC": "ru", "GREEK": "el", "CJK": "zh", "HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko",
    "DEVANAGARI": "hi", "BENGALI": "bn", "TAMIL": "ta", "THAI": "th", "ETHIOPIC": "am", "GEORGIAN": "ka", "ARMENIAN": "hy", "MYANMAR": "my",
}  # fmt: skip
_TELLING = {"fa": "\u067e\u0686\u0698\u06af", "ur": "\u0679\u0688\u0691\u06d2", "uk": "\u0456\u0457\u0454\u0491"}
"""Letters that set one language of a script apart."""
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?")
_NAMES = {
    "am": "Amharic", "ar": "Arabic", "bn": "Bengali", "de": "German", "el": "Greek", "es": "Spanish", "fa": "Persian", "fr": "French",
    "he": "Hebrew", "hi": "Hindi", "hy": "Armenian", "id": "Indonesian or Malay", "it": "Italian", "ja": "Japanese", "ka": "Georgian",
    "ko": "Korean", "my": "Burmese", "nl": "Dutch", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "so": "Somali",
    "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "zh": "Chinese",
}  # fmt: skip


def name_of(code: str | None) -> str:
    """The English name of a language, for a sentence."""
    return _NAMES.get(code or "", "a language other than English")


def _read_words() -> dict[str, frozenset[str]]:
    table = files("sayso.intake").joinpath("function_words.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines()[1:])
    return {code: frozenset(words.split()) for code, words in rows}


_FUNCTION_WORDS = _read_words()


def guess_language(text: str) -> str:
    """"en", or the code of the language that `text` is clearly in instead, "und" where that is unclear. Short and odd texts count as "en"."""
    middle = len(text) // 2
    sample = text[:_LETTERS] if len(text) <= 2 * _LETTERS else text[:_LETTERS] + text[middle : middle + _LETTERS]
    words = _WORD.findall(sample.lower().replace("\u2019", "'"))
    return _by_script(sample) or (_by_words(words) if len(words) >= _FEWEST_WORDS else "en")


def _by_script(sample: str) -> str | None:
    """The language of a script other than Latin that most letters are in."""
    if sample.isascii():
        return None
    letters = [c for c in sample if c.isalpha()]
    foreign = Counter(c for c in letters if c > "\u036f" and not "\u1e00" <= c <= "\u1eff")
    if foreign.total() * 2 <= len(letters) or foreign.total() < 20:
        return None
    scripts: Counter[str] = Counter()
    for letter, count in foreign.items():
        scripts[unicodedata.name(letter, "").partition(" ")[0].partition("-")[0]] += count
    script = scripts.most_common(1)[0][0]
    if script == "CJK" and scripts["HIRAGANA"] + scripts["KATAKANA"] > 0:
        return "ja"
    for code, letters_of in _TELLING.items():
        if sum(foreign[c] for c in letters_of) * 100 > foreign.total() and script in ("ARABIC", "CYRILLIC"):
            return code
    return _SCRIPTS.get(script, "und")


def _by_words(words: list[str]) -> str:
    """The language whose function words are far more frequent than those of English that it does not have, too; in a short text, by far."""
    counts = Counter(words)
    elided = sum(word.startswith(_ELIDED) for word in words)
    shares = {code: (sum(counts[w] for w in vocabulary) + elided * (code == "fr")) / len(words) for code, vocabulary in _FUNCTION_WORDS.items()}
    best = max(sorted(shares), key=lambda code: shares[code])
    english = sum(counts[w] for w in _FUNCTION_WORDS["en"] - _FUNCTION_WORDS[best]) / len(words)
    few = len(words) < _FEW_WORDS
    if best != "en" and shares[best] > (0.25 if few else 0.15) and shares[best] > (5 if few else 2) * english:
        return best
    return "und" if shares["en"] < 0.02 and len(words) >= 100 and len(counts) > 60 else "en"
