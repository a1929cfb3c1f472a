"""Every verdict on every shared sample, under every reading, against a second working out."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.bootstrap import open_workplace
from app.domain.person import Account
from app.domain.rule import NAMED_RULES
from app.paths import resources
from app.services.job import Job
from app.services.standings import judged
from app.services.workplace import Workplace
from app.wording.language import Language
from tests.domain.policy_again import Known, verdict_again

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"
DAY = date(2026, 10, 31)
"""The as-of date of every sample."""


@pytest.fixture(scope="module")
def truths() -> list[dict[str, Any]]:
    if not SAMPLES.is_dir():
        pytest.skip(f"{SAMPLES} is not there")
    return [json.loads(path.read_text("utf-8")) for path in sorted(SAMPLES.glob("*.truth.json"))]


@pytest.fixture(scope="module")
def office(
    truths: list[dict[str, Any]], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Workplace]:
    """One office with everybody of all samples."""
    language = Language("id", resources() / "locale")
    path = tmp_path_factory.mktemp("samples") / "kantor.db"
    with open_workplace(path, create=True, language=language) as opened:
        files = [SAMPLES / truth["file"] for truth in truths]
        opened.importing.import_files(files, DAY, Job.quiet())
        yield opened


def test_every_verdict_is_the_one_that_is_worked_out_again_from_what_is_stored(
    office: Workplace,
) -> None:
    everyone = office.standings.everyone(DAY, Job.quiet())
    seen: Counter[tuple[str, str]] = Counter()
    for rule in NAMED_RULES:
        for one in judged(everyone, rule, DAY).people:
            again = verdict_again({a.platform.value: _stored(a) for a in one.accounts}, rule.key)
            assert one.judgement.verdict.value == again, (one.person.name, rule.key)
            seen[rule.key, again] += 1
    assert len(everyone) > 2000
    assert len(seen) == len(NAMED_RULES) * 3


def test_every_verdict_is_the_one_that_follows_from_the_known_truth(
    office: Workplace, truths: list[dict[str, Any]]
) -> None:
    """Of people with one row in one sample whose cells have one reading, two thousand of them."""
    everyone = office.standings.everyone(DAY, Job.quiet())
    known = _single_rows(truths)
    checked: Counter[str] = Counter()
    for rule in NAMED_RULES:
        for one in judged(everyone, rule, DAY).people:
            row = known.get(one.person.nip.digits)
            if row is not None:
                facts = {name: _true(cells) for name, cells in row["platforms"].items()}
                again = verdict_again(facts, rule.key)
                assert one.judgement.verdict.value == again, (row, rule.key)
                checked[rule.key] += 1
    assert min(checked.values()) > 1500


def _stored(account: Account) -> Known:
    count = account.latest
    return Known(
        None if count is None else count.interval.low,
        None if count is None else count.interval.high,
        account.handle is not None or bool(account.written),
        account.stated_none,
        bool(account.unreadable),
    )


def _single_rows(truths: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    times = Counter(person["nip"] for truth in truths for person in truth["people"])
    found = {}
    for truth in truths:
        rows = {(row["sheet"], row["row"]): row for row in truth["rows"]}
        for person in truth["people"]:
            if not person["usable"] or person.get("optional") or len(person["rows"]) != 1:
                continue
            row = rows[tuple(person["rows"][0])]
            plain = not any(cells.get("count_alt") for cells in row["platforms"].values())
            if times[person["nip"]] == 1 and plain:
                found[person["nip"]] = row
    return found


def _true(cells: dict[str, Any]) -> Known:
    count, handle = cells["count"], cells["handle"]
    nothing = "none" in (cells.get("handle_reason"), cells.get("count_reason"))
    return Known(
        None if count is None else count["low"],
        None if count is None else count["high"],
        handle is not None,
        nothing and handle is None and (count is None or count["high"] == 0),
        cells.get("count_reason") in ("not_a_count", "ambiguous"),
    )
