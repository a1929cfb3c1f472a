"""What the office has stored that a report needs, and the wish that it and the fields make."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from app.domain.office import Office
from app.domain.report_kinds import ReportKind
from app.domain.snapshot import Revision
from app.services.periods import KeepPeriods
from app.services.preferences import KeepPreferences, Preferences
from app.services.report import ReportOptions
from app.ui.reports.fields_card import Chosen
from app.ui.reports.last_report import KEY, LastReport, from_text
from app.ui.reports.preparing import Wanted


@dataclass(frozen=True, slots=True)
class Kept:
    """`folder` is where the last report went; `closings` has every closing, the newest first."""

    preferences: Preferences
    office: Office
    last: LastReport | None
    folder: Path
    closings: Sequence[Revision] = ()


def read_kept(preferences: KeepPreferences, periods: KeepPeriods, first_folder: Path) -> Kept:
    """`first_folder` is offered where the last report went nowhere that is still there."""
    last = from_text(preferences.load(KEY))
    folder = last.folder if last is not None and last.folder.is_dir() else first_folder
    closings = periods.revisions()
    return Kept(preferences.preferences(), preferences.office(), last, folder, closings)


def wanted_from(kept: Kept, chosen: Chosen, kinds: Set[ReportKind], revision: int) -> Wanted:
    """The report that the fields ask for; `revision` grows with whatever may have changed.

    A closing has its own rule and day.
    """
    form = chosen.form
    options = ReportOptions(
        kinds=frozenset(kinds),
        letterhead=form.letterhead,
        masked_nip=chosen.masked_nip,
        division=form.division,
        paper=form.paper,
        portrait=form.portrait,
        charts=form.charts,
        decree=form.decree,
        facebook_friends=kept.preferences.facebook_metric == "friends",
        readings=kept.preferences.rules,
    )
    closed = chosen.closing
    if closed is None:
        rule, as_of = kept.preferences.rule_of(chosen.rule_key), chosen.as_of
        return Wanted(rule, as_of, chosen.office, options, revision)
    return Wanted(closed.rule, closed.as_of, chosen.office, options, revision, closed.id)
