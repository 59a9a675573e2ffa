"""What closing the window means while photos are coming in."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget

from lookalike.gui.import_run import ImportRun


class Leaving(QObject):
    """Asks once, without holding anything up; where nobody can answer, importing is stopped."""

    def __init__(self, run: ImportRun, window: QWidget) -> None:
        super().__init__(window)
        self._run = run
        self._window = window
        self._box: QMessageBox | None = None
        self._is_decided = False
        run.rested.connect(self._leave_if_waiting)

    def may_close(self) -> bool:
        """Whether the window may close now; if not, the person is being asked."""
        if not self._run.is_asked_for or self._is_decided or _is_session_ending():
            self._run.stop()
            return True
        self._ask()
        return False

    def leave_at_once(self) -> None:
        """Stop importing, keep what is done, and close without a question."""
        self._is_decided = True
        if self._box:
            self._box.close()
        self._window.close()
        QApplication.quit()

    def go_on_in_background(self) -> None:
        """Hide the window; the program ends when no import is left to be done."""
        QApplication.setQuitOnLastWindowClosed(False)
        self._is_decided = True
        self._run.pause(False)  # nobody could wake it up any more
        self._window.hide()

    @property
    def question(self) -> QMessageBox | None:
        """The dialog, while it is open."""
        return self._box

    def _ask(self) -> None:
        if self._box:
            self._box.activateWindow()
            return
        title = self.tr("Photos are still coming in.")
        box = QMessageBox(QMessageBox.Icon.NoIcon, "Lookalike", title, parent=self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setInformativeText(
            self.tr(
                "They can go on coming in while the window is closed; Lookalike quits when they "
                "are all there. Or stop now: what is done is kept, and the next import goes on "
                "from there."
            )
        )
        role = QMessageBox.ButtonRole
        go_on = box.addButton(self.tr("Go On in the Background"), role.AcceptRole)
        stop = box.addButton(self.tr("Stop Importing"), role.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(go_on)
        box.finished.connect(lambda _: self._take_answer(box, go_on, stop))
        self._box = box
        box.open()

    def _take_answer(self, box: QMessageBox, go_on: QPushButton, stop: QPushButton) -> None:
        self._box = None
        if box.clickedButton() is stop:
            self.leave_at_once()
        elif box.clickedButton() is go_on:
            self.go_on_in_background()

    def _leave_if_waiting(self) -> None:
        is_in_background = self._is_decided and self._window.isHidden()
        # With the import, the question is settled that the person was being asked.
        if is_in_background or self._box:
            self.leave_at_once()


def _is_session_ending() -> bool:
    app = QApplication.instance()
    return isinstance(app, QApplication) and app.isSavingSession()
