"""Every message that a failure can have, as a reader of the manual may have it before them."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from app.domain import errors, fetch_errors
from app.domain.rollup.faults import ExchangeFault
from app.domain.template import TemplateFault
from app.wording.error_words import SENTENCES
from app.wording.exchange_errors import EXCHANGE_SENTENCES
from app.wording.fetch_errors import not_in_sample
from app.wording.language import Language
from app.wording.other_files import OTHER_FILES, TOO_LARGE
from app.wording.templates import fault_words

if TYPE_CHECKING:
    from app.domain.errors import AppError

_PLACE = "…"


class _Anything(dict[str, str]):
    """Stands for every fact: which file, which day, is not known here."""

    def __missing__(self, key: str) -> str:
        return _PLACE


def error_messages(language: Language) -> Mapping[str, Sequence[str]]:
    """The messages by the name of the class of the failure; "…" stands for names and numbers.

    A failure whose message is another one's with a reason before it has none here.
    """
    say = language.say
    several: Mapping[type[AppError], Sequence[str]] = {
        errors.NotAWorkbook: [words(say) for words in OTHER_FILES.values()],
        errors.WorkbookTooLarge: [words(say) for words in TOO_LARGE.values()],
        errors.TemplateUnusable: [fault_words(fault, language) for fault in TemplateFault],
        errors.ExchangeUnusable: [EXCHANGE_SENTENCES[fault](say) for fault in ExchangeFault],
        fetch_errors.NotInSample: [not_in_sample(language)],
    }
    single = {kind: [words(say)] for kind, words in SENTENCES.items()}
    return {
        kind.__name__: [text.format_map(_Anything()) for text in texts]
        for kind, texts in {**single, **several}.items()
    }
