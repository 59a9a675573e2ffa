"""What is to be evaluated: by which classes, in which spaces, with which distances."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QLabel,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from lookalike.gui.layers.layer_panel import sentence
from lookalike.gui.library_words import said
from lookalike.gui.panels.row_of import row_of
from lookalike.gui.plain_tip import plain_tip
from lookalike.gui.theme import GRID_PX
from lookalike.gui.translations import grouped
from lookalike.library.evaluation.photo_classes import ClassCount, ClassesBy
from lookalike.library.search.metric_choices import METRIC_CHOICES, MetricChoice
from lookalike.library.search.spaces import SpaceChoice

_STEPS = 1000
_LEAST_PX = 28 * GRID_PX


@dataclass(frozen=True, slots=True)
class EvaluationWish:
    """One evaluation in full."""

    classes_by: ClassesBy
    spaces: Sequence[SpaceChoice]
    metrics: Sequence[MetricChoice]

    @property
    def to_build(self) -> Sequence[SpaceChoice]:
        """Content is looked at when photos are brought in, and at no other time."""
        return [space for space in self.spaces if space.missing and space.name != "content"]


@dataclass(frozen=True, slots=True)
class FormView:
    """What there is to choose from.

    Args:
        classes: how many classes, and photos in them, there are by each way to tell them.
    """

    spaces: Sequence[SpaceChoice] = ()
    classes: Mapping[ClassesBy, ClassCount] = field(default_factory=dict)

    @property
    def possible(self) -> Sequence[ClassesBy]:
        """Ways to tell classes that an answer can be right or wrong by."""
        return [by for by, count in self.classes.items() if count.is_enough]


class EvaluationForm(QScrollArea):
    """`evaluate_wanted` carries an EvaluationWish."""

    evaluate_wanted = Signal(object)
    stop_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(widgetResizable=True)
        self._view = FormView()
        self.classes = {by: QRadioButton() for by in ClassesBy}
        self.spaces: dict[str, QCheckBox] = {}
        self.metrics = {choice.name: QCheckBox() for choice in METRIC_CHOICES}
        self._group = QButtonGroup(self)
        self._class_count = sentence()
        self._spaces_place = QVBoxLayout()
        self._to_build = sentence()
        self.evaluate = QPushButton(self.tr("Evaluate"))
        self.evaluate.setProperty("main", True)
        self.stop = QPushButton(self.tr("Stop"))
        self._bar = QProgressBar(textVisible=False, maximum=_STEPS)
        self._told = sentence()
        self._name_choices()
        self._lay_out()
        self._connect()
        self.show_progress(None)

    @property
    def wish(self) -> EvaluationWish:
        return EvaluationWish(
            next(by for by, button in self.classes.items() if button.isChecked()),
            [space for space in self._view.spaces if self.spaces[space.name].isChecked()],
            [choice for choice in METRIC_CHOICES if self.metrics[choice.name].isChecked()],
        )

    @property
    def texts(self) -> tuple[str, str, str]:
        """What is said about classes, about what is to be built, and of the work."""
        return self._class_count.plain_text, self._to_build.plain_text, self._told.plain_text

    def show_view(self, view: FormView) -> None:
        """What was chosen before stays so; at first all that are built are."""
        chosen = {name for name, box in self.spaces.items() if box.isChecked()}
        if not self.spaces:
            is_built = {space.name for space in view.spaces if not space.missing}
            chosen = is_built | {"content"}
        self._view = view
        self._show_spaces(view.spaces, chosen)
        for by, button in self.classes.items():
            button.setEnabled(by in view.possible)
        if view.possible and self.wish.classes_by not in view.possible:
            self.classes[view.possible[0]].setChecked(True)
        self._update()

    def show_progress(self, told: str | None, fraction: float | None = None) -> None:
        """None for `told`: nothing is under way."""
        is_running = told is not None
        self.evaluate.setVisible(not is_running)
        for part in (self.stop, self._bar, self._told):
            part.setVisible(is_running)
        self._told.show_text(told or "")
        self._bar.setMaximum(0 if is_running and fraction is None else _STEPS)
        self._bar.setValue(round((fraction or 0.0) * _STEPS))

    def _show_spaces(self, spaces: Sequence[SpaceChoice], chosen: Collection[str]) -> None:
        if list(self.spaces) != [space.name for space in spaces]:
            for box in self.spaces.values():
                box.deleteLater()
            self.spaces = {space.name: QCheckBox() for space in spaces}
            for box in self.spaces.values():
                box.toggled.connect(lambda _: self._update())
                self._spaces_place.addWidget(box)
        for space in spaces:
            box = self.spaces[space.name]
            box.setText(said(space.title))
            box.setToolTip(plain_tip(said(space.sentence)))
            box.setChecked(space.name in chosen)

    def _update(self) -> None:
        wish, count = self.wish, self._view.classes.get(self.wish.classes_by)
        self._class_count.show_text(self._told_of(count) if count and count.is_enough else "")
        missing = sum(space.missing for space in wish.to_build)
        told = self.tr("To be looked at first: {count} photos").format(count=grouped(missing))
        self._to_build.show_text(told)
        self._to_build.setVisible(missing > 0)
        can = bool(wish.spaces and wish.metrics) and wish.classes_by in self._view.possible
        self.evaluate.setEnabled(can)

    def _told_of(self, count: ClassCount) -> str:
        told = self.tr("{classes} classes with {photos} photos")
        return told.format(classes=grouped(count.classes), photos=grouped(count.photos))

    # --- how it is made -----------------------------------------------------------------------

    def _name_choices(self) -> None:
        for by, text, tip in (
            (
                ClassesBy.FOLDER,
                self.tr("the same folder"),
                self.tr("Folders of the same name are the same class, wherever they are"),
            ),
            (
                ClassesBy.FIRST_LEVEL,
                self.tr("the same first-level folder"),
                self.tr("The first folder below the one that was imported, with all in it"),
            ),
            (
                ClassesBy.LABEL,
                self.tr("the same label of mine"),
                self.tr("Photos that have one label; two labels are needed, with two photos each"),
            ),
        ):
            self.classes[by].setText(text)
            self.classes[by].setToolTip(tip)
            self._group.addButton(self.classes[by])
        self.classes[ClassesBy.FOLDER].setChecked(True)
        for choice in METRIC_CHOICES:
            self.metrics[choice.name].setText(said(choice.title))
            self.metrics[choice.name].setToolTip(plain_tip(said(choice.sentence)))
        self.metrics["cosine"].setChecked(True)

    def _connect(self) -> None:
        for choice in (*self.classes.values(), *self.metrics.values()):
            choice.toggled.connect(lambda _: self._update())
        self.evaluate.clicked.connect(lambda: self.evaluate_wanted.emit(self.wish))
        self.stop.clicked.connect(self.stop_wanted)

    def _lay_out(self) -> None:
        self.setObjectName("evaluation_form")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._spaces_place.setSpacing(GRID_PX // 2)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, GRID_PX, 0)
        column.setSpacing(GRID_PX // 2)
        self._add_part(column, self.tr("Right answers come from"), self.classes.values())
        column.addWidget(self._class_count)
        self._add_part(column, self.tr("Compare by"), ())
        column.addLayout(self._spaces_place)
        self._add_part(column, self.tr("Distance"), self.metrics.values())
        column.addSpacing(GRID_PX)
        column.addWidget(self._to_build)
        column.addLayout(row_of(self.evaluate, self.stop, None))
        column.addWidget(self._bar)
        column.addWidget(self._told)
        column.addStretch()
        self.setWidget(body)
        self.setFixedWidth(max(_LEAST_PX, body.minimumSizeHint().width()))

    def _add_part(self, column: QVBoxLayout, name: str, parts: Collection[QWidget]) -> None:
        label = QLabel(name)
        label.setProperty("rank", "name")
        if column.count():
            column.addSpacing(GRID_PX)
        column.addWidget(label)
        for part in parts:
            column.addWidget(part)
