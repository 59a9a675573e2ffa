import os
import sys
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import onnxruntime
import pytest

from lookalike.errors import NetworkUnusable
from lookalike.networks import provider as provider_module
from lookalike.networks.provider import Provider
from lookalike.networks.session import open_session

NO_DEVICE = 100
LINUX_OR_WINDOWS = pytest.mark.skipif(sys.platform == "darwin", reason="CUDA is not for macOS")


class Driver:
    """Stands for libcuda: how it starts, and how many devices it finds."""

    def __init__(self, started: int = 0, devices: int = 1) -> None:
        self.cuInit = lambda _flags: started
        self.cuDeviceGetCount = self._count
        self._devices = devices

    def _count(self, count) -> int:
        count._obj.value = self._devices
        return 0


@pytest.fixture
def network(make_network):
    return make_network() / "network.onnx"


@pytest.fixture
def driver(monkeypatch):
    """Puts a driver, or none, in the place of this machine's."""
    return lambda found: monkeypatch.setattr(provider_module, "_cuda_driver", lambda: found)


@pytest.fixture
def sessions(monkeypatch):
    """Records how the runtime is asked for sessions."""
    asked = []
    real = onnxruntime.InferenceSession

    def open_and_note(file, options, **wanted):
        asked.append((options, wanted))
        return real(file, options, **wanted)

    monkeypatch.setattr(onnxruntime, "InferenceSession", open_and_note)
    return asked


def batch(count: int, value: float = 1.0) -> np.ndarray:
    return np.full((count, 3, 8, 8), value, np.float32)


def test_a_batch_of_any_size_is_answered_by_name(network):
    session = open_session(network, "cpu")
    assert session.inputs == {"pixels": (None, 3, 8, 8)}
    assert session.outputs == {"embedding": (None, 3), "logits": (None, 2)}
    logits, embedding = session.run(batch(2), ["logits", "embedding"])
    np.testing.assert_allclose(embedding, np.ones((2, 3)))
    np.testing.assert_allclose(logits, [[-3, 3], [-3, 3]])


def test_the_cpu_that_was_asked_for_needs_no_reason(network, monkeypatch):
    monkeypatch.setattr(provider_module, "_cuda_driver", lambda: pytest.fail("looked for CUDA"))
    assert open_session(network, "cpu").provider == Provider("CPU")


@pytest.mark.parametrize("device", ["auto", "cuda"])
@pytest.mark.parametrize(
    ("found", "reason"),
    [
        (None, "no CUDA driver"),
        (Driver(started=NO_DEVICE), "no CUDA device"),
        (Driver(devices=0), "no CUDA device"),
    ],
)
def test_without_cuda_the_cpu_runs_and_the_reason_is_told(network, driver, device, found, reason):
    driver(found)
    assert open_session(network, device).provider == Provider("CPU", reason)


def test_a_runtime_without_cuda_is_told(network, driver, monkeypatch):
    driver(Driver())
    monkeypatch.setattr(onnxruntime, "get_available_providers", lambda: ["CPUExecutionProvider"])
    assert open_session(network).provider.reason == "this ONNX Runtime has no CUDA"


class PretendedCuda:
    """The runtime with a CUDA that is really the CPU, and the ways in which CUDA can fail."""

    def __init__(self, fault: str = "") -> None:
        self.asked = []
        self._fault = fault
        self._open = onnxruntime.InferenceSession

    def __call__(self, file, options, **wanted):
        self.asked.append(wanted)
        session = self._open(file, options, providers=["CPUExecutionProvider"])
        if len(wanted["providers"]) > 1:
            self._pretend(session)
        return session

    def _pretend(self, session) -> None:
        if self._fault == "opening":
            raise RuntimeError("CUDA failure 999")
        if self._fault == "running":
            session.run = self._fail
        if self._fault != "libraries":
            session.get_providers = lambda: ["CUDAExecutionProvider", "CPUExecutionProvider"]

    def _fail(self, *_):
        raise RuntimeError("cuDNN is missing")


@pytest.fixture
def cuda(driver, monkeypatch):
    """Installs a pretended CUDA with the given fault."""

    def install(fault: str = "") -> PretendedCuda:
        pretended = PretendedCuda(fault)
        driver(Driver())
        available = ["TensorrtExecutionProvider", "CUDAExecutionProvider", "CPUExecutionProvider"]
        monkeypatch.setattr(onnxruntime, "get_available_providers", lambda: available)
        monkeypatch.setattr(onnxruntime, "preload_dlls", lambda: print("a library is missing"))
        monkeypatch.setattr(onnxruntime, "InferenceSession", pretended)
        return pretended

    return install


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        ("opening", "CUDA does not start"),
        ("running", "CUDA does not start"),
        ("libraries", "the CUDA libraries do not load"),
    ],
)
def test_cuda_that_does_not_run_gives_way_to_the_cpu(network, cuda, fault, reason):
    cuda(fault)
    session = open_session(network)
    assert session.provider == Provider("CPU", reason)
    assert session.run(batch(1), ["embedding"])[0].shape == (1, 3)


def test_cuda_is_asked_for_first_and_tensorrt_never(network, cuda, capsys):
    pretended = cuda()
    assert open_session(network).provider == Provider("CUDA")
    (wanted,) = pretended.asked
    (first, options), second = wanted["providers"]
    assert (first, second) == ("CUDAExecutionProvider", "CPUExecutionProvider")
    assert options["use_tf32"] == "0"
    assert wanted["enable_fallback"] is False
    assert capsys.readouterr().out == ""


def test_a_fault_on_cuda_hints_at_the_cpu(network, cuda):
    cuda()
    with pytest.raises(NetworkUnusable, match="failed on the CUDA device") as told:
        open_session(network).run(batch(1)[:, :2], ["embedding"])
    assert "CPU" in told.value.hint


@LINUX_OR_WINDOWS
@pytest.mark.parametrize("device", ["auto", "cuda", "cpu"])
@pytest.mark.parametrize("found", [None, Driver()])
def test_nothing_is_printed(network, driver, capfd, device, found):
    driver(found)
    session = open_session(network, device)
    session.run(batch(1), ["embedding"])
    with pytest.raises(NetworkUnusable):
        session.run(batch(1)[:, :2], ["embedding"])
    assert capfd.readouterr() == ("", "")


def test_idle_workers_do_not_spin(network, sessions):
    open_session(network, "cpu", threads=3)
    ((options, _),) = sessions
    assert options.intra_op_num_threads == 3
    assert options.get_session_config_entry("session.intra_op.allow_spinning") == "0"


@pytest.mark.parametrize(("cores", "threads"), [(8, 7), (2, 1), (1, 1), (None, 1)])
def test_one_core_is_left_to_the_desktop(network, sessions, monkeypatch, cores, threads):
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    open_session(network, "cpu")
    assert sessions[0][0].intra_op_num_threads == threads


@pytest.mark.parametrize("content", [b"", b"not a network", b"\x08\x08" * 500, None])
def test_a_file_that_is_no_network_is_refused(tmp_path, content):
    file = tmp_path / "network.onnx"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(NetworkUnusable, match=r"network\.onnx cannot be used") as refused:
        open_session(file, "cpu")
    assert "\n" not in refused.value.title


def test_a_network_cut_short_is_refused(network):
    network.write_bytes(network.read_bytes()[:-40])
    with pytest.raises(NetworkUnusable):
        open_session(network, "cpu")


@pytest.mark.parametrize("wrong", [batch(1)[:, :2], batch(1).astype(np.float64), batch(1)[0]])
def test_a_batch_that_does_not_fit_is_told(network, wrong):
    with pytest.raises(NetworkUnusable, match="failed on the CPU"):
        open_session(network, "cpu").run(wrong, ["embedding"])


def test_several_threads_may_run_one_session(network):
    session = open_session(network, "cpu", threads=1)
    with ThreadPoolExecutor(4) as pool:
        answers = list(
            pool.map(lambda value: session.run(batch(1, value), ["embedding"])[0][0, 0], range(50))
        )
    assert answers == list(range(50))


def test_each_input_is_fed_by_name(draw_network):
    model = draw_network("sum = Add(pixels, other)", "sum", constants={"other": np.float32(0)})
    other = model.graph.input.add()
    other.CopyFrom(model.graph.input[0])
    other.name = "other"
    del model.graph.initializer[:]
    session = open_session(model.SerializeToString(), "cpu")
    ones = np.ones((1, 3, 32, 32), np.float32)
    [told] = session.run_fed({"other": 4 * ones, "pixels": ones}, ["sum"])
    np.testing.assert_array_equal(told, 5 * ones)
    with pytest.raises(NetworkUnusable):
        session.run_fed({"pixels": ones}, ["sum"])
