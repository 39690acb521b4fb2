"""Senses: those passed over for a word that the sentence lacks are none that it tells."""

from pathlib import Path

from sayso.reading.happened.senses import senses_of, words_about
from sayso.reading.parsed import Parsed
from sayso.reading.pipeline import Reader

SENTENCES = [
    line.split("\t")[2]
    for line in (Path(__file__).parent / "status_cases.tsv").read_text(encoding="utf-8").splitlines()[2:]
]  # fmt: skip
OF_SEVERAL_WORDS = [
    "Gunmen took two nurses hostage, and the envoy walked out of the talks.",
    "The army has nothing to do with the blast. The rebels opened fire on the convoy",
    "Shells rained on Orlat.\nThe garrison laid down its arms, which it had been told to hand over.",
]


def test_a_sense_is_the_same_with_and_without_the_words_of_its_sentence(reader: Reader) -> None:
    senses, told = senses_of(reader.lexicon), 0
    for doc in map(Parsed, reader.parser.parse([*SENTENCES, *OF_SEVERAL_WORDS])):
        for token in doc:
            plainly = senses.fitting(token)
            assert senses.fitting(token, words_about(token.sent)) is plainly, (token.text, doc.text)
            told += plainly is not None
    assert told > len(SENTENCES)
