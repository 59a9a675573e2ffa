"""What is to be known of the ways to say how far apart two photos are, to choose one."""

from dataclasses import dataclass

from lookalike.neighbors.metrics import Metric as Metric


@dataclass(frozen=True, slots=True)
class MetricChoice:
    """One way, as a person chooses it: its title in a word or two, and when it is right."""

    name: Metric
    title: str
    sentence: str


METRIC_CHOICES = (
    MetricChoice(
        "cosine",
        "Cosine",
        "In what photos differ from the average, not how strongly: nearly always the best "
        "choice, and the fastest in large libraries.",
    ),
    MetricChoice(
        "l2",
        "L2, straight line",
        "How strongly counts as well: for edited copies and shots of one scene. Every photo is "
        "compared.",
    ),
    MetricChoice(
        "l1",
        "L1, sum of differences",
        "As L2, but one large difference counts for less: for a picture that was changed in one "
        "place. Every photo is compared.",
    ),
)


def metric_choice(name: Metric) -> MetricChoice:
    """The one of that name."""
    return next(choice for choice in METRIC_CHOICES if choice.name == name)
