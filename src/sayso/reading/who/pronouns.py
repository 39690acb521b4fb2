"""He, she, they, it and their possessives: whom each means."""

from sayso.reading.parsed import Token
from sayso.reading.who.scene import Scene

_PERSON = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_BODY = frozenset({"it", "its", "itself"})
_MANY = frozenset({"they", "them", "their", "theirs", "themselves"})
PRONOUNS = frozenset({*_PERSON, *_BODY, *_MANY})
_DUMMY_VERBS = frozenset("seem appear happen rain turn remain take".split())


class Pronouns:
    """Refers the pronouns of one page to parties."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def word(self, token: Token) -> None:
        """Refer one pronoun, where somebody spoken of before agrees with it."""
        low = token.lower_
        recency = self._scene.recency
        if low in _PERSON:
            member = recency.pronoun(token, "person", _PERSON[low])
            if member is not None and member.gender is None and low in ("he", "she"):
                member.gender = _PERSON[low]
        elif low in _BODY:
            if token.dep_ == "expl" or (token.dep_ == "nsubj" and token.head.lemma_ in _DUMMY_VERBS):
                return
            if self._of_one_unknown(token):
                return
            member = recency.pronoun(token, "body", None)
        elif low in _MANY:
            member = recency.pronoun(token, "many", None)
        else:
            return
        if member is not None:
            self._scene.page.cast.refer(token.idx, token.idx + len(token.text), member.id)
            recency.seen(member, token)

    def _of_one_unknown(self, token: Token) -> bool:
        """Whether "it" is in the words of a name that is nobody known yet: "Tolvia said it had laid no mines" is no other's doing."""
        clause, recency = token.head, self._scene.recency
        if token.dep_ != "nsubj" or clause.dep_ != "ccomp":
            return False
        speakers = [child for child in clause.head.children if child.dep_ == "nsubj" and child.i < token.i]
        return any(one.tag_ == "NNP" and recency.speaks(one) and not recency.noted(one) for one in speakers)
