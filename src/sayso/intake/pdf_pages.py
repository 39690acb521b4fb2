"""PDF bytes on standard input -> its lines as JSON on standard output. Run as a program of its own, in which nothing of sayso is imported:
a file that makes the PDF engine crash, swell or turn for ever costs this process, and nothing else."""

import json
import resource
import sys

MEMORY = 1_000_000_000
SECONDS = 60
MOST_PAGES = 3_000
MOST_CHARS = 3_000_000


def main() -> None:
    """Write {"pages": [[[text, left, right, bottom, top], ...], ...], "info": {...}} or {"error": "..."}."""
    raw = sys.stdin.buffer.read()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY + len(raw), MEMORY + len(raw)))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        print(json.dumps({"error": "password" if "assword" in str(error) else "damaged"}))
        return
    pages: list[list[list[object]]] = []
    left = MOST_CHARS
    for number in range(min(len(document), MOST_PAGES)):
        try:
            lines = _lines(document[number], left)
        except (pypdfium2.PdfiumError, IndexError, ValueError):
            lines = []
        left -= sum(len(str(line[0])) for line in lines)
        pages.append(lines)
        if left <= 0:
            break
    print(json.dumps({"pages": pages, "info": document.get_metadata_dict(), "more": len(document) > len(pages)}))


def _lines(page: object, most: int) -> list[list[object]]:
    text = page.get_textpage()  # type: ignore[attr-defined]
    found: list[list[object]] = []
    at = 0
    for line in text.get_text_range(0, min(text.count_chars(), most) or -1).split("\n") if text.count_chars() else ():
        words = line.rstrip("\r")
        inked = [i for i, char in enumerate(words) if not char.isspace()]
        if inked and at + inked[-1] < text.count_chars():
            first, last = text.get_charbox(at + inked[0]), text.get_charbox(at + inked[-1])
            found.append([words.strip(), first[0], last[2], first[1], first[3]])
        elif inked:
            found.append([words.strip(), 0, 0, 0, 0])
        at += len(line) + 1
    return found


if __name__ == "__main__":
    main()
