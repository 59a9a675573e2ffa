"""Opens, holds and closes the parts of one person's library."""

import contextlib
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import filelock

from lookalike import paths
from lookalike.catalog.catalog import Catalog, Counts
from lookalike.catalog.thumbnails import ThumbnailCache
from lookalike.errors import LibraryUnusable
from lookalike.library.index_keeper import IndexKeeper
from lookalike.networks.embedder import Embedder
from lookalike.photos import Photo, PhotoId, PhotoState
from lookalike.settings import Settings

_OWN_NAMES = {"catalog.db", "thumbnails.db", "index", "import.lock"}


class Library:
    """The catalog, the caches beside it and the network, for the verbs of this folder to use.

    The network is loaded when first asked for. Every method may be called from any thread.
    """

    def __init__(
        self,
        folder: Path,
        settings: Settings,
        catalog: Catalog,
        thumbnails: ThumbnailCache,
        networks: Path | None,
    ) -> None:
        self.folder = folder
        self._networks = networks
        self.settings = settings
        self.catalog = catalog
        self.thumbnails = thumbnails
        self.indexes = IndexKeeper(folder / "index", catalog)
        self._embedder: Embedder | None = None
        self._loading = threading.Lock()

    @classmethod
    def open(
        cls,
        folder: Path,
        settings: Settings,
        *,
        create: bool = True,
        networks: Path | None = None,
    ) -> "Library":
        """Open the library in `folder`, or begin one there.

        Args:
            networks: the folder of the networks' folders; None means the shipped ones.

        Raises:
            LibraryUnusable: the folder holds something else, a damaged or newer library, or
                nothing while `create` is off.
        """
        folder = folder.absolute()
        _check_folder(folder, create=create)
        catalog = Catalog.open(folder / "catalog.db")
        try:
            thumbnails = ThumbnailCache.open(folder / "thumbnails.db")
        except BaseException:
            catalog.close()
            raise
        return cls(folder, settings, catalog, thumbnails, networks)

    def close(self) -> None:
        self.catalog.close()
        self.thumbnails.close()

    def __enter__(self) -> "Library":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def embedder(self) -> Embedder:
        """The network of the settings, loaded and checked on the first call (about a second).

        Raises:
            NetworkUnusable: its files are missing, altered or not understood.
        """
        with self._loading:
            if self._embedder is None:
                self._embedder = open_network(self.settings, self._networks)
            return self._embedder

    def counts(self) -> Counts:
        return self.catalog.counts()

    def photo_ids(self) -> list[PhotoId]:
        """The readable photos, in the order of the grid."""
        return self.catalog.photo_ids()

    def photos(self, ids: Sequence[PhotoId]) -> list[Photo]:
        """In the order of `ids`; those that are gone are left out."""
        return self.catalog.photos(ids)

    def unreadable(self) -> list[Photo]:
        """What could not be read, each with its reason."""
        return self.catalog.photos_in_state(PhotoState.UNREADABLE)

    def folders(self) -> list[Path]:
        return self.catalog.folders()

    def size_bytes(self) -> int:
        """The disk space of the catalog and its caches."""
        return sum(file.stat().st_size for file in self.folder.rglob("*") if file.is_file())

    @contextlib.contextmanager
    def import_lock(self) -> Iterator[None]:
        """Held while photos come in: one import at a time for each library.

        Raises:
            LibraryUnusable: another program is importing into it, or it is read-only.
        """
        if not self.catalog.is_writable:
            raise LibraryUnusable(
                f"The library {self.folder} is read-only.",
                "Make its folder writable, or use another library.",
            )
        lock = filelock.FileLock(self.folder / "import.lock", timeout=0)
        try:
            lock.acquire()
        except filelock.Timeout as error:
            raise LibraryUnusable(
                f"Another import into the library {self.folder} is running.",
                "Wait until it is done, or stop it.",
            ) from error
        try:
            yield
        finally:
            lock.release()


def open_network(settings: Settings, networks: Path | None = None) -> Embedder:
    """The network of the settings, from the shipped ones or from another folder of networks.

    Raises:
        NetworkUnusable: its files are missing, altered or not understood.
    """
    folder = (networks or paths.shipped("models")) / settings.network
    # One core each: many photos are embedded side by side by threads of ours.
    return Embedder.open(folder, settings.device, threads=1)


def _check_folder(folder: Path, *, create: bool) -> None:
    try:
        if (folder / "catalog.db").exists():
            return
        if not create:
            raise LibraryUnusable(
                f"There is no library in {folder} yet.",
                "Bring photos in first: lookalike import FOLDER.",
            )
        folder.mkdir(parents=True, exist_ok=True)
        others = {entry.name for entry in folder.iterdir()} - _OWN_NAMES
        # A library never moves into a folder of photos.
        if any(not name.startswith("catalog.db") for name in others):
            raise LibraryUnusable(
                f"{folder} is not a library: it holds other files.",
                "Choose an empty or a new folder for the library.",
            )
    except OSError as error:
        raise LibraryUnusable(
            f"No library can be opened in {folder} ({error.strerror}).",
            "Choose a folder that can be read and written.",
        ) from error
