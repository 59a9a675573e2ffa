"""Write all that you made as one file, or your labels for other programs."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lookalike.cli.console import answer, open_library, printable, progress_on_stderr
from lookalike.errors import LookalikeError
from lookalike.library.files.file_plan import FileKind, FilePlan, Obstacle, Standing
from lookalike.library.files.file_work import FileReport, perform
from lookalike.library.labels.keeping import export_work
from lookalike.library.labels.label_exports import plan_folders, write_labels
from lookalike.library.labels.labelling import label_at
from lookalike.library.labels.sidecar_work import SidecarReport, write_sidecars
from lookalike.library.labels.sidecars import SidecarPlan, SidecarStanding, plan_sidecars
from lookalike.library.library import Library
from lookalike.paths import absolute
from lookalike.photos import LabelId
from lookalike.progress import Progress
from lookalike.wording import counted

_LISTS = ("csv", "json")
_FOLDERS = {"links": FileKind.HARD_LINK, "copies": FileKind.COPY}
_OBSTACLES = {
    Obstacle.NO_FOLDER: ("There is no folder {}.", "Make it, or choose another one."),
    Obstacle.READ_ONLY: ("{} cannot be written.", "Choose another folder."),
    Obstacle.LIBRARY_FOLDER: ("{} belongs to the library.", "Choose another folder."),
    Obstacle.NO_SPACE: ("The disk of {} has no room for it.", "Choose another disk, or links."),
}

Told = tuple[dict[str, Any], str]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(misused=parser.error)
    parser.add_argument(
        "file", nargs="?", type=Path, metavar="FILE.json",
        help="all that you made: labels, what they were given and refused to, saved searches",
    )  # fmt: skip
    parser.add_argument(
        "--labels", choices=(*_LISTS, "xmp", *_FOLDERS),
        help="only labels: a table, a list, sidecars of XMP, or a folder for each label with hard "
        "links to its photos or copies of them",
    )  # fmt: skip
    parser.add_argument(
        "-o", "--output", type=Path, metavar="TARGET",
        help="the file or the folder; sidecars go beside the photos without it",
    )  # fmt: skip
    parser.add_argument(
        "--label", dest="names", action="append", default=[], metavar="NAME",
        help="only this label and those inside of it; may be given several times",
    )  # fmt: skip
    parser.add_argument(
        "--dry-run", action="store_true", help="only tell what would be written beside photos"
    )


def run(asked: argparse.Namespace) -> None:
    _check(asked)
    with progress_on_stderr() as progress, open_library(asked) as library:
        document, text = _done(library, asked, progress)
    answer(asked, document, text)


def _check(asked: argparse.Namespace) -> None:
    if (asked.file is None) == (asked.labels is None):
        asked.misused("name FILE.json for all that you made, or say --labels")
    if asked.file and (asked.output or asked.names or asked.dry_run):
        asked.misused("-o, --label and --dry-run go with --labels")
    if asked.labels and asked.labels != "xmp" and not asked.output:
        asked.misused(f"--labels {asked.labels} needs -o TARGET")
    if asked.dry_run and asked.labels in _LISTS:
        asked.misused("--dry-run goes with --labels xmp, links and copies")


def _done(library: Library, asked: argparse.Namespace, progress: Progress) -> Told:
    if asked.file:
        return _all(library, absolute(asked.file), progress)
    ids = [label_at(library, name).id for name in asked.names] or None
    if asked.labels == "xmp":
        return _sidecars(library, ids, asked, progress)
    target = absolute(asked.output)
    if asked.labels in _LISTS:
        return _list(library, ids, target, asked.labels, progress)
    return _folders(library, ids, target, asked, progress)


def _all(library: Library, file: Path, progress: Progress) -> Told:
    report = export_work(library, file, progress)
    document = {
        "file": str(file),
        "labels": report.labels,
        "photos": report.photos,
        "searches": report.searches,
        "folders": report.folders,
    }
    told = [
        counted(report.labels, "label"),
        f"what was said of {counted(report.photos, 'photo')}",
        counted(report.searches, "saved search", "saved searches"),
        counted(report.folders, "folder"),
    ]
    return document, f"Written to {printable(file)}: {', '.join(told)}."


def _list(
    library: Library,
    ids: Sequence[LabelId] | None,
    file: Path,
    kind: str,
    progress: Progress,
) -> Told:
    photos = write_labels(library, file, progress, ids, as_json=kind == "json")
    text = f"The labels of {counted(photos, 'photo')} are in {printable(file)}."
    return {"file": str(file), "photos": photos}, text


def _sidecars(
    library: Library,
    ids: Sequence[LabelId] | None,
    asked: argparse.Namespace,
    progress: Progress,
) -> Told:
    plan = plan_sidecars(library, ids, asked.output, progress)
    report = None if asked.dry_run else write_sidecars(library, plan, progress)
    failed = [(file.file, file.reason) for file in plan.files if file.reason]
    failed += report.left if report else ()
    document = {
        **{standing.value: plan.count(standing) for standing in SidecarStanding},
        "written": len(report.written) if report else 0,
        "failed": [{"path": str(path), "reason": reason} for path, reason in failed],
        "dry_run": asked.dry_run,
    }
    lines = [f"  {printable(path)}: {reason}" for path, reason in failed]
    return document, "\n".join([*lines, _sidecar_sentence(plan, report)])


def _sidecar_sentence(plan: SidecarPlan, report: SidecarReport | None) -> str:
    if report is None:
        return plan.sentence
    stopped = " It was stopped." if report.is_stopped else ""
    return f"{counted(len(report.written), 'sidecar')} written.{stopped}"


def _folders(
    library: Library,
    ids: Sequence[LabelId] | None,
    folder: Path,
    asked: argparse.Namespace,
    progress: Progress,
) -> Told:
    plan = plan_folders(library, _FOLDERS[asked.labels], ids, folder, progress)
    if plan.obstacle in _OBSTACLES:
        title, hint = _OBSTACLES[plan.obstacle]
        raise LookalikeError(title.format(folder), hint)
    report = None if asked.dry_run else perform(library, plan, progress)
    failed = [(file.source, file.standing.value) for file in plan.files if _is_odd(file.standing)]
    failed += [(each.source, each.reason) for each in report.not_done] if report else []
    document = {
        "planned": len(plan.to_do),
        "there_already": sum(f.standing is Standing.THERE_ALREADY for f in plan.files),
        "bytes": plan.bytes_to_write,
        "done": len(report.done) if report else 0,
        "failed": [{"path": str(path), "reason": reason} for path, reason in failed],
        "dry_run": asked.dry_run,
    }
    lines = [f"  {printable(path)}: {reason}" for path, reason in failed]
    return document, "\n".join([*lines, _folder_sentence(plan, report, asked.labels)])


def _is_odd(standing: Standing) -> bool:
    return standing not in (Standing.CLEAR, Standing.NAME_TAKEN, Standing.THERE_ALREADY)


def _folder_sentence(plan: FilePlan, report: FileReport | None, what: str) -> str:
    done = len(report.done) if report else len(plan.to_do)
    stopped = " It was stopped." if report and report.is_stopped else ""
    verb = "made" if report else "would be made"
    return f"{done:,} {what} {verb} in {printable(plan.destination)}.{stopped}"
