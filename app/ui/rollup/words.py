"""What is said after a receiving, and of two sendings beside each other."""

from collections import Counter
from collections.abc import Sequence

from app.services.rollup.merging import SendingDifference
from app.services.rollup.receiving import ReceivedFile, Reception
from app.wording.errors import error_sentence
from app.wording.language import Language


def received_words(files: Sequence[ReceivedFile], language: Language) -> tuple[str, str, bool]:
    """What became of a batch: in bold, beside it, and whether nothing was refused."""
    say, many = language.say, language.say_many
    of = Counter(one.reception for one in files)
    new, known, refused = (of[each] for each in (Reception.NEW, Reception.KNOWN, Reception.REFUSED))
    lead = many("{count} workbook received.", "{count} workbooks received.", new)
    if not files:
        return say("No workbook was found there."), say("Nothing was changed."), False
    rest = []
    if known:
        rest.append(many("{count} was here already.", "{count} were here already.", known))
    if refused:
        rest.append(many("{count} was refused.", "{count} were refused.", refused))
        error = next(one.error for one in files if one.error is not None)
        rest.append(error_sentence(error, language))
    if refused > 1:
        rest.append(many("and {count} more", "and {count} more", refused - 1))
    return lead, " ".join(rest), not refused


def difference_words(found: SendingDifference, language: Language) -> str:
    """How much differs between two sendings."""
    if found.is_empty:
        return language.say("Nothing differs.")
    number = language.number
    text = language.say("Verdicts {verdicts}, counts {counted}, new {new}, gone {gone}")
    return text.format(
        verdicts=number(len(found.verdicts)),
        counted=number(len(found.counted)),
        new=number(len(found.new)),
        gone=number(len(found.gone)),
    )
