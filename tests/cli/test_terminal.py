"""What people see: as wide as their terminal, plain when piped."""

import pytest

from sayso.cli.terminal import output


def test_lines_that_are_piped_end_with_their_last_word(capsys: pytest.CaptureFixture[str]) -> None:
    from rich.padding import Padding

    output().print(Padding("Shells hit the mill.", (0, 0, 0, 4)))
    assert capsys.readouterr().out == "    Shells hit the mill.\n"
