"""Inside mutmut's own environment: makes the mutants, and judges one after the other.

Started by mutation.py in the folder of the copy. mutmut makes the mutants and keeps what is known
of each; the tests are collected once, and for each mutant the quickest tests that reach it are
called until one fails. This is some hundred times as quick as one start of pytest for each, and
right as long as no test leaves anything behind: a test that failed is called once more without
the mutant, and has to pass.
"""

import argparse
import hashlib
import json
import os
import signal
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from mutmut.__main__ import copy_src_dir, create_mutants
from mutmut.mutation import trampoline
from mutmut.mutation.data import SourceFileMutationData
from mutmut.mutation.trampoline import set_mutant_under_test
from mutmut.utils.format_utils import mangled_name_from_mutant_name
from mutmut.workers.isolation import run_in_fork

KILLED, SURVIVED, NO_TESTS, TIMED_OUT = 1, 0, 33, 36

_PATIENCE = 3
"""Seconds of processor that a mutant gets at least: most of those that never end are loops."""

_LONGEST = 300
"""Seconds on the clock, for those that no signal of Python reaches."""

_SAVED_EVERY = 2.0
_WARM = 5.0
_BEGIN_AGAIN = 3


class Slow(BaseException):
    """A mutant does not end."""


class Judge:
    """A plugin of pytest that runs mutants in place of the tests."""

    def __init__(self, modules: Sequence[str], tests: Sequence[str], budget: float) -> None:
        self._modules = modules
        self._tests = tests
        self._budget = budget
        self._failed = False
        self._reach: dict[str, list[str]] = {}
        self._seconds: dict[str, float] = {}

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection(self) -> None:
        """A failure need not be made small, nor remembered: it is only noticed."""
        # pytest wants to be the first to import it.
        from hypothesis import Phase, settings

        noticed = [Phase.explicit, Phase.generate]
        now = settings(settings.get_profile("gaung"), phases=noticed, database=None)
        settings.register_profile("noticing", now)
        settings.load_profile("noticing")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Remembers that something failed."""
        self._failed = self._failed or report.failed

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Judges all that is open."""
        self._items = {item.nodeid: item for item in session.items}
        self._learn_reach()
        for module in self._modules:
            while (ended := run_in_fork(self._judge_module, module)) != 0:
                if ended != _BEGIN_AGAIN:
                    _give_up_on_the_last(module)
        return True

    def _learn_reach(self) -> None:
        """Which tests reach which function, and how long each takes; kept until something changes."""
        kept = Path(f"../reach-{_digest(self._tests, self._budget)}.json")
        if not kept.exists():
            _say("Which tests reach what")
            self._reach_into(kept)
        told = json.loads(kept.read_text(encoding="utf-8"))
        self._seconds = told["seconds"]
        for test, functions in told["reached"].items():
            for function in functions:
                self._reach.setdefault(function, []).append(test)
        # What tests remember among themselves is remembered without a mutant.
        for test in self._affordable(self._seconds, _WARM):
            self._run(self._items[test])

    def _reach_into(self, kept: Path) -> None:
        hits: set[str] = set()
        trampoline.record_trampoline_hit = lambda name, caller=None: hits.add(name)
        set_mutant_under_test("stats")
        signal.signal(signal.SIGVTALRM, _stop)
        reached: dict[str, list[str]] = {}
        seconds: dict[str, float] = {}
        for name, item in self._items.items():
            hits.clear()
            begun = time.process_time()
            signal.setitimer(signal.ITIMER_VIRTUAL, max(0.5, 3 * self._budget))
            try:
                self._run(item)
            except Slow:
                self._failed = True
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            if self._failed:
                # Too slow for the budget, or by the way to each mutant, where a test measures time.
                _say(f"left out: {name}")
                self._failed = False
                continue
            seconds[name] = time.process_time() - begun
            reached[name] = sorted(hits)
        set_mutant_under_test("")
        kept.write_text(json.dumps({"reached": reached, "seconds": seconds}), encoding="utf-8")

    def _run(self, item: pytest.Function) -> None:
        """A test that asks for no fixture is merely called: half of the time goes into the rest."""
        given = item.callspec.params if hasattr(item, "callspec") else {}
        wanted = item._fixtureinfo.argnames
        if not set(wanted) <= given.keys():
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
            return
        try:
            item.obj(**{name: given[name] for name in wanted})
        except pytest.skip.Exception:
            return
        except Slow:
            raise
        except BaseException:  # whatever a mutant breaks
            self._failed = True

    def _judge_module(self, module: str) -> int:
        data = _known(module)
        open_ones = [name for name, code in data.exit_code_by_key.items() if code is None]
        _say(f"{module}: {len(open_ones)} open")
        signal.signal(signal.SIGVTALRM, _stop)
        saved = time.monotonic()
        for name in open_ones:
            _last(module).write_text(name, encoding="utf-8")
            signal.alarm(_LONGEST)
            try:
                data.exit_code_by_key[name], clean = self._judged(name)
            except Slow:
                data.exit_code_by_key[name], clean = TIMED_OUT, True
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            set_mutant_under_test("")
            if not clean:
                data.save()
                return _BEGIN_AGAIN
            if time.monotonic() - saved > _SAVED_EVERY:
                data.save()
                saved = time.monotonic()
        signal.alarm(0)
        data.save()
        return 0

    def _judged(self, mutant: str) -> tuple[int, bool]:
        """What becomes of a mutant, and whether nothing of it is left."""
        reaching = self._reach.get(mangled_name_from_mutant_name(mutant), ())
        tests = list(self._affordable(reaching, self._budget))
        if not tests:
            return NO_TESTS, True
        most = _PATIENCE + 10 * sum(self._seconds[test] for test in tests)
        set_mutant_under_test(mutant)
        signal.setitimer(signal.ITIMER_VIRTUAL, most, 1)
        failing = next((test for test in tests if self._fails(test)), None)
        set_mutant_under_test("")
        if failing is None:
            return SURVIVED, True
        return KILLED, not self._fails(failing)

    def _affordable(self, tests: Iterable[str], budget: float) -> Iterator[str]:
        """The quickest first, as many as the time for one mutant allows; one at least."""
        spent = 0.0
        for test in sorted(tests, key=lambda test: (self._seconds[test], test)):
            if spent and spent + self._seconds[test] > budget:
                return
            spent += self._seconds[test]
            yield test

    def _fails(self, test: str) -> bool:
        self._failed = False
        self._run(self._items[test])
        return self._failed


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _stop(number: int, frame: FrameType | None) -> None:
    raise Slow


def _known(module: str) -> SourceFileMutationData:
    data = SourceFileMutationData(path=Path(module))
    data.meta_path = Path(f"{module}.meta")
    data.load()
    return data


def _last(module: str) -> Path:
    return Path(f"{module}.last")


def _give_up_on_the_last(module: str) -> None:
    """The mutant that took the whole process with it was noticed."""
    data = _known(module)
    data.exit_code_by_key[_last(module).read_text(encoding="utf-8")] = TIMED_OUT
    data.save()


def _digest(tests: Sequence[str], budget: float) -> str:
    whole = hashlib.sha256(repr((tests, budget)).encode())
    files = {Path("..", test.partition("::")[0]) for test in tests}
    for path in (*sorted(Path("../app/domain").rglob("*.py")), *sorted(files)):
        whole.update(path.read_bytes())
    return whole.hexdigest()[:16]


def main() -> int:
    """Makes the mutants of all modules and judges what is open in those that are asked for."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--budget", type=float, required=True)
    asked.add_argument("--tests", nargs="+", required=True)
    asked.add_argument("--modules", nargs="+", required=True)
    given = asked.parse_args()
    set_mutant_under_test("mutant_generation")
    Path("mutants").mkdir(exist_ok=True)
    copy_src_dir()
    create_mutants(1)
    set_mutant_under_test("")
    os.chdir("mutants")
    sys.path.insert(0, str(Path.cwd()))
    settled: list[Any] = ["--rootdir=.", "-qs", "--tb=no", "-p", "no:cacheprovider", *given.tests]
    return int(pytest.main(settled, plugins=[Judge(given.modules, given.tests, given.budget)]))


if __name__ == "__main__":
    sys.exit(main())
