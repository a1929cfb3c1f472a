"""`fetch` as other programs call it, against the stand-in of the platforms."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import openpyxl
import pytest

from app.bootstrap import run
from app.domain.credential import VARIABLES
from tests.platforms.standin import TOKEN, StandIn
from tests.platforms.standin.world import followers_of

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

HEADS = ["No", "Nama", "NIP", "Unit Kerja", "Akun IG", "Akun X", "Akun YouTube", "Bersedia"]


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIn]:
    with StandIn() as server:
        for name, value in server.environment(TOKEN).items():
            monkeypatch.setenv(name, value)
        yield server


@pytest.fixture
def office(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(HEADS)
    for number in range(1, 9):
        consent = "tidak bersedia" if number == 8 else "ya"
        name = f"hilang.{number}" if number == 7 else f"akun.{number}"
        nip = f"1985010{number}2010011{number:03d}"
        x = f"akun_x{number}" if number < 4 else ""
        channel = f"@kanal{number}" if number < 3 else ""
        sheet.append([number, f"Pegawai {number}", nip, "Bidang IKP", name, x, channel, consent])
    book.save(tmp_path / "roster.xlsx")
    path = tmp_path / "kantor.db"
    assert run(["import", str(tmp_path / "roster.xlsx"), "--database", str(path)]) == 0
    capsys.readouterr()
    return path


def fetched(path: Path) -> dict[tuple[str, str], int]:
    with closing(sqlite3.connect(path)) as raw:
        rows = raw.execute(
            "SELECT p.name, c.platform, c.low FROM counts c JOIN people p ON p.id = c.person_id "
            "WHERE c.source = 'api' AND c.retracted = 0"
        ).fetchall()
    found = {(name, platform): low for name, platform, low in rows}
    assert len(found) == len(rows)
    return found


def test_fetch_answers_in_json_with_every_platform(
    office: Path, stand_in: StandIn, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["fetch", "--database", str(office), "--json"]) == 0
    jobs = {one["platform"]: one for one in json.loads(capsys.readouterr().out)["jobs"]}
    assert set(jobs) == {"instagram", "facebook", "x", "youtube", "bluesky", "mastodon"}
    asked = jobs["instagram"]
    assert (asked["asked"], asked["ok"], asked["calls"]) == (7, 6, 1)
    assert (asked["states"], asked["resume_at"]) == ({"not_readable": 1}, None)
    assert asked["left_out"] == {"refused": 1}
    assert (jobs["x"]["ok"], jobs["x"]["calls"]) == (3, 1)
    assert (jobs["youtube"]["ok"], jobs["bluesky"]["asked"]) == (2, 0)
    counts = fetched(office)
    assert len(counts) == 11
    assert counts["Pegawai 1", "instagram"] == followers_of("akun.1")
    assert counts["Pegawai 3", "x"] == followers_of("akun_x3")


def test_a_second_fetch_of_the_day_asks_nobody(
    office: Path, stand_in: StandIn, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["fetch", "--database", str(office), "--json"])
    before, calls = fetched(office), len(stand_in.calls)
    capsys.readouterr()
    assert run(["fetch", "--database", str(office), "--json"]) == 0
    for one in json.loads(capsys.readouterr().out)["jobs"]:
        assert (one["asked"], one["ok"], one["states"], one["calls"]) == (0, 0, {}, 0)
    assert run(["fetch", "--database", str(office)]) == 0
    assert "Tidak ada yang perlu ditanyakan sekarang." in capsys.readouterr().out
    assert len(stand_in.calls) == calls
    assert fetched(office) == before


def test_one_platform_is_named_and_what_is_said_of_it_is_indonesian(
    office: Path, stand_in: StandIn, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["fetch", "--database", str(office), "--platform", "instagram"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines == [
        "Instagram: 7 akun, 1 panggilan.",
        "  1: menolak atau mencabut persetujuan",
        "Instagram: 6 dari 7 akun terbaca, 1 panggilan.",
        "  1: Tidak terbaca: akun pribadi, privat, atau tidak ada",
    ]
    assert {platform for _, platform in fetched(office)} == {"instagram"}


def failure(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    assert run([str(one) for one in arguments]) == 3
    shown = capsys.readouterr()
    (line,) = shown.err.splitlines()
    assert line.startswith("GAGAL: ")
    assert not shown.out
    return line


def test_a_named_platform_that_is_locked_or_has_no_token_is_a_failure_of_one_line(
    office: Path,
    stand_in: StandIn,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("GAUNG_X_APPROVED")
    assert "persetujuan tertulis" in failure(
        capsys, "fetch", "--database", office, "--platform", "x", "--json"
    )
    monkeypatch.delenv("GAUNG_YOUTUBE_KEY")
    assert "YouTube" in failure(capsys, "fetch", "--database", office, "--platform", "youtube")
    assert "TikTok" in failure(capsys, "fetch", "--database", office, "--platform", "tiktok")
    assert stand_in.calls == []
    # Not named, they are left alone, and the others are asked.
    assert run(["fetch", "--database", str(office), "--json"]) == 0
    jobs = {one["platform"]: one for one in json.loads(capsys.readouterr().out)["jobs"]}
    assert (jobs["x"]["asked"], jobs["x"]["stopped"]) == (0, "needs_permission")
    assert jobs["instagram"]["ok"] == 6


def test_offline_is_one_sentence_and_the_next_fetch_goes_on(
    office: Path,
    stand_in: StandIn,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for platform in ("INSTAGRAM", "X", "YOUTUBE"):
        monkeypatch.setenv(f"GAUNG_{platform}_URL", "http://127.0.0.1:9")
    assert "internet" in failure(capsys, "fetch", "--database", office, "--json")
    assert fetched(office) == {}
    for platform in ("INSTAGRAM", "X", "YOUTUBE"):
        monkeypatch.setenv(f"GAUNG_{platform}_URL", stand_in.url)
    assert run(["fetch", "--database", str(office), "--json"]) == 0
    assert len(fetched(office)) == 11


def test_a_refused_token_stops_its_platform_and_not_the_others(
    office: Path,
    stand_in: StandIn,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("GAUNG_INSTAGRAM_TOKEN", "TOKEN-KEDALUWARSA")
    assert run(["fetch", "--database", str(office), "--json"]) == 0
    jobs = {one["platform"]: one for one in json.loads(capsys.readouterr().out)["jobs"]}
    assert (jobs["instagram"]["ok"], jobs["instagram"]["states"]) == (0, {"token": 7})
    assert (jobs["instagram"]["stopped"], jobs["x"]["ok"]) == ("token", 3)


def test_the_token_is_nowhere(
    office: Path,
    stand_in: StandIn,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    canary = "ZZCANARY-" + "0123456789" * 3
    for variable in VARIABLES.values():
        monkeypatch.setenv(variable, canary)
    run(["fetch", "--database", str(office), "--json"])
    run(["fetch", "--database", str(office)])
    run(["backup", str(tmp_path / "cadangan"), "--database", str(office)])
    shown = capsys.readouterr()
    assert any(canary in seen.tokens.values() for seen in stand_in.calls)
    assert canary not in shown.out + shown.err
    files = [one for one in tmp_path.rglob("*") if one.is_file()]
    assert len(files) > 3
    assert [one.name for one in files if canary.encode() in one.read_bytes()] == []


def test_another_gaung_that_has_the_office_is_told_of(
    office: Path, stand_in: StandIn, capsys: pytest.CaptureFixture[str]
) -> None:
    from app.bootstrap import open_workplace
    from app.wording.language import Language

    with open_workplace(office, create=False, language=Language("en", Path()), alone=True):
        assert "Gaung" in failure(capsys, "fetch", "--database", office)
    assert stand_in.calls == []
