"""One pass over the report in the order of the text: names, descriptions and pronouns, each given to a party."""

from dataclasses import replace

from spacy.tokens import Token

from sayso.lexicon.party_rows import PersonNounRow
from sayso.model import Role
from sayso.model.codes import PartyKind
from sayso.reading.cast import Member
from sayso.reading.names.knowledge import SAYING, Knowledge
from sayso.reading.names.phrases import fold
from sayso.reading.page import Name, Page
from sayso.reading.who.phrase import determiner, left_of, trimmed
from sayso.reading.who.register import Register

_ACTING = frozenset({"nsubj", "nsubjpass", "agent"})
_BEING = frozenset("be border lie share have contain".split())
_SPEECH = SAYING | frozenset("call back support want seek plan decide try agree sign launch accept block veto send".split())
_HE = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_IT = frozenset({"it", "its", "itself"})
_THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
_BODY_OFFICES = frozenset("head chief leader commander director spokesman spokeswoman spokesperson president chairman minister secretary official".split())


class Casting:
    """Gives every mention of one page to a party."""

    def __init__(self, page: Page, known: Knowledge) -> None:
        self._page = page
        self._doc = page.doc
        self._known = known
        self._register = Register(page, known)
        self._name_at: dict[int, Name] = {}
        """Token to the name that covers it."""
        self._held: dict[int, Member] = {}
        """Token to the party that a phrase headed by it means."""

    def run(self) -> None:
        """Fill the cast."""
        self._register.learn(self._page.names)
        spans: dict[int, int] = {}
        for at, name in enumerate(self._page.names):
            tokens = self._page.tokens(name.start, name.end)
            for token in tokens:
                self._name_at[token.i] = name
            if len(tokens):
                spans[tokens[-1].i] = at
        for token in self._doc:
            at_name = spans.get(token.i)
            if at_name is not None:
                self._name(at_name)
            elif token.i in self._name_at:
                continue
            else:
                self._word(token)

    # names

    def _name(self, at: int) -> None:
        name = self._page.names[at]
        tokens = self._page.tokens(name.start, name.end)
        head = self._head(tokens)
        if name.kind == "place":
            if name.entry and self._acts(head, name.entry):
                member = self._register.country(name.entry)
                self._page.names[at] = replace(name, kind="group")
                self._mention(member, left_of(head), tokens[-1].i + 1, head)
            return
        if name.kind not in ("person", "group"):
            return
        if name.kind == "group" and self._part_of_phrase(head, tokens[-1].i):
            return
        member = self._register.named(name)
        start = min(left_of(head), tokens[0].i) if head.dep_ != "compound" else tokens[0].i
        if name.kind == "person":
            start = self._titles(member, tokens[0].i, start)
        elif self._doc[start].lower_ not in ("the", "a", "an"):
            start = tokens[0].i
        end = tokens[-1].i + 1
        end = max(end, self._apposition(member, head, end))
        self._mention(member, start, end, head)

    def _head(self, tokens: object) -> Token:
        return tokens.root  # type: ignore[attr-defined,no-any-return]

    def _acts(self, head: Token, entry: str) -> bool:
        """Whether a country or a seat of government does or says something here, rather than being where something happens."""
        dep, governor = head.dep_, head.head
        if dep == "conj" and governor.i in self._held and self._held[governor.i].kind == "state":
            return True
        if dep == "nsubj":
            if entry.startswith("seat:"):
                return governor.lemma_.lower() in _SPEECH
            return governor.pos_ in ("VERB", "AUX") and governor.lemma_.lower() not in _BEING
        if entry.startswith("seat:"):
            return False
        if dep == "nsubjpass":
            return governor.lemma_.lower() in ("accuse", "urge", "ask", "blame", "expect", "back", "represent", "force", "criticize", "criticise")
        if dep == "pobj" and governor.lower_ in ("by", "with", "against", "between", "among"):
            return True
        if dep == "dobj" and governor.pos_ == "VERB":
            return governor.lemma_.lower() in (
                "accuse", "blame", "urge", "ask", "tell", "warn", "support", "back", "criticize", "criticise", "condemn", "press", "pressure",
                "threaten", "thank", "join", "represent", "include", "help", "call",
            )
        return dep == "appos" and governor.lower_ in ("ally", "backer", "state", "country", "supporter")

    def _part_of_phrase(self, head: Token, last: int) -> bool:
        """Whether the name only modifies a noun for people that follows: the phrase as a whole will be the mention."""
        nxt = last + 1
        while nxt < len(self._doc) and (self._doc[nxt].tag_ in ("POS", "JJ", "NN", "NNS", "HYPH", "VBN") or self._doc[nxt].text == "-"):
            if self._doc[nxt].lower_ in self._known.nouns and self._doc[nxt].tag_ in ("NN", "NNS", "NNP", "NNPS"):
                return head.dep_ in ("compound", "poss", "nmod", "amod", "npadvmod")
            nxt += 1
        return False

    def _titles(self, member: Member, first: int, start: int) -> int:
        """The words before a person's name that are titles; they may name an office and whose it is."""
        at = first
        while at > start and not self._doc[at - 1].is_space and (self._doc[at - 1].tag_[:2] in ("NN", "JJ", "PO", "VB", "DT", "HY") or self._doc[at - 1].text in (".", "-", "'s")):
            at -= 1
        title = [t for t in self._doc[at:first] if t.i not in self._name_at and t.dep_ != "det"]
        words = " ".join(t.text for t in title if fold(t.text) not in self._known.adjectives)
        low = words.lower().rstrip(".")
        if not title:
            return at
        if any(t.lower_.rstrip(".") in self._known.offices for t in title):
            body = next((self._name_at[i] for i in range(at, first) if i in self._name_at), None)
            of = self._body_of(body)
            if of is None:
                adjective = next((self._known.adjectives[fold(t.text)] for t in title if fold(t.text) in self._known.adjectives), None)
                if adjective and len(adjective) == 2 and any(t.lower_ in ("president", "minister", "premier", "king", "ambassador", "government", "secretary") for t in title):
                    of = self._register.institution(adjective, "gov")
            self._role(member, words, of)
            if low in ("mr", "mr.", "king", "prince", "sheikh"):
                member.gender = "m"
            elif low in ("mrs", "ms", "miss", "queen", "princess", "spokeswoman", "chairwoman"):
                member.gender = "f"
            return at
        return first

    def _body_of(self, name: Name | None) -> Member | None:
        if name is None:
            return None
        if name.kind == "group":
            return self._register.named(name)
        return None

    def _role(self, member: Member, title: str, of: Member | None) -> None:
        title = title.strip(" ,.")
        if not title or title.rstrip(".") in ("Mr", "Mrs", "Ms", "Dr"):
            return
        role = Role(title=title, of=of.id if of and of is not member else None)
        if all(r.title.lower() != role.title.lower() for r in member.roles):
            member.roles.append(role)

    def _apposition(self, member: Member, head: Token, end: int) -> int:
        """Take in ", the head of the SDF media center" and "(SDF)" after a name; the end of the whole."""
        doc = self._doc
        if end + 1 < len(doc) and doc[end].text == "(":
            close = next((i for i in range(end + 1, min(end + 5, len(doc))) if doc[i].text == ")"), None)
            if close is not None and self._name_at.get(end + 1) is not None:
                other = self._name_at[end + 1]
                if self._register.same(other, member):
                    return close + 1
        for child in head.rights:
            if child.dep_ == "appos" and child.i >= end and child.lower_ in self._known.nouns and child.i not in self._name_at:
                row, _ = self._known.nouns[child.lower_]
                if (row.number == "one") != (member.kind == "person"):
                    continue
                stop = child.i + 1
                for sub in child.rights:
                    if sub.dep_ == "prep" and sub.lower_ in ("of", "for", "in", "at", "with"):
                        stop = sub.right_edge.i + 1
                        break
                start = left_of(child)
                if stop - start > 14:
                    stop = child.i + 1
                if member.kind == "person":
                    self._office(member, child, stop)
                self._held[child.i] = member
                return stop
        return end

    def _office(self, member: Member, noun: Token, stop: int) -> None:
        """The office that a noun names: its title, and the body whose it is."""
        body = next((self._name_at[i] for i in range(left_of(noun), stop) if i in self._name_at and self._name_at[i].kind == "group"), None)
        words = [t.text for t in self._doc[left_of(noun) : noun.i + 1] if t.i not in self._name_at and t.tag_ not in ("DT", "POS", "PRP$")]
        self._role(member, " ".join(words), self._body_of(body))
        row, _ = self._known.nouns[noun.lower_]
        member.gender = member.gender or row.gender

    # descriptions

    def _word(self, token: Token) -> None:
        low = token.lower_
        known = self._known.nouns.get(low)
        if known is not None and token.pos_ in ("NOUN", "PROPN", "ADJ", "VERB", "X") and token.i not in self._held:
            if token.dep_ not in ("compound", "nmod") or token.head.i <= token.i:
                if token.tag_ not in ("JJ", "VB", "VBP", "VBZ", "VBD"):
                    self._description(token, *known)
            return
        if low in self._known.institutions and token.i not in self._held and token.dep_ != "compound":
            return
        if token.tag_ in ("PRP", "PRP$") or low in _THEY:
            self._pronoun(token)
        elif token.tag_ in ("NNPS", "NNS") and fold(token.text) in self._known.peoples:
            self._people(token)

    def _people(self, token: Token) -> None:
        code = self._known.peoples[fold(token.text)]
        member = self._register.described(f"people {code}", token.text, "civilians", many=True)
        self._mention(member, left_of(token), token.i + 1, token)

    def _description(self, token: Token, row: PersonNounRow, plural: bool) -> None:
        start, end = left_of(token), token.i + 1
        modifiers = [self._doc[i] for i in range(start, token.i)]
        body = next((self._name_at[t.i] for t in modifiers if t.i in self._name_at and self._name_at[t.i].kind in ("group", "person")), None)
        place = next((self._name_at[t.i] for t in modifiers if t.i in self._name_at and self._name_at[t.i].kind == "place"), None)
        nation = next((self._known.adjectives[fold(t.text)] for t in modifiers if fold(t.text) in self._known.adjectives), None)
        if nation is None and place is not None and place.entry and place.entry.startswith("country:"):
            nation = place.entry.partition(":")[2]
        article = determiner(self._doc, start, token.i)
        member = self._who_is(token, row, plural, body, nation, article, modifiers)
        if member is None:
            return
        if row.number == "one" and not plural:
            for sub in token.rights:
                if sub.dep_ == "prep" and sub.lower_ in ("of", "for") and token.lower_ in _BODY_OFFICES:
                    end = min(sub.right_edge.i + 1, token.i + 10)
                    break
        self._mention(member, start, end, token)

    def _who_is(
        self, token: Token, row: PersonNounRow, plural: bool, body: Name | None, nation: str | None, article: str, modifiers: list[Token]
    ) -> Member | None:
        register = self._register
        text = token.lower_
        adjectives = [t.lower_ for t in modifiers if t.tag_ in ("JJ", "VBN", "NN", "NNP", "NNS") and t.i not in self._name_at]
        if row.number == "one" and not plural:
            return self._one(token, row, body, nation, article)
        if body is not None and (row.member or row.number == "body") and body.kind == "group":
            owner = register.named(body)
            if row.member or owner.kind in ("armed_group", "coalition") or row.kind in ("military",):
                return owner
        if body is not None and body.kind == "person" and row.kind in ("government", "military") and body.entry:
            return register.regime_of(body)
        if nation is not None and len(nation) == 2 and row.kind in ("government", "military", "police", "agency"):
            compound = " ".join([t.lower_ for t in modifiers if t.dep_ in ("compound", "amod") and fold(t.text) not in self._known.adjectives and t.i not in self._name_at][-2:] + [text])
            part = self._known.institutions.get(compound) or self._known.institutions.get(text)
            if "government" in adjectives or "regime" in adjectives:
                return register.institution(nation, "gov")
            if part is not None:
                return register.institution(nation, part.key_part, f"{_adjective(self._known, nation)} {part.noun}", part.kind)
        if text in ("regime", "government", "authorities") or (row.kind == "military" and ("government" in adjectives or "regime" in adjectives)):
            home = register.home()
            if home is not None:
                return register.institution(home, "gov")
        if text in ("army", "military", "troops", "soldiers", "forces") and article in ("the", "") and nation is None:
            home = register.home()
            if text == "army" and home is not None:
                return register.institution(home, "mil", f"{_adjective(self._known, home)} army", "military")
        if row.number == "body" and not plural:
            if article == "the":
                found = register.latest_group(row.kind)
                if found is not None:
                    return found
            if row.kind in ("state", "other", "io") and not adjectives and body is None:
                return None
        name = " ".join(t.text for t in modifiers if t.tag_ not in ("DT", "CD", "PRP$", "POS", "JJR", "JJS", "RB", "IN", "``", "''", "WP$", "PDT")) if nation or body else ""
        if row.member and article == "the" and body is None and nation is None and text not in ("rebels", "fighters", "soldiers", "troops"):
            found = register.latest_group("armed_group")
            if found is not None:
                return found
        cluster = _cluster(row, text)
        key = f"{cluster} {nation or ''} {fold(body.kind) if False else ''}{register.named(body).id if body is not None else ''}"
        shown = f"{name} {token.text}".strip()
        member = register.described(key, shown, row.kind, many=True)
        if body is not None and body.kind == "group" and not row.member:
            self._role(member, token.text, register.named(body))
        return member

    def _one(self, token: Token, row: PersonNounRow, body: Name | None, nation: str | None, article: str) -> Member | None:
        register = self._register
        owner = register.named(body) if body is not None and body.kind == "group" else None
        if row.kind == "civilians" and article != "the":
            return register.described(f"one {token.i}", token.text, row.kind, gender=row.gender)
        later = self._named_below(token)
        if later is not None:
            return later
        if article == "the" or owner is not None:
            found = register.latest_person(token.lower_, owner)
            if found is not None:
                return found
        kind: PartyKind = "person" if row.kind in ("other", "government") else row.kind
        member = register.described(f"one {token.lower_} {owner.id if owner else nation or token.i}", self._doc[left_of(token) : token.i + 1].text, kind, gender=row.gender)
        if owner is not None:
            self._role(member, token.text, owner)
        return member

    def _named_below(self, token: Token) -> Member | None:
        """The person named in apposition to an office: "the head of the media center, Mustafa Bali"."""
        for child in token.rights:
            name = self._name_at.get(child.i)
            if child.dep_ == "appos" and name is not None and name.kind == "person":
                member = self._register.named(name)
                self._office(member, token, child.i)
                return member
        return None

    # pronouns

    def _pronoun(self, token: Token) -> None:
        low = token.lower_
        if low in _HE:
            member = self._register.pronoun("person", _HE[low], token)
        elif low in _IT:
            if token.dep_ in ("expl",):
                return
            member = self._register.pronoun("body", None, token)
        elif low in _THEY:
            member = self._register.pronoun("many", None, token)
        else:
            return
        if member is not None:
            self._page.cast.refer(token.idx, token.idx + len(token.text), member.id)
            self._register.seen(member, token, pronoun=True)

    def _mention(self, member: Member, start: int, end: int, head: Token) -> None:
        start, end = trimmed(self._doc, start, end)
        if start >= end:
            return
        last = self._doc[end - 1]
        self._page.cast.mention(member.id, self._doc[start].idx, last.idx + len(last.text))
        self._held[head.i] = member
        self._register.seen(member, head)


def _adjective(known: Knowledge, code: str) -> str:
    row = known.countries.get(code)
    return row.adjectives[0] if row and row.adjectives else code


_CIVILIANS = frozenset("civilian people woman child family man person boy girl civilians women children men others persons families".split())
_REBELS = frozenset("rebel fighter opposition insurgent rebellion insurgency".split())


def _cluster(row: PersonNounRow, text: str) -> str:
    """Words that mean the same unnamed people in a report."""
    if row.kind == "civilians" and (row.noun in _CIVILIANS or text in _CIVILIANS):
        return "civilians"
    if row.noun in _REBELS:
        return "rebels"
    return row.noun
