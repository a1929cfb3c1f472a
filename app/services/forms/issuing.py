"""Writes one prefilled form for every organisation and records what was printed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from app.domain.errors import NoPeopleForForms
from app.domain.file_names import copy_name, file_name
from app.domain.form import FormPerson, Printed
from app.domain.person import Account, Person
from app.domain.platform import Platform
from app.services.forms.page import FormWords, form_page
from app.services.job import Job
from app.storage.accounts import people_with_accounts
from app.storage.database import Database
from app.storage.forms import add_form, add_form_people, add_round, forget_round
from app.wording.language import Language
from app.workbooks.writing import write_form

Clock = Callable[[], datetime]
_Entry = tuple[Person, tuple[Account, ...]]


@dataclass(frozen=True, slots=True)
class FormOrder:
    """What is sent: to which organisations (empty: all), asking for which platforms, until when.

    `organisations` are as `IssueForms.organisations` names them.
    """

    platforms: tuple[Platform, ...]
    due_on: date | None
    organisations: frozenset[str] = frozenset()
    friends: bool = True
    """Facebook is counted in friends, not followers."""


@dataclass(frozen=True, slots=True)
class Issued:
    """What was written."""

    round_id: int
    files: tuple[Path, ...]
    people: int


class IssueForms:
    """Only who serves here and has not withdrawn consent stands on a form."""

    def __init__(self, database: Database, clock: Clock, by: str, language: Language) -> None:
        self._database = database
        self._clock = clock
        self._by = by
        self._language = language

    def organisations(self) -> dict[str, int]:
        """Every organisation with the number of its people, by name; "" has none."""
        with self._database.reading() as tx:
            found = _by_organisation(
                people_with_accounts(tx, self._clock().date(), for_output=True)
            )
        return {name: len(people) for name, people in found.items()}

    def issue(self, order: FormOrder, folder: Path, office: str, job: Job) -> Issued:
        """Writes the forms into `folder`; `office` is who asks.

        Nothing is left behind where one of them cannot be written.

        Raises:
            NoPeopleForForms: nobody stands in these organisations.
            FileError: a form cannot be written.
            Cancelled: the person stopped it.
        """
        now = self._clock()
        with self._database.reading() as tx:
            everyone = _by_organisation(people_with_accounts(tx, now.date(), for_output=True))
        wanted = {
            name: people
            for name, people in everyone.items()
            if not order.organisations or name in order.organisations
        }
        if not wanted:
            raise NoPeopleForForms
        round_id, ids, names = self._record(order, wanted, now, folder)
        written: list[Path] = []
        try:
            for done, (organisation, people) in enumerate(wanted.items()):
                job.step(done, len(wanted))
                words = FormWords(office, organisation, now.date(), order.due_on, order.friends)
                page = form_page(ids[organisation], people, order.platforms, words, self._language)
                target = folder / names[organisation]
                write_form(page, target)
                written.append(target)
        except BaseException:
            self._forget(round_id, written)
            raise
        return Issued(round_id, tuple(written), sum(map(len, wanted.values())))

    def _record(
        self, order: FormOrder, wanted: Mapping[str, Sequence[_Entry]], now: datetime, folder: Path
    ) -> tuple[int, dict[str, int], dict[str, str]]:
        """Before a file is written: no form may go out whose codes nobody knows."""
        ids: dict[str, int] = {}
        names = _file_names(wanted, self._language, folder)
        with self._database.writing() as tx:
            round_id = add_round(tx, now, self._by, order.due_on, order.platforms)
            for organisation, people in wanted.items():
                form_id = add_form(tx, round_id, organisation, names[organisation])
                add_form_people(tx, form_id, _form_people(people, order.platforms))
                ids[organisation] = form_id
        return round_id, ids, names

    def _forget(self, round_id: int, written: Sequence[Path]) -> None:
        for path in written:
            path.unlink(missing_ok=True)
        with self._database.writing() as tx:
            forget_round(tx, round_id)


def _by_organisation(everyone: Iterable[_Entry]) -> dict[str, list[_Entry]]:
    """People by organisation, whatever its capitals, in the order of names; none comes last."""
    found: dict[str, list[_Entry]] = {}
    shown: dict[str, str] = {}
    for person, accounts in everyone:
        name = " ".join((person.organisation or person.unit).split())
        place = shown.setdefault(name.casefold(), name)
        found.setdefault(place, []).append((person, accounts))
    for people in found.values():
        people.sort(key=lambda entry: (entry[0].name.casefold(), entry[0].nip.digits))
    return dict(sorted(found.items(), key=lambda item: (not item[0], item[0].casefold())))


def _form_people(people: Sequence[_Entry], platforms: Sequence[Platform]) -> list[FormPerson]:
    return [
        FormPerson(
            number,
            person.id,
            person.nip.digits,
            person.name,
            {a.platform: _printed(a) for a in accounts if a.platform in platforms},
        )
        for number, (person, accounts) in enumerate(people, 1)
    ]


def _printed(account: Account) -> Printed:
    handle = account.handle.text if account.handle is not None else None
    if account.latest is None:
        return Printed(handle)
    return Printed(handle, account.latest.interval.low, account.latest.interval.high)


def _file_names(
    organisations: Mapping[str, object], language: Language, folder: Path
) -> dict[str, str]:
    """A name for each, none of them twice and none that stands in the folder already."""
    taken = {path.name.casefold() for path in folder.glob("*")} if folder.is_dir() else set()
    names: dict[str, str] = {}
    for organisation in organisations:
        words = organisation or language.say("Without organisation")
        wanted = file_name(language.say("Followers form {office}").format(office=words))
        name, number = wanted, 1
        while name.casefold() in taken:
            number += 1
            name = copy_name(wanted, number)
        taken.add(name.casefold())
        names[organisation] = name
    return names
