"""What is said about labels that are taken over, written out, kept and brought back."""

from lookalike.gui.dialogs.preview import PreviewText
from lookalike.gui.labels.label_words import Told
from lookalike.gui.library_words import said
from lookalike.gui.translations import Words, grouped
from lookalike.library.labels.keeping import ExportReport, RestoreReport
from lookalike.library.labels.label_sources import LabelPlan, LabelReport
from lookalike.library.labels.sidecar_work import SidecarReport
from lookalike.library.labels.sidecars import SidecarPlan, SidecarStanding


class TransferWords(Words):
    """What would happen, and what did."""

    def plan(self, plan: LabelPlan) -> PreviewText:
        """What taking labels over would do."""
        labels = self.tr("%Ln label(s)", "", len(plan.given))
        title = self.tr("%Ln photo(s) get {labels}", "", plan.photos).format(labels=labels)
        if not plan.given:
            title = self.tr("No photo gets a label that it does not have")
        return PreviewText(
            title,
            self.tr("Give %Ln Label(s)", "", len(plan.given)) if plan.given else self.tr("Give"),
            self._warnings(plan),
            self._notes(plan),
            can_go=bool(plan.given),
        )

    def _warnings(self, plan: LabelPlan) -> list[str]:
        lines = []
        if plan.unmatched:
            told = self.tr("%Ln without a photo in the library: {few}", "", plan.unmatched)
            few = ", ".join(plan.first_unmatched)
            lines.append(told.format(few=few) + (" …" if plan.unmatched > 5 else ""))
        if plan.unreadable:
            lines.append(self.tr("%Ln file(s) cannot be read now.", "", plan.unreadable))
        return lines

    def _notes(self, plan: LabelPlan) -> list[str]:
        lines = []
        if plan.new_labels:
            lines.append(self.tr("%Ln label(s) are new.", "", len(plan.new_labels)))
        if plan.already:
            lines.append(self.tr("%Ln time(s) a photo has its label already.", "", plan.already))
        if plan.without:
            lines.append(self.tr("%Ln photo(s) have nothing to make a label of.", "", plan.without))
        because = self.tr("“{name}”: {reason}")
        unusable = [because.format(name=path, reason=said(why)) for path, why in plan.unusable]
        return lines + unusable

    def given(self, report: LabelReport) -> Told:
        labels = self.tr("%Ln label(s)", "", report.labels)
        told = self.tr("%Ln photo(s) were given {labels}.", "", report.photos)
        return Told(told.format(labels=labels), self.tr("Giving {labels}").format(labels=labels))

    def sidecars(self, plan: SidecarPlan) -> PreviewText:
        """What writing sidecars would do."""
        closed = plan.count(SidecarStanding.CLOSED) + plan.count(SidecarStanding.UNREADABLE)
        same = plan.count(SidecarStanding.SAME)
        warnings = [self.tr("%Ln sidecar(s) cannot be written.", "", closed)] if closed else []
        notes = [self.tr("The photos themselves stay as they are.")]
        if same:
            notes.append(self.tr("%Ln sidecar(s) tell the labels already.", "", same))
        count = len(plan.to_do)
        return PreviewText(
            self.tr("Write labels to %Ln sidecar(s)", "", count),
            self.tr("Write %Ln Sidecar(s)", "", count),
            warnings,
            notes,
            can_go=count > 0,
        )

    def standing(self, standing: SidecarStanding) -> str:
        return {
            SidecarStanding.NEW: self.tr("New"),
            SidecarStanding.CHANGED: self.tr("Gets more"),
            SidecarStanding.SAME: self.tr("Tells them already"),
            SidecarStanding.CLOSED: self.tr("Cannot be written"),
            SidecarStanding.UNREADABLE: self.tr("Not understood"),
        }[standing]

    def written(self, report: SidecarReport) -> str:
        done = self.tr("%Ln sidecar(s) written.", "", len(report.written))
        if report.is_undo:
            done = self.tr("%Ln sidecar(s) are as they were.", "", len(report.written))
        told = [done]
        if report.left:
            left = self.tr("%Ln were left: {reason}", "", len(report.left))
            told.append(left.format(reason=said(report.left[0][1])))
        if report.is_stopped:
            told.append(self.tr("It was stopped before the end."))
        return " ".join(told)

    def sidecar_act(self, report: SidecarReport) -> str:
        return self.tr("Writing %Ln Sidecar(s)", "", len(report.written))

    def listed(self, photos: int, name: str) -> str:
        told = self.tr("The labels of %Ln photo(s) were written to {name}.", "", photos)
        return told.format(name=name)

    def kept(self, report: ExportReport) -> str:
        told = self.tr(
            "{name} holds %Ln label(s), {photos} labelled photos and {searches} saved searches.",
            "",
            report.labels,
        )
        return told.format(
            name=report.file.name,
            photos=grouped(report.photos),
            searches=grouped(report.searches),
        )

    def restored(self, report: RestoreReport) -> Told:
        parts = [
            self.tr("Brought in: %Ln label(s), given {count} times.", "", report.labels).format(
                count=grouped(report.given)
            )
        ]
        if report.searches:
            parts.append(self.tr("%Ln saved search(es).", "", report.searches))
        if report.unknown_photos:
            parts.append(
                self.tr(
                    "%Ln photo(s) are not in the library yet; their labels wait for them.",
                    "",
                    report.unknown_photos,
                )
            )
        told = " ".join([*parts, *self._not_restored(report)])
        return Told(told, self.tr("Restoring"))

    def _not_restored(self, report: RestoreReport) -> list[str]:
        taken = self.tr("“{name}” comes without the key {key}: it is taken.")
        lines = [taken.format(name=path, key=key) for path, key in report.keys_taken]
        if report.contradicted:
            times = self.tr(
                "A label was rejected here %Ln time(s) where the file gives it.",
                "",
                report.contradicted,
            )
            lines.append(times)
        gone = self.tr("The folder {folder} is not here.")
        return lines + [gone.format(folder=folder) for folder in report.folders_gone]
