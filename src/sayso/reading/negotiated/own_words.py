"""Moves that a side makes in its own words, without a word of offering or refusing: "nobody will be traded", "lay down your arms and no one will
touch you", "whoever gives himself up will be spared"."""

from sayso.model.codes import MoveKind
from sayso.reading.grammar import below
from sayso.reading.negotiated.clause import VERBS, Clause
from sayso.reading.negotiated.found import Found
from sayso.reading.parsed import Token

_NOBODY = frozenset({"nobody", "none", "neither"})
_GIVEN_UP = frozenset({"free", "give", "accept"})
"""Classes of what is refused when it "will not be" done."""
_IF_ASKED = frozenset({"stop", "leave", "let"})
"""Those that are a refusal only right after somebody has asked."""
_WHOEVER = frozenset({"whoever", "who", "those", "anyone", "anybody", "everyone", "everybody", "any", "all", "he"})
_ACTING = frozenset({"relcl", "csubj", "csubjpass", "acl", "nsubj", "nsubjpass"})
_YIELDS = frozenset({"give", "leave", "free", "stop"})
_SPARED = frozenset({
    "spare", "give", "pardon", "protect", "treat", "free", "release", "grant", "guarantee", "allow", "let", "receive", "amnesty", "go",
})  # fmt: skip
_PUNISHED = frozenset({
    "court", "tribunal", "trial", "judge", "law", "justice", "year", "month", "prison", "jail", "sentence", "punishment", "penalty", "lash", "death",
    "traitor", "deserter", "enemy",
})  # fmt: skip
_PAPERS = frozenset({
    "report", "figure", "name", "video", "footage", "picture", "photograph", "photo", "image", "recording", "tape", "document", "detail", "identity",
    "number", "toll", "result", "finding", "statement", "information", "data", "budget", "film", "transcript", "evidence", "interview",
})  # fmt: skip
"""What is kept from the public where it "will not be released"."""
_DEAD = frozenset({"body", "corpse", "remains", "dead"})
_WILL = frozenset({"will", "'ll", "shall"})
_HARMS = frozenset({"touch", "harm", "hurt", "molest", "bother"})
_SAFE = frozenset({"nobody", "one", "you", "they", "nothing", "he"})


def own_words(clause: Clause, asked: bool) -> Found | None:
    """The first of these that a clause makes; `asked`: whether somebody has just asked or offered something."""
    if clause.token.pos_ not in VERBS or clause.speaker is None or not clause.armed(clause.speaker) or clause.supposed:
        return None
    return _will_not_be(clause, asked) or _whoever(clause) or _and_no_harm(clause) or _unharmed(clause)


def _will_not_be(clause: Clause, asked: bool) -> Found | None:
    """ "The volunteers will not be disbanded", "nobody will be traded", "no ransom will be paid"."""
    token = clause.token
    classes = _GIVEN_UP | _IF_ASKED if asked else _GIVEN_UP
    if not clause.passive or not clause.willed or not clause.cls & classes or clause.cls & {"attack"}:
        return None
    will = next((c.i for c in token.children if c.dep_ == "aux" and c.lower_ in ("will", "wo", "would", "'ll", "shall")), token.i)
    nobody = any(n.lower_ in _NOBODY or any(c.lower_ == "no" for c in n.children) for n in clause.objects)
    if not (nobody or any((c.dep_ == "neg" or c.lower_ == "never") and c.i > will for c in token.children)):
        return None  # "whoever does not will be shot"
    kept = {n.lemma_.lower() for n in clause.objects}
    if kept & _PAPERS or (kept & _DEAD and not asked):
        return None
    return _by_speaker(clause, "reject", "will-not-be")


def _whoever(clause: Clause) -> Found | None:
    """ "Whoever lays down his arms will be given a safe road", "those who surrender will be spared"."""
    token = clause.token
    if not clause.willed or clause.negated or token.lemma_ not in _SPARED or clause.cls & {"attack"}:
        return None
    if any(t.lemma_.lower() in _PUNISHED for t in below(token, 20) if t.i > token.i):
        return None  # "will be given fifteen years"
    heads = [c for c in token.children if c.dep_ in ("nsubj", "nsubjpass", "csubj", "csubjpass") and c.i < token.i]
    for head in heads:
        whole = [head, *head.children]
        acts = [t for t in whole if t.pos_ in VERBS and t.dep_ in _ACTING and not _over(t, clause)]
        open_ = any(t.lower_ in _WHOEVER for t in (*whole, *(c for a in acts for c in a.children if c.i < a.i)))
        if open_ and clause.classes_of(acts) & _YIELDS:
            return _by_speaker(clause, "offer", "whoever")
    return None


def _over(act: Token, clause: Clause) -> bool:
    """ "Those who left the town": done already; what is reported with "would" keeps its past."""
    done = any(c.dep_ == "aux" and c.lemma_ == "have" for c in act.children)
    return done or (act.tag_ in ("VBD", "VBN") and not clause.helped & {"would", "'d"})


def _and_no_harm(clause: Clause) -> Found | None:
    """ "Lay down your rifles and nobody will touch you", "leave the town and you will be safe"."""
    token = clause.token
    if token.tag_ != "VB" or not clause.cls & _YIELDS or clause.helped or any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children):
        return None
    then = next((c for c in token.children if c.dep_ == "conj" and any(g.dep_ == "aux" and g.lower_ in _WILL for g in c.children)), None)
    if then is None or not any(c.lower_ == "and" for c in token.children):
        return None
    safe = any(c.dep_ in ("nsubj", "nsubjpass") and c.lower_ in _SAFE for c in then.children)
    harm = clause.classes_of([then]) & {"attack"} and not any(c.lower_ in ("nobody", "one", "nothing") for c in below(then, 6))
    if not safe or harm or then.lemma_ in ("die", "regret", "pay", "burn"):
        return None
    return Found(then, "offer", then, (clause.speaker,) if clause.speaker else (), rule="negotiated.and-no-harm", status="happened")


def _unharmed(clause: Clause) -> Found | None:
    """ "Nobody will lay a hand on them", "no harm will come to the crew"."""
    token = clause.token
    if not clause.willed or (clause.passive and token.lemma_ not in _HARMS):
        return None
    nobody = any(n.lower_ in _NOBODY or any(c.lower_ == "no" for c in n.children) for n in (*clause.subject, *clause.objects))
    harms = token.lemma_ in _HARMS and not clause.passive
    hand = token.lemma_ in ("lay", "raise") and any(n.lemma_ in ("hand", "finger") for n in clause.objects)
    comes = token.lemma_ in ("come", "befall", "happen") and any(n.lemma_ in ("harm", "nothing") for n in clause.subject)
    if not (nobody or comes) or not (harms or hand or comes):
        return None
    return _by_speaker(clause, "offer", "unharmed")


def _by_speaker(clause: Clause, kind: MoveKind, rule: str) -> Found:
    token = clause.token
    makers = (clause.speaker,) if clause.speaker else ()
    return Found(token, kind, token, makers, rule=f"negotiated.{rule}", negated=kind == "reject", status="happened")
