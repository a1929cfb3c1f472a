"""What is said of a closed period: when, by whom, its hash, who is left out."""

from dataclasses import replace
from datetime import date, datetime

from app.domain.period import Period, PeriodKind
from app.domain.rule import RULE_A, FacebookMetric
from app.domain.snapshot import Reopening, Revision
from app.domain.verdict import Verdict
from app.domain.verdict_change import Cause
from app.wording.closings import (
    closed_facts,
    closed_title,
    closing_explained,
    closing_name,
    grouped_hash,
    revision_line,
)
from app.wording.language import Language
from app.wording.periods import came_and_went, totals_then_now

OCTOBER = Period(PeriodKind.MONTH, date(2026, 10, 1))
CLOSED = Revision(
    7,
    OCTOBER,
    1,
    date(2026, 10, 31),
    replace(RULE_A, facebook_metric=FacebookMetric.FRIENDS),
    dict.fromkeys(Verdict, 3),
    "a3f917c2d4e5" + "0" * 52,
    datetime(2026, 11, 2, 9, 12),
    "Rina",
)
AGAIN = replace(CLOSED, reopened=Reopening(datetime(2026, 11, 3, 8, 0), "Sari", "salah ketik."))


def test_a_closing_says_when_by_whom_under_which_rule_and_its_hash(indonesian: Language) -> None:
    facts = closed_facts(CLOSED, 2, 0, indonesian)
    assert facts.startswith("Ditutup 2 November 2026 oleh Rina. Dinilai per 31 Oktober 2026")
    assert "Facebook (teman)" in facts
    assert "Sidik isi a3f9 17c2 d4e5." in facts
    assert facts.endswith("2 orang tidak disebut namanya karena kemudian menarik persetujuan.")
    assert grouped_hash(CLOSED) == "a3f9 17c2 d4e5"
    nobody = closed_facts(replace(CLOSED, closed_by=""), 0, 1, indonesian)
    assert nobody.startswith("Ditutup 2 November 2026. Dinilai")
    assert nobody.endswith("1 orang sudah dihapus datanya.")


def test_a_closing_that_holds_no_longer_says_so_everywhere(indonesian: Language) -> None:
    assert closed_title(CLOSED, indonesian).startswith("Oktober 2026 sudah ditutup.")
    assert closed_title(AGAIN, indonesian).startswith("Penutupan ke-1 Oktober 2026")
    facts = closed_facts(AGAIN, 0, 0, indonesian)
    assert "Dibuka kembali 3 November 2026 oleh Sari: salah ketik." in facts
    assert "dibuka kembali: salah ketik" in revision_line(AGAIN, indonesian)
    assert closing_name(CLOSED, indonesian) == "Oktober 2026"
    assert closing_name(AGAIN, indonesian) == "Oktober 2026, penutupan ke-1"


def test_closing_a_running_period_is_warned_of(english: Language) -> None:
    running = closing_explained(OCTOBER, date(2026, 10, 20), "Reading a.", english)
    assert running.startswith("The period still runs until 31 October 2026. Everyone is judged as")
    assert "as of 20 October 2026" in running
    past = closing_explained(OCTOBER, date(2026, 11, 20), "Reading a.", english)
    assert past.startswith("Everyone is judged as of 31 October 2026")


def test_totals_and_their_causes_are_told_in_two_lines(indonesian: Language) -> None:
    assert totals_then_now(1383, 1412, indonesian) == "Memenuhi: 1.383, menjadi 1.412 (+29)"
    assert totals_then_now(5, 5, indonesian) == "Memenuhi: 5, menjadi 5 (0)"
    told = came_and_went({Cause.COUNT: 33, Cause.NEW: 2}, {Cause.LEFT: 6}, indonesian)
    assert told == (
        "35 masuk (Jumlah pengikut 33, Baru dalam daftar 2); 6 keluar (Keluar dari daftar 6)"
    )
    assert came_and_went({}, {}, indonesian) == "Tidak ada yang masuk dan tidak ada yang keluar."
