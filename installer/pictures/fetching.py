"""Scenes of fetching: refused in the invented office, a plan, a fetch that runs, what came of it."""

from datetime import UTC, datetime, timedelta

from app.domain.count import Interval
from app.domain.fetch_job import JobState
from app.domain.fetch_plan import FetchPlan, LeftOut, PlatformPlan, Portion
from app.domain.fetched import LOCKED, FetchState, Stop
from app.domain.platform import Platform
from app.services.fetching import CountApart, JobSummary
from app.ui.fetching.dialog import FetchDialog
from app.ui.parts.strip import Mood, Strip
from installer.pictures.scene import Room, Scene
from installer.pictures.stage import Stage

_NOW = datetime(2026, 11, 20, 9, 15, tzinfo=UTC)
_SOON = _NOW + timedelta(hours=1)


def _plan() -> FetchPlan:
    left_out = {LeftOut.NO_CONSENT: 96, LeftOut.REFUSED: 4, LeftOut.ANSWERED: 31}
    return FetchPlan(
        [
            PlatformPlan(
                Platform.INSTAGRAM,
                412,
                409,
                9,
                [Portion(_NOW, 180), Portion(_SOON, 200), Portion(_SOON + timedelta(hours=1), 29)],
                left_out,
                continued=12,
            ),
            PlatformPlan(Platform.FACEBOOK, 38, 38, 1, [Portion(_NOW, 38)], {LeftOut.NO_NAME: 7}),
            PlatformPlan(
                Platform.X,
                120,
                120,
                2,
                [],
                {LeftOut.NO_CONSENT: 30},
                barred=Stop(FetchState.NEEDS_PERMISSION, code=LOCKED),
            ),
            PlatformPlan(Platform.YOUTUBE, 21, 21, 1, [Portion(_NOW, 21)], {}),
        ],
        {Platform.TIKTOK: 88},
    )


def _found() -> list[JobSummary]:
    states = {FetchState.NOT_READABLE: 46, FetchState.RATE_LIMITED: 229, FetchState.NOT_FOUND: 3}
    return [
        JobSummary(
            Platform.INSTAGRAM,
            JobState.PAUSED,
            412,
            134,
            states,
            waiting=229,
            calls=4,
            resume_at=_SOON,
        ),
        JobSummary(Platform.YOUTUBE, JobState.ENDED, 21, 20, {FetchState.HIDDEN: 1}, 0, 1),
    ]


def _apart() -> list[CountApart]:
    zero, day = Interval.of(0), _NOW.date()
    return [
        CountApart(
            1, 1, "Sekar Maharatri", Platform.INSTAGRAM, "sekar.maharatri", zero, day, "0", 812
        )
    ]


def _refused(stage: Stage) -> None:
    stage.press("Fetch automatically")


def _planned(stage: Stage) -> FetchDialog:
    _refused(stage)
    dialog = stage.part(FetchDialog)
    dialog.show_plan(_plan(), _NOW)
    strip = dialog.findChild(Strip)
    if strip is not None:
        strip.clear()
    stage.rest()
    return dialog


def _plan_shown(stage: Stage) -> None:
    _planned(stage)


def _running(stage: Stage) -> None:
    dialog = _planned(stage)
    dialog.show_fetching()
    dialog.step(134, 412)
    dialog.show_results(_found()[1:], [], _NOW)
    stage.show_progress()


def _ended(stage: Stage) -> None:
    dialog = _planned(stage)
    dialog.show_fetching()
    dialog.show_results(_found(), _apart(), _NOW)
    words = stage.say("{ok} of {accounts} counted.")
    accounts = stage.language.say_many("{count} account", "{count} accounts", 433)
    lead = words.format(ok=stage.language.number(154), accounts=accounts)
    dialog.show_ended(lead, "", Mood.WARNING)
    stage.rest()


FETCHING = Room(
    "followers",
    (
        Scene("fetching-refused", _refused),
        Scene("fetching-plan", _plan_shown),
        Scene("fetching-running", _running),
        Scene("fetching-ended", _ended),
    ),
)
