"""What an import tells when it is done."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True)
class Stages:
    """Where the time went, in seconds; `decode_s` and `embed_s` are summed over all threads."""

    decode_s: float = 0.0
    embed_s: float = 0.0
    write_s: float = 0.0
    index_s: float = 0.0


@dataclass(slots=True)
class ImportReport:
    """What became of every file: found = added + changed + moved + unchanged + ignored + failed.

    Args:
        missing: photos of earlier imports whose files are gone.
        newly_missing: those of them that were there the last time.
        offline: folders that could not be reached; nothing of them is forgotten.
        notices: sentences for the person about what went wrong on the way and was mended.
        provider_note: why CUDA is not the provider.
    """

    added: int = 0
    changed: int = 0
    moved: int = 0
    unchanged: int = 0
    ignored: int = 0
    missing: int = 0
    newly_missing: int = 0
    failed: list[tuple[Path, str]] = field(default_factory=list)
    offline: list[Path] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    seconds: float = 0.0
    network: str = ""
    provider: str = ""
    provider_note: str = ""
    stages: Stages = field(default_factory=Stages)

    @property
    def found(self) -> int:
        return self.brought_in + self.unchanged + self.ignored + len(self.failed)

    @property
    def brought_in(self) -> int:
        """How many photos were read and are in the library now."""
        return self.added + self.changed + self.moved

    @property
    def photos_per_second(self) -> float:
        return self.brought_in / max(self.seconds, 1e-9)
