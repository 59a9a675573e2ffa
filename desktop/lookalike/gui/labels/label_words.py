"""What is said about labels: what was done, and what Undo would take back."""

from typing import NamedTuple

from lookalike.gui.translations import Words, percent_text


class Told(NamedTuple):
    """A sentence on what was done, and its name after "Undo"."""

    sentence: str
    act: str


class LabelWords(Words):
    """What each act is called, and what is said of it."""

    def labelled(self, name: str, given: int, taken: int) -> str:
        """What became of the photos that a label was to be given to, or taken off."""
        if given:
            told = self.tr("“{name}” given to %Ln photo(s).", "", given)
        elif taken:
            told = self.tr("“{name}” taken off %Ln photo(s).", "", taken)
        else:
            told = self.tr("Nothing to change about “{name}” in these photos.")
        return told.format(name=name)

    def labelling(self, name: str) -> str:
        return self.tr("Label “{name}”").format(name=name)

    def rejecting(self, name: str) -> str:
        return self.tr("Reject “{name}”").format(name=name)

    def made(self, name: str) -> Told:
        told = self.tr("The label “{name}” is there. Drop photos on it, or press its key.")
        return Told(told.format(name=name), self.tr("New Label “{name}”").format(name=name))

    def renamed(self, before: str, name: str) -> Told:
        told = self.tr("“{before}” is called “{name}” now.").format(before=before, name=name)
        return Told(told, self.tr("Rename “{name}”").format(name=before))

    def moved(self, name: str, into: str) -> Told:
        told = self.tr("“{name}” is inside of “{into}” now.")
        if not into:
            told = self.tr("“{name}” is inside of no other label now.")
        return Told(told.format(name=name, into=into), self.tr("Move “{name}”").format(name=name))

    def merged(self, name: str, into: str) -> Told:
        told = self.tr("All photos of “{name}” have “{into}” now.")
        return Told(told.format(name=name, into=into), self.tr("Merge “{name}”").format(name=name))

    def deleted(self, name: str, photos: int) -> Told:
        told = self.tr("“{name}” was deleted; %Ln photo(s) had it.", "", photos)
        return Told(told.format(name=name), self.tr("Delete “{name}”").format(name=name))

    def keyed(self, name: str, key: int | None) -> Told:
        told = self.tr("The key {key} gives “{name}” now.")
        if key is None:
            told = self.tr("No key gives “{name}” any more.")
        return Told(told.format(name=name, key=key), self.tr("Key of “{name}”").format(name=name))

    def album(self, name: str, probability: float | None) -> Told:
        told = self.tr("New photos join “{name}” where that is at least {percent} certain.")
        if probability is None:
            told = self.tr("“{name}” takes no new photos by itself any more.")
        percent = percent_text(probability or 0.0)
        return Told(
            told.format(name=name, percent=percent),
            self.tr("Living Album “{name}”").format(name=name),
        )

    def undone(self, act: str) -> str:
        return self.tr("Taken back: {act}.").format(act=act)
