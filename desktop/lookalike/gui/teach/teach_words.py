"""Words what teaching found out: methods, accuracies, what is odd, and what a label is called."""

from collections import Counter
from collections.abc import Iterable, Mapping

from PySide6.QtCore import QLocale

from lookalike.gui.library_words import said
from lookalike.gui.translations import Words, grouped, percent_text
from lookalike.library.teaching.taught import NONE, MethodScore, Note, Readiness, TaughtChoice
from lookalike.photos import Label, LabelId

BASELINE = "nearest centroid"  # too simple to be chosen where there is anything else


class TeachWords(Words):
    """Any thread may ask."""

    def method(self, name: str) -> str:
        """`Logistic regression`; a name that is not known is told as it is."""
        told = {
            BASELINE: self.tr("Nearest centroid"),
            "nearest neighbours": self.tr("Nearest neighbours"),
            "logistic regression": self.tr("Logistic regression"),
            "linear SVM": self.tr("Linear SVM"),
            "random forest": self.tr("Random forest"),
        }
        return told.get(name, name[:1].upper() + name[1:])

    def setting(self, method: MethodScore) -> str:
        """What was chosen for a method, and what part it has in the choice."""
        if method.name == BASELINE and not method.is_chosen:
            return self.tr("only to compare with")
        chosen = self.tr("chosen") if method.is_chosen else ""
        setting = ", ".join(said(part) for part in method.setting.split(", "))
        setting = setting.replace(".", QLocale().decimalPoint())
        return " · ".join(filter(None, (chosen, setting)))

    def spread(self, share: float, error: float) -> str:
        """`94% ± 3`; neither `100%` where one was wrong, nor `± 0`."""
        shown = share if share == 1 else min(share, 0.99)
        return f"{percent_text(shown)} ± {grouped(max(round(100 * error), 1))}"

    def right(
        self, method: str, share: float, error: float, gain: tuple[Label, int] | None = None
    ) -> str:
        """How often the choice is right, and which label would gain by how many examples."""
        told = self.tr("{method}, right in {accuracy} of held-out examples.")
        if gain:
            told = self.tr(
                "{method}, right in {accuracy} of held-out examples; {more} more of {label} would "
                "help most."
            )
        label, more = gain or (None, 0)
        return told.format(
            method=self.method(method),
            accuracy=self.spread(share, error),
            more=grouped(more),
            label=self.label(label),
        )

    def stale(self, choice: TaughtChoice) -> str:
        """Why the choice should be made again; empty where it need not be."""
        if not choice.new_labels:
            return said(choice.why_stale)
        names = ", ".join(label.name for label in choice.new_labels[:3])
        told = self.tr(
            "{names} can be taught since the labels were taught. Teach again to choose anew."
        )
        return told.format(names=names)

    def missing(self, ready: Readiness) -> str:
        """What has to be done before anything can be taught."""
        if ready.is_unseen:
            return self.tr(
                "None of the labelled photos has been looked at by this network yet: bring their "
                "folders in again."
            )
        told = [self.needed(*each) for each in ready.waiting[:2]]
        return " ".join(told) or self.tr("Make a label and give it to three photos.")

    def needed(self, label: Label, more: int) -> str:
        """How many more photos a label needs."""
        return self.tr("Give “{label}” to %Ln more photo(s).", "", more).format(label=label.name)

    def note(self, note: Note) -> str:
        """What is odd about a person's labels."""
        count = note.count
        words = {
            "alone": self.tr(
                "Only “{one}” has enough examples, so it is told from photos without a label: a "
                "second label would sharpen it."
            ),
            "some": self.tr(
                "{count} of {labelled} labelled photos were learned from, of rare labels all."
            ),
            "missing": self.tr(
                "%Ln labelled photo(s) are missing or no longer in the library, and not learned "
                "from.",
                "",
                count,
            ),
            "unseen": self.tr(
                "%Ln labelled photo(s) have not been looked at by {space} yet, and are not learned "
                "from.",
                "",
                count,
            ),
            "both": self.tr(
                "%Ln photo(s) have both “{one}” and “{other}”, which otherwise exclude each other.",
                "",
                count,
            ),
            "copies": self.tr(
                "%Ln set(s) of photos look the same and have different labels.", "", count
            ),
            "slow": self.tr(
                "With so many labels these would take too long and were left out: {methods}."
            ),
        }
        one, other, *_ = (*(label.name for label in note.labels), "", "")
        return words[note.kind].format(
            one=one,
            other=other,
            count=grouped(count),
            labelled=grouped(note.labelled),
            space=said(note.space),
            methods=", ".join(map(self.method, note.methods)),
        )

    def examples(self, examples: int, labels: int, others: int) -> str:
        """What was learned from."""
        told = self.tr("{examples} examples of %Ln label(s)", "", labels)
        told = told.format(examples=grouped(examples))
        if not others:
            return told
        none = self.tr("{others} photos stand for “none of these”")
        return f"{told} · {none.format(others=grouped(others))}"

    def none(self) -> str:
        """In place of a label's name."""
        return self.tr("none of these")

    def label(self, label: Label | None) -> str:
        return label.name if label else self.none()

    def names(self, labels: Iterable[Label], paths: Mapping[LabelId, str]) -> dict[LabelId, str]:
        """Of each label its name, or its path where another is called the same."""
        told = list(labels)
        uses = Counter(label.name.casefold() for label in told)
        names = {
            label.id: label.name
            if uses[label.name.casefold()] == 1
            else paths.get(label.id, label.name)
            for label in told
        }
        return {**names, NONE: self.none()}
