"""When deeds were that name no day: that of the deed during which or within hours of which they were done, or days before or after it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from sayso.model import Interval
from sayso.reading.grammar import objects_of
from sayso.reading.happened.backward import DEFINITE
from sayso.reading.happened.days import day, length
from sayso.reading.happened.telling import AS_DONE, BACK, agree, fits, turns_elsewhere
from sayso.reading.happened.told import DATE_CARRIED, DATE_COUNTED, Told
from sayso.reading.numerals import number
from sayso.reading.page import Page
from sayso.reading.parsed import Token
from sayso.reading.when.attach import of as attached

_MOMENTS = frozenset({"second", "minute", "hour", "moment"})
_DAYS = {"day": 1, "night": 1, "week": 7}
_LATER = frozenset({"later", "after", "afterward", "afterwards"})
_EARLIER = frozenset({"earlier", "before"})
_DURING = frozenset({"during", "amid", "in"})
_AT_ONCE = frozenset({"soon", "shortly", "immediately", "just", "right"})
_MANY = 60
"""So many days and more a report does not count."""
_TOLD_ON = frozenset({"ASSAULT", "COERCE", "RETREAT", "AID", "PROTEST"})
"""Deeds that a report goes on to tell sentence by sentence."""
_PRESENT = frozenset({"has", "have", "'ve", "is", "are", "be"})
_BACKWARD = frozenset({"first", "originally", "initially", "earlier", "previously", "once"})
_MAIN = ("ROOT", "ccomp", "conj", "parataxis")
_SENTENCES = 2
"""So many sentences on a deed without a day is still of the day told last."""
_DENIED_WITHIN = 6
"""So many sentences on a denial is of a deed told before."""
_SHARE = frozenset({"responsibility", "involvement", "part", "role", "charge", "accusation", "allegation"})
"""What is denied by who says that it was not his doing."""
_ATTACKERS = frozenset({"attacker", "assailant", "raider", "gunman", "bomber", "shooter", "kidnapper", "abductor", "ambusher"})
_THEY = frozenset({"they", "he", "she"})
_FIRE = frozenset({"fire", "launch", "shoot"})
_SHOTS = frozenset({"shell", "mortar", "rocket", "missile", "round", "grenade", "bomb", "projectile", "shot", "bullet", "artillery"})
_IT = frozenset({"it", "this", "that", "they", "them"})
_BACK = 3
"""How many deeds back "hours later" counts from."""


def dated(told: Sequence[Told], page: Page) -> list[Told]:
    """Let deeds without a day of their own have that which their words count from another deed of the report, or else that of the deed which
    they go on from; what is told as done was not done after the day of publication."""
    published = page.published
    known = {act.token.i: place for place, one in enumerate(told) for act in (one.act, *one.retold)}
    done = list(told)
    for place, one in enumerate(told):
        before = done[max(0, place - _BACK) : place]
        answered = _denied_of(one, done[max(0, place - BACK) : place]) if one.status == "denied" else _accounted_for(one, before)
        if one.when is None and answered is not None:
            done[place] = replace(one, when=answered.when, inferred=(*one.inferred, DATE_CARRIED))
        elif one.when is not None and before and DATE_COUNTED in before[-1].inferred and _on_the_same_day(one, before[-1], page):
            done[place] = replace(one, when=before[-1].when, inferred=(*one.inferred, DATE_COUNTED))
        elif one.when is None and one.status in AS_DONE:
            counted = next(_counted(one, place, done, known, page), None)
            when = counted or _fired(one, before) or _went_on(one, before, page)
            if when is not None and not (published is not None and when.earliest and day(when.earliest) > published):
                done[place] = replace(one, when=when, inferred=(*one.inferred, DATE_COUNTED if counted is not None else DATE_CARRIED))
    return done


def _accounted_for(one: Told, before: Sequence[Told]) -> Told | None:
    """The deed told before that a side tells otherwise as it denies having done it: "denied responsibility, saying that its jets hit a depot"."""
    above = [verb for verb in one.act.token.ancestors if verb.lemma_ == "deny"] if one.status in AS_DONE else []
    denied = any(part.dep_ == "dobj" and part.lemma_ in _SHARE for verb in above for part in verb.children)
    alike = (other for other in reversed(before) if other.type == one.type and other.when is not None and other.status in AS_DONE)
    deed = next(alike, None) if denied else None
    return deed if deed is not None and one.act.token.sent.number - deed.act.token.sent.number <= _SENTENCES else None


def _denied_of(one: Told, before: Sequence[Told]) -> Told | None:
    """The deed told shortly before that a denial is of: by the same doers, on the same people, or at the same place, and nothing that differs."""
    for other in reversed(before):
        near = one.act.token.sent.number - other.act.token.sent.number <= _DENIED_WITHIN
        if not near or other.type != one.type or other.status not in AS_DONE or other.when is None:
            continue
        ends = set(one.actors) & set(other.actors) or set(one.recipients) & set(other.recipients)
        meant = one.actors or one.recipients or not one.act.verbal or "place carried" not in one.inferred  # not "neither had fired"
        alike = ends or (meant and one.place is not None and one.place == other.place)
        if alike and agree(one.actors, other.actors) and agree(one.recipients, other.recipients) and fits(one.place, other.place):
            return other
    return None


def _counted(one: Told, place: int, done: list[Told], known: Mapping[int, int], page: Page) -> Iterator[Interval]:
    """The days of a deed that its words place in time by another."""
    for verb in _verbs(one):
        for word, days, others in _links(verb):
            places = [known[token.i] for token in others if known.get(token.i, place) != place]
            if not others:
                places = [i for i in range(place - 1, max(-1, place - 1 - _BACK), -1) if done[i].when is not None and done[i].status in AS_DONE][:1]
            for other in places:
                moved = _moved(done[other].when, -days if word in _EARLIER else days)
                if moved is not None:
                    yield moved
            if others and others[0].pos_ in ("VERB", "AUX") and days and not places:  # "stayed shut on Monday, a week after nine were shot"
                moved = _moved(_when_told(others[0], page) or _when_it_was(others, done[:place], page), -days if word in _EARLIER else days)
                if moved is not None:
                    yield moved


def _when_told(verb: Token, page: Page) -> Interval | None:
    """The single day of a clause that tells no deed; of one in the present tense the day of the report."""
    when = attached(page, verb)
    if when is None and verb.tag_ in ("VBZ", "VBP") and page.published is not None:
        return Interval(earliest=page.published.isoformat(), latest=page.published.isoformat())
    return when if length(when) == 1 else None


def _when_it_was(others: Sequence[Token], before: Sequence[Told], page: Page) -> Interval | None:
    """The day of the sentence before a clause about "it" or "them": "a judge was shot on Friday. It came two days after a bomb killed nine"."""
    verb = others[0]
    if verb.tag_ != "VBD" or not any(c.dep_ == "nsubj" and c.lower_ in _IT for c in verb.lefts) or not verb.sent.start:
        return None
    told = next((one for one in reversed(before) if one.act.token.sent.number == verb.sent.number - 1), None)
    if told is not None:
        return told.when if length(told.when) == 1 else None
    root = next((word for word in page.doc[verb.sent.start - 1].sent if word.dep_ == "ROOT" and word.pos_ == "VERB"), None)
    return _when_told(root, page) if root is not None else None


def _on_the_same_day(one: Told, other: Told, page: Page) -> bool:
    """Whether a deed was "the same day" as one told just before, whose day only its own words count from another."""
    token = one.act.token
    if length(other.when) != 1 or not 0 <= token.sent.number - other.act.token.sent.number <= 1:
        return False
    times = {id(time): time for word in token.sent if (time := page.time_at(word)) is not None}.values()
    return len(times) == 1 and all(time.text.lower().endswith("same day") for time in times)


def _went_on(one: Told, before: Sequence[Told], page: Page) -> Interval | None:
    """The day of the deed told last, if it is known to the day, of one that its next sentence goes on from in the plain past: "troops raided the
    town on Friday. They shot two men"."""
    verb = one.act.token
    alike = before[-1] if before and not any(child.dep_ == "aux" and child.lower_ in _PRESENT for child in verb.lefts) else None
    if alike is not None and not (alike.type == one.type and alike.mode == one.mode and set(alike.recipients) & set(one.recipients)):
        alike = None
    if alike is None and (one.type not in _TOLD_ON or not _plainly_past(verb)):
        return None
    if _has_a_time(page, verb) or any(child.lower_ in _BACKWARD for child in verb.children):
        return None
    dated_before = (other for other in reversed(before) if other.type in _TOLD_ON and other.status in AS_DONE and other.when is not None)
    last = alike if alike is not None and alike.when is not None else next(dated_before, None)
    if last is None or last.when is None or last.when.earliest is None or last.when.earliest[:10] != (last.when.latest or "")[:10]:
        return None
    token = one.act.token
    spoken = [act.token for act in (last.act, *last.retold) if act.token.i < token.i]
    near = spoken[-1] if spoken else last.act.token
    if token.dep_ == "conj" and DATE_CARRIED in last.inferred and near.is_ancestor(token):
        return last.when  # "they let the first lorry pass and opened fire"
    if not 1 <= token.sent.number - near.sent.number <= _SENTENCES or turns_elsewhere(token, near):
        return None
    if one.place != last.place and one.place is not None and last.place is not None and "place carried" not in one.inferred:
        return None
    parted = "\n" in page.report.text[near.idx : token.idx]
    return last.when if not parted or any(_those_of_the_deed(noun) or noun.lower_ in _THEY for noun in one.act.actors) else None


def _fired(one: Told, before: Sequence[Told]) -> Interval | None:
    """The day of the deed told last of one that only says who fired what fell: "a shell hit the school on Friday. It had been fired by"."""
    verb, last = one.act.token, before[-1] if before else None
    if last is None or last.type != "ASSAULT" or last.status not in AS_DONE or verb.lemma_ not in _FIRE or not one.act.verbal:
        return None
    fired = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass") and _that_one(child)]
    near = verb.sent.number - last.act.token.sent.number <= _SENTENCES
    return last.when if fired and near and any(word.lemma_.lower() in _SHOTS for word in last.act.token.sent) else None


def _that_one(noun: Token) -> bool:
    """Whether a noun means a shot that was told of: "it", "that shell", "the rockets"."""
    return noun.lower_ in _IT or (noun.lemma_.lower() in _SHOTS and any(child.lower_ in DEFINITE for child in noun.lefts))


def _has_a_time(page: Page, verb: Token) -> bool:
    """Whether a verb's sentence names a time that may be its own: not where it only tells of somebody, "a man who had walked all night said"."""
    if not page.has_time(verb.sent):
        return False
    own = {verb.i, *(above.i for above in verb.ancestors)}
    times = (token for token in verb.sent if page.time_at(token) is not None)
    return any(all(above.dep_ != "relcl" or above.i in own for above in (token, *token.ancestors)) for token in times)


def _plainly_past(verb: Token) -> bool:
    """Whether a verb of a main clause, or of what somebody says, is in the simple past: neither "has shot" nor "had shot"."""
    if verb.tag_ not in ("VBD", "VBN") or verb.dep_ not in _MAIN:
        return False
    helping = [child for child in verb.lefts if child.dep_ in ("aux", "auxpass")]
    if not helping and verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        return verb.tag_ == "VBD" or _plainly_past(verb.head)
    return all(child.lower_ in ("was", "were") for child in helping) and (bool(helping) or verb.tag_ == "VBD")


def _those_of_the_deed(noun: Token) -> bool:
    """Whether a doer is spoken of as who did what was told: "the attackers"."""
    return noun.lemma_.lower() in _ATTACKERS and any(child.lower_ == "the" for child in noun.lefts)


def _verbs(one: Told) -> Iterator[Token]:
    """The words of a deed that may carry its time."""
    for act in (one.act, *one.retold):
        yield act.token
        if act.light is not None:
            yield act.light
        elif not act.verbal and act.token.dep_ in ("nsubj", "nsubjpass"):
            yield act.token.head


def _links(verb: Token) -> Iterator[tuple[str, int, list[Token]]]:
    """What places a verb in time by another deed: the word, how many days between, and the words of the other; none for "hours later"."""
    below = (inner for child in verb.children for inner in (child, *(child.children if child.dep_ == "npadvmod" else ())))
    for child in below:
        if child.dep_ == "prep":
            nouns, days = objects_of(child), 0 if child.lower_ in _DURING else _span(child) if child.lower_ in (*_LATER, *_EARLIER) else None
            if days is not None and nouns:
                yield child.lower_, days, nouns
        elif child.dep_ == "advmod" and child.lower_ in (*_LATER, *_EARLIER):
            if _span(child) == 0:
                yield child.lower_, 0, []
        elif child.dep_ == "advcl":
            mark = next((c for c in child.children if c.dep_ == "mark" and c.lower_ in (*_LATER, *_EARLIER)), None)
            days = _span(mark) if mark is not None else None
            if mark is not None and days is not None:
                yield mark.lower_, days, [child]
    if verb.dep_ == "pobj" and verb.head.lower_ in (*_LATER, *_EARLIER):  # "were tried on Friday, a week after their arrest"
        days = _span(verb.head)
        if days is not None:
            yield ("before" if verb.head.lower_ in _LATER else "after"), days, [verb.head.head]
    if verb.dep_ == "advcl":
        mark = next((c for c in verb.children if c.dep_ == "mark" and c.lower_ in (*_LATER, *_EARLIER)), None)
        days = _span(mark) if mark is not None else None
        if mark is not None and days is not None:
            above = [verb.head, *(c for c in verb.head.children if c.dep_ in ("nsubj", "nsubjpass"))]
            yield ("before" if mark.lower_ in _LATER else "after"), days, above


def _span(word: Token) -> int | None:
    """How many days the words right before "after" or "before" count: none for hours, and for "shortly"; None where they count nothing exact."""
    if word.i == 0:
        return None
    near = word.nbor(-1)
    if near.lower_ in _AT_ONCE or near.lemma_ in _MOMENTS:
        return 0
    if near.lemma_ not in _DAYS:
        return None
    count = next((child for child in near.children if child.dep_ == "nummod"), None)
    if count is None:
        return _DAYS[near.lemma_] if any(child.lower_ in ("a", "the", "one") for child in near.children) else None
    many = number([count.lower_])
    return int(many) * _DAYS[near.lemma_] if many is not None and many < _MANY else None


def _moved(when: Interval | None, days: int) -> Interval | None:
    """Days so many days later; None where the days themselves are not known to the day."""
    if when is None or when.earliest is None or when.latest is None:
        return None
    if days == 0:
        return when
    try:
        first, last = day(when.earliest) + timedelta(days), day(when.latest) + timedelta(days)
    except OverflowError:  # the ends of the calendar
        return None
    return Interval(earliest=first.isoformat(), latest=last.isoformat())
