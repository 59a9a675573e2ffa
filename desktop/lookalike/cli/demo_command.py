"""Show a tour of the network's layers over photos, in full screen."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from lookalike.library.layers.touring import pictures_to_show


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "folder", nargs="?", type=Path, metavar="FOLDER",
        help="whose pictures to show, which are left where they are; else the library's",
    )  # fmt: skip


def pictures_for(asked: argparse.Namespace) -> Sequence[Path]:
    """Those of the folder; none where the library's are meant.

    Raises:
        FolderUnusable: there is no such folder, or no picture in it.
    """
    return pictures_to_show(asked.folder) if asked.folder else ()
