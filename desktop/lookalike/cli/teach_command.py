"""Compare ways to tell your labels, and choose one that suggests them."""

import argparse
from pathlib import Path
from typing import Any

from lookalike.cli.console import answer, open_library, printable, progress_on_stderr
from lookalike.library.labels.label_tree import LabelTree
from lookalike.library.labels.labelling import label_tree
from lookalike.library.teaching.label_trial import try_on_tree
from lookalike.library.teaching.taught import LabelScore, Teaching, TreeTrial
from lookalike.library.teaching.teaching import teach
from lookalike.paths import absolute
from lookalike.wording import counted


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(stopped="Stopped. What was chosen before is kept.")
    parser.add_argument(
        "--by", default="content", metavar="SPACE",
        help="what to learn from: content, colour, shape, pixels or layer:NAME",
    )  # fmt: skip
    parser.add_argument(
        "--test", type=Path, metavar="DIR",
        help="try what was chosen on the photos of this folder, whose sub-folders are named like "
        "labels; those that were learned from are left out",
    )  # fmt: skip


def run(asked: argparse.Namespace) -> None:
    with progress_on_stderr() as progress, open_library(asked) as library:
        teaching = teach(library, progress, by=asked.by)
        trial = try_on_tree(library, absolute(asked.test), progress) if asked.test else None
        tree = label_tree(library)
    document, lines = _document(tree, teaching, trial), _lines(tree, teaching, trial)
    answer(asked, document, "\n".join(lines))


def _document(tree: LabelTree, teaching: Teaching, trial: TreeTrial | None) -> dict[str, Any]:
    """With a trial its figures come first, and those of the held-out examples beside them."""
    held_out = _figures(tree, teaching)
    judged = _figures(tree, trial) if trial else held_out
    document = {
        "method": teaching.method.name,
        "setting": teaching.method.setting,
        "space": teaching.space,
        **judged,
        "sentence": teaching.sentence,
        "methods": [
            {
                "name": each.name,
                "setting": each.setting,
                "accuracy": each.accuracy,
                "error": each.error,
                "chosen": each.is_chosen,
            }
            for each in teaching.methods
        ],
        "examples": teaching.examples,
        "others": teaching.others,
        "left_out": [tree.path(label.id) for label in teaching.left_out],
        "calibration_error": teaching.reliability.error,
        "notes": [note.sentence for note in teaching.notes],
    }
    if trial:
        document["held_out"] = held_out
        document["test"] = {
            "photos": trial.photos,
            "doubtful": trial.doubtful,
            "known": trial.known,
            "unreadable": trial.unreadable,
            "unknown": list(trial.unknown),
        }
    return document


def _figures(tree: LabelTree, found: Teaching | TreeTrial) -> dict[str, Any]:
    return {
        "accuracy": found.accuracy,
        "error": found.error,
        "per_class": {
            tree.path(each.label.id): {
                "precision": each.precision,
                "recall": each.recall,
                "examples": each.examples,
            }
            for each in found.per_label
        },
    }


def _lines(tree: LabelTree, teaching: Teaching, trial: TreeTrial | None) -> list[str]:
    lines = [teaching.sentence, *(note.sentence for note in teaching.notes), ""]
    for each in teaching.methods:
        setting = f" ({each.setting})" if each.setting else ""
        chosen = "  <- chosen" if each.is_chosen else ""
        lines.append(f"{_share(each.accuracy, each.error):>13}  {each.name}{setting}{chosen}")
    lines += ["", *_table(tree, (trial or teaching).per_label)]
    if teaching.left_out:
        names = ", ".join(tree.path(label.id) for label in teaching.left_out)
        lines += ["", f"Too few examples: {names}."]
    if trial:
        lines += ["", *_trial_lines(trial)]
    return [printable(line) for line in lines]


def _share(value: float, error: float) -> str:
    return f"{100 * value:.1f} % ± {100 * error:.1f}"


def _table(tree: LabelTree, scores: tuple[LabelScore, ...]) -> list[str]:
    """Those that are told worst come first."""
    lines = ["precision  recall  examples  label"]
    for each in sorted(scores, key=lambda score: score.recall):
        path = tree.path(each.label.id)
        lines.append(f"{each.precision:9.2f}  {each.recall:6.2f}  {each.examples:8,}  {path}")
    return lines


def _trial_lines(trial: TreeTrial) -> list[str]:
    lines = [
        f"On the folder that was not learned from: right in {_share(trial.accuracy, trial.error)} "
        f"of {counted(trial.photos, 'photo')}, of which {trial.doubtful:,} would rather be taken "
        "for none of the labels."
    ]
    if trial.known:
        lines.append(f"{counted(trial.known, 'photo')} left out, as they were learned from.")
    if trial.unreadable:
        lines.append(f"{counted(trial.unreadable, 'file')} could not be read.")
    if trial.unknown:
        lines.append(f"Sub-folders that no label is named like: {', '.join(trial.unknown)}.")
    return lines
