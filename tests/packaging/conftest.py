"""The scripts of packaging/networks, which are no package, for the tests beside this file."""

from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parent.parent.parent / "packaging" / "networks"


@pytest.fixture(autouse=True)
def scripts(monkeypatch: pytest.MonkeyPatch) -> Path:
    """Lets `import torch_file` work as it does when a script there is run."""
    monkeypatch.syspath_prepend(SCRIPTS)
    return SCRIPTS
