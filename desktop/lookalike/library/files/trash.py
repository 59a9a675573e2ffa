"""The system's trash: putting a file in, and finding it there to give it back.

Send2Trash puts files in, and tells nobody where they went; what lies there says itself where it
came from. How it says that differs from system to system, and only this file knows.
"""

import os
import stat
import struct
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote_to_bytes

from lookalike.errors import LookalikeError
from lookalike.library.files.careful_files import FileMark, is_there, mark_of, rename_new

_INFO_SUFFIX = ".trashinfo"
_INDEX_HEAD = struct.Struct("<QQQ")  # version, size and time of a file in Windows' bin
_LENGTH = struct.Struct("<I")
_FIXED_DISK = 3  # GetDriveTypeW's word for a disk that has a bin


@dataclass(frozen=True, slots=True)
class Bin:
    """The trash of one disk.

    Args:
        gives_back: whether this program can look into it.
        most_bytes: larger files are not kept; None for no limit.
    """

    gives_back: bool = True
    most_bytes: int | None = None

    def takes(self, size_bytes: int) -> bool:
        return self.most_bytes is None or size_bytes <= self.most_bytes


@dataclass(frozen=True, slots=True)
class Trashed:
    """A file in the trash.

    Args:
        kept: where it lies.
        note: the file beside it that says where it came from.
    """

    kept: Path
    note: Path | None = None


def bin_for(file: Path) -> Bin | None:
    """The trash that this file would go to; None where its disk has none. Nothing is written."""
    if sys.platform == "win32":
        return _windows_bin(file)
    if sys.platform == "darwin":
        return Bin(gives_back=os.access(Path.home() / ".Trash", os.R_OK))
    return Bin() if _freedesktop_folder(file) else None


def put(file: Path) -> None:
    """Never removes a file for good.

    Raises:
        LookalikeError: it cannot go there, and is where it was.
    """
    # Where a disk has no trash, Windows would delete the file without a word.
    place = bin_for(file)
    if place is None or not place.takes(mark_of(file).size_bytes):
        raise LookalikeError("Its disk has no trash that takes it.")
    from send2trash import send2trash  # which loads what is the system's

    try:
        send2trash(file)
    except OSError as error:
        if is_there(file):
            raise LookalikeError(_refusal(file, error)) from error
    if is_there(file):
        raise LookalikeError("The trash did not take it.")


def locate(files: Mapping[Path, FileMark]) -> dict[Path, Trashed]:
    """Where in the trash those files are that were at these paths, each the newest of its kind.

    What is not found is left out: it was removed from the trash, or nobody may look into it.
    """
    if sys.platform == "darwin":
        return _located_by_inode(files)
    entries = _windows_entries(files) if sys.platform == "win32" else _freedesktop_entries(files)
    by_path = {os.path.normcase(path): path for path in files}
    found: dict[Path, tuple[str, Trashed]] = {}
    for origin, when, trashed in entries:
        path = by_path.get(os.path.normcase(origin))
        if path is None or (path in found and found[path][0] > when):
            continue
        if _is_it(trashed.kept, files[path]):
            found[path] = when, trashed
    return {path: trashed for path, (_, trashed) in found.items()}


def take_back(trashed: Trashed, target: Path) -> None:
    """Out of the trash, with its dates.

    Raises:
        FileExistsError: another file is there.
        OSError: as it says.
    """
    rename_new(trashed.kept, target)
    if trashed.note:
        trashed.note.unlink(missing_ok=True)


def _refusal(file: Path, error: OSError) -> str:
    if not os.access(file, os.W_OK):
        return "It is write-protected."
    return f"The trash did not take it ({error.strerror or error})."


def _is_it(kept: Path, mark: FileMark) -> bool:
    try:
        return mark_of(kept).is_same_content(mark)
    except OSError:
        return False


# --- Linux: the Trash specification of freedesktop.org ------------------------------------------


def _freedesktop_folder(file: Path) -> Path | None:
    """The trash folder that takes the file, which need not be there yet."""
    device = os.lstat(file).st_dev
    if device == Path.home().stat().st_dev:
        return _home_trash()
    top = _top_of(file)
    return next((place for place in _volume_trashes(top) if _may_be_written(place)), None)


def _home_trash() -> Path:
    data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(data) / "Trash"


def _volume_trashes(top: Path) -> Iterator[Path]:
    shared = top / ".Trash"
    try:
        mode = os.lstat(shared).st_mode
    except OSError:
        mode = 0
    if stat.S_ISDIR(mode) and mode & stat.S_ISVTX:
        yield shared / str(os.getuid())
    yield top / f".Trash-{os.getuid()}"


def _may_be_written(folder: Path) -> bool:
    there = folder if folder.exists() else folder.parent
    return there.is_dir() and os.access(there, os.W_OK)


def _top_of(file: Path) -> Path:
    top = Path(os.path.realpath(file.parent))
    while not top.is_mount():
        top = top.parent
    return top


def _freedesktop_entries(files: Iterable[Path]) -> Iterator[tuple[str, str, Trashed]]:
    """Origin, time and place of everything in the trashes of the disks that the files were on."""
    home = _home_trash()
    yield from _entries_of(home, home.parent)
    for top in {_top_of(file) for file in files}:
        for place in _volume_trashes(top):
            yield from _entries_of(place, top)


def _entries_of(place: Path, base: Path) -> Iterator[tuple[str, str, Trashed]]:
    try:
        names = os.listdir(place / "info")  # noqa: PTH208 - names, not paths
    except OSError:
        return
    for name in names:
        if not name.endswith(_INFO_SUFFIX):
            continue
        note = place / "info" / name
        told = _read_note(note)
        if "Path" in told:
            written = os.fsdecode(unquote_to_bytes(told["Path"]))
            origin = os.path.normpath(base / written)  # which an absolute path replaces
            kept = place / "files" / name[: -len(_INFO_SUFFIX)]
            yield origin, told.get("DeletionDate", ""), Trashed(kept, note)


def _read_note(note: Path) -> dict[str, str]:
    try:
        lines = note.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return {}
    return {name: value for name, is_, value in (line.partition("=") for line in lines) if is_}


# --- Windows: pairs of $I… (where it came from) and $R… (the file) ------------------------------


def _windows_bin(file: Path) -> Bin | None:
    if sys.platform != "win32":
        return None
    import ctypes

    drive = os.path.splitdrive(os.path.realpath(file))[0] + "\\"
    if ctypes.windll.kernel32.GetDriveTypeW(drive) != _FIXED_DISK:
        return None
    is_used, most_mb = _windows_bin_settings(drive)
    return Bin(most_bytes=None if most_mb is None else most_mb << 20) if is_used else None


def _windows_bin_settings(drive: str) -> tuple[bool, int | None]:
    """Whether the bin of a drive is used, and how many megabytes it holds, as the person set it."""
    if sys.platform != "win32":
        return False, None
    import ctypes
    import winreg

    volume = ctypes.create_unicode_buffer(64)
    kernel = ctypes.windll.kernel32
    if not kernel.GetVolumeNameForVolumeMountPointW(drive, volume, len(volume)):
        return False, None
    guid = volume.value[volume.value.find("{") : volume.value.find("}") + 1]
    where = rf"Software\Microsoft\Windows\CurrentVersion\Explorer\BitBucket\Volume\{guid}"
    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, where) as key:
            is_off = winreg.QueryValueEx(key, "NukeOnDelete")[0]
            most_mb = winreg.QueryValueEx(key, "MaxCapacity")[0]
    except OSError:  # never opened: as Windows has it
        return True, None
    return not is_off, int(most_mb)


def _windows_entries(files: Iterable[Path]) -> Iterator[tuple[str, str, Trashed]]:
    for drive in {os.path.splitdrive(os.path.realpath(file.parent))[0] for file in files}:
        for bin_folder in _folders_in(Path(f"{drive}\\$Recycle.Bin")):
            for index in _indexes_in(bin_folder):
                told = read_windows_index(index)
                if told:
                    kept = index.with_name(f"$R{index.name[2:]}")
                    yield told[0], f"{told[1]:020}", Trashed(kept, index)


def read_windows_index(index: Path) -> tuple[str, int] | None:
    """Where a file came from and when it went, of a `$I…` file; None where it is none."""
    try:
        data = index.read_bytes()
        version, _, when = _INDEX_HEAD.unpack_from(data)
        if version == 1:
            name = data[_INDEX_HEAD.size : _INDEX_HEAD.size + 520]
        elif version == 2:
            (letters,) = _LENGTH.unpack_from(data, _INDEX_HEAD.size)
            start = _INDEX_HEAD.size + _LENGTH.size
            name = data[start : start + 2 * letters]
        else:
            return None
        return name.decode("utf-16-le").split("\0")[0], when
    except (OSError, struct.error, UnicodeDecodeError):
        return None


def _folders_in(folder: Path) -> list[Path]:
    """One for each person; into those of others nobody may look."""
    try:
        return [entry for entry in folder.iterdir() if entry.is_dir()]
    except OSError:
        return []


def _indexes_in(folder: Path) -> list[Path]:
    try:
        return list(folder.glob("$I*"))
    except OSError:
        return []


# --- macOS: nothing that others can read says where a file came from, but it keeps its inode ------


def _located_by_inode(files: Mapping[Path, FileMark]) -> dict[Path, Trashed]:
    kept = {}
    for place in _mac_trashes(files):
        for file in _files_in(place):
            mark = mark_of(file)
            kept[mark.device, mark.inode] = file
    found = {}
    for path, mark in files.items():
        candidate = kept.get((mark.device, mark.inode))
        if candidate and _is_it(candidate, mark):
            found[path] = Trashed(candidate)
    return found


def _mac_trashes(files: Iterable[Path]) -> set[Path]:
    own = {_top_of(file) / ".Trashes" / str(os.getuid()) for file in files}
    return {Path.home() / ".Trash"} | own


def _files_in(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


__all__ = ["Bin", "Trashed", "bin_for", "locate", "put", "read_windows_index", "take_back"]
