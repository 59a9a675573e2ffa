"""Back to the pixels: what in the photo made a unit, a class or a likeness what it is."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from lookalike.gui.layers.layer_panel import LayerPanel, sentence
from lookalike.gui.layers.menu_button import MenuButton
from lookalike.gui.layers.pixels_answer import PixelsAnswer, PixelsPicture
from lookalike.gui.layers.pixels_choice import (
    BACKWARD,
    PixelsChoice,
    PixelsDisplay,
    PixelsMethod,
    PixelsSubject,
    PixelsTarget,
    settled,
    targets_of,
    usable,
)
from lookalike.gui.layers.segments import Segments
from lookalike.gui.panels.row_of import row_of
from lookalike.gui.theme import GRID_PX, Theme


class PixelsPanel(LayerPanel):
    """`choice_changed` carries a PixelsChoice that the subject allows."""

    choice_changed = Signal(object)
    frozen_changed = Signal(bool)
    stop_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        answer = PixelsAnswer(theme)
        super().__init__(theme, answer)
        self.answer = answer
        self._subject: PixelsSubject | None = None
        self._choice = PixelsChoice()
        self.methods = Segments(self._method_titles(), {})
        self.displays = Segments(self._display_titles(), self._display_tips())
        self.target = MenuButton(self.tr("What is asked about"))
        self.freeze = QPushButton(self.tr("Freeze"))
        self.freeze.setCheckable(True)
        self.freeze.setProperty("segment", "true")
        self.freeze.setToolTip(
            self.tr("Keep asking about this while you walk on to other layers and units (D)")
        )
        self._hint = sentence()
        self._connect()
        self._lay_out()
        self.show_no_subject()

    @property
    def choice(self) -> PixelsChoice:
        return self._choice

    @property
    def is_frozen(self) -> bool:
        return self.freeze.isChecked()

    @property
    def hint(self) -> str:
        """Why some methods cannot be used; empty where all can."""
        return self._hint.plain_text

    def show_no_subject(self) -> None:
        self._subject = None
        self.show_empty(
            "picture",
            self.tr("Nothing to ask about yet"),
            self.tr("Choose a unit to see which pixels it answers to."),
        )

    def show_subject(self, subject: PixelsSubject) -> None:
        """Offer what it allows; a choice that it does not allow is changed, and told."""
        self._subject = subject
        self._forbid(subject)
        self.choose(self._choice)
        self._pages.setCurrentWidget(self._scroll)

    def show_picture(self, picture: PixelsPicture) -> None:
        """An answer, or a first coarse one while the rest is computed."""
        self.answer.show_picture(picture)
        self._show_content()

    def show_trouble(self, sentence: str) -> None:
        """Why there is no answer; another can be asked for."""
        self.answer.show_trouble(sentence)
        self._show_content()

    def show_stopped(self) -> None:
        """No more of the answer comes; what there is of it stays."""
        self.answer.show_stopped()
        self._show_content()

    def choose(self, choice: PixelsChoice) -> None:
        """As if a person had chosen it."""
        if self._subject:
            choice = settled(choice, self._subject)
        is_new, self._choice = choice != self._choice, choice
        self._describe()
        if is_new:
            self.choice_changed.emit(choice)

    def step_method(self, step: int) -> None:
        """The next method that can be used, and after the last the first."""
        methods = usable(self._subject) if self._subject else ()
        if self._choice.method in methods:
            at = methods.index(self._choice.method) + step
            self.choose(replace(self._choice, method=methods[at % len(methods)]))

    def toggle_frozen(self) -> None:
        if self._subject:
            self.freeze.click()

    def _forbid(self, subject: PixelsSubject) -> None:
        nothing = self.tr("It needs a network that knows classes, or a second photo.")
        reasons = {
            method: subject.unusable.get(method, nothing)
            for method in PixelsMethod
            if method not in usable(subject)
        }
        self.methods.forbid(reasons)
        self._hint.show_text(" ".join(dict.fromkeys(subject.unusable.values())))
        self._hint.setVisible(bool(subject.unusable))

    def _describe(self) -> None:
        choice, subject = self._choice, self._subject
        self.methods.choose(choice.method)
        self.displays.choose(choice.display)
        self.displays.setVisible(choice.method in BACKWARD)
        targets = targets_of(choice.method, subject) if subject else ()
        if subject and choice.target in targets:
            self.target.show_choices(
                [self._target_title(target, subject) for target in targets],
                targets.index(choice.target),
                lambda at: self.choose(replace(self._choice, target=targets[at])),
            )

    def _target_title(self, target: PixelsTarget, subject: PixelsSubject) -> str:
        row, column = subject.cell or (0, 0)
        title = {
            PixelsTarget.PEAK: self.tr("Unit {unit} of {layer}, at its peak"),
            PixelsTarget.CELL: self.tr("Unit {unit} of {layer}, row {row}, column {column}"),
            PixelsTarget.CLASS: self.tr("Class: {name}"),
            PixelsTarget.SIMILARITY: self.tr("Similarity to {other}"),
        }[target]
        return title.format(
            unit=subject.unit,
            layer=subject.layer,
            row=row + 1,
            column=column + 1,
            name=subject.class_name,
            other=subject.other_name,
        )

    def _method_titles(self) -> Mapping[PixelsMethod, str]:
        return {
            PixelsMethod.GRADIENT: self.tr("Gradient"),
            PixelsMethod.DECONVNET: self.tr("Deconvnet"),
            PixelsMethod.GUIDED: self.tr("Guided"),
            PixelsMethod.OCCLUSION: self.tr("Occlusion"),
            PixelsMethod.CLASS_MAP: self.tr("Class Map"),
        }

    def _display_titles(self) -> Mapping[PixelsDisplay, str]:
        return {
            PixelsDisplay.RAW: self.tr("Raw"),
            PixelsDisplay.GREY: self.tr("Grey"),
            PixelsDisplay.NORM: self.tr("Norm"),
            PixelsDisplay.BLURRED_NORM: self.tr("Blurred"),
        }

    def _display_tips(self) -> Mapping[PixelsDisplay, str]:
        return {
            PixelsDisplay.RAW: self.tr("Each colour's own number; no change is mid-grey"),
            PixelsDisplay.GREY: self.tr("The mean of the three colours; no change is mid-grey"),
            PixelsDisplay.NORM: self.tr("How much, whatever the colour and the sign"),
            PixelsDisplay.BLURRED_NORM: self.tr("How much, over a neighbourhood of pixels"),
        }

    def _connect(self) -> None:
        self.methods.chosen.connect(lambda it: self.choose(replace(self._choice, method=it)))
        self.displays.chosen.connect(lambda it: self.choose(replace(self._choice, display=it)))
        self.freeze.toggled.connect(self.frozen_changed)
        self.answer.stop_wanted.connect(self.stop_wanted)

    def _lay_out(self) -> None:
        self._column.addWidget(self.methods)
        self._column.addWidget(self._hint)
        self._column.addLayout(row_of(self.target, None, self.freeze))
        self._column.addWidget(self.displays)
        self._column.addSpacing(GRID_PX)
        self._column.addWidget(self.answer)
        self._column.addStretch()
