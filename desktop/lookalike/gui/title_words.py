"""Words the window's title: by it a person finds it among others and hears where they are."""

from collections.abc import Sequence

from lookalike.gui.browsing import ExampleView, Place
from lookalike.gui.translations import Words, grouped
from lookalike.library.search.questions import UnitOfLayer


class TitleWords(Words):
    """Remembers nothing."""

    def of(self, place: Place) -> str:
        """`Similar to beach.jpg and 2 more, not snow.jpg`; empty for all photos."""
        question = place.query.question
        unit = self.unit(question.unit) if question.unit else ""
        told = [self._examples(place.answer.examples), unit, question.words]
        return " · ".join(part for part in told if part)

    def unit(self, unit: UnitOfLayer) -> str:
        """`Unit 17 of blocks.9`."""
        return self.tr("Unit {number} of {layer}").format(number=unit.number, layer=unit.layer)

    def _examples(self, examples: Sequence[ExampleView]) -> str:
        like = self._names([each for each in examples if each.example.is_wanted])
        unlike = self._names([each for each in examples if not each.example.is_wanted])
        if like and unlike:
            return self.tr("Similar to {like}, not {unlike}").format(like=like, unlike=unlike)
        if like:
            return self.tr("Similar to {like}").format(like=like)
        return self.tr("Not like {unlike}").format(unlike=unlike) if unlike else ""

    def _names(self, examples: Sequence[ExampleView]) -> str:
        if not examples:
            return ""
        name, more = examples[0].name, len(examples) - 1
        if examples[0].example.region:
            name = self.tr("a part of {name}").format(name=name)
        if not more:
            return name
        return self.tr("{name} and {count} more").format(name=name, count=grouped(more))
