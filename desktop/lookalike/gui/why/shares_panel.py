"""The units that two pictures have in common most."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from lookalike.gui.layers.layer_panel import LayerPanel, heading, sentence
from lookalike.gui.theme import Theme
from lookalike.gui.why.share_rows import Patches, ShareRows, ShareView
from lookalike.library.why.explaining import MOST_UNITS


class SharesPanel(LayerPanel):
    """`unit_chosen` and `query_wanted` are those of the rows."""

    unit_chosen = Signal(object)
    query_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.rows = ShareRows(theme, MOST_UNITS)
        self._sum = sentence()
        self.rows.unit_chosen.connect(self.unit_chosen)
        self.rows.query_wanted.connect(self.query_wanted)
        self._column.addWidget(heading(self.tr("What they have in common")))
        self._column.addWidget(self._sum)
        self._column.addWidget(self.rows)
        self._column.addStretch()

    @property
    def sentence(self) -> str:
        return self._sum.plain_text

    def show_shares(
        self,
        told: str,
        shares: Sequence[ShareView],
        patches: Patches,
    ) -> None:
        """`told` says what part of the likeness they are."""
        self._sum.show_text(told)
        self.rows.show_shares(shares, patches)
        self._show_content()

    def show_none(self) -> None:
        """Parts were hidden: that tells nothing of units."""
        self.show_empty(
            "layers",
            self.tr("No units here"),
            self.tr(
                "What the units of the network add is known only where the likeness is the sum of "
                "its parts: by content, and by single layers."
            ),
        )
