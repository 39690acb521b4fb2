"""A casefile of invented reports, asked by commands."""

import pytest
from click.testing import CliRunner

from sayso.casefile import Casefile
from sayso.cli import cli
from sayso.intake import Taken
from sayso.intake.anatomy import from_row


@pytest.fixture(scope="module")
def ask(request, reader, tmp_path_factory):
    """What a command answers over a casefile of the module's REPORTS: (outlet, day, text)."""
    path = tmp_path_factory.mktemp("asked") / "case.sayso"
    with Casefile.open(str(path), create=True) as case:
        for outlet, published, text in request.module.REPORTS:
            report = from_row({"outlet": outlet, "published": published, "text": text})
            case.add(Taken(report, text.encode(), "made", "text"), reader.read(report))
    return lambda command, *options: CliRunner().invoke(cli, [command, str(path), *options])
