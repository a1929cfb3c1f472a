"""Locks workbooks with a password, as the three generations of Excel do."""

from collections.abc import Iterator
from hashlib import md5, sha1
from io import BytesIO
from pathlib import Path
from struct import pack, unpack_from

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from msoffcrypto.format.ooxml import OOXMLFile
from msoffcrypto.method.container.ecma376_encrypted import ECMA376Encrypted
from msoffcrypto.method.ecma376_standard import ECMA376Standard
from msoffcrypto.method.rc4 import DocumentRC4
from msoffcrypto.method.xor_obfuscation import DocumentXOR
from olefile import OleFileIO
from xlwt.CompoundDoc import XlsDoc

_SALT = bytes(range(16))
_VERIFIER = bytes(range(16, 32))
_BOF, _FILE_PASS, _BOUND_SHEET = 0x809, 0x2F, 0x85
_IN_CLEAR = (_BOF, _FILE_PASS, 0xE1, 0x161, 0x1A9)


def lock_agile(path: Path, password: str) -> None:
    """As Excel 2010 and later ([MS-OFFCRYPTO] 2.3.4.10)."""
    locked = BytesIO()
    with path.open("rb") as file:
        OOXMLFile(file).encrypt(password, locked)
    path.write_bytes(locked.getvalue())


def lock_standard(path: Path, password: str) -> None:
    """As Excel 2007 ([MS-OFFCRYPTO] 2.3.4.5): AES-128, SHA-1."""
    algorithm, digest, provider, bits = 0x660E, 0x8004, 0x18, 128
    key = ECMA376Standard.makekey_from_password(
        password, algorithm, digest, provider, bits, len(_SALT), _SALT
    )

    def encrypted(plain: bytes) -> bytes:
        cipher = Cipher(algorithms.AES(bytes(key)), modes.ECB()).encryptor()  # noqa: S305
        return cipher.update(plain + b"\0" * (-len(plain) % 16)) + cipher.finalize()

    content = path.read_bytes()
    header = pack("<8I", 0x24, 0, algorithm, digest, bits, provider, 0, 0)
    header += "Microsoft Enhanced RSA and AES Cryptographic Provider\0".encode("utf-16-le")
    verifier = pack("<I", 16) + _SALT + encrypted(_VERIFIER)
    verifier += pack("<I", 20) + encrypted(sha1(_VERIFIER).digest())  # noqa: S324
    info = pack("<HHII", 3, 2, 0x24, len(header)) + header + verifier
    with path.open("wb") as file:
        ECMA376Encrypted(pack("<Q", len(content)) + encrypted(content), info).write_to(file)


def lock_xls(path: Path, password: str) -> None:
    """As Excel 97 to 2003 ([MS-XLS] 2.2.10, RC4): each record but a few, its head in clear."""
    proof = _rc4(_VERIFIER + md5(_VERIFIER).digest(), password)  # noqa: S324
    stream = _with_lock(path, pack("<HHH", 1, 1, 1) + _SALT + proof)
    hidden = _rc4(bytes(stream), password, 1024)
    for at, size in _runs(stream):
        stream[at : at + size] = hidden[at : at + size]
    XlsDoc().save(str(path), bytes(stream))


def lock_xls_by_xor(path: Path, password: str) -> None:
    """As Excel 95 and, if asked, its successors ([MS-OFFCRYPTO] 2.3.7.2, method 1)."""
    key = DocumentXOR.create_xor_key_method1(password)
    verifier = next(number for number in range(1 << 16) if DocumentXOR.verifypw(password, number))
    stream = _with_lock(path, pack("<HHH", 0, key, verifier))
    mask = DocumentXOR.create_xor_array_method1(password)
    for at, size in _runs(stream):
        # Where the sheet begins stays readable: its record goes on as if that were hidden too.
        start = at + size + 4 * (unpack_from("<H", stream, at - 8)[0] == _BOUND_SHEET)
        for place in range(size):
            turned = DocumentXOR.rol(stream[at + place], 5, 8)
            stream[at + place] = turned ^ mask[(start + place) % 16]
    XlsDoc().save(str(path), bytes(stream))


def _with_lock(path: Path, proof: bytes) -> bytearray:
    """The stream of a workbook with the record that says how it is locked."""
    with OleFileIO(path) as book:
        # xlwt fills up with noughts; the last record is an end of file, 0A 00 00 00.
        stream = book.openstream("Workbook").read().rstrip(b"\0") + b"\0\0\0"
    first = 4 + unpack_from("<H", stream, 2)[0]
    lock = pack("<HH", _FILE_PASS, len(proof)) + proof
    opened = bytearray(stream[:first] + lock + stream[first:])
    # One empty record fills the last sector, so that nobody has to.
    rest = (-len(opened) - 4) % 512
    opened += pack("<HH", 0, rest) + b"\0" * rest
    at = 0
    while at < len(opened):
        record, size = unpack_from("<HH", opened, at)
        if record == _BOUND_SHEET:
            # Where the sheet begins has moved behind the lock.
            place = unpack_from("<I", opened, at + 4)[0] + len(lock)
            opened[at + 4 : at + 8] = pack("<I", place)
        at += 4 + size
    return opened


def _runs(stream: bytes) -> Iterator[tuple[int, int]]:
    """Place and size of what is hidden in each record."""
    at = 0
    while at < len(stream):
        record, size = unpack_from("<HH", stream, at)
        clear = size if record in _IN_CLEAR else 4 if record == _BOUND_SHEET else 0
        if size > clear:
            yield at + 4 + clear, size - clear
        at += 4 + size


def _rc4(plain: bytes, password: str, block: int = 0x200) -> bytes:
    """RC4 locks as it unlocks."""
    found: bytes = DocumentRC4.decrypt(password, _SALT, BytesIO(plain), blocksize=block).read()
    return found
