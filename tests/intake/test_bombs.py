"""Inputs made to cost time: each is answered within seconds, by its reports or by a sentence."""

import json
import time
from collections.abc import Callable
from types import SimpleNamespace

import pytest

SECONDS = 12.0
"""Of the processor's time, for an input of 5 MB; a slow machine needs up to four. What grows with the square needs minutes."""
MB5 = 5_000_000
NESTED = 20_000

BOMBS: dict[str, Callable[[], bytes]] = {
    "one line of 5 MB": lambda: b"The army said that it left. " * (MB5 // 28),
    "one word of 5 MB": lambda: b"a" * MB5,
    "one paragraph of a page": lambda: b"<html><body><p>" + b"The army said that it left. " * (MB5 // 28) + b"</p></body></html>",
    "one line of JSON": lambda: json.dumps({"text": "The army left. " * (MB5 // 15)}).encode(),
    "one cell of a table": lambda: b'text,date\n"' + b"The army left. " * (MB5 // 15) + b'",2019-01-28\n',
    "one row of many cells": lambda: b"text,date\n" + b"a," * (MB5 // 2),
    "one header of a message": lambda: b"From: a@b.example\nSubject: " + b"x " * (MB5 // 2) + b"\n\nThey left.\n",
    "many headers": lambda: b"From: a@b.example\n" + b"X-A: b\n" * 200_000 + b"\nThey left.\n",
    "nested elements": lambda: b"<html><body>" + b"<div>" * NESTED + b"The army left." + b"</div>" * NESTED,
    "nested quotations of a page": lambda: b"<html><body>" + b"<blockquote>" * NESTED + b"The army left.",
    "nested elements of a feed": lambda: b'<?xml version="1.0"?><rss version="2.0"><channel><item>' + b"<a>" * NESTED + b"</a>" * NESTED,
    "open tags": lambda: b"<html><body>" + b"<" * 1_000_000,
    "open comments": lambda: b"<html><body>" + b"<!--" * 300_000,
    "attributes": lambda: b"<html><body><p " + b"a=1 " * 500_000 + b">The army left.</p>",
    "nested JSON": lambda: b'{"text": ' + b"[" * NESTED + b"]" * NESTED + b"}",
    "nested parts of a message": lambda: b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(NESTED // 10)
    ),
    "brackets": lambda: b"(" * 10_000 + b")" * 10_000,
    "quotation marks": lambda: "\u201c".encode() * 10_000 + b"no" + "\u201d".encode() * 10_000,
    "line breaks": lambda: b"a\n" * (MB5 // 4),
    "By, By, By": lambda: b"By " * 200_000,
    "dashes": lambda: b"KASSA - " * 50_000,
}


@pytest.mark.parametrize("kind", BOMBS)
def test_an_answer_within_seconds(made: SimpleNamespace, kind: str) -> None:
    content = BOMBS[kind]()
    started = time.process_time()
    outcomes = made.read(content, any_language=True)
    assert time.process_time() - started < SECONDS
    assert outcomes
    assert not any("please report it" in str(one) for one in outcomes)
