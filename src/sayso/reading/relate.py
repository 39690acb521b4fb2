"""What a sentence says between two spans: the PLOVER type of the act from the first party to the second (`sayso relate`)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sayso.model.codes import Status
from sayso.reading.grammar import agents
from sayso.reading.happened.act import Act
from sayso.reading.happened.acts import find_acts
from sayso.reading.happened.finder import Finder
from sayso.reading.happened.senses import senses_of
from sayso.reading.parsed import Parsed, Token
from sayso.reading.pipeline import Reader

Offsets = tuple[int, int]
_READIES = frozenset({"prepare", "prepared", "ready", "poised", "gear"})
_COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT", "CONCEDE"})


@dataclass(frozen=True, slots=True)
class Related:
    """The type and mode of what the source does to the target, how it stands, and how sure that is. No type: nothing was found."""

    type: str | None
    mode: str | None
    status: Status
    confidence: float


class Relater:
    """Relates spans of sentences with the parser and the lexicon of a reader."""

    def __init__(self, reader: Reader) -> None:
        self._parser = reader.parser
        self._senses = senses_of(reader.lexicon)
        self._finder = Finder.load(self._senses)

    def relate_many(self, rows: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
        """For each `{"id", "sentence", "source", "target"}` its `{"id", "type", "mode", "status", "confidence"}`, in order."""
        kept = list(rows)
        for row, doc in zip(kept, self._parser.parse(str(row["sentence"]) for row in kept), strict=True):
            target = row.get("target")
            found = self.relate(Parsed(doc), tuple(row["source"]), tuple(target) if target else None)
            yield {"id": row.get("id"), "type": found.type, "mode": found.mode, "status": found.status, "confidence": found.confidence}

    def relate(self, doc: Parsed, source: Offsets, target: Offsets | None) -> Related:
        """What the sentence says that the party at `source` does to the one at `target` (code points of the sentence, end exclusive)."""
        if target is not None and _told_to(doc, source, target):
            return Related("REQUEST", None, "happened", 0.7)
        acts = list(find_acts(doc, self._senses)) or list(find_acts(doc, self._senses, self._finder))
        if not any(_in(noun, source) for act in acts for noun in act.actors) and self._willing(doc, source):
            return Related("AGREE", None, "planned", 0.6)
        if not acts:
            return Related(None, None, "happened", 0.0)
        path = _path(doc, source, target)
        best = max(acts, key=lambda act: (self._score(act, source, target, path), -act.token.i))
        type_, mode, status = compose(best)
        if type_ == "AGREE" and status == "happened" and target is not None and _accord(best, source, target):
            type_ = "SUPPORT"
        return Related(type_, mode, status, 0.7)

    def _willing(self, doc: Parsed, source: Offsets) -> bool:
        """Whether the source is said to be ready or willing to do something."""
        for token in doc:
            if token.tag_[:1] == "J" and "agree" in self._senses.effects(token) and any(child.dep_ == "xcomp" for child in token.children):
                return any(_in(noun, source) for noun in agents(token.head))
        return False

    def _score(self, act: Act, source: Offsets, target: Offsets | None, path: dict[int, int]) -> float:
        score = 0.0
        actor = any(_in(noun, source) for noun in act.actors)
        recipient = target is not None and any(_in(noun, target) for noun in act.recipients)
        score += 3.0 * actor + 2.0 * recipient
        if target is not None and not actor and any(_in(noun, target) for noun in act.actors):
            score += 0.5
        if not actor and any(noun.tag_ in ("PRP", "PRP$") for noun in act.actors):
            score += 1.5
        if any(_in(noun, source) for noun in act.recipients):
            score += 0.3
        if act.token.i in path:
            score += 1.5 - 0.1 * path[act.token.i]
        if act.verbal:
            score += 0.4
            if act.token.dep_ == "amod":
                score -= 1.5
            elif act.token.dep_ == "advcl" and act.token.tag_ == "VB":
                score -= 1.0
        if not act.verbal and act.token.dep_ == "pobj" and act.token.head.lower_ == "for" and not actor:
            score -= 1.5  # what a deed is for is not done yet: "mobilised the army for an assault"
        if _in(act.token, source) or (target is not None and _in(act.token, target)):
            score -= 1.0
        score -= 0.25 * _depth(act.token)
        return score


def compose(act: Act) -> tuple[str, str | None, Status]:
    """The type of an act together with the words it stands under: promised aid is an agreement, refused aid a rejection, stopped aid a sanction."""
    type_, status = act.type, act.standing.status
    good = type_ in _COOPERATIVE
    for step in act.standing.steps:
        effect = step.effect
        if effect == "accuse":
            return "ACCUSE", None, status
        if effect == "fail" and type_ in ("AGREE", "CONSULT", "SUPPORT") and not step.negated:
            return "REJECT", None, status
        if effect == "fail" and type_ in ("COERCE", "SANCTION") and not step.negated:
            return "CONCEDE", None, status
        if effect == "refuse":
            return ("REJECT", None, status) if not step.negated else (type_, None, status)
        if effect == "demand" and type_ in ("COERCE", "SANCTION", "ACCUSE") and not act.verbal and not step.negated:
            return "ACCUSE", "disapprove", status
        if effect == "demand":
            return ("REQUEST", None, status) if not step.negated else ("REJECT", None, status)
        if effect == "threaten":
            return "THREATEN", None, status
        if effect == "prevent" and type_ == "PROTEST" and not step.negated:
            return "COERCE", "restrict", status
        if type_ == "ASSAULT" and effect in ("plan", "agree") and step.token.lemma_ in _READIES:
            return "MOBILIZE", None, status
        if effect == "stop" and not step.negated:
            if type_ in ("CONSULT", "AID", "COOPERATE", "AGREE", "SUPPORT"):
                type_ = "SANCTION"
            elif type_ in ("COERCE", "SANCTION", "ASSAULT", "PROTEST", "MOBILIZE", "ACCUSE", "THREATEN"):
                type_ = "RETREAT" if type_ in ("ASSAULT", "PROTEST", "MOBILIZE", "COERCE") else "CONCEDE"
            good = type_ in _COOPERATIVE
        if effect == "agree":
            if step.negated:
                return "REJECT", None, status
            if type_ == "SUPPORT" and step.token.tag_[:1] == "N":
                return type_, None, status
            return ("AGREE", None, status) if good else ("THREATEN", None, status)
    if status == "denied" and good and not any(step.effect in ("deny", "prevent", "fail") for step in act.standing.steps):
        return "REJECT", None, status
    if status == "demanded" and any(step.effect == "say" for step in act.standing.steps):
        return "REQUEST", None, status
    if status == "planned":
        if type_ in ("AID", "COOPERATE", "CONSULT", "SUPPORT", "RETREAT"):
            return "AGREE", None, status
        if type_ in ("ASSAULT", "COERCE", "SANCTION", "PROTEST"):
            return "THREATEN", None, status
    if type_ == "MOBILIZE" and any("peace" in token.lower_ and "keep" in token.lower_ for token in act.token.subtree):
        return "AID", None, status
    return type_, act.sense.row.mode, status


def _told_to(doc: Parsed, source: Offsets, target: Offsets) -> bool:
    """Whether the source says what the target must do."""
    for verb in doc:
        if verb.pos_ in ("VERB", "AUX") and verb.dep_ == "ccomp" and verb.head.pos_ == "VERB" and _must(verb):
            subject = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
            if any(_in(noun, target) for noun in subject) and any(_in(noun, source) for noun in agents(verb.head)):
                return True
    return False


def _must(verb: Token) -> bool:
    words = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    return bool(words & {"must", "should", "ought"}) or (verb.lemma_ in ("need", "have") and any(child.dep_ == "xcomp" for child in verb.children))


def _accord(act: Act, source: Offsets, target: Offsets) -> bool:
    """Whether the two came to an agreement with each other: in PLOVER's examples that is an accord, and AGREE what one side is willing to do."""
    one, other = (any(noun.left_edge.idx <= span[0] <= noun.right_edge.idx for noun in act.actors) for span in (source, target))
    if act.sense.row.sense not in ("agree.reach", "agree.reach-on", "n.deal"):
        return False
    return one and (other or any(_in(noun, target) for noun in act.recipients))


def _in(token: Token, span: Offsets) -> bool:
    return span[0] <= token.idx < span[1]


def _depth(token: Token) -> int:
    depth = 0
    while token.head is not token and depth < 12:
        token, depth = token.head, depth + 1
    return depth


def _head_of(doc: Parsed, span: Offsets) -> Token | None:
    tokens = [token for token in doc if span[0] <= token.idx < span[1]]
    return min(tokens, key=lambda t: (_depth(t), t.i), default=None)


def _path(doc: Parsed, source: Offsets, target: Offsets | None) -> dict[int, int]:
    """The tokens on the dependency path from source to target, with their distance from the nearer end."""
    start = _head_of(doc, source)
    end = _head_of(doc, target) if target else None
    if start is None:
        return {}
    up = _upward(start)
    if end is None:
        return {i: n for n, i in enumerate(up)}
    down = _upward(end)
    shared = next((i for i in up if i in set(down)), None)
    if shared is None:
        return {i: n for n, i in enumerate(up)}
    path = {i: n for n, i in enumerate(up[: up.index(shared) + 1])}
    for n, i in enumerate(down[: down.index(shared) + 1]):
        path[i] = min(n, path.get(i, n))
    return path


def _upward(token: Token) -> list[int]:
    found = [token.i]
    while token.head is not token and len(found) < 40:
        token = token.head
        found.append(token.i)
    return found
