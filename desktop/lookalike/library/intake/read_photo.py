"""What becomes of a file that was read, on its way from a reading thread to the catalog."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lookalike.photos import ContentHash, PhotoFacts, PhotoFile

# An import that finds nothing to read does without NumPy, which takes longer to load than it all.
if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from lookalike.networks.peaks import Peaks

# Sharp in a tile of 192 on a screen of two pixels per pixel. No setting: it decides how a photo is
# shrunk before the network sees it, so another number makes another embedding.
THUMBNAIL_PX = 384


@dataclass(frozen=True, slots=True)
class ReadPhoto:
    """A readable file.

    Where its content was known before, it has neither `vector` nor `network_input` nor
    `thumbnail` nor `squeezed`; otherwise one of the first two.

    Args:
        squeezed: what the hand-made descriptors look at.
        peaks: where the network's units answer most, told with `vector` where it is gathered.
    """

    file: PhotoFile
    content_hash: ContentHash
    facts: PhotoFacts
    thumbnail: bytes = b""
    squeezed: "NDArray[np.uint8] | None" = None
    network_input: "NDArray[np.float32] | None" = None
    vector: "NDArray[np.float32] | None" = None
    peaks: "Peaks | None" = None
    decode_s: float = 0.0
    embed_s: float = 0.0

    @property
    def is_new(self) -> bool:
        """Whether its content was not known before."""
        return self.vector is not None or self.network_input is not None


@dataclass(frozen=True, slots=True)
class UnreadFile:
    """A file that could not be read, and why.

    Args:
        is_starved: for want of memory, which it may have to itself another time.
        is_gone: it was there when the folder was looked through, and is not any more.
    """

    file: PhotoFile
    reason: str
    is_lasting: bool
    is_starved: bool = False
    is_gone: bool = False
    decode_s: float = 0.0
