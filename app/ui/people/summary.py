"""A person as plain text, to be pasted into a message."""

from app.domain.person import Person, Service
from app.domain.verdict import Judgement
from app.ui.people.card_accounts import account_words, says_something
from app.ui.people.card_head import job_lines
from app.ui.people.reading import PersonShown
from app.ui.people.rows import in_outputs, outside_word
from app.wording.counts import count_text
from app.wording.language import Language
from app.wording.reasons import reason_sentence
from app.wording.rules import rule_caption
from app.wording.verdicts import verdict_word


def summary_text(shown: PersonShown, language: Language) -> str:
    """Name, NIP, job, verdict with its reason and rule, accounts with counts and dates."""
    person = shown.card.person
    lines = [person.full_name, f"{person.nip.label} {person.nip.grouped}", *job_lines(person), ""]
    if in_outputs(person):
        lines += [_verdict(shown, shown.judgement, language), rule_caption(shown.rule, language)]
    else:
        why = outside_sentence(person, language)
        lines.append(f"{outside_word(person, language)}: {why}")
    accounts = [_account(shown, at, language) for at in range(len(shown.card.accounts))]
    if any(accounts):
        lines += ["", *filter(None, accounts)]
    return "\n".join(lines)


def outside_sentence(person: Person, language: Language) -> str:
    """That a person is judged nowhere, and that nothing is lost."""
    if person.service is Service.ACTIVE:
        return language.say("Left out of results and reports. What was recorded stays here.")
    return language.say("No longer counted in results and reports. What was recorded stays here.")


def _verdict(shown: PersonShown, judgement: Judgement, language: Language) -> str:
    reason = reason_sentence(
        judgement, shown.rule, shown.as_of, language, facebook_friends=shown.facebook_friends
    )
    return f"{verdict_word(judgement.verdict, language)}: {reason}"


def _account(shown: PersonShown, place: int, language: Language) -> str:
    account = shown.card.accounts[place]
    if not says_something(account):
        return ""
    text = f"{account.platform.name_shown}: {account_words(account, language)}"
    if account.latest is None or not account.exists:
        return text
    count = count_text(account.latest.interval, account.latest.written, language)
    return f"{text}, {count} ({language.short_date(account.latest.observed_on)})"
