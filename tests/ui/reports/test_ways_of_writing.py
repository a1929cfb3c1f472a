"""Every way of writing a report leaves what stood there until the new one is whole."""

import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.errors import Cancelled, FileInUse
from app.domain.file_names import FileForm
from app.domain.office import Office
from app.domain.report_kinds import Division, ReportKind
from app.domain.rule import RULE_A
from app.services.job import Job
from app.services.report import ReportOptions
from app.services.sample_office import AS_OF
from app.services.workplace import Workplace
from app.ui.printing.pdf import WritePdf
from app.ui.reports.preparing import ReportDraft, Wanted
from app.ui.reports.writing import Order, ReportFiles, Taken, Written
from app.ui.tasks import TaskRunner
from app.wording.language import Language
from tests.ui.reports.conftest import Open
from tests.ui.reports.test_page import NAME, button, said, write

FORMS = [FileForm.WORKBOOK, FileForm.PDF]
LISTED = frozenset((ReportKind.QUALIFYING,))


class Stopping(Job):
    """Is stopped at a step that the test chooses; `steps` are those that were told."""

    def __init__(self, after: int | None = None) -> None:
        self.steps: list[tuple[int, int]] = []
        self._after = after
        quiet = Job.quiet()
        super().__init__(lambda done, total: self._tell(done, total), quiet._stop)

    def _tell(self, done: int, total: int) -> None:
        self.steps.append((done, total))
        if self._after is not None and done >= self._after:
            raise Cancelled


@pytest.fixture
def files(office: Workplace, language: Language, tmp_path: Path) -> ReportFiles:
    draft = ReportDraft(office.report, office.standings, office.periods, language, is_sample=False)
    pdf = WritePdf(office.report, language)
    return ReportFiles(draft, office.report, pdf, office.preferences, tmp_path, AS_OF)


def order(target: Path, form: FileForm, division: Division = Division.FILES) -> Order:
    options = ReportOptions(kinds=LISTED, division=division)
    wanted = Wanted(RULE_A, AS_OF, Office(name="Diskominfo"), options, 1)
    return Order(wanted, target.with_suffix(form.value), Taken.REPLACE, form=form)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@contextmanager
def read_only(path: Path) -> Iterator[None]:
    path.chmod(stat.S_IREAD)
    try:
        yield
    finally:
        path.chmod(stat.S_IREAD | stat.S_IWRITE)


@pytest.mark.parametrize("form", FORMS)
def test_files_of_organisations_are_counted_one_by_one(
    form: FileForm, files: ReportFiles, tmp_path: Path
) -> None:
    job = Stopping()
    written = files.write(order(tmp_path / "Laporan", form), job)
    assert isinstance(written, Written)
    told = {step for step in job.steps if step[1] == written.files}
    assert {done for done, _ in told} == set(range(written.files))


@pytest.mark.parametrize("form", FORMS)
def test_a_folder_that_is_stopped_halfway_keeps_every_file_that_stood_there(
    form: FileForm, files: ReportFiles, office: Workplace, tmp_path: Path
) -> None:
    target = tmp_path / "Laporan"
    target.mkdir()
    old = {f"{name}{form.value}": b"of last month" for name in ("Laporan", "Dinas Kesehatan")}
    for name, content in old.items():
        (target / name).write_bytes(content)
    with pytest.raises(Cancelled):
        files.write(order(target, form), Stopping(after=4))
    assert contents(target) == old
    assert office.report_history.all() == []


@pytest.mark.parametrize("form", FORMS)
def test_a_new_folder_that_is_stopped_halfway_is_not_there(
    form: FileForm, files: ReportFiles, tmp_path: Path
) -> None:
    before = sorted(tmp_path.iterdir())
    with pytest.raises(Cancelled):
        files.write(order(tmp_path / "Laporan", form), Stopping(after=4))
    assert sorted(tmp_path.iterdir()) == before


def test_one_file_that_is_open_elsewhere_keeps_the_whole_folder_as_it_is(
    files: ReportFiles, tmp_path: Path
) -> None:
    target, workbook = tmp_path / "Laporan", FileForm.WORKBOOK
    files.write(order(target, workbook), Job.quiet())
    before = contents(target)
    (target / "~$Dinas Kesehatan.xlsx").write_bytes(b"")
    (target / "Laporan.xlsx").write_bytes(b"changed since")
    with pytest.raises(FileInUse) as refused:
        files.write(order(target, workbook), Job.quiet())
    assert Path(refused.value.path).name == "Dinas Kesehatan.xlsx"
    now = contents(target)
    assert now.pop("~$Dinas Kesehatan.xlsx") == b""
    assert now == {**before, "Laporan.xlsx": b"changed since"}


@pytest.mark.parametrize("form", FORMS)
def test_a_single_report_that_is_stopped_keeps_what_stood_there(
    form: FileForm, files: ReportFiles, tmp_path: Path
) -> None:
    asked = order(tmp_path / "Laporan", form, Division.SHEETS)
    asked.target.write_bytes(b"of last month")
    before = sorted(tmp_path.iterdir())
    with pytest.raises(Cancelled):
        files.write(asked, Stopping(after=1))
    assert asked.target.read_bytes() == b"of last month"
    assert sorted(tmp_path.iterdir()) == before


def test_each_file_of_a_folder_stands_in_the_history(
    files: ReportFiles, office: Workplace, tmp_path: Path
) -> None:
    files.write(order(tmp_path / "Laporan", FileForm.WORKBOOK), Job.quiet())
    noted = {one.path for one in office.report_history.all()}
    assert noted == set((tmp_path / "Laporan").iterdir())


def test_a_report_that_is_marked_read_only_can_be_saved_as_a_copy(
    open_page: Open, office: Workplace, qtbot: QtBot, tasks: TaskRunner, folder: Path
) -> None:
    page = open_page(office)
    write(page, qtbot, tasks)
    before = (folder / NAME).read_bytes()
    with read_only(folder / NAME):
        write(page, qtbot, tasks)
        assert f"{NAME} is marked as read-only" in said(page)
        button(page, "Save as a copy").click()
        qtbot.waitUntil(lambda: tasks.idle)
    assert (folder / NAME).read_bytes() == before
    assert (folder / NAME.replace(".xlsx", " (2).xlsx")).exists()
