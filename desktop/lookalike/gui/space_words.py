"""Words what photos are compared by: a space or a mix of several, and a distance."""

from collections.abc import Mapping, Sequence

from lookalike.gui.library_words import said
from lookalike.gui.translations import Words, percent_text
from lookalike.library.search.metric_choices import metric_choice
from lookalike.library.search.questions import Metric
from lookalike.library.search.shares import shares_of
from lookalike.library.search.spaces import SpaceChoice


class SpaceWords(Words):
    """Any thread may ask.

    Args:
        choices: the spaces there are; one that is not among them is called by its name.
    """

    def __init__(self, choices: Sequence[SpaceChoice]) -> None:
        self._choices = {choice.name: choice for choice in choices}

    def title(self, by: str) -> str:
        """`Content`, or `Content + Colours`."""
        return " + ".join(self._title(share.name) for share in shares_of(by))

    def in_full(self, by: str) -> str:
        """`Content`, or `70% Content + 30% Colours`."""
        shares = shares_of(by)
        if len(shares) == 1:
            return self._title(shares[0].name)
        return " + ".join(f"{percent_text(each.share)} {self._title(each.name)}" for each in shares)

    def sentence(self, by: str) -> str:
        """What is looked at."""
        shares = shares_of(by)
        if len(shares) > 1:
            told = self.tr("The similarity is the mean of these: {mix}.")
            return told.format(mix=self.in_full(by))
        choice = self._choices.get(shares[0].name)
        return said(choice.sentence) if choice else ""

    def gist(self, by: str) -> str:
        """What is looked at, without what that is good for."""
        if len(shares_of(by)) > 1:
            return self.in_full(by)
        return self.sentence(by).partition(":")[0].rstrip(".")

    def parts(self, by: str, parts: Mapping[str, float]) -> str:
        """`70% Content: 62% similar`, in a line for each space of a mix; empty for one space."""
        told = self.tr("{share} {title}: {percent} similar")
        return "\n".join(
            told.format(
                share=percent_text(each.share),
                title=self._title(each.name),
                percent=percent_text(parts[each.name]),
            )
            for each in shares_of(by)
            if each.name in parts
        )

    def distance(self, metric: Metric) -> str:
        """`L1 distance`; empty for the usual one, which need not be told."""
        if metric == "cosine":
            return ""
        return self.tr("{metric} distance").format(metric=metric.upper())

    def distance_in_full(self, metric: Metric) -> str:
        choice = metric_choice(metric)
        return f"{said(choice.title)}. {said(choice.sentence)}"

    def _title(self, name: str) -> str:
        choice = self._choices.get(name)
        return said(choice.title) if choice else name
