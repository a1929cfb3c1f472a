"""Fetches follower counts through the official ways of the platforms: planned, kept, resumable."""

from collections.abc import Sequence
from datetime import timedelta

from app.domain.fetch_errors import NotInSample, PlatformBarred
from app.domain.fetch_job import ApartDecision
from app.domain.fetch_plan import FETCHABLE, FetchPlan
from app.domain.person import Source
from app.domain.platform import Platform
from app.domain.roster import CountState
from app.platforms.http import load_ahead
from app.platforms.protocol import FollowerSource
from app.services.fetching.candidates import People
from app.services.fetching.clients import Sources
from app.services.fetching.known import Known
from app.services.fetching.planning import plan_fetch
from app.services.fetching.queue import Queue
from app.services.fetching.running import RESTS, Clock, PlatformRun
from app.services.fetching.summary import JobSummary, summary_of
from app.services.job import Job
from app.services.many_objects import standing_objects_spared
from app.storage.actions import begin
from app.storage.checks import mark_checked
from app.storage.counts import record_count
from app.storage.counts_apart import CountApart, decide, undecided
from app.storage.database import Database
from app.storage.fetch_jobs import newest_jobs

__all__ = ["PATIENCE", "CountApart", "FetchFollowers", "JobSummary", "Sources"]

PATIENCE = timedelta(minutes=15)
"""Shorter pauses are waited out; after longer ones the rest waits for the next fetch."""


class FetchFollowers:
    """Plans, asks, resumes, and lets a person decide about counts that are hard to believe."""

    def __init__(
        self,
        database: Database,
        sources: Sources,
        clock: Clock,
        by: str,
        *,
        is_sample: bool = False,
        rests: Sequence[float] = RESTS,
    ) -> None:
        self._database = database
        self._sources = sources
        self._clock = clock
        self._by = by
        self._is_sample = is_sample
        self._rests = rests
        self._known = Known()

    def plan(self, people: People = None, platforms: Sequence[Platform] = FETCHABLE) -> FetchPlan:
        """What would be asked, how long that takes, and whom it leaves out.

        Raises:
            NotInSample: this is the invented office.
        """
        sources = self._of(platforms)
        with self._database.reading() as tx:
            plan = plan_fetch(tx, sources, people, self._clock(), self._known)
        if any(one.calls for one in plan.platforms):
            load_ahead()
        return plan

    def run(
        self,
        job: Job,
        people: People = None,
        platforms: Sequence[Platform] = FETCHABLE,
        *,
        again: bool = False,
    ) -> Sequence[JobSummary]:
        """Asks one platform after the other; what was left of an earlier fetch goes on first.

        A person may stop it; what was answered until then is kept.

        Args:
            job: told of the progress on each platform.
            people: of whom; None for everyone.
            platforms: which; those that may not be asked are left alone.
            again: whoever was asked in vain the last time, and nobody else.

        Returns:
            One for each platform; empty where nobody was to be asked.

        Raises:
            NotInSample: this is the invented office.
        """
        found = []
        with standing_objects_spared():
            for source in self._of(platforms):
                stop = source.barred()
                if stop is not None:
                    found.append(JobSummary.barred(source.platform, stop))
                    continue
                ran = not job.stopping and self._run_of(source, job).run(people, again=again)
                found.append(self._summary(source.platform) if ran else JobSummary(source.platform))
        return found

    def refuse_barred(self, platforms: Sequence[Platform]) -> None:
        """For whoever named the platforms: one that may not be asked is a failure, not a remark.

        Raises:
            NotInSample: this is the invented office.
            PlatformBarred: no token, no approval.
        """
        for source in self._of(platforms):
            stop = source.barred()
            if stop is not None:
                raise PlatformBarred(source.platform, stop.state, stop.code)

    def summaries(self) -> Sequence[JobSummary]:
        """The newest job of every platform that was ever asked, as it stands now."""
        with self._database.reading() as tx:
            jobs = newest_jobs(tx)
            return [summary_of(tx, jobs[one]) for one in FETCHABLE if one in jobs]

    # -------------------------------------------------------------- counts kept apart

    def apart(self) -> Sequence[CountApart]:
        """Fetched counts that are used only when a person accepts them, the newest first."""
        with self._database.reading() as tx:
            return undecided(tx)

    def accept(self, apart: CountApart) -> None:
        """It is right: a count like any other from now on, and asked about no more."""
        now = self._clock().astimezone().replace(tzinfo=None)
        span = apart.interval
        count = CountState(
            apart.platform, span.low, span.high, span.exact, apart.observed_on, apart.written
        )
        with self._database.writing() as tx:
            if any(one.id == apart.id for one in undecided(tx)):
                action = begin(tx, "accept_fetched", self._by, now)
                decide(tx, action, apart.id, ApartDecision.ACCEPTED, self._by, now)
                whose = apart.person_id
                count_id = record_count(tx, action, whose, count, Source.API, self._by, now)
                mark_checked(tx, action, count_id, self._by, now)

    def refuse(self, apart: CountApart) -> None:
        """It is wrong: what was counted before holds; the refused one stays in the table."""
        now = self._clock().astimezone().replace(tzinfo=None)
        with self._database.writing() as tx:
            if any(one.id == apart.id for one in undecided(tx)):
                action = begin(tx, "refuse_fetched", self._by, now)
                decide(tx, action, apart.id, ApartDecision.REFUSED, self._by, now)

    # -------------------------------------------------------------- parts

    def _of(self, platforms: Sequence[Platform]) -> list[FollowerSource]:
        if self._is_sample:
            raise NotInSample
        sources = self._sources()
        return [sources[one] for one in platforms if one in sources]

    def _run_of(self, source: FollowerSource, job: Job) -> PlatformRun:
        queue = Queue(self._database, source, self._clock, self._by, self._known)
        return PlatformRun(
            self._database, source, queue, self._clock, self._by, job, PATIENCE, self._rests
        )

    def _summary(self, platform: Platform) -> JobSummary:
        with self._database.reading() as tx:
            found = newest_jobs(tx).get(platform)
            return JobSummary(platform) if found is None else summary_of(tx, found)
