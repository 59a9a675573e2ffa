"""How a probability is written: nothing that is not certain is told as if it were."""

from PySide6.QtCore import QCoreApplication

from lookalike.gui.translations import percent_text

_LEAST, _MOST = 0.005, 0.995


def probability_text(probability: float) -> str:
    """`92%`, or `under 1%`, `over 99%`."""
    translate = QCoreApplication.translate
    if probability < _LEAST:
        return translate("Probability", "under {percent}").format(percent=percent_text(0.01))
    if probability >= _MOST:
        return translate("Probability", "over {percent}").format(percent=percent_text(0.99))
    return percent_text(probability)
