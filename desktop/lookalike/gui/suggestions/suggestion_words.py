"""What the page of suggestions says besides the question itself."""

from lookalike.gui.suggestions.suggestion_queue import Sitting
from lookalike.gui.suggestions.suggestion_work import Found
from lookalike.gui.translations import Words, grouped, percent_text
from lookalike.library.teaching.suggesting import Order


class SuggestionWords(Words):
    """Any thread may ask for them."""

    def order(self, order: Order) -> str:
        """Which photos come first, and what that is good for."""
        if order == "certain":
            return self.tr("The surest come first: quick to confirm, and a wrong one stands out.")
        return self.tr(
            "Those come first whose answer teaches most: doubtful ones, unlike one another."
        )

    def together(self) -> str:
        """What accepting many at once asks of a person."""
        return self.tr("Nothing is accepted before you have seen it: check what is below.")

    def sitting(self, sitting: Sitting) -> str:
        """How many answers there were, and how many of the suggestions were right."""
        told = []
        if sitting.answered:
            share = percent_text(sitting.right / sitting.answered)
            count = self.tr("%Ln answer(s)", "", sitting.answered)
            words = self.tr("{answers} · {right} right ({share})")
            told.append(words.format(answers=count, right=grouped(sitting.right), share=share))
        if sitting.together:
            told.append(self.tr("%Ln accepted together", "", sitting.together))
        return " · ".join(told)

    def looking(self) -> tuple[str, str, str]:
        """Icon, title and sentence while the first suggestions are on their way."""
        return (
            "similar",
            self.tr("Looking through your photos…"),
            self.tr("What you have labelled is learned, and all other photos are sorted by it."),
        )

    def nothing(self, found: Found) -> tuple[str, str, str]:
        """The same where there is nothing to ask, and what to do about it."""
        if not found.photos:
            return (
                "photos",
                self.tr("There are no photos yet"),
                self.tr("Import a folder of photos, and label a few of them."),
            )
        if found.missing:
            return "star", self.tr("Nothing to suggest yet"), found.missing
        return (
            "done",
            self.tr("Nothing left to suggest"),
            self.tr("All photos that may deserve a label have been asked about."),
        )
