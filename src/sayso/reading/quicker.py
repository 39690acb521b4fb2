"""The same annotations in less time: two detours that spaCy 3.8 makes for each token are cut short, and nothing else is changed.

- Its transition parsers let go of the interpreter's lock for a batch and then take it again several times a token, to ask whether an
  error was raised. Here each step of the batch is taken through spaCy's own step model with the lock held.
- Its attribute ruler lays every pattern on every token. What a pattern of one token says depends on that token alone, so it is asked
  once for each word, tag and relation, and remembered.

tests/reading/test_quicker.py holds both to spaCy's own answers; `sayso bench` tells what they bring.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, DependencyParser
from spacy.pipeline.transition_parser import Parser  # type: ignore[import-not-found]
from spacy.tokens import Doc
from spacy.tokens._retokenize import set_token_attrs

_REMEMBERED = 100_000
"""So many words with tag and relation are remembered at most: about 30 MB."""
_TOGETHER = 10_000
"""So many tokens are stepped through together: about 40 MB."""
_ABREAST = 4
"""With fewer docs of one length abreast, the dependency parser is quicker as it is; the entity recognizer never is."""
_KEYS: list[int | str] = ["LOWER", "TAG", "DEP"]
_ASKABLE: frozenset[int | str] = frozenset({*_KEYS, "IS_SPACE"})
"""What a pattern may ask of a token for the answer to be remembered by _KEYS; a word written small is a space or is none."""

Key = tuple[int, ...]
Rules = tuple[int, ...]


def quicken(nlp: Language) -> None:
    """Make a loaded pipeline quicker in place. Components that are not of these two kinds are left as they are."""
    for name, pipe in list(nlp.pipeline):
        greedy = isinstance(pipe, Parser) and pipe.cfg.get("beam_width") == 1
        if greedy or (isinstance(pipe, AttributeRuler) and _fixed(pipe)):
            nlp.add_pipe("sayso_quick", name=f"quick_{name}", after=name, config={"of": name})
            nlp.disable_pipe(name)


@Language.factory("sayso_quick")
def _quick(nlp: Language, name: str, of: str) -> Callable[[Doc], Doc]:  # noqa: ARG001
    pipe = nlp.get_pipe(of)
    return _QuickRuler(pipe) if isinstance(pipe, AttributeRuler) else _QuickParser(pipe)


class _QuickParser:
    """A greedy transition parser, the dependency parser or the entity recognizer, step by step."""

    def __init__(self, pipe: Any) -> None:
        self._pipe = pipe
        self._least = _ABREAST if isinstance(pipe, DependencyParser) else 1

    def __call__(self, doc: Doc) -> Doc:
        """One doc with its annotations."""
        self._annotate([doc])
        return doc

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 256) -> Iterator[Doc]:
        """The docs in their order, with their annotations."""
        batch: list[Doc] = []
        waiting = 0
        for doc in docs:
            batch.append(doc)
            waiting += len(doc)
            if len(batch) >= batch_size or waiting >= _TOGETHER:
                self._annotate(batch)
                yield from batch
                batch, waiting = [], 0
        self._annotate(batch)
        yield from batch

    def _annotate(self, docs: list[Doc]) -> None:
        abreast = sum(map(len, docs)) / max(map(len, docs), default=1) if any(map(len, docs)) else 0
        ends = self._step_by_step(docs) if abreast >= self._least else self._pipe.predict(docs)
        self._pipe.set_annotations(docs, ends)

    def _step_by_step(self, docs: list[Doc]) -> list[Any]:
        ends: list[Any] = self._pipe.moves.init_batch(docs)
        states = [state for state in ends if not state.is_final()]
        model = self._pipe.model.predict(docs)
        while states:
            states = self._pipe.transition_states(states, model.predict(states))
        model.clear_memory()
        return ends


def _fixed(ruler: AttributeRuler) -> bool:
    """Whether no pattern repeats a token, so that the place a rule speaks of is fixed."""
    return all(
        -len(pattern) <= ruler.indices[number] < len(pattern) and not any("OP" in token for token in pattern)
        for number, rule in enumerate(ruler.patterns)
        for pattern in _patterns(rule)
    )


def _patterns(rule: Any) -> list[list[dict[str, Any]]]:
    patterns: list[list[dict[str, Any]]] = rule["patterns"]
    return patterns


class _QuickRuler:
    """An attribute ruler that remembers what its rules of one token say."""

    def __init__(self, ruler: AttributeRuler) -> None:
        self._ruler = ruler
        self._single, self._longer = (Matcher(ruler.vocab, validate=False) for _ in range(2))
        for number, rule in enumerate(ruler.patterns):
            patterns = _patterns(rule)
            is_single = all(len(pattern) == 1 and _ASKABLE.issuperset(pattern[0]) for pattern in patterns)
            (self._single if is_single else self._longer).add(str(number), patterns)
        self._known: dict[Key, Rules] = {}
        self._merged: dict[Rules, dict[int, Any]] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set on each token what its rules say; of two that differ the later one has the last word."""
        longer: dict[int, list[int]] = {}
        for number, i in self._matches(self._longer, doc):
            longer.setdefault(i, []).append(number)
        for i, key in enumerate(map(tuple, doc.to_array(_KEYS).tolist())):
            rules = self._known.get(key)
            if rules is None:
                rules = self._learn(key, doc, i)
            if i in longer:
                rules = tuple(sorted((*rules, *longer[i])))
            if rules:
                set_token_attrs(doc[i], self._merged.get(rules) or self._merge(rules))
        return doc

    def _learn(self, key: Key, doc: Doc, i: int) -> Rules:
        if len(self._known) >= _REMEMBERED:
            self._known.clear()
        alone = Doc(doc.vocab, words=[doc[i].text], spaces=[False])
        alone[0].tag, alone[0].dep = doc[i].tag, doc[i].dep
        rules = self._known[key] = tuple(sorted(number for number, _ in self._matches(self._single, alone)))
        return rules

    def _matches(self, matcher: Matcher, doc: Doc) -> Iterator[tuple[int, int]]:
        """The number of each rule that is met, and the position of the token that it speaks of."""
        for rule, start, end in matcher(doc, allow_missing=True):
            number = int(doc.vocab.strings[rule])
            index = self._ruler.indices[number]
            yield number, (start if index >= 0 else end) + index

    def _merge(self, rules: Rules) -> dict[int, Any]:
        merged = {name: value for number in rules for name, value in self._ruler.attrs[number].items()}
        self._merged[rules] = merged
        return merged
