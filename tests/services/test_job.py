"""A job reports its steps and stops at the next one when asked."""

import threading

import pytest

from app.domain.errors import Cancelled
from app.services.job import Job


def test_a_step_is_reported() -> None:
    seen: list[tuple[int, int]] = []
    job = Job(lambda done, total: seen.append((done, total)), threading.Event())
    job.step(1, 3)
    job.step(2, 3)
    assert seen == [(1, 3), (2, 3)]


def test_a_stopped_job_raises_at_its_next_step_and_reports_nothing_more() -> None:
    seen: list[int] = []
    stop = threading.Event()
    job = Job(lambda done, total: seen.append(done), stop)
    stop.set()
    assert job.stopping
    with pytest.raises(Cancelled):
        job.step(1, 3)
    assert seen == []


def test_a_quiet_job_never_stops() -> None:
    job = Job.quiet()
    job.step(1, 2)
    assert not job.stopping
