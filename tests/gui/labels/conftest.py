"""Labels as the sidebar and the boxes get them, and a library whose photos can be labelled."""

from collections.abc import Callable
from pathlib import Path

import pytest

from lookalike.library.intake import import_engine
from lookalike.library.labels.labelling import LabelNode
from lookalike.library.library import Library
from lookalike.photos import Label, LabelId, PhotoId
from lookalike.progress import Progress

Node = Callable[..., LabelNode]


@pytest.fixture
def node() -> Node:
    """A label with its path, and what is inside of it."""

    def make(
        number: int, path: str, *children: LabelNode, photos: int = 0, **facts: object
    ) -> LabelNode:
        label = Label(LabelId(number), path.rpartition("/")[2], **facts)
        below = photos + sum(child.photos_below for child in children)
        return LabelNode(label, path, photos, below, children)

    return make


@pytest.fixture
def nodes(node: Node) -> list[LabelNode]:
    cats = node(3, "animals/cats", photos=2, parent=LabelId(2))
    return [
        node(2, "animals", cats, photos=1),
        node(1, "boots", photos=34, key=1, album=0.8),
        node(4, "R&D <b>", photos=0, key=2),
    ]


@pytest.fixture
def ids(library: Library, photos: Path) -> list[PhotoId]:
    """Eight photos of four colours, in the library."""
    import_engine.bring_in(library, [photos], Progress())
    return library.photo_ids()
