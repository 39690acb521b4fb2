"""Lemmas that the pipeline gets wrong: of "staged" it makes "stag", of "hoped" "hop"; and it knows no "cordon", so that it takes "cordone"."""

from spacy.language import Language

_NO_VERBS = frozenset({"stag", "wag", "hop", "rap", "fin", "snip", "spar", "slat", "rag", "shin", "cop", "scrap"})
"""Rare verbs for which its rules take the past of a common one; their own ("hopped") are exceptions that it knows by heart."""
_VERBS = frozenset({"cordon", "rearrest", "reconnect", "reoccupy", "waterboard", "phish", "cyberattack", "airdrop"})
_INDEX = "lemma_index"


def correct(nlp: Language) -> None:
    """Mend the word list of a loaded pipeline's lemmatizer, where it has one that works by rules."""
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None) if "lemmatizer" in nlp.pipe_names else None
    if lookups is not None and lookups.has_table(_INDEX):
        table = lookups.get_table(_INDEX)
        table["verb"] = (set(table.get("verb", ())) - _NO_VERBS) | _VERBS
