"""What a cue says: the stretch of text that is its content, found by grammar and mended by punctuation."""

from spacy.tokens import Token

from sayso.lexicon.cue_rows import CueRow
from sayso.reading.said.cues import Cue
from sayso.reading.said.draft import Draft
from sayso.reading.said.quotations import Quotation
from sayso.reading.said.sheet import Sheet
from sayso.reading.said.speakers import Voice, quoting_one, speaker_token, subject, voice

OPEN_CUE = CueRow("", "verb", "say", ("quote",))
"""What a verb that is in no table is taken for where a quotation is attributed with it."""
_OPENING = frozenset({"\u201c", '"', "``", "''", "\u00ab", "\u201e", "'", "\u2018"})
_CLOSING = frozenset({"\u201d", '"', "''", "\u00bb", "'", "\u2019"})
_ELABORATING = frozenset("add emphasize emphasise stress note continue underline underscore insist explain reiterate point conclude".split())
_COMPLEMENTIZERS = frozenset({"that", "if", "whether"})
_ADJUNCTS = frozenset({"prep", "npadvmod", "advmod", "dative", "agent", "prt", "tmod"})
_STOPS = frozenset({".", "!", "?", ";"})
_NOMINAL = frozenset("regarding about over for of toward towards concerning from against to with between".split())
_COUNTS = frozenset({"toll", "number", "figure", "total", "count", "tally", "cost"})
_ONLOOKERS = frozenset(
    "correspondent reporter journalist photographer cameraman witness eyewitness resident team crew stringer medic villager".split()
)
_PLAIN = frozenset("say tell add report state announce note claim warn confirm".split())
_PHRASE = 16
_PHRASAL = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "ADP", "PRON", "CCONJ", "PART"})
_UNQUOTABLE = frozenset("i we you one nobody someone somebody anyone anybody me us myself no none".split())
_NEAR = 6
"""So many tokens may stand between a speaker and the cue."""
_SUBORDINATORS = frozenset("while although though after as when because since if once before whereas until".split())
_SLIDERS = frozenset({"also", "then", "again", "later", "repeatedly", "strongly", "even"})
_REACH = 25
"""So many tokens after its cue a quotation may still begin."""
_HEARERS = frozenset("tell inform notify remind assure reassure brief advise warn convince ask urge".split())


class Clauses:
    """Finds the content of one cue after another on one sheet."""

    def __init__(self, sheet: Sheet, cues: list[Cue]) -> None:
        self.sheet = sheet
        self.cues = cues
        self._voices: dict[int, Voice] = {}
        self._cue_at = {c.i: c for c in cues if c.row.pos == "verb"}

    def of(self, cue: Cue) -> list[Draft]:
        """The statements that a cue makes: none when it is no cue here after all."""
        if cue.row.pos == "prep":
            return self._according(cue)
        if cue.row.pos == "noun":
            return self._noun(cue)
        if cue.token.dep_ in ("amod", "compound"):
            return []
        token = cue.token
        if token.dep_ == "xcomp" and token.head.i in self._cue_at and self._cue_at[token.head.i].takes("to"):
            return []  # "declined to say ..." is one refusal, not a statement
        if cue.takes("thought") and self.sheet.quotation_around(cue.token.idx) is not None:
            return []
        return self._verb(cue)

    def open_cue(self, quotation: Quotation) -> Draft | None:
        """The attribution of a quotation by a verb that is in no table: "...", he boomed; she leaned in: "..."."""
        sheet = self.sheet
        before = sheet.token_from(quotation.left) - 1
        while before > 0 and not sheet.words[before].strip():
            before -= 1
        if before > 0 and sheet.words[before] == ":":
            return self._set_up(quotation, before)
        return self._boomed(quotation) or (self._set_up(quotation, before) if before > 0 and sheet.words[before] == "," else None)

    def _boomed(self, quotation: Quotation) -> Draft | None:
        sheet = self.sheet
        after = sheet.token_from(quotation.right)
        if not quotation.closed or not (self.sheet.text[quotation.end - 1] in ",!?-\u2014" or sheet.words[after : after + 1] == [","]):
            return None
        for i in range(after, min(after + _PHRASE, sheet.line(max(after - 1, 0))[1])):
            token = sheet.doc[i]
            if token.tag_ in ("VBD", "VBZ", "VBP") and token.pos_ == "VERB" and token.dep_ not in ("relcl", "acl", "advcl"):
                made = self._verb(Cue(token, OPEN_CUE, i)) if subject(token) is not None else []
                return made[0] if made and made[0].content[0][0] <= quotation.start else None
            if sheet.words[i] in _OPENING or sheet.words[i] in (".", ";", ":"):
                break
        return None

    def _set_up(self, quotation: Quotation, before: int) -> Draft | None:
        """Of "He turned to the crowd, "..."" and "The mayor: "..."": the subject of the sentence, or the phrase before the colon."""
        sheet = self.sheet
        spans = trimmed(sheet, quotation.start, quotation.end)
        first, last = sheet.sentence(before)
        root = sheet.doc[before].sent.root
        head = subject(root) if root.pos_ in ("VERB", "AUX") else None
        if not spans or self._ends_sentence(quotation) and sheet.words[before] == ",":
            return None
        if head is not None and first <= head.i < before:
            return Draft(spans, "say", "quote", Cue(root, OPEN_CUE, root.i), voice(sheet, head, first, last), (first, before + 1))
        start = next((i + 1 for i in range(before - 1, first - 1, -1) if sheet.words[i] in ("-", "\u2013", "\u2014", ",", ".")), first)
        named = [sheet.doc[i] for i in range(start, before) if sheet.doc[i].pos_ in ("PROPN", "NOUN")]
        if sheet.words[before] != ":" or not named or before - start > _PHRASE // 2:
            return None
        colon = Cue(sheet.doc[before], OPEN_CUE, before)
        return Draft(spans, "say", "quote", colon, Voice(named[-1], start, before), (start, before + 1))

    def _ends_sentence(self, quotation: Quotation) -> bool:
        return self.sheet.text[quotation.end - 1] == "."

    # --- verbs

    def _verb(self, cue: Cue) -> list[Draft]:
        sheet, token = self.sheet, cue.token
        first, last = sheet.sentence(token.i)
        who = self._shared_voice(token, first)
        if who is None:
            head = speaker_token(token)
            who = voice(sheet, head, first, last) if head is not None else self._phrase_before(token, first)
        if who is None and token.tag_ == "VBN" and token.dep_ in ("advcl", "acl", "ROOT", "conj"):
            return []
        quoted = sheet.quotation_around(token.idx)
        if quoted is not None and (who is None or who.head.lower_ in _UNQUOTABLE):
            return []  # what a quoted speaker says of himself, or leaves open, is part of the quotation
        if cue.takes("seen") and (who is None or who.head.lemma_.lower() not in _ONLOOKERS):
            return []
        if who is not None:
            self._voices[token.i] = who
        left = who.first if who is not None and first <= who.first < token.i and self._joined(who, token) else token.i
        for child in token.lefts:
            if child.dep_ in ("aux", "auxpass", "neg", "advmod") and child.i >= left - 2 and child.i < left:
                left = child.i
        right = cue.last + 1
        if who and who.first >= right and who.first - right <= 3:
            right = max(right, who.last)
        after, hearers = self._adjuncts(cue, right, last)
        draft = Draft([], cue.row.stance, "clause", cue, who, (left, after))
        draft.audience = hearers
        carrier = quoting_one(token)
        if carrier is not None:
            draft.carriers = [voice(sheet, carrier, first, last)]
        inverted = who is not None and who.first > token.i
        if self._quote_before(left) and not self._full_stop_before(left):
            made = self._behind(cue, draft, left, after, first, last)
            if made:
                return made
        return (
            self._ahead(cue, draft, after, last, inverted)
            or self._behind(cue, draft, left, after, first, last)
            or self._object(cue, draft, first, last)
        )

    def _shared_voice(self, token: Token, first: int) -> Voice | None:
        """The speaker of an earlier cue of the sentence that this one goes on from ("said ..., adding ...")."""
        if any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children):
            return None
        earlier = [i for i in range(first, token.i) if i in self._voices and self._sister(self._cue_at[i], token)]
        if not earlier:
            return None
        # A participle that goes on ("said ..., adding") belongs to the outermost cue, whatever clause the parse hangs it on.
        return self._voices[earlier[0] if token.lemma_ in _ELABORATING else earlier[-1]]

    def _phrase_before(self, token: Token, first: int) -> Voice | None:
        """The noun phrase between a comma or a closing mark and a verb that the parse left without subject."""
        if token.tag_ not in ("VBD", "VBZ", "VBP"):
            return None
        doc, at = self.sheet.doc, token.i - 1
        while at > first and doc[at].pos_ in ("ADV", "AUX"):
            at -= 1
        end = at + 1
        while at >= first and end - at < _PHRASE and (doc[at].pos_ in _PHRASAL or doc[at].lower_ in ("'s", "\u2019s", "(", ")")):
            at -= 1
        if at < first or (self.sheet.words[at] != "," and self.sheet.words[at] not in _CLOSING):
            return None
        inside = [doc[i] for i in range(at + 1, end)]
        head = next((t for t in inside if t.pos_ in ("NOUN", "PROPN", "PRON") and not at < t.head.i < end), None)
        return Voice(head, at + 1, end) if head is not None else None

    def _joined(self, who: Voice, token: Token) -> bool:
        """Whether only adverbs, auxiliaries and what describes the speaker stand between speaker and cue."""
        reach = min(who.head.right_edge.i + 1, token.i)
        return token.i - max(who.last, reach) <= _NEAR

    def _adjuncts(self, cue: Cue, right: int, last: int) -> tuple[int, list[Voice]]:
        """Where the words after a cue that belong to the cue end: time, place, channel, hearer."""
        at, hearers = right, []
        roots = {c.left_edge.i: c for c in cue.token.children if c.i >= right}
        if cue.last > cue.i:
            for i in range(cue.i + 1, cue.last + 1):
                roots |= {c.left_edge.i: c for c in self.sheet.doc[i].children if c.i >= right}
        while at < last and at in roots:
            child = roots[at]
            hearer = child.dep_ in ("dobj", "dative", "iobj", "pobj") and (
                cue.token.lemma_ in _HEARERS or cue.takes("np_to") and cue.last > cue.i
            )
            if child.dep_ not in _ADJUNCTS and not hearer:
                break
            end = child.right_edge.i + 1
            inner = next((i for i in range(at, end) if self._starts_content(i, hearer)), None)
            if hearer:
                hearers.append(voice(self.sheet, child, at, inner or end))
            if inner is not None and inner > at:
                return inner, hearers
            at = end
        return at, hearers

    def _starts_content(self, i: int, hearer: bool) -> bool:
        """Whether an adjunct of the parse ends at token i, because content begins there."""
        word = self.sheet.lower[i]
        if word == "that":
            return self.sheet.doc[i].dep_ not in ("det", "pobj")
        if word in ("if", "whether", ":") or (hearer and word in _OPENING):
            return True
        return word == "," and self.sheet.words[i + 1 : i + 2] != [] and self.sheet.words[i + 1] in _OPENING

    def _ahead(self, cue: Cue, draft: Draft, after: int, last: int, inverted: bool) -> list[Draft]:
        """Content after the cue: a quotation, a that-clause, a bare clause. After "said X" only a quotation can follow."""
        sheet = self.sheet
        words = sheet.lower
        at = after
        if not (cue.takes("clause") or cue.takes("quote")):
            return []
        pause = at < last and words[at] in (",", ":", ";", "-", "\u2013", "\u2014")
        step = at + 1 if pause else at
        if step < last and words[step] in _OPENING:
            quotation = sheet.quotation_around(sheet.starts[step])
            if quotation is not None and quotation.left >= sheet.starts[step] - 1:
                if pause and self._quote_before(draft.attribution[0]) and not self._full_stop_before(draft.attribution[0]):
                    return []
                return self._made(draft, step, self._end(cue, step, last), "quote")
        if pause and words[at] == ":" and draft.voice is not None:
            return self._made(draft, step, last, "clause") if step < last else self._next_paragraph(draft, at)
        if pause and words[at] == "," and cue.last + 1 < at and not inverted and self._opens_clause(cue, at):
            return self._made(draft, cue.last + 1, self._end(cue, at, last), "clause")
        if pause or inverted:
            return self._quote_later(cue, draft, at, last)
        if not cue.takes("clause"):
            return []
        if at < last and words[at] == "that" and sheet.doc[at].dep_ not in ("det", "nsubj", "dobj", "pobj", "nsubjpass"):
            return self._made(draft, at + 1, self._end(cue, at + 1, last), "clause")
        for child in cue.token.children:
            if child.i > cue.last and child.dep_ in ("ccomp", "xcomp", "dobj", "acomp", "oprd", "advcl") and child.pos_ in ("VERB", "AUX"):
                if child.dep_ != "ccomp" and not self._finite(child):
                    continue
                if child.dep_ == "advcl" and any(c.dep_ == "mark" for c in child.children):
                    continue
                # What stands between cue and clause and is no adjunct is the clause's own, whatever the parse says.
                start = after
                for i in range(start, child.i):
                    if words[i] == "that" and sheet.doc[i].dep_ == "mark" and sheet.doc[i].head == child:
                        start = i + 1
                return self._made(draft, start, self._end(cue, start, last), "clause")
        return []

    def _opens_clause(self, cue: Cue, comma: int) -> bool:
        """Whether what looked like an adjunct of the cue opens its content ("estimated by 2050, demand would double")."""
        before = self.sheet.words[cue.last + 1]
        plain = cue.takes("clause") and before.lower() in ("by", "in", "at", "if", "when", "despite", "after", "with", "for")
        return plain and any(c.dep_ == "ccomp" and c.i > comma for c in cue.token.children)

    def _quote_later(self, cue: Cue, draft: Draft, at: int, last: int) -> list[Draft]:
        """A quotation that ends the sentence, after a few more words of the attribution ("said on Monday, in reply to critics, ...")."""
        sheet = self.sheet
        if self._quote_before(draft.attribution[0]) and not self._full_stop_before(draft.attribution[0]):
            return []
        for i in range(at, min(at + _REACH, last)):
            if i in self._cue_at and i != cue.i:
                return []
            if sheet.words[i] in _OPENING and i > at and sheet.words[i - 1] in (",", ":", "that"):
                quotation = sheet.quotation_around(sheet.starts[i])
                if quotation is not None and quotation.left >= sheet.starts[i] - 1:
                    return self._made(draft, i, self._end(cue, i, last), "quote")
                return []
            if sheet.lower[i] == "that" and i > at and sheet.words[i - 1] == "," and sheet.doc[i].dep_ == "mark":
                return self._made(draft, i + 1, self._end(cue, i + 1, last), "clause")
        return []

    def _next_paragraph(self, draft: Draft, colon: int) -> list[Draft]:
        """The quotation that stands in a paragraph of its own after a colon."""
        sheet = self.sheet
        at = colon + 1
        while at < len(sheet.words) and not sheet.words[at].strip():
            at += 1
        if at >= len(sheet.words):
            return []
        quotation = sheet.quotation_around(sheet.starts[at])
        if quotation is None or quotation.left != sheet.starts[at]:
            return []
        draft.content, draft.frame = trimmed(sheet, quotation.start, quotation.end), "quote"
        return [draft] if draft.content else []

    @staticmethod
    def _finite(token: Token) -> bool:
        return any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in token.children)

    def _quote_before(self, left: int) -> bool:
        """Whether a quotation ends just before token `left`."""
        at = left - 1
        while at >= 0 and self.sheet.words[at] in (",", "-", "\u2013", "\u2014"):
            at -= 1
        return at >= 0 and self.sheet.words[at] in _CLOSING and self.sheet.quotation_around(self.sheet.starts[at]) is not None

    def _behind(self, cue: Cue, draft: Draft, left: int, after: int, first: int, last: int) -> list[Draft]:
        """Content before the cue ("..., he said"), and after it, too ("..., he said, ...")."""
        sheet, words = self.sheet, self.sheet.words
        if not (cue.takes("quote") or cue.takes("insert")) or left < 1:
            return []
        if cue.token.tag_ == "VBG" and (left == cue.i or not self._quote_before(left)):
            return []
        at = left - 1
        quoted = self._quote_before(left)
        if not quoted and left <= first:
            return []
        if quoted and self._full_stop_before(left) and after < last and words[after] not in _STOPS:
            return []
        comma = words[at] in (",", "-", "\u2013", "\u2014")
        bare = not comma and cue.token.lemma_ in _PLAIN and cue.token.tag_ != "VBN" and left < cue.i and (after >= last or words[after] in _STOPS) and left - first > _NEAR
        if not quoted and not ((comma or bare) and cue.takes("insert")):
            return []
        if not quoted and (draft.voice is None or (after < last and words[after][:1].isalnum())):
            return []
        whole = False
        if quoted:
            while words[at] not in _CLOSING:
                at -= 1
            quotation = sheet.quotation_around(sheet.starts[at])
            assert quotation is not None
            whole = self._is_utterance(quotation.left)
            start = sheet.token_from(quotation.left) if whole else min(first, sheet.token_from(quotation.left))
            draft.quoted.append(quotation)
        else:
            start = first
        end = at + 1 if quoted or bare else at
        made = self._made(draft, start, end, "quote" if quoted else "insert")
        if made and after < last and words[after] in (",", ";", "-", "\u2013", "\u2014") and after + 1 < last:
            begin = after + 1
            opening = words[begin] in _OPENING
            broken = not (quoted and whole) and (
                cue.token.dep_ in ("parataxis", "ccomp") or (cue.token.dep_ != "conj" and cue.token.head.i > after)
            )
            if (quoted and opening) or (broken and not opening):
                made[0].content += self._spans(begin, self._end(cue, begin, last))
        return made

    def _full_stop_before(self, left: int) -> bool:
        """Whether the quotation just before token `left` ends its sentence."""
        text = self.sheet.text[max(0, self.sheet.starts[left] - 12) : self.sheet.starts[left]]
        return text.rstrip(" \u00a0\u201d\"'\u00bb\u2019").endswith(".")

    def _is_utterance(self, offset: int) -> bool:
        """Whether a quotation opens where a sentence may begin."""
        before = self.sheet.text[max(0, offset - 40) : offset].rstrip(" \u00a0\t")
        return not before or before[-1] in "\n.!?:;\u201d\"\u2014\u2013-"

    def _object(self, cue: Cue, draft: Draft, first: int, last: int) -> list[Draft]:
        """Content that is an infinitive, a gerund or a noun phrase."""
        token, sheet = cue.token, self.sheet
        if draft.voice is None and token.tag_ == "VBN":
            return []
        verbs = [c for c in token.children if c.i > cue.i and c.dep_ in ("xcomp", "ccomp", "advcl", "dobj", "pcomp", "acl")]
        objects = [c for c in token.children if c.dep_ in ("dobj", "dative") and c.i > cue.i]
        for i in range(cue.i + 1, cue.last + 1):
            objects += [c for c in sheet.doc[i].children if c.dep_ == "pobj"]
            verbs += [c for c in sheet.doc[i].children if c.dep_ in ("pcomp", "xcomp")]
        for obj in objects:
            verbs += [c for c in obj.children if c.dep_ in ("acl", "relcl") and c.i > obj.i]
        verbs.sort(key=lambda t: t.i)
        for verb in verbs:
            to = next((c.i for c in verb.children if c.lower_ == "to" and c.dep_ == "aux"), None)
            if to is not None:
                if to > cue.last + 1 and sheet.lower[to - 1] in ("not", "never"):
                    to -= 1
                between = [c for c in verb.children if c.dep_ == "nsubj"] + objects
                if cue.takes("np_to") and between and between[0].i < to:
                    draft.audience = [voice(sheet, between[0], cue.last + 1, to)]
                    draft.stance = "demand" if draft.stance == "say" else draft.stance
                    return self._made(draft, to, self._end(cue, to, last), "np_to")
                if cue.takes("to") and to <= cue.last + 3 and not (objects and objects[0].i < to):
                    return self._made(draft, to, self._end(cue, to, last), "to")
        if cue.takes("of") or cue.takes("with"):
            wanted = {f for f in ("of", "with") if cue.takes(f)}
            top = [token, *objects]
            found = sorted({c.i for t in top for c in t.subtree if c.lower_ in wanted and c.i > cue.i})
            doing = [i for i in found if any(c.dep_ == "pcomp" for c in sheet.doc[i].children)]
            own = [i for i in found if sheet.doc[i].head == token]
            for i in doing or own or found:
                draft.audience = []
                return self._made(draft, i + 1, self._end(cue, i + 1, last), "of")
        if cue.takes("ing"):
            for verb in verbs:
                if verb.tag_ == "VBG" and verb.i <= cue.last + 3:
                    return self._made(draft, max(verb.left_edge.i, cue.last + 1), self._end(cue, verb.i, last), "ing")
        if cue.takes("name"):
            start = cue.last + 1
            end = self._end(cue, start, last)
            if draft.voice is not None and start < end:
                quoted = sheet.quotations_in(sheet.starts[start], sheet.end_of(end - 1))
                if quoted and "\n" not in sheet.text[sheet.starts[start] : quoted[-1].right]:
                    return self._made(draft, start, min(end, sheet.token_from(quoted[-1].right - 1) + 1), "name")
        if cue.takes("count"):
            counted = next((o for o in objects if o.lemma_ in _COUNTS), None)
            at = next((c for c in token.children if c.lower_ == "at" and c.i > cue.i), None)
            if counted is None or at is None:
                return []
            return self._made(draft, counted.left_edge.i, self._end(cue, at.i, last), "np")
        if cue.takes("np") and objects:
            obj = objects[0]
            start = max(obj.left_edge.i, cue.last + 1)
            end = min(self._end(cue, start, last), max(self._phrase_end(token, obj), self._for_end(cue, obj)))
            return self._made(draft, start, end, "np") if draft.voice is not None else []
        return []

    @staticmethod
    def _phrase_end(verb: Token, obj: Token) -> int:
        """Where a noun phrase ends, with the prepositional phrases that the parse gave to the verb ("doubts over the plan")."""
        end = obj.right_edge.i + 1
        edges = {c.left_edge.i: c for c in verb.children if c.i > obj.i and c.dep_ in ("prep", "acl", "relcl")}
        while end in edges and (edges[end].lower_ in _NOMINAL or edges[end].dep_ != "prep"):
            end = edges[end].right_edge.i + 1
        return end

    def _for_end(self, cue: Cue, obj: Token) -> int:
        """Of "blame X for Y", "describe X as Y": where Y ends."""
        if not cue.takes("for"):
            return 0
        return max([c.right_edge.i + 1 for c in cue.token.children if c.i > obj.i and c.dep_ == "prep" and c.lower_ in ("for", "on")], default=0)

    # --- where content ends

    def _end(self, cue: Cue, start: int, last: int) -> int:
        """The token after the content that begins at `start`: the sentence's end, or a coordinated cue, or a trailing attribution."""
        end, words = self._main_clause(cue, start, last), self.sheet.lower
        for other in self._cues_between(start, last):
            token = other.token
            if other.row.pos == "prep":
                at = other.i
                if at - 1 > start and words[at - 1] in (",", "-", "\u2013"):
                    end = min(end, at - 1)
                continue
            trailing = self._trailing(other, start, last)
            if trailing is not None:
                end = min(end, trailing)
                continue
            if self._sister(cue, token):
                edge = token.left_edge.i if token.left_edge.i > start else token.i
                own = subject(token)
                edge = min(edge, own.left_edge.i) if own is not None and own.i < token.i and own.left_edge.i > start else token.i
                while edge - 1 > start and (words[edge - 1] in (",", "and", "but", "while", ";", "or", "also", "has", "had", "-", "\u2013")):
                    edge -= 1
                if edge > start:
                    end = min(end, edge)
        return end

    def _trailing(self, other: Cue, start: int, last: int) -> int | None:
        """Where an attribution begins that ends the sentence ("..., diplomats said"); None when this cue is none."""
        own = subject(other.token)
        words = self.sheet.words
        if own is None or not other.takes("insert") or self.sheet.quotation_around(other.token.idx) is not None:
            return None
        left = min(own.left_edge.i, other.i)
        after = self._adjuncts(other, max(other.last, own.right_edge.i if own.i > other.i else 0) + 1, last)[0]
        ends = after >= last or words[after] in _STOPS
        return left - 1 if ends and left - 1 > start and words[left - 1] in (",", "-", "\u2013") else None

    def _main_clause(self, cue: Cue, start: int, last: int) -> int:
        """Where the main clause begins after "While X said ..., "; `last` when the cue stands in the main clause."""
        marks = [c for c in cue.token.children if c.dep_ in ("mark", "advmod") and c.i < cue.i and c.lower_ in _SUBORDINATORS]
        if not marks or (cue.token.dep_ == "advcl" and cue.token.head.i < cue.i):
            return last
        for i in range(start + 1, last):
            if self.sheet.words[i] == "," and self.sheet.quotation_around(self.sheet.starts[i]) is None:
                return i
        return last

    def _cues_between(self, start: int, last: int) -> list[Cue]:
        return [c for c in self.cues if start < c.i < last and c.row.pos != "noun"]

    def _sister(self, cue: Cue, token: Token) -> bool:
        """Whether another cue goes on from this one and not from inside its content."""
        if cue.row.pos != "verb":
            return False
        at = token
        for _ in range(4):
            if at.dep_ not in ("conj", "advcl"):
                break
            at = at.head
            if at == cue.token:
                return True
        before = self.sheet.lower[token.i - 1] if token.i else ""
        if token.tag_ == "VBG":
            return token.lemma_ in _ELABORATING and before in (",", "and")
        if before in _SLIDERS and token.i > 1:
            before = self.sheet.lower[token.i - 2]
        if token.tag_ != cue.token.tag_ or before not in ("and", "but", "then", ",") or subject(token) is not None:
            return False
        following = self.sheet.words[token.i + 1 : token.i + 3]
        spoken = bool(following) and (following[0] == "that" or any(w in _OPENING for w in following))
        return spoken or token.lemma_ in _ELABORATING or at.tag_ != token.tag_

    # --- other cues

    def _according(self, cue: Cue) -> list[Draft]:
        """ "According to X, ..." and "..., according to X"."""
        sheet, words = self.sheet, self.sheet.words
        first, last = sheet.sentence(cue.i)
        tail = sheet.doc[cue.last]
        head = next((c for c in tail.children if c.dep_ == "pobj"), None)
        if head is None:
            head = next((c for i in range(cue.i, min(cue.last + 3, last)) for c in sheet.doc[i].children if c.dep_ == "pobj"), None)
        if head is None or not first <= head.i < last:
            return []
        who = voice(sheet, head, cue.last + 1, last)
        draft = Draft([], cue.row.stance, "according", cue, who, (cue.i, who.last))
        leading = all(not w[0].isalnum() for w in words[first : cue.i]) or cue.i - first <= 1
        if leading:
            start = who.last
            for i in range(who.last, min(who.last + 25, last)):
                if words[i] == ",":
                    start = i + 1
                    break
            draft.attribution = (cue.i, start)
            return self._made(draft, start, self._end(cue, start, last), "according")
        made = self._made(draft, first, cue.i, "according")
        if made and who.last < last - 1 and words[who.last] == "," and words[cue.i - 1] == ",":
            made[0].content += self._spans(who.last + 1, self._end(cue, who.last + 1, last))
        return made

    def _noun(self, cue: Cue) -> list[Draft]:
        """ "The claim that ...", "a call for ...", "his promise to ..."."""
        sheet, token = self.sheet, cue.token
        first, last = sheet.sentence(token.i)
        head = next((c for c in token.children if c.dep_ == "poss"), None)
        if head is None:
            head = next((p for c in token.children if c.dep_ == "prep" and c.lower_ in ("by", "from") for p in c.children if p.dep_ == "pobj"), None)
        if head is None and token.dep_ in ("dobj", "pobj"):
            verb = token.head if token.dep_ == "dobj" else token.head.head
            if verb.pos_ == "VERB" and verb.i not in self._cue_at:
                head = speaker_token(verb)
        who = voice(sheet, head, first, last) if head is not None else None
        draft = Draft([], cue.row.stance, "noun", cue, who, (token.left_edge.i, cue.last + 1))
        for child in token.children:
            if child.i <= cue.last or child.pos_ not in ("VERB", "AUX") and child.dep_ != "prep":
                continue
            if child.dep_ in ("acl", "ccomp", "relcl") and cue.takes("clause"):
                mark = next((c.i for c in child.children if c.lower_ == "that" and c.dep_ == "mark"), None)
                if mark is not None:
                    return self._made(draft, mark + 1, child.right_edge.i + 1, "noun")
            if child.dep_ in ("acl", "xcomp") and cue.takes("to") and who is not None:
                to = next((c.i for c in child.children if c.lower_ == "to" and c.dep_ == "aux"), None)
                if to is not None:
                    return self._made(draft, to, child.right_edge.i + 1, "noun")
            if child.dep_ == "prep" and child.lower_ in cue.row.frames and who is not None:
                return self._made(draft, child.i + 1, self._phrase_end(token, child), "noun")
        return []

    # --- trimming

    def _made(self, draft: Draft, start: int, end: int, frame: str) -> list[Draft]:
        spans = self._spans(start, end)
        if not spans:
            return []
        draft.content, draft.frame = spans, frame
        return [draft]

    def _spans(self, start: int, end: int) -> list[tuple[int, int]]:
        """The tokens [start, end) as one span of offsets, without what does not belong to a proposition."""
        if start >= end:
            return []
        return trimmed(self.sheet, self.sheet.starts[start], self.sheet.end_of(end - 1))


_EDGE = " \t\r\n\u00a0,;:.-\u2013\u2014\u2026"
_MARKS = "\u201c\u201d\u201e\u00ab\u00bb\"\u2018\u2019'`"


def trimmed(sheet: Sheet, start: int, end: int) -> list[tuple[int, int]]:
    """A stretch without outer punctuation, outer quotation marks and a leading "that"."""
    text = sheet.text
    for _ in range(3):
        while start < end and text[start] in _EDGE:
            start += 1
        while end > start and text[end - 1] in _EDGE:
            end -= 1
        if start < end and text[start] in _MARKS and _whole(sheet, start, end):
            start += 1
        while start < end and text[start] in _MARKS and text[start - 1 : start] and text[start - 1] in _MARKS:
            start += 1
        while end > start and text[end - 1] in _MARKS and text[end - 1] != "'":
            end -= 1
        while end > start and text[end - 1] == "'" and (not text[end - 2 : end - 1].isalnum() or text[end - 2 : end] == "''"):
            end -= 1
        if text[start : start + 5].lower() == "that ":
            start += 5
    return [(start, end)] if end - start > 1 else []


def _whole(sheet: Sheet, start: int, end: int) -> bool:
    """Whether the mark at `start` opens a quotation that is the whole stretch, or that never closes inside it."""
    quotation = sheet.quotation_around(start)
    return quotation is None or quotation.left > start or quotation.right >= end - 1
