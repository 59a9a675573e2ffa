"""Give photos labels of your own, take labels over from folders and files, or list them."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lookalike.cli.console import answer, open_library, printable, progress_on_stderr
from lookalike.library.labels.label_sources import (
    LabelPlan,
    perform,
    plan_from_csv,
    plan_from_folders,
    plan_from_keywords,
)
from lookalike.library.labels.labelling import (
    delete_label,
    every_label,
    give,
    label_at,
    make_labels,
    merge_label,
    rename_label,
    take,
)
from lookalike.library.labels.photo_finding import photos_at
from lookalike.library.library import Library
from lookalike.progress import Progress
from lookalike.wording import counted

# The folder of `--from-keywords` without one.
_ALL = Path()

Told = tuple[dict[str, Any], str]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(misused=parser.error)
    parser.add_argument("photos", nargs="*", type=Path, metavar="PHOTO", help="photos or folders")
    parser.add_argument(
        "--as", dest="names", action="append", default=[], metavar="NAME",
        help="the label, such as boots or animals/cats; may be given several times",
    )  # fmt: skip
    parser.add_argument("--remove", action="store_true", help="take the label from the photos")
    other = parser.add_mutually_exclusive_group()
    other.add_argument(
        "--from-folders", type=Path, metavar="DIR",
        help="give each photo in DIR the names of the folders that it lies in below DIR",
    )  # fmt: skip
    other.add_argument(
        "--from-keywords", nargs="?", type=Path, const=_ALL, metavar="DIR",
        help="give each photo (in DIR) the keywords that its file or its sidecar tells",
    )  # fmt: skip
    other.add_argument(
        "--from-csv", type=Path, metavar="FILE", help="a table with columns path and label"
    )
    other.add_argument("--rename", nargs=2, metavar=("OLD", "NEW"), help="call a label otherwise")
    other.add_argument("--merge", nargs=2, metavar=("NAME", "INTO"), help="make two labels one")
    other.add_argument("--delete", metavar="NAME", help="with all labels inside of it")
    parser.add_argument(
        "--dry-run", action="store_true", help="with --from-…: only tell what would happen"
    )


def run(asked: argparse.Namespace) -> None:
    _check(asked)
    with progress_on_stderr() as progress, open_library(asked) as library:
        document, text = _done(library, asked, progress)
    answer(asked, document, text)


def _check(asked: argparse.Namespace) -> None:
    if bool(asked.photos) != bool(asked.names):
        asked.misused("PHOTO and --as NAME go together")
    if asked.photos and _other(asked):
        asked.misused("photos are named, or one of --from-…, --rename, --merge and --delete")
    if asked.remove and not asked.photos:
        asked.misused("--remove needs photos, and the label that is taken from them")
    if asked.dry_run and not any((asked.from_folders, asked.from_keywords, asked.from_csv)):
        asked.misused("--dry-run goes with --from-folders, --from-keywords and --from-csv")


def _other(asked: argparse.Namespace) -> bool:
    names = ("from_folders", "from_keywords", "from_csv", "rename", "merge", "delete")
    return any(getattr(asked, name) is not None for name in names)


def _done(library: Library, asked: argparse.Namespace, progress: Progress) -> Told:
    if asked.photos:
        return _label_photos(library, asked)
    plan = _plan(library, asked, progress)
    if plan:
        return _take_over(library, plan, asked, progress)
    if asked.rename or asked.merge or asked.delete is not None:
        return _arrange(library, asked)
    return _list(library)


def _plan(library: Library, asked: argparse.Namespace, progress: Progress) -> LabelPlan | None:
    """What labels are taken over from, if from anything."""
    if asked.from_folders is not None:
        return plan_from_folders(library, asked.from_folders, progress)
    if asked.from_keywords is not None:
        folder = None if asked.from_keywords is _ALL else asked.from_keywords
        return plan_from_keywords(library, folder, progress)
    return plan_from_csv(library, asked.from_csv, progress) if asked.from_csv else None


def _label_photos(library: Library, asked: argparse.Namespace) -> Told:
    photos = photos_at(library, asked.photos)
    if asked.remove:
        wanted, act = [label_at(library, name) for name in asked.names], take
    else:
        wanted, act = make_labels(library, asked.names)[0], give
    changed = [act(library, photos, label.id).content_count for label in wanted]
    done = "lost" if asked.remove else "got"
    lines = [
        f"{counted(count, 'photo')} {done} the label {printable(name)}."
        for name, count in zip(asked.names, changed, strict=True)
    ]
    told = [{"label": n, "changed": c} for n, c in zip(asked.names, changed, strict=True)]
    return {"photos": len(photos), "labels": told}, "\n".join(lines)


def _take_over(
    library: Library, plan: LabelPlan, asked: argparse.Namespace, progress: Progress
) -> Told:
    report = None if asked.dry_run else perform(library, plan, progress)
    document = {
        "photos": report.photos if report else plan.photos,
        "labels": {path: len(photos) for path, photos in plan.given.items()},
        "new_labels": list(plan.new_labels),
        "looked_at": plan.looked_at,
        "already": plan.already,
        "unmatched": plan.unmatched,
        "first_unmatched": list(plan.first_unmatched),
        "unreadable": plan.unreadable,
        "notes": list(plan.notes),
        "dry_run": asked.dry_run,
    }
    sentence = report.sentence if report else plan.sentence
    return document, "\n".join([*_details(plan), sentence])


def _details(plan: LabelPlan) -> Iterator[str]:
    """What is odd, and what each label is given to; the sum of it all comes behind."""
    if plan.unmatched:
        yield f"Not in the library: {plan.unmatched:,}"
        yield from (f"  {printable(each)}" for each in plan.first_unmatched)
        if plan.unmatched > len(plan.first_unmatched):
            yield "  …"
    if plan.unreadable:
        yield f"{counted(plan.unreadable, 'photo')} could not be looked into."
    yield from map(printable, plan.notes)
    for path, photos in plan.given.items():
        yield f"  {printable(path)}: {counted(len(photos), 'photo')}"


def _arrange(library: Library, asked: argparse.Namespace) -> Told:
    if asked.rename:
        old, new = asked.rename
        rename_label(library, label_at(library, old).id, new)
        return {"renamed": [old, new]}, f"{printable(old)} is called {printable(new)} now."
    if asked.merge:
        one, into = asked.merge
        merge_label(library, label_at(library, one).id, label_at(library, into).id)
        return {"merged": [one, into]}, f"{printable(one)} is {printable(into)} now."
    change = delete_label(library, label_at(library, asked.delete).id)
    photos = change.content_count
    document = {"deleted": asked.delete, "photos": photos}
    return document, f"{printable(asked.delete)} is deleted; {counted(photos, 'photo')} had it."


def _list(library: Library) -> Told:
    nodes = list(every_label(library))
    told = [
        {
            "label": node.path,
            "photos": node.photos,
            "photos_below": node.photos_below,
            "key": node.label.key,
            "album": node.label.album,
        }
        for node in nodes
    ]
    lines = [f"{node.photos_below:>7,}  {printable(node.path)}" for node in nodes]
    return {"labels": told}, "\n".join(lines) or "There are no labels yet."
