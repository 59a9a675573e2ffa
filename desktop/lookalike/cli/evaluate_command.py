"""Measure retrieval on a tree whose sub-folder names are the classes, or on your own labels."""

import argparse
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from lookalike import paths
from lookalike.cli.console import (
    answer,
    open_library,
    printable,
    progress_on_stderr,
    say,
    settings_for,
)
from lookalike.library.evaluation.evaluating import TreeEvaluation, evaluate, evaluate_library
from lookalike.library.evaluation.evaluation import RECALL_LEVELS, Evaluation, Figure, PoorQuery
from lookalike.library.evaluation.photo_classes import label_classes
from lookalike.library.network_choice import choose_network, open_network
from lookalike.library.search.searching import METRICS, Metric
from lookalike.paths import absolute
from lookalike.progress import Progress
from lookalike.wording import counted

WORST_IN_JSON = 10
# The curve at 0, 0.1, …, 1, as it is usually printed.
_EVERY = 10


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(misused=parser.error)
    classes = parser.add_mutually_exclusive_group(required=True)
    classes.add_argument(
        "folder", nargs="?", type=Path, metavar="FOLDER", help="whose sub-folders are the classes"
    )
    classes.add_argument(
        "--labels", action="store_true",
        help="measure on the library instead: photos of the same label are right",
    )  # fmt: skip
    parser.add_argument(
        "--queries", type=Path, metavar="DIR",
        help="ask with the photos of this folder, whose sub-folders have the same names; without "
        "it with every photo of FOLDER for the others",
    )  # fmt: skip
    parser.add_argument(
        "--by", action="append", metavar="SPACE",
        help="what to compare: content, colour, shape, pixels or layer:NAME; may be given "
        "several times",
    )  # fmt: skip
    parser.add_argument(
        "--metric", action="append", choices=METRICS,
        help="how to compare (default: cosine); may be given several times",
    )  # fmt: skip
    parser.add_argument(
        "--worst", type=int, metavar="N", help="name the N photos that find the least"
    )
    parser.add_argument("--network", metavar="NAME", help="a network of `models`")
    parser.add_argument(
        "--exclude", action="append", default=[], metavar="GLOB", help="names to leave out"
    )


def run(asked: argparse.Namespace) -> None:
    with progress_on_stderr() as progress:
        found = _evaluate_labels(asked, progress) if asked.labels else _evaluate(asked, progress)
    lines = _lines(found.evaluations, asked.worst or 0, tell_metric=bool(asked.metric))
    if found.unreadable:
        lines.append(f"{counted(found.unreadable, 'file')} could not be read.")
        if asked.json:
            say(lines[-1])
    worst = WORST_IN_JSON if asked.worst is None else asked.worst
    answer(asked, {"spaces": _spaces(found.evaluations, worst)}, "\n".join(lines))


def _evaluate(asked: argparse.Namespace, progress: Progress) -> TreeEvaluation:
    settings = settings_for(asked)
    progress.step(0, None, "Loading the network")
    return evaluate(
        absolute(asked.folder),
        open_network(choose_network(settings, paths.shipped("models")), settings),
        settings,
        progress,
        by=_spaces_asked(asked),
        metrics=_metrics_asked(asked),
        exclude=asked.exclude,
        queries=absolute(asked.queries) if asked.queries else None,
    )


def _evaluate_labels(asked: argparse.Namespace, progress: Progress) -> TreeEvaluation:
    if asked.queries or asked.exclude:
        asked.misused("--queries and --exclude are for a FOLDER")
    with open_library(asked) as library:
        classes = label_classes(library)
        evaluations = evaluate_library(
            library, _spaces_asked(asked), _metrics_asked(asked), progress, classes=classes
        )
    return TreeEvaluation(evaluations, unreadable=0)


def _spaces_asked(asked: argparse.Namespace) -> list[str]:
    return list(dict.fromkeys(asked.by or ["content"]))


def _metrics_asked(asked: argparse.Namespace) -> list[Metric]:
    return list(dict.fromkeys(asked.metric or ["cosine"]))


def _spaces(evaluations: Sequence[Evaluation], worst: int) -> dict[str, Any]:
    """Each space by the first metric, and by each of them in detail."""
    spaces = {}
    for name, of_space in groupby(evaluations, lambda one: one.space):
        details = {one.metric: _figures(one) | _details(one, worst) for one in of_space}
        first = next(one for one in evaluations if one.space == name)
        spaces[name] = _figures(first) | {"metrics": details}
    return spaces


def _figures(one: Evaluation) -> dict[str, float]:
    return {
        "precision_at_1": one.precision_at_1.value,
        "precision_at_10": one.precision_at_10.value,
        "mean_average_precision": one.mean_average_precision.value,
        "queries": one.queries,
    }


def _details(one: Evaluation, worst: int) -> dict[str, Any]:
    recall = RECALL_LEVELS[::_EVERY].round(2).tolist()
    precision = one.precision_by_recall[::_EVERY].tolist()
    return {
        "intervals": {
            "precision_at_1": _interval(one.precision_at_1),
            "precision_at_10": _interval(one.precision_at_10),
            "mean_average_precision": _interval(one.mean_average_precision),
        },
        "precision_by_recall": [list(point) for point in zip(recall, precision, strict=True)],
        "classes": {
            each.name: {
                "precision_at_1": each.precision_at_1,
                "precision_at_10": each.precision_at_10,
                "mean_average_precision": each.mean_average_precision,
                "queries": each.queries,
            }
            for each in one.classes
        },
        "worst": [_poor(query) for query in one.worst[: max(0, worst)]],
    }


def _interval(figure: Figure) -> list[float]:
    return [figure.low, figure.high]


def _poor(query: PoorQuery) -> dict[str, Any]:
    return {
        "path": str(query.photo.path),
        "class": query.photo.class_name,
        "average_precision": query.average_precision,
        "found": [{"path": str(one.path), "class": one.class_name} for one in query.found],
    }


def _lines(evaluations: Sequence[Evaluation], worst: int, *, tell_metric: bool) -> list[str]:
    lines = []
    for one in evaluations:
        title = f"{one.space} ({one.metric})" if tell_metric else one.space
        lines.append(f"{title}: {_text(one)}")
        lines += [f"  {_poor_text(query)}" for query in one.worst[: max(0, worst)]]
    return lines


def _text(one: Evaluation) -> str:
    queries = "1 query" if one.queries == 1 else f"{one.queries:,} queries"
    return (
        f"P@1 {_told(one.precision_at_1)}, P@10 {_told(one.precision_at_10)}, "
        f"mAP {_told(one.mean_average_precision)} over {queries}"
    )


def _told(figure: Figure) -> str:
    return f"{figure.value:.3f} ({figure.low:.3f}-{figure.high:.3f})"


def _poor_text(query: PoorQuery) -> str:
    instead = ", ".join(dict.fromkeys(one.class_name for one in query.found)) or "nothing else"
    return printable(
        f"{query.photo.path} (average precision {query.average_precision:.3f}) found {instead}"
    )
