"""What the form for merging says of each record, and of what speaks against one person."""

from app.domain.handle import Handle, HandleKind
from app.domain.merging import Contradiction, Record
from app.domain.person import Account, Person
from app.domain.platform import Platform
from app.ui.people.card_accounts import account_words
from app.wording.fields import consent_word
from app.wording.language import Language


def counts_of_record(record: Record, language: Language) -> str:
    """How many counts hang on it, and where the person works."""
    counts = language.say_many("{count} count", "{count} counts", record.counts)
    return " · ".join(filter(None, (counts, record.person.place)))


def account_of_record(record: Record, platform: Platform, language: Language) -> str:
    """What stands for one account; empty where nothing is known."""
    state = record.accounts.get(platform)
    if state is None:
        return ""
    handle = None
    if state.handle is not None and state.handle_kind is not None:
        handle = Handle(platform, state.handle, HandleKind(state.handle_kind))
    account = Account(platform, handle, state.written, state.stated_none, state.unreadable)
    return account_words(account, language) if account.exists or state.stated_none else ""


def consent_of_record(record: Record, language: Language) -> str:
    """What the person said, and on which day."""
    words = consent_word(record.person.consent, language)
    if record.person.consent_on is None:
        return words
    day = language.short_date(record.person.consent_on)
    return language.say("{consent}, {date}").format(consent=words, date=day)


def contradiction_sentence(
    what: Contradiction, one: Person, other: Person, language: Language
) -> str:
    """Why these may be two people."""
    if what is Contradiction.NAME:
        return language.say("The names differ: {one} and {other}.").format(
            one=one.name, other=other.name
        )
    return language.say("The birth dates in the NIPs differ: {one} and {other}.").format(
        one=language.short_date(one.nip.birth_date), other=language.short_date(other.nip.birth_date)
    )
