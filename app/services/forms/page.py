"""A form in the words of the office: what is printed, and what may be typed where."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.fields import Field
from app.domain.form_key import key_text
from app.domain.form_page import FormColumn, FormColumnKind, FormPage
from app.domain.handle import shown
from app.domain.person import Account, Person
from app.domain.platform import Platform
from app.wording.counts import count_text
from app.wording.fields import field_label
from app.wording.language import Language

_WIDTHS = {"number": 5.0, "nip": 21.0, "name": 28.0, "unit": 26.0, "account": 20.0, "count": 13.0}


@dataclass(frozen=True, slots=True)
class FormWords:
    """What differs from form to form besides the people. `friends`: Facebook counts friends."""

    office: str
    organisation: str
    issued_on: date
    due_on: date | None
    friends: bool


def form_page(
    form_id: int,
    people: Sequence[tuple[Person, tuple[Account, ...]]],
    platforms: Sequence[Platform],
    words: FormWords,
    language: Language,
) -> FormPage:
    """The form `form_id`; `people` in the order in which they were numbered."""
    say = language.say
    return FormPage(
        name=say("Form"),
        title=say("Followers of civil servants' accounts"),
        facts=_facts(form_id, words, language),
        instructions=[
            say("Fill in the yellow cells only; leave a cell empty where nothing is known."),
            say(
                "Write counts as they are shown: 1.234, 1,2 rb, 500+. Where there is none, write: {none}."
            ).format(none=say("no account")),
            say("Do not delete rows or columns. People who are missing go below the list."),
        ],
        columns=_columns(platforms, words.friends, language),
        rows=[
            _row(form_id, number, person, accounts, platforms, language)
            for number, (person, accounts) in enumerate(people, 1)
        ],
        foot=say("Contains personal data: for official use only"),
    )


def _facts(form_id: int, words: FormWords, language: Language) -> list[tuple[str, str]]:
    say = language.say
    facts = [(say("Organisation"), words.organisation or say("Without organisation"))]
    if words.office:
        facts.append((say("Asked by"), words.office))
    facts.append((say("Form"), f"F{form_id}, {language.date(words.issued_on)}"))
    if words.due_on is not None:
        facts.append((say("Return by"), language.date(words.due_on)))
    return facts


def _columns(platforms: Sequence[Platform], friends: bool, language: Language) -> list[FormColumn]:
    say = language.say
    fixed = FormColumnKind.FIXED
    columns = [
        FormColumn(field_label(Field.HELD_CODE, language), FormColumnKind.CODE, 14),
        FormColumn(say("No."), fixed, _WIDTHS["number"]),
        FormColumn(field_label(Field.NIP, language), fixed, _WIDTHS["nip"]),
        FormColumn(field_label(Field.NAME, language), fixed, _WIDTHS["name"]),
        FormColumn(field_label(Field.UNIT, language), fixed, _WIDTHS["unit"]),
    ]
    for platform in platforms:
        columns += _platform_columns(platform, friends, language)
    columns += [
        FormColumn(
            say("Date counted"),
            FormColumnKind.DAY,
            13,
            prompt=say("Day, month, year: 20/11/2026"),
        ),
        FormColumn(
            field_label(Field.CONSENT, language),
            FormColumnKind.ENTRY,
            14,
            choices=(say("agrees"), say("does not agree")),
        ),
        FormColumn(field_label(Field.CODE_AGAIN, language), FormColumnKind.CODE, 14),
    ]
    return columns


def _platform_columns(platform: Platform, friends: bool, language: Language) -> list[FormColumn]:
    say = language.say
    name = platform.name_shown
    counted = say("{platform} followers")
    if platform is Platform.FACEBOOK and friends:
        counted = say("{platform} friends")
    return [
        FormColumn(
            say("{platform} account").format(platform=name),
            FormColumnKind.ENTRY,
            _WIDTHS["account"],
        ),
        FormColumn(
            say("Earlier count {platform}").format(platform=name),
            FormColumnKind.EARLIER,
            _WIDTHS["count"] + 5,
        ),
        FormColumn(
            counted.format(platform=name),
            FormColumnKind.ENTRY,
            _WIDTHS["count"],
            choices=(say("no account"),),
            prompt=say("As shown: 1.234, 1,2 rb, 500+"),
        ),
    ]


def _row(
    form_id: int,
    number: int,
    person: Person,
    accounts: tuple[Account, ...],
    platforms: Sequence[Platform],
    language: Language,
) -> list[str]:
    code = key_text(form_id, number, person.nip.digits)
    by_platform = {account.platform: account for account in accounts}
    cells = [code, str(number), person.nip.digits, person.full_name, person.place]
    for platform in platforms:
        account = by_platform.get(platform)
        cells += [_handle(account), _earlier(account, language), ""]
    return [*cells, "", "", code]


def _handle(account: Account | None) -> str:
    if account is None or account.handle is None:
        return ""
    return shown(account.handle)


def _earlier(account: Account | None, language: Language) -> str:
    if account is None:
        return ""
    if account.stated_none:
        return language.say("no account")
    if account.latest is None:
        return ""
    count = count_text(account.latest.interval, account.latest.written, language)
    return f"{count} ({language.short_date(account.latest.observed_on)})"
