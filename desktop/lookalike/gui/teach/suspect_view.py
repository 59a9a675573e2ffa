"""A label that the program doubts, as the page draws it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lookalike.gui.teach.teach_words import TeachWords
from lookalike.gui.translations import Words, percent_text
from lookalike.library.teaching.taught import Suspect
from lookalike.photos import Label, LabelId, PhotoId


@dataclass(frozen=True, slots=True)
class SuspectView:
    """One photo.

    Args:
        label: what the person's label is called.
        told: what the program would say.
        voters: what the labels of the voters are called.
    """

    suspect: Suspect
    label: str
    told: str
    voters: Sequence[str] = ()

    @property
    def key(self) -> tuple[PhotoId, LabelId]:
        """Which doubt it is."""
        return self.suspect.photo_id, self.suspect.label.id


def suspect_views(
    suspects: Iterable[Suspect],
    names: Mapping[LabelId, str],
    labels: Mapping[PhotoId, Sequence[Label]],
) -> list[SuspectView]:
    """Those that still have the label that is doubted, in their order.

    Args:
        labels: that the suspects and their voters have now.
    """
    return [
        SuspectView(
            suspect,
            names.get(suspect.label.id, suspect.label.name),
            names.get(suspect.told.id, suspect.told.name) if suspect.told else TeachWords().none(),
            [_told(labels.get(voter, ())) for voter in suspect.voters],
        )
        for suspect in suspects
        if any(label.id == suspect.label.id for label in labels.get(suspect.photo_id, ()))
    ]


class SuspectWords(Words):
    """Remembers nothing."""

    def line(self, view: SuspectView) -> str:
        """Beneath the person's label."""
        told = self.tr("would say {told}, {percent}")
        return told.format(told=view.told, percent=percent_text(view.suspect.told_probability))

    def sentence(self, view: SuspectView) -> str:
        told = self.tr(
            "You say “{label}”. From all other examples the program would say “{told}” with "
            "{percent}, and “{label}” with {own}."
        )
        return told.format(
            label=view.label,
            told=view.told,
            percent=percent_text(view.suspect.told_probability),
            own=percent_text(view.suspect.probability),
        )


def _told(labels: Sequence[Label]) -> str:
    return ", ".join(label.name for label in labels) or TeachWords().none()
