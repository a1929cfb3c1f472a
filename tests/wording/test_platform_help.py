"""The help on platforms names every one of them and says only whole sentences."""

from app.domain.platform import Platform
from app.wording.language import Language
from app.wording.platform_help import platform_help


def test_every_platform_is_told_of_in_whole_sentences(language: Language) -> None:
    told = platform_help(language)
    headings = " ".join(one.heading for one in told)
    assert [one for one in Platform if one.name_shown not in headings] == []
    for one in told:
        assert one.terms.endswith(".")
        assert all(step.endswith(".") for step in one.steps)


def test_the_help_is_all_indonesian(indonesian: Language, english: Language) -> None:
    for ours, theirs in zip(platform_help(indonesian), platform_help(english), strict=True):
        assert ours.terms != theirs.terms
        assert not set(ours.steps) & set(theirs.steps)
