"""Pull quotes: a paragraph that is only a quotation, and whose words stand elsewhere in the report too."""

import re

from sayso.intake.layout import Layout

_MOST = 30
_QUOTE_LINE = re.compile(r"^[ \t\xa0]*[“\"«‘'][^\n]{12,800}[”\"»’'][.,]?[ \t\xa0\r]*$", re.M)


def mark_pull_quotes(layout: Layout) -> None:
    """Mark each such paragraph. The first of two equal ones is the pull quote."""
    text = layout.text
    words: str | None = None
    for found in list(_QUOTE_LINE.finditer(text))[:_MOST]:
        inside = found.group().strip().strip("“”\"«»‘’'.,")
        if re.search(r"[“”\"«»]", inside):
            continue
        words = _words(text) if words is None else words
        quoted = _words(inside).strip()
        if len(quoted.split()) >= 4 and _recurs(quoted, words):
            layout.mark("pull_quote", *found.span())
            words = words.replace(f" {quoted} ", " ", 1)


def _recurs(quoted: str, words: str) -> bool:
    """Whether the quoted words, or nine in ten of their runs of four, stand in the text beside this once."""
    if words.count(f" {quoted} ") > 1:
        return True
    rest = words.replace(f" {quoted} ", " ", 1)
    tokens = quoted.split()
    runs = [" ".join(tokens[i : i + 4]) for i in range(len(tokens) - 3)]
    return sum(f" {run} " in rest for run in runs) >= 0.8 * len(runs)


def _words(text: str) -> str:
    return " " + " ".join(re.findall(r"\w+", text.casefold())) + " "
