"""All that is told of one photo, in groups, in the words and units of photographers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from lookalike.errors import PhotoUnreadable
from lookalike.imaging.decode import read_file
from lookalike.imaging.exif_sheet import ExifSheet, clean, read_exif_sheet
from lookalike.library.labels.labelling import label_tree, labels_of
from lookalike.library.library import Library
from lookalike.photos import Photo, PhotoId
from lookalike.wording import counted


class FactGroup(StrEnum):
    """The headings; a window says them in its own language, as it does the names of facts."""

    FILE = "File"
    CAMERA = "Camera"
    EXPOSURE = "Exposure"
    WHEN = "When"
    PLACE = "Where"
    WORDS = "Words"
    GUESSES = "What the network sees"


class FactName(StrEnum):
    """What a value is of."""

    NAME = "Name"
    FOLDER = "Folder"
    SIZE = "Size"
    FORMAT = "Format"
    DIMENSIONS = "Dimensions"
    CHANGED = "Changed"
    TROUBLE = "Trouble"
    MAKER = "Maker"
    MODEL = "Model"
    LENS = "Lens"
    SOFTWARE = "Software"
    TIME = "Time"
    APERTURE = "Aperture"
    ISO = "ISO"
    FOCAL_LENGTH = "Focal length"
    BIAS = "Correction"
    FLASH = "Flash"
    TAKEN = "Taken"
    DIGITIZED = "Digitized"
    ZONE = "Time zone"
    POSITION = "Position"
    ALTITUDE = "Altitude"
    TITLE = "Title"
    DESCRIPTION = "Description"
    AUTHOR = "Author"
    COPYRIGHT = "Copyright"
    KEYWORDS = "Keywords"
    LABELS = "Labels"
    RATING = "Rating"


@dataclass(frozen=True, slots=True)
class Fact:
    """One row. What the network sees has its own words for a name."""

    name: FactName | str
    value: str


@dataclass(frozen=True, slots=True)
class FactsSheet:
    """No group is empty."""

    groups: tuple[tuple[FactGroup, tuple[Fact, ...]], ...] = ()


# A class of the network, and how sure it is: 0 to 1.
Guess = tuple[str, float]


def facts_sheet(library: Library, photo_id: PhotoId, guesses: Sequence[Guess] = ()) -> FactsSheet:
    """Reads the photo's file; where that is gone or damaged, what the library knows remains."""
    photo = library.photo(photo_id)
    try:
        exif = read_exif_sheet(read_file(photo.path), library.settings.max_megapixels)
    except PhotoUnreadable:
        exif = ExifSheet()
    return describe(photo, exif, guesses, _label_paths(library, photo_id))


def _label_paths(library: Library, photo_id: PhotoId) -> list[str]:
    tree = label_tree(library)
    given = labels_of(library, [photo_id]).get(photo_id, ())
    return sorted(tree.path(label.id) for label in given)


def describe(
    photo: Photo, exif: ExifSheet, guesses: Sequence[Guess] = (), labels: Sequence[str] = ()
) -> FactsSheet:
    """What has no value has no row."""
    every = (
        (FactGroup.FILE, _file(photo)),
        (FactGroup.CAMERA, _camera(exif)),
        (FactGroup.EXPOSURE, _exposure(exif)),
        (FactGroup.WHEN, _when(photo, exif)),
        (FactGroup.PLACE, _place(exif)),
        (FactGroup.WORDS, _words(exif, labels)),
        (FactGroup.GUESSES, (Fact(clean(name, 60), f"{sure:.0%}") for name, sure in guesses)),
    )
    told = ((group, tuple(fact for fact in facts if fact.value)) for group, facts in every)
    return FactsSheet(tuple((group, facts) for group, facts in told if facts))


def _file(photo: Photo) -> Iterator[Fact]:
    yield Fact(FactName.NAME, clean(photo.path.name))
    yield Fact(FactName.FOLDER, clean(str(photo.path.parent)))
    yield Fact(FactName.TROUBLE, photo.reason)
    yield Fact(FactName.SIZE, size_text(photo.file.size_bytes))
    if photo.facts:
        yield Fact(FactName.FORMAT, photo.facts.format)
        yield Fact(FactName.DIMENSIONS, dimensions_text(photo.facts.width, photo.facts.height))
    yield Fact(FactName.CHANGED, _local_time(photo.file.mtime_ns))


def _camera(exif: ExifSheet) -> Iterator[Fact]:
    yield Fact(FactName.MAKER, exif.maker)
    yield Fact(FactName.MODEL, exif.model)
    yield Fact(FactName.LENS, exif.lens)
    yield Fact(FactName.SOFTWARE, exif.software)


def _exposure(exif: ExifSheet) -> Iterator[Fact]:
    if exif.exposure_s:
        yield Fact(FactName.TIME, _exposure_text(exif.exposure_s))
    if exif.f_number:
        yield Fact(FactName.APERTURE, f"f/{exif.f_number:.3g}")
    if exif.iso:
        yield Fact(FactName.ISO, str(exif.iso))
    yield Fact(FactName.FOCAL_LENGTH, _focal_text(exif))
    if exif.exposure_bias_ev:
        yield Fact(FactName.BIAS, f"{exif.exposure_bias_ev:+.2g} EV".replace("-", "−"))
    if exif.has_flashed is not None:
        yield Fact(FactName.FLASH, "Fired" if exif.has_flashed else "Did not fire")


def _when(photo: Photo, exif: ExifSheet) -> Iterator[Fact]:
    known = photo.facts.taken_at if photo.facts else None
    taken = exif.taken or (f"{known:%Y-%m-%d %H:%M:%S}" if known else "")
    yield Fact(FactName.TAKEN, taken)
    if exif.digitized != taken:
        yield Fact(FactName.DIGITIZED, exif.digitized)
    yield Fact(FactName.ZONE, exif.zone)


def _place(exif: ExifSheet) -> Iterator[Fact]:
    if exif.latitude is not None and exif.longitude is not None:
        north = _degrees_text(exif.latitude, "NS")
        yield Fact(FactName.POSITION, f"{north}, {_degrees_text(exif.longitude, 'EW')}")
    if exif.altitude_m is not None:
        yield Fact(FactName.ALTITUDE, f"{exif.altitude_m:.0f} m".replace("-", "−"))


def _words(exif: ExifSheet, labels: Sequence[str]) -> Iterator[Fact]:
    yield Fact(FactName.LABELS, ", ".join(labels))
    yield Fact(FactName.TITLE, exif.title)
    yield Fact(FactName.DESCRIPTION, exif.description)
    yield Fact(FactName.KEYWORDS, ", ".join(exif.keywords))
    yield Fact(FactName.RATING, _rating_text(exif.rating))
    yield Fact(FactName.AUTHOR, exif.author)
    yield Fact(FactName.COPYRIGHT, exif.copyright)


def dimensions_text(width: int, height: int) -> str:
    """`4608 × 3456 (15.9 MP)`; pictures of less than a tenth of a megapixel are not praised."""
    megapixels = width * height / 1e6
    told = f"{width} × {height}"
    return f"{told} ({megapixels:.1f} MP)" if megapixels >= 0.1 else told


def size_text(size_bytes: int) -> str:
    """`4.2 MB`, in thousands as file managers count."""
    if size_bytes < 1000:
        return counted(size_bytes, "byte")
    if size_bytes < 999_500:
        return f"{size_bytes / 1e3:.0f} kB"
    if size_bytes < 999_950_000:
        return f"{size_bytes / 1e6:.1f} MB"
    return f"{size_bytes / 1e9:.2f} GB"


def _local_time(mtime_ns: int) -> str:
    try:
        moment = datetime.fromtimestamp(mtime_ns / 1e9, UTC).astimezone()
    except (OverflowError, ValueError, OSError):  # a disk may claim any date
        return ""
    return f"{moment:%Y-%m-%d %H:%M}"


def _exposure_text(seconds: float) -> str:
    return f"1/{1 / seconds:.0f} s" if seconds < 0.3 else f"{seconds:.3g} s"


def _focal_text(exif: ExifSheet) -> str:
    own = f"{exif.focal_length_mm:.3g} mm" if exif.focal_length_mm else ""
    as_film = f"{exif.focal_length_35mm:.0f} mm (35 mm eq.)" if exif.focal_length_35mm else ""
    return f"{own}, {as_film}" if own and as_film else own or as_film


def _degrees_text(degrees: float, sides: str) -> str:
    return f"{abs(degrees):.5f}° {sides[degrees < 0]}"


def _rating_text(rating: int | None) -> str:
    if not rating:
        return ""
    return "Rejected" if rating < 0 else "★" * rating + "☆" * (5 - rating)
