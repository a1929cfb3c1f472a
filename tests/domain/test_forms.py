"""Whose a returned row is, what of it counts, and where forms and records contradict each other."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.form import Form, FormPerson, Printed
from app.domain.form_conflict import (
    Conflict,
    Option,
    Place,
    Returned,
    conflicts_among,
    settled,
    without_printed,
)
from app.domain.form_key import FormKey, key_text, read_key
from app.domain.form_return import (
    CODES_APART,
    Owned,
    Present,
    form_of,
    is_form_code,
    owner_of,
    without_code,
)
from app.domain.handle import NoHandle
from app.domain.platform import Platform
from app.domain.roster import (
    PERSON_FIELDS,
    AccountEntry,
    AccountState,
    CountState,
    HoldReason,
    Known,
    RosterRow,
)

IG, FB = Platform.INSTAGRAM, Platform.FACEBOOK
GALIH, LARAS = "198501012010011901", "199203152019032902"
PRINTED_ON, DAY, LATER = date(2026, 11, 1), date(2026, 11, 10), date(2026, 11, 20)
PRINTED = {IG: Printed("galih", 400, 400), FB: Printed("galih.r", None, None)}
PERSON = FormPerson(1, 7, GALIH, "Galih Rangga", PRINTED)
FORM = Form(12, 1, "Dinkes", PRINTED_ON, {1: PERSON, 2: FormPerson(2, 8, LARAS, "Laras", {})})
OWNED = Owned(FORM, PERSON, GALIH)


def known(
    name: str = "Galih Rangga",
    accounts: Sequence[AccountState] = (),
    latest: Sequence[CountState] = (),
) -> Known:
    texts = (name, *("" for _ in PERSON_FIELDS[1:]))
    return Known(
        7,
        texts,
        accounts={one.platform: one for one in accounts},
        latest={one.platform: one for one in latest},
    )


PRESENT = Present({GALIH: known()}, {7: GALIH})


def row(
    *accounts: AccountEntry,
    nip: str | None = GALIH,
    name: str = "",
    code: str = "",
    day: object = None,
) -> RosterRow:
    texts = {"name": name} if name else {}
    observed = day if isinstance(day, date) else None
    return RosterRow(3, nip, None, "", None, texts, accounts, observed, held_code=code)


# ------------------------------------------------------------------ the code


def test_a_code_is_read_whatever_its_blanks_and_its_case() -> None:
    code = key_text(12, 7, GALIH)
    key = read_key(f"  {code.lower()[:4]} {code.lower()[4:]} ")
    assert key is not None
    assert (key.form, key.number) == (12, 7)
    assert code == f"F12-7-{key.check}"
    assert key.belongs_to(GALIH)
    assert not key.belongs_to(LARAS)
    assert not key._replace(number=8).belongs_to(GALIH)
    assert not key._replace(form=13).belongs_to(GALIH)


def test_the_code_of_a_row_never_changes() -> None:
    """Forms that are out carry it."""
    assert key_text(12, 7, GALIH) == "F12-7-BJOCC"


@pytest.mark.parametrize(
    "text",
    ["", "F12-7", "F12-7-ABCD", "F12-7-ABCDEF", "F12-7-ABCD1", "F0-7-ABCDE", "F12-0-ABCDE",
     "12-7-ABCDE", "F1234567890-7-ABCDE", "F12-12345678-ABCDE", "xF12-7-ABCDE"],
)  # fmt: skip
def test_what_is_no_code_is_none(text: str) -> None:
    assert read_key(text) is None
    assert form_of(text) is None
    assert not is_form_code(text)


@given(st.integers(1, 999_999_999), st.integers(1, 9_999_999), st.from_regex(r"[0-9]{18}\Z"))
def test_every_code_reads_back(form: int, number: int, nip: str) -> None:
    text = key_text(form, number, nip)
    key = read_key(text)
    assert key == FormKey(form, number, text[-5:])
    assert key.belongs_to(nip)
    assert form_of(text) == form
    assert is_form_code(text)


@given(st.text(max_size=20))
def test_no_text_is_too_odd_for_a_code(text: str) -> None:
    assert read_key(text) is None or is_form_code(text)


def test_two_codes_of_one_row_are_a_code_of_forms_too() -> None:
    assert is_form_code(f"F12-7-ABCDE{CODES_APART}F12-8-ABCDE")
    assert form_of(f"F12-7-ABCDE{CODES_APART}F12-8-ABCDE") is None


# ------------------------------------------------------------------ whose a row is

CODE = key_text(12, 1, GALIH)


def owner(one: RosterRow, present: Present = PRESENT) -> Owned | HoldReason:
    return owner_of(one, {12: FORM}, present)


@pytest.mark.parametrize(
    ("one", "reason"),
    [
        (row(code=CODE), None),
        (row(code=CODE, name="Laras Widuri"), None),
        (row(code=CODE, nip=None, name="Galih Rangga"), None),
        (row(code=CODE, nip=None, name="GALIH R."), None),
        (row(code=CODE, nip=None, name="Rangga Galih, S.E."), None),
        (row(code=CODE, nip=None, name="Laras Widuri"), HoldReason.FORM_MIXED),
        (row(code=CODE, nip=None), HoldReason.FORM_MIXED),
        (row(code=CODE, nip=LARAS, name="Galih Rangga"), HoldReason.FORM_MIXED),
        (row(code=""), HoldReason.FORM_MIXED),
        (row(code=f"{CODE}{CODES_APART}{CODE}"), HoldReason.FORM_MIXED),
        (row(code=key_text(13, 1, GALIH)), HoldReason.FORM_UNKNOWN),
        (row(code=key_text(12, 3, GALIH)), HoldReason.FORM_UNKNOWN),
        (row(code=key_text(12, 2, GALIH)), HoldReason.FORM_UNKNOWN),
        (row(code=key_text(12, 2, LARAS), nip=LARAS), HoldReason.FORM_PERSON_GONE),
    ],
)
def test_a_row_is_somebodys_only_where_code_and_nip_or_name_agree(
    one: RosterRow, reason: HoldReason | None
) -> None:
    assert owner(one) == (reason or OWNED)


def test_a_number_and_a_name_that_were_corrected_since_are_believed_too() -> None:
    present = Present({LARAS: known("Galih Wijaya")}, {7: LARAS})
    for one in (row(code=CODE), row(code=CODE, nip=LARAS)):
        assert owner(one, present) == Owned(FORM, PERSON, LARAS)
    for name in ("Galih Rangga", "Galih Wijaya"):
        assert owner(row(code=CODE, nip=None, name=name), present) == Owned(FORM, PERSON, LARAS)


def test_a_row_that_was_added_by_hand_renames_nobody() -> None:
    for one in (row(name="Galih R."), row(name=""), row(nip=LARAS, name="Laras"), row(nip=None)):
        assert without_code(one, PRESENT) is one
    assert without_code(row(name="Laras Widuri"), PRESENT) is HoldReason.FORM_MIXED
    assert without_code(row(nip=LARAS, name="Galih Rangga"), PRESENT) != HoldReason.FORM_MIXED


# ------------------------------------------------------------------ what of it counts


def handle(platform: Platform, name: str, **more: object) -> AccountEntry:
    entry = AccountEntry(platform, name, "username", None, f"@{name}", None)
    return entry._replace(**more)


def counted(platform: Platform, low: int, high: int | None = -1, **more: object) -> AccountEntry:
    top = low if high == -1 else high
    entry = AccountEntry(platform, low=low, high=top, exact=top == low, count_written=str(low))
    return entry._replace(no_count=None, **more)


def test_an_account_that_was_only_printed_is_taken_off_and_nothing_else() -> None:
    printed = handle(IG, "galih", also="lain", other_platform=True, low=500, high=500)
    dotted = handle(FB, "galihr")
    other = handle(Platform.X, "galih")
    one = RosterRow(
        3, None, None, "340099901", "340", {"name": "x"}, (printed, dotted, other), DAY,
        held_code=CODE,
    )  # fmt: skip
    found = without_printed(one, OWNED)
    assert found == RosterRow(
        3,
        GALIH,
        None,
        "",
        None,
        {},
        (
            AccountEntry(IG, low=500, high=500),
            AccountEntry(FB),
            other,
        ),
        DAY,
    )
    new = row(handle(IG, "galih.baru"), AccountEntry(FB, no_handle=NoHandle.NONE))
    assert without_printed(new, OWNED).accounts == new.accounts


# ------------------------------------------------------------------ contradictions


def returned(*accounts: AccountEntry, at: int = 1, day: object = None) -> Returned:
    return Returned(Place(1, 1, at), row(*accounts, day=day), OWNED)


def found_among(rows: Sequence[Returned], now: Known | None = None) -> list[Conflict]:
    return conflicts_among(rows, {GALIH: now or known()}, LATER)


def state(platform: Platform, low: int, day: date = DAY, high: int | None = -1) -> CountState:
    top = low if high == -1 else high
    return CountState(platform, low, top, top == low, day, str(low))


def test_what_two_rows_say_alike_or_of_different_days_is_no_contradiction() -> None:
    same = [returned(counted(IG, 500)), returned(counted(IG, 500), at=2)]
    assert found_among(same) == []
    days = [returned(counted(IG, 500), day=DAY), returned(counted(IG, 600), at=2, day=LATER)]
    assert found_among(days) == []
    own_day = [returned(counted(IG, 500, observed_on=DAY), day=LATER), returned(counted(IG, 600))]
    assert found_among(own_day) == []
    apart = [returned(counted(IG, 500), handle(FB, "a")), returned(counted(FB, 9), at=2)]
    assert found_among(apart) == []
    assert found_among([returned(AccountEntry(IG)), returned(AccountEntry(IG), at=2)]) == []


def test_two_counts_of_one_day_contradict_each_other() -> None:
    (conflict,) = found_among([returned(counted(IG, 500)), returned(counted(IG, 600), at=2)])
    first, second = (Option(Place(1, 1, at), None, state(IG, low, LATER)) for at, low in
                     ((1, 500), (2, 600)))  # fmt: skip
    assert conflict == Conflict(7, "Galih Rangga", IG, (first, second))


def test_two_ends_of_one_beginning_contradict_each_other() -> None:
    rows = [returned(counted(IG, 500, 599)), returned(counted(IG, 500, None), at=2)]
    (conflict,) = found_among(rows)
    assert [one.value and one.value.high for one in conflict.options] == [599, None]


def test_two_accounts_contradict_each_other_unless_they_are_one() -> None:
    rows = [returned(handle(IG, "a_1")), returned(handle(IG, "b_1"), at=2)]
    (conflict,) = found_among(rows)
    assert [one.handle for one in conflict.options] == ["a_1", "b_1"]
    assert found_among([returned(handle(FB, "a.b")), returned(handle(FB, "ab"), at=2)]) == []


def test_no_account_contradicts_an_account() -> None:
    none = AccountEntry(IG, no_handle=NoHandle.NONE)
    rows = [returned(none), returned(counted(IG, 500), at=2), returned(none, at=3)]
    (conflict,) = found_among(rows)
    assert [(one.none, one.place) for one in conflict.options] == [
        (True, Place(1, 1, 1)),
        (False, Place(1, 1, 2)),
    ]
    assert found_among([returned(none), returned(none, at=2)]) == []


@pytest.mark.parametrize(
    ("entry", "day", "now", "asked"),
    [
        (counted(IG, 500), DAY, state(IG, 450), True),
        (counted(IG, 500), LATER, state(IG, 450), False),
        (counted(IG, 450), DAY, state(IG, 450), False),
        (counted(IG, 500), DAY, state(IG, 400), False),
        (counted(IG, 500), DAY, state(IG, 400, high=None), True),
        (counted(IG, 500), DAY, None, False),
        (AccountEntry(IG, no_handle=NoHandle.NONE), LATER, state(IG, 450), True),
        (handle(IG, "galih.baru"), DAY, state(IG, 450), False),
    ],
)
def test_what_was_recorded_since_contradicts_an_answer_that_is_not_newer(
    entry: AccountEntry, day: date, now: CountState | None, asked: bool
) -> None:
    found = found_among([returned(entry, day=day)], known(latest=[now] if now else []))
    assert bool(found) is asked
    if found:
        assert found[0].options[-1] == Option(None, None, now)
        assert len(found[0].options) == 2


@pytest.mark.parametrize(
    ("entry", "now", "asked"),
    [
        (handle(IG, "galih.dua"), AccountState(IG, "galih.baru"), True),
        (handle(IG, "galih.baru"), AccountState(IG, "galih.baru"), False),
        (handle(IG, "galih.dua"), AccountState(IG, "galih"), False),
        (handle(IG, "galih.dua"), AccountState(IG), False),
        (handle(IG, "galih.dua"), None, False),
        (handle(FB, "galih.baru"), AccountState(FB, "galihbaru"), False),
        (counted(IG, 500), AccountState(IG, "galih.baru"), False),
    ],
)
def test_an_account_that_was_changed_since_contradicts_another_one(
    entry: AccountEntry, now: AccountState | None, asked: bool
) -> None:
    found = found_among([returned(entry)], known(accounts=[now] if now else []))
    assert bool(found) is asked
    if found and now:
        assert found[0].options[-1] == Option(None, now.handle, None)


def test_a_row_waits_until_all_that_it_contradicts_is_chosen() -> None:
    one = returned(counted(IG, 500), counted(FB, 9))
    two = returned(counted(IG, 600), counted(FB, 9), at=2)
    (conflict,) = found_among([one, two])
    assert settled(one, [conflict], {}) is None
    assert settled(one, [conflict], {(7, FB): one.place}) is None
    assert settled(one, [conflict], {(7, IG): one.place}) == one.row
    kept = settled(two, [conflict], {(7, IG): one.place})
    assert kept == two.row._replace(accounts=(two.row.accounts[1],))
    assert settled(one, [conflict], {(7, IG): None}) == one.row._replace(
        accounts=(one.row.accounts[1],)
    )
    silent = returned(counted(FB, 9), at=3)
    assert settled(silent, [conflict], {}) == silent.row
    other = conflict.__class__(8, "Laras", IG, conflict.options)
    assert settled(one, [other], {}) == one.row
    assert settled(one, [other, conflict], {}) is None
    assert settled(one, [], {}) == one.row
