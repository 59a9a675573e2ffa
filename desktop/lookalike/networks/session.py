"""Runs an ONNX file: the only module that knows ONNX Runtime.

CUDA is used where it really runs and the CPU otherwise; which of them, and why, is a fact that a
person is told (`Provider`). Importing this module costs the runtime's 0.15 s: do it when a network
is needed.
"""

import io
import os
from collections.abc import Mapping, Sequence
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray
from onnxruntime.capi import onnxruntime_pybind11_state as _runtime

from lookalike.errors import NetworkUnusable
from lookalike.networks.provider import Provider, driver_obstacle

Numbers = NDArray[np.float32]
Shape = tuple[int | None, ...]

_DEVICES = {"CPU": "CPU", "CUDA": "CUDA device"}
_SILENT = 4  # the runtime's logger writes to stderr; below "fatal" it has nothing for a person
_CUDA_MEMORY_BYTES = 4 << 30
_CUDA_OPTIONS = {
    "cudnn_conv_algo_search": "HEURISTIC",
    "arena_extend_strategy": "kSameAsRequested",
    "gpu_mem_limit": str(_CUDA_MEMORY_BYTES),
    # Vectors of the CPU and of the GPU meet in one index, so both count with all 23 bits.
    "use_tf32": "0",
}
# The runtime's own errors have no base class but Exception.
_RUNTIME_ERRORS: tuple[type[Exception], ...] = (
    RuntimeError,
    ValueError,
    *(
        found
        for found in vars(_runtime).values()
        if isinstance(found, type) and issubclass(found, Exception)
    ),
)

_CUDA_FAULTS: tuple[type[Exception], ...] = (NetworkUnusable, *_RUNTIME_ERRORS)

# On Windows the environment variable set in lookalike/__init__.py has no effect; this has.
ort.disable_telemetry_events()
ort.set_default_logger_severity(_SILENT)


def open_session(
    network: Path | bytes, device: str = "auto", threads: int | None = None
) -> "Session":
    """Load a network.

    Args:
        network: an ONNX file, read by path so that the runtime refuses data outside its folder;
            or the bytes of one that is known to hold all its numbers itself.
        device: `auto` and `cuda` take CUDA where it runs and the CPU, with a reason, where it
            does not; `cpu` never looks for CUDA.
        threads: how many cores one `run` on the CPU uses, the calling thread included; None is
            one fewer than there are, so that a desktop stays usable. With 1, callers that want
            more cores call `run` from threads of their own.

    Raises:
        NetworkUnusable: the file is not a network that the runtime can run.
    """
    options = _options(threads or max(1, (os.cpu_count() or 2) - 1))
    reason = "" if device == "cpu" else cuda_obstacle()
    if device != "cpu" and not reason:
        session, reason = _load_on_cuda(network, options)
        if session is not None:
            return Session(session, Provider("CUDA"))
    return Session(_load(network, options, cuda=False), Provider("CPU", reason))


class Session:
    """A loaded network. `run` may be called from several threads at once."""

    def __init__(self, session: ort.InferenceSession, provider: Provider) -> None:
        self._session = session
        self.provider = provider
        self.inputs: Mapping[str, Shape] = _shapes(session.get_inputs())
        self.outputs: Mapping[str, Shape] = _shapes(session.get_outputs())

    def run(self, batch: Numbers, outputs: Sequence[str]) -> list[Numbers]:
        """The named outputs for a batch, given to the network's first input.

        Raises:
            NetworkUnusable: the network cannot take this batch, or the device gave up.
        """
        return self.run_fed({next(iter(self.inputs)): batch}, outputs)

    def run_fed(self, fed: Mapping[str, Numbers], outputs: Sequence[str]) -> list[Numbers]:
        """The named outputs for what each input is given.

        Raises:
            NetworkUnusable: as `run`.
        """
        try:
            answers = self._session.run(list(outputs), dict(fed))
        except _RUNTIME_ERRORS as error:
            raise NetworkUnusable(
                f"The network failed on the {_DEVICES[self.provider.name]}: {_first_line(error)}.",
                "Choose the CPU as the device." if self.provider.name == "CUDA" else "",
            ) from error
        return [np.asarray(answer) for answer in answers]


def cuda_obstacle() -> str:
    """Why CUDA cannot be used here, as a short phrase; empty where nothing speaks against it."""
    # The runtime lists CUDA on any machine and complains on stderr later, so the driver is asked
    # first.
    obstacle = driver_obstacle()
    if obstacle:
        return obstacle
    if "CUDAExecutionProvider" not in ort.get_available_providers():
        return "this ONNX Runtime has no CUDA"
    return ""


def _load_on_cuda(
    network: Path | bytes, options: ort.SessionOptions
) -> tuple[ort.InferenceSession | None, str]:
    """A session that really runs on CUDA; else None and why not."""
    # What is missing is told on stdout, which belongs to the command line's answers.
    with redirect_stdout(io.StringIO()):
        ort.preload_dlls()
    try:
        session = _load(network, options, cuda=True)
        if session.get_providers()[0] != "CUDAExecutionProvider":
            return None, "the CUDA libraries do not load"
        _try_out(session)
    except _CUDA_FAULTS:
        return None, "CUDA does not start"
    return session, ""


def _try_out(session: ort.InferenceSession) -> None:
    """Run once on zeros: a missing cuDNN shows only then."""
    shapes = _shapes(session.get_inputs())
    session.run(
        None,
        {
            name: np.zeros([size or 1 for size in shape], np.float32)
            for name, shape in shapes.items()
        },
    )


def _load(
    network: Path | bytes, options: ort.SessionOptions, *, cuda: bool
) -> ort.InferenceSession:
    # Never TensorRT: asking for it prints to stdout.
    wanted: list[Any] = [("CUDAExecutionProvider", _CUDA_OPTIONS)] if cuda else []
    try:
        return ort.InferenceSession(
            network,
            options,
            providers=[*wanted, "CPUExecutionProvider"],
            # The runtime's own fallback prints to stdout.
            enable_fallback=False,
        )
    except _RUNTIME_ERRORS as error:
        where = f" in {network}" if isinstance(network, Path) else ""
        raise NetworkUnusable(
            f"The network{where} cannot be used: {_first_line(error)}.",
            "Install Lookalike again, or choose another network.",
        ) from error


def _options(threads: int) -> ort.SessionOptions:
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = _SILENT
    # Idle workers would otherwise keep a core busy while they wait.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return options


def _shapes(declared: Sequence[Any]) -> dict[str, Shape]:
    """Sizes by name; None stands for a size that is free, such as the batch."""
    return {
        node.name: tuple(size if isinstance(size, int) else None for size in node.shape)
        for node in declared
    }


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0].rstrip(".")
