"""Why a count wants a second look, in one sentence; it is stored all the same."""

from app.domain.plausibility import Doubt, Oddity
from app.wording.counts import count_text
from app.wording.language import Language


def doubt_sentence(doubt: Doubt, language: Language) -> str:
    """Said behind the person, the platform and the count."""
    say = language.say
    if doubt.oddity is Oddity.OTHER_PLATFORM and doubt.platform is not None:
        text = say("is also the number on {platform}. In the wrong column? It is stored anyway.")
        return text.format(platform=doubt.platform.name_shown)
    if doubt.before is None:
        return say("looks odd. Is it right? It is stored anyway.")
    texts = {
        Oddity.ABOVE: say("is far above {count} of {date}. Mistyped? The number is stored anyway."),
        Oddity.BELOW: say("is far below {count} of {date}. Mistyped? The number is stored anyway."),
        Oddity.SLIP: say(
            "is one slip away from {count} of {date}. Mistyped? The number is stored anyway."
        ),
    }
    text = texts.get(doubt.oddity, texts[Oddity.SLIP])
    before = doubt.before
    return text.format(
        count=count_text(before.interval, before.written, language),
        date=language.day_and_month(before.observed_on),
    )
