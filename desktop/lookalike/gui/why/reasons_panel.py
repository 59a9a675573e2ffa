"""Why a photo is not among the answers, and what the best match has that it lacks."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lookalike.gui.layers.layer_panel import LayerPanel, heading, sentence
from lookalike.gui.panels.wrapped_label import WrappedLabel
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.gui.why.share_rows import Patches, ShareRows, ShareView
from lookalike.library.why.why_not import MOST_LACKED

_MOST_REASONS = 6
_ICON_PX = 18


@dataclass(frozen=True, slots=True)
class ReasonsView:
    """What the panel shows.

    Args:
        title: what is asked.
        reasons: what keeps the photo away; where there are none, what is so instead.
        is_there: whether it is among the answers after all.
        facts: rank and similarity, in sentences.
        lacks_title: above the units; empty where none are known.
    """

    title: str
    reasons: Sequence[str]
    is_there: bool = False
    facts: str = ""
    lacks_title: str = ""
    lacks: Sequence[ShareView] = ()


class ReasonsPanel(LayerPanel):
    """`unit_chosen` and `query_wanted` are those of the rows."""

    unit_chosen = Signal(object)
    query_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._view: ReasonsView | None = None
        self._title = WrappedLabel()
        self._title.setProperty("rank", "title")
        self._reasons = [_Reason() for _ in range(_MOST_REASONS)]
        self._facts = sentence()
        self._lacks_title = heading("")
        self._lacks_title.setWordWrap(True)
        self.rows = ShareRows(theme, MOST_LACKED)
        self.rows.unit_chosen.connect(self.unit_chosen)
        self.rows.query_wanted.connect(self.query_wanted)
        self._lay_out()
        theme.changed.connect(self._dress)

    @property
    def view(self) -> ReasonsView | None:
        return self._view

    def show_reasons(self, view: ReasonsView, patches: Patches) -> None:
        """Patches may come later."""
        self._view = view
        self._title.show_text(view.title)
        for at, reason in enumerate(self._reasons):
            reason.setVisible(at < len(view.reasons))
            reason.text.show_text(view.reasons[at] if at < len(view.reasons) else "")
        self._facts.show_text(view.facts)
        self._lacks_title.setText(view.lacks_title)
        self._lacks_title.setVisible(bool(view.lacks))
        self.rows.show_shares(view.lacks, patches)
        self._dress()
        self._show_content()

    def _dress(self) -> None:
        icon, colour = "warning", "warning"
        if self._view and self._view.is_there:
            icon, colour = "done", "accent"
        picture = self._theme.picture(icon, _ICON_PX, colour, self.devicePixelRatioF())
        for reason in self._reasons:
            reason.icon.setPixmap(picture)

    def _lay_out(self) -> None:
        self._column.addWidget(self._title)
        for reason in self._reasons:
            self._column.addWidget(reason)
        self._column.addWidget(self._facts)
        self._column.addSpacing(GRID_PX)
        self._column.addWidget(self._lacks_title)
        self._column.addWidget(self.rows)
        self._column.addStretch()


class _Reason(QWidget):
    """A sentence with an icon before it."""

    def __init__(self) -> None:
        super().__init__()
        self.icon, self.text = QLabel(), WrappedLabel()
        column = QVBoxLayout()
        column.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID_PX)
        row.addLayout(column)
        row.addWidget(self.text, 1)
