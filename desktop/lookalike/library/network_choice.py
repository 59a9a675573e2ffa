"""Which network a library uses, where the settings leave that open."""

from pathlib import Path
from typing import TYPE_CHECKING

from lookalike.catalog.catalog import Catalog
from lookalike.errors import NetworkUnusable
from lookalike.networks.manifest import MANIFEST_NAME, Manifest, read_manifest
from lookalike.networks.provider import provider_without_loading
from lookalike.networks.space import embedding_space
from lookalike.settings import Settings

if TYPE_CHECKING:
    from lookalike.networks.embedder import Embedder

DEFAULT = "efficientnet-lite0"
AUTO = "auto"


def choose_network(settings: Settings, networks: Path, catalog: Catalog | None = None) -> Manifest:
    """The network of the settings. `auto` is the one that most photos of the library went through.

    In a library that has none yet it is the default network where CUDA runs, and elsewhere that
    or its sibling in whole numbers, whichever is faster on this machine. The choice is kept in the
    catalog, so that all programs that open it make the same. Without a library it is the default.

    Args:
        networks: the folder of the networks' folders.

    Raises:
        NetworkUnusable: there is none of that name, or it is not understood.
    """
    if settings.network != AUTO:
        return _named(networks, settings.network)
    if catalog is None:
        return _named(networks, DEFAULT)
    manifests = _family(networks)
    return _used(manifests, catalog) or _first_choice(manifests, settings, catalog)


def open_network(manifest: Manifest, settings: Settings) -> "Embedder":
    """Load a network for photos that come from several threads.

    Raises:
        NetworkUnusable: its files are missing, altered or not understood.
    """
    # Pillow and NumPy take their time to import, and a rescan that finds nothing needs neither.
    from lookalike.networks.embedder import Embedder

    # One core each: many photos are embedded side by side by threads of ours.
    return Embedder.open(manifest.folder, device_for(manifest, settings), threads=1)


def device_for(manifest: Manifest, settings: Settings) -> str:
    """The device of the settings, less what this network gains nothing from."""
    # Whole numbers are for the CPU.
    return "cpu" if manifest.sibling_of and settings.device == "auto" else settings.device


def _named(place: Path, name: str) -> Manifest:
    names = _names(place)
    # A name that leads out of the folder is none of these either.
    if name not in names:
        raise NetworkUnusable(
            f'There is no network "{name}".', f"Choose one of: {', '.join(names)}."
        )
    return read_manifest(place / name)


def _names(place: Path) -> list[str]:
    return sorted(folder.name for folder in place.iterdir() if (folder / MANIFEST_NAME).is_file())


def _family(place: Path) -> list[Manifest]:
    """The default network and its siblings, it first."""
    default = _named(place, DEFAULT)
    others = (read_manifest(place / name) for name in _names(place))
    return [default, *(manifest for manifest in others if manifest.sibling_of == DEFAULT)]


def _used(manifests: list[Manifest], catalog: Catalog) -> Manifest | None:
    by_key = {embedding_space(manifest).key: manifest for manifest in manifests}
    # Most vectors first; of two that are empty the one that was chosen first.
    stored = sorted(catalog.spaces(), key=lambda stored: -stored.count)
    return next((by_key[each.space.key] for each in stored if each.space.key in by_key), None)


def _first_choice(manifests: list[Manifest], settings: Settings, catalog: Catalog) -> Manifest:
    chosen = manifests[0]
    if len(manifests) > 1 and not _may_run_on_cuda(settings):
        from lookalike.networks.choosing import faster_on_cpu  # as heavy as the embedder

        folder = faster_on_cpu([manifest.folder for manifest in manifests])
        chosen = next(manifest for manifest in manifests if manifest.folder == folder)
    if not catalog.is_writable:
        return chosen
    with catalog.transaction():  # another program may have chosen meanwhile
        earlier = _used(manifests, catalog)
        if earlier is None:
            catalog.add_space(embedding_space(chosen))
    return earlier or chosen


def _may_run_on_cuda(settings: Settings) -> bool:
    return provider_without_loading(settings.device) is None
