"""The fingerprint of a header: what makes another layout of it, and what does not."""

from app.workbooks.layout.fingerprint import fingerprint


def head(*words: str) -> str:
    return fingerprint([[word] for word in ("NAMA", "NIP", *words)])


def test_another_month_in_a_head_is_the_same_layout() -> None:
    assert head("FOLLOWERS OKT") == head("FOLLOWERS NOV") == head("Followers (November 2026)")
    assert head("FOLLOWERS OKT") != head("FOLLOWERS")
    assert head("FOLLOWERS OKT") != head("LIKES OKT")


def test_of_several_months_their_order_counts() -> None:
    assert head("IG SEP", "IG OKT") == head("IG OKT", "IG NOV")
    assert head("IG SEP", "IG OKT") != head("IG NOV", "IG OKT")
    assert head("IG SEP", "IG OKT") != head("IG OKT", "IG OKT")
    assert head("IG Des 2025", "IG Jan 2026") == head("IG Jan 2026", "IG Feb 2026")


def test_a_word_that_only_begins_like_a_month_stays_a_word() -> None:
    assert head("MEIDINA") != head("JUNIDINA")
    assert head("JUNIOR") != head("JULIOR")
