"""The words of column heads, as offices and forms write them.

Sources: reference/domain.md sections 4 and 5, the column heads of real rosters listed there, and
made-up wordings for social columns, of which no public roster exists.
"""

import re
import unicodedata

from app.domain.fields import Field
from app.domain.platform import Platform

_PUNCTUATION = re.compile(r"[.,:;*/\\_()\[\]{}<>≥≤\-–—+&?!\"'`’|=#@]+")
_SPACES = re.compile(r"\s+")
_PLURAL = re.compile(r"(?<=\w)\((s|er|nya)\)")
_QUESTION_NUMBER = re.compile(r"^\s*\(?(?:\d{1,2}[a-z]?|[a-z])[.)]\s+")
_YES_OR_NO = re.compile(r"\by\s?/\s?[tn]\b")
_GAPS = re.compile(r"\n|\s{2,}")
_SHORT_APART = re.compile(r"\b(?:i g|f b|y t)\b")
_PICTURES = frozenset({"So", "Sk", "Cn", "Co", "Me"})
_SPACED_LETTERS = re.compile(r"\b(?:[a-z] ){2,}[a-z]\b")


def normal(text: str) -> str:
    """A head for comparing: NFKC, lower case, punctuation and line breaks as single blanks.

    The number of a question ("3. Nama"), a bracketed plural ("follower(s)") and letters set apart
    ("N A M A") are undone.
    """
    folded = (
        unicodedata.normalize("NFKC", text)
        .casefold()
        .replace("σ", " jumlah ")
        .replace("∑", " jumlah ")
    )
    if not folded.isascii():
        folded = "".join(_not_a_picture(sign) for sign in folded)
    folded = _PLURAL.sub(r"\1", _QUESTION_NUMBER.sub("", _YES_OR_NO.sub(" ya tidak ", folded)))
    # Words of letters set apart are told from each other by a wider gap or a line break.
    words = (_SPACES.sub(" ", _PUNCTUATION.sub(" ", part)) for part in _GAPS.split(folded))
    together = (
        _SPACED_LETTERS.sub(lambda set_apart: set_apart[0].replace(" ", ""), w) for w in words
    )
    whole = _SPACES.sub(" ", " ".join(together)).strip()
    return _SHORT_APART.sub(lambda short: short[0].replace(" ", ""), whole)


def _not_a_picture(sign: str) -> str:
    """A blank for an emoji, also for the sign that only dresses it."""
    return " " if unicodedata.category(sign) in _PICTURES or sign in "\u200d\ufe0f" else sign


_WHOLE_HEADS: dict[Field, str] = {
    Field.NIP: """nip|nip baru|nip pegawai|nip nik|nip ni pppk|ni pppk|ni pppk pw|nip nrp|nip nipppk
        |nipppk|nippppk|nomor induk pegawai|no induk pegawai|nip nippk|nip ni pppk nipppk|nip pns|nip asn
        |nomor induk karyawan nip nik|nomor induk pegawai karyawan nip nik|nip 18 digit|n i p|nip nppk|nip p3k
        |employee id nip|nip nip3k|nip3k|ni p3k|nomor induk pppk|no induk pppk|nip nuptk|nip nrptt|nip niptt|no nip|nomor nip|nip saudara|no induk|nomor induk|nomor pokok pegawai|no pokok pegawai""",
    Field.NIP_LAMA: "nip lama|old nip",
    Field.NAME: """nama|name|nama lengkap|nama pegawai|nama karyawan|nama pegawai negeri sipil|fullname
        |full name|nama asn|nama pns|nama lengkap dan gelar|nama lengkap beserta gelar|nama dan gelar
        |nama guru|nama pejabat|nama lengkap pegawai|nama pegawai asn|nama lengkap gelar|nama personil
        |nama aparatur|nama ttl|nama tempat tanggal lahir|nama tempat tgl lahir
        |nama dan tempat tanggal lahir|nama lengkap tempat tanggal lahir|nama lengkap ttl|nama lengkap anda|nama sesuai sk|nama anggota|nama peserta|nama responden|nama gelar
        |nama pemangku|nama pemangku jabatan|employee name|nama pejabat pelaksana|nama anggota tim|nama pegawai asn pns pppk|nama pejabat pegawai|nama pegawai pejabat""",
    Field.TITLE_FRONT: "gelar depan|gelar dpn|gelar di depan|gelar akademik depan|title before the name",
    Field.TITLE_BACK: "gelar belakang|gelar blk|gelar blkg|gelar di belakang|gelar akademik belakang|title after the name",
    Field.STATUS: """status asn|status pegawai|status kepegawaian|status kepegwaian|jenis pegawai|jenis asn
        |status|kedudukan hukum nama|kedudukan hukum|asn non asn|pns non pns|employment status|jenis kepegawaian|status pns pppk|pns pppk|pns pppk honorer|pns pppk non asn|pns p3k|asn""",
    Field.RANK: """gol|gol ruang|golongan|golongan ruang|gol akhir nama|gol akhir|gol nama|pangkat golongan
        |pangkat gol|pangkat gol ruang|pangkat golongan ruang|pangkat|pangkat dan golongan|pangkat gol terakhir
        |gol pangkat|golongan pangkat|gol rg|pangkat gol rg|gol terakhir|pangkat golongan terakhir|rank
        |pangkat golru|golru|gol ru|pangkat gol ru|rank grade|rank and grade""",
    Field.POSITION: """jabatan|jabatan nama|nama jabatan|jabatan aktif|stat jabatan|position|jabatan terakhir
        |jabatan saat ini|jabatan sekarang|jabatan asn|jabatan pegawai|jabatan tugas|job title|designation|tugas jabatan|tugas|posisi|jabatan eselon""",
    Field.UNIT: """unit kerja|unit|unor|nama unor|unor nama|unor 2|unit organisasi|sub unit|sub unit kerja|bidang|bagian|seksi
        |sub bidang|sub bagian|subbag|sub seksi|kantor|unit es iii|unit es iv|bidang bagian|tempat tugas
        |unit kerja opd|nama unit kerja|unit penempatan|penempatan|bidang seksi|sekretariat bidang|nama unit
        |lokasi kerja|tempat kerja|unit organisasi kerja|bidang sekretariat|ruangan|work unit
        |division|divisi|office|tim kerja|uptd|upt|lokasi tugas|tempat bertugas|unit es ii|unit eselon iii|unit eselon iv""",
    Field.ORGANISATION: """opd|unor induk|nama unor induk|unor induk nama|perangkat daerah|skpd|instansi|dinas|satuan kerja|satker|unor 1|organisasi
        |nama opd|instansi kerja nama|asal instansi|nama instansi|badan dinas|dinas badan|opd unit kerja
        |perangkat daerah unit kerja|instansi unit kerja|nama perangkat daerah|asal opd|opd instansi
        |dinas instansi|satuan kerja perangkat daerah|organisasi perangkat daerah|instansi asal|lembaga
        |nama skpd|opd satuan kerja|satuan organisasi|department|departemen|organisation|organization
        |unit eselon ii|agency|satuan pendidikan""",
    Field.HELD_CODE: "kode gaung|gaung code",
    Field.CODE_AGAIN: "kode gaung akhir|gaung code at the end",
    Field.PHONE: """no hp|nomor hp|no telpon|no telepon|telepon|telp|no telp|no wa|nomor wa|nomor whatsapp
        |nomor wa whatsapp|no whatsapp|nomor handphone|no handphone|handphone|hp|whatsapp|kontak|no hp wa
        |nomor hp wa|no kontak|phone""",
    Field.EMAIL: "email|gmail|alamat gmail|alamat email|e mail|email address|email aktif|surel|pos el|alamat e mail",
    Field.GENDER: "jenis kelamin|jns kelamin|l p|gender|jk|kelamin|sex|lk pr",
    Field.BIRTH_DATE: """tanggal lahir|tgl lahir|tempat tanggal lahir|ttl|tempat tgl lahir|tgl lhr
        |tempat dan tanggal lahir""",
    Field.BIRTH_PLACE: "tempat lahir|tempat lahir nama|tmp lahir",
    Field.NIK: "nik|no ktp|nomor ktp|nomor induk kependudukan|ktp|nik ktp|no nik|nomor nik",
    Field.JOB_TYPE: "jenis jabatan|jenis jabatan nama|kelompok jabatan|tipe jabatan",
    Field.ECHELON: "eselon|ess|es|esl|eselonering",
    Field.NOTE: "keterangan|ket|catatan|keterangan lain|note|notes|remarks",
    Field.NUMBER: "no|nomor|no urut|nomor urut|no duk|nomer|no absen|nr|urut|no urt",
    Field.OBSERVED_ON: """tanggal data|tanggal pengamatan|tgl data|timestamp|cap waktu|tanggal cek|tgl cek
        |per tanggal|kondisi per|posisi per|keadaan per|data per|tanggal|tgl|tanggal update|tanggal pencatatan|tgl pencatatan|tanggal pengambilan data
        |tanggal pengambilan|tanggal pengisian|tgl pengisian|tanggal isi|waktu pengisian|diperbarui
        |tanggal pemantauan|tgl pengamatan|date|tanggal dicatat|tgl update|waktu|tanggal input|stempel waktu|completion time
        |waktu penyelesaian|waktu selesai|submission date|submission time|waktu submit|submitted at|date counted|dicatat|recorded|as of|as of date|checked on|last updated|updated on|last update""",
}
WHOLE_HEADS: dict[str, Field] = {
    normal(head): field for field, heads in _WHOLE_HEADS.items() for head in heads.split("|")
}

PLATFORM_WORDS: dict[str, Platform] = {
    word: platform
    for platform, words in {
        Platform.INSTAGRAM: "instagram ig insta inst instragram instagramm",
        Platform.FACEBOOK: "facebook fb fesbuk facebok face",
        Platform.X: "twitter x twiter tweeter tw twt",
        Platform.TIKTOK: "tiktok tt tiktock",
        Platform.YOUTUBE: "youtube yt youtub ytb",
    }.items()
    for word in words.split()
}
SHORT_PLATFORM_WORDS = frozenset({"x", "tt", "yt", "tw", "twt", "ig", "fb", "face", "inst"})
"""Words that name a platform only among words of social media."""

FOLLOWERS_WORDS = frozenset(
    """follower followers folower folowers follwer follwers pengikut pengikutnya teman temannya temen friend
    friends subscriber subscribers subcriber subscribe pelanggan subs fans flw flwr flwrs fllwr fllwrs fol pertemanan
    followersnya followernya folowernya subscribernya flowers""".split()
)
COUNT_WORDS = frozenset(
    "jumlah jml jlh jmlh jum banyak banyaknya total berapa angka count n sum".split()
)
OTHER_MEASURES = frozenset(
    """following mengikuti diikuti followings followed post posts postingan posting unggahan konten content
    suka like likes views view tayangan viewers reach jangkauan engagement interaksi komentar comment comments
    reels story stories video videos tweet tweets cuitan er impresi share shares bergabung dibuat centang
    verified terverifikasi grup group groups halaman aktivitas foto screenshot tangkapan bukti rata frekuensi
    kali sejak kapan""".split()
)
HANDLE_WORDS = frozenset(
    """akun account username user name nama id link url tautan alamat profil profile handle medsos media sosial
    sosmed laman usn uname accounts pengguna channel kanal fanspage fanpage""".split()
)
FILLER_WORDS = frozenset(
    """pilih anda saudara bapak ibu yang yg dan atau tanpa pada di dari dimiliki milik pribadi resmi aktif tuliskan
    tulis sebutkan isi isikan masukkan cantumkan mohon silakan asn pegawai nya kamu contoh jika ada bila per
    lengkap the of your saat ini terbaru terakhir sekarang digit diisi wajib sesuai utama untuk dengan satu
    kalau memiliki punya pro apa orang org realisasi capaian menurut hasil akunnya huruf kapital benar""".split()
)
QUESTION_WORDS = frozenset("apakah punyakah adakah sudahkah sudah".split())
EVIDENCE_WORDS = frozenset(
    "upload unggah lampirkan screenshot screenshoot tangkapan bukti ss capture foto gambar file".split()
)
"""Before the word for followers they ask for a picture; behind it they ask to add one."""

ACCORDING_TO = re.compile(
    r"\bsesuai (?:dengan |dgn )?(?:sk|ktp|ijazah|kk|simpeg|siasn|sapk|e ktp)(?: terakhir)?\b"
)
"""Which paper a name or a post is to be copied from says nothing about the column."""
EARLIER = re.compile(
    r"\b(?:bulan|tahun|periode|hitungan|data|triwulan|semester|minggu) (?:lalu|sebelumnya|kemarin)\b"
    r"|\bsebelumnya\b|\bprevious(?:ly)?\b|\bearlier\b|\blast (?:month|year|period|week)\b"
)
"""What was counted before stands beside what is counted now, and must not pass for it."""

AIMED_AT = re.compile(
    r"\b(?:target|sasaran|kenaikan|penurunan|pertambahan|penambahan|pertumbuhan|selisih|persentase|persen"
    r"|growth|gain|increase)\b"
)
"""How many followers there should be, or are more than before, is not how many there are."""

FORMER_NAME = re.compile(
    r"""(?<=\bx\ )(?:yang\ |yg\ )?(?:sebelumnya|dulu(?:nya)?|dahulu(?:nya)?|previously|formerly|eks|ex|d\ h)\b
    (?:\ (?:bernama|nama|namanya|adalah|disebut|dikenal|sebagai|dengan|known|named|called|as|platform|akun))*
    (?=\ (?:twitter|twiter|tweeter|tw|twt)\b)|(?<=\bx\ twitter\ )(?:dulu|dahulu)\b""",
    re.VERBOSE,
)
"""What X was called before is no count of before."""

UNLESS = re.compile(
    r"""(?<=\w\ )(?:\b(?:di)?(?:tulis|isi|ketik|beri|kosong|tanda|strip|angka|nol|0|dengan)(?:kan)?\ )*
    \b(?:jika|bila|kalau|apabila)\ (?:tidak|tdk|tak|belum|blm)\b.*$""",
    re.VERBOSE,
)
"""What to write where there is no account ("tulis - jika tidak ada"); no question with two answers."""
DATE_WORDS = frozenset("tanggal tgl date waktu tglcek pertanggal".split())
OBSERVATION_WORDS = frozenset(
    """data pengamatan cek dicek pengecekan update pembaruan ambil pengambilan diambil catat dicatat pencatatan isi pengisian
    input entri rekap akses kumpul pengumpulan observasi pantau pemantauan lapor pelaporan dilihat hitung
    perhitungan penghitungan posisi kondisi keadaan per pendataan verifikasi checked updated recorded
    collected taken observed""".split()
)
CONSENT_WORDS = frozenset(
    "bersedia bersediakah kesediaan setujukah diizinkan persetujuan setuju menyetujui izin mengizinkan ijin consent agree willing".split()
)

WILLING_WORDS = frozenset("mau maukah siap siapkah minat berminat".split())
"""Beside "influencer" they ask for consent; alone they may ask for anything."""

NAME_TRAPS = frozenset(
    """agama jabatan lahir ibu ayah bapak sekolah bank unit opd instansi dinas skpd atasan suami istri pasangan
    anak kegiatan kecamatan desa kelurahan panggilan pangkat golongan jenis kawin pendidikan unor satuan lokasi
    kpkn gol kantor medsos media sosial sosmed akun account user username bidang bagian seksi perangkat daerah
    organisasi satker kedudukan induk diklat rekening wajib orang tua orangtua pejabat penilai file berkas
    kabupaten kota provinsi jurusan universitas barang program tim kelompok kandung operator penginput
    verifikator admin pengguna channel kanal puskesmas upt uptd platform inst""".split()
)
OTHER_NUMBERS = frozenset(
    """rekening rek npwp bpjs karpeg nuptk taspen karis karsu askes nrg kta sim paspor kk virtual
    barcode""".split()
)
"""Numbers of a person that can look like a NIP."""
RECKONED = frozenset("jumlah count sum hitungan banyaknya average rata".split())
"""Heads of a pivot table: "Count of NIP", "Jumlah dari FOLLOWERS"."""
NIP_TRAPS = frozenset("lama atasan pejabat penilai suami istri pasangan kepala langsung".split())
RANK_TRAPS = frozenset(
    "awal tmt darah id kerja gaji lama masa mk tgl tanggal nomor sk jumlah usul".split()
)
POSITION_TRAPS = frozenset(
    """tmt jenis id kelas eselon unit kelompok masa tgl tanggal atasan level lama nomor sk rumpun jenjang tunjangan
    angka nilai bup tahun latihan pelatihan diklat riwayat""".split()
)

UNIT_START = re.compile(
    r"""^\W*(?:[ivxlc]+|[a-z]|\d{1,3})?\s?[.)]?\s*
    (?:opd|skpd|perangkat\sdaerah|unit\skerja)?\s*:?\s*
    (?:(?:dis|ban|kec|kel|set)\.\s?(?=\w)|(?:kec|kel|dinas|badan|kantor|kecamatan|kelurahan|sekretariat|inspektorat|bagian|bidang|seksi|sub\s?bag(?:ian)?
    |sub\s?bidang|satuan|satpol|rsud|rumah\ssakit|puskesmas|uptd?|upt|sd|sdn|smp|smpn|sma|sman|smk|smkn|tk|desa
    |setda|setwan|bappeda|bkpsdm|bpbd|bpkad|diskominfo|dinkes|disdik|balai|cabang
    |wilayah|koordinator|korwil|sekolah|lembaga|dprd|asisten|staf\sahli|badko|kesbangpol|panti)\b)""",
    re.VERBOSE | re.IGNORECASE,
)
"""How the name of a unit begins, after the number or letter of a section row."""

TOTAL_START = re.compile(
    r"^\W*(?:sub\s?-?\s?)?(?:jumlah|total|jml|grand\s?total|rata\s?-?\s?rata|rekap(?:itulasi)?|keseluruhan)\b",
    re.IGNORECASE,
)
SUMMED = re.compile(
    r"""^\W*(?:c?pns|p3k|pppk(?:\s+(?:paruh|penuh)\s+waktu|\s+pw)?|asn|non\W?(?:asn|pns)|honorer|thl|ppnpn
    |laki\W{0,3}laki|perempuan|pria|wanita|gol(?:ongan)?\.?\s+[ivx]+|instagram|facebook|fb|ig|tiktok|youtube
    |twitter|x|(?:x\W+)?twitter|twitter\W+x|threads|pegawai\s+negeri\s+sipil|sudah(?:\s+memenuhi)?|memenuhi
    |belum(?:\s+memenuhi)?|punya|tidak\s+punya)\W*(?:\d+\s*(?:orang|org)?\W*)?$""",
    re.VERBOSE | re.IGNORECASE,
)
"""What the sums below a list are called; it stands where a name would."""

VACANT = re.compile(
    r"""^\W*(?:kosong|lowong|vacant|formasi\s+kosong|belum\s+terisi|nihil|nil
    |(?:tidak|tdk|belum|blm)\s+ada(?:\s+(?:data|asn|pegawai))?)\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
"""Said of a post that nobody holds, or of an office that reports nobody."""

OF_A_SENTENCE = re.compile(
    r"""\d|\b(?:yang|data|tidak|belum|dihitung|dengan|adalah|untuk|per|tanggal|akun|agar|harap|mohon|diisi
    |kolom|sesuai|followers?|pengikut|jumlah|apabila|jika|berdasarkan)\b""",
    re.VERBOSE | re.IGNORECASE,
)
FOOTER_WORDS = re.compile(
    r"""^\W*(?:catatan|keterangan|ket|note|legenda)\W*$|\b(?:mengetahui|menyetujui|mengesahkan|tembusan|catatan\s?:|keterangan\s?:|sumber\s?:|dibuat\soleh|a\.n\.
    |plt\.|disusun\soleh|pembuat\sdaftar|yang\smembuat|diketahui)|^\s*(?:kepala|sekretaris|camat|lurah|bupati|wali\s?kota
    |direktur|inspektur)\b|^[^\d]{3,40},\s*\d{1,2}\s+[a-z]+\s+\d{4}\s*$""",
    re.VERBOSE | re.IGNORECASE,
)
SAMPLE_NAME = re.compile(
    r"^\s*(?:\(?contoh\b|sample\b|sampel\b|nama\s+(?:pegawai|lengkap|contoh)\s*$)", re.IGNORECASE
)
INSTRUCTION_SHEET = re.compile(
    r"petunjuk|panduan|instruksi|referensi|keterangan\s*pengisian|cara\s*isi|read\s*me|baca\s*dulu|pilihan|kode",
    re.IGNORECASE,
)
