"""Measure retrieval on a tree whose sub-folder names are the classes."""

import argparse
from pathlib import Path

from lookalike import paths
from lookalike.cli.console import answer, progress_on_stderr, say, settings_for
from lookalike.library.evaluating import Quality, evaluate
from lookalike.library.network_choice import choose_network, open_network
from lookalike.library.searching import METRICS
from lookalike.paths import absolute
from lookalike.progress import Progress
from lookalike.wording import counted


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "folder", type=Path, metavar="FOLDER", help="whose sub-folders are the classes"
    )
    parser.add_argument(
        "--by", action="append", metavar="SPACE",
        help="what to compare: content, colour, shape, pixels or layer:NAME; may be given "
        "several times",
    )  # fmt: skip
    parser.add_argument("--metric", choices=METRICS, default="cosine", help="how to compare")
    parser.add_argument("--network", metavar="NAME", help="a network of `models`")
    parser.add_argument(
        "--exclude", action="append", default=[], metavar="GLOB", help="names to leave out"
    )


def run(asked: argparse.Namespace) -> None:
    with progress_on_stderr() as progress:
        judged = _evaluate(asked, progress)
    lines = [_text(name, quality) for name, quality in judged.items()]
    if unreadable := next(iter(judged.values())).unreadable:
        lines.append(f"{counted(unreadable, 'file')} could not be read.")
        if asked.json:
            say(lines[-1])
    document = {"spaces": {name: _figures(quality) for name, quality in judged.items()}}
    answer(asked, document, "\n".join(lines))


def _evaluate(asked: argparse.Namespace, progress: Progress) -> dict[str, Quality]:
    """What each space is worth, by its name."""
    settings = settings_for(asked)
    progress.step(0, None, "Loading the network")
    return evaluate(
        absolute(asked.folder),
        open_network(choose_network(settings, paths.shipped("models")), settings),
        settings,
        progress,
        by=asked.by or ["content"],
        metric=asked.metric,
        exclude=asked.exclude,
    )


def _figures(quality: Quality) -> dict[str, float]:
    return {
        "precision_at_1": quality.precision_at_1,
        "precision_at_10": quality.precision_at_10,
        "mean_average_precision": quality.mean_average_precision,
        "queries": quality.queries,
    }


def _text(space: str, quality: Quality) -> str:
    queries = "1 query" if quality.queries == 1 else f"{quality.queries:,} queries"
    return (
        f"{space}: P@1 {quality.precision_at_1:.3f}, P@10 {quality.precision_at_10:.3f}, "
        f"mAP {quality.mean_average_precision:.3f} over {queries}"
    )
