"""Measure retrieval on a tree whose sub-folder names are the classes."""

import argparse
from pathlib import Path

from lookalike import paths
from lookalike.cli.console import answer, progress_on_stderr, say, settings_for
from lookalike.errors import NothingToSearch
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
    parser.add_argument("--by", action="append", metavar="SPACE", help="what to compare")
    parser.add_argument("--metric", choices=METRICS, default="cosine", help="how to compare")
    parser.add_argument("--network", metavar="NAME", help="a network of `models`")
    parser.add_argument(
        "--exclude", action="append", default=[], metavar="GLOB", help="names to leave out"
    )


def run(asked: argparse.Namespace) -> None:
    with progress_on_stderr() as progress:
        name, quality = _evaluate(asked, progress)
    if asked.json and quality.unreadable:
        say(_unreadable(quality))
    answer(asked, {"spaces": {name: _figures(quality)}}, _text(name, quality))


def _evaluate(asked: argparse.Namespace, progress: Progress) -> tuple[str, Quality]:
    """The name of the space, and what it is worth."""
    settings = settings_for(asked)
    progress.step(0, None, "Loading the network")
    embedder = open_network(choose_network(settings, paths.shipped("models")), settings)
    name = embedder.space.name
    for space in set(asked.by or ()) - {name}:
        raise NothingToSearch(f'There is no space "{space}".', f'Choose "{name}".')
    quality = evaluate(
        absolute(asked.folder),
        embedder,
        settings,
        progress,
        metric=asked.metric,
        exclude=asked.exclude,
    )
    return name, quality


def _figures(quality: Quality) -> dict[str, float]:
    return {
        "precision_at_1": quality.precision_at_1,
        "precision_at_10": quality.precision_at_10,
        "mean_average_precision": quality.mean_average_precision,
        "queries": quality.queries,
    }


def _text(space: str, quality: Quality) -> str:
    queries = "1 query" if quality.queries == 1 else f"{quality.queries:,} queries"
    figures = (
        f"{space}: P@1 {quality.precision_at_1:.3f}, P@10 {quality.precision_at_10:.3f}, "
        f"mAP {quality.mean_average_precision:.3f} over {queries}"
    )
    return f"{figures}\n{_unreadable(quality)}" if quality.unreadable else figures


def _unreadable(quality: Quality) -> str:
    return f"{counted(quality.unreadable, 'file')} could not be read."
