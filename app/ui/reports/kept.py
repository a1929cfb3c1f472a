"""What the office has stored that a report needs, and the wish that it and the fields make."""

from collections.abc import Set
from dataclasses import dataclass
from pathlib import Path

from app.domain.office import Office
from app.domain.report_kinds import ReportKind
from app.services.preferences import KeepPreferences, Preferences
from app.services.report import ReportOptions
from app.ui.reports.fields_card import Chosen
from app.ui.reports.last_report import KEY, LastReport, from_text
from app.ui.reports.preparing import Wanted


@dataclass(frozen=True, slots=True)
class Kept:
    """What is stored of the office and of the last report; `folder` is where that one went."""

    preferences: Preferences
    office: Office
    last: LastReport | None
    folder: Path


def read_kept(preferences: KeepPreferences, first_folder: Path) -> Kept:
    """`first_folder` is offered where the last report went nowhere that is still there."""
    last = from_text(preferences.load(KEY))
    folder = last.folder if last is not None and last.folder.is_dir() else first_folder
    return Kept(preferences.preferences(), preferences.office(), last, folder)


def wanted_from(kept: Kept, chosen: Chosen, kinds: Set[ReportKind], revision: int) -> Wanted:
    """The report that the fields ask for; `revision` grows with whatever may have changed."""
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
    rule = kept.preferences.rule_of(chosen.rule_key)
    return Wanted(rule, chosen.as_of, chosen.office, options, revision)
