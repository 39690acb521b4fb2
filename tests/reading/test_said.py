"""Who says what: content, speaker, kind, stance and chain of statements, on sentences of our own."""

from collections.abc import Callable

import pytest

from sayso.model import Reading, Report, Statement
from sayso.reading.pipeline import Reader

Reads = Callable[[str], Reading]


@pytest.fixture
def reads(reader: Reader, a_report: Callable[..., Report]) -> Reads:
    """The reading of a text."""
    return lambda text: reader.read(a_report(text))


def content(reading: Reading, statement: Statement) -> str:
    """The words said, the stretches of a split quotation joined by a slash."""
    return " / ".join(reading.words(span) for span in statement.content)


def said(reading: Reading) -> list[str]:
    """Each statement as "speaker's words: content"."""
    return [f"{reading.words(s.speaker_span) if s.speaker_span else '-'}: {content(reading, s)}" for s in reading.statements]


def name(reading: Reading, party: str | None) -> str | None:
    """The name of a party by id."""
    return next((p.name for p in reading.parties if p.id == party), None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will not leave the valley,” said Omar Haddad.", ["Omar Haddad: We will not leave the valley"]),
        ("Omar Haddad said, “We will not leave the valley.”", ["Omar Haddad: We will not leave the valley"]),
        ("Omar Haddad told reporters: “We will not leave the valley.”", ["Omar Haddad: We will not leave the valley"]),
        ('"We will not leave the valley," Omar Haddad said.', ["Omar Haddad: We will not leave the valley"]),
        ("''We will not leave the valley,'' Omar Haddad said.", ["Omar Haddad: We will not leave the valley"]),
        ("«We will not leave the valley», Omar Haddad said.", ["Omar Haddad: We will not leave the valley"]),
        ("“We will not leave the valley,\" Omar Haddad said.", ["Omar Haddad: We will not leave the valley"]),
    ],
)
def test_a_quotation_belongs_to_the_one_named_beside_it_whatever_its_marks(reads: Reads, text: str, expected: list[str]) -> None:
    assert said(reads(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministry said that two bridges had fallen.", ["The ministry: two bridges had fallen"]),
        ("The ministry said on Monday that two bridges had fallen.", ["The ministry: two bridges had fallen"]),
        ("Two bridges had fallen, the ministry said on Monday.", ["the ministry: Two bridges had fallen"]),
        ("According to the ministry, two bridges had fallen.", ["the ministry: two bridges had fallen"]),
        ("Two bridges had fallen, according to the ministry.", ["the ministry: Two bridges had fallen"]),
        ("The mayor was quoted as saying that two bridges had fallen.", ["The mayor: two bridges had fallen"]),
    ],
)
def test_indirect_speech_is_the_proposition_alone(reads: Reads, text: str, expected: list[str]) -> None:
    assert said(reads(text)) == expected


def test_a_quotation_broken_by_its_attribution_is_one_statement(reads: Reads) -> None:
    reading = reads("“This,” said the general, “is the end of the war.”")
    assert said(reading) == ["the general: This / is the end of the war"]
    assert reading.statements[0].kind == "direct"


def test_a_quotation_goes_on_after_its_attribution(reads: Reads) -> None:
    reading = reads("“We need a month,” Omar Haddad said. “The road is still closed.”")
    assert said(reading) == ["Omar Haddad: We need a month / The road is still closed"]


def test_a_quotation_goes_on_over_paragraphs(reads: Reads) -> None:
    reading = reads("Omar Haddad said: “We need a month to clear the road.\n\n“After that the market can open again.”")
    assert said(reading) == ["Omar Haddad: We need a month to clear the road / After that the market can open again"]


def test_a_floating_quotation_is_the_last_speakers(reads: Reads) -> None:
    reading = reads("“The road is closed,” Omar Haddad told the crowd on Monday.\n\n“We need a month to clear it of mines.”")
    first, second = reading.statements
    assert second.speaker == first.speaker is not None
    assert second.cue is None


def test_quoted_words_inside_a_clause_make_it_mixed(reads: Reads) -> None:
    reading = reads("The mayor said the camp was “full beyond measure” and lacked water.")
    assert [s.kind for s in reading.statements] == ["mixed"]


def test_coordinated_cues_share_their_subject(reads: Reads) -> None:
    reading = reads("The mayor said the road was closed, adding that a convoy was waiting.")
    assert said(reading) == ["The mayor: the road was closed", "The mayor: a convoy was waiting"]


@pytest.mark.parametrize(
    ("text", "stance", "words"),
    [
        ("The army denied that its planes hit the school.", "deny", "its planes hit the school"),
        ("The mayor accused the militia of shelling the market.", "accuse", "shelling the market"),
        ("The council demanded an end to the siege.", "demand", "an end to the siege"),
        ("The envoy urged both sides to open the road.", "demand", "to open the road"),
        ("The militia rejected the offer of a truce.", "reject", "the offer of a truce"),
        ("The governor vowed to rebuild the bridge.", "promise", "to rebuild the bridge"),
        ("The envoy warned that hunger would spread.", "warn", "hunger would spread"),
        ("The general threatened to storm the town.", "threaten", "to storm the town"),
        ("The agency estimated that nine thousand people had fled.", "estimate", "nine thousand people had fled"),
        ("The army admitted that a shell had gone astray.", "confirm", "a shell had gone astray"),
        ("The council offered to hand over the bodies.", "offer", "to hand over the bodies"),
    ],
)
def test_stance_and_content_follow_the_cue(reads: Reads, text: str, stance: str, words: str) -> None:
    reading = reads(text)
    assert [(s.stance, content(reading, s)) for s in reading.statements] == [(stance, words)]


def test_the_words_tell_the_stance_of_a_plain_cue(reads: Reads) -> None:
    reading = reads("The militia said it will not accept the truce.")
    assert [s.stance for s in reading.statements] == ["reject"]


def test_what_is_told_to_an_agency_is_an_interview(reads: Reads) -> None:
    reading = reads("“The road is closed,” Omar Haddad told Reuters on Monday.")
    (one,) = reading.statements
    assert one.channel == "interview"
    assert [name(reading, p) for p in one.via] == ["Reuters"] == [name(reading, p) for p in one.audience]
    assert one.stated is not None


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("In a tweet, Omar Haddad said the road was closed.", "tweet"),
        ("The ministry said in a statement that the road was closed.", "press_statement"),
        ("Omar Haddad told a news conference that the road was closed.", "press_conference"),
        ("Omar Haddad said the road was closed.", "unknown"),
    ],
)
def test_the_channel_is_only_what_the_report_says(reads: Reads, text: str, channel: str) -> None:
    assert [s.channel for s in reads(text).statements] == [channel]


def test_nobody_named_is_anonymous(reads: Reads) -> None:
    assert [s.anonymous for s in reads("Residents said the shelling went on all night.").statements] == [True]
    assert [s.anonymous for s in reads("Omar Haddad said the shelling went on all night.").statements] == [False]
    assert [s.anonymous for s in reads("He wrote to Omar Haddad, a Hamas member who urged him to leave.").statements] == [False]


def test_a_statement_inside_another_points_one_level_out(reads: Reads) -> None:
    reading = reads("Diplomats said that the envoy told the council that the road was mined.")
    outer, inner = reading.statements
    assert (outer.within, inner.within) == (None, outer.id)
    assert content(reading, inner) == "the road was mined"


def test_brackets_inside_what_is_said_are_the_editors(reads: Reads) -> None:
    reading = reads("“They want [the return of] their prisoners,” Omar Haddad said.")
    (one,) = reading.statements
    assert [reading.words(s) for s in one.insertions] == ["[the return of]"]


def test_a_pull_quote_repeats_the_body(reads: Reads) -> None:
    pulled = "“They want their prisoners back before any talks begin in the valley.”"
    reading = reads(f"Talks in the valley\n\n{pulled}\n\nThe talks stalled on Monday.\n\n{pulled[:-2]},” Omar Haddad said on Monday.")
    first, last = reading.statements
    assert first.repeats == last.id
    assert first.speaker == last.speaker


def test_a_thought_inside_a_quotation_is_no_statement_of_its_own(reads: Reads) -> None:
    reading = reads("“I think the road is closed,” Omar Haddad said.")
    assert said(reading) == ["Omar Haddad: I think the road is closed"]


def test_a_report_speaks_for_whoever_put_it_out(reads: Reads) -> None:
    reading = reads("The Valley Monitor issued a toll. A report by the Valley Monitor said that nine people died.")
    assert name(reading, reading.statements[-1].speaker) == "Valley Monitor"


def test_an_attribution_needs_no_comma(reads: Reads) -> None:
    reading = reads("Nine shells hit the market square of the old town on Sunday the mayor said.")
    assert said(reading) == ["the mayor: Nine shells hit the market square of the old town on Sunday"]


def test_narration_says_nothing(reads: Reads) -> None:
    assert reads("The river rose on Monday. Two bridges fell and the market was closed.").statements == ()


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("The league said on its Telegram channel that the pass was closed.", "tweet"),
        ("General Ode Ruhl told reporters the pass was closed.", "press_conference"),
        ("The pass was closed, a shepherd said over a satellite phone.", "interview"),
        ("The pass is closed, General Ode Ruhl said on national radio.", "broadcast"),
        ("In a post on X, General Ode Ruhl said the pass was closed.", "tweet"),
        ("The pass is closed, General Ode Ruhl said in comments to the Herald newspaper.", "interview"),
        ("General Ode Ruhl said on Monday the pass was closed.", "unknown"),
    ],
)
def test_the_channel_is_told_by_the_words_beside_the_cue(reads: Reads, text: str, channel: str) -> None:
    assert [s.channel for s in reads(text).statements] == [channel]


@pytest.mark.parametrize(
    ("text", "anonymous"),
    [
        ("A midwife said the pass was closed.", True),
        ("One of the shepherds said the pass was closed.", True),
        ("The pass is closed, said an officer who asked not to be named.", True),
        ("Two officials, speaking on condition of anonymity, said the pass was closed.", True),
        ("A rebel said the pass was closed.", True),
        ("The rebels said the pass was closed.", False),
        ("Border officials said the pass was closed.", False),
        ("General Ode Ruhl said the pass was closed.", False),
        ("An AFP reporter said the pass was closed.", False),
    ],
)
def test_a_source_is_anonymous_where_no_name_and_no_body_stands_behind(reads: Reads, text: str, anonymous: bool) -> None:
    assert [s.anonymous for s in reads(text).statements] == [anonymous]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The rebels said they would never sign the charter.", "reject"),
        ("The rebels said their men were ready to free the sailors.", "offer"),
        ("The rebels said the report was baseless.", "deny"),
        ("The rebels said they would rebuild the mill.", "promise"),
        ("The rebels warned that they would shell the harbour.", "threaten"),
        ("The rebels warned that the dam would give way.", "warn"),
        ("The rebels said that soldiers refuse to fight.", "say"),
        ("The Red Cross said its boats were ready to sail.", "say"),
    ],
)
def test_what_a_plain_cue_introduces_shows_the_stance(reads: Reads, text: str, stance: str) -> None:
    assert [s.stance for s in reads(text).statements] == [stance]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The Red Cross warned that the militia would shell the valley.", "warn"),
        ("Kenya said Somalia would strike Garissa.", "say"),
        ("A nurse said two of the injured will burn all night.", "say"),
        ("The observatory said there would be no truce before winter.", "say"),
        ("The farmer said the river would not retreat.", "say"),
        ("The general said the driver had told a lie.", "say"),
        ("The militia said no such raid would be forgotten.", "say"),
        ("The militia said it would shell the valley.", "threaten"),
        ("The Kenyan government said its planes would strike Kismayo.", "threaten"),
        ("A Kenyan official said Kenya would strike Kismayo.", "threaten"),
        ("The militia warned that it would hit back.", "threaten"),
        ("“They will regret it,” the rebel commander said.", "threaten"),
        ("The militia said there would be no truce.", "reject"),
        ("The general said the report was a lie.", "deny"),
        ("The army said no such raid took place.", "deny"),
        ("The militia vowed to fight on.", "threaten"),
        ("The militia vowed to rebuild the mill.", "promise"),
        ("“We urge the army to lift its cordon,” a rebel commander said.", "demand"),
        ("The militia said the army had broken its word.", "accuse"),
        ("The militia said the army could not be trusted.", "accuse"),
        ("The mayor said the dam could collapse.", "warn"),
        ("The militia said it won't attend the talks.", "reject"),
        ("“In a week we will open the pass,” a rebel commander said.", "promise"),
    ],
)
def test_who_tells_of_the_deeds_of_others_does_not_threaten_or_refuse(reads: Reads, text: str, stance: str) -> None:
    assert [s.stance for s in reads(text).statements] == [stance]


def test_what_it_reads_is_a_documents_word(reads: Reads) -> None:
    (one,) = reads("The letter was found after the raid on the police post. “We will be back,” it reads.").statements
    assert one.speaker is None


@pytest.mark.parametrize("text", ["Seventy were for it, compared to only twenty who said otherwise."])
def test_what_is_said_otherwise_is_not_told(reads: Reads, text: str) -> None:
    assert reads(text).statements == ()


def test_what_is_asked_accuses_nobody(reads: Reads) -> None:
    assert [s.stance for s in reads("Officers question whether it was an accident.").statements] == ["say"]
