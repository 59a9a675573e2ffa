"""The last resort: faults nobody caught are logged, and told in a sentence instead of an abort."""

import logging
import os
import sys
import threading
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

logger = logging.getLogger(__name__)
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
}


def report_faults(report: Callable[[Exception], object]) -> None:
    """From now on log and `report` what nobody caught; Qt sends the exceptions of slots here."""

    def on_fault(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        logger.error("Nobody caught this", exc_info=(kind, error, trace))
        if isinstance(error, Exception):
            report(error)

    sys.excepthook = on_fault
    threading.excepthook = _log_thread_fault


def explain_missing_display() -> None:
    """From now on Qt's messages are log lines, and its abort at the start is a sentence."""
    qInstallMessageHandler(_on_qt_message)


def _log_thread_fault(told: threading.ExceptHookArgs) -> None:
    if told.exc_value is not None:
        logger.error("A thread ended", exc_info=told.exc_value)


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    if kind != QtMsgType.QtFatalMsg:
        logging.getLogger("qt").log(_LEVELS.get(kind, logging.WARNING), text)
        return
    # Qt aborts when this returns, with a core dump instead of an exit code.
    sys.stderr.write(f"{_why_no_window(text)}\n")
    sys.stderr.flush()
    os._exit(1)


def _why_no_window(text: str) -> str:
    if "platform plugin" not in text:
        return f"The window had to close: {text.strip()}"
    return (
        "Lookalike cannot open a window: there is no display, or a system package that Qt needs "
        'is missing (README, "Install").\n'
        "Start it from a desktop session, or use the verbs that need no display: lookalike --help."
    )
