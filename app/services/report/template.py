"""The list of those who qualify in the office's own form: an .xlsx with names in its cells."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from app.domain.nip import read_nip
from app.domain.office import Office, Signatory, SignatoryRole
from app.domain.person import Consent
from app.domain.platform import Platform
from app.domain.report import NOTHING, Cell
from app.domain.report_kinds import ReportKind
from app.domain.rule import Rule
from app.domain.standing import PersonStanding
from app.domain.template import ROW_MARK, TemplateExample, TemplateFilling, TemplateLook
from app.domain.verdict import Verdict
from app.domain.written_report import ReportForm
from app.services.closed_periods import ClosedPeriod
from app.services.job import Job
from app.services.report.asked import Asked, ReportOptions, basis_note, closed_note
from app.services.report.history import KeepWritten, sha256_of
from app.services.report.origin import template_seal
from app.services.report.people import (
    account_cell,
    by_organisation_and_name,
    count_cell,
    organisation_of,
    recorded_on,
)
from app.wording.language import Language
from app.wording.reasons import conditions_met, reason_sentence
from app.wording.templates import ROW_NAMES, WHOLE_NAMES, names_with_meanings, place_of
from app.wording.verdicts import verdict_word
from app.workbooks.writing.template import fill_template, look_at_template, write_example

_OF_A_PLATFORM = ("account", "count")


@dataclass(frozen=True, slots=True)
class FilledTemplate:
    """How many people stand in it, the hash of its content, and how many cells that leaves out."""

    people: int
    content: str
    uncovered: int


class FillTemplate:
    """Looks at a template before anything is written, and fills it."""

    def __init__(
        self,
        language: Language,
        wrote: Callable[[str], None] = lambda sha256: None,
        history: KeepWritten | None = None,
    ) -> None:
        """`wrote` is told the hash of each file that was filled; `history` keeps its facts."""
        self._wrote, self._history = wrote, history
        self._language = language

    def look(self, path: Path) -> TemplateLook:
        """What the template asks for, and what would be lost of it.

        Raises:
            TemplateUnusable: it cannot be filled, and why.
            FileError: it is no sound workbook.
        """
        return look_at_template(path, known_names())

    def write_example(self, target: Path) -> None:
        """Writes a template to begin with, in the language of the window.

        Raises:
            FileError: `target` cannot be written; what stood there is untouched.
        """
        write_example(self._example(), target)

    def _example(self) -> TemplateExample:
        language = self._language
        say = language.say

        def whole(name: str) -> str:
            return place_of(name, language)

        def row(name: str, end: str = "") -> str:
            return place_of(name, language, in_row=True, end=end)

        return TemplateExample(
            say("List"),
            (whole("government"), whole("office"), say("As of {day}").format(day=whole("as_of"))),
            (
                (say("No."), row("place")),
                (say("Name"), row("name")),
                (say("NIP / NI PPPK"), row("nip")),
                (say("Position"), row("position")),
                (say("Organisation"), row("organisation")),
                ("Instagram", row("count", "_instagram")),
                (say("Basis"), row("basis")),
            ),
            (whole("signs_position"), "", "", whole("signs_name"), f"NIP. {whole('signs_nip')}"),
            say("Names"),
            [(say("In double braces"), say("This comes there")), *names_with_meanings(language)],
        )

    def write(
        self,
        path: Path,
        target: Path,
        people: Iterable[PersonStanding],
        rule: Rule,
        as_of: date,
        office: Office,
        job: Job,
        options: ReportOptions | None = None,
        mark: str = "",
        closed: ClosedPeriod | None = None,
    ) -> FilledTemplate:
        """Fills the template with everyone who qualifies, with a proof, and notes it in the history.

        `people` are judged by `rule` on `as_of`, or stood so in `closed`. Who has withdrawn consent
        appears nowhere. `mark` stands at the head of every page, where there is one. The proof is of
        values: what a formula of the template shows is worked out after us, and is left out.

        Raises:
            TemplateUnusable: the template cannot be filled, and why.
            FileError: it cannot be read, or `target` cannot be written; what stood there is safe.
            Cancelled: the person stopped it; nothing was written.
        """
        printed = [one for one in people if one.person.consent is not Consent.WITHDRAWN]
        printed.sort(key=by_organisation_and_name)
        chosen = replace(options or ReportOptions(), kinds=frozenset((ReportKind.QUALIFYING,)))
        if closed is not None:
            chosen = chosen.of_closing(rule)
        asked = Asked(printed, rule, as_of, office, chosen, self._language, closed=closed)
        qualifying = [one for one in printed if one.judgement.verdict is Verdict.QUALIFIES]
        filling = TemplateFilling(
            _both_names(WHOLE_NAMES, self._whole(asked, len(qualifying))),
            [self._row(asked, place, one) for place, one in enumerate(qualifying, start=1)],
            self._language.say("Nobody."),
            template_seal(asked, path.name),
            mark,
        )
        proof = fill_template(path, target, filling, job.step)
        with suppress(OSError):
            self._wrote(sha256_of(target))
        if self._history is not None and filling.seal.origin.of is not None:
            facts = filling.seal.origin.of
            self._history.note([(facts, target, ReportForm.TEMPLATE, proof.sha256)])
        uncovered = sum(run.cells for sheet in proof.sheets for run in sheet.uncovered)
        return FilledTemplate(len(qualifying), proof.sha256, uncovered)

    def _whole(self, asked: Asked, number: int) -> dict[str, Cell]:
        office, language = asked.office, self._language
        return {
            "government": office.government,
            "office": office.name,
            "address": office.address,
            "phone": office.phone,
            "contact": office.contact,
            "city": office.city,
            "as_of": language.date(asked.as_of),
            "month": asked.subtitle[0],
            "rule": f"{basis_note(asked)} {closed_note(asked)}".rstrip(),
            "number": number,
            "everyone": len(asked.people),
            **_signatory("knows", office, SignatoryRole.KNOWS),
            **_signatory("signs", office, SignatoryRole.SIGNS),
        }

    def _row(self, asked: Asked, place: int, one: PersonStanding) -> Mapping[str, Cell]:
        person, language = one.person, self._language
        values: dict[str, Cell] = {
            "place": place,
            "name": person.full_name,
            "nip": asked.nip_of(one),
            "rank": person.rank or NOTHING,
            "position": person.position or NOTHING,
            "unit": person.unit or NOTHING,
            "organisation": organisation_of(one) or NOTHING,
            "recorded": recorded_on(one, asked.rule),
            "basis": conditions_met(one.judgement),
            "verdict": verdict_word(one.judgement.verdict, language),
            "reason": reason_sentence(
                one.judgement,
                asked.rule,
                asked.as_of,
                language,
                facebook_friends=asked.options.facebook_friends,
            ),
        }
        row = _both_names(ROW_NAMES, values)
        for platform in Platform:
            said = account_cell(one, platform), count_cell(one, platform, language)
            for name, cell in zip(_OF_A_PLATFORM, said, strict=True):
                for word in ROW_NAMES[name]:
                    row[f"{word}_{platform.value}"] = NOTHING if cell is None else cell
        return row


def known_names() -> frozenset[str]:
    """Every name that a template may use, in both languages."""
    names = {word for words in WHOLE_NAMES.values() for word in words}
    for name, words in ROW_NAMES.items():
        ends = [f"_{platform.value}" for platform in Platform] if name in _OF_A_PLATFORM else [""]
        names |= {f"{ROW_MARK}{word}{end}" for word in words for end in ends}
    return frozenset(names)


def _both_names(
    names: Mapping[str, tuple[str, str]], values: Mapping[str, Cell]
) -> dict[str, Cell]:
    return {word: value for name, value in values.items() for word in names[name]}


def _signatory(which: str, office: Office, role: SignatoryRole) -> dict[str, Cell]:
    found = next((one for one in office.signatories if one.role is role), None)
    person = found or Signatory(role, NOTHING, NOTHING)
    nip = read_nip(person.nip).nip
    return {
        f"{which}_name": person.name,
        f"{which}_nip": person.nip if nip is None else nip.grouped,
        f"{which}_position": person.position,
        f"{which}_rank": person.rank,
    }
