"""Denials without a word for what they deny, in another report than the claim: "none of our aircraft was over the town". The claim rests on the
statement. Invented reports, read and merged; beside what is linked what must not be."""

import pytest

from sayso.intake.anatomy import from_row
from sayso.model.situation import Judgement, Ref
from sayso.situation import situate

RAID = (
    "Tell Wire", "2022-06-14",
    "Rwandan army helicopters bombed a school in the town of Kibumba on Monday, killing eleven pupils, the Congolese government said.",
)  # fmt: skip
SHOT = ("Lake Wire", "2022-06-14", "M23 fighters shot dead six traders on the road outside Kibumba on Sunday, the Congolese government said.")


def of_statements(situation):
    """The incidents' claims that rest on a statement, each with its incident."""
    return [(claim, incident) for incident in situation.incidents for claim in incident.claims if claim.event is None]


@pytest.mark.parametrize(("claim", "denial"), [
    (RAID, "The Rwandan army said that none of its aircraft had been over Kibumba on Monday."),
    (RAID, '"Our helicopters were on the ground all Monday," said the Rwandan army, which was asked about Kibumba.'),
    (RAID, "The Rwandan army said it had no helicopters near Kibumba on Monday."),
    (SHOT, '"We have no men in Kibumba," the M23 said on Tuesday.'),
    (SHOT, "The M23 said that what happened on the road near Kibumba was an accident."),
    (SHOT, "The M23 said none of its soldiers had been in Kibumba on Sunday."),
])  # fmt: skip
def test_the_statement_is_a_claim_of_the_incident_that_it_denies(merged, claim, denial):
    situation = merged(claim, ("Coast Herald", "2022-06-15", denial))

    ((found, incident),) = of_statements(situation)
    assert (found.stand, found.status, found.statement) == ("denies", "denied", found.according_to)
    assert incident.origins_against == 1
    assert {one.stand for one in incident.claims} == {"asserts", "denies"}


def test_its_words_stand_on_a_side_of_the_dispute(merged):
    situation = merged(RAID, ("Coast Herald", "2022-06-15", "The Rwandan army said that none of its aircraft had been over Kibumba on Monday."))

    (dispute,) = [one for one in situation.disputes if one.kind == "denied"]
    ((claim, incident),) = of_statements(situation)
    (side,) = [one for one in dispute.sides if claim.statement in {ref.fact for ref in one.claims}]
    assert "none of its aircraft" in side.says
    assert dispute.incidents == (incident.id,)


@pytest.mark.parametrize(("claim", "said"), [
    (RAID, "The Rwandan army said that none of its aircraft had been over Bukavu on Monday."),  # elsewhere
    (RAID, "The Rwandan army said that none of its aircraft had been over Kibumba on Tuesday."),  # on another day
    (RAID, "The Rwandan army said that none of its guns near Kibumba had fired on Monday."),  # with other arms
    (RAID, "Uganda's army said that none of its aircraft had been over Kibumba on Monday."),  # laid at nobody's door there
    (RAID, "The Rwandan army said that its aircraft had been on the ground since the war began."),  # of no day
    (RAID, "An airline said that no aircraft had landed in Kibumba on Monday."),
    (RAID, "The Rwandan army said that it had not enough helicopters and asked parliament for money."),
    (RAID, "The Rwandan army said that no convoy would leave for Kibumba."),
    (SHOT, "The M23 said that a fire in Kibumba's market last month was an accident."),
    (SHOT, '"We have no men in Bukavu," the M23 said on Tuesday.'),
    (RAID, "The Rwandan army said reports of an outbreak of cholera in Kibumba were false."),  # in that place, and of another matter
    (RAID, "The Rwandan army said nobody had asked it about Kibumba."),
    (RAID, "The Rwandan army rejected the claim that it owed teachers in Kibumba money."),
    (RAID, "The Rwandan army denied that it was recruiting children in Kibumba."),
    (RAID, "The Rwandan army said nothing had changed in Kibumba."),
    (RAID, "The Rwandan army said it was an accident that its band had missed the parade in Kibumba."),
    (SHOT, "The M23 said it had not collected taxes in Kibumba on Sunday."),
    (SHOT, "The M23 said none of its men had voted in Kibumba on Sunday."),
    (SHOT, "The M23 said there was no truth in rumours of a split in its ranks in Kibumba."),
    (SHOT, "The M23 said it had no hand in the harvest fair in Kibumba on Sunday."),
    (SHOT, "The M23 said it was not involved in repairing the well in Kibumba."),
    (SHOT, "The M23 denied responsibility for the road outside Kibumba."),
    (SHOT, "The M23 said it had no men in Kibumba to mend the bridge."),
    (SHOT, "The M23 said the fire in a bakery in Kibumba was an accident."),
    (RAID, "The Rwandan army said that no helicopter had been sold in Kibumba on Monday."),
    (RAID, "The Rwandan army said none of its helicopters had flown to Kibumba on Monday with seed as it had pledged."),
])  # fmt: skip
def test_a_denial_of_something_else_is_none(merged, claim, said):
    situation = merged(claim, ("Coast Herald", "2022-06-15", said))

    assert of_statements(situation) == []
    assert situation.disputes == ()


def test_alone_it_is_no_incident(merged):
    situation = merged(("Coast Herald", "2022-06-15", "The Rwandan army said that none of its aircraft had been over Kibumba on Monday."))

    assert situation.incidents == ()


def test_where_two_deeds_fit_as_well_it_answers_neither(merged):
    burnt = ("Hill Post", "2022-06-14", "M23 fighters burned down the church of Kibumba on Sunday, a priest said.")
    denial = ("Coast Herald", "2022-06-15", '"We have no men in Kibumba," the M23 said on Tuesday.')

    assert of_statements(merged(SHOT, denial)) != []
    assert of_statements(merged(SHOT, burnt, denial)) == []


def test_a_persons_different_holds_whatever_report_comes_later(reader):
    told = "Rwandan army helicopters bombed a school in the town of Kibumba on Monday, killing eleven pupils, {} said."
    rows = [
        ("Tell Wire", "2022-06-14", told.format("the Congolese government")),
        ("Coast Herald", "2022-06-15", "The Rwandan army said that none of its aircraft had been over Kibumba on Monday."),
        ("Hill Post", "2022-06-14", told.format("teachers")),
    ]
    readings = [reader.read(from_row({"outlet": outlet, "published": day, "text": text})) for outlet, day, text in rows]
    ((denial, incident),) = of_statements(situate(readings, parents=reader.lexicon.parents))
    deed = next(claim for claim in incident.claims if claim.report == readings[0].report.id)
    refs = [Ref(report=claim.report, fact=claim.fact) for claim in (denial, deed)]
    parted = Judgement(verdict="different", one=refs[0], other=refs[1], by="person", who="Ada", when="2031-01-01T00:00:00Z", correction="c1")

    assert of_statements(situate(readings, parents=reader.lexicon.parents, decided=[parted])) == []


def test_an_incident_is_called_by_its_deed_where_a_denial_came_first(merged):
    denial = ("Coast Herald", "2022-06-14", "The Rwandan army said that none of its aircraft had been over Kibumba on Monday.")
    (alone,) = merged((RAID[0], "2022-06-15", RAID[2])).incidents
    ((_, incident),) = of_statements(merged(denial, (RAID[0], "2022-06-15", RAID[2])))

    assert incident.id == alone.id
