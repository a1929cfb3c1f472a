"""Work goes away and its answer comes back: in order, once, and only to those who still live."""

import sys
import threading
from functools import partial
from types import FrameType

import pytest
from PySide6.QtCore import QObject, QThread, QTimer, Signal
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from app.domain.errors import AppError, NothingToUndo
from app.services.job import Job
from app.ui.tasks import Lane, Task, TaskRunner


class Page(QObject):
    """Takes answers and remembers in which thread they came."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[object] = []
        self.errors: list[AppError] = []
        self.steps: list[tuple[int, int]] = []
        self.stopped = 0
        self.threads: set[QThread] = set()

    def take(self, answer: object) -> None:
        self.answers.append(answer)
        self.threads.add(QThread.currentThread())

    def explain(self, error: AppError) -> None:
        self.errors.append(error)

    def step(self, done: int, total: int) -> None:
        self.steps.append((done, total))

    def stop(self) -> None:
        self.stopped += 1


class Bench:
    """A runner, its crashes, a page."""

    def __init__(self) -> None:
        self.crashes: list[Exception] = []
        self.runner = TaskRunner(self.crashes.append)
        self.page = Page()


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    made = Bench()
    yield made
    made.runner.shutdown()


def _number(number: int, job: Job) -> int:
    return number


def _wait_to_be_stopped(begun: threading.Event, job: Job) -> None:
    begun.set()
    while True:
        job.step(0, 0)


def test_five_hundred_jobs_answer_in_order_in_the_windows_thread(
    bench: Bench, qtbot: QtBot
) -> None:
    page = bench.page
    for number in range(500):
        bench.runner.run(partial(_number, number), done=page.take, failed=page.explain)
    qtbot.waitUntil(lambda: bench.runner.idle)
    assert page.answers == list(range(500))
    assert page.threads == {page.thread()}


def test_work_runs_outside_the_windows_thread(bench: Bench, qtbot: QtBot) -> None:
    here = threading.get_ident()
    bench.runner.run(
        lambda job: threading.get_ident(), done=bench.page.take, failed=bench.page.explain
    )
    qtbot.waitUntil(lambda: bench.runner.idle)
    assert bench.page.answers != [here]


def test_an_expected_failure_reaches_failed_and_nobody_else(bench: Bench, qtbot: QtBot) -> None:
    error = NothingToUndo()

    def fail(job: Job) -> None:
        raise error

    bench.runner.run(fail, done=bench.page.take, failed=bench.page.explain)
    qtbot.waitUntil(lambda: bench.runner.idle)
    assert bench.page.errors == [error]
    assert bench.page.answers == []
    assert bench.crashes == []


def test_a_bug_reaches_the_runners_own_door(bench: Bench, qtbot: QtBot) -> None:
    def crash(job: Job) -> None:
        raise ZeroDivisionError

    bench.runner.run(crash, done=bench.page.take, failed=bench.page.explain)
    qtbot.waitUntil(lambda: bench.runner.idle)
    assert [type(error) for error in bench.crashes] == [ZeroDivisionError]
    assert bench.page.errors == []


def test_running_work_stops_at_its_next_step_when_cancelled(bench: Bench, qtbot: QtBot) -> None:
    page, begun = bench.page, threading.Event()
    task = bench.runner.run(
        partial(_wait_to_be_stopped, begun),
        done=page.take,
        failed=page.explain,
        cancelled=page.stop,
    )
    assert begun.wait(5)
    task.cancel()
    qtbot.waitUntil(lambda: bench.runner.idle)
    assert page.stopped == 1
    assert page.answers == page.errors == []


def test_work_cancelled_while_it_queues_never_begins(bench: Bench, qtbot: QtBot) -> None:
    page, begun, ran = bench.page, threading.Event(), threading.Event()

    def second(job: Job) -> None:
        ran.set()

    first = bench.runner.run(
        partial(_wait_to_be_stopped, begun), done=page.take, failed=page.explain
    )
    waiting = bench.runner.run(second, done=page.take, failed=page.explain, cancelled=page.stop)
    waiting.cancel()
    first.cancel()
    qtbot.waitUntil(lambda: bench.runner.idle)
    assert page.stopped == 1
    assert not ran.is_set()


def test_the_last_step_is_always_reported(bench: Bench, qtbot: QtBot) -> None:
    def count(job: Job) -> int:
        for done in range(1000):
            job.step(done + 1, 1000)
        return 1000

    page = bench.page
    bench.runner.run(count, done=page.take, failed=page.explain, progressed=page.step)
    qtbot.waitUntil(lambda: bench.runner.idle)
    assert page.steps[-1] == (1000, 1000)
    assert len(page.steps) < 1000


def test_a_receiver_destroyed_meanwhile_is_not_called(bench: Bench, qtbot: QtBot) -> None:
    begun, go = threading.Event(), threading.Event()
    page = Page()
    answers = page.answers

    def work(job: Job) -> int:
        begun.set()
        go.wait(5)
        return 1

    bench.runner.run(work, done=page.take, failed=page.explain)
    assert begun.wait(5)
    delete(page)
    go.set()
    qtbot.waitUntil(lambda: bench.runner.idle)
    assert answers == []


def test_a_fetch_in_its_lane_does_not_hold_up_local_work(bench: Bench, qtbot: QtBot) -> None:
    page, begun = bench.page, threading.Event()
    fetch = bench.runner.run(
        partial(_wait_to_be_stopped, begun),
        done=page.take,
        failed=page.explain,
        lane=Lane.NETWORK,
    )
    bench.runner.run(partial(_number, 7), done=page.take, failed=page.explain)
    qtbot.waitUntil(lambda: page.answers == [7])
    assert not bench.runner.idle
    fetch.cancel()
    qtbot.waitUntil(lambda: bench.runner.idle)


def test_shutdown_stops_running_work_and_delivers_nothing_more(bench: Bench, qtbot: QtBot) -> None:
    page, begun = bench.page, threading.Event()
    bench.runner.run(
        partial(_wait_to_be_stopped, begun),
        done=page.take,
        failed=page.explain,
        cancelled=page.stop,
    )
    bench.runner.run(partial(_number, 1), done=page.take, failed=page.explain)
    assert begun.wait(5)
    bench.runner.shutdown()
    assert bench.runner.idle
    bench.runner.run(partial(_number, 2), done=page.take, failed=page.explain)
    assert bench.runner.idle
    assert page.answers == []
    assert page.stopped == 0


def test_shutdown_waits_for_what_was_promised_though_it_had_not_begun(bench: Bench) -> None:
    page, begun, written = bench.page, threading.Event(), []

    def write(job: Job) -> None:
        job.step(1, 1)
        written.append("all of it")

    bench.runner.run(partial(_wait_to_be_stopped, begun), done=page.take, failed=page.explain)
    bench.runner.run(write, done=page.take, failed=page.explain, finishes=True)
    assert begun.wait(5)
    bench.runner.shutdown()
    assert written == ["all of it"]
    assert page.answers == []


def test_an_answer_on_its_way_at_shutdown_is_not_delivered(bench: Bench, qtbot: QtBot) -> None:
    page, finished, later = bench.page, threading.Event(), []

    def work(job: Job) -> int:
        finished.set()
        return 1

    bench.runner.run(work, done=page.take, failed=page.explain)
    assert finished.wait(5)
    bench.runner.shutdown()
    QTimer.singleShot(0, partial(later.append, True))
    qtbot.waitUntil(lambda: later == [True])
    assert page.answers == []


def test_the_next_job_may_be_started_from_an_answer(bench: Bench, qtbot: QtBot) -> None:
    class Chain(QObject):
        def __init__(self) -> None:
            super().__init__()
            self.seen: list[int] = []

        def take(self, number: int) -> None:
            self.seen.append(number)
            if number < 5:
                work = partial(_number, number + 1)
                bench.runner.run(work, done=self.take, failed=bench.page.explain)

    chain = Chain()
    bench.runner.run(partial(_number, 1), done=chain.take, failed=bench.page.explain)
    qtbot.waitUntil(lambda: chain.seen == [1, 2, 3, 4, 5])


def test_signals_do_not_eat_references_of_true(qtbot: QtBot) -> None:
    """Newer PySide6 under Python 3.11 loses one per emit until the program aborts."""

    class Sender(QObject):
        sent = Signal(bool)

    sender = Sender()
    before = sys.getrefcount(True)
    for _ in range(100):
        sender.sent.emit(True)
    assert abs(sys.getrefcount(True) - before) < 10


class Freed:
    """Does some work; notes which thread destroys it."""

    def __init__(self, threads: list[threading.Thread]) -> None:
        self._threads = threads

    def work(self, job: Job) -> int:
        return 1

    def fail(self, job: Job) -> int:
        raise NothingToUndo

    def __del__(self) -> None:
        self._threads.append(threading.current_thread())


@pytest.mark.parametrize("name", ["work", "fail"])
def test_what_the_work_belongs_to_is_never_destroyed_in_the_thread_of_the_lane(
    bench: Bench, qtbot: QtBot, name: str
) -> None:
    threads: list[threading.Thread] = []
    for _ in range(20):
        work = getattr(Freed(threads), name)
        bench.runner.run(work, done=bench.page.take, failed=bench.page.explain)
        del work
    qtbot.waitUntil(lambda: bench.runner.idle)
    bench.page.errors.clear()
    qtbot.waitUntil(lambda: len(threads) == 20)
    assert set(threads) == {threading.main_thread()}


def test_a_task_stands_until_its_thread_has_left_it(bench: Bench, qtbot: QtBot) -> None:
    """Deleted while the thread was still telling of its end, it ended the program."""
    tasks: list[Task] = []
    stood: list[bool] = []
    deleted = threading.Event()

    def slow_end(frame: FrameType, event: str, what: object) -> None:
        if event == "c_return" and frame.f_code.co_name == "_run":
            sys.setprofile(None)
            deleted.wait(0.3)
            stood.append(isValid(tasks[0]))

    def work(job: Job) -> int:
        sys.setprofile(slow_end)
        return 1

    task = bench.runner.run(work, done=bench.page.take, failed=bench.page.explain)
    tasks.append(task)
    task.destroyed.connect(deleted.set)
    qtbot.waitUntil(lambda: bool(stood))
    assert stood == [True]


def test_what_waits_for_rest_is_called_once_after_everything_that_is_asked_for(
    bench: Bench, qtbot: QtBot
) -> None:
    told: list[str] = []

    def go_on(number: object) -> None:
        told.append("piece")
        if len(told) < 3:
            bench.runner.run(partial(_number, 1), done=go_on, failed=bench.page.explain)

    # Asked for before the work: the same turn of the window may still ask for something.
    bench.runner.once_idle(lambda: told.append("rest"))
    bench.runner.run(partial(_number, 1), done=go_on, failed=bench.page.explain)
    qtbot.waitUntil(lambda: "rest" in told)
    assert told == ["piece", "piece", "piece", "rest"]
    bench.runner.run(partial(_number, 1), done=go_on, failed=bench.page.explain)
    with qtbot.waitSignal(bench.runner.became_idle):
        pass
    assert told.count("rest") == 1


def test_where_nothing_is_under_way_it_is_called_in_the_next_turn(
    bench: Bench, qtbot: QtBot
) -> None:
    told: list[str] = []
    bench.runner.once_idle(lambda: told.append("rest"))
    assert told == []
    qtbot.waitUntil(lambda: told == ["rest"])


def test_nothing_that_waits_for_rest_is_called_after_the_end_or_on_what_is_gone(
    bench: Bench, qtbot: QtBot
) -> None:
    page = bench.page
    bench.runner.once_idle(page.stop)
    delete(page)
    with qtbot.waitSignal(bench.runner.became_idle):
        pass
    told: list[str] = []
    bench.runner.once_idle(lambda: told.append("rest"))
    bench.runner.shutdown()
    # What was begun before it comes before it.
    turns: list[str] = []
    QTimer.singleShot(0, lambda: turns.append("over"))
    qtbot.waitUntil(lambda: turns == ["over"])
    assert told == []
