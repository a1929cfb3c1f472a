"""Whose names and NIPs stand where: in one cell, in two columns, or under heads that are swapped."""

from collections.abc import Sequence

from app.domain.fields import Certainty, Field
from app.workbooks.layout.head import Head, Role
from app.workbooks.layout.profile import Profile


def settle_names(
    heads: Sequence[Head], profiles: Sequence[Profile], chosen: dict[Field, tuple[int, Certainty]]
) -> None:
    """One cell for both, or two columns, or the two heads swapped: the content decides."""
    _part(heads, profiles, chosen)
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
    if nip is None and name is not None and holds_both(profiles[name[0]]):
        chosen[Field.NAME_AND_NIP] = (chosen.pop(Field.NAME)[0], Certainty.LIKELY)
    elif name is None and nip is not None and holds_both(profiles[nip[0]]):
        chosen[Field.NAME_AND_NIP] = (chosen.pop(Field.NIP)[0], Certainty.LIKELY)
    elif nip is not None and name is not None:
        under_nip, under_name = profiles[nip[0]], profiles[name[0]]
        swapped = under_name.share(under_name.nips) > 0.6 and under_nip.share(under_nip.names) > 0.6
        if swapped:
            chosen[Field.NIP], chosen[Field.NAME] = (
                (name[0], Certainty.GUESS),
                (nip[0], Certainty.GUESS),
            )


def holds_both(seen: Profile) -> bool:
    """Name and NIP in one cell, or on alternate lines of one column."""
    together = seen.share(seen.names_with_nip) >= 0.5
    alternate = seen.share(seen.names) >= 0.3 and seen.share(seen.nips) >= 0.3
    return together or alternate


def _part(
    heads: Sequence[Head], profiles: Sequence[Profile], chosen: dict[Field, tuple[int, Certainty]]
) -> None:
    """A head "NAMA / NIP" merged over two columns: their cells say which holds what."""
    both = chosen.get(Field.NAME_AND_NIP)
    if both is None or chosen.keys() & {Field.NAME, Field.NIP} or holds_both(profiles[both[0]]):
        return
    near = [
        index
        for index in range(max(0, both[0] - 1), min(len(heads), both[0] + 2))
        if index == both[0]
        or heads[index].role is Role.UNKNOWN
        or heads[index].field is Field.NAME_AND_NIP
    ]
    nips = [i for i in near if profiles[i].share(profiles[i].sure_nips) >= 0.6]
    names = [i for i in near if profiles[i].share(profiles[i].names) >= 0.6]
    if nips and names:
        del chosen[Field.NAME_AND_NIP]
        chosen[Field.NIP] = (nips[0], Certainty.LIKELY)
        chosen[Field.NAME] = (names[0], Certainty.LIKELY)
