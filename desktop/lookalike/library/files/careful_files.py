"""Copies, links and moves one file so that nothing is overwritten, and nothing is lost when the
program is killed at any moment."""

import contextlib
import errno
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from lookalike.paths import sync_folder

_CHUNK_BYTES = 4 << 20
_COARSEST_NS = 2_000_000_000  # in which FAT keeps dates
# What file systems without hard links answer, and Linux for the files of other people.
_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}

# Is told each time that many bytes more are copied; may raise to stop.
Heed = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class FileMark:
    """What tells a file from every other, and from what it was before somebody changed it."""

    size_bytes: int
    mtime_ns: int
    device: int
    inode: int

    def is_same_content(self, other: "FileMark") -> bool:
        """As far as size and date tell it."""
        return (self.size_bytes, self.mtime_ns) == (other.size_bytes, other.mtime_ns)

    def is_copy_of(self, other: "FileMark") -> bool:
        """The same, on a disk that keeps dates more coarsely."""
        is_as_old = abs(self.mtime_ns - other.mtime_ns) <= _COARSEST_NS
        return self.size_bytes == other.size_bytes and is_as_old

    def is_same_file(self, other: "FileMark") -> bool:
        """One file, perhaps under two names."""
        return (self.device, self.inode) == (other.device, other.inode)


def mark_of(path: Path) -> FileMark:
    """Of the file or the link itself.

    Raises:
        OSError: it is not there.
    """
    return as_mark(os.lstat(path))


def as_mark(known: os.stat_result) -> FileMark:
    return FileMark(known.st_size, known.st_mtime_ns, known.st_dev, known.st_ino)


def copy_file(
    source: Path, target: Path, part: Path, heed: Heed, *, is_lasting: bool = False
) -> None:
    """Copy with dates and rights; the name comes when the content is whole.

    Args:
        part: the name that the copy has while it is made, in the same folder as `target`.
        is_lasting: its content survives a power cut.

    Raises:
        FileExistsError: the name is taken.
        OSError: as it says; nothing new is left behind.
    """
    try:
        _copy_content(source, part, heed, is_lasting=is_lasting)
        rename_new(part, target)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise


def link_file(source: Path, target: Path) -> None:
    """A second name for the same file.

    Raises:
        FileExistsError: the name is taken.
        OSError: as it says, `EXDEV` for another disk.
    """
    os.link(source, target)


def move_file(source: Path, target: Path, part: Path, heed: Heed) -> None:
    """The same file under another name; across disks a copy, and the source goes last.

    Raises:
        FileExistsError: the name is taken.
        OSError: as it says; the source is where it was.
    """
    try:
        rename_new(source, target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        _move_across(source, target, part, heed)


def rename_new(path: Path, target: Path) -> None:
    """Rename within a disk, where `os.rename` would overwrite.

    Raises:
        FileExistsError: the name is taken.
        OSError: as it says, `EXDEV` for another disk.
    """
    if sys.platform == "win32":
        os.rename(path, target)  # noqa: PTH104 - which does not overwrite there
        return
    try:
        os.link(path, target, follow_symlinks=False)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _rename_onto_placeholder(path, target)
    else:
        _remove_or_else(path, target)


def is_there(path: Path) -> bool:
    """Whether anything has this name, be it a link that leads nowhere."""
    return os.path.lexists(path)


def _copy_content(source: Path, part: Path, heed: Heed, *, is_lasting: bool) -> None:
    with source.open("rb") as read, part.open("xb") as written:
        before = as_mark(os.fstat(read.fileno()))
        copied = 0
        # A file that grows as fast as it is read would fill the disk.
        while copied <= before.size_bytes and (chunk := read.read(_CHUNK_BYTES)):
            written.write(chunk)
            copied += len(chunk)
            heed(len(chunk))
        written.flush()
        if as_mark(os.fstat(read.fileno())) != before or copied != before.size_bytes:
            raise OSError(errno.EBUSY, "it was changed meanwhile")
        _take_dates_and_rights(source, part, before)
        if is_lasting:
            os.fsync(written.fileno())
    if mark_of(part).size_bytes != copied:
        raise OSError(errno.EIO, "the copy is not as long as it should be")


def _take_dates_and_rights(source: Path, part: Path, mark: FileMark) -> None:
    try:
        shutil.copystat(source, part)
    except OSError:  # rights that this disk does not know
        os.utime(part, ns=(mark.mtime_ns, mark.mtime_ns))


def _move_across(source: Path, target: Path, part: Path, heed: Heed) -> None:
    before = mark_of(source)
    copy_file(source, target, part, heed, is_lasting=True)
    with contextlib.suppress(OSError):  # some network drives cannot
        sync_folder(target.parent)
    if mark_of(source) != before:
        target.unlink()
        raise OSError(errno.EBUSY, "it was changed meanwhile")
    _remove_or_else(source, target)


def _rename_onto_placeholder(path: Path, target: Path) -> None:
    """An empty file takes the name first, because only making one fails where the name is taken."""
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        os.replace(path, target)  # noqa: PTH105 - the word the reader looks for
    except BaseException:
        target.unlink()
        raise


def _remove_or_else(path: Path, other: Path) -> None:
    """Remove one of two, or the other where this one cannot be: never both."""
    try:
        path.unlink()
    except OSError:
        other.unlink()
        raise
