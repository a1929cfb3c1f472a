"""Gives counts whose heads name no platform to the accounts beside them."""

from collections.abc import Sequence

from app.domain.fields import Certainty, Field, followers_field, handle_field
from app.domain.platform import Platform
from app.workbooks.layout import words as w
from app.workbooks.layout.head import Head, Role, read_head
from app.workbooks.layout.newest import newness, speaks_of_time
from app.workbooks.layout.profile import Profile

Chosen = dict[Field, tuple[int, Certainty]]
Texts = Sequence[tuple[str, ...]]

_OF_ALL = frozenset({"total", "grand"})


def place_neighbours(
    heads: Sequence[Head],
    texts: Texts,
    profiles: Sequence[Profile],
    chosen: Chosen,
    context: str,
) -> None:
    """Gives "Followers", "Jumlah", or counts under no head at all, to the account beside them.

    A title can name the one platform of a whole list.
    """
    only = read_head([context]).platform if context else None
    heads = _with_platforms(heads, only)
    for index, head in enumerate(heads):
        if head.field is not None and _is_account(head) and not _is_chosen(index, chosen):
            chosen.setdefault(head.field, (index, Certainty.GUESS))
    _pair_blocks(heads, chosen)
    counting = _counting(heads, texts, profiles)
    passed = _older(heads, texts, counting) | _sums(heads, texts, counting, chosen)
    for index in range(len(heads)):
        if index in counting and index not in passed and not _is_chosen(index, chosen):
            platform = _platform_beside(index, heads, chosen) or only
            if platform is not None and followers_field(platform) not in chosen:
                chosen[followers_field(platform)] = (index, Certainty.GUESS)


def _with_platforms(heads: Sequence[Head], only: Platform | None) -> list[Head]:
    """The heads, those of accounts with the platform that a question before them or the title names.

    "Punya IG? (Y/T)", "Akun", "Followers": the question says of what the next two are.
    """
    found: list[Head] = []
    asked: Platform | None = None
    for head in heads:
        if head.role is Role.OTHER:
            asked = head.platform
        elif head.role not in (Role.BARE_HANDLE, Role.BARE_FOLLOWERS):
            asked = None
        platform = asked or only
        if head.role is Role.BARE_HANDLE and platform is not None:
            head = Head(Role.HANDLE, handle_field(platform), platform, Certainty.GUESS)
        found.append(head)
    return found


def _counting(heads: Sequence[Head], texts: Texts, profiles: Sequence[Profile]) -> dict[int, bool]:
    """Columns of counts without a platform; True: their own words say so.

    Under no head, or one like "Jumlah" or "2026", only numbers right behind an account count.
    """
    found: dict[int, bool] = {}
    for index, head in enumerate(heads):
        if head.role is Role.BARE_FOLLOWERS:
            found[index] = True
            continue
        words = set(w.normal(" ".join(texts[index])).split())
        vague = head.role is Role.UNKNOWN and all(
            word in w.COUNT_WORDS or speaks_of_time(word) for word in words
        )
        behind = index > 0 and (
            _is_account(heads[index - 1]) or (bool(words) and found.get(index - 1) is False)
        )
        if vague and behind and profiles[index].mostly_counts and not profiles[index].mostly_years:
            found[index] = False
    return found


def _older(heads: Sequence[Head], texts: Texts, counting: dict[int, bool]) -> set[int]:
    """Of several counts behind one account ("Followers Sep", "Followers Okt") all but the newest."""
    older: set[int] = set()
    for start in sorted(counting):
        if start == 0 or start - 1 in counting or not _is_account(heads[start - 1]):
            continue
        run = [start]
        while run[-1] + 1 in counting:
            run.append(run[-1] + 1)
        ages = {index: newness(texts[index]) for index in run}
        if len(set(ages.values())) > 1:
            newest = max(run, key=lambda index: (ages[index], -index))
            older.update(index for index in run if index != newest)
    return older


def _sums(
    heads: Sequence[Head], texts: Texts, counting: dict[int, bool], chosen: Chosen
) -> set[int]:
    """The one count behind accounts on several platforms: it is nobody's own."""
    platforms = {head.platform for head in heads if _is_account(head)}
    if len(counting) != 1 or len(platforms) < 2:
        return set()
    (only,) = counting
    counted = any(followers_field(p) in chosen for p in platforms if p is not None)
    of_all = bool(_OF_ALL & set(w.normal(" ".join(texts[only])).split()))
    return {only} if of_all or not counted else set()


def _pair_blocks(heads: Sequence[Head], chosen: Chosen) -> None:
    """Pairs IG, FB, X, Followers, Followers, Followers in their order."""
    counts = (Role.BARE_FOLLOWERS, Role.FOLLOWERS)
    for start, head in enumerate(heads):
        if head.role not in counts or (start and heads[start - 1].role in counts):
            continue
        end = start
        while end < len(heads) and heads[end].role in counts:
            end += 1
        size = end - start
        accounts = range(start - size, start)
        if size < 2 or start < size or not all(_is_account(heads[i]) for i in accounts):
            continue
        for account, count in zip(accounts, range(start, end), strict=True):
            platform = heads[account].platform
            if heads[count].role is Role.BARE_FOLLOWERS and platform is not None:
                chosen.setdefault(followers_field(platform), (count, Certainty.GUESS))


def _is_account(head: Head) -> bool:
    return head.role is Role.HANDLE and head.platform is not None


def _is_chosen(index: int, chosen: Chosen) -> bool:
    return any(column == index for column, _ in chosen.values())


def _accounts_at_left(heads: Sequence[Head], index: int) -> list[int]:
    return [column for column in range(index) if _is_account(heads[column])]


def _platform_beside(index: int, heads: Sequence[Head], chosen: Chosen) -> Platform | None:
    """The platform of the last account at the left, else of the very next column.

    None where it has its counts already.
    """
    before = heads[index - 1].platform if index > 0 and _is_account(heads[index - 1]) else None
    counted = before is not None and followers_field(before) in chosen
    if counted and not _is_chosen(index - 1, chosen):
        return None  # of a second account on a platform, not of the account behind it
    beside = [*_accounts_at_left(heads, index)[-1:], index + 1]
    for column in beside:
        platform = heads[column].platform if column < len(heads) else None
        if platform is None or not _is_account(heads[column]):
            continue
        if followers_field(platform) not in chosen:
            return platform
    return None
