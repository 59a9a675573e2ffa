"""What is said about an answer: how many photos fit, or are the most similar."""

from lookalike.gui.translations import Words, grouped


class AnswerWords(Words):
    """Remembers nothing."""

    def fitting(self, count: int, photos: int) -> str:
        """`12 of 3,921 photos fit`."""
        return self.tr("%Ln of {photos} photos fit", "", count).format(photos=grouped(photos))

    def similar(self, shown: int, photos: int) -> str:
        """`The 100 most similar of 3,921 photos`."""
        told = self.tr("The {shown} most similar of %Ln photo(s)", "", photos)
        return told.format(shown=grouped(shown))
