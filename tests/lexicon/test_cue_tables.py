"""A bad line of a user's table of cues is named."""

from pathlib import Path

import pytest

from sayso.lexicon import Lexicon, LexiconError


@pytest.mark.parametrize("phrase", ["will not (sign|yield", "sign) now", "sign|yield", "will (not (sign|yield))"])
def test_alternatives_of_a_stance_stand_in_brackets_one_beside_the_other(tmp_path: Path, phrase: str) -> None:
    (tmp_path / "stances.tsv").write_text(f"phrase\tstance\tof\n{phrase}\treject\tany\n")
    with pytest.raises(LexiconError, match=r"stances\.tsv, line 2: .*\(a\|b\)"):
        Lexicon(tmp_path)
