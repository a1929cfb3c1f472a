"""Writes the workbooks of a sending: what people read, the proof, and what the program receives."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.domain.errors import FileError
from app.domain.file_names import file_name
from app.domain.office import Office
from app.domain.proof import Origin
from app.domain.report import ReportBook
from app.domain.rollup.enclosure import CONTENT_SHEET, MARK, Enclosure, head_to_text
from app.domain.rollup.sending import FORMAT, Part, Sending
from app.domain.snapshot_text import hash_of_row, standing_text
from app.domain.standing import PersonStanding
from app.domain.writing_errors import FileThere
from app.services.job import Job
from app.services.report.asked import Asked, ReportOptions
from app.services.report.origin import about_proof
from app.services.rollup.dividing import WHOLE, Splitting, divided
from app.services.rollup.sheets import Exchange, exchange_sheets
from app.wording.language import Language
from app.wording.periods import period_name
from app.workbooks.exchange_text import as_pieces
from app.workbooks.writing import write_report
from app.workbooks.writing.safe_file import replacing

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class WrittenExchange:
    """What was written: the sending, each workbook with its part, and the hash of its content."""

    sending: Sending
    parts: tuple[tuple[Path, Part], ...]
    contents: tuple[str, ...]

    @property
    def paths(self) -> list[Path]:
        """The workbooks, in the order of their parts."""
        return [path for path, _ in self.parts]


class ExchangeBooks:
    """Needs no database: people come judged."""

    def __init__(self, clock: Clock, language: Language) -> None:
        self._clock = clock
        self._language = language

    def write(
        self,
        bare: Sending,
        people: Sequence[PersonStanding],
        office: Office,
        target: Path,
        job: Job,
        splitting: Splitting = WHOLE,
        *,
        facebook_friends: bool = False,
        replace: bool = False,
    ) -> WrittenExchange:
        """All parts of a sending that has no hash yet, or none.

        Raises:
            FileThere: a part of that name stands there; with `replace` it makes room.
            FileError: it cannot be written; what stood there is untouched.
            Cancelled: the person stopped it; no part of it is left, and earlier ones stay.
        """
        options = ReportOptions(facebook_friends=facebook_friends)
        texts = {one.person.nip.digits: standing_text(one) for one in people}
        hashes = {nip: hash_of_row(text) for nip, text in texts.items()}
        sending = bare.sealed(hashes.values())
        lists = divided(people, splitting)
        if not replace:
            self._check_free(target, len(lists))
        moment = self._clock().replace(microsecond=0)
        written: list[tuple[Path, Part]] = []
        contents: list[str] = []
        done = 0
        # No part takes its place before all are whole: those of an earlier sending may stand there.
        with ExitStack() as places:
            for number, some in enumerate(lists, start=1):
                own = [hashes[one.person.nip.digits] for one in some]
                part = Part(number, len(lists), len(some), moment).sealed(sending, own)
                asked = Asked(some, bare.rule, bare.as_of, office, options, self._language)
                book = self._book(Exchange(asked, people, sending, part), texts)
                path = self._path(target, number, len(lists))
                beside = places.enter_context(replacing(path))
                try:
                    content = write_report(book, beside, _From(job, done, len(people)).step)
                except FileError as error:
                    # The name beside it says nothing to anybody.
                    raise type(error)(path) from error
                written.append((path, part))
                contents.append(content)
                done += len(some)
        return WrittenExchange(sending, tuple(written), tuple(contents))

    def _book(self, exchange: Exchange, texts: Mapping[str, str]) -> ReportBook:
        say, sending, part = self._language.say, exchange.sending, exchange.part
        sheets = exchange_sheets(exchange)
        lines = (texts[one.person.nip.digits] for one in exchange.asked.people)
        enclosure = Enclosure(
            CONTENT_SHEET,
            (
                (MARK, str(FORMAT)),
                ("", head_to_text(sending, part, sheets[-1].name)),
                *(("", "", piece) for piece in as_pieces(lines)),
            ),
        )
        facts = (
            (say("Local office"), sending.sender.name),
            (say("Period"), period_name(sending.period, self._language)),
            (say("Hash of the whole"), sending.sha256),
            (say("Hash of this part"), part.sha256),
        )
        origin = Origin(facts, about_proof(self._language))
        title = say("Exchange workbook for the province")
        return ReportBook(title, sending.sender.name, sheets, origin, enclosure)

    def _path(self, target: Path, number: int, parts: int) -> Path:
        if parts == 1:
            return target
        mark = self._language.say("part {number} of {parts}")
        return target.with_name(file_name(target.name, mark.format(number=number, parts=parts)))

    def _check_free(self, target: Path, parts: int) -> None:
        """Whoever chose the target was asked about that file, not about those of the parts."""
        if parts == 1:
            return
        for number in range(1, parts + 1):
            path = self._path(target, number, parts)
            if path.exists():
                raise FileThere(path)


class _From:
    """Progress of one workbook as a stretch of the whole."""

    def __init__(self, job: Job, before: int, total: int) -> None:
        self._job, self._before, self._total = job, before, total

    def step(self, done: int, _: int) -> None:
        """Hears of the rows of this workbook."""
        self._job.step(min(self._before + done, self._total), self._total)
