"""Cells of accounts on several platforms: each piece names its platform, or is kept for a person."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.count import read_count
from app.domain.platform import RECORDED, Platform
from app.domain.together import Together, read_listed, read_together, with_counts

IG, FB, X, TT, YT = RECORDED
Said = list[tuple[Platform | None, str, object]]


def said(together: Together) -> Said:
    return [(one.platform, one.name, one.count) for one in together.accounts]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "IG: @budi.s / FB: Budi Santoso / Twitter: @budis",
            [(IG, "@budi.s", ""), (FB, "Budi Santoso", ""), (X, "@budis", "")],
        ),
        (
            "Instagram (@budi) 1.200, Facebook (Budi) 800",
            [(IG, "@budi", "1.200"), (FB, "Budi", "800")],
        ),
        (
            "https://instagram.com/satu\nhttps://facebook.com/dua.kab",
            [(IG, "https://instagram.com/satu", ""), (FB, "https://facebook.com/dua.kab", "")],
        ),
        ("@budi (IG)", [(IG, "@budi", "")]),
        (
            "@budi (IG) 1.200, Budi S (FB) 800",
            [(IG, "@budi", "1.200"), (FB, "Budi S", "800")],
        ),
        (
            "IG: @akun1 (1.200 followers)\nFB: Sinta Dewi (3 ribu teman)",
            [(IG, "@akun1", "1.200 followers"), (FB, "Sinta Dewi", "3 ribu teman")],
        ),
        ("IG @satu 600, FB @dua 1.000", [(IG, "@satu", "600"), (FB, "@dua", "1.000")]),
        ("@satu IG 600 @dua FB 1,2rb", [(IG, "@satu", "600"), (FB, "@dua", "1,2rb")]),
        ("IG 1.200 FB 800", [(IG, "", "1.200"), (FB, "", "800")]),
        ("1.2K (IG) / 3,4rb (FB)", [(IG, "", "1.2K"), (FB, "", "3,4rb")]),
        ("IG/FB: @budi", [(IG, "@budi", ""), (FB, "@budi", "")]),
        (
            "Instagram\n@budi\nFacebook\nBudi Santoso, S.Pd",
            [(IG, "@budi", ""), (FB, "Budi Santoso, S.Pd", "")],
        ),
        ("1. IG: @budi 2. FB: Budi", [(IG, "@budi", ""), (FB, "Budi", "")]),
        ("IG: @budi\n1.200 followers\nFB: -", [(IG, "@budi", "1.200 followers"), (FB, "", "")]),
        ("Istagram: @budi, Facebok: Budi", [(IG, "@budi", ""), (FB, "Budi", "")]),
        ("IG tidak ada, FB Budi", [(IG, "tidak ada", ""), (FB, "Budi", "")]),
        ("X (Twitter): @b_s; yt Kanal Budi", [(X, "@b_s", ""), (YT, "Kanal Budi", "")]),
        ("IG budi 800, FB Budi Santoso 3000", [(IG, "budi", "800"), (FB, "Budi Santoso", "3000")]),
        ("FB: Rangga 85", [(FB, "Rangga 85", "")]),
        (
            "IG: @budi 512 (per 1 November 2026), FB: budi.s 7",
            [(IG, "@budi", "512"), (FB, "budi.s", "7")],
        ),
        ("IG, FB", [(IG, "Instagram", ""), (FB, "Facebook", "")]),
        ("Threads: @budi, LinkedIn: Budi", [(Platform.THREADS, "@budi", ""), (None, "Budi", "")]),
        ("WA: 081234567890, IG: @budi", [(None, "", ""), (IG, "@budi", "")]),
        ("https://instagram.com/budi (Instagram) 500", [(IG, "https://instagram.com/budi", "500")]),
        ("@budi https://instagram.com/budi", [(IG, "@budi https://instagram.com/budi", "")]),
        ("IG: @satu https://x.com/satu 5", [(IG, "@satu", ""), (X, "https://x.com/satu", "5")]),
        (
            "https://instagram.com/a.b https://facebook.com/b.c",
            [(IG, "https://instagram.com/a.b", ""), (FB, "https://facebook.com/b.c", "")],
        ),
        ("(https://instagram.com/budi)", [(IG, "https://instagram.com/budi", "")]),
        ("IG: instagram.com/budi, 1.200", [(IG, "instagram.com/budi", "1.200")]),
        ("IG & FB & X: @budi", [(IG, "@budi", ""), (FB, "@budi", ""), (X, "@budi", "")]),
        ("IG 1.200 budi_s", [(IG, "budi_s", "1.200")]),
        ("IG: @budi (Budi Santoso)", [(IG, "@budi (Budi Santoso)", "")]),
        ("FB: Budi akun kedua", [(FB, "Budi akun kedua", "")]),
        ("FB: budi@contoh.go.id", [(FB, "budi@contoh.go.id", "")]),
        ("a@contoh.go.id, IG: @budi", [(IG, "@budi", "")]),
        ("@budi (X) 12; @b_s [tt]", [(X, "@budi", "12"), (TT, "@b_s", "")]),
        ("X 500, FB 7", [(X, "", "500"), (FB, "", "7")]),
        ("FB: Dewi, S.Pd., IG: @dewi", [(FB, "Dewi, S.Pd.", ""), (IG, "@dewi", "")]),
        ("1. IG @budi 120. FB Budi", [(IG, "@budi", "120"), (FB, "Budi", "")]),
        ("- IG: @budi\n- FB: Budi S", [(IG, "@budi", ""), (FB, "Budi S", "")]),
        ("a. IG: @budi\nb. FB: Budi S", [(IG, "@budi", ""), (FB, "Budi S", "")]),
        ("Tiktk: @b_s, Instagrm: @budi", [(TT, "@b_s", ""), (IG, "@budi", "")]),
        (
            "tik tok @b_s, You Tube: Kanal, face book: Budi",
            [(TT, "@b_s", ""), (YT, "Kanal", ""), (FB, "Budi", "")],
        ),
        ("@satu (IG) 500 @dua (FB) 600", [(IG, "@satu", "500"), (FB, "@dua", "600")]),
        ("IG:@budi/FB:Budi S/TT:@b_s", [(IG, "@budi", ""), (FB, "Budi S", ""), (TT, "@b_s", "")]),
        ("Akun IG saya @budi dan FB saya Budi S", [(IG, "@budi", ""), (FB, "Budi S", "")]),
        ("Aktif, IG: @budi, aktif", [(IG, "@budi", "")]),
        ("budi@contoh.go.id", []),
        ("Aktif", []),
        ("-", []),
    ],
)
def test_every_piece_that_names_its_platform_is_read(text: str, meant: Said) -> None:
    together = read_together(text)
    assert said(together) == meant
    assert together.is_whole


@pytest.mark.parametrize(
    ("text", "unnamed"),
    [
        ("@budi", "@budi"),
        ("budi_s", "budi_s"),
        ("FB: Humas TikTok", "FB: Humas TikTok"),
        ("IG budi 500 FB", "IG budi 500 FB"),
        ("@budi (IG & TikTok)", "@budi (IG & TikTok)"),
        ("IG/FB: budi 1.200", "IG/FB: budi 1.200"),
        ("IG FB: @budi", "IG FB: @budi"),
        ("IG/FB, TT: @budi", "IG/FB, TT: @budi"),
        ("IG, @budi", "IG, @budi"),
        ("IG, budi", "IG, budi"),
        ("IG 500, @budi", "@budi"),
        ("IG: https://facebook.com/nama", "IG: https://facebook.com/nama"),
        ("https://linktr.ee/budi, IG: @budi", "https://linktr.ee/budi"),
        ("IG: @satu, @duatiga", "@duatiga"),
        ("@satu / Budi Santoso;", "@satu; Budi Santoso"),
        ("FB: Budi\nSantoso", "Santoso"),
        ("lupa, @budi", "@budi"),
        ("@budi; FB: dewi.s", "@budi"),
        ("1. @budi 2. FB: dewi.s", "@budi"),
        ("(tw budi, tw dewi)", "tw budi; tw dewi"),
        ("IG budi 85, FB Rangga 85, TT @lain", "IG budi 85; FB Rangga 85"),
        ("x 500", "x 500"),
        ("X Budi, tw budi", "X Budi; tw budi"),
        ("IG @budi, FB Rangga 85, TT @lain 300", "FB Rangga 85"),
        ("1.200, 800", "1.200; 800"),
        ("IG @budi 1.200 800", "800"),
        ("IG: @budi" + " " * 2_000, "IG: @budi"),
    ],
)
def test_what_names_no_platform_beyond_doubt_is_kept_for_a_person(text: str, unnamed: str) -> None:
    assert read_together(text).unnamed == unnamed


def test_it_is_whole_where_accounts_and_counts_have_their_platforms() -> None:
    assert Together().is_whole
    assert not Together(unnamed="@budi").is_whole
    assert not Together(uncounted="5").is_whole


def test_a_statement_that_there_is_none_speaks_of_all() -> None:
    assert read_together("tidak punya medsos") == Together(none=True)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("@satu / fb.dua / @tiga", ["@satu", "fb.dua", "@tiga"]),
        ("@satu/Budi Santoso/-", ["@satu", "Budi Santoso", "-"]),
        ("- ; - ; tidak ada", ["-", "-", "tidak ada"]),
        ("@satu\nfb.dua (512)\n@tiga", ["@satu", "fb.dua", "@tiga"]),
    ],
)
def test_names_in_the_order_of_the_head_are_those_of_its_platforms(
    text: str, names: list[str]
) -> None:
    together = read_listed(text, (IG, FB, X))
    assert [(one.platform, one.name) for one in together.accounts] == list(
        zip((IG, FB, X), names, strict=True)
    )
    assert [one.count for one in together.accounts if one.count] == (
        ["512"] if "512" in text else []
    )


@pytest.mark.parametrize("text", ["@satu", "@satu / fb.dua", "@satu / FB: dua / @tiga", "a/b/c/d"])
def test_more_or_fewer_names_than_platforms_say_nothing_by_their_order(text: str) -> None:
    assert read_listed(text, (IG, FB, X)) == read_together(text)


def test_a_cell_that_names_its_platforms_needs_no_order() -> None:
    text = "FB: dua, IG: @satu"
    assert read_listed(text, (IG, FB)) == read_together(text)


@pytest.mark.parametrize(
    ("counts", "meant"),
    [
        ("1.200 / 800", ["1.200", "800"]),
        ("1.200\n800", ["1.200", "800"]),
        ("1) 1,2rb\n2) 800 teman", ["1,2rb", "800 teman"]),
        ("1.200, 800", ["1.200", "800"]),
        ("1,2rb; -", ["1,2rb", "-"]),
        ("IG 1.200, FB 800", ["1.200", "800"]),
        ("FB: 800\nIG: 1.200", ["1.200", "800"]),
        ("800 (FB)", ["", "800"]),
    ],
)
def test_counts_beside_are_in_the_order_of_the_accounts_or_labelled(
    counts: str, meant: list[str]
) -> None:
    together = with_counts(read_together("IG: @budi, FB: Budi"), counts)
    assert [one.count for one in together.accounts] == meant
    assert together.is_whole


@pytest.mark.parametrize("counts", ["2.000", 2000.0, "1 / 2 / 3", "banyak", "IG 5, IG 6", "YT 5 6"])
def test_counts_that_fit_no_account_are_kept_for_a_person(counts: object) -> None:
    before = read_together("IG: @budi, FB: Budi")
    together = with_counts(before, counts)
    assert together.accounts == before.accounts
    assert together.uncounted == str(counts).removesuffix(".0")


def test_labelled_counts_bring_the_accounts_that_only_they_name() -> None:
    together = with_counts(read_together("IG: @budi"), "IG 5, FB 6")
    assert said(together) == [(IG, "@budi", "5"), (FB, "", "6")]


@pytest.mark.parametrize("counts", ["0", "-", "tidak ada", "0 / -", None, ""])
def test_no_count_beside_no_account_says_nothing(counts: object) -> None:
    assert with_counts(Together(), counts) == Together()


def test_a_count_beside_no_account_is_kept_without_a_number_of_a_citizen() -> None:
    assert with_counts(Together(), "5 / 0").uncounted == "5 / 0"
    assert "3501010101900001" not in with_counts(Together(), "5 3501010101900001").uncounted


def test_an_account_that_is_none_may_be_left_out_among_the_counts() -> None:
    together = with_counts(read_together("IG: @budi\nFB: -\nX: tidak punya"), "1.200")
    assert [one.count for one in together.accounts] == ["1.200", "", ""]


def test_a_count_beside_one_account_is_its_own_and_a_sum_of_counted_ones_is_nobodys() -> None:
    assert said(with_counts(read_together("IG: @budi"), 1200.0)) == [(IG, "@budi", 1200.0)]
    both = read_together("IG: @budi 1.200, FB: Budi 800")
    assert with_counts(both, 2000.0) == both


LABELS = {
    IG: ("IG", "Instagram", "instagram"), FB: ("FB", "Facebook"), X: ("Twitter", "X/Twitter"),
    TT: ("TikTok", "Tik Tok"), YT: ("YouTube", "YT"),
}  # fmt: skip
NAMES = st.from_regex(r"@[a-z]{3}[a-z_.]{0,8}[a-z0-9]", fullmatch=True)
COUNTS = st.sampled_from(["", "512", "1.200", "1,2 rb", "15K", "500+", "3 ribu"])
ACCOUNTS = st.lists(
    st.tuples(st.sampled_from(RECORDED), NAMES, COUNTS),
    min_size=1, max_size=4, unique_by=lambda one: one[0],
)  # fmt: skip
STYLES = ("{label}: {name} {count}", "{label} {name} ({count})", "{name} ({label}) {count}")


@given(ACCOUNTS, st.sampled_from(STYLES), st.sampled_from(["\n", "; ", ", ", " / "]), st.data())
def test_accounts_are_read_again_in_whatever_way_an_office_lists_them(
    accounts: list[tuple[Platform, str, str]], style: str, between: str, data: st.DataObject
) -> None:
    written = [
        style.format(
            label=data.draw(st.sampled_from(LABELS[platform])), name=name, count=count
        ).replace(" ()", "")
        for platform, name, count in accounts
    ]
    together = read_together(between.join(one.strip() for one in written))
    assert said(together) == [(platform, name, count) for platform, name, count in accounts]


WORDS = st.lists(
    st.sampled_from(
        ["IG", "fb:", "@budi", "Budi", "(", ")", "512", "1,2 rb", ",", "/", "\n", "-", "tidak ada",
         "https://x.com/budi", "tiktok", "dan", "3.", "a@b.go.id", ";", "Rangga 85"]
    ),
    max_size=9,
).map(" ".join)  # fmt: skip


@given(WORDS)
def test_no_count_is_lost_and_none_is_invented(text: str) -> None:
    together = read_together(text)
    for account in together.accounts:
        reading = read_count(account.count or None)
        assert reading.interval or reading.proposals or account.count == ""
    kept = " ".join([together.unnamed, *(f"{a.name} {a.count}" for a in together.accounts)])
    for count in ("512", "1,2 rb", "85"):
        assert text.count(count) <= kept.count(count)  # one name may be on two platforms
        assert (count in text) is (count in kept)


@given(st.text(max_size=40))
def test_whatever_stands_in_a_cell_counts_stand_in_it_too(text: str) -> None:
    for account in read_together(text).accounts:
        assert isinstance(account.count, str)
        assert account.count in unicodedata.normalize("NFKC", text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("IG: @budi (1.200, per 12-10-2026)", [("@budi", "1.200", date(2026, 10, 12))]),
        (
            "IG @budi 600 followers (01/11/2026)",
            [("@budi", "600 followers", date(2026, 11, 1))],
        ),
        (
            "IG: @budi 1.200, FB: Budi S (800) per 5 November 2026",
            [("@budi", "1.200", date(2026, 11, 5)), ("Budi S", "800", date(2026, 11, 5))],
        ),
        (
            "IG: @budi 1.200 (1/10/2026)\nFB: Budi S 800 (2/11/2026)",
            [("@budi", "1.200", date(2026, 10, 1)), ("Budi S", "800", date(2026, 11, 2))],
        ),
        ("IG: @budi 1200 (Okt 2026)", [("@budi", "1200", None)]),
    ],
)
def test_the_day_of_a_cell_is_when_its_accounts_were_counted(
    text: str, meant: list[tuple[str, str, date | None]]
) -> None:
    found = read_together(text)
    assert found.is_whole
    assert [(one.name, one.count, one.day) for one in found.accounts] == meant


def test_the_day_beside_a_labelled_count_goes_to_its_account() -> None:
    found = with_counts(read_together("IG: @budi, FB: Budi S"), "FB 800 (2/11/2026), IG 1.200")
    assert [(one.name, one.count) for one in found.accounts] == [
        ("@budi", "1.200"),
        ("Budi S", "800"),
    ]
    assert {one.day for one in found.accounts} == {date(2026, 11, 2)}
