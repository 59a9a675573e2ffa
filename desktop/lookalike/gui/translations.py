"""The language of the window: its own words and Qt's, and how numbers are written.

Texts stand in plain English where they are used, inside `self.tr("…")` or `translate("…", "…")`;
`packaging/translations/build.py` collects them, and makes what is loaded here.
"""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from lookalike import paths
from lookalike.settings import LANGUAGES

_OF_QT = QLibraryInfo.LibraryPath.TranslationsPath


class Words:
    """For texts of what is no QObject; lupdate finds plurals only in `self.tr("…", "", count)`.

    Any thread may ask for them.
    """

    def tr(self, text: str, comment: str = "", count: int = -1) -> str:
        return QCoreApplication.translate(type(self).__name__, text, comment, count)


def install(app: QCoreApplication, language: str) -> None:
    """Speak `language`, one of `settings.LANGUAGES`, in every widget that is made from now on."""
    for translator in app.findChildren(QTranslator):
        app.removeTranslator(translator)
        translator.deleteLater()
    code = _of_the_system() if language == "auto" else language
    QLocale.setDefault(_locale(code))
    _load(app, f"qtbase_{code}", QLibraryInfo.path(_OF_QT))
    # English has a file too: without it "%n photo(s)" would be read as it is written.
    _load(app, f"lookalike_{code}", str(paths.shipped("resources") / "translations"))


def grouped(number: int) -> str:
    """`3,921`, or `3.921` in German."""
    return QLocale().toString(number)


def percent_text(share: float, decimals: int = 0) -> str:
    """`87%`, or `87 %` in German; with at most so many decimals."""
    number = QLocale().toString(round(share * 100, decimals), "g", 6)
    return QCoreApplication.translate("Numbers", "{number}%").format(number=number)


def _of_the_system() -> str:
    """The first of the person's languages that there is, or English."""
    wanted = (name.partition("-")[0] for name in QLocale.system().uiLanguages())
    return next((code for code in wanted if code in LANGUAGES), "en")


def _locale(code: str) -> QLocale:
    """As the system has it, where it speaks that language: it knows the country."""
    system = QLocale.system()
    return system if system.name().partition("_")[0] == code else QLocale(code)


def _load(app: QCoreApplication, name: str, folder: str) -> None:
    translator = QTranslator(app)
    if translator.load(name, folder):
        app.installTranslator(translator)
