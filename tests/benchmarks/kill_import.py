"""Kills an import at random moments, again and again, and looks whether anything is lost.

    python tests/benchmarks/kill_import.py [--kills 100] [--photos 500]

Half of the kills (SIGKILL) take the whole program, which is then started again; half take the
import's own process alone, which the program has to mend by itself. An import that gets to its end
all the same has its library compared with that of an import that nothing disturbed (the same
photos, states, reasons, contents and files; every embedding the same byte for byte, and none made
twice; the catalog sound, each thumbnail readable), and the next begins with an empty library, until
all kills are done. Ends with 1 where a library differs. Imported are painted photos, copies, odd
formats and damaged files.
"""

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import psutil
from library_contents import Contents, contents_of, differences, faults
from PIL import Image
from small_photos import paint_photos

PROGRAM = """
import sys
from pathlib import Path
from lookalike.library.intake.importing import import_folders
from lookalike.library.library import Library
from lookalike.progress import Progress
from lookalike.settings import Settings

folder, photos, networks, network = sys.argv[1:]
told = Progress(lambda advance: print(advance.activity, flush=True))
settings = Settings(network=network, device="cpu")
with Library.open(Path(folder), settings, networks=Path(networks) if networks else None) as library:
    import_folders(library, [Path(photos)], told)
"""
NETWORK = "efficientnet-lite0"
LEAST_DELAY_S = 0.05
PATIENCE_S = 300.0


def main() -> int:
    asked = _arguments()
    with tempfile.TemporaryDirectory() as place:
        photos = paint_everything(Path(place) / "photos", asked.photos)
        rounds = Rounds(Path(place), photos, random.Random(asked.seed))
        rounds.run(asked.kills)
    print(
        f"{asked.kills} kills over {rounds.imports} imports of {rounds.undisturbed_s:.1f} s each:"
    )
    for (victim, activity), count in sorted(rounds.hit.items()):
        print(f"  {count:4} hit {victim} at: {activity}")
    print("\n".join(rounds.wrong) or "nothing lost, nothing embedded twice, no library differs")
    return 1 if rounds.wrong else 0


def paint_everything(folder: Path, count: int, size_px: tuple[int, int] = (320, 240)) -> Path:
    """Photos, a tenth as many copies, odd formats, and files that cannot be read."""
    paint_photos(folder, count, size_px)
    photos = sorted(folder.rglob("*.jpg"))
    (folder / "odd").mkdir()
    for number, photo in enumerate(photos[: count // 10]):
        shutil.copyfile(photo, folder / "odd" / f"copy-{number}.jpg")
        (folder / "odd" / f"cut-{number}.jpg").write_bytes(photo.read_bytes()[:700])
    for name in ("png", "webp", "tif", "gif", "bmp"):
        with Image.open(photos[-1]) as photo:
            photo.save(folder / "odd" / f"photo.{name}")
    (folder / "odd" / "empty.jpg").touch()
    (folder / "odd" / "text.png").write_text("this is no picture")
    (folder / "odd" / "notes.txt").write_text("this is no photo")
    return folder


@dataclass
class Rounds:
    """All imports, their kills and what was found wrong.

    Args:
        networks: the folder of the networks' folders; empty: the shipped ones.
    """

    place: Path
    photos: Path
    dice: random.Random
    networks: str = ""
    network: str = NETWORK
    imports: int = 0
    hit: Counter[tuple[str, str]] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    undisturbed_s: float = 0.0

    def run(self, kills: int) -> None:
        """Until so many kills have hit a running import and the last import is done."""
        wanted = self._undisturbed()
        while self.hit.total() < kills or self.imports == 0:
            self.imports += 1
            library = self.place / f"library-{self.imports}"
            while not self._interrupted(library, kills):
                pass
            told = [*differences(library, wanted), *faults(library)]
            self.wrong += [f"import {self.imports}: {sentence}" for sentence in told]
            shutil.rmtree(library)

    def _undisturbed(self) -> Contents:
        library = self.place / "undisturbed"
        began_s = time.monotonic()
        self._start(library).wait()
        self.undisturbed_s = time.monotonic() - began_s
        self.wrong += [f"undisturbed: {sentence}" for sentence in faults(library)]
        return contents_of(library)

    def _interrupted(self, library: Path, kills: int) -> bool:
        """One start of the program; returns whether it came to its end."""
        program = self._start(library)
        # Never twice in one run: that photo would rightly be taken for the culprit.
        for kill in self.dice.choice([(program.kill,), (program.kill_import, program.kill)]):
            if self.hit.total() == kills:
                break
            delay_s = self.dice.uniform(LEAST_DELAY_S, self.undisturbed_s)
            if not program.ends_within(delay_s):
                self.hit.update([kill()])
        return program.wait()

    def _start(self, library: Path) -> "Program":
        return Program([str(library), str(self.photos), self.networks, self.network])


class Program:
    """A program that imports, and what it is about."""

    def __init__(self, arguments: list[str]) -> None:
        self._activity = "starting"
        self._process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._listener = threading.Thread(target=self._listen)
        self._listener.start()

    def ends_within(self, seconds: float) -> bool:
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        return True

    def kill(self) -> tuple[str, str]:
        """Everything at once; returns what was hit."""
        workers = self._workers()
        for process in (psutil.Process(self._process.pid), *workers):
            process.kill()
        psutil.wait_procs(workers)
        return "the program", self._activity

    def kill_import(self) -> tuple[str, str]:
        """The import's own process alone, or the program where it has none yet."""
        workers = self._workers()
        if not workers:
            return self.kill()
        workers[0].kill()
        return "the import", self._activity

    def wait(self) -> bool:
        """Whether it came to its end.

        Raises:
            RuntimeError: it ended otherwise, and nobody killed it.
        """
        code = self._process.wait(PATIENCE_S)
        self._listener.join()
        assert self._process.stderr
        told = self._process.stderr.read()
        self._process.stderr.close()
        if code > 0:
            raise RuntimeError(told)
        return code == 0

    def _workers(self) -> list[psutil.Process]:
        return psutil.Process(self._process.pid).children(recursive=True)

    def _listen(self) -> None:
        assert self._process.stdout
        with self._process.stdout as told:
            for line in told:
                self._activity = line.strip()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--photos", type=int, default=500)
    parser.add_argument("--seed", type=int, default=None)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
