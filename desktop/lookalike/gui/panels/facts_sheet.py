"""A column of facts about one photo, all of which can be selected and copied."""

import html
from collections.abc import Iterator

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QTextOption
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QTextEdit, QVBoxLayout, QWidget

from lookalike.gui.panels.tool_button import tool_button
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.library.facts_sheet import Fact, FactName, FactsSheet

WIDTH_PX = 35 * GRID_PX
_NAMES_PX = 11 * GRID_PX


class FactsPanel(QWidget):
    """Shows a FactsSheet, or one line where there is none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("facts_sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH_PX)
        self._theme = theme
        self._sheet = FactsSheet()
        self._note = ""
        self._copy = tool_button(self.tr("Copy all of this as text"), self._copy_all)
        self._page = _Page()
        self._page.setAccessibleName(self.tr("About this photo"))
        self._lay_out()
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def text(self) -> str:
        """As it is copied."""
        return self._note or "\n".join(_lines(self._sheet)).strip()

    def show_sheet(self, sheet: FactsSheet) -> None:
        self._show(sheet, "")

    def show_note(self, note: str) -> None:
        """Why there are no facts, or not yet."""
        self._show(FactsSheet(), note)

    def _show(self, sheet: FactsSheet, note: str) -> None:
        self._sheet, self._note = sheet, note
        self._copy.setEnabled(bool(sheet.groups))
        self._draw()

    def _draw(self) -> None:
        secondary = self._theme.colours.secondary
        rows = "".join(_html_rows(self._sheet, secondary))
        note = f'<p style="color:{secondary}">{html.escape(self._note)}</p>' if self._note else ""
        self._page.setHtml(f'{note}<table cellspacing="0" width="100%">{rows}</table>')

    def _copy_all(self) -> None:
        QGuiApplication.clipboard().setText(self.text)

    def _dress(self) -> None:
        self._copy.setIcon(self._theme.icon("copy"))
        self._draw()

    def _lay_out(self) -> None:
        title = QLabel(self.tr("About this photo"))
        title.setProperty("rank", "name")
        head = QHBoxLayout()
        head.setContentsMargins(2 * GRID_PX, GRID_PX, GRID_PX, GRID_PX)
        head.addWidget(title, 1)
        head.addWidget(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._page, 1)


class _Page(QTextEdit):
    """Text to read and select; the keys that step from photo to photo go on to do so."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2 * GRID_PX)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)


def _html_rows(sheet: FactsSheet, secondary: str) -> Iterator[str]:
    for at, (group, facts) in enumerate(sheet.groups):
        above = 2 * GRID_PX if at else 0
        heading = html.escape(_translated(group))
        yield f'<tr><td colspan="2" style="padding:{above}px 0 4px 0"><b>{heading}</b></td></tr>'
        for fact in facts:
            name, value = (html.escape(part) for part in _told(fact))
            yield (
                f'<tr><td width="{_NAMES_PX}" style="color:{secondary};padding:2px 8px 2px 0">'
                f'{name}</td><td style="padding:2px 0">{value}</td></tr>'
            )


def _lines(sheet: FactsSheet) -> Iterator[str]:
    for group, facts in sheet.groups:
        yield f"\n{_translated(group)}"
        yield from (": ".join(_told(fact)) for fact in facts)


def _told(fact: Fact) -> tuple[str, str]:
    """Names and the library's own words are translated; what a file says never is."""
    name = _translated(fact.name) if isinstance(fact.name, FactName) else fact.name
    is_own_word = fact.name in (FactName.FLASH, FactName.RATING)
    return name, _translated(fact.value) if is_own_word else fact.value


def _translated(word: str) -> str:
    return QCoreApplication.translate("facts", word)


# For the translators, who would not find the words of the library.
_WORDS = (
    QT_TRANSLATE_NOOP("facts", "File"),
    QT_TRANSLATE_NOOP("facts", "Camera"),
    QT_TRANSLATE_NOOP("facts", "Exposure"),
    QT_TRANSLATE_NOOP("facts", "When"),
    QT_TRANSLATE_NOOP("facts", "Where"),
    QT_TRANSLATE_NOOP("facts", "Words"),
    QT_TRANSLATE_NOOP("facts", "What the network sees"),
    QT_TRANSLATE_NOOP("facts", "Name"),
    QT_TRANSLATE_NOOP("facts", "Folder"),
    QT_TRANSLATE_NOOP("facts", "Size"),
    QT_TRANSLATE_NOOP("facts", "Format"),
    QT_TRANSLATE_NOOP("facts", "Dimensions"),
    QT_TRANSLATE_NOOP("facts", "Changed"),
    QT_TRANSLATE_NOOP("facts", "Trouble"),
    QT_TRANSLATE_NOOP("facts", "Maker"),
    QT_TRANSLATE_NOOP("facts", "Model"),
    QT_TRANSLATE_NOOP("facts", "Lens"),
    QT_TRANSLATE_NOOP("facts", "Software"),
    QT_TRANSLATE_NOOP("facts", "Time"),
    QT_TRANSLATE_NOOP("facts", "Aperture"),
    QT_TRANSLATE_NOOP("facts", "ISO"),
    QT_TRANSLATE_NOOP("facts", "Focal length"),
    QT_TRANSLATE_NOOP("facts", "Correction"),
    QT_TRANSLATE_NOOP("facts", "Flash"),
    QT_TRANSLATE_NOOP("facts", "Taken"),
    QT_TRANSLATE_NOOP("facts", "Digitized"),
    QT_TRANSLATE_NOOP("facts", "Time zone"),
    QT_TRANSLATE_NOOP("facts", "Position"),
    QT_TRANSLATE_NOOP("facts", "Altitude"),
    QT_TRANSLATE_NOOP("facts", "Title"),
    QT_TRANSLATE_NOOP("facts", "Description"),
    QT_TRANSLATE_NOOP("facts", "Author"),
    QT_TRANSLATE_NOOP("facts", "Copyright"),
    QT_TRANSLATE_NOOP("facts", "Keywords"),
    QT_TRANSLATE_NOOP("facts", "Labels"),
    QT_TRANSLATE_NOOP("facts", "Rating"),
    QT_TRANSLATE_NOOP("facts", "Fired"),
    QT_TRANSLATE_NOOP("facts", "Did not fire"),
    QT_TRANSLATE_NOOP("facts", "Rejected"),
)
