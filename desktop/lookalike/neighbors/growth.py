"""From which size on an index is made in another way; numbers alone, known without NumPy."""

# Below this an exact search takes a few milliseconds, and a graph would only cost memory.
GRAPH_FROM = 50_000


def is_outgrown(fitted_on: int, count: int) -> bool:
    """Whether a fit to `fitted_on` vectors says too little about `count` of them."""
    return count >= max(1, 2 * fitted_on)
