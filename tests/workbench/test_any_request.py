"""Whatever is asked of the workbench by its own description gets an answer that is no fault of ours: no 5xx, for any value of any field.

The operations and their parameters are those of the application's OpenAPI description; the fields of forms, which it does not name, are
those of the pages. Values that are there in the case are mixed in, since what is made up alone gets no further than "no such page".
SAYSO_EXAMPLES asks for more requests of each kind.
"""

import os
import re
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from sayso.casefile import Casefile
from sayso.workbench.app import create_app
from sayso.workbench.door import Alone
from sayso.workbench.web import HERE

EXAMPLES = int(os.environ.get("SAYSO_EXAMPLES", "8"))
FIELDS = sorted({name for page in HERE.rglob("*.html") for name in re.findall(r'\bname="(\w+)"', page.read_text(encoding="utf-8"))})
USUAL = [
    "", "0", "1", "-1", "99999999999999999999", "1.5", "nan", "yes", "true", "null", "events", "statements", "moves", "places", "edit",
    "accept", "reject", "ASSAULT", "happened", "P1", "E1", "S1", "M1", "Qasr", "Mosul", "army",
    "2024-03-11", "2024-02-30", "0000-00-00", "2024-03-11/2024-03-12",
    "SY", "csv", "jsonl", "round one", "../../etc/passwd", "\0", "\U0001f600", "'; DROP TABLE report; --",
    "<script>", "%00", "{{7*7}}", "[", '{"a": [1]}',
    "a\r\nb",
]  # fmt: skip
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def operations() -> Iterator[tuple[str, str, list[dict[str, Any]]]]:
    """Each path with a method and its parameters."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # GET and HEAD share a name
        described = create_app("nowhere.sayso", Alone("token", 8123, "ann")).openapi()
    for path, methods in sorted(described["paths"].items()):
        for method, operation in sorted(methods.items()):
            if method != "head":
                yield method.upper(), path, operation.get("parameters", [])


@pytest.fixture(scope="module")
def known(stored: Path) -> list[str]:
    """Ids that are there: of reports, facts, incidents, parties."""
    from sayso.casefile.situations import situation_of

    with Casefile.open(stored, create=False) as case:
        situation = situation_of(case)
        facts = [fact.id for reading in case.readings() for _, fact in reading.facts()]
        reports = [row.id for row in case.reports()]
    across = [one.id for of in (situation.incidents, situation.disputes, situation.threads, situation.parties, situation.places) for one in of]
    return [*reports, *reports, *across, *sorted(set(facts))]


@pytest.mark.parametrize(("method", "path", "parameters"), list(operations()), ids=lambda one: one if isinstance(one, str) else "")
def test_no_request_is_answered_by_a_fault(
    look: Callable[..., TestClient], known: list[str], method: str, path: str, parameters: list[dict[str, Any]]
) -> None:
    browser = look()
    value = st.one_of(st.sampled_from([*USUAL, *known]), st.sampled_from(known), TEXT)
    named = st.fixed_dictionaries({one["name"]: value for one in parameters if one["in"] == "path"})
    asked = st.dictionaries(st.sampled_from([*(one["name"] for one in parameters if one["in"] == "query"), *FIELDS]), value, max_size=8)

    @seed(1)
    @settings(max_examples=EXAMPLES, database=None, suppress_health_check=list(HealthCheck))
    @given(named, asked, asked, st.booleans())
    def ask(place: dict[str, str], query: dict[str, str], form: dict[str, str], files: bool) -> None:
        address = re.sub(r"{(\w+)(?::\w+)?}", lambda match: quote(place[match[1]], safe="") or "-", path)
        sent: dict[str, Any] = {"data": form} if method == "POST" else {}
        if method == "POST" and files:
            sent["files"] = [("files", ("a.txt", b"The army left Mosul on Monday.", "text/plain"))]
        answer = browser.request(method, address, params=query, **sent)
        assert answer.status_code < 500, (answer.status_code, address, query, form)

    ask()
