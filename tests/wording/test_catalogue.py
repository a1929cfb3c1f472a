"""The Indonesian words are complete and are those of the source."""

from installer.translations import problems


def test_every_sentence_has_its_words_with_the_same_placeholders_and_none_is_left_over() -> None:
    found = problems()
    assert not found, "\n".join(found)
