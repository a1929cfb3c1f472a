"""Gives each column its meaning: the words of the heads, checked against what stands below."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.fields import Certainty, Field, followers_field, handle_field
from app.domain.platform import RECORDED
from app.workbooks.layout.head import Head, Role
from app.workbooks.layout.header import Header
from app.workbooks.layout.long_list import place_long_list
from app.workbooks.layout.names_and_numbers import settle_names
from app.workbooks.layout.neighbours import place_neighbours
from app.workbooks.layout.newest import Newness, newness
from app.workbooks.layout.profile import Profile
from app.workbooks.layout.weighing import weighed
from app.workbooks.layout.words import FOLLOWERS_WORDS, normal

_OF_WHOM = frozenset({Field.NIP, Field.NAME, Field.NAME_AND_NIP})
_SURE = {Certainty.CERTAIN: 2, Certainty.LIKELY: 1, Certainty.GUESS: 0}


_SECOND = frozenset({"lain", "lainnya", "kedua", "tambahan"})
"""Beside an account that says no such word, this one is a further one."""

_AND = re.compile(r"[/\n,&+]|\bdan\b", re.IGNORECASE)


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
    each = zip(header.heads, header.texts, profiles, strict=True)
    heads = [weighed(head, texts, profile) for head, texts, profile in each]
    _place_people(heads, header.texts, profiles, chosen)
    _settle_name_with_position(header, chosen)
    _place_platforms(heads, header, profiles, chosen)
    if not place_long_list(heads, header, profiles, chosen):
        place_neighbours(heads, header.texts, profiles, chosen, context)
    _place_by_content(heads, header, profiles, chosen)
    _place_last_unit(header, chosen)
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
    heads: Sequence[Head],
    texts: Sequence[Sequence[str]],
    profiles: Sequence[Profile],
    chosen: dict[Field, tuple[int, Certainty]],
) -> None:
    candidates: dict[Field, list[tuple[float, int, int, Certainty]]] = {}
    for index, head in enumerate(heads):
        if head.role is not Role.PERSON or head.field is None:
            continue
        weight = round(_support(head.field, profiles[index]), 1) + _SURE[head.certainty]
        candidates.setdefault(head.field, []).append((weight, -index, index, head.certainty))
    _share_units(profiles, candidates)
    _share_numbers(heads, texts, candidates, chosen)
    for field, found in candidates.items():
        _, _, index, certainty = max(found)
        chosen[field] = (index, certainty)
    settle_names(heads, profiles, chosen)


def _share_numbers(
    heads: Sequence[Head],
    texts: Sequence[Sequence[str]],
    candidates: dict[Field, list[tuple[float, int, int, Certainty]]],
    chosen: dict[Field, tuple[int, Certainty]],
) -> None:
    """Of "NIP" and "NI PPPK" the one that has more is the number, the other stands in for it.

    Not so of two columns with one and the same head: the second may be of somebody else.
    """
    found = sorted(candidates.get(Field.NIP, []), reverse=True)
    if len(found) < 2:
        return
    said = [set(normal(" ".join(texts[one[2]])).split()) for one in found]
    for (*_, index, certainty), words in zip(found[1:], said[1:], strict=True):
        kinds = (words | said[0]) & _KINDS_OF_NUMBERS
        if kinds and words != said[0] and words | said[0] <= _WORDS_OF_NUMBERS:
            chosen[Field.NIP_AGAIN] = (index, certainty)
            return


_KINDS_OF_NUMBERS = frozenset("pppk p3k nip3k nipppk nippppk nippk pns baru".split())
_WORDS_OF_NUMBERS = _KINDS_OF_NUMBERS | frozenset(
    """nip ni no nomor induk pegawai cpns asn paruh penuh waktu pw bagi untuk khusus dan atau jika bila
    18 digit data identitas biodata kepegawaian""".split()
)


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


def _settle_name_with_position(header: Header, chosen: dict[Field, tuple[int, Certainty]]) -> None:
    """Takes "Nama Pegawai/Jabatan" for the names where no other column has them."""
    if Field.POSITION not in chosen or chosen.keys() & {Field.NAME, Field.NAME_AND_NIP}:
        return
    index = chosen[Field.POSITION][0]
    if holds_name_and_position(header.texts[index]):
        chosen[Field.NAME] = (chosen.pop(Field.POSITION)[0], Certainty.LIKELY)


def holds_name_and_position(texts: Sequence[str]) -> bool:
    """Whether a head asks for both in one cell: "Nama / Jabatan", but not "Nama Jabatan"."""
    words = normal(" ".join(texts)).split()
    if not ({"nama", "name"} & set(words[:1]) and "jabatan" in words):
        return False
    return words[1] != "jabatan" or bool(_AND.search(" ".join(texts)))


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
    candidates: dict[Field, list[tuple[int, int, Newness, int, int, Certainty]]] = {}
    for index, head in enumerate(heads):
        if head.field is None or head.field.platform is None:
            continue
        words = set(normal(" ".join(header.texts[index])).split())
        named = bool(FOLLOWERS_WORDS & words) and head.role is Role.FOLLOWERS
        fits = _fits(head, profiles[index])
        rank = (2 * fits + named - 4 * bool(_SECOND & words), _SURE[head.certainty])
        newest = newness(header.texts[index])
        candidates.setdefault(head.field, []).append((*rank, newest, -index, index, head.certainty))
    for field, found in candidates.items():
        *_, index, certainty = max(found)
        chosen[field] = (index, certainty)
    _move_counts_under_handle_heads(profiles, chosen)


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


def _place_by_content(
    heads: Sequence[Head],
    header: Header,
    profiles: Sequence[Profile],
    chosen: dict[Field, tuple[int, Certainty]],
) -> None:
    """Columns whose heads say nothing, but whose cells do: NIPs, and names beside them."""
    taken = {index for index, _ in chosen.values()}
    free = [
        index
        for index, head in enumerate(heads)
        if index not in taken and head.role is Role.UNKNOWN and profiles[index].filled
    ]
    if Field.NAME_AND_NIP in chosen:
        return
    if Field.NIP not in chosen:
        nips = [i for i in free if profiles[i].share(profiles[i].sure_nips) >= 0.6]
        if nips:
            chosen[Field.NIP] = (nips[0], Certainty.GUESS)
    if Field.NIP in chosen and Field.NAME not in chosen:
        nip = chosen[Field.NIP][0]
        headless = not any(header.texts)
        names = [
            (abs(index - nip), index)
            for index in free
            if index != nip and _may_be_names(profiles[index])
            and (headless or abs(index - nip) == 1 or _OF_PEOPLE & set(normal(" ".join(header.texts[index])).split()))
        ]  # fmt: skip
        if names:
            chosen[Field.NAME] = (min(names)[1], Certainty.GUESS)


_OF_PEOPLE = frozenset({"nama", "name", "pegawai", "asn", "personil"})


def _may_be_names(seen: Profile) -> bool:
    """Words without digits, hardly any of them twice."""
    return seen.share(seen.names) >= 0.8 and len(seen.distinct) >= 0.7 * min(seen.filled, 64)


_LAST_RESORTS = frozenset(
    """sekolah;nama sekolah;puskesmas;nama puskesmas;kecamatan;kelurahan;desa;wilayah kerja;rayon;bid;bag;bag bid
    ;bid bag;uke i;uke ii;uke iii;wilayah;cabang;lokasi""".replace("\n", "")
    .replace("    ", "")
    .split(";")
)
"""Heads that name a unit where no other column does; elsewhere they say where somebody lives or learnt."""


def _place_last_unit(header: Header, chosen: dict[Field, tuple[int, Certainty]]) -> None:
    if Field.UNIT in chosen or Field.ORGANISATION in chosen:
        return
    taken = {index for index, _ in chosen.values()}
    for index, texts in enumerate(header.texts):
        if index not in taken and normal(" ".join(texts)) in _LAST_RESORTS:
            chosen[Field.UNIT] = (index, Certainty.GUESS)
            return
