"""By what photos are compared: the choice of a space, a mix of several, and a distance."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from lookalike.gui.library_words import said
from lookalike.gui.panels.choice_list import Choice, ChoiceList
from lookalike.gui.panels.mix_sliders import MixSliders
from lookalike.gui.space_words import SpaceWords
from lookalike.gui.theme import Theme
from lookalike.gui.translations import grouped
from lookalike.library.search.metric_choices import METRIC_CHOICES, MetricChoice
from lookalike.library.search.questions import Metric
from lookalike.library.search.shares import shares_of
from lookalike.library.search.spaces import SpaceChoice

_MOST_SHOWN = 14


class SpaceButton(QToolButton):
    """`by_wanted` carries the name of a space or a mix, which may not have been built yet, and
    `metric_wanted` that of a distance.
    """

    by_wanted = Signal(str)
    metric_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._spaces: tuple[SpaceChoice, ...] = ()
        self._by = ""
        self._metric: Metric = "cosine"
        self._is_short = False
        self.list = ChoiceList(theme, self, most_shown=_MOST_SHOWN)
        self.list.setWindowFlag(Qt.WindowType.Popup)
        self.list.setAccessibleName(self.tr("Ways to compare photos"))
        self.list.chosen.connect(self._choose)
        self.sliders = MixSliders(self)
        self.sliders.by_wanted.connect(self.by_wanted)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self.open_list)

    def show_spaces(self, spaces: Sequence[SpaceChoice], by: str, metric: Metric) -> None:
        """Offer `spaces`, of which `by` names the one, or those, in use."""
        self._spaces, self._by, self._metric = tuple(spaces), by, metric
        self._describe()

    def show_short(self, is_short: bool) -> None:
        """Where it is tight, the title of the space alone."""
        self._is_short = is_short
        self._describe()

    def open_list(self) -> None:
        """Show the choices beneath the button, or where the screen has room for them."""
        spaces = [self._choice(space) for space in self._spaces]
        distances = [self._distance(choice) for choice in METRIC_CHOICES]
        self.list.show_choices([*spaces, self._mix(), *distances])
        self._open(self.list)

    def open_sliders(self) -> None:
        """Show how much each space counts, to be changed."""
        self.sliders.show_mix(self._spaces, self._by)
        self._open(self.sliders)

    def _open(self, popup: QWidget) -> None:
        screen = self.screen().availableGeometry()
        place = QRect(self.mapToGlobal(QPoint(0, self.height())), popup.size())
        if place.bottom() > screen.bottom():
            above = self.mapToGlobal(QPoint(0, 0)).y()
            place.moveBottom(above if above > place.height() else screen.bottom())
        place.moveLeft(max(screen.left(), min(place.left(), screen.right() + 1 - place.width())))
        popup.move(place.topLeft())
        popup.show()
        popup.setFocus(Qt.FocusReason.PopupFocusReason)

    def _choice(self, space: SpaceChoice) -> Choice:
        note = ""
        if space.missing:
            note = self.tr("not built yet · photos to look at: {count}").format(
                count=grouped(space.missing)
            )
        return Choice(said(space.title), note, said(space.sentence), space.name == self._by)

    def _mix(self) -> Choice:
        is_mix = bool(self._by) and len(shares_of(self._by)) > 1
        told = SpaceWords(self._spaces).in_full(self._by) if is_mix else ""
        sentence = self.tr("Several of these at once, each with its share.")
        return Choice(self.tr("Mix…"), told, sentence, is_mix)

    def _distance(self, choice: MetricChoice) -> Choice:
        is_first = choice is METRIC_CHOICES[0]
        heading = self.tr("How far apart they are") if is_first else ""
        is_chosen = choice.name == self._metric
        return Choice(said(choice.title), "", said(choice.sentence), is_chosen, heading)

    def _choose(self, row: int) -> None:
        if row < len(self._spaces):
            self.by_wanted.emit(self._spaces[row].name)
        elif row == len(self._spaces):
            self.open_sliders()
        else:
            self.metric_wanted.emit(METRIC_CHOICES[row - len(self._spaces) - 1].name)

    def _describe(self) -> None:
        words = SpaceWords(self._spaces)
        title = words.title(self._by) if self._by else ""
        if self._metric != "cosine":
            title = f"{title} · {self._metric.upper()}"
        full = self.tr("By: {title}").format(title=title)
        self.setText(f"{title if self._is_short else full} ▾")
        self.setAccessibleName(full)
        sentence = words.sentence(self._by) if self._by else ""
        tip = self.tr("By what photos are compared")
        told = [f"{tip}: {sentence}" if sentence else tip]
        if self._metric != "cosine":
            told.append(words.distance_in_full(self._metric))
        self.setToolTip("\n".join(told))
