"""One thread for the linear algebra of small matrices."""

from contextlib import AbstractContextManager


def one_thread() -> AbstractContextManager[object]:
    """While this is entered, BLAS works on one core.

    The matrices of a hundred small fits are multiplied in microseconds; threads that are woken
    for each wait for each other, on a busy machine for many times as long.
    """
    from threadpoolctl import threadpool_limits

    limits: AbstractContextManager[object] = threadpool_limits(1)
    return limits
