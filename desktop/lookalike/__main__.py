"""The program's one entry: most verbs go to the command line, all else opens the window."""

# Nothing heavy here: until `main` runs, Ctrl+C ends in a traceback.
import atexit
import contextlib
import signal
import sys
from collections.abc import Iterator, Sequence
from types import FrameType

INTERRUPTED = 130
WORKER_FLAG = "--import-worker"  # the import's own process; see `library.intake.supervising`


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given == [WORKER_FLAG]:
        from lookalike.library.intake.worker import main as work

        return work()
    try:
        with _interruption_waits():
            from lookalike.cli.main import VERBS, commands_for, run_verb
            from lookalike.closed_streams import closed_streams_replaced
            from lookalike.native_noise import native_noise_hidden

            is_verb = bool(given) and given[0] in (*VERBS, "-h", "--help", "--version")
            commands = commands_for(given) if is_verb else {}
        with closed_streams_replaced(), native_noise_hidden():
            if is_verb:
                return run_verb(given, commands)
            return _open_window(given)
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        # What is left then is Python's clean-up, and the exit code is decided.
        atexit.register(signal.signal, signal.SIGINT, signal.SIG_IGN)


def _open_window(given: Sequence[str]) -> int:
    from lookalike import paths
    from lookalike.cli.main import print_error
    from lookalike.cli.window_line import read_window_line
    from lookalike.errors import LookalikeError
    from lookalike.settings import load_settings

    try:
        asked = read_window_line(given)
        if asked is None:
            return 0
        with _interruption_waits():
            if sys.platform == "win32":
                # ONNX Runtime finds its own libraries only if Qt has not loaded others of their
                # names.
                import lookalike.networks.session  # noqa: F401
            # Qt is imported for the window alone: the verbs run where there is none.
            from lookalike.gui import app

        settings = load_settings(paths.settings_file())
        library = asked.library or paths.library_dir()
        return app.run(asked.target, library, settings, asked.tour)
    except LookalikeError as error:
        print_error(error)
        return 1


@contextlib.contextmanager
def _interruption_waits() -> Iterator[None]:
    """Ctrl+C counts when the imports inside are done, and a second one at once.

    A C library that is interrupted while it is imported makes an ImportError of it.
    """
    interrupted = False

    def note(_signal: int, _frame: FrameType | None) -> None:
        nonlocal interrupted
        interrupted = True
        signal.signal(signal.SIGINT, signal.default_int_handler)

    before = signal.signal(signal.SIGINT, note)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        if interrupted:
            raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
