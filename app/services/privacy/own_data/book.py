"""Describes the workbook of one person's data: a sheet for each kind, then every row as stored."""

from datetime import datetime

from app.domain.handle import Handle, HandleKind
from app.domain.platform import Platform
from app.domain.report import Cell, Fact, ReportBook
from app.domain.roster import PERSON_FIELDS, AccountState
from app.domain.rule_text import rule_from_text
from app.domain.snapshot import Away
from app.domain.snapshot_text import in_row
from app.services.privacy.own_data.changes import changed_rows
from app.services.privacy.own_data.gathering import OwnData
from app.services.privacy.own_data.stored import stored_rows
from app.services.privacy.plain_sheet import SheetMaker
from app.storage.of_person import ClosedRow
from app.wording.clarifications import decision_sentence
from app.wording.conditions import activity_phrase
from app.wording.counts import count_text
from app.wording.fields import consent_word, person_text_label, service_word
from app.wording.histories import origin_text, source_word, standing_word
from app.wording.language import Language
from app.wording.periods import period_name
from app.wording.rules import rule_name
from app.wording.verdicts import verdict_word

Rows = list[tuple[Cell, ...]]


def own_book(data: OwnData, now: datetime, language: Language) -> ReportBook:
    """The description that is written; `now` stands on every sheet."""
    say, person = language.say, data.person
    whose = Fact(say("Name"), person.full_name), Fact(say("NIP"), person.nip.grouped)
    maker = SheetMaker(whose, now, language)
    sheets = [
        maker.sheet(name, heads, rows)
        for name, heads, rows in (*_observed(data, language), *_processed(data, language))
    ]
    return ReportBook(say("Data about one person"), person.full_name, tuple(sheets))


_Part = tuple[str, tuple[str, ...], Rows]


def _observed(data: OwnData, language: Language) -> list[_Part]:
    """Who it is, and what was seen and said."""
    say = language.say
    platform, day, by = say("Platform"), say("Day"), say("Recorded by")
    accounts = [_account(one, state, language) for one, state in data.accounts.items()]
    return [
        (say("Who it is"), (say("What"), say("Kept as")), _identity(data, language)),
        (
            say("Accounts"),
            (platform, say("Account"), say("As it was written"), say("Remark")),
            accounts,
        ),
        (
            say("Follower counts"),
            (platform, day, say("Followers"), say("State"), say("Source"), say("From"), by),
            _counts(data, language),
        ),
        (
            say("Use of the accounts"),
            (platform, day, say("What was seen"), by),
            _looks(data, language),
        ),
        (
            say("Consent"),
            (say("What was said"), day, say("Noted on"), by),
            _consents(data, language),
        ),
        (say("Evidence"), (platform, day, say("Picture"), say("Added on"), by), _evidence(data)),
    ]


def _processed(data: OwnData, language: Language) -> list[_Part]:
    """What the office did with it, and every row as it is stored."""
    say = language.say
    decided: Rows = [
        (platform.name_shown, made.since, decision_sentence(made, language))
        for platform, made in data.clarifications
    ]
    forms: Rows = [(one.organisation or "–", one.file, one.on, one.number) for one in data.forms]
    state, period = say("State"), (say("Period"), say("Closing"), say("As of"), say("Rule"))
    return [
        (say("Clarifications"), (say("Platform"), say("From"), say("Decision")), decided),
        (
            say("Imports"),
            (say("Number"), say("Day"), say("Files"), say("Imported by"), state),
            _imports(data, language),
        ),
        (
            say("Closed periods"),
            (*period, say("Verdict"), state),
            [_closed(one, language) for one in data.closed],
        ),
        (say("Forms"), (say("Organisation"), say("File"), say("Sent on"), say("Row")), forms),
        (
            say("Corrections"),
            (say("When"), say("By"), say("What"), say("Before"), say("After")),
            changed_rows(data, language),
        ),
        (
            say("All records"),
            (say("What"), say("Contents"), state),
            stored_rows(data, language),
        ),
    ]


def _identity(data: OwnData, language: Language) -> Rows:
    say, one = language.say, data.person
    rows: Rows = [(say("NIP"), one.nip.digits)]
    rows += [
        (person_text_label(name, language), text)
        for name in PERSON_FIELDS
        if (text := getattr(one, name))
    ]
    rows.append((say("Birth date, by the NIP"), one.nip.birth_date))
    rows.append((say("In service"), service_word(one.service, language)))
    rows.append((say("Consent"), consent_word(one.consent, language)))
    for nip, until in data.former:
        rows.append(
            (
                say("Earlier NIP"),
                say("{nip}, until {date}").format(nip=nip.digits, date=language.short_date(until)),
            )
        )
    return rows


def _account(platform: Platform, state: AccountState, language: Language) -> tuple[Cell, ...]:
    shown = "–"
    if state.handle is not None and state.handle_kind is not None:
        shown = Handle(platform, state.handle, HandleKind(state.handle_kind)).text
        if state.also:
            shown = f"{shown}, {state.also}"
    remark = (
        language.say("says that there is no account") if state.stated_none else state.unreadable
    )
    return platform.name_shown, shown, state.written or "–", remark or "–"


def _counts(data: OwnData, language: Language) -> Rows:
    return [
        (
            one.platform.name_shown,
            one.count.observed_on,
            count_text(one.count.interval, one.count.written, language),
            standing_word(one.standing, language),
            source_word(one.count.source, language),
            origin_text(one, language),
            one.by or "–",
        )
        for one in data.counts
    ]


def _looks(data: OwnData, language: Language) -> Rows:
    return [
        (
            one.platform.name_shown,
            one.activity.checked_on,
            activity_phrase(one.activity, language),
            one.by or "–",
        )
        for one in data.looks
    ]


def _consents(data: OwnData, language: Language) -> Rows:
    return [
        (consent_word(one.consent, language), one.on or "–", one.recorded_at.date(), one.by or "–")
        for one in data.consents
    ]


def _evidence(data: OwnData) -> Rows:
    return [
        (
            one.place.platform.name_shown,
            one.place.observed_on,
            one.picture.file_name,
            one.at.date(),
            one.by or "–",
        )
        for one in data.evidence
    ]


def _imports(data: OwnData, language: Language) -> Rows:
    undone, stands = language.say("undone"), language.say("stands now")
    return [
        (
            one.number,
            one.at.date(),
            ", ".join(one.files),
            one.by or "–",
            undone if one.undone else stands,
        )
        for one in data.imports
    ]


def _closed(one: ClosedRow, language: Language) -> tuple[Cell, ...]:
    say, rule = language.say, rule_from_text(one.rule)
    then = in_row(one.content, rule, one.as_of)
    verdict = (
        say("Not on the list")
        if isinstance(then, Away)
        else verdict_word(then.judgement.verdict, language)
    )
    state = say("opened again") if one.reopened else say("closed")
    return (
        period_name(one.period, language),
        one.number,
        one.as_of,
        rule_name(rule, language),
        verdict,
        state,
    )
