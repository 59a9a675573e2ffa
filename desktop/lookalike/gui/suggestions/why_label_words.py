"""What is said about why a label was suggested."""

from PySide6.QtCore import QLocale

from lookalike.gui.library_words import said
from lookalike.gui.teach.teach_words import TeachWords
from lookalike.gui.translations import Words, grouped, percent_text
from lookalike.library.teaching.taught import WhyLabel


class WhyLabelWords(Words):
    """Any thread may ask for them."""

    def sentence(self, why: WhyLabel, method: str) -> str:
        """Which method it is, what was seen, and what is to be known about the picture."""
        named = f"{TeachWords().method(method)}." if method else ""
        return " ".join(filter(None, (named, said(why.sentence), said(why.note))))

    def sum(self, why: WhyLabel) -> str:
        """What the figures over the photo sum to, or how many voted for it; empty for neither."""
        if why.method == "exact" and why.cells is not None:
            words = self.tr("Parts {cells}, constant {bias}: score {score}")
            return words.format(
                cells=_signed(float(why.cells.sum())),
                bias=_signed(why.bias),
                score=_signed(why.score),
            )
        if why.method == "neighbors":
            words = self.tr("{count} of the {total} nearest examples have the label")
            has = sum(voter.is_for for voter in why.voters)
            return words.format(count=grouped(has), total=grouped(len(why.voters)))
        return ""

    def cell(self, why: WhyLabel, cell: tuple[int, int]) -> str:
        """What a part adds."""
        if why.cells is None:
            return ""
        value = float(why.cells[cell])
        if why.method == "exact":
            words = self.tr("{value} of {score}")
            return words.format(value=_signed(value), score=_signed(why.score))
        return self.tr("{value} without this part").format(value=_points(-value))

    def voters(self, why: WhyLabel) -> list[tuple[str, str]]:
        """What each example is labelled as, and its share of the votes where it has one."""
        votes = sum(voter.share for voter in why.voters)
        return [
            (
                ", ".join(label.name for label in voter.labels) or self.tr("none of these"),
                percent_text(voter.share / votes) if voter.share else "",
            )
            for voter in why.voters
        ]


def _signed(value: float) -> str:
    """`+0.42` or `−0.42`: a minus as wide as the plus."""
    return ("+" if value >= 0 else "−") + QLocale().toString(abs(value), "f", 2)


def _points(value: float) -> str:
    return ("+" if value >= 0 else "−") + percent_text(abs(value))
