"""What the library says in words that never vary, in the language of the window.

The library speaks plain English, which the command line shows as it is. Sentences of it that
carry names or numbers stay English.
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from lookalike.errors import LookalikeError, PhotoUnreadable


def said(words: str) -> str:
    """`words` in the language of the window, if they are among those below. For any thread."""
    return QCoreApplication.translate("library", words)


def said_as_sentence(reason: str) -> str:
    """The same for a reason that the library has given a capital letter."""
    told = said(reason[:1].lower() + reason[1:])
    return told[:1].upper() + told[1:]


def said_of(error: LookalikeError) -> str:
    """What an error says: all of it in one language."""
    if isinstance(error, PhotoUnreadable):
        return _unreadable(error)
    title = said(error.title)
    return str(error) if title == error.title else f"{title} {said(error.hint)}".rstrip()


def _unreadable(error: PhotoUnreadable) -> str:
    reason = said(error.reason)
    if reason == error.reason:
        return str(error)
    if error.path is None:
        return said("The picture cannot be read: {reason}.").format(reason=reason)
    return said("{name} cannot be read: {reason}.").format(name=error.path.name, reason=reason)


# For lupdate, which collects what is to be translated; a test says which of these are gone.
_SAID = (
    QT_TRANSLATE_NOOP("library", "The picture cannot be read: {reason}."),
    QT_TRANSLATE_NOOP("library", "{name} cannot be read: {reason}."),
    # what an import or a search is at
    QT_TRANSLATE_NOOP("library", "Looking for photos"),
    QT_TRANSLATE_NOOP("library", "Loading the network"),
    QT_TRANSLATE_NOOP("library", "Bringing photos in"),
    QT_TRANSLATE_NOOP("library", "Trying photos alone"),
    QT_TRANSLATE_NOOP("library", "Updating the index"),
    QT_TRANSLATE_NOOP("library", "Sorting by likeness"),
    QT_TRANSLATE_NOOP("library", "Looking at the parts of the photos"),
    # what teaching is at
    QT_TRANSLATE_NOOP("library", "Gathering examples"),
    QT_TRANSLATE_NOOP("library", "Comparing methods"),
    QT_TRANSLATE_NOOP("library", "Looking at labelled photos"),
    QT_TRANSLATE_NOOP("library", "Comparing layers"),
    QT_TRANSLATE_NOOP("library", "Counting neighbors"),
    QT_TRANSLATE_NOOP("library", "Learning from fewer examples"),
    # hand-made features that layers are compared with
    QT_TRANSLATE_NOOP("library", "Colour"),
    # how a method is set
    QT_TRANSLATE_NOOP("library", "cosine"),
    QT_TRANSLATE_NOOP("library", "100 trees"),
    # why nothing is taught, or has to be taught again
    QT_TRANSLATE_NOOP("library", "There are too few labelled photos to learn from."),
    QT_TRANSLATE_NOOP(
        "library",
        "Give at least two labels to three photos each that are not copies of each other.",
    ),
    QT_TRANSLATE_NOOP(
        "library",
        "Layers are compared by how well they tell two labels or more from each other.",
    ),
    QT_TRANSLATE_NOOP("library", "Give a second label to three photos."),
    QT_TRANSLATE_NOOP("library", "None of the labelled photos can be looked at now."),
    QT_TRANSLATE_NOOP("library", "Bring their files back."),
    QT_TRANSLATE_NOOP("library", "There are too few labels to judge by."),
    QT_TRANSLATE_NOOP(
        "library",
        "Give at least two labels to two photos each; photos with several do not count.",
    ),
    QT_TRANSLATE_NOOP(
        "library",
        "This label is not taught: it was deleted, or photos have only labels inside of it.",
    ),
    QT_TRANSLATE_NOOP(
        "library",
        "Another network, or a newer version of the program, looks at the photos since the labels "
        "were taught. Teach again to choose anew.",
    ),
    QT_TRANSLATE_NOOP(
        "library",
        "Labels that were taught are gone or have too few examples now. Teach again to choose "
        "anew.",
    ),
    QT_TRANSLATE_NOOP(
        "library",
        "The examples have changed a lot since the labels were taught. Teach again to choose anew.",
    ),
    # why a photo is thought to deserve a label
    QT_TRANSLATE_NOOP(
        "library",
        "Its file was changed since it was brought in: the parts are those of the file now.",
    ),
    QT_TRANSLATE_NOOP(
        "library", "Exact: the parts of the picture and a constant sum to the score of the label."
    ),
    QT_TRANSLATE_NOOP("library", "The nearest examples vote, the nearer the more."),
    QT_TRANSLATE_NOOP(
        "library",
        "Approximate: a part counts by how much the probability falls when it is painted over, so "
        "the parts do not sum to it. Beside it are the nearest examples with the label and without "
        "it.",
    ),
    # why two photos are alike
    QT_TRANSLATE_NOOP(
        "library", "Exact: the parts of each picture, and the units, sum to the cosine of the two."
    ),
    QT_TRANSLATE_NOOP(
        "library",
        "Approximate: a part counts by how much the likeness falls when it is painted over, so "
        "the parts do not sum to it.",
    ),
    # why the network runs on the CPU
    QT_TRANSLATE_NOOP("library", "no CUDA driver"),
    QT_TRANSLATE_NOOP("library", "no CUDA device"),
    QT_TRANSLATE_NOOP("library", "this ONNX Runtime has no CUDA"),
    QT_TRANSLATE_NOOP("library", "the CUDA libraries do not load"),
    QT_TRANSLATE_NOOP("library", "CUDA does not start"),
    # why a photo is not in the library
    QT_TRANSLATE_NOOP("library", "the file is gone"),
    QT_TRANSLATE_NOOP("library", "it cannot be opened"),
    QT_TRANSLATE_NOOP("library", "it is empty"),
    QT_TRANSLATE_NOOP("library", "its file is larger than 1 GiB"),
    QT_TRANSLATE_NOOP("library", "it is a folder"),
    QT_TRANSLATE_NOOP("library", "it is not a regular file"),
    QT_TRANSLATE_NOOP("library", "there is no such file"),
    QT_TRANSLATE_NOOP("library", "you are not permitted to read it"),
    QT_TRANSLATE_NOOP("library", "there can be no file of that name"),
    QT_TRANSLATE_NOOP("library", "it needs more memory than there is"),
    QT_TRANSLATE_NOOP("library", "it is not a picture this program reads"),
    QT_TRANSLATE_NOOP("library", "it ends too early; the file is damaged"),
    QT_TRANSLATE_NOOP("library", "it is of a rare kind that this program does not read"),
    QT_TRANSLATE_NOOP("library", "the file is damaged"),
    QT_TRANSLATE_NOOP(
        "library", "camera RAW needs rawpy, which is not installed (pip install rawpy)"
    ),
    # the spaces, and the same within a sentence
    QT_TRANSLATE_NOOP("library", "Content"),
    QT_TRANSLATE_NOOP("library", "content"),
    QT_TRANSLATE_NOOP(
        "library",
        "What is in the picture, as the whole network sees it: nearly always the best choice.",
    ),
    QT_TRANSLATE_NOOP("library", "Colours"),
    QT_TRANSLATE_NOOP("library", "colours"),
    QT_TRANSLATE_NOOP(
        "library",
        "Which colours there are and how much of each, wherever they are: for sunsets, moods and "
        "things that go together.",
    ),
    QT_TRANSLATE_NOOP("library", "Shape"),
    QT_TRANSLATE_NOOP("library", "shape"),
    QT_TRANSLATE_NOOP(
        "library",
        "Edges and outlines and where they are, whatever their colours: for silhouettes, drawings "
        "and products on plain ground.",
    ),
    QT_TRANSLATE_NOOP("library", "Pixels"),
    QT_TRANSLATE_NOOP("library", "pixels"),
    QT_TRANSLATE_NOOP(
        "library",
        "Light and dark in the same places: for edited copies, and for shots of one scene.",
    ),
    QT_TRANSLATE_NOOP("library", "Early layer"),
    QT_TRANSLATE_NOOP("library", "early layer"),
    QT_TRANSLATE_NOOP(
        "library",
        "Edges, grain and simple textures, as a layer near the network's eye sees them: for "
        "fabrics, papers and surfaces.",
    ),
    QT_TRANSLATE_NOOP("library", "Middle layer"),
    QT_TRANSLATE_NOOP("library", "middle layer"),
    QT_TRANSLATE_NOOP(
        "library",
        "Patterns and small parts, such as stripes, leaves and wheels, whatever they belong to.",
    ),
    QT_TRANSLATE_NOOP("library", "Deep layer"),
    QT_TRANSLATE_NOOP("library", "deep layer"),
    QT_TRANSLATE_NOOP(
        "library",
        "Large parts and whole things, before the network sums them up: close to content, and "
        "stricter about looks.",
    ),
    # distances
    QT_TRANSLATE_NOOP("library", "Cosine"),
    QT_TRANSLATE_NOOP(
        "library",
        "In what photos differ from the average, not how strongly: nearly always the best "
        "choice, and the fastest in large libraries.",
    ),
    QT_TRANSLATE_NOOP("library", "L2, straight line"),
    QT_TRANSLATE_NOOP(
        "library",
        "How strongly counts as well: for edited copies and shots of one scene. Every photo is "
        "compared.",
    ),
    QT_TRANSLATE_NOOP("library", "L1, sum of differences"),
    QT_TRANSLATE_NOOP(
        "library",
        "As L2, but one large difference counts for less: for a picture that was changed in one "
        "place. Every photo is compared.",
    ),
    # what the filter takes
    QT_TRANSLATE_NOOP("library", "a part of the file's name, such as name:beach"),
    QT_TRANSLATE_NOOP("library", "a part of a folder's name, such as folder:holiday"),
    QT_TRANSLATE_NOOP("library", "a folder with all in it, such as in:Pictures/2021"),
    QT_TRANSLATE_NOOP("library", "when it was taken, such as date:2021 or date:2019..2021"),
    QT_TRANSLATE_NOOP("library", "the camera, such as camera:canon"),
    QT_TRANSLATE_NOOP("library", "a label that you gave, such as label:boots, or label:none"),
    QT_TRANSLATE_NOOP("library", "in a living album, such as album:boots"),
    QT_TRANSLATE_NOOP("library", "without any label"),
    QT_TRANSLATE_NOOP("library", "what the network takes it for, such as class:dog"),
    QT_TRANSLATE_NOOP("library", "landscape, portrait, square or panorama"),
    QT_TRANSLATE_NOOP("library", "of the file, such as size:>2MB"),
    QT_TRANSLATE_NOOP("library", "in pixels, such as width:>4000"),
    QT_TRANSLATE_NOOP("library", "in pixels, such as height:>4000"),
    QT_TRANSLATE_NOOP("library", "of the file, such as format:png"),
    QT_TRANSLATE_NOOP("library", "how it is laid out"),
    QT_TRANSLATE_NOOP("library", "more than 4,000 pixels"),
    QT_TRANSLATE_NOOP("library", "less than 1,000 pixels"),
    QT_TRANSLATE_NOOP("library", "1,000 to 2,000 pixels"),
    QT_TRANSLATE_NOOP("library", "larger than 5 MB"),
    QT_TRANSLATE_NOOP("library", "smaller than 100 KB"),
    QT_TRANSLATE_NOOP("library", "1 to 5 MB"),
    # why nothing is found
    QT_TRANSLATE_NOOP("library", "There are no photos to search yet."),
    QT_TRANSLATE_NOOP("library", "Drop a folder of photos on the window first."),
    QT_TRANSLATE_NOOP("library", "The library has no photos yet."),
    QT_TRANSLATE_NOOP("library", "Bring a folder of photos in."),
    QT_TRANSLATE_NOOP("library", "No photo fits."),
    QT_TRANSLATE_NOOP("library", "That photo is no longer in the library."),
    QT_TRANSLATE_NOOP("library", "This saved search was deleted."),
    QT_TRANSLATE_NOOP("library", "Another program is working on files of this library."),
    QT_TRANSLATE_NOOP("library", "Try again when it is done."),
    # labels
    QT_TRANSLATE_NOOP("library", "This label was deleted."),
    QT_TRANSLATE_NOOP("library", "Choose another one."),
    QT_TRANSLATE_NOOP("library", "A label needs a name."),
    QT_TRANSLATE_NOOP("library", 'The name of a label cannot have a "/" in it.'),
    QT_TRANSLATE_NOOP("library", "It stands between nested labels."),
    QT_TRANSLATE_NOOP("library", "The name of a label has to be one line of plain text."),
    QT_TRANSLATE_NOOP("library", "The key of a label is one of 1 to 9."),
    # why a sidecar is left
    QT_TRANSLATE_NOOP("library", "It was changed since, and is left as it is."),
    QT_TRANSLATE_NOOP("library", "Its folder is not there."),
    QT_TRANSLATE_NOOP("library", "It may not be changed, or its folder may not."),
    QT_TRANSLATE_NOOP("library", "Other sidecars were written since: these cannot be taken back."),
    QT_TRANSLATE_NOOP("library", "It is a link, and is left as it is."),
)
