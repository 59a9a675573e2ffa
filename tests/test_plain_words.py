"""No text that a person sees may escape translation: it stands inside `self.tr("…")`."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import lookalike.gui

GUI = Path(lookalike.gui.__file__).parent
MODULES = sorted(GUI.rglob("*.py"))
SHOWN_BY = re.compile(
    r"set(\w*(Text|Tip|Title|Description|Labels?)|AccessibleName|WhatsThis|Prefix|Suffix)"
    r"|(add|insert)(Action|Button|Items?|Menu|Row|Tab|ToolBar)"
    r"|get(ExistingDirectory|OpenFileNames?|SaveFileName|Text)"
    r"|Q(Action|CheckBox|GroupBox|Label|LineEdit|Menu|MessageBox|PlainTextEdit|RadioButton|ToolBar)"
    r"|(QPush|QTool|tool_)[Bb]utton|(Elided|Wrapped)Label|Message|QueryView|RowTable"
    r"|say|tell|show_(hint|note|text)"
)
NAMES = {"Lookalike", "Lookalike {}"}


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.relative_to(GUI).as_posix())
def test_what_a_person_reads_can_be_translated(module: Path) -> None:
    assert list(bare_texts(module.read_text("utf-8"))) == []


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.relative_to(GUI).as_posix())
def test_no_sentence_waits_in_a_constant(module: Path) -> None:
    """What stands there is put into words before the language is known."""
    for node in ast.parse(module.read_text("utf-8")).body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value:
            sentences = [text for text in literals(node.value) if re.match(r"[A-Z]\w*\W* ", text)]
            assert sentences == [], "use self.tr where it is shown"


@pytest.mark.parametrize(
    "line",
    [
        'label.setText("Photos")',
        'QLabel("no photos yet")',
        'QLineEdit(placeholderText="Filter by name")',
        'self._messages.say(Message(f"{n} photos"))',
        'button.setText("Stop" if runs else "Go on")',
        'button.setToolTip("Stop" + keys)',
        'empty.tell("search", self.tr("Nothing"), "Try again.")',
        'Message(text, "info", ("Go On", act))',
        'label.setText("{} photos".format(n))',
    ],
)
def test_a_bare_text_is_noticed(line: str) -> None:
    assert list(bare_texts(line))


@pytest.mark.parametrize(
    "line",
    [
        'label.setText(self.tr("Photos"))',
        'label.setText(self.tr("{n} photos").format(n=n))',
        'label.setText(f"{done} × {total}")',
        'empty.tell("search", self.tr("Nothing"), told)',
        'Message(text, "warning")',
        'label.setText(_plain("Some thing"))',
    ],
)
def test_what_is_translated_or_no_text_is_let_through(line: str) -> None:
    assert not list(bare_texts(line))


def bare_texts(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and SHOWN_BY.fullmatch(called(node)):
            for told in (*node.args, *(keyword.value for keyword in node.keywords)):
                yield from (
                    f"line {node.lineno}: {text}" for text in literals(told) if is_bare(text)
                )


def called(call: ast.Call) -> str:
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def literals(node: ast.expr) -> Iterator[str]:
    """The texts that a value is made of, without those that another call was given."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values=parts):
            yield "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in parts)
        case ast.IfExp(body=one, orelse=other) | ast.BinOp(left=one, right=other):
            yield from (*literals(one), *literals(other))
        case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.BoolOp(values=parts):
            for part in parts:
                yield from literals(part)
        case ast.Call(func=ast.Attribute(value=text, attr="format" | "join")):
            yield from literals(text)


def is_bare(text: str) -> bool:
    """Whether it looks like words: names of icons and of properties are small and have no space."""
    has_words = re.search(r"[A-Za-z]{2}", text.replace("{}", ""))
    return bool(has_words and re.search(r"[A-Z ]", text)) and text not in NAMES
