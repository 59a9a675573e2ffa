"""Faults a person should hear about: what happened, and what to do about it."""

from pathlib import Path


class LookalikeError(Exception):
    """Shown the same by the command line and the window.

    Args:
        title: one sentence that says what happened.
        hint: one sentence that says what to do, or nothing.
    """

    def __init__(self, title: str, hint: str = "") -> None:
        super().__init__(title)
        self.title = title
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.title} {self.hint}".rstrip()


class PhotoUnreadable(LookalikeError):
    """A picture that cannot be decoded.

    Args:
        reason: reads well after "cannot be read:".
        is_lasting: False where the same bytes may be read another time: a closed file, a busy
            disk, a limit in the settings.
    """

    def __init__(self, reason: str, path: Path | None = None, *, is_lasting: bool = True) -> None:
        subject = path.name if path else "The picture"
        super().__init__(f"{subject} cannot be read: {reason}.")
        self.reason = reason
        self.path = path
        self.is_lasting = is_lasting


class FolderUnusable(LookalikeError):
    """A photo folder that is not there, not a folder, or closed to us."""


class LibraryUnusable(LookalikeError):
    """A library that cannot be opened, read or written."""


class LibraryMissing(LibraryUnusable):
    """No library is where one was to be."""


class NetworkUnusable(LookalikeError):
    """A network whose files are missing, altered or not understood."""


class IndexUnusable(LookalikeError):
    """An index file that is damaged or of another space: always rebuilt, never shown."""


class NothingToSearch(LookalikeError):
    """A search that cannot have an answer: an empty library, an unknown space."""


class TooFewExamples(LookalikeError):
    """Labels that cannot be taught, because too few photos have them."""


class FilterUnclear(LookalikeError):
    """Words of a filter that cannot be understood.

    Args:
        word: the one that is in the way.
    """

    def __init__(self, title: str, hint: str = "", word: str = "") -> None:
        super().__init__(title, hint)
        self.word = word


class LabelUnusable(LookalikeError):
    """A label that does not exist, or a name or place that a label cannot have."""


class LabelSourceUnusable(LookalikeError):
    """A folder or a table from which no labels can be taken over."""


class XmpUnusable(LookalikeError):
    """A packet of XMP that is damaged, too large, or of another kind."""


class WorkFileUnusable(LookalikeError):
    """A file of a person's work that cannot be restored."""
