"""Turns each failure that a person can act on into one sentence."""

from app.domain.errors import AppError
from app.wording.error_sentence import ErrorSentence
from app.wording.language import Language


def error_sentence(error: AppError, language: Language) -> ErrorSentence:
    """One line of finished text that ends with a full stop, and where the manual tells more."""
    # Loaded by the first failure: with what is said of all of them comes a part of every floor.
    from app.wording.error_words import error_words

    return ErrorSentence.about(error, error_words(error, language))
