"""What is said about an import that has ended."""

from collections.abc import Iterator

from lookalike.gui.translations import Words, grouped
from lookalike.library.intake.import_report import ImportReport

_MOST_NOTICES = 2


class ImportWords(Words):
    """Remembers nothing."""

    def in_a_line(self, report: ImportReport) -> str:
        """`1,579 photos added in 12 s. 3 could not be read.`, and what else has to be known."""
        told = [self._changes(report)] if report.found or not report.offline else []
        if report.failed:
            told.append(
                self.tr("{count} could not be read.").format(count=grouped(len(report.failed)))
            )
        if report.offline:
            names = ", ".join(folder.name or str(folder) for folder in report.offline)
            away = self.tr("Not reached: {names}. Nothing of that is forgotten.")
            told.append(away.format(names=names))
        if len(report.notices) <= _MOST_NOTICES:
            told += report.notices
        else:
            mended = self.tr("{count} interruptions on the way were mended.")
            told.append(mended.format(count=grouped(len(report.notices))))
        return " ".join(told)

    def _changes(self, report: ImportReport) -> str:
        changes = enumerate(self._what_changed(report))
        told = [first if at == 0 else further for at, (first, further) in changes]
        if told:
            sentence = self.tr("{changes} in {duration}.")
            return sentence.format(changes=", ".join(told), duration=self._duration(report.seconds))
        if n := report.unchanged:
            return self.tr("Nothing new: all %Ln photo(s) are known already.", "", n)
        return self.tr("There are no photos in that folder.")

    def _what_changed(self, report: ImportReport) -> Iterator[tuple[str, str]]:
        """Each as the first and as a further part of the line: only the first says "photos"."""
        if n := report.added:
            further = self.tr("{count} added").format(count=grouped(n))
            yield self.tr("%Ln photo(s) added", "", n), further
        if n := report.changed:
            further = self.tr("{count} updated").format(count=grouped(n))
            yield self.tr("%Ln photo(s) updated", "", n), further
        if n := report.moved:
            further = self.tr("{count} moved").format(count=grouped(n))
            yield self.tr("%Ln photo(s) moved", "", n), further
        if n := report.newly_missing:
            further = self.tr("{count} no longer there").format(count=grouped(n))
            yield self.tr("%Ln photo(s) no longer there", "", n), further

    def _duration(self, seconds: float) -> str:
        if seconds < 90:
            return self.tr("{seconds} s").format(seconds=max(1, round(seconds)))
        return self.tr("{minutes} min").format(minutes=round(seconds / 60))
