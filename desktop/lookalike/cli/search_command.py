"""Find the photos that look like a picture."""

import argparse
from pathlib import Path

from lookalike.cli.console import answer, open_library, printable, progress_on_stderr, say
from lookalike.library.library import Library
from lookalike.library.search.localising import search_by_parts
from lookalike.library.search.questions import Example, Question
from lookalike.library.search.searching import METRICS, Match, Results
from lookalike.library.search.shares import shares_of
from lookalike.paths import absolute
from lookalike.photos import Region
from lookalike.progress import Progress


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "images", nargs="+", type=Path, metavar="IMAGE",
        help="the pictures to search by; they need not be in the library",
    )  # fmt: skip
    parser.add_argument(
        "--not", dest="unwanted", action="append", default=[], type=Path, metavar="IMAGE",
        help="a picture that the answers should not look like; may be given several times",
    )  # fmt: skip
    parser.add_argument(
        "--region", type=_region, metavar="X,Y,W,H",
        help="only this part of the picture, in fractions of its width and height",
    )  # fmt: skip
    parser.add_argument("-k", type=_count, default=10, metavar="N", help="how many (10)")
    parser.add_argument(
        "--by", default="content", metavar="SPACE",
        help="what to compare, or several with their weights: content*0.7+colour*0.3",
    )  # fmt: skip
    parser.add_argument("--metric", choices=METRICS, default="cosine", help="how to compare")
    parser.add_argument("--exact", action="store_true", help="compare with every photo, one by one")
    parser.add_argument(
        "--min-similarity", type=_share, default=0.0, metavar="P",
        help="only photos at least this similar: 0 to 1, or 35%%",
    )  # fmt: skip
    parser.add_argument(
        "--max-similarity", type=_share, default=1.0, metavar="P",
        help="only photos at most this similar: like it, but not the same",
    )  # fmt: skip
    parser.add_argument(
        "--filter", dest="words", default="", metavar="WORDS",
        help="only photos that fit these words: names, folders, dates, what is on them",
    )  # fmt: skip
    parser.add_argument(
        "--in", dest="folder", type=_folder, metavar="FOLDER",
        help="only photos in this folder of the library",
    )  # fmt: skip


def run(asked: argparse.Namespace) -> None:
    with progress_on_stderr() as progress, open_library(asked) as library:
        results = _search(library, asked, progress)
    if results.note:
        say(results.note)
    answer(asked, _document(results), _text(results))


def _search(library: Library, asked: argparse.Namespace, progress: Progress) -> Results:
    if any(each.name == "content" for each in shares_of(asked.by)):
        progress.step(0, None, "Loading the network")
        library.embedder()
    progress.step(0, None, "Searching")
    results = search_by_parts(
        library,
        _question(asked),
        progress,
        count=asked.k,
        exact=asked.exact,
        folder=asked.folder,
    )
    progress.check()
    return results


def _question(asked: argparse.Namespace) -> Question:
    wanted = [Example(path, asked.region) for path in asked.images]
    unwanted = [Example(path, is_wanted=False) for path in asked.unwanted]
    return Question(
        (*wanted, *unwanted),
        by=asked.by,
        words=asked.words,
        at_least=asked.min_similarity,
        at_most=asked.max_similarity,
        metric=asked.metric,
    )


def _document(results: Results) -> dict[str, object]:
    return {
        "space": results.by,
        "metric": results.metric,
        "results": [
            {
                "rank": match.rank,
                "path": str(match.photo.path),
                "distance": round(match.distance, 6),
                "similarity": round(match.similarity, 4),
                "percentile": round(match.percentile, 4),
                **_parts(match),
            }
            for match in results.matches
        ],
        "knee": results.knee,
        "stacks": _stacked_ranks(results),
    }


def _parts(match: Match) -> dict[str, object]:
    """What a mix is explained by; nothing for a single space."""
    parts = {name: round(similarity, 4) for name, similarity in match.parts.items()}
    return {"parts": parts} if parts else {}


def _stacked_ranks(results: Results) -> list[list[int]]:
    """Near-duplicates of one shot, by their ranks."""
    ranks = {match.photo.id: match.rank for match in results.matches}
    return [[ranks[photo] for photo in (top, *rest)] for top, rest in results.stacks.items()]


def _text(results: Results) -> str:
    lines = [f"{match.similarity:6.1%}  {printable(match.photo.path)}" for match in results.matches]
    return "\n".join(lines) or "No photo is that similar."


def _folder(text: str) -> Path:
    return absolute(Path(text))  # as the library knows its folders


def _region(text: str) -> Region:
    try:
        x, y, width, height = (float(part) for part in text.split(","))
        return Region(x, y, width, height)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f'"{text}" is not X,Y,W,H in fractions from 0 to 1, such as 0.25,0.25,0.5,0.5'
        ) from None


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f'"{text}" is not a number of photos')
    return int(text)


def _share(text: str) -> float:
    try:
        share = float(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError(f'"{text}" is not between 0 and 1, or 0% and 100%')
    return share
