"""A post is its author's statement."""

import pytest

from sayso.model import Report
from sayso.reading.pipeline import Reader

TEXT = "\nWe took the village of Darwan this morning. The governor said “the road is open”.\n"


def _post(**known: object) -> Report:
    return Report(**{"id": "0", "text": TEXT, "medium": "tweet", "published": "2024-03-13", "byline": "Karim Zorvan", "outlet": "@zorvan"} | known)  # type: ignore[arg-type]


@pytest.mark.parametrize(("medium", "channel"), [("tweet", "tweet"), ("post", "document"), ("message", "document")])
def test_all_of_a_post_is_said_by_its_author(reader: Reader, medium: str, channel: str) -> None:
    reading = reader.read(_post(medium=medium))

    whole = next(one for one in reading.statements if one.by == "said.post")
    assert reading.words(whole.content[0]) == TEXT.strip()
    assert (whole.channel, whole.stance, whole.kind, whole.anonymous) == (channel, "say", "direct", False)
    author = next(one for one in reading.parties if one.id == whole.speaker)
    assert (author.name, author.kind) == ("Karim Zorvan", "person")
    assert "@zorvan" in author.aliases


def test_its_events_rest_on_it_its_we_is_the_author_and_what_others_say_lies_within(reader: Reader) -> None:
    reading = reader.read(_post())

    whole = next(one for one in reading.statements if one.by == "said.post")
    taken = next(one for one in reading.events if reading.words(one.trigger) == "took")
    assert taken.according_to == whole.id
    assert taken.actors == (whole.speaker,)
    quoted = next(one for one in reading.statements if "the road is open" in reading.words(one.content[0]) and one is not whole)
    assert quoted.within == whole.id


def test_an_accounts_name_tells_a_body_and_the_text_may_name_the_author(reader: Reader) -> None:
    body = reader.read(_post(byline="Darwan Media Center"))
    assert next(one.kind for one in body.parties if "@zorvan" in one.aliases) == "outlet"
    named = reader.read(_post(text="Karim Zorvan here. I left the town of Darwan on Monday."))
    assert [one.name for one in named.parties].count("Karim Zorvan") == 1


@pytest.mark.parametrize("known", [{"medium": None}, {"medium": "mail"}, {"byline": None, "outlet": None}])
def test_a_press_report_a_mail_and_a_post_of_nobody_are_not_said_by_anyone(reader: Reader, known: dict[str, object]) -> None:
    assert all(one.by != "said.post" for one in reader.read(_post(**known)).statements)


def test_a_post_that_passes_another_on_is_the_others_word_within_its_own(reader: Reader) -> None:
    reading = reader.read(_post(text="RT @north_front: We took the village of Darwan this morning."))

    whole, inner = (one for one in reading.statements if one.by == "said.post")
    assert (inner.within, inner.via) == (whole.id, (whole.speaker,))
    assert reading.words(inner.content[0]) == "We took the village of Darwan this morning."
    other = next(one for one in reading.parties if one.id == inner.speaker)
    assert other.name == "@north_front"
    taken = next(one for one in reading.events if reading.words(one.trigger) == "took")
    assert (taken.according_to, taken.actors) == (inner.id, (inner.speaker,))
