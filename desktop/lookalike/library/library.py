"""Opens, holds and closes the parts of one person's library."""

import contextlib
import os
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import filelock

from lookalike import paths
from lookalike.catalog.catalog import Catalog, Counts
from lookalike.catalog.thumbnails import ThumbnailCache
from lookalike.errors import LibraryMissing, LibraryUnusable, NothingToSearch
from lookalike.library.network_choice import choose_network, device_for, open_network
from lookalike.library.remembering import Remembered
from lookalike.library.search.index_keeper import IndexKeeper
from lookalike.networks.manifest import Manifest
from lookalike.networks.space import embedding_space
from lookalike.photos import Folder, Photo, PhotoId, Space
from lookalike.settings import Settings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from lookalike.library.teaching.label_classifier import LabelClassifier
    from lookalike.networks.activations import Probe
    from lookalike.networks.embedder import Embedder
    from lookalike.networks.inspector import Inspector

_OWN_NAMES = (
    "catalog.db",
    "thumbnails.db",
    "index",
    "atlas",
    "import.",
    "open.lock",
    "actions.",
    "maximised",
)
_OPENING_TIMEOUT_S = 30
# As long as the import of a program that was killed goes on, and a little more.
_IMPORT_TIMEOUT_S = 3


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
        self.networks = networks or paths.shipped("models")
        self.settings = settings
        self.catalog = catalog
        self.thumbnails = thumbnails
        self.indexes = IndexKeeper(folder / "index", catalog)
        self.remembered = Remembered(catalog.version)
        # What `label_classifier` made last.
        self.learned: LabelClassifier | None = None
        self._embedder: Embedder | None = None
        self._manifest: Manifest | None = None
        self._probes: dict[tuple[str, bool], Probe] = {}
        self._inspector: Inspector | None = None
        self._loading = threading.RLock()

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
            LibraryMissing: the folder holds nothing, and `create` is off.
            LibraryUnusable: the folder holds something else, or a damaged or newer library.
        """
        folder = paths.absolute(folder)
        _check_folder(folder, create=create)
        # Two programs that begin, upgrade or repair one library would do it to each other.
        with _locked(
            folder / "open.lock", _OPENING_TIMEOUT_S, "is being opened by another program"
        ):
            catalog = Catalog.open(folder / "catalog.db")
            thumbnails = ThumbnailCache(folder / "thumbnails.db")
        return cls(folder, settings, catalog, thumbnails, networks)

    def close(self) -> None:
        self.indexes.close()
        self.catalog.close()
        self.thumbnails.close()

    def __enter__(self) -> "Library":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def manifest(self) -> Manifest:
        """The facts of the network that the library uses; the network itself is not loaded.

        Raises:
            NetworkUnusable: there is none of that name, or it is not understood.
        """
        with self._loading:
            if self._manifest is None:
                self._manifest = choose_network(self.settings, self.networks, self.catalog)
            return self._manifest

    def space(self) -> Space:
        """The space of the network's embeddings."""
        return embedding_space(self.manifest())

    def embedder(self) -> "Embedder":
        """The network, loaded and checked on the first call (about a second).

        Raises:
            NetworkUnusable: its files are missing, altered or not understood.
        """
        with self._loading:
            if self._embedder is None:
                self._embedder = open_network(self.manifest(), self.settings)
            return self._embedder

    def prior_centre(self) -> "NDArray[np.float32] | None":
        """Where embeddings lie (d,) before any photo was seen, or None where that is not known."""
        # Not at the top: it brings NumPy, which a rescan that finds nothing does without.
        from lookalike.networks.embedder import prior_centre

        return prior_centre(self.manifest())

    def probe(self, tensor: str, *, any_size: bool = False) -> "Probe":
        """The network up to one of its tensors; the two that were asked for last stay loaded.

        Args:
            any_size: for pictures of any height and width, where the network can.

        Raises:
            NetworkUnusable: it has no such tensor, or its file cannot be used.
        """
        with self._loading:
            probe = self._probes.pop((tensor, any_size), None)
            if probe is None:
                from lookalike.networks.activations import Probe  # as heavy as the embedder

                manifest = self.manifest()
                device = device_for(manifest, self.settings)
                probe = Probe.open(manifest, [tensor], device=device, threads=1, any_size=any_size)
            self._probes = dict([*self._probes.items(), ((tensor, any_size), probe)][-2:])
            return probe

    def inspector(self) -> "Inspector":
        """What looks into the network; opened when first asked for, and kept.

        Raises:
            NetworkUnusable: nothing can be seen in it.
        """
        with self._loading:
            if self._inspector is None:
                from lookalike.networks.inspected import inspect_manifest
                from lookalike.networks.inspector import Inspector  # as heavy as the embedder

                # A person waits for it, and for nothing else: with all cores.
                network, device = inspect_manifest(self.manifest()), self.settings.device
                self._inspector = Inspector(network, device, threads=os.cpu_count())
            return self._inspector

    def forget_network(self) -> None:
        """Give its memory back; the next who asks for it waits again."""
        with self._loading:
            self._embedder = None
            self._inspector = None
            self._probes = {}

    def counts(self) -> Counts:
        return self.catalog.counts()

    def version(self) -> int:
        """Another number than before when anybody has changed what the library holds."""
        return self.catalog.version()

    def photo_ids(self) -> list[PhotoId]:
        """The readable photos, in the order of the grid."""
        return self.catalog.photo_ids()

    def photos(self, ids: Sequence[PhotoId]) -> list[Photo]:
        """In the order of `ids`; those that are gone are left out."""
        return self.catalog.photos(ids)

    def photo(self, photo_id: PhotoId) -> Photo:
        """One photo.

        Raises:
            NothingToSearch: it has been forgotten meanwhile.
        """
        photos = self.photos([photo_id])
        if not photos:
            raise NothingToSearch("That photo is no longer in the library.")
        return photos[0]

    def folders(self) -> list[Folder]:
        return self.catalog.folders()

    def size_bytes(self) -> int:
        """The disk space of the catalog and its caches."""
        total = 0
        for file in self.folder.rglob("*"):
            with contextlib.suppress(OSError):  # an import replaces files meanwhile
                total += file.stat().st_size if file.is_file() else 0
        return total

    def check_writable(self) -> None:
        """Raise `LibraryUnusable` where nothing can be brought in."""
        if not self.catalog.is_writable:
            raise LibraryUnusable(
                f"The library {self.folder} is read-only.",
                "Make its folder writable, or use another library.",
            )
        self.catalog.check_it_is_there()

    @contextlib.contextmanager
    def import_lock(self) -> Iterator[None]:
        """Held while photos come in: one import at a time for each library.

        Raises:
            LibraryUnusable: another program is importing into it, or it is read-only.
        """
        self.check_writable()
        file, told = self.folder / "import.lock", "is being imported into by another program"
        with _locked(file, _IMPORT_TIMEOUT_S, told):
            yield


@contextlib.contextmanager
def _locked(file: Path, timeout_s: float, told: str) -> Iterator[None]:
    """Hold a lock file; where none can be written there is nothing to hold it for."""
    if not os.access(file.parent, os.W_OK):
        yield
        return
    lock = filelock.FileLock(file, timeout=timeout_s)
    try:
        lock.acquire()
    except filelock.Timeout as error:
        raise LibraryUnusable(
            f"The library {file.parent} {told}.", "Wait until that is done, or stop it."
        ) from error
    except OSError as error:
        raise LibraryUnusable(
            f"The library {file.parent} cannot be written ({error.strerror}).",
            "Check the permissions and the free space of its folder.",
        ) from error
    try:
        yield
    finally:
        lock.release()


def _check_folder(folder: Path, *, create: bool) -> None:
    try:
        if (folder / "catalog.db").exists():
            return
        if not create:
            raise LibraryMissing(
                f"There is no library in {folder} yet.",
                "Bring photos in first: lookalike import FOLDER.",
            )
        folder.mkdir(parents=True, exist_ok=True)
        # A library never moves into a folder of photos.
        if not all(entry.name.startswith(_OWN_NAMES) for entry in folder.iterdir()):
            raise LibraryUnusable(
                f"{folder} is not a library: it holds other files.",
                "Choose an empty or a new folder for the library.",
            )
    except OSError as error:
        raise LibraryUnusable(
            f"No library can be opened in {folder} ({error.strerror}).",
            "Choose a folder that can be read and written.",
        ) from error
