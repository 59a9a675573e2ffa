"""Which layer to cut at, as a plot and in a sentence."""

from collections.abc import Sequence

from lookalike.gui.library_words import said
from lookalike.gui.teach.figure_view import FigureView, Mark, scale_around
from lookalike.gui.teach.teach_words import TeachWords
from lookalike.gui.translations import Words
from lookalike.library.teaching.taught import LayerAccuracy

_WIDE = 1.6  # steps between features made by hand, whose names are longer
_APART = 2.0  # steps between them and the layers


class LayerWords(Words):
    """Turns what `which_layer` found out into what is shown."""

    def figure(self, layers: Sequence[LayerAccuracy]) -> FigureView:
        """Hand-made features at the left, then the layers from the picture on."""
        by_hand = [layer for layer in layers if layer.depth is None]
        shown = [*by_hand, *_from_the_picture(layers)]
        marks = [
            self._mark(x, layer)
            for x, layer in zip(_places(shown, len(by_hand)), shown, strict=True)
        ]
        best = max(range(len(shown)), key=lambda at: _quality(shown[at]), default=None)
        return FigureView(
            tuple(marks),
            self.tr("Hand-made features, then layers from the picture on"),
            scale_around(marks),
            best,
            len(by_hand),
            told="" if best is None else marks[best].told,
        )

    def sentence(self, layers: Sequence[LayerAccuracy]) -> str:
        """Where to cut, and what the other choices would cost."""
        if not layers:
            return ""
        best = max(layers, key=_quality)
        end = [best, *_from_the_picture(layers)][-1]
        by_hand = [layer for layer in layers if layer.is_by_hand]
        told = [self._told(self.tr("Told best by {title}: {accuracy}."), best)]
        if end is not best:
            told.append(self._compared(best, end))
        if by_hand and not best.is_by_hand:
            words = self.tr("The best of the hand-made features, {title}, comes to {accuracy}.")
            told.append(self._told(words, max(by_hand, key=_quality)))
        return " ".join(told)

    def _compared(self, best: LayerAccuracy, end: LayerAccuracy) -> str:
        """Whether it matters that the end of the network is not the best place to cut."""
        is_close = best.accuracy - end.accuracy <= best.error
        words = self.tr(
            "Careful where you cut: the end of the network, {title}, comes to {accuracy}."
        )
        if is_close:
            words = self.tr(
                "The end of the network, {title}, is no worse within the error: {accuracy}."
            )
        return self._told(words, end)

    def _mark(self, x: float, layer: LayerAccuracy) -> Mark:
        told = self._told("{title}: {accuracy}", layer)
        # There is no room to say of each that it is a layer.
        name = _inner(layer) or said(layer.title)
        return Mark(x, name, layer.accuracy, layer.error, told=told)

    def _told(self, words: str, layer: LayerAccuracy) -> str:
        inner = self.tr("Layer {name}").format(name=_inner(layer))
        title = inner if _inner(layer) else said(layer.title)
        accuracy = TeachWords().spread(layer.accuracy, layer.error)
        return words.format(title=title, accuracy=accuracy)


def _places(layers: Sequence[LayerAccuracy], by_hand: int) -> list[float]:
    first = _WIDE * (by_hand - 1) + _APART if by_hand else 0.0
    apart = [_WIDE * at for at in range(by_hand)]
    return [*apart, *(first + at for at in range(len(layers) - by_hand))]


def _from_the_picture(layers: Sequence[LayerAccuracy]) -> list[LayerAccuracy]:
    return sorted((layer for layer in layers if layer.depth is not None), key=_depth)


def _depth(layer: LayerAccuracy) -> int:
    return layer.depth or 0


def _inner(layer: LayerAccuracy) -> str:
    """What the network calls it; empty for its end, and for features made by hand."""
    return layer.space.partition("layer:")[2]


def _quality(layer: LayerAccuracy) -> tuple[float, int]:
    """Of equals the last one: what is usually learned from."""
    return layer.accuracy, _depth(layer)
