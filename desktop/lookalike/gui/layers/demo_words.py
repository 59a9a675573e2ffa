"""What the tour of the layers says to an audience that has never heard of a network."""

from dataclasses import dataclass
from enum import StrEnum

from lookalike.gui.layers.layer_words import sees_all
from lookalike.gui.translations import Words, grouped, percent_text
from lookalike.library.layers.inspecting import MapLayer


class Topic(StrEnum):
    """What a stop of the tour teaches."""

    PIXELS = "pixels"
    UNITS = "units"
    SIGNS = "signs"
    FIELDS = "fields"
    SHRINKING = "shrinking"
    SUMS = "sums"
    WHOLE = "whole"
    LEARNT = "learnt"
    LAST = "last"
    BACK = "back"
    CLASSES = "classes"


@dataclass(frozen=True, slots=True)
class Stop:
    """One slide of each photo's tour.

    Args:
        layer: whose units are shown; of the classes, the one that their evidence lies in.
        first: the network's first layer, to compare with.
    """

    topic: Topic
    layer: MapLayer
    first: MapLayer


@dataclass(frozen=True, slots=True)
class Told:
    """What is true of a slide, before it is put into words.

    Args:
        side_px: of the network's input.
        unit: the one that is marked.
        tiles: how many units are shown.
        names: of classes, the likeliest first.
        is_exact: whether it is known what each unit, and each cell, adds to the likeliest class.
        is_embedding: whether photos are compared by the averages of the layer.
    """

    stop: Stop
    side_px: int
    unit: int = 0
    tiles: int = 0
    names: tuple[str, ...] = ()
    class_count: int = 0
    probability: float = 0.0
    is_exact: bool = False
    is_embedding: bool = False

    @property
    def topic(self) -> Topic:
        return self.stop.topic

    @property
    def layer(self) -> MapLayer:
        return self.stop.layer

    @property
    def first(self) -> MapLayer:
        return self.stop.first


class DemoWords(Words):
    """A headline and one to three sentences, all of them true of any network that is shown."""

    def headline(self, told: Told) -> str:
        match told.topic:
            case Topic.PIXELS:
                return self.tr("What the network gets: numbers")
            case Topic.UNITS:
                many = grouped(told.layer.channels)
                return self.tr("The first layer: {units} small detectors").format(units=many)
            case Topic.SIGNS if told.layer.is_signed:
                return self.tr("Orange says yes, blue-green says no")
            case Topic.SIGNS:
                return self.tr("The brighter, the stronger")
            case Topic.FIELDS:
                return self.tr("Deeper units see more")
            case Topic.SHRINKING if told.layer.channels > told.first.channels:
                return self.tr("Maps get smaller, units get more")
            case Topic.SHRINKING:
                return self.tr("Maps get smaller")
            case Topic.SUMS:
                return self.tr("Patterns made of patterns")
            case Topic.WHOLE:
                return self.tr("Now one cell can see everything")
            case Topic.LEARNT:
                return self.tr("Nobody told the units what to find")
            case Topic.LAST:
                return self.tr("The last layer: what, and only roughly where")
            case Topic.BACK:
                return self.tr("Back to the pixels")
            case Topic.CLASSES:
                share = percent_text(told.probability)
                return self.tr("Its best guess: {name}, {share}").format(
                    name=told.names[0], share=share
                )

    def sentences(self, told: Told) -> str:
        say = {
            Topic.PIXELS: self._pixels,
            Topic.UNITS: self._units,
            Topic.SIGNS: self._signs,
            Topic.FIELDS: self._fields,
            Topic.SHRINKING: self._shrinking,
            Topic.SUMS: self._sums,
            Topic.WHOLE: self._whole,
            Topic.LEARNT: self._learnt,
            Topic.LAST: self._last,
            Topic.BACK: self._back,
            Topic.CLASSES: self._classes,
        }
        return say[told.topic](told)

    def left(self, told: Told) -> str:
        """Beneath the photo."""
        match told.topic:
            case Topic.PIXELS:
                return self.tr("{side} × {side} pixels").format(side=told.side_px)
            case Topic.CLASSES if not told.is_exact:
                return ""
            case Topic.CLASSES:
                return self.tr("What speaks for {name}").format(name=told.names[0])
            case _:
                return self.tr("Unit {unit}, laid over the photo").format(unit=grouped(told.unit))

    def right(self, told: Told) -> str:
        """Beneath the units, or what is in their place."""
        match told.topic:
            case Topic.PIXELS:
                return self.tr("Red, green, blue")
            case Topic.BACK:
                return self.tr("The pixels that unit {unit} answers to").format(
                    unit=grouped(told.unit)
                )
            case Topic.CLASSES:
                return ""
            case _:
                return self._shown_units(told)

    def _shown_units(self, told: Told) -> str:
        units, cells = told.layer.channels, self._cells(told.layer)
        if told.tiles < units and told.is_exact:
            return self.tr("The {shown} of {units} units that count most, {cells} cells each")\
                .format(shown=told.tiles, units=grouped(units), cells=cells)  # fmt: skip
        if told.tiles < units:
            return self.tr("The {shown} of {units} units that stand out most, {cells} cells each")\
                .format(shown=told.tiles, units=grouped(units), cells=cells)  # fmt: skip
        return self.tr("All {units} units, {cells} cells each").format(units=units, cells=cells)

    def _pixels(self, told: Told) -> str:
        return self.tr(
            "How much red, green and blue each pixel has: {count} numbers. Nobody tells the "
            "network what a thing is, or where one begins."
        ).format(count=grouped(3 * told.side_px**2))

    def _units(self, told: Told) -> str:
        """A detector of `field` pixels, where it is one."""
        if told.layer.field is None or sees_all(told.layer.field, (told.side_px, told.side_px)):
            return self.tr(
                "A unit is a detector for one pattern. Its map shows where in the picture it "
                "finds that pattern, and how strongly."
            )
        height, width = told.layer.field.size
        return self.tr(
            "A unit is a detector for one pattern: an edge, a colour. It looks at {width} × "
            "{height} pixels at a time, all over the picture. Its map shows where it finds it."
        ).format(width=width, height=height)

    def _signs(self, told: Told) -> str:
        if told.layer.is_signed:
            return self.tr(
                "A unit can say more than where its pattern is. Orange: above zero, it is there. "
                "Blue-green: below zero, rather the opposite. Black: zero."
            )
        return self.tr(
            "No value here is below zero: black is zero, white the most. Most networks cut off "
            "what is below, by a step called ReLU: a unit that finds nothing says nothing."
        )

    def _fields(self, told: Told) -> str:
        height, width = told.layer.field.size if told.layer.field else (0, 0)
        return self.tr(
            "One cell of these maps sees {width} × {height} pixels, its receptive field: the "
            "white frame. It looks at cells of the layer before, and these at the layer before "
            "that."
        ).format(width=width, height=height)

    def _shrinking(self, told: Told) -> str:
        facts = {"before": self._cells(told.first), "now": self._cells(told.layer)}
        if told.layer.channels <= told.first.channels:
            return self.tr(
                "The first layer's maps have {before} cells, these have {now}. What is where in "
                "detail gets lost, and that is wanted: a cat is a cat wherever it sits."
            ).format(**facts)
        facts |= {"few": grouped(told.first.channels), "many": grouped(told.layer.channels)}
        return self.tr(
            "The first layer has {few} maps of {before} cells, this one {many} of {now}. Less is "
            "kept of where something is, more of what it is: a cat is a cat wherever it sits."
        ).format(**facts)

    def _sums(self, _: Told) -> str:
        return self.tr(
            "A unit adds up what the units before it have found, each with its own weight. Edges "
            "can add up to textures, and textures to eyes, wheels or leaves."
        )

    def _whole(self, told: Told) -> str:
        height, width = told.layer.field.size if told.layer.field else (0, 0)
        return self.tr(
            "Its receptive field is {width} × {height} pixels, and the picture has {side} × "
            "{side}. Still, what lies in the middle of the field counts most."
        ).format(width=width, height=height, side=told.side_px)

    def _learnt(self, _: Told) -> str:
        return self.tr(
            "Before training all weights are random numbers. Each example changes them a little, "
            "so that the answers get better. What the units look for comes out of that."
        )

    def _last(self, told: Told) -> str:
        said = []
        if told.is_exact:
            said.append(
                self.tr("Unit {unit} adds most to the answer that is to come.").format(
                    unit=grouped(told.unit)
                )
            )
        if told.is_embedding:
            said.append(
                self.tr(
                    "Only the average of each map goes on: {units} numbers stand for the photo. By "
                    "them Lookalike finds photos that are alike."
                ).format(units=grouped(told.layer.channels))
            )
        else:
            said.append(self.tr("After this layer there are no places left, only numbers."))
        return " ".join(said)

    def _back(self, told: Told) -> str:
        return self.tr(
            "What made unit {unit} answer? The way back through all layers leads to these pixels. "
            "The method, guided backpropagation, favours edges: a hint, not a proof."
        ).format(unit=grouped(told.unit))

    def _classes(self, told: Told) -> str:
        facts = {"count": grouped(told.class_count), "name": told.names[0]}
        if told.is_exact:
            return self.tr(
                "Warm colours: where the photo speaks for “{name}”; cold ones: against it. The "
                "network has to choose among its {count} classes, even where none of them fits."
            ).format(**facts)
        return self.tr(
            "The network has to choose among its {count} classes, even where none of them fits."
        ).format(**facts)

    def _cells(self, layer: MapLayer) -> str:
        return f"{layer.width} × {layer.height}"
