"""What Meta's error codes mean; by number first, since neither status nor text can be relied on.

Reference: platform-apis.md section 4. `error_user_title` and `error_user_msg` come in the
language of whoever holds the token and are never looked at.
"""

import re
from datetime import datetime

from app.domain.fetched import FetchState, Stop
from app.platforms.asking import Again, Refused
from app.platforms.strict_json import number_in, part, text_in

Judged = Refused | Again | Stop

_THROTTLED = frozenset((4, 17, 32, 341, 613, *range(80000, 80007), 80008, 80009, 80014))
_TRY_AGAIN = frozenset((1, 2))
_BAD_TOKEN = frozenset((102, 190))
_FORBIDDEN = frozenset((3, 10, 368, *range(200, 300)))
_PERMISSIONS = (
    "instagram_manage_insights",
    "instagram_basic",
    "pages_read_engagement",
    "pages_show_list",
    "ads_management",
    "ads_read",
    "business_management",
)
_PAGE_ACCESS = re.compile(r"Page Public (?:Content|Metadata) Access|pages_read_engagement", re.I)
_APP_SECRET = re.compile(r"app ?secret", re.I)
_BY_USERNAME = re.compile(r"by their username", re.I)
_NEW_ID = re.compile(r"\b([0-9]{5,20})\b")
_INSTAGRAM_UNKNOWN = 2207013


def judge_error(error: object, status: int, limit_ends: datetime) -> Judged:
    """One error object, of a whole answer or of one item of a batch.

    Args:
        error: what stands under "error".
        status: of HTTP, which only speaks where there is no code.
        limit_ends: until when to wait where it is a limit.
    """
    number, subcode = number_in(error, "code"), number_in(error, "error_subcode")
    if number is None:
        return _without_number(status, limit_ends)
    code = f"{number}" if subcode is None else f"{number}/{subcode}"
    if number in _THROTTLED:
        return Stop(FetchState.RATE_LIMITED, limit_ends, code)
    if number in _BAD_TOKEN:
        return Stop(FetchState.TOKEN, None, code)
    if number in _FORBIDDEN:
        return Stop(FetchState.NEEDS_PERMISSION, None, _with_permission(number, error))
    if number in _TRY_AGAIN or part(error, "is_transient") is True:
        return Again(code)
    return _about_one(number, subcode, code, text_in(error, "message"))


def _about_one(number: int, subcode: int | None, code: str, message: str) -> Judged:
    """Errors that speak of the one account that was asked for."""
    if subcode == _INSTAGRAM_UNKNOWN or number == 110:
        return Refused(FetchState.NOT_READABLE, code)
    if number == 803:
        personal = _BY_USERNAME.search(message)
        return Refused(FetchState.NOT_READABLE if personal else FetchState.NOT_FOUND, code)
    if number == 21 or (number == 100 and subcode == 21):
        # The last number of the message is the new id; nothing but its digits is kept.
        ids = _NEW_ID.findall(message)
        return Refused(FetchState.NOT_FOUND, f"21/{ids[-1]}" if ids else "21")
    if number == 100 and subcode == 33:
        return Refused(FetchState.NOT_READABLE, code)
    if number == 100 and _APP_SECRET.search(message):
        return Stop(FetchState.NEEDS_PERMISSION, None, "100/app_secret")
    if number == 100 and _PAGE_ACCESS.search(message):
        return Refused(FetchState.NEEDS_PERMISSION, "100/page_access")
    return Refused(FetchState.UNEXPECTED, code)


def _without_number(status: int, limit_ends: datetime) -> Judged:
    code = f"http {status}"
    if status >= 500:
        return Again(code)
    if status == 429:
        return Stop(FetchState.RATE_LIMITED, limit_ends, code)
    if status == 401:
        return Stop(FetchState.TOKEN, None, code)
    return Refused(FetchState.UNEXPECTED, code)


def _with_permission(number: int, error: object) -> str:
    """The code with the permission that is missing, where the message names one that we know."""
    message = text_in(error, "message")
    named = next((name for name in _PERMISSIONS if name in message), "")
    return f"{number}/{named}" if named else f"{number}"
