"""A fragment of HTML (a feed's entry, a post, a mail's body) -> its text, paragraphs as lines. Nothing in it is run or fetched."""

import re

from sayso.intake.html import check_size

_BLOCKS = frozenset(
    "address article aside blockquote body caption dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr "
    "html li main nav ol p pre section summary table tbody td tfoot th thead title tr ul".split()
)
_SILENT = frozenset("script style head template noscript svg math object embed iframe select textarea".split())
_SPACES = re.compile(r"[ \t\r\n\f]+")


def fragment_text(source: str) -> str:
    """Its text; blank lines between paragraphs. Raises RefusalError where it is nested or long without end."""
    if "<" not in source and "&" not in source:
        return source.strip()
    check_size(source)
    from lxml import html  # only for those who read HTML

    try:
        root = html.fragment_fromstring(source.replace("\0", ""), create_parent="div")
    except (ValueError, AssertionError, html.etree.LxmlError):  # nothing but comments, or an encoding declared in a string
        return _SPACES.sub(" ", re.sub(r"<[^<>]*>", " ", source)).strip()
    out: list[str] = []
    _walk(root, out)
    lines = (_SPACES.sub(" ", line).strip() for line in "".join(out).split("\0"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _walk(element: "object", out: list[str]) -> None:
    """Texts in their order; NUL stands for a line break, since the source's own breaks are blanks."""
    from lxml.etree import _Element

    stack: list[tuple[_Element, bool]] = [(element, False)]  # type: ignore[list-item]
    while stack:
        one, closing = stack.pop()
        tag = one.tag.lower() if isinstance(one.tag, str) else ""
        block = tag in _BLOCKS
        if closing:
            out.append("\0\0" if block else "")
            out.append(one.tail or "" if one is not element else "")
            continue
        if tag == "br":
            out.append("\0")
        out.append("\0\0" if block else "")
        stack.append((one, True))
        if tag and tag not in _SILENT:
            out.append(one.text or "")
            stack.extend((child, False) for child in reversed(one))
