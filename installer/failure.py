"""What stops the set-up, in one sentence for the person who started it."""


class SetUpError(Exception):
    """The set-up cannot go on; `sentence` says why and what to do, in Indonesian and English."""

    def __init__(self, sentence: str, exit_code: int) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.exit_code = exit_code


NEEDS_A_PERSON = 2
"""Something must be installed or chosen by hand first."""

FAILED = 3
"""An expected failure, such as no network; running again may help."""
