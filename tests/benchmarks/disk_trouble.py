"""What an import says and loses when its disks fail: nothing may be lost, nothing go unsaid.

    python tests/benchmarks/disk_trouble.py [--photos 400]

The disk of the library is full, or read-only; the library's folder is deleted while photos come
in; the folder of the photos goes, as with a drive that is unplugged, or is left behind empty, and
comes back. For each, the sentence that the person gets is printed; the catalog has to be sound
afterwards, hold all that it held before, and become what an undisturbed import makes as soon as the
trouble is over. Ends with 1 where that fails or where no sentence was told.

The disks are small ones in memory, mounted where nobody else sees it (Linux, `unshare`). Elsewhere
the full disk is a limit on the size of files, and what needs a disk of its own is left out.
"""

import argparse
import contextlib
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kill_import import NETWORK, paint_everything
from library_contents import Contents, contents_of, differences, faults

from lookalike.errors import LookalikeError
from lookalike.library.intake.importing import import_folders
from lookalike.library.library import Library
from lookalike.progress import Advance, Progress
from lookalike.settings import Settings

ALONE = ["unshare", "--user", "--map-root-user", "--mount"]
FULL_MB, ENOUGH_MB = 2, 200
Strike = Callable[[], object]


def main() -> int:
    if "--alone" not in sys.argv and _may_mount():
        return subprocess.call([*ALONE, sys.executable, *sys.argv, "--alone"])
    asked = _arguments()
    with tempfile.TemporaryDirectory() as place:
        trouble = Trouble(Path(place), asked.photos, has_disks=asked.alone)
        kept = [happened(trouble) for happened in TROUBLES]
    return 0 if all(kept) else 1


@dataclass
class Trouble:
    """Where it happens: photos, and what a library of them has to hold."""

    place: Path
    count: int
    has_disks: bool

    def __post_init__(self) -> None:
        self.photos = paint_everything(self.place / "photos", self.count)
        self.library = self.place / "library"
        self.wanted = self._undisturbed()

    def _undisturbed(self) -> Contents:
        self.bring_in()
        wanted = contents_of(self.library)
        self.renew()
        return wanted

    def renew(self) -> None:
        """An empty folder for the library, where it is on a disk of its own too."""
        self.library.mkdir(exist_ok=True)
        for entry in self.library.iterdir():
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()

    def bring_in(self, strike: Strike = lambda: None) -> str:
        """Import; `strike` once, when a quarter is done. Returns what the person is told."""
        waiting = [strike]

        def watch(advance: Advance) -> None:
            if waiting and advance.total and advance.done > advance.total / 4:
                waiting.pop()()

        try:
            settings = Settings(network=NETWORK, device="cpu")
            with Library.open(self.library, settings) as library:
                report = import_folders(library, [self.photos], Progress(watch))
        except LookalikeError as error:
            return str(error)
        away = [f"{folder} is offline." for folder in report.offline]
        return " ".join([*report.notices, *away])

    def told(self, name: str, sentence: str) -> bool:
        """Print what was said, then mend and compare; returns whether all is well."""
        print(f"{name}\n  told: {sentence or 'nothing'}")
        wrong = [] if sentence else ["nothing was told"]
        if (self.library / "catalog.db").exists():
            wrong += [fault for fault in faults(self.library) if "thumbnail" not in fault]
        mended = self.bring_in()
        wrong += [f"mended, it still says: {mended}"] if mended else []
        wrong += [*differences(self.library, self.wanted), *faults(self.library)]
        print(f"  then: {'; '.join(wrong) or 'sound, and as if nothing had been'}")
        self.renew()
        return not wrong


# --- the troubles ---------------------------------------------------------------------------------


def full_disk(trouble: Trouble) -> bool:
    if not trouble.has_disks:
        with _files_limited_to(FULL_MB << 20):
            sentence = trouble.bring_in()
        return trouble.told(f"No file larger than {FULL_MB} MB", sentence)
    with _disk(trouble.library, f"size={FULL_MB}m"):
        sentence = trouble.bring_in()
        _run("mount", "-o", f"remount,size={ENOUGH_MB}m", trouble.library)
        return trouble.told(f"The library's disk of {FULL_MB} MB is full", sentence)


def full_from_the_start(trouble: Trouble) -> bool:
    if not trouble.has_disks:
        return True
    with _disk(trouble.library, "size=16k"):
        sentence = trouble.bring_in()
        _run("mount", "-o", f"remount,size={ENOUGH_MB}m", trouble.library)
        return trouble.told("The library's disk has no room at all", sentence)


def read_only_library(trouble: Trouble) -> bool:
    if not trouble.has_disks:
        return True
    with _disk(trouble.library, f"size={ENOUGH_MB}m"):
        trouble.bring_in()
        _run("mount", "-o", "remount,ro", trouble.library)
        sentence = trouble.bring_in()
        _run("mount", "-o", "remount,rw", trouble.library)
        return trouble.told("The library is read-only", sentence)


def read_only_and_new(trouble: Trouble) -> bool:
    if not trouble.has_disks:
        return True
    with _disk(trouble.library, f"size={ENOUGH_MB}m,ro"):
        sentence = trouble.bring_in()
        _run("mount", "-o", "remount,rw", trouble.library)
        return trouble.told("There is no library yet, and its folder is read-only", sentence)


def library_deleted(trouble: Trouble) -> bool:
    sentence = trouble.bring_in(lambda: shutil.rmtree(trouble.library, ignore_errors=True))
    return trouble.told("The library's folder is deleted meanwhile", sentence)


def drive_unplugged(trouble: Trouble) -> bool:
    away = trouble.photos.with_name("away")
    sentence = trouble.bring_in(lambda: trouble.photos.rename(away))
    again = trouble.bring_in()
    print(f"The photos' drive is still away\n  told: {again or 'nothing'}")
    away.rename(trouble.photos)
    return trouble.told("The photos' drive is unplugged meanwhile", sentence) and bool(again)


def drive_leaves_an_empty_folder(trouble: Trouble) -> bool:
    if not trouble.has_disks:
        return True
    backup = trouble.photos.rename(trouble.photos.with_name("backup"))
    trouble.photos.mkdir()
    _plug_in(backup, trouble.photos)
    sentence = trouble.bring_in(lambda: _run("umount", "--lazy", trouble.photos))
    again = trouble.bring_in()
    print(f"The photos' drive is still away, and its folder empty\n  told: {again or 'nothing'}")
    _plug_in(backup, trouble.photos)
    told = "The photos' drive is unplugged meanwhile and leaves its folder, empty"
    is_well = trouble.told(told, sentence) and bool(again)
    _run("umount", "--lazy", trouble.photos)
    trouble.photos.rmdir()
    backup.rename(trouble.photos)
    return is_well


TROUBLES = (
    full_disk,
    full_from_the_start,
    read_only_library,
    read_only_and_new,
    library_deleted,
    drive_unplugged,
    drive_leaves_an_empty_folder,
)


# --- disks ----------------------------------------------------------------------------------------


def _may_mount() -> bool:
    try:
        return subprocess.run([*ALONE, "true"], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


@contextlib.contextmanager
def _disk(folder: Path, options: str) -> Iterator[None]:
    """A disk of its own in memory, until the block ends."""
    _run("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder)
    try:
        yield
    finally:
        _run("umount", "--lazy", folder)


def _plug_in(backup: Path, folder: Path) -> None:
    """A drive with all that is in `backup`, as old as there."""
    _run("mount", "-t", "tmpfs", "tmpfs", folder)
    shutil.copytree(backup, folder, dirs_exist_ok=True)


@contextlib.contextmanager
def _files_limited_to(size_bytes: int) -> Iterator[None]:
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size_bytes, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def _run(*command: object) -> None:
    subprocess.run([str(word) for word in command], check=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--photos", type=int, default=400)
    parser.add_argument("--alone", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
