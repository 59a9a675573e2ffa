"""What is said of a layer: its kind, its shape, and how much of the picture its cells see."""

from typing import Protocol

from lookalike.gui.translations import Words, grouped
from lookalike.library.drawing.cell_axis import Field


class Layer(Protocol):
    """What `networks.network_map` tells of a layer; its words mean the same here."""

    @property
    def name(self) -> str: ...

    @property
    def kind(self) -> str: ...

    @property
    def channels(self) -> int: ...

    @property
    def height(self) -> int: ...

    @property
    def width(self) -> int: ...

    @property
    def is_main(self) -> bool: ...

    @property
    def field(self) -> Field | None: ...


class LayerWords(Words):
    """In the person's language."""

    def kind(self, layer: Layer) -> str:
        return {
            "pixels": self.tr("Pixels"),
            "convolution": self.tr("Convolution"),
            "depthwise": self.tr("Depthwise convolution"),
            "block": self.tr("Block"),
            "pooling": self.tr("Pooling"),
            "concatenation": self.tr("Concatenation"),
            "dense": self.tr("Dense layer"),
            "classes": self.tr("Classes"),
        }.get(layer.kind, self.tr("Layer"))

    def shape(self, layer: Layer) -> str:
        """`40 × 28 × 28`; only how many units there are where there are no places."""
        if layer.height * layer.width == 1:
            return grouped(layer.channels)
        return f"{grouped(layer.channels)} × {layer.height} × {layer.width}"

    def sees(self, layer: Layer, picture: tuple[int, int]) -> str:
        """`sees 63 px`, of a picture so high and wide."""
        if layer.field is None or sees_all(layer.field, picture):
            return self.tr("sees all")
        height, width = layer.field.size
        told = str(height) if height == width else f"{height} × {width}"
        return self.tr("sees {size} px").format(size=told)

    def in_full(self, layer: Layer, picture: tuple[int, int]) -> str:
        """In lines, the name first."""
        is_plain = layer.height * layer.width == 1
        told = self.tr("Units: {shape}") if is_plain else self.tr("Units × rows × columns: {shape}")
        lines = [layer.name, self.kind(layer), told.format(shape=self.shape(layer))]
        lines.append(self._seen(layer, picture))
        return "\n".join(lines)

    def _seen(self, layer: Layer, picture: tuple[int, int]) -> str:
        if layer.field is None or layer.height * layer.width == 1:
            return self.tr("Each unit sees the whole picture")
        height, width = layer.field.size
        told = self.tr("Each cell sees {height} × {width} pixels")
        if sees_all(layer.field, picture):
            told = self.tr("Each cell sees {height} × {width} pixels: more than the picture has")
        return told.format(height=grouped(height), width=grouped(width))


def sees_all(field: Field, picture: tuple[int, int]) -> bool:
    """Whether a cell in the middle sees the whole picture."""
    return field.size[0] >= picture[0] and field.size[1] >= picture[1]
