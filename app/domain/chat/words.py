"""The small words of chat lines: greetings, politeness, words about accounts, names of platforms."""

import re

from app.domain.platform import Platform


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PLATFORMS: dict[str, Platform] = {
    word: platform
    for platform, words in {
        Platform.INSTAGRAM: "instagram instagaram instgram insta ig igeh",
        Platform.FACEBOOK: "facebook fesbuk pesbuk facebok fb efbe",
        Platform.X: "twitter twiter twit tw x",
        Platform.TIKTOK: "tiktok tiktoknya tt tktk",
        Platform.YOUTUBE: "youtube yutub youtub ytb yt",
        Platform.THREADS: "threads thread",
        Platform.BLUESKY: "bluesky bsky",
        Platform.MASTODON: "mastodon",
    }.items()
    for word in words.split()
}

SELF = _words("saya sy gue gw aku ak pribadi")
"""The sender speaks of himself."""

HONORIFICS = _words(
    """bapak bpk pak bp ibu bu buk ibuk sdr sdri saudara saudari mas mbak mba kak kakak bang abang
    kang teh ceu aa neng om tante ustadz ustadzah ust pk yth kpd drs dra dr drg drh ir prof h hj
    hjh kh apt ns ny tn nn plt plh pj kabid kasi kasubag kadis camat lurah sekdis sekcam staf staff"""
)

FILLERS = _words(
    """izin ijin lapor laporan melaporkan melapor mohon maaf update data nama nma unit opd dinas
    dari dr atas a an dan serta ini itu tsb berikut follower followers folower folowers foll
    pengikut pengikutnya flwrs flw teman friend friends subscriber subscribers subs fans akun
    akunnya akn medsos sosmed media sosial jumlah jml jmlh total per tgl tanggal tgll nip nik
    nipnya sekarang skrg saat sudah sdh udah baru ada punya adalah sebanyak sejumlah orang org
    masing masing2 untuk utk di pada yg yang ya yaa yah nggih njih nih sih dong deh kok lho loh
    terima kasih trima terimakasih makasih mksh trims trimakasih tks thx thanks matur nuwun suwun
    siap noted ok oke okay okey baik baiklah selamat slmt met pagi siang sore malam assalamualaikum
    assalamu alaikum asalamualaikum ass wr wb waalaikumsalam wassalam waalaikum salam hormat
    sejahtera semua semuanya rekan rekan2 teman2 kawan kami kita utama juga dgn dengan adapun
    berjumlah mencapai capai naik jadi menjadi hari bulan ralat koreksi revisi susulan menyusul
    tambahan hanya cuma lebih kurang sekitar aktif tidak belum blm tdk no nomor nmr nomer status
    asn pns pppk honorer pegawai kantor bidang seksi bagian sub subbag kec kecamatan kel kelurahan
    desa kabupaten kab kota badan uptd upt wib wita wit list daftar rekap rekapitulasi periode
    kiriman postingan posting screenshot ss lampiran terlampir foto gambar bukti capture capt
    silakan silahkan tolong segera dikirim kirim setor setoran lengkap sip mantap hadir
    januari februari maret april mei juni juli agustus september oktober november desember"""
)
"""Words that say nothing about who is meant; in lower case."""

TOTALS = re.compile(
    r"^\W*(?:grand\s*total|sub\s*total|total(?:an|nya)?|ttl|jumlah\s+(?:seluruh|keseluruhan|total|"
    r"semua)(?:nya)?|rata[\s-]?rata)\b",
    re.IGNORECASE,
)
MEDIA = re.compile(
    r"""^\W*(?:(?:<\s*)?media\s+(?:omitted|tidak\s+disertakan|dihilangkan|dilampirkan)(?:\s*>)?
    |(?:image|video|audio|sticker|gif|document|contact\s+card|gambar|foto|stiker|dokumen
        |kartu\s+kontak|pesan\s+suara)\s+(?:omitted|tidak\s+disertakan|dihilangkan)
    |(?:pesan\s+ini|this\s+message|you|anda|kamu)\s+(?:telah\s+)?(?:was\s+)?(?:deleted|dihapus
        |menghapus).*
    |pesan\s+(?:ini\s+)?(?:telah\s+)?dihapus.*
    |\S+\.(?:jpe?g|png|webp|opus|mp4|pdf|vcf|docx?|xlsx?)\s*\((?:file\s+terlampir|file\s+attached)\)
    |<\s*(?:attached|terlampir)\s*:.*>
    |null)\W*$""",
    re.VERBOSE | re.IGNORECASE,
)
NOTICES = re.compile(
    r"""end-to-end|terenkripsi\s+secara|dienkripsi\s+secara
    |^\W*(?:forwarded|diteruskan(?:\s+berkali-kali)?)\W*$
    |^[^:]{1,60}\s(?:added|menambahkan|removed|mengeluarkan|left|keluar|joined|bergabung
        |created\s+group|membuat\s+grup|changed|mengubah|pinned|menyematkan)\b[^:]*$""",
    re.VERBOSE | re.IGNORECASE,
)
