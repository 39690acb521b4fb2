"""On whose word: copies are one origin, a speaker on an occasion is one, and an unnamed source adds none."""

import pytest

from sayso.model import Party
from sayso.situation import situate
from sayso.situation.identity import is_named

STORY = (
    "Two convoys left Arnholt before dawn on Tuesday after a week of talks that had seemed to lead nowhere. Drivers waited for hours at the "
    "last checkpoint while lists were compared by torchlight. By noon the road to the coast was open again, and bread reached the quarter for "
    "the first time in a month."
)
EDITED = (
    "A breakthrough came late. By noon the road to the coast was open again, and bread reached the quarter for the first time in a month. "
    "Our correspondent counted eleven lorries. Nobody would say who had paid for the fuel, and the mayor did not answer his telephone all day "
    "long, while shopkeepers along the main street took down their shutters."
)
OTHER = "Rain fell over the northern hills and delayed the harvest, farmers told the weekly market report on Friday morning in the town hall."


def test_an_edited_copy_has_the_origin_of_the_text_that_it_took_from(draft):
    readings = [
        draft(STORY, "2030-05-10", "Courier").reading(),
        draft(EDITED, "2030-05-11", "Herald").reading(),
        draft(OTHER, "2030-05-11", "Farmer").reading(),
    ]

    origins = situate(readings).origins

    shared = next(o for o in origins if len(o.reports) == 2)
    assert shared.name == "Courier"
    assert shared.reports == (readings[0].report.id, readings[1].report.id)
    assert [(c.report, 0.2 <= c.share < 0.6) for c in shared.copies] == [(readings[1].report.id, True)]
    assert len(origins) == 2


def test_names_of_one_group_are_one_word_when_texts_are_compared(draft):
    def telling(name):
        believed = f"Nobody in the market believed that {name} would keep to what {name} had signed, {name} least."
        report = draft(f"{name} fighters left. " * 3 + believed)
        report.party(name)
        party = report.parties[name]
        spans = [i for i in range(len(report.report.text)) if report.report.text.startswith(name, i)]
        mentions = tuple((i, i + len(name)) for i in spans)
        report.parties[name] = party.model_copy(update={"entry": "guard", "kind": "armed_group", "mentions": mentions})
        return report.reading()

    (origin,) = situate([telling("VG"), telling("Guardists")]).origins

    assert origin.copies[0].share == 1.0


def test_an_agencys_text_in_two_outlets_is_the_agencys_word(draft):
    def carried(outlet, origin):
        report = draft(STORY + f" {outlet}", "2030-05-10", outlet, origin)
        report.event("left", type="RETREAT", mode="withdraw", at="Arnholt", when="2030-05-07")
        return report.reading()

    (incident,) = situate([carried("Courier", "Coast Agency"), carried("Herald", None)]).incidents

    assert len(incident.claims) == 2
    assert (incident.origins_for, incident.unnamed) == (1, 0)


def test_an_outlet_that_no_report_speaks_of_is_a_party_all_the_same(strike):
    situation = situate([strike(by=None, outlet="Courier")])

    owners = {origin.owner for origin in situation.origins}

    assert [party.name for party in situation.parties if party.id in owners] == ["Courier"]


def test_one_speaker_quoted_by_two_outlets_is_one_origin(strike):
    one = strike("The jets struck twice before noon, the monitor told us.", outlet="Courier")
    two = strike("Our own account: planes struck a market, says Peak Monitor.", outlet="Herald")

    (incident,) = situate([one, two]).incidents

    assert (len(incident.claims), incident.origins_for) == (2, 1)


def test_speakers_of_one_organisation_are_one_origin(strike):
    one = strike("Jets struck the market, Ada Brunn said.", by="Ada Brunn", of="Peak Monitor")
    two = strike("Planes struck a market, Tom Weld wrote.", by="Tom Weld", of="Peak Monitor")

    (incident,) = situate([one, two]).incidents

    assert (len(incident.claims), incident.origins_for) == (2, 1)


def test_organisations_of_one_tree_are_one_origin_when_the_lexicon_says_so(strike):
    readings = [strike(by="Lowland Army"), strike("Planes struck.", by="Lowland"), strike("It struck.", by="Peak Monitor")]
    tree = {"party:lowland army": "party:lowland"}

    assert situate(readings).incidents[0].origins_for == 3
    (incident,) = situate(readings, parents=tree).incidents
    assert (incident.origins_for, incident.parties_among_origins) == (2, 1)


@pytest.mark.parametrize("speaker", [None, "residents"])
def test_an_unnamed_source_adds_no_origin_and_is_counted_apart(draft, strike, speaker):
    report = draft("Planes struck there, it was said.")
    whose = report.said("Planes struck there", by=speaker, anonymous=True)
    report.event("struck", by=("Lowland Army",), at="Arnholt", when="2030-05-09", whose=whose)

    (incident,) = situate([strike(), report.reading()]).incidents

    assert (incident.origins_for, incident.unnamed) == (1, 1)


def test_the_innermost_named_speaker_is_the_origin(draft):
    report = draft("The agency said that the monitor said that planes struck.", outlet="Courier")
    outer = report.said("that the monitor said that planes struck", by="Coast Agency")
    inner = report.said("that planes struck", by="Peak Monitor", within=outer)
    report.event("struck", whose=inner)

    (claim,) = situate([report.reading()]).incidents[0].claims

    assert claim.side == "party:peak monitor"


PARAGRAPH = "The convoy waited nine hours at the northern bridge because nobody on either bank would sign for the flour it was carrying."


def test_a_paragraph_in_a_long_report_is_reuse_with_its_words(draft):
    filler = " ".join(f"Word{number} stands alone here." for number in range(40))
    first = draft(f"{PARAGRAPH} {filler}", "2030-05-10", "Courier")
    later = draft(" ".join(f"Other{number} goes its way." for number in range(35)) + f" {PARAGRAPH}", "2030-05-11", "Herald")

    origin = next(o for o in situate([first.reading(), later.reading()]).origins if o.copies)

    (copy,) = origin.copies
    assert (copy.of, copy.report) == (first.report.id, later.report.id)
    assert [later.report.text[start:end] for start, end in copy.spans] == [PARAGRAPH.rstrip(".")]


def test_on_one_day_the_text_is_its_agencys_and_not_who_credits_it(draft):
    own = draft(STORY, "2030-05-10", "Coast Agency", "Coast Agency")
    carried = draft(STORY + " It was so.", "2030-05-10", "Herald", "Coast Agency")

    for readings in ([own.reading(), carried.reading()], [carried.reading(), own.reading()]):
        (origin,) = situate(readings).origins
        assert [(copy.of, copy.report) for copy in origin.copies] == [(own.report.id, carried.report.id)]


def _strike_beside_a_shared_paragraph(draft, outlet, published, sentence):
    filler = " ".join(f"{outlet}{number} goes its way." for number in range(35))
    report = draft(f"{sentence} {PARAGRAPH} {filler}", published, outlet)
    report.event("struck" if "struck" in sentence else "hit", at="Arnholt", when="2030-05-09")
    report.event("waited", type="COERCE", mode="restrict", at="Arnholt", when="2030-05-08")
    return report.reading()


def test_what_a_partial_copy_tells_outside_the_words_it_took_is_its_own(draft):
    one = _strike_beside_a_shared_paragraph(draft, "Courier", "2030-05-10", "Jets struck the market of Arnholt, as our man saw from a roof.")
    two = _strike_beside_a_shared_paragraph(draft, "Herald", "2030-05-11", "At Arnholt a bakery was hit from the air on Thursday.")

    situation = situate([one, two])

    found = {incident.type: incident for incident in situation.incidents}
    owner = {origin.id: origin.owner for origin in situation.origins}
    assert [owner[claim.origin] for claim in found["ASSAULT"].claims] == ["voice:courier", "voice:herald"]
    assert [owner[claim.origin] for claim in found["COERCE"].claims] == ["voice:courier", "voice:courier"]
    assert (found["ASSAULT"].origins_for, found["COERCE"].origins_for) == (2, 1)


def test_two_outlets_that_tell_it_in_one_sentence_hardly_changed_are_one_origin(draft):
    told = {
        "Courier": "Jets struck the market of Arnholt on Thursday, killing nine people.",
        "Herald": "Jets struck the Arnholt market on Thursday, killing some nine people.",
    }
    readings = []
    for outlet, words in told.items():
        report = draft(words, outlet=outlet)
        report.event("struck", at="Arnholt", when="2030-05-09")
        readings.append(report.reading())

    (incident,) = situate(readings).incidents

    assert (len(incident.claims), incident.origins_for) == (2, 1)


def test_a_bodys_own_text_is_the_word_of_that_body(draft, strike):
    said = strike("Planes struck the market, said Peak Monitor.", by="Peak Monitor", outlet="Courier")
    own = draft("A market was struck from the air.", outlet="Peak Monitor")
    own.event("struck", by=("Lowland Army",), at="Arnholt", when="2030-05-09")

    (incident,) = situate([said, own.reading()]).incidents

    assert (len(incident.claims), incident.origins_for) == (2, 1)


def test_the_sources_of_a_monitor_speak_for_it_in_its_own_text(draft, strike):
    own = draft("Reliable sources said that a market was struck.", outlet="Peak Monitor")
    own.event("struck", at="Arnholt", when="2030-05-09", whose=own.said("a market was struck", anonymous=True))

    incidents = situate([strike(by="Peak Monitor"), own.reading()]).incidents

    assert [(incident.origins_for, incident.unnamed) for incident in incidents] == [(1, 0)]


@pytest.mark.parametrize(
    ("speaker", "counts"),
    [
        ("security officials of the Valley Guard", (1, 0)),
        ("a Valley Guard commander", (1, 0)),
        ("a source close to the Valley Guard", (0, 1)),
        ("activists of the Valley Guard youth", (0, 1)),
        ("officials", (0, 1)),
    ],
)
def test_an_organisation_stands_behind_its_unnamed_officials_and_not_behind_who_is_near_it(draft, speaker, counts):
    report = draft(f"Jets struck Arnholt, {speaker} said.")
    report.party("Valley Guard")
    if "Valley Guard" in speaker:
        party = report.parties["Valley Guard"]
        report.parties["Valley Guard"] = party.model_copy(update={"entry": "guard", "mentions": (report.span("Valley Guard"),)})
    whose = report.said("Jets struck Arnholt", anonymous=True, speaker_span=report.span(speaker))
    report.event("struck", at="Arnholt", whose=whose)

    (incident,) = situate([report.reading()]).incidents

    assert (incident.origins_for, incident.unnamed) == counts


def test_an_outlets_reporter_is_its_own_voice_though_nobody_took_the_name_down(draft):
    report = draft("Coast Agency reporter in town said jets struck Arnholt.", outlet="Courier")
    whose = report.said("jets struck Arnholt", anonymous=True, speaker_span=report.span("Coast Agency reporter"))
    report.event("struck", at="Arnholt", whose=whose)

    situation = situate([report.reading()])

    assert [party.name for party in situation.parties if party.id == "voice:coast agency"] == ["Coast Agency"]
    assert situation.incidents[0].origins_for == 1


@pytest.mark.parametrize(
    ("name", "kind", "named"),
    [
        ("Ubayd al-Hamri", "person", True), ("Jean d’Orval", "person", True), ("al-Hamri", "person", True),
        ("two men", "person", False), ("field commander", "person", False), ("ad hoc", "person", False),
    ],
)  # fmt: skip
def test_a_name_begins_behind_its_article(name, kind, named):
    assert is_named(Party(id="P1", name=name, kind=kind)) is named


BACKGROUND = "The bridge of Arnholt was built in the year of the great flood and joins the two halves of the town."


@pytest.mark.parametrize(
    ("passage", "listed"),
    [
        (BACKGROUND, True),
        ("Follow us on every channel and subscribe to our newsletter so that you never miss a story from the river and its towns.", False),
        ("Rain Delays Harvest Mayor Opens Bridge Two Held After Theft New Ferry For Bremfeld Old Mill Burns Down Again Today.", False),
    ],
)
def test_a_passage_of_an_outlets_own_earlier_story_is_listed_and_what_stands_on_each_of_its_pages_is_not(draft, passage, listed):
    stories = []
    for day, word in (("2030-05-10", "ferry"), ("2030-05-14", "harvest")):
        filler = " ".join(f"{word}{number} goes its way." for number in range(40))
        report = draft(f"Shells hit Arnholt. {passage} {filler}", day, "Courier")
        report.event("hit", at="Arnholt", when=day)
        stories.append(report.reading())

    origins = situate(stories).origins

    first, later = (story.report.id for story in stories)
    assert [(copy.of, copy.report) for origin in origins for copy in origin.copies] == ([(first, later)] if listed else [])
    assert len([origin for origin in origins if origin.kind == "text"]) == 2  # each is a text of its own all the same


def test_a_copy_of_two_reports_is_listed_with_both(draft):
    one, two, third = (draft(f"{STORY} {outlet}.", f"2030-05-1{n}", outlet) for n, outlet in enumerate(("Courier", "Herald", "Gazette")))

    copies = {(copy.of, copy.report) for origin in situate([one.reading(), two.reading(), third.reading()]).origins for copy in origin.copies}

    assert {pair for pair in copies if pair[1] == third.report.id} == {(one.report.id, third.report.id), (two.report.id, third.report.id)}


def test_of_two_texts_of_one_day_the_one_that_credits_an_agency_came_first(draft):
    def carried(outlet, text, origin=None):
        report = draft(text, "2030-05-10", outlet, origin)
        if origin:
            report.party(origin)
            report.parties[origin] = report.parties[origin].model_copy(update={"kind": "agency"})
        report.event("left", type="RETREAT", mode="withdraw", at="Arnholt", when="2030-05-07")
        return report.reading()

    longer = STORY + " Nobody else was on the road, and the shutters stayed down until the evening."
    situation = situate([carried("Herald", longer), carried("Courier", STORY, "Coast Agency")])

    (text,) = [origin for origin in situation.origins if len(origin.reports) == 2]
    assert text.name == "Coast Agency"
