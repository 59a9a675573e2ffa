"""What is said of an explanation: the figures, how they were found out, and where they differ."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale

from lookalike.gui.library_words import said
from lookalike.gui.translations import Words, percent_text
from lookalike.library.search.questions import Question
from lookalike.library.search.shares import shares_of
from lookalike.library.why.explanation import Cell, Explanation, Left, Side

_SAME = 0.005  # what is rounded to the same percent, or nearly so


@dataclass(frozen=True, slots=True)
class Headline:
    """Above both pictures.

    Args:
        figure: the largest thing on the page.
        detail: beside it.
        sentence: how it was found out, and what is to be known about it.
    """

    figure: str
    detail: str
    sentence: str


class WhyWords(Words):
    """Remembers nothing."""

    def headline(
        self, explanation: Explanation, left: Left | None = None, notes: Sequence[str] = ()
    ) -> Headline:
        """Without a part of a picture, where `left` tells what that leaves."""
        sentences = " ".join([said(explanation.sentence), *notes])
        cosine = self.tr("cosine {number}")
        if left is None:
            figure = self.tr("{percent} similar")
            return Headline(
                figure.format(percent=percent_text(explanation.similarity)),
                cosine.format(number=number_text(explanation.cosine)),
                sentences,
            )
        was = self.tr("was {percent}").format(percent=percent_text(explanation.similarity))
        return Headline(
            self.tr("{percent} without this part").format(percent=percent_text(left.similarity)),
            f"{was}  ·  {cosine.format(number=number_text(left.cosine))}",
            sentences,
        )

    def left_in_short(self, explanation: Explanation, left: Left) -> str:
        """`without this part: 41% (was 63%)`"""
        told = self.tr("without this part: {percent} (was {before})")
        return told.format(
            percent=percent_text(left.similarity), before=percent_text(explanation.similarity)
        )

    def cell(self, explanation: Explanation, side: Side, cell: Cell) -> str:
        """What a part adds to the cosine, or how much it falls without it."""
        value = float(explanation.side(side).cells[cell])
        if explanation.is_exact:
            told = self.tr("adds {number} of {cosine}")
            return told.format(number=signed(value), cosine=number_text(explanation.cosine))
        return self.tr("cosine {number} if hidden").format(number=signed(-value))

    def notes(
        self, explanation: Explanation, shown: float | None, reasons: Sequence[str]
    ) -> Sequence[str]:
        """What a person has to know to read the figures.

        Args:
            shown: the similarity that the result showed.
            reasons: why it may be another one than that of the two pictures alone.
        """
        told = [said(each.note) for each in (explanation.query, explanation.match) if each.note]
        if shown is not None and abs(shown - explanation.similarity) > _SAME and reasons:
            words = self.tr("The result showed {percent}: {reason}.")
            told.append(words.format(percent=percent_text(shown), reason=", ".join(reasons)))
        return list(dict.fromkeys(told))

    def reasons(self, question: Question | None) -> Sequence[str]:
        """Why a result may have shown another similarity than the two pictures have."""
        if question is None:
            return ()
        is_so = {
            self.tr("it was searched by several pictures together"): len(question.examples) > 1,
            self.tr("several spaces were mixed"): len(shares_of(question.by)) > 1,
            self.tr("another distance was measured"): question.metric != "cosine",
            self.tr("the best-matching part of it was compared"): any(
                example.region for example in question.wanted
            ),
        }
        return [reason for reason, is_true in is_so.items() if is_true]

    def name(self, name: str) -> str:
        """Of a file, or what stands for a picture that has none."""
        return name or self.tr("Pasted picture")

    def names(self, explanation: Explanation) -> tuple[str, str]:
        """Of the query and the match."""
        return self.name(explanation.query.name), self.name(explanation.match.name)

    def captions(self, explanation: Explanation, *, is_result: bool) -> tuple[str, str]:
        """Beneath both pictures."""
        query, match = self.names(explanation)
        if not is_result:
            return query, match
        return (
            self.tr("Query · {name}").format(name=query),
            self.tr("Result · {name}").format(name=match),
        )

    def units(self, explanation: Explanation) -> str:
        """How much of the cosine the units are that are shown."""
        told = self.tr("The {count} units of {layer} that add most: {sum} of the cosine {cosine}.")
        return told.format(
            count=len(explanation.units),
            layer=explanation.layer,
            sum=number_text(sum(each.share for each in explanation.units)),
            cosine=number_text(explanation.cosine),
        )

    def spoken(self, explanation: Explanation) -> str:
        """For those who listen."""
        told = self.headline(explanation)
        return f"{told.figure}, {told.detail}. {told.sentence}"


def number_text(value: float) -> str:
    """`0.713`, in the form of the person's language."""
    return QLocale().toString(float(value), "f", 3)


def signed(value: float) -> str:
    """`+0.012` or `−0.012`."""
    return f"{'−' if round(value, 3) < 0 else '+'}{number_text(abs(value))}"
