"""Explain why two pictures match."""

import argparse
from pathlib import Path

from lookalike.cli.console import answer, open_library, printable, progress_on_stderr, say
from lookalike.library.drawing.explained_pair import write_explanation
from lookalike.library.library import Library
from lookalike.library.search.questions import Example
from lookalike.library.why.explaining import Explanation, explain
from lookalike.paths import absolute
from lookalike.photos import PhotoState

_DIGITS = 9  # so many that rounded cells still sum to the cosine


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", type=Path, metavar="QUERY", help="the picture searched by")
    parser.add_argument(
        "match", type=Path, metavar="MATCH", help="the picture found, or any other to compare with"
    )
    parser.add_argument("--by", default="content", metavar="SPACE", help="what to compare")
    parser.add_argument(
        "-o", dest="file", type=Path, metavar="FILE.png",
        help="draw both pictures there, with what each part adds and lines between what matches",
    )  # fmt: skip


def run(asked: argparse.Namespace) -> None:
    with progress_on_stderr() as progress, open_library(asked) as library:
        if asked.by == "content":
            progress.step(0, None, "Loading the network")
            library.embedder()
        match = _match(library, asked.match)
        explanation = explain(library, Example(asked.query), match, asked.by, progress)
        if asked.file:
            write_explanation(explanation, asked.file)
    for picture in (explanation.query, explanation.match):
        if picture.note:
            say(printable(f"{picture.name}: {picture.note}"))
    answer(asked, _document(explanation), _text(explanation))


def _match(library: Library, file: Path) -> Example:
    """As a search compares it: a photo of the library is known by its vector there."""
    photo = library.catalog.photo_at(absolute(file))
    is_known = photo is not None and photo.state is PhotoState.READY
    return Example(photo.id if photo and is_known else file)


def _document(explanation: Explanation) -> dict[str, object]:
    return {
        "space": explanation.space,
        "similarity": round(explanation.similarity, 4),
        "cosine": round(explanation.cosine, _DIGITS),
        "method": explanation.method,
        "cells": {
            "query": explanation.query.cells.round(_DIGITS).tolist(),
            "match": explanation.match.cells.round(_DIGITS).tolist(),
        },
        "units": [
            {"layer": each.layer, "unit": each.unit, "share": round(each.share, _DIGITS)}
            for each in explanation.units
        ],
    }


def _text(explanation: Explanation) -> str:
    lines = [
        f"Similarity {explanation.similarity:.1%}, cosine {explanation.cosine:.4f}.",
        explanation.sentence,
    ]
    lines += [
        f"{each.share:8.4f}  {printable(each.layer)} unit {each.unit}" for each in explanation.units
    ]
    return "\n".join(lines)
