"""Deeds that a report takes as known: it names no day for them and tells them only to say of whom or of what something is said."""

import pytest

from sayso.reading.happened.presupposed import TAKEN_AS_KNOWN

KNOWN = [
    ("Police have detained nine men over the massacre of the herders.", "massacre"),
    ("Mothers of the nine who were shot near Tavira met the governor.", "shot"),
    ("No bus has come to Tavira since the town was retaken.", "retaken"),
    ("Prosecutors asked who hacked nine men to death in Tavira.", "hacked"),
    ("Work on the bridge had stopped when nine guards were killed in Tavira.", "killed"),
    ("The bombing of the market in Tavira has now cost nine lives.", "bombing"),
]
TOLD = [
    ("Gunmen shot dead two farmers near Tavira, police said.", "shot"),
    ("Nine people died in the shelling of Tavira.", "shelling"),
    ("The army said that rebels had attacked a post at Tavira.", "attacked"),
    ("A farmer, who was shot in Tavira, named two men.", "shot"),
    ("Gunmen stormed a mill in Tavira. A clerk was hurt in the attack.", "stormed"),
    ("Mothers of the nine who were shot near Tavira on Monday met the governor.", "shot"),
]


@pytest.mark.parametrize(("text", "word"), KNOWN)
def test_what_is_only_spoken_back_to_is_taken_as_known(told, text, word):
    deed = told(text).deed(word)
    assert TAKEN_AS_KNOWN in deed.by
    assert deed.when is None


@pytest.mark.parametrize(("text", "word"), TOLD)
def test_what_is_told_itself_or_has_a_day_is_not(told, text, word):
    assert TAKEN_AS_KNOWN not in told(text).deed(word).by
