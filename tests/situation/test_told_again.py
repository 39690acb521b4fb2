"""What a later report tells again in few words is joined to the one happening of the case that it may be, and to none where it may be two.

Invented reports on invented happenings; the weights were learnt from others (samples/campaigns)."""

import pytest

from sayso.intake import Known, from_text
from sayso.model.situation import Judgement, Ref
from sayso.situation import Live, situate
from sayso.situation.again import again, asked, bar, in_particular, why_again
from sayso.situation.likeness import likeness
from sayso.situation.often import Often

AMBUSH = ("Sahel Wire", "2031-05-07", "Gunmen ambushed an army patrol near Iriba in Chad on Tuesday and killed four soldiers, the army said.")
AGAIN = ("Lake Post", "2031-05-12", "The ambush on the patrol shows that the road is not safe, a governor said. Four soldiers died in the attack.")
OTHER = ("Dune Radio", "2031-05-10", "Gunmen ambushed an army patrol near Bol in Chad on Friday and killed four soldiers, the police said.")


@pytest.fixture(scope="module")
def readings(reader):
    return [reader.read(from_text(text, Known(published=day, outlet=outlet))) for outlet, day, text in (AMBUSH, AGAIN, OTHER)]


def tellings(situation):
    """For each incident of violence the outlets' reports that tell it."""
    return sorted(sorted({claim.report for claim in one.claims}) for one in situation.incidents if one.type == "ASSAULT")


def test_a_report_without_day_and_place_comes_back_to_the_only_ambush_that_it_may_be(readings):
    first, second, _ = readings

    assert tellings(situate([first, second])) == [sorted([first.report.id, second.report.id])]


def test_where_two_may_be_meant_it_is_neither(readings):
    assert tellings(situate(readings)) == sorted([reading.report.id] for reading in readings)


def test_a_rival_that_comes_later_parts_them_and_joins_them_again_when_it_is_withdrawn(readings):
    first, second, other = readings
    live = Live()
    live.extend([first, second])
    before = live.situation()

    live.add(other)
    assert tellings(live.situation()) == tellings(situate(readings))
    live.remove(other.report.id)

    assert live.situation() == before


def test_the_grounds_are_on_record_and_come_to_the_evidence(readings):
    (judgement,) = (one for one in situate(readings[:2]).judgements if one.verdict == "same" and one.one.report != one.other.report)

    assert any(ground.startswith("days: told within") for ground in judgement.grounds)
    assert judgement.grounds[-1].startswith("asked for -")
    assert judgement.evidence == pytest.approx(sum(float(ground.rpartition(" ")[2]) for ground in judgement.grounds), abs=0.5)
    assert judgement.evidence > 0


def test_what_a_person_parts_stays_apart(readings):
    first, second, _ = readings
    (judgement,) = (one for one in situate([first, second]).judgements if one.verdict == "same" and one.one.report != one.other.report)
    refs = [Ref(report=ref.report, fact=event.id) for ref in (judgement.one, judgement.other) for event in reading_of(ref, readings).events]
    apart = [
        Judgement(verdict="different", one=one, other=other, by="person", who="Ada", when="2032-01-01T00:00:00Z", correction=f"c{at}")
        for at, (one, other) in enumerate((a, b) for a in refs for b in refs if a.report < b.report)
    ]

    assert tellings(situate([first, second], decided=apart)) == sorted([[first.report.id], [second.report.id]])


def reading_of(ref, readings):
    return next(reading for reading in readings if reading.report.id == ref.report)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gunmen shot three teachers on the edge of Abeche in Chad.", "In Abeche in eastern Chad a union mourns six traders who were shot."),
        ("A bomb went off at a mosque in Abeche in Chad.", "Staff of a hotel spoke of a bomb in Abeche in Chad."),
        ("Gunmen shot the mayor in Abeche in Chad.", "His family said that a judge had been shot in Abeche in Chad."),
        ("A mine killed four soldiers near Abeche in Chad on Monday.", "The mine that killed four soldiers was old, Kenya's army said in Nairobi."),
        ("Kidnappers let nine pupils go in Abeche in Chad.", "Abeche in Chad is glad: two nurses were freed by their kidnappers."),
    ],
)
def test_the_same_word_in_the_same_city_does_not_make_one_of_two(reader, one, other):
    known = [Known(published=f"2031-05-1{at}", outlet=f"Outlet {at}") for at in (0, 1)]
    pair = [reader.read(from_text(text, about)) for text, about in zip((one, other), known, strict=True)]

    deeds = [incident for incident in situate(pair).incidents if incident.type in ("ASSAULT", "RETREAT")]
    assert all(len({claim.report for claim in incident.claims}) == 1 for incident in deeds)
    assert {claim.report for incident in deeds for claim in incident.claims} == {reading.report.id for reading in pair}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ambush on the patrol killed four soldiers, a governor said.", "The ambush on the patrol killed 40 soldiers, a governor said."),
        ("A shooting at a school hurt a boy of 12, aged 12, the police said.", "The shooting at the school hurt a boy, aged 7, the police said."),
    ],
)
def test_numbers_and_ages_that_cannot_both_be_right_are_never_overruled(reader, one, other):
    live = Live()
    live.extend(reader.read(from_text(text, Known(published="2031-05-12", outlet=text[-30:]))) for text in (one, other))
    told = [one for one in live.told() if one.family == "ASSAULT"]
    pairs = [(a, b) for a in told for b in told if a.sheet is not b.sheet and ((a.counts and b.counts) or (a.ages and b.ages))]

    assert pairs
    assert all(again(a, b, live.sites, -1.0) is None for a, b in pairs)


def test_the_log_odds_are_the_sum_of_what_is_shown(readings):
    live, often = Live(), Often()
    live.extend(readings)
    told = list(live.told())
    found = {(a.order, b.order): likeness(a, b, live.sites) for a in told for b in told if a.order < b.order and a.sheet is not b.sheet}
    tried = 0
    for a in told:
        for b in told:
            score = found.get((a.order, b.order))
            odds = again(a, b, live.sites, score) if score is not None else None
            if odds is not None:
                tried += 1
                shown = sum(weight for _, weight in why_again(a, b, live.sites, score, often))
                assert odds - bar(a, b, often) == pytest.approx(shown, abs=1e-5)
    assert tried


def test_two_undated_reports_with_the_same_people_may_tell_of_two_bombings(reader):
    texts = (
        "Fighters blew up a lorry in southern Chad, killing four soldiers. Two drivers, Moussa Karo and Idriss Dale, were treated.",
        "A car bomb exploded in Bol in Chad and killed nine traders. Moussa Karo and Idriss Dale had passed there before.",
    )
    pair = [reader.read(from_text(text, Known(outlet=f"Outlet {at}"))) for at, text in enumerate(texts)]

    deeds = [incident for incident in situate(pair).incidents if incident.type == "ASSAULT"]
    assert all(len({claim.report for claim in incident.claims}) == 1 for incident in deeds)
    assert len({claim.report for incident in deeds for claim in incident.claims}) == 2


def blasts(reader, count):
    """As many reports, each of an explosion of its own in Bol."""
    days = (f"2030-{month:02}-{day:02}" for month in range(1, 13) for day in (3, 13, 23))
    text = "A bomb exploded in Bol in Chad on {day} and wounded a {who}, the police said."
    people = ("baker", "teacher", "nurse", "driver", "porter", "tailor", "smith", "miller", "farmer", "cook", "carter", "guard")
    made = ((day, text.format(day=day, who=people[at % len(people)])) for at, day in zip(range(count), days, strict=False))
    return [reader.read(from_text(told, Known(published=day, outlet=f"Post {day}"))) for day, told in made]


BLAST = ("Dune Radio", "2031-05-07", "A bomb exploded in Bol in Chad on Tuesday, the police said.")
BLAST_AGAIN = ("Lake Post", "2031-05-12", "Mothers in Bol in Chad keep their children at home since the bombing, a teacher said.")


@pytest.fixture(scope="module")
def blast(reader):
    return [reader.read(from_text(text, Known(published=day, outlet=outlet))) for outlet, day, text in (BLAST, BLAST_AGAIN)]


def told_together(situation, pair):
    """Whether one incident of violence is told by both."""
    wanted = {reading.report.id for reading in pair}
    return any(wanted <= {claim.report for claim in one.claims} for one in situation.incidents if one.type == "ASSAULT")


def test_where_one_explosion_is_told_a_later_report_means_it_and_where_dozens_are_it_may_not(reader, blast):
    assert told_together(situate(blast), blast)
    assert not told_together(situate([*blasts(reader, 36), *blast]), blast)


def test_how_many_there_are_counts_and_not_when_they_came(reader, blast):
    others = blasts(reader, 36)
    live = Live()
    live.extend(blast)
    before = live.situation()
    for reading in others:
        live.add(reading)

    assert live.situation() == situate([*others, *blast])
    for reading in reversed(others):
        live.remove(reading.report.id)
    assert live.situation() == before


def test_a_deed_told_by_many_is_still_one(reader, blast):
    copies = [
        reader.read(
            from_text(f"The police said that a bomb exploded in Bol in Chad on Tuesday. {name} was there.", Known(published=BLAST[1], outlet=name))
        )
        for name in ("Ada", "Babu", "Chari", "Dilo", "Eno", "Fadi", "Gari", "Hani", "Isa", "Jari", "Kadi", "Lami", "Musa", "Nana", "Oba", "Peri")
    ]
    assert told_together(situate([*copies, *blast]), blast)


@pytest.mark.parametrize(
    "texts",
    [
        ("Shells killed four people in Bol in Chad on Monday, the mayor said.", "Shells killed a smith in Bol in Chad on Tuesday, the mayor said."),
        ("The foreign ministers of Togo and Benin met in Bol in Chad.", "The foreign ministers of Ghana and Gabon met in Bol in Chad."),
        ("Dockers marched through Bol in Chad.", "Nurses gathered for a protest in Bol in Chad."),
        (
            "A blast in Bol in Chad killed four on Monday.",
            "A blast in Bol in Chad killed nine on Tuesday.",
            "A man saw a blast in Bol in Chad.",
        ),
    ],
)
def test_the_news_of_two_days_from_one_town_is_of_two_happenings(reader, texts):
    known = [Known(published=f"2031-05-0{6 + at}", outlet=f"Outlet {at}") for at in range(len(texts))]
    read = [reader.read(from_text(text, about)) for text, about in zip(texts, known, strict=True)]

    assert all(reading.events for reading in read)
    assert all(len({claim.report for claim in incident.claims}) == 1 for incident in situate(read).incidents)


def test_what_readers_have_heard_of_is_found_on_whatever_day_and_by_another_word(reader):
    texts = (
        "A mortar shell landed on a clinic in Iriba in Chad on Tuesday, killing two nurses, the mayor said.",
        "The families of the nurses of Iriba in Chad say nobody has told them who attacked the clinic.",
    )
    pair = [reader.read(from_text(text, Known(published=day, outlet=day))) for text, day in zip(texts, ("2031-05-07", "2031-05-18"), strict=True)]

    assert told_together(situate(pair), pair)


@pytest.mark.parametrize(("published", "together"), [("2031-04-22", True), ("2031-05-08", False)])
def test_news_without_a_day_is_what_was_told_days_before_and_need_not_be_what_was_told_weeks_before(reader, published, together):
    texts = ("A car bomb killed six people in Abeche in Chad on Sunday, a doctor said.", "A car exploded in Abeche in Chad, the police said.")
    days = ("2031-04-20", published)
    pair = [reader.read(from_text(text, Known(published=day, outlet=day))) for text, day in zip(texts, days, strict=True)]

    assert told_together(situate(pair), pair) == together


@pytest.mark.parametrize(("town", "particular"), [("Abeche", True), ("Moundou", False)])
def test_two_of_anything_are_something_in_particular_in_one_place_only(reader, town, particular):
    texts = ("Mortar fire killed two people in Abeche in Chad.", f"Shells hit {town} in Chad and killed two people.")
    live = Live()
    live.extend(reader.read(from_text(text, Known(published="2031-05-12", outlet=text[:9]))) for text in texts)
    one, other = (next(deed for deed in live.told() if deed.counts and deed.sheet.report.text == text) for text in texts)

    assert in_particular(one, other) == particular


def test_more_is_asked_where_nothing_in_particular_is_shared_in_any_case():
    assert asked(1, 3, particular=False) > asked(1, 3, particular=True)


CHARGE = "Amnesty International accused the Chadian army of burning granaries and poisoning wells in the lake villages."
CHARGED = (
    "Children go without school this spring. {who} have accused the Chadian army of poisoning wells and setting granaries on fire in the lake "
    "district."
)


def accusations(reader, *texts):
    """For each incident of accusing the reports that tell it."""
    outlets = (("Sahel Wire", "2031-05-07"), ("Lake Post", "2031-05-09"))
    read = [reader.read(from_text(text, Known(published=day, outlet=outlet))) for (outlet, day), text in zip(outlets, texts, strict=True)]
    return [sorted({claim.report for claim in one.claims}) for one in situate(read).incidents if one.type == "ACCUSE"]


ON_A_TOWN = (
    "Amnesty International on the same day accused the Chadian army of poisoning wells, burning granaries and shooting at traders from its boats "
    "around Bol, as the people of the lake villages had told its envoys."
)
ON_ANOTHER = (
    "The rains were late. Traders who came back this week with their carts found nobody at home in Iriba, where Amnesty International has accused "
    "the Chadian army of poisoning wells and setting granaries on fire."
)


def test_one_accuser_may_speak_of_two_towns(reader):
    assert len(accusations(reader, ON_A_TOWN, ON_ANOTHER)) == 2


def test_two_who_accuse_one_of_the_same_have_not_made_one_accusation(reader):
    assert len(accusations(reader, CHARGE, CHARGED.format(who="Many in the town"))) == 2


def test_who_is_twice_told_to_accuse_has_accused_once(reader):
    assert len(accusations(reader, CHARGE, CHARGED.format(who="Amnesty International"))) == 1
