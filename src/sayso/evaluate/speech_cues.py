"""Which cues speak: the verbs of saying whose attributions count in the `speech` view of PolNeAR."""

import re

_STEMS = """
sa(?:y|ys|id|ying) t(?:ell|ells|old|elling) add(?:s|ed|ing)? wr(?:ite|ites|ote|iting|itten) ask(?:s|ed|ing)?
not(?:e|es|ed|ing) report(?:s|ed|ing)? announc\\w+ suggest\\w* (?:re)?tweet\\w* argu(?:e|es|ed|ing) continu(?:e|es|ed|ing)
explain\\w* declin\\w+ accus\\w+ acknowledg\\w+ declar\\w+ urg(?:e|es|ed|ing) claim\\w* respond\\w* insist\\w*
warn\\w* vow\\w* pledg\\w+ den(?:y|ies|ied|ying) reject\\w* demand\\w* confirm\\w*
stat(?:e|es|ed|ing) stress\\w* emphasi\\w+ reiterat\\w+ alleg\\w+ admit\\w* according quot\\w+ assert\\w* contend\\w*
conclud\\w+ repl(?:y|ies|ied|ying) comment\\w* recall\\w* complain\\w* remark\\w* predict\\w* promis\\w+ threaten\\w*
propos\\w+ reveal\\w* disclos\\w+ testif\\w+ jok(?:e|es|ed|ing) shout\\w* boast\\w* conced\\w+ maintain\\w* lament\\w* observ\\w+
""".split()
_SPEECH = re.compile(r"\b(?:" + "|".join(_STEMS) + r"|point\w* out|call\w* (?:for|on))\b", re.IGNORECASE)


def is_speech(cue: str) -> bool:
    """Whether a cue has a verb of saying in it."""
    return _SPEECH.search(cue) is not None
