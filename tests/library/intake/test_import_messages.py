"""What goes between an import's process and the program that started it."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from lookalike.errors import FolderUnusable, LibraryUnusable, LookalikeError, PhotoUnreadable
from lookalike.library.intake.import_messages import (
    Committed,
    Ended,
    ImportJob,
    InHand,
    Nonsense,
    Tried,
    advance_from,
    advance_message,
    error_from,
    error_message,
    line_of,
    report_from,
    report_message,
    told_from,
)
from lookalike.library.intake.import_report import ImportReport, Stages
from lookalike.progress import Advance
from lookalike.settings import Settings

ODD = Path(os.fsdecode(b'/caf\xe9 \n"{}.jpg'))


def test_a_job_arrives_as_it_was_sent():
    job = ImportJob(
        Path("/library"),
        "0123456789abcdef",
        Path("/models"),
        Settings(max_megapixels=7),
        (ODD, Path("/b")),
        exclude=("*.tmp",),
        suspects=(ODD,),
        culprits=((ODD, "it crashed"),),
        is_gentle=True,
    )
    for sent in (job, replace(job, exclude=None, suspects=(), culprits=())):
        line = sent.to_line()
        assert line.count(b"\n") == 1
        assert ImportJob.from_line(line) == sent


def test_a_report_arrives_as_it_was_sent():
    report = ImportReport(
        added=1,
        failed=[(ODD, "it is empty")],
        offline=[Path("/drive")],
        notices=["It crashed."],
        stages=Stages(embed_s=1.5),
    )
    line_of(report_message(report))
    assert report_from(report_message(report)) == report


def test_an_advance_arrives_as_it_was_sent():
    advance = Advance(1, 2, "Working", 3.5, 0.3, 0.25)
    assert advance_from(advance_message(advance)) == advance


@pytest.mark.parametrize("kind", [FolderUnusable, LibraryUnusable, LookalikeError])
def test_an_error_arrives_as_what_it_was(kind):
    came = error_from(error_message(kind("It is full.", "Free some space.")))
    assert type(came) is kind
    assert (came.title, came.hint) == ("It is full.", "Free some space.")


def test_an_error_that_tells_more_arrives_as_a_plain_one():
    assert type(error_from(error_message(PhotoUnreadable("it is empty")))) is LookalikeError


def test_what_the_process_sends_is_understood():
    sent = {
        InHand(7, ODD): {"is": "in_hand", "thread": 7, "path": str(ODD)},
        Tried(ODD): {"is": "tried", "path": str(ODD)},
        Committed(1, 2, 3): {"is": "committed", "added": 1, "changed": 2, "moved": 3},
        Advance(1, 2, "A"): {"is": "progress", "advance": advance_message(Advance(1, 2, "A"))},
        Ended(): {"is": "ended", "outcome": {}},
    }
    for told, message in sent.items():
        assert told_from(line_of(message)) == told
    report = ImportReport(added=1)
    ended = {"is": "ended", "outcome": {"report": report_message(report)}}
    assert told_from(line_of(ended)) == Ended(report=report)


@pytest.mark.parametrize(
    "line",
    [
        b"hello from a library\n",
        b'{"is": "progr',
        b"[" * 100_000,
        b"\xff\n",
        b"3\n",
        b"[]\n",
        b"{}\n",
        b'{"is": []}\n',
        b'{"is": "unheard of"}\n',
        b'{"is": "progress"}\n',
        b'{"is": "progress", "advance": {"done": 1}}\n',
        b'{"is": "in_hand", "thread": Infinity, "path": "a"}\n',
        b'{"is": "tried", "path": 3}\n',
        b'{"is": "committed", "added": "many", "changed": 0, "moved": 0}\n',
        b'{"is": "ended", "outcome": {"error": {}}}\n',
        b'{"is": "ended", "outcome": {"report": {"surplus": 1}}}\n',
        line_of({"is": "ended", "outcome": {"report": report_message(ImportReport(added="1"))}}),  # type: ignore[arg-type]
    ],
)
def test_anything_else_is_nonsense(line):
    with pytest.raises(Nonsense):
        told_from(line)
