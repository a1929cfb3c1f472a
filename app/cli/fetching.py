"""The command `fetch`: a plan, the fetch itself, and what became of it."""

import signal
import threading
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from types import FrameType
from typing import TYPE_CHECKING

from app.cli.output import put, put_json
from app.domain.errors import Cancelled
from app.domain.fetch_errors import Offline, ReadByHand
from app.domain.fetch_plan import BY_HAND, FETCHABLE, FetchPlan
from app.domain.fetched import OFFLINE, SIGN_IN_PAGE, UNTRUSTED
from app.domain.platform import Platform
from app.services.job import Job
from app.wording.language import Language

if TYPE_CHECKING:
    from pathlib import Path

    from app.services.fetching import JobSummary
    from app.services.workplace import Workplace

_NO_WAY = (OFFLINE, SIGN_IN_PAGE, UNTRUSTED)


def fetch(asked: Namespace, open_alone: "Callable[[Path], Workplace]", language: Language) -> None:
    """Fetches the counts of everybody who agreed, from the platforms that were named or from all.

    Raises:
        AppError: nobody could be asked at all.
    """
    named = tuple(map(Platform, asked.platform or ()))
    for platform in named:
        if platform in BY_HAND:
            raise ReadByHand(platform)
    with open_alone(asked.database) as workplace, _stopped_by_interrupt() as job:
        followers = workplace.fetching.followers
        followers.refuse_barred(named)
        plan = followers.plan(platforms=named or FETCHABLE)
        if not asked.json:
            _put_plan(plan, language)
        found = followers.run(job, platforms=named or FETCHABLE)
    _refuse_offline(found)
    if asked.json:
        from app.services.answers import fetch_answer

        put_json(fetch_answer(found, plan))
    else:
        _put_summaries(found, language)


@contextmanager
def _stopped_by_interrupt() -> Iterator[Job]:
    """Ctrl+C stops the fetch where it is: what was answered is kept, the rest goes on later."""
    stop = threading.Event()

    def interrupt(number: int, frame: FrameType | None) -> None:
        stop.set()

    if threading.current_thread() is not threading.main_thread():
        yield Job(lambda done, total: None, stop)
        return
    before = signal.signal(signal.SIGINT, interrupt)
    try:
        yield Job(lambda done, total: None, stop)
    finally:
        signal.signal(signal.SIGINT, before)


def _refuse_offline(found: "Sequence[JobSummary]") -> None:
    """One failure, said once, where no platform was reached."""
    asked = [one for one in found if one.state is not None and one.asked]
    if any(one.cancelled for one in asked):
        raise Cancelled
    if asked and all(one.code in _NO_WAY and not one.ok for one in asked):
        raise Offline(asked[0].code)


def _put_plan(plan: FetchPlan, language: Language) -> None:
    from app.wording.fetch_plans import left_out_sentences, plan_sentence

    now = datetime.now(UTC).astimezone()
    for one in plan.platforms:
        if one.accounts or one.left_out:
            put(plan_sentence(one, now, language))
        for line in left_out_sentences(one, language):
            put(f"  {line}")


def _put_summaries(found: "Sequence[JobSummary]", language: Language) -> None:
    from app.wording.fetch_plans import resume_sentence, state_line, summary_sentence
    from app.wording.fetching import stop_sentence

    now = datetime.now(UTC).astimezone()
    if not any(one.asked for one in found):
        put(language.say("Nobody is to be asked now."))
    for one in found:
        if one.asked:
            put(summary_sentence(one.platform, one.asked, one.ok, one.calls, language))
        for state, number in one.states.items():
            put(f"  {state_line(state, number, language)}")
        if one.resume_at is not None:
            put(f"  {resume_sentence(one.resume_at.astimezone(), now, language)}")
        elif one.stop is not None:
            put(f"  {stop_sentence(one.platform, one.stop, one.code, language)}")
