"""Who is in the report: one party for each real actor, with all its names and descriptions, and what pronouns mean."""

from sayso.lexicon import Lexicon
from sayso.reading.names.knowledge import knowledge
from sayso.reading.names.nationals import one_of_a_nation
from sayso.reading.names.phrases import fold
from sayso.reading.page import Page
from sayso.reading.who.capitals import named_after_all
from sayso.reading.who.described import Described
from sayso.reading.who.firstperson import FirstPerson, resolve_first_person
from sayso.reading.who.later import identified, named_later
from sayso.reading.who.modifiers import Modifiers
from sayso.reading.who.named import Named
from sayso.reading.who.offices import described_bodies, known_offices
from sayso.reading.who.officials import unnamed_officials
from sayso.reading.who.peoples import one_of_a_people, people
from sayso.reading.who.pronouns import PRONOUNS, Pronouns
from sayso.reading.who.publisher import publishing_body
from sayso.reading.who.relatives import offices_told_behind
from sayso.reading.who.scene import Scene

__all__ = ["FirstPerson", "Who", "resolve_first_person"]


class Who:
    """Answers the question for one page at a time; what it needs of the lexicon is prepared once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._knowledge = knowledge(lexicon)

    def __call__(self, page: Page) -> None:
        """Fill `page.cast`. Names of countries that act become groups in `page.names`; elsewhere they stay places."""
        known = self._knowledge
        scene = Scene(page, known)
        if (names := named_after_all(page, known, scene.register)) != page.names:
            page.names = names
            scene = Scene(page, known)
        named = Named(scene)
        described = Described(scene, named)
        pronouns = Pronouns(scene)
        modifiers = Modifiers(scene)
        for i, token in enumerate(page.doc):
            if i in scene.name_ends:
                at = scene.name_ends[i]
                kind = page.names[at].kind
                if kind == "place":
                    named.place(at)
                elif kind == "person" and not described.phrase_over(i):
                    named.person(page.names[at])
                elif kind == "group" and not described.phrase_over(i):
                    named.group(page.names[at])
            elif i not in scene.name_at:
                low = token.lower_
                if low in known.noun_heads:
                    described.word(token)
                    modifiers.word(token)
                elif low in PRONOUNS:
                    if token.tag_ in ("PRP", "PRP$"):
                        pronouns.word(token)
                elif (text := token.text)[0].isupper():
                    word = fold(text)
                    if word in known.nationals and one_of_a_nation(known, page.doc, i):
                        one_of_a_people(scene, token)
                    elif word in known.adjectives:
                        modifiers.word(token)
                    elif word in known.peoples and token.tag_ in ("NNPS", "NNS"):
                        people(scene, token)
        described_bodies(scene)
        offices_told_behind(scene)
        unnamed_officials(scene)
        named_later(page)
        identified(page)
        known_offices(page, known)
        page.publisher = publishing_body(scene)
