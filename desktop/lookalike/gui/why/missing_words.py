"""What is said of a photo that is not among the answers."""

from pathlib import Path

from lookalike.gui.library_words import said
from lookalike.gui.translations import Words, grouped, percent_text
from lookalike.gui.why.reasons_panel import ReasonsView
from lookalike.gui.why.unit_rows import rows_of_losses
from lookalike.gui.why.why_words import WhyWords
from lookalike.library.search.questions import Source
from lookalike.library.why.explanation import Explanation
from lookalike.library.why.why_not import WhyNot


class MissingWords(Words):
    """Remembers nothing."""

    def name(self, answer: WhyNot, source: Source) -> str:
        """Of the photo, or of the file that was given."""
        if answer.photo:
            return answer.photo.path.name
        return WhyWords().name(source.name if isinstance(source, Path) else "")

    def captions(self, expected: Explanation, name: str) -> tuple[str, str]:
        """Beneath the query and the photo that was expected."""
        return self._query(expected), self.tr("Missed · {name}").format(name=name)

    def captions_of_best(self, best: Explanation) -> tuple[str, str]:
        """The same for the best match."""
        told = self.tr("Best match · {name} · {percent} similar")
        percent = percent_text(best.similarity)
        return self._query(best), told.format(name=best.match.name, percent=percent)

    def reasons(self, answer: WhyNot) -> ReasonsView:
        """What keeps it away, or where it is if nothing does."""
        told = [said(obstacle.sentence) for obstacle in answer.obstacles]
        is_there = not told and answer.place is not None
        if is_there and answer.place:
            number = self.tr("It is number {rank} of the answer.")
            told = [number.format(rank=grouped(answer.place.rank))]
        lacks = self.tr("What {best} has that it lacks")
        return ReasonsView(
            self.tr("It is here") if is_there else self.tr("Why it is not here"),
            told,
            is_there,
            self._facts(answer),
            lacks.format(best=answer.best.match.name) if answer.best else "",
            rows_of_losses(answer.lacks),
        )

    def _query(self, explanation: Explanation) -> str:
        name = WhyWords().name(explanation.query.name)
        return self.tr("Query · {name}").format(name=name)

    def _facts(self, answer: WhyNot) -> str:
        place = answer.place
        if place is None:
            return ""
        told = self.tr("Number {rank} of {count}, {percent} similar.").format(
            rank=grouped(place.rank),
            count=grouped(place.among),
            percent=percent_text(place.similarity),
        )
        if answer.last_similarity is None:
            return told
        last = self.tr("The last of the {shown} shown is {percent} similar.").format(
            shown=grouped(answer.shown), percent=percent_text(answer.last_similarity)
        )
        return f"{told} {last}"
