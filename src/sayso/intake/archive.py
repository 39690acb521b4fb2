"""ZIP archives: every file in them, read as if it lay in a folder. Nothing is ever written to the disk."""

import io
import posixpath
import stat
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from sayso.intake import workbook
from sayso.intake.budget import MOST_MEMBERS, Undamaged, Unpacking
from sayso.intake.format import Format, Inside, Opened, Piece, Unread
from sayso.intake.terms import RefusalError

MOST_DIRECTORY = 30_000_000
"""The list of files at an archive's end may have so many bytes: it is read whole into memory."""
_END = b"PK\x05\x06"
_OFFICE = (("word/", "a Word document"), ("ppt/", "a PowerPoint presentation"), ("xl/", "a workbook of a kind"))
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError)
_LEFT_OUT = ("__MACOSX/", "Thumbs.db", "desktop.ini")


def pieces(opened: Opened) -> Iterator[Piece]:
    """Each of its files, in the order of their names. Raises RefusalError where it is no archive that can be read."""
    stream = opened.seekable()
    _check_directory(stream)
    try:
        archive = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise RefusalError(f"is a damaged ZIP archive ({error}). Get it again, or repair it with `zip -FF`.") from error
    with archive:
        names = archive.namelist()
        if "[Content_Types].xml" in names or "mimetype" in names:
            yield from _document(archive, names, stream)
            return
        files = sorted((info for info in archive.infolist() if not _passed_over(info)), key=lambda info: info.filename)
        if len(files) > MOST_MEMBERS:
            raise RefusalError(f"holds {len(files)} files, more than the limit of {MOST_MEMBERS} for one archive. Unpack it, and read the folder.")
        if not files:
            raise RefusalError("is a ZIP archive without files whose name does not start with a dot.")
        for info in files:
            yield _member(archive, info, opened)


FORMAT = Format(
    "zip", "ZIP archives of any of these", lambda head, name: head[:4] in (b"PK\x03\x04", _END), pieces,  # noqa: ARG005
    identity="that of each file in it",
)  # fmt: skip


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, opened: Opened) -> Piece:
    where = f"/{info.filename}"
    if not info.filename:
        return Unread(where, "is a file without a name, as no archiver writes it; passed over. Unpack it yourself, and read the file.")
    name = info.filename.replace("\\", "/")
    if posixpath.isabs(name) or ".." in name.split("/") or name[1:2] == ":":
        return Unread(where, "has a path that leads out of the archive, as nobody's files have by accident; passed over.")
    if stat.S_ISLNK(info.external_attr >> 16):
        return Unread(where, "is a symbolic link inside an archive; passed over. It could point at any file of this machine.")
    if info.flag_bits & 0x1:
        return Unread(where, "is protected by a password. Unpack it yourself, and read the file.")
    try:
        member = archive.open(info)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        return Unread(where, f"cannot be taken out of the archive ({error}).")
    sound = io.BufferedReader(Undamaged(member, _DAMAGE, lambda error: f"is damaged inside its archive ({error})."))
    return Inside(where, io.BufferedReader(Unpacking(sound, opened.budget)))


def _document(archive: zipfile.ZipFile, names: list[str], stream: BinaryIO) -> Iterator[Piece]:
    """The files of office programs and books are ZIP archives, too; of these, workbooks are read."""
    if "xl/workbook.xml" in names:
        if workbook.FORMAT.missing():
            raise RefusalError(f"is read as {workbook.FORMAT.what}, for which openpyxl must be installed: {workbook.FORMAT.needs()}")
        stream.seek(0)
        yield Inside("", stream, format="xlsx")
        return
    kind = archive.read("mimetype")[:60].decode("ascii", "replace") if "mimetype" in names and archive.getinfo("mimetype").file_size < 200 else ""
    what = "an EPUB book" if "epub" in kind else "an OpenDocument file" if "opendocument" in kind else "an Office document"
    what = next((found for sign, found in _OFFICE if any(name.startswith(sign) for name in names)), what)
    raise RefusalError(f"looks like {what}, which is not read. Save it as PDF, plain text or HTML.")


def _passed_over(info: zipfile.ZipInfo) -> bool:
    """Folders, and what programs leave behind: as hidden files are in folders."""
    parts = [part for part in info.filename.split("/") if part not in ("", ".", "..")]
    if not info.filename:
        return False  # no archiver leaves the name out: it is said
    return info.is_dir() or info.filename.startswith(_LEFT_OUT[0]) or not parts or parts[-1] in _LEFT_OUT or any(p.startswith(".") for p in parts)


def _check_directory(stream: BinaryIO) -> None:
    """Raises RefusalError where the list of files is missing or endless."""
    size = stream.seek(0, io.SEEK_END)
    stream.seek(max(0, size - 65_557))
    tail = stream.read()
    stream.seek(0)
    at = tail.rfind(_END)
    if at < 0 or len(tail) < at + 22:
        raise RefusalError("is a damaged ZIP archive: its end is missing. Get it again, or repair it with `zip -FF`.")
    directory = int.from_bytes(tail[at + 12 : at + 16], "little")
    if directory > MOST_DIRECTORY and not (directory == 0xFFFFFFFF and size < MOST_DIRECTORY):
        raise RefusalError(f"is a ZIP archive whose list of files alone is {directory} bytes long. Unpack it, and read the folder.")
