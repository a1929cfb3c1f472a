"""A person as plain text, to be pasted into a message."""

from app.domain.person import Person, Service
from app.ui.people.card_accounts import account_words, says_something
from app.ui.people.card_head import job_lines
from app.ui.people.reading import PersonShown
from app.ui.people.rows import outside_word
from app.wording.counts import count_text
from app.wording.explained import explanation
from app.wording.language import Language
from app.wording.verdicts import verdict_word


def summary_text(shown: PersonShown, language: Language) -> str:
    """Name, NIP, job, verdict with all that it rests on, accounts with counts and dates."""
    person = shown.card.person
    lines = [person.full_name, f"{person.nip.label} {person.nip.grouped}", *job_lines(person), ""]
    if person.listed.in_outputs:
        word = verdict_word(shown.judgement.verdict, language)
        lines.append(f"{word}: {explained(shown, language)}")
    else:
        why = outside_sentence(person, language)
        lines.append(f"{outside_word(person.service, person.consent, language)}: {why}")
    accounts = [_account(shown, at, language) for at in range(len(shown.card.accounts))]
    if any(accounts):
        lines += ["", *filter(None, accounts)]
    return "\n".join(lines)


def explained(shown: PersonShown, language: Language) -> str:
    """The sentence from which the verdict can be worked out again."""
    return explanation(
        shown.judgement,
        shown.rule,
        shown.as_of,
        language,
        facebook_friends=shown.facebook_friends,
    )


def outside_sentence(person: Person, language: Language) -> str:
    """That a person is judged nowhere, and that nothing is lost."""
    if person.service is Service.ACTIVE:
        return language.say("Left out of results and reports. What was recorded stays here.")
    return language.say("No longer counted in results and reports. What was recorded stays here.")


def _account(shown: PersonShown, place: int, language: Language) -> str:
    account = shown.card.accounts[place]
    if not says_something(account):
        return ""
    text = f"{account.platform.name_shown}: {account_words(account, language)}"
    if account.latest is None or not account.exists:
        return text
    count = count_text(account.latest.interval, account.latest.written, language)
    return f"{text}, {count} ({language.short_date(account.latest.observed_on)})"
