"""`sayso diff` says of ground who has it, in words, and besides only who denies it."""

REPORTS = (
    ("Harbour Post", "2031-04-07", "The Marsh Liberation Army shelled Kesh on Sunday, MLA spokesman Pol Arden said."),
    ("Delta Wire", "2031-04-09", "Rebels hold the town of Kesh, officials said."),
)


def test_what_changed_of_ground_is_said_once_and_in_words(ask):
    said = ask("diff", "--from", "2031-04-07").output

    assert said.count("Rebels hold Kesh") == 1
    assert "Rebels holds" not in said
