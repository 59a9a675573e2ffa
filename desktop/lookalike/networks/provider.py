"""What runs a network, and what can be told of it before the runtime is loaded."""

import ctypes
import sys
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Provider:
    """What really runs the network.

    Args:
        name: `CPU` or `CUDA`.
        reason: why it is not CUDA, as a short phrase; empty where CUDA runs or was not wanted.
    """

    name: str
    reason: str = ""

    def __str__(self) -> str:
        return f"{self.name} ({self.reason})" if self.reason else self.name


def provider_without_loading(device: str) -> Provider | None:
    """The provider where nothing but the CPU can be, else None: only loading a network tells."""
    if device == "cpu":
        return Provider("CPU")
    obstacle = driver_obstacle()
    return Provider("CPU", obstacle) if obstacle else None


def driver_obstacle() -> str:
    """Why there can be no CUDA on this machine, as a short phrase; else empty."""
    driver = _cuda_driver()
    if driver is None:
        return "no CUDA driver"
    return "" if _has_cuda_device(driver) else "no CUDA device"


def _cuda_driver() -> ctypes.CDLL | None:
    if sys.platform == "darwin":
        return None
    try:
        return ctypes.CDLL("nvcuda.dll" if sys.platform == "win32" else "libcuda.so.1")
    except OSError:
        return None


def _has_cuda_device(driver: ctypes.CDLL) -> bool:
    count = ctypes.c_int(0)
    answered = driver.cuInit(0) == 0 and driver.cuDeviceGetCount(ctypes.byref(count)) == 0
    return answered and count.value > 0
