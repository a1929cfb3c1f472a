"""The unit that the name of a file names, where it plainly names one."""

import re

from app.workbooks.layout.sections import unit_in
from app.workbooks.layout.words import normal

_NUMBER = re.compile(r"^\W*(?:\(?(?:\d{1,3}|[IVXLC]{1,6})\)?\s*[.)\-]+|\d{1,3})\s+", re.IGNORECASE)
_COPY = re.compile(r"\s*\((?:\d{1,3}|copy|salinan)\)", re.IGNORECASE)
_DATE = re.compile(r"\b(?:\d{1,2}[-.]){0,2}20\d{2}(?:[-.]\d{1,2}){0,2}\b|\b\d{6,8}\b")
_SOCIAL_MEDIA = re.compile(r"\bmedia sosial\b", re.IGNORECASE)
_WORD = re.compile(r"[^\s,;+&]+")
_NOISE = frozenset(
    """data daftar rekap rekapitulasi laporan lap form formulir isian hasil pendataan tabel list nominatif duk
    asn pns pppk pegawai nama medsos sosmed akun followers follower pengikut influencer
    instagram ig facebook fb twitter x tiktok dan dari untuk per bulan tahun tgl tanggal final fix fixed rev revisi
    terbaru update lengkap salinan copy of versi v1 v2 v3 edit xlsx xls csv januari februari maret april mei
    juni juli agustus september oktober november desember jan feb mar apr jun jul agu ags sep sept okt nov des
    influencer tl tindak lanjut surat permintaan balasan kirim""".split()
)
"""What offices put around the name of their unit."""

_ALONE = frozenset(
    """satpol rsud setda setwan bappeda bapenda bkpsdm bkd bpbd bpkad bpkd diskominfo dinkes disdik disdikbud dinsos
    dishub dispora dprd inspektorat kesbangpol""".split()
)
"""Names of one word. "Kantor" or "Bagian" alone name nobody."""


def unit_of_file(stem: str) -> str:
    """The unit in "03. Kec. Sukatirta - data medsos"; empty where the name says something else.

    Only what offices put around a name is taken off (a number, "rekap", "data medsos", a date, a
    copy's number); what is left must begin as units begin.
    """
    text = _NUMBER.sub("", _COPY.sub("", stem.replace("_", " ")).strip())
    text = " ".join(_DATE.sub(" ", _SOCIAL_MEDIA.sub(" ", text)).split())
    words = _without_noise(text)
    name = unit_in(words)
    parts = normal(name).split()
    whole = len(parts) > 1 or (len(parts) == 1 and parts[0] in _ALONE)
    return name if whole else ""


def _without_noise(text: str) -> str:
    """From the first word that is none of the words around a name to the last one."""
    found = [
        word for word in _WORD.finditer(text) if normal(word[0]) and normal(word[0]) not in _NOISE
    ]
    return text[found[0].start() : found[-1].end()].strip(" -–,") if found else ""
