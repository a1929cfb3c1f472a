"""Handles: the golden table of pasted forms, the noise around them, what names no account."""

import datetime

import pytest

from app.domain.handle import (
    Handle,
    HandleKind,
    NoHandle,
    Unresolvable,
    link_of,
    read_handle,
    shown,
)
from app.domain.platform import Platform

IG, FB, X, TT, YT, TH, BS, MA = Platform
NAME, ID = HandleKind.USERNAME, HandleKind.ID
POST, SHARE = Unresolvable.POST_LINK, Unresolvable.SHARE_LINK
SHORT, GROUP = Unresolvable.SHORT_LINK, Unresolvable.GROUP_LINK

GOLDEN: list[tuple[str, Platform | None, Handle | Unresolvable]] = [
    (
        "https://www.instagram.com/diskominfo.contoh/?igsh=MXZ5bG",
        IG,
        Handle(IG, "diskominfo.contoh"),
    ),
    ("https://instagram.com/_u/diskominfo.contoh", IG, Handle(IG, "diskominfo.contoh")),
    ("https://instagram.com/diskominfo.contoh?hl=id", IG, Handle(IG, "diskominfo.contoh")),
    ("www.instagram.com/diskominfo.contoh", IG, Handle(IG, "diskominfo.contoh")),
    ("@diskominfo.contoh", IG, Handle(IG, "diskominfo.contoh")),
    ("@diskominfo.contoh", X, Unresolvable.INVALID),
    ("@diskominfo.contoh", None, Unresolvable.PLATFORM_UNKNOWN),
    ("diskominfo.contoh", IG, Handle(IG, "diskominfo.contoh")),
    ("diskominfo.contoh", X, Unresolvable.INVALID),
    ("diskominfo.contoh", None, Unresolvable.PLATFORM_UNKNOWN),
    ("https://www.instagram.com/p/Cxyz123/", IG, POST),
    ("https://www.instagram.com/reel/Cxyz123/", IG, POST),
    ("https://www.instagram.com/stories/diskominfo/123/", IG, Handle(IG, "diskominfo")),
    ("https://ig.me/m/diskominfo", IG, Handle(IG, "diskominfo")),
    ("https://www.instagram.com/share/BAabc", IG, SHARE),
    (
        "https://www.facebook.com/profile.php?id=100064567890123",
        FB,
        Handle(FB, "100064567890123", ID),
    ),
    ("https://facebook.com/diskominfo.kab/", FB, Handle(FB, "diskominfo.kab")),
    ("https://m.facebook.com/diskominfo.kab?mibextid=ZbWKwL", FB, Handle(FB, "diskominfo.kab")),
    ("https://web.facebook.com/diskominfo.kab", FB, Handle(FB, "diskominfo.kab")),
    ("https://id-id.facebook.com/diskominfo.kab", FB, Handle(FB, "diskominfo.kab")),
    ("https://fb.com/diskominfo.kab", FB, Handle(FB, "diskominfo.kab")),
    ("https://www.facebook.com/share/1AbCdEfGh/", FB, SHARE),
    ("https://www.facebook.com/share/p/1AbCdEfGh/", FB, SHARE),
    (
        "https://www.facebook.com/people/Nama-Contoh/100064567890123/",
        FB,
        Handle(FB, "100064567890123", ID),
    ),
    (
        "https://www.facebook.com/pages/Diskominfo/123456789012345",
        FB,
        Handle(FB, "123456789012345", ID),
    ),
    (
        "https://www.facebook.com/p/Diskominfo-Kab-100064567890123/",
        FB,
        Handle(FB, "100064567890123", ID),
    ),
    ("https://fb.me/diskominfo", FB, SHORT),
    ("https://fb.watch/abc/", FB, SHORT),
    ("https://www.facebook.com/groups/123456", FB, GROUP),
    ("https://x.com/diskominfo", X, Handle(X, "diskominfo")),
    ("https://twitter.com/diskominfo?lang=id", X, Handle(X, "diskominfo")),
    ("https://mobile.twitter.com/diskominfo/", X, Handle(X, "diskominfo")),
    ("https://x.com/diskominfo/status/123456", X, Handle(X, "diskominfo")),
    ("https://x.com/intent/user?user_id=2244994945", X, Handle(X, "2244994945", ID)),
    ("https://x.com/i/user/2244994945", X, Handle(X, "2244994945", ID)),
    ("https://twitter.com/intent/follow?screen_name=diskominfo", X, Handle(X, "diskominfo")),
    ("https://www.tiktok.com/@diskominfo?_t=8abc&_r=1", TT, Handle(TT, "diskominfo")),
    ("https://vt.tiktok.com/ZSabc/", TT, SHORT),
    ("https://vm.tiktok.com/ZSabc/", TT, SHORT),
    ("https://www.youtube.com/@diskominfo", YT, Handle(YT, "diskominfo")),
    (
        "https://youtube.com/channel/UC_x5XG1OV2P6uZZ5FSM9Ttw",
        YT,
        Handle(YT, "UC_x5XG1OV2P6uZZ5FSM9Ttw", HandleKind.CHANNEL_ID),
    ),
    (
        "https://www.youtube.com/c/diskominfo",
        YT,
        Handle(YT, "diskominfo", HandleKind.CUSTOM),
    ),
    (
        "https://www.youtube.com/user/diskominfo",
        YT,
        Handle(YT, "diskominfo", HandleKind.LEGACY),
    ),
    ("https://youtu.be/abc", YT, POST),
    ("https://www.threads.net/@diskominfo", TH, Handle(TH, "diskominfo")),
    ("https://www.threads.com/@diskominfo?xmt=AQ", TH, Handle(TH, "diskominfo")),
    (
        "https://bsky.app/profile/diskominfo.bsky.social",
        BS,
        Handle(BS, "diskominfo.bsky.social"),
    ),
]

MORE: list[tuple[str, Platform | None, Handle | Unresolvable]] = [
    ("https://www.instagram.com/humas.kab/reels/", IG, Handle(IG, "humas.kab")),
    ("https://www.instagram.com/humas.kab/tagged/", IG, Handle(IG, "humas.kab")),
    ("https://www.instagram.com/humas.kab/p/Cxyz/", IG, Handle(IG, "humas.kab")),
    ("instagr.am/humas.kab", IG, Handle(IG, "humas.kab")),
    ("https://www.instagram.com/tv/Cxyz/", IG, POST),
    ("https://www.instagram.com/reels/Cxyz/", IG, POST),
    ("https://www.instagram.com/stories/highlights/179/", IG, POST),
    ("https://www.instagram.com/explore/", IG, Unresolvable.RESERVED),
    ("https://www.instagram.com/accounts/login/", IG, Unresolvable.RESERVED),
    ("https://www.instagram.com/direct/inbox/", IG, Unresolvable.RESERVED),
    ("https://www.instagram.com/", IG, Unresolvable.RESERVED),
    ("https://touch.facebook.com/humas.kab", FB, Handle(FB, "humas.kab")),
    ("https://mbasic.facebook.com/humas.kab?ref=bookmarks", FB, Handle(FB, "humas.kab")),
    ("https://en-gb.facebook.com/humas.kab", FB, Handle(FB, "humas.kab")),
    ("https://www.facebook.com/pg/humas.kab/posts", FB, Handle(FB, "humas.kab")),
    ("https://www.facebook.com/humas.kab/posts/123", FB, Handle(FB, "humas.kab")),
    ("https://m.me/humas.kab", FB, Handle(FB, "humas.kab")),
    ("https://www.facebook.com/Humas-Kab-100064567890123", FB, Handle(FB, "100064567890123", ID)),
    ("https://www.facebook.com/100064567890123", FB, Handle(FB, "100064567890123", ID)),
    (
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.facebook.com%2Fhumas.kab&h=AT0",
        FB,
        Handle(FB, "humas.kab"),
    ),
    ("https://www.facebook.com/events/123/", FB, POST),
    ("https://m.facebook.com/story.php?story_fbid=1&id=1", FB, POST),
    ("https://www.facebook.com/photo?fbid=1", FB, POST),
    ("https://www.facebook.com/photo.php?fbid=1", FB, POST),
    ("https://www.facebook.com/watch/?v=1", FB, POST),
    ("https://www.facebook.com/reel/1", FB, POST),
    ("https://www.facebook.com/profile.php", FB, Unresolvable.RESERVED),
    ("https://x.com/@humas_kab", X, Handle(X, "humas_kab")),
    ("https://m.twitter.com/humas_kab", X, Handle(X, "humas_kab")),
    ("https://twitter.com/#!/humas_kab", X, Handle(X, "humas_kab")),
    ("https://twitter.com/intent/user?screen_name=humas_kab", X, Handle(X, "humas_kab")),
    ("https://t.co/abc", X, SHORT),
    ("https://x.com/i/status/1", X, POST),
    *(
        (f"https://x.com/{word}", X, Unresolvable.RESERVED)
        for word in ("home", "explore", "search", "i", "intent", "share", "hashtag", "settings")
    ),
    *(
        (f"https://x.com/{word}", X, Unresolvable.RESERVED)
        for word in ("login", "messages", "notifications")
    ),
    ("https://www.tiktok.com/@humas.kab/video/123", TT, Handle(TT, "humas.kab")),
    ("https://www.tiktok.com/t/ZSabc/", TT, SHORT),
    ("https://m.youtube.com/@humaskab?si=abc", YT, Handle(YT, "humaskab")),
    ("https://www.youtube.com/watch?v=abc", YT, POST),
    ("https://www.youtube.com/shorts/abc", YT, POST),
    ("UC_x5XG1OV2P6uZZ5FSM9Ttw", YT, Handle(YT, "UC_x5XG1OV2P6uZZ5FSM9Ttw", HandleKind.CHANNEL_ID)),
    ("https://www.youtube.com/@%E5%8C%97%E4%BA%AC%E5%B8%82", YT, Handle(YT, "北京市")),
    (
        "https://bsky.app/profile/did:plc:z72i7hdynmk6r22z27h6tvur",
        BS,
        Handle(BS, "did:plc:z72i7hdynmk6r22z27h6tvur", ID),
    ),
    ("https://mastodon.social/@humas", None, Handle(MA, "humas@mastodon.social")),
    ("https://sosial.contoh.id/@humas", MA, Handle(MA, "humas@sosial.contoh.id")),
    ("@humas@sosial.contoh.id", MA, Handle(MA, "humas@sosial.contoh.id")),
    ("https://bit.ly/abc", IG, SHORT),
    ("https://diskominfo.contoh.go.id/profil", IG, Unresolvable.WRONG_PLATFORM),
    ("https://instagram.com.contoh.id/humas", IG, Unresolvable.WRONG_PLATFORM),
]

NOISE: list[tuple[str, Platform | None, Handle]] = [
    ("instagram.com/humas.kab", IG, Handle(IG, "humas.kab")),
    ("http://instagram.com/humas.kab", IG, Handle(IG, "humas.kab")),
    ("https//www.instagram.com/humas.kab", IG, Handle(IG, "humas.kab")),
    ("HTTPS://WWW.INSTAGRAM.COM/HUMAS.KAB", IG, Handle(IG, "humas.kab")),
    ("https%3A%2F%2Fwww.instagram.com%2Fhumas.kab", IG, Handle(IG, "humas.kab")),
    ("https://www.instagram.com/humas.kab).", IG, Handle(IG, "humas.kab")),
    (
        "Ikuti saya! Nama pengguna: humas https://www.instagram.com/humas.kab?igshid=1",
        IG,
        Handle(IG, "humas.kab"),
    ),
    ("profil:https://www.instagram.com/humas.kab", IG, Handle(IG, "humas.kab")),
    ("@humas.kab,", IG, Handle(IG, "humas.kab")),
    ("@humas.kab.", IG, Handle(IG, "humas.kab")),
    ('"@humas.kab"', IG, Handle(IG, "humas.kab")),
    ("IG: @humas.kab", IG, Handle(IG, "humas.kab")),
    ("Ig : humas.kab", IG, Handle(IG, "humas.kab")),
    ("akun ig: humas.kab", IG, Handle(IG, "humas.kab")),
    ("ig humas_kab1", None, Handle(IG, "humas_kab1")),
    ("Twitter : @humas_kab", X, Handle(X, "humas_kab")),
    ("X: humas_kab", X, Handle(X, "humas_kab")),
    ("＠humas.kab", IG, Handle(IG, "humas.kab")),
    ("\u200b@humas.kab", IG, Handle(IG, "humas.kab")),
    ("@humas.kab\u00a0", IG, Handle(IG, "humas.kab")),
    ("@ humas.kab", IG, Handle(IG, "humas.kab")),
    ("@humas.kab\n", IG, Handle(IG, "humas.kab")),
    ("_x000D_@humas.kab", IG, Handle(IG, "humas.kab")),
    ("%40humas.kab", IG, Handle(IG, "humas.kab")),
    ("@HUMAS.KAB", IG, Handle(IG, "humas.kab")),
    ("@humas.kab (private)", IG, Handle(IG, "humas.kab")),
    ("@humas.kab - aktif", IG, Handle(IG, "humas.kab")),
    ("1. @humas.kab", IG, Handle(IG, "humas.kab")),
    ("Budi Santoso @budi_s", IG, Handle(IG, "budi_s")),
    ("@ada", IG, Handle(IG, "ada")),
    ("100064567890123", FB, Handle(FB, "100064567890123", ID)),
    ("100064567890123.0", FB, Handle(FB, "100064567890123", ID)),
]


@pytest.mark.parametrize(("text", "column", "expected"), [*GOLDEN, *MORE])
def test_a_pasted_form_names_its_account_or_says_why_not(
    text: str, column: Platform | None, expected: Handle | Unresolvable
) -> None:
    reading = read_handle(text, column)
    if isinstance(expected, Handle):
        assert (reading.handle, reading.none, reading.why) == (expected, None, None)
    else:
        assert reading.handle is None
        assert (reading.none, reading.why) == (NoHandle.UNRESOLVABLE, expected)
    assert reading.written == text


@pytest.mark.parametrize(("text", "column", "expected"), NOISE)
def test_noise_around_a_handle_changes_nothing(
    text: str, column: Platform | None, expected: Handle
) -> None:
    assert read_handle(text, column).handle == expected


@pytest.mark.parametrize(
    "cell",
    [None, "", " ", "\u00a0", "-", "–", "—", "--", "...", "'", "null", "NULL", "nan", "0", 0, 0.0,
     float("nan"), "@", "/"],
)  # fmt: skip
def test_an_empty_mark_states_nothing(cell: object) -> None:
    for platform in (*Platform, None):
        reading = read_handle(cell, platform)
        assert (reading.handle, reading.none, reading.why) == (None, NoHandle.EMPTY, None)


@pytest.mark.parametrize(
    "text",
    ["tidak punya", "tidak ada", "belum punya", "blm punya", "Tidak Ada", "tdk ada",
     "Tidak punya akun", "ga punya", "GAK PUNYA IG", "nihil", "NIHIL.", "tidak memiliki", "none",
     "n/a", "N/A", "#N/A", "-tidak ada-", "(tidak ada)", "tidak_ada", "tdk.punya", "belum",
     "saya tidak punya akun instagram", "belum memiliki akun", "tidak ada lagi", "gapunya",
     "tidakada", "kosong", "tanpa akun", "no account", "tidak punya / tidak ada",
     "ti\u200bdak ada", "TIDAK\nADA", "＠tidak ada"],
)  # fmt: skip
def test_a_statement_that_there_is_no_account_is_believed(text: str) -> None:
    for platform in (*Platform, None):
        reading = read_handle(text, platform)
        assert (reading.handle, reading.none, reading.why) == (None, NoHandle.NONE, None)


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        *((word, Unresolvable.WORD) for word in ("lupa", "ada", "Aktif", "private", "privat")),
        *((word, Unresolvable.WORD) for word in ("akun private", "lupa password", "instagram")),
        *((word, Unresolvable.WORD) for word in ("x", "V", "√", "tidak aktif", "belum dicek")),
        ("Tuti Komang Effendi", Unresolvable.DISPLAY_NAME),
        ("Jamilah Dan Keluarga", Unresolvable.DISPLAY_NAME),
        ("Mulyono Official", Unresolvable.DISPLAY_NAME),
        ("Budi Santoso, S.Kom", Unresolvable.DISPLAY_NAME),
        ("Mulyono, S.Kom", Unresolvable.DISPLAY_NAME),
        ("Mulyono, Karang Asri", Unresolvable.DISPLAY_NAME),
        ("Ma'ruf", Unresolvable.DISPLAY_NAME),
        ("=cmd|' /C calc'!A0", Unresolvable.HOSTILE),
        ('=HYPERLINK("http://contoh.invalid";"klik")', Unresolvable.HOSTILE),
        ("@SUM(1+1)*cmd", Unresolvable.HOSTILE),
        ("+62 812 0000 0000", Unresolvable.HOSTILE),
        ("-2+3", Unresolvable.HOSTILE),
        ("081200000000", Unresolvable.INVALID),
        ("6281200000000", Unresolvable.INVALID),
        ("1.234", Unresolvable.INVALID),
        ("humas@contoh.go.id", Unresolvable.INVALID),
        (True, Unresolvable.INVALID),
        (datetime.date(2026, 3, 1), Unresolvable.INVALID),
        (12.5, Unresolvable.INVALID),
        (-5, Unresolvable.INVALID),
        (float("inf"), Unresolvable.INVALID),
        (81200000000, Unresolvable.INVALID),
        ("a" * 5_000, Unresolvable.INVALID),
    ],
)
def test_what_names_no_account_is_refused_with_its_reason(cell: object, why: Unresolvable) -> None:
    for platform in (IG, TT):
        reading = read_handle(cell, platform)
        assert (reading.handle, reading.none) == (None, NoHandle.UNRESOLVABLE)
        assert reading.why is why


@pytest.mark.parametrize(
    "text",
    ["@utama_1 / @kedua_2", "@utama_1, @kedua_2", "@utama_1\n@kedua_2", "@utama_1 dan @kedua_2",
     "@utama_1 @kedua_2", "utama_1/kedua_2", "1. @utama_1\n2. @kedua_2", "- @utama_1\n- @kedua_2",
     "IG: @utama_1; @kedua_2", "https://instagram.com/utama_1, https://instagram.com/kedua_2",
     "@utama_1 (dinas) / @kedua_2 (pribadi)", "@utama_1 / @UTAMA_1 / @kedua_2"],
)  # fmt: skip
def test_two_handles_in_one_cell_are_the_first_and_another(text: str) -> None:
    reading = read_handle(text, IG)
    assert reading.handle == Handle(IG, "utama_1")
    assert reading.also == Handle(IG, "kedua_2")


def test_the_same_handle_twice_is_one() -> None:
    assert read_handle("@humas_kab https://instagram.com/humas_kab", IG).also is None
    assert read_handle("humas.kab1 / humaskab1", FB).also is None


@pytest.mark.parametrize(
    ("text", "column", "winner"),
    [
        ("https://facebook.com/humas.kab", IG, Handle(FB, "humas.kab")),
        ("FB: humas.kab", IG, Handle(FB, "humas.kab")),
        ("https://www.threads.net/@humas", IG, Handle(TH, "humas")),
    ],
)
def test_a_link_or_label_wins_over_the_column_and_says_so(
    text: str, column: Platform, winner: Handle
) -> None:
    reading = read_handle(text, column)
    assert reading.handle == winner
    assert reading.other_platform
    assert not read_handle(text, winner.platform).other_platform
    assert not read_handle(text, None).other_platform


def test_a_link_to_another_platform_that_names_nobody_says_so_too() -> None:
    reading = read_handle("https://youtu.be/abc", IG)
    assert (reading.why, reading.other_platform) == (POST, True)


def test_of_two_handles_the_one_of_the_column_goes_first() -> None:
    reading = read_handle("FB: humas.kab / IG: @humas_kab", IG)
    assert reading.handle == Handle(IG, "humas_kab")
    assert reading.also == Handle(FB, "humas.kab")
    assert not reading.other_platform


@pytest.mark.parametrize("cell", [100064567890123, 1.00064567890123e14, "100064567890123"])
def test_a_number_in_the_facebook_column_is_an_id(cell: object) -> None:
    reading = read_handle(cell, FB)
    assert reading.handle == Handle(FB, "100064567890123", ID)
    assert reading.written == "100064567890123"


@pytest.mark.parametrize("cell", [2.0**53 + 2, 1e15, 10**15, 10**400, 100064567890123.5, 1e300])
def test_a_number_that_has_lost_digits_is_no_id(cell: object) -> None:
    reading = read_handle(cell, FB)
    assert (reading.handle, reading.why) == (None, Unresolvable.INVALID)


def test_a_number_in_another_column_is_no_handle() -> None:
    for platform in (IG, X, TT, YT, None):
        assert read_handle(1234, platform).why is Unresolvable.INVALID


def test_facebook_names_are_compared_without_dots_and_keep_them() -> None:
    dotted, plain = Handle(FB, "humas.kab"), Handle(FB, "humaskab")
    assert dotted.key == plain.key
    assert dotted.text == "humas.kab"
    assert Handle(IG, "humas.kab").key != Handle(IG, "humaskab").key


@pytest.mark.parametrize(
    ("handle", "link"),
    [
        (Handle(IG, "humas.kab"), "https://www.instagram.com/humas.kab/"),
        (Handle(FB, "100064567890123", ID), "https://www.facebook.com/profile.php?id=100064567890123"),
        (Handle(X, "humas_kab"), "https://x.com/humas_kab"),
        (Handle(X, "2244994945", ID), "https://x.com/i/user/2244994945"),
        (Handle(TT, "humas"), "https://www.tiktok.com/@humas"),
        (Handle(YT, "humas", HandleKind.LEGACY), "https://www.youtube.com/user/humas"),
        (Handle(MA, "humas@sosial.contoh.id"), "https://sosial.contoh.id/@humas"),
    ],
)  # fmt: skip
def test_the_link_of_a_handle_leads_to_its_profile(handle: Handle, link: str) -> None:
    assert link_of(handle) == link


def test_a_username_is_shown_with_its_at_and_anything_else_as_its_link() -> None:
    assert shown(Handle(IG, "humas.kab")) == "@humas.kab"
    assert shown(Handle(X, "2244994945", ID)) == "https://x.com/i/user/2244994945"
