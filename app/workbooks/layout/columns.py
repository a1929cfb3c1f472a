"""Gives each column its meaning: the words of the heads, checked against what stands below."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.dates import month_number
from app.domain.fields import Certainty, Field, followers_field, handle_field
from app.domain.platform import RECORDED, Platform
from app.workbooks.layout.head import Head, Role, read_head
from app.workbooks.layout.header import Header
from app.workbooks.layout.long_list import place_long_list
from app.workbooks.layout.profile import Profile
from app.workbooks.layout.words import FOLLOWERS_WORDS, normal

_OF_WHOM = frozenset({Field.NIP, Field.NAME, Field.NAME_AND_NIP})
_SURE = {Certainty.CERTAIN: 2, Certainty.LIKELY: 1, Certainty.GUESS: 0}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a roster. `index` is 0-based; `field` None: not kept.

    `rival`: the column that has the meaning which this one has lost; a meaning stands once.
    """

    index: int
    header: str
    field: Field | None
    certainty: Certainty
    rival: int | None = None

    def meaning(self, field: Field | None, rival: int | None = None) -> "Column":
        """The same column after a person chose its meaning, or gave it to the column `rival`."""
        return replace(self, field=field, certainty=Certainty.CERTAIN, rival=rival)


def assign(header: Header, profiles: Sequence[Profile], context: str) -> tuple[Column, ...]:
    """The meaning of every column; each field is given at most once.

    `context` is the title block and the sheet's name: it can name the one platform of a list.
    """
    chosen: dict[Field, tuple[int, Certainty]] = {}
    heads = [_weigh(head, profile) for head, profile in zip(header.heads, profiles, strict=True)]
    _place_people(heads, profiles, chosen)
    _place_platforms(heads, header, profiles, chosen)
    if not place_long_list(heads, header, profiles, chosen):
        _place_neighbours(heads, header, profiles, chosen, context)
        _place_by_content(heads, profiles, chosen)
    by_column = {index: (field, certainty) for field, (index, certainty) in chosen.items()}
    columns = []
    for index, texts in enumerate(header.texts):
        field, certainty = by_column.get(index, (None, Certainty.GUESS))
        rival = _rival(heads[index], profiles[index], chosen) if field is None else None
        columns.append(Column(index, " | ".join(texts), field, certainty, rival))
    return tuple(columns)


def _rival(head: Head, seen: Profile, chosen: Mapping[Field, tuple[int, Certainty]]) -> int | None:
    """The column that was taken for what this one, which is filled, calls itself too."""
    field = head.field
    if field is None or not seen.filled or field not in chosen:
        return None
    return chosen[field][0] if field.platform is not None or field in _OF_WHOM else None


def _weigh(head: Head, profile: Profile) -> Head:
    """Lets the content overrule a head that cannot be meant."""
    other = Head(Role.OTHER)
    if head.field in (Field.ORGANISATION, Field.UNIT):
        merely_likely = head.certainty is not Certainty.CERTAIN and not profile.filled
        if profile.only_government or merely_likely:
            return other
    if head.role in (Role.SOCIAL, Role.HANDLE) and profile.mostly_yes_no:
        return other
    if head.field is Field.RANK and profile.filled and profile.dates > profile.ranks:
        return other
    accounts_only = profile.share(profile.accounts) >= 0.5 and not profile.mostly_counts
    if head.role is Role.FOLLOWERS and head.platform is not None and accounts_only:
        return Head(Role.HANDLE, handle_field(head.platform), head.platform, Certainty.GUESS)
    if head.role is Role.SOCIAL and head.platform is not None:
        counts = profile.mostly_counts and not profile.links
        field = followers_field(head.platform) if counts else handle_field(head.platform)
        return Head(Role.FOLLOWERS if counts else Role.HANDLE, field, head.platform)
    return head


# ------------------------------------------------------------------ people


def _support(field: Field, seen: Profile) -> float:
    """How far the content speaks for a meaning, 0..1; any content does where nothing is typical."""
    typical = {
        Field.NIP: seen.nips,
        Field.NAME: seen.names,
        Field.NAME_AND_NIP: seen.names_with_nip,
        Field.RANK: seen.ranks,
    }
    return seen.share(typical[field]) if field in typical else float(seen.filled > 0)


def _place_people(
    heads: Sequence[Head], profiles: Sequence[Profile], chosen: dict[Field, tuple[int, Certainty]]
) -> None:
    candidates: dict[Field, list[tuple[float, int, int, Certainty]]] = {}
    for index, head in enumerate(heads):
        if head.role is not Role.PERSON or head.field is None:
            continue
        weight = round(_support(head.field, profiles[index]), 1) + _SURE[head.certainty]
        candidates.setdefault(head.field, []).append((weight, -index, index, head.certainty))
    _share_units(profiles, candidates)
    for field, found in candidates.items():
        _, _, index, certainty = max(found)
        chosen[field] = (index, certainty)
    _settle_names(profiles, chosen)


def _share_units(
    profiles: Sequence[Profile], candidates: dict[Field, list[tuple[float, int, int, Certainty]]]
) -> None:
    """Two columns of units under words of one kind: the one with more different names is finer."""
    for field, other in (
        (Field.ORGANISATION, Field.UNIT),
        (Field.UNIT, Field.ORGANISATION),
    ):
        found = candidates.get(field, [])
        if len(found) != 2 or other in candidates:
            continue
        coarse, fine = sorted(found, key=lambda one: len(profiles[one[2]].distinct))
        if profiles[coarse[2]].distinct and profiles[fine[2]].distinct:
            candidates[Field.ORGANISATION], candidates[Field.UNIT] = [coarse], [fine]
        return


def _settle_names(profiles: Sequence[Profile], chosen: dict[Field, tuple[int, Certainty]]) -> None:
    """One cell for both, or two columns, or the two heads swapped: the content decides."""
    both = chosen.get(Field.NAME_AND_NIP)
    if both is not None:
        seen = profiles[both[0]]
        alone = Field.NIP in chosen or Field.NAME in chosen
        if alone and not seen.names_with_nip:
            del chosen[Field.NAME_AND_NIP]
            if Field.NAME not in chosen and seen.share(seen.names) >= 0.5:
                chosen[Field.NAME] = (both[0], Certainty.LIKELY)
            elif Field.NIP not in chosen:
                chosen[Field.NIP] = (both[0], Certainty.LIKELY)
        return
    nip, name = chosen.get(Field.NIP), chosen.get(Field.NAME)
    if nip is None and name is not None and _holds_both(profiles[name[0]]):
        chosen[Field.NAME_AND_NIP] = (chosen.pop(Field.NAME)[0], Certainty.LIKELY)
    elif name is None and nip is not None and _holds_both(profiles[nip[0]]):
        chosen[Field.NAME_AND_NIP] = (chosen.pop(Field.NIP)[0], Certainty.LIKELY)
    elif nip is not None and name is not None:
        under_nip, under_name = profiles[nip[0]], profiles[name[0]]
        swapped = under_name.share(under_name.nips) > 0.6 and under_nip.share(under_nip.names) > 0.6
        if swapped:
            chosen[Field.NIP], chosen[Field.NAME] = (
                (name[0], Certainty.GUESS),
                (nip[0], Certainty.GUESS),
            )


def _holds_both(seen: Profile) -> bool:
    """Name and NIP in one cell, or on alternate lines of one column."""
    together = seen.share(seen.names_with_nip) >= 0.5
    alternate = seen.share(seen.names) >= 0.3 and seen.share(seen.nips) >= 0.3
    return together or alternate


# ------------------------------------------------------------------ platforms


def _place_platforms(
    heads: Sequence[Head],
    header: Header,
    profiles: Sequence[Profile],
    chosen: dict[Field, tuple[int, Certainty]],
) -> None:
    """Handles, counts and dates whose platform the head names.

    Of two the column that holds what its head says wins, then the newer month, then the left one.
    """
    candidates: dict[Field, list[tuple[int, int, tuple[int, int], int, int, Certainty]]] = {}
    for index, head in enumerate(heads):
        if head.field is None or head.field.platform is None:
            continue
        named = bool(FOLLOWERS_WORDS & set(normal(" ".join(header.texts[index])).split()))
        fits = _fits(head, profiles[index])
        rank = (2 * fits + (named and head.role is Role.FOLLOWERS), _SURE[head.certainty])
        newest = _month_in(header.texts[index])
        candidates.setdefault(head.field, []).append((*rank, newest, -index, index, head.certainty))
    for field, found in candidates.items():
        *_, index, certainty = max(found)
        chosen[field] = (index, certainty)
    _move_counts_under_handle_heads(profiles, chosen)


def _month_in(texts: Sequence[str]) -> tuple[int, int]:
    """Year and month of a head such as "FOLLOWERS IG | OKT 2026", each 0 where it is not said."""
    words = normal(" ".join(texts)).split()
    years = [int(word) for word in words if len(word) == 4 and word.isdigit()]
    months = [month for month in map(month_number, words) if month is not None]
    return max(years, default=0), max(months, default=0)


def _fits(head: Head, seen: Profile) -> bool:
    if not seen.filled:
        return False
    return seen.mostly_counts if head.role is Role.FOLLOWERS else not seen.mostly_counts


def _move_counts_under_handle_heads(
    profiles: Sequence[Profile], chosen: dict[Field, tuple[int, Certainty]]
) -> None:
    """Takes "Akun IG" over nothing but numbers for the counts, where no other column has them."""
    for platform in RECORDED:
        handle, counts = handle_field(platform), followers_field(platform)
        if handle not in chosen or counts in chosen:
            continue
        seen = profiles[chosen[handle][0]]
        if seen.mostly_counts and not seen.links:
            chosen[counts] = (chosen.pop(handle)[0], Certainty.GUESS)


def _place_neighbours(
    heads: Sequence[Head],
    header: Header,
    profiles: Sequence[Profile],
    chosen: dict[Field, tuple[int, Certainty]],
    context: str,
) -> None:
    """Gives "Followers", or counts under no head at all, to the account beside them.

    A title can name the one platform of a whole list.
    """
    _pair_blocks(heads, chosen)
    only = read_head([context]).platform if context else None
    for index, head in enumerate(heads):
        headless_counts = not header.texts[index] and profiles[index].mostly_counts
        if headless_counts and _accounts_at_left(heads, index)[-1:] != [index - 1]:
            continue
        if (head.role is Role.BARE_FOLLOWERS or headless_counts) and not _is_chosen(index, chosen):
            platform = _platform_beside(index, heads, chosen) or only
            if platform is not None and followers_field(platform) not in chosen:
                chosen[followers_field(platform)] = (index, Certainty.GUESS)
        elif head.role is Role.BARE_HANDLE and only is not None:
            chosen.setdefault(handle_field(only), (index, Certainty.GUESS))


def _pair_blocks(heads: Sequence[Head], chosen: dict[Field, tuple[int, Certainty]]) -> None:
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


def _is_chosen(index: int, chosen: dict[Field, tuple[int, Certainty]]) -> bool:
    return any(column == index for column, _ in chosen.values())


def _accounts_at_left(heads: Sequence[Head], index: int) -> list[int]:
    return [column for column in range(index) if _is_account(heads[column])]


def _platform_beside(
    index: int, heads: Sequence[Head], chosen: dict[Field, tuple[int, Certainty]]
) -> Platform | None:
    """The platform of the last account at the left, else of the very next column.

    None where it has its counts already.
    """
    beside = [*_accounts_at_left(heads, index)[-1:], index + 1]
    for column in beside:
        platform = heads[column].platform if column < len(heads) else None
        if platform is None or not _is_account(heads[column]):
            continue
        if followers_field(platform) not in chosen:
            return platform
    return None


def _place_by_content(
    heads: Sequence[Head], profiles: Sequence[Profile], chosen: dict[Field, tuple[int, Certainty]]
) -> None:
    """Columns whose heads say nothing, but whose cells do: NIPs, names beside them, links."""
    taken = {index for index, _ in chosen.values()}
    free = [
        index
        for index, head in enumerate(heads)
        if index not in taken and head.role in (Role.UNKNOWN, Role.BARE_HANDLE)
    ]
    if Field.NIP not in chosen and Field.NAME_AND_NIP not in chosen:
        nips = [i for i in free if profiles[i].share(profiles[i].nips) >= 0.6]
        if nips:
            chosen[Field.NIP] = (nips[0], Certainty.GUESS)
    for index in free:
        platform = profiles[index].main_link()
        if platform is not None:
            chosen.setdefault(handle_field(platform), (index, Certainty.GUESS))
