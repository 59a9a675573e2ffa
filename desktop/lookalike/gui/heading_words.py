"""Words what stands above a group of photos, in the language of the person."""

from PySide6.QtCore import QCoreApplication, QLocale

from lookalike.library.headings import Heading, InFolder, Month, SizeRange

translate = QCoreApplication.translate


def heading_text(heading: Heading | None) -> str:
    """`March 2021`, `/photos/Paris`, `1 MB to 3 MB`; empty where there is none."""
    match heading:
        case Month(year, month):
            name = QLocale().standaloneMonthName(month, QLocale.FormatType.LongFormat)
            return translate("headings", "{month} {year}").format(month=name, year=year)
        case InFolder(path):
            return str(path)
        case SizeRange():
            return _range_text(heading)
    return ""


def _range_text(sizes: SizeRange) -> str:
    if sizes.below is None:
        return translate("headings", "{size} and more").format(size=_size(sizes.at_least))
    if sizes.at_least == 0:
        return translate("headings", "Under {size}").format(size=_size(sizes.below))
    told = translate("headings", "{least} to {most}")
    return told.format(least=_size(sizes.at_least), most=_size(sizes.below))


def _size(size_bytes: int) -> str:
    return QLocale().formattedDataSize(size_bytes, 0, QLocale.DataSizeFormat.DataSizeSIFormat)
