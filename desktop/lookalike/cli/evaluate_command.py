"""Measure retrieval on a tree whose sub-folder names are the classes."""

import argparse
from dataclasses import asdict
from pathlib import Path

from lookalike.cli.console import answer, progress_on_stderr, settings_for
from lookalike.errors import NothingToSearch
from lookalike.library.evaluating import Quality, evaluate
from lookalike.library.library import open_network
from lookalike.library.searching import METRICS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--by", action="append", metavar="SPACE", help="what to compare")
    parser.add_argument("--metric", choices=METRICS, default="cosine")
    parser.add_argument("--network", metavar="NAME", help="a network of `models`")
    parser.add_argument(
        "--exclude", action="append", default=[], metavar="GLOB", help="names to leave out"
    )


def run(asked: argparse.Namespace) -> None:
    embedder = open_network(settings_for(asked))
    for space in set(asked.by or ()) - {embedder.space.name}:
        raise NothingToSearch(f'There is no space "{space}".', f'Choose "{embedder.space.name}".')
    with progress_on_stderr() as progress:
        quality = evaluate(
            asked.folder.absolute(), embedder, progress, metric=asked.metric, exclude=asked.exclude
        )
    name = embedder.space.name
    answer(asked, {"spaces": {name: asdict(quality)}}, _text(name, quality))


def _text(space: str, quality: Quality) -> str:
    return (
        f"{space}: P@1 {quality.precision_at_1:.3f}, P@10 {quality.precision_at_10:.3f}, "
        f"mAP {quality.mean_average_precision:.3f} over {quality.queries:,} queries"
    )
