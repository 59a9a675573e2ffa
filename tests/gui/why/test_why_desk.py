import pytest

from lookalike.gui.why import why_desk
from lookalike.gui.why.pairs import Missing, Pair
from lookalike.gui.why.why_desk import WhyDesk
from lookalike.gui.why.why_page import WhyPage
from lookalike.library.search.placing import Place
from lookalike.library.search.questions import Example, Question, UnitOfLayer
from lookalike.library.why.obstacles import Cause, Obstacle
from lookalike.library.why.why_not import UnitLoss, WhyNot
from lookalike.photos import PhotoId

PAIR = Pair(Example(PhotoId(1)), Example(PhotoId(2)))
MISSING = Missing(b"", Question(examples=(Example(PhotoId(1)),)), 100)


@pytest.fixture
def page(qtbot, theme) -> WhyPage:
    made = WhyPage(theme)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def desk(page, held_tasks, monkeypatch) -> WhyDesk:
    monkeypatch.setattr(why_desk, "usable_spaces", lambda _: [])
    monkeypatch.setattr(why_desk, "fetch_patches", lambda *_: None)
    return WhyDesk(None, page, held_tasks)


@pytest.fixture
def why_not(make_explanation) -> WhyNot:
    return WhyNot(
        photo=None,
        place=Place(12, 40, 0.21, 0.5),
        shown=10,
        last_similarity=0.34,
        obstacles=(Obstacle(Cause.LESS_SIMILAR, "11 photos are more similar."),),
        expected=make_explanation(),
        best=make_explanation(),
        lacks=(UnitLoss("head", 7, 0.6, 0.2), UnitLoss("head", 2, 0.3, 0.2)),
    )


def test_a_coarse_answer_is_shown_while_a_finer_one_is_computed(
    desk, page, held_tasks, monkeypatch, make_explanation
) -> None:
    coarse, fine = make_explanation(is_exact=False), make_explanation(is_exact=False)
    seen: list[tuple[object, str]] = []

    def explain(library, pair, progress, tell) -> None:
        progress.step(0, 4, "Hiding parts of the pictures")
        for each in (coarse, fine):
            tell(each)
            seen.append((page.stage.view.explanation, page.progress_text))

    monkeypatch.setattr(why_desk, "explain_pair", explain)
    desk.open_pair(PAIR)
    held_tasks.run()
    assert seen == [(each, "Hiding parts of the pictures") for each in (coarse, fine)]
    assert page.progress_text == ""


def test_what_is_known_stays_when_the_rest_is_stopped(
    desk, page, held_tasks, monkeypatch, make_explanation
) -> None:
    coarse = make_explanation(is_exact=False)

    def explain(library, pair, progress, tell) -> None:
        progress.step(0, 4, "Hiding parts of the pictures")
        tell(coarse)
        page.stop_wanted.emit()
        progress.check()

    monkeypatch.setattr(why_desk, "explain_pair", explain)
    desk.open_pair(PAIR)
    held_tasks.run()
    assert page.stage.view.explanation is coarse
    assert page.progress_text == ""


def test_only_the_newest_pair_is_answered(
    desk, page, held_tasks, monkeypatch, make_explanation
) -> None:
    asked: list[Pair] = []
    monkeypatch.setattr(why_desk, "explain_pair", lambda _, pair, *__: asked.append(pair))
    desk.open_pair(PAIR)
    newer = Pair(PAIR.query, Example(PhotoId(3)))
    desk.open_pair(newer)
    held_tasks.run()
    assert asked == [newer]


def test_what_comes_after_the_page_was_closed_is_not_shown(
    desk, page, held_tasks, monkeypatch, make_explanation
) -> None:
    def explain(library, pair, progress, tell) -> None:
        desk.close()
        tell(make_explanation())

    monkeypatch.setattr(why_desk, "explain_pair", explain)
    desk.open_pair(PAIR)
    held_tasks.run()
    assert page.stage.view is None
    assert desk.photo_id is None


def test_why_a_photo_is_missing_is_told_in_sentences(
    desk, page, held_tasks, monkeypatch, why_not
) -> None:
    monkeypatch.setattr(why_desk, "explain_missing", lambda *_: why_not)
    desk.open_missing(MISSING)
    held_tasks.run()
    view = page.reasons.view
    assert view.title == "Why it is not here"
    assert view.reasons == ["11 photos are more similar."]
    assert view.facts == "Number 12 of 40, 21% similar. The last of the 10 shown is 34% similar."
    assert view.lacks_title == "What b.jpg has that it lacks"
    assert [(each.unit, each.share, each.told) for each in view.lacks] == [
        (UnitOfLayer("head", 7), 1.0, "0.600 → 0.200"),
        (UnitOfLayer("head", 2), pytest.approx(0.25), "0.300 → 0.200"),
    ]
    assert page.stage.view.captions[1] == "Missed · Pasted picture"
    assert page.best.view.captions[1] == "Best match · b.jpg · 80% similar"


def test_without_a_pair_the_reasons_are_told_all_the_same(
    desk, page, held_tasks, monkeypatch
) -> None:
    obstacle = Obstacle(Cause.UNREADABLE, "It cannot be read: it is empty.")
    answer = WhyNot(None, None, 0, None, (obstacle,), None, None, ())
    monkeypatch.setattr(why_desk, "explain_missing", lambda *_: answer)
    desk.open_missing(MISSING)
    held_tasks.run()
    assert page.reasons.view.reasons == ["It cannot be read: it is empty."]
    assert page.reasons.view.facts == ""
    assert page.no_pair.title == "Pasted picture"
    assert page._pictures.currentWidget() is page.no_pair


def test_an_error_nobody_foresaw_is_a_sentence_too(desk, page, held_tasks, monkeypatch) -> None:
    def explain(*_: object) -> None:
        raise ValueError("odd")

    monkeypatch.setattr(why_desk, "explain_pair", explain)
    desk.open_pair(PAIR)
    held_tasks.run()
    assert page.is_in_trouble
    assert "odd" in page.trouble.title
