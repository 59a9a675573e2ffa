"""The program's one entry: a verb goes to the command line, everything else opens the window."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from lookalike import paths
from lookalike.cli.main import VERBS, print_error, run_verb
from lookalike.errors import LookalikeError
from lookalike.native_noise import native_noise_hidden
from lookalike.settings import load_settings


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    with native_noise_hidden():
        if given and (given[0] in VERBS or given[0] in ("-h", "--help", "--version")):
            return run_verb(given)
        return _open_window(given)


def _open_window(given: Sequence[str]) -> int:
    parser = argparse.ArgumentParser("lookalike", description="Opens the window.")
    parser.add_argument("target", nargs="?", type=Path, help="a folder to import, or a picture")
    parser.add_argument("--library", type=Path, metavar="DIR", help="the library's folder")
    asked = parser.parse_args(given)
    if asked.target and not asked.target.exists():
        verbs = ", ".join(VERBS)
        parser.error(f'"{asked.target}" is no folder, no picture and no verb ({verbs})')
    try:
        if sys.platform == "win32":
            # ONNX Runtime finds its own libraries only if Qt has not loaded others of their names.
            import lookalike.networks.session  # noqa: F401
        # Qt is imported for the window alone: the verbs run where there is none.
        from lookalike.gui import app

        settings = load_settings(paths.settings_file())
        return app.run(asked.target, asked.library or paths.library_dir(), settings)
    except LookalikeError as error:
        print_error(error)
        return 1


if __name__ == "__main__":
    sys.exit(main())
