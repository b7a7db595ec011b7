"""Export everything in a folder without what it tells, and look for what is still told.

    python tools/check_exports.py FOLDER [--json OUT]

Two exports through the real program: stripped, and as the files are. Each stripped copy is read by
exiftool (which must be there), and its pixels, seen upright, are compared with those of the file.
Ends with 1 if anything personal is found, or if pixels differ.
"""

from __future__ import annotations

import argparse
import io
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any

import av
import numpy as np
import pillow_heif
from PIL import Image, ImageOps

from organizer import pipeline
from organizer.library import Library, open_library
from organizer.models import AlbumId, ExportOptions, ExportReport, Kind, Photo
from organizer.progress import Progress

# groups of exiftool that only describe the file, the pixels or the colours
_PLAIN_GROUPS = re.compile(
    r"ExifTool|System|File|JFIF|PNG.*|RIFF|GIF|BMP|QuickTime|Track\d+|Meta|ItemList|Composite"
    r"|ICC.*|IFD\d|ExifIFD|InteropIFD|Jpeg2000|JXL|AFCP|SubIFD\d*|Adobe|APP14|MPEG|H264|AV1"
)
_PERSONAL = re.compile(
    r"GPS|^Make$|Model|Serial|Owner|Artist|Author|Creator|Copyright|Comment|Description|Title"
    r"|Keyword|Subject|Thumbnail|Preview|JpgFromRaw|OtherImage|MakerNote|Lens|Software|HostComp"
    r"|Location|City|Country|Person|Face|Region|XMP|Photoshop|UniqueID|Encoder|Writing|Handler"
    r"|CompressorName|MotionPhoto|Trailer|EmbeddedVideo|ContentIdentifier|DocumentID"
)
# words of exiftool about files as such, and fields that every QuickTime file has
_NO_FINDING = re.compile(r"HandlerType|HandlerClass|Warning|Preview(Duration|Time)")
# for pictures that are encoded anew as JPEG: mean difference of one channel, of 255
_ENCODED_DIFFERENCE = 8.0
# where RAW files keep pictures, and how EXIF's orientations turn them
_INSIDE = ("-JpgFromRaw", "-PreviewImage", "-OtherImage", "-ThumbnailImage", "-ThumbnailTIFF")
_SAME_SHAPE = 0.02
_TURNS = {
    3: Image.Transpose.ROTATE_180,
    6: Image.Transpose.ROTATE_270,
    8: Image.Transpose.ROTATE_90,
}


def main(words: list[str] | None = None) -> int:
    """Check one folder."""
    parser = argparse.ArgumentParser(description=__doc__, usage=__doc__.split("\n\n")[1].strip())
    parser.add_argument("folder", type=Path)
    parser.add_argument("--json", type=Path, metavar="OUT")
    options = parser.parse_args(words)
    pillow_heif.register_heif_opener()
    Image.MAX_IMAGE_PIXELS = None
    with tempfile.TemporaryDirectory() as scratch:
        found = check(options.folder, Path(scratch))
    if options.json:
        options.json.write_text(json.dumps(found, indent=1, ensure_ascii=False, default=str))
    print(json.dumps({key: one for key, one in found.items() if key != "copies"}, indent=1))
    return 1 if found["findings"] else 0


def check(folder: Path, scratch: Path) -> dict[str, Any]:
    """What the copies of everything in *folder* tell."""
    with open_library(scratch / "library") as library:
        pipeline.add_folders(library, [folder])
        pipeline.organize(library, progress=Progress())
        with library.transaction():
            album = library.albums.add("All", [photo.id for photo in library.photos.all()])
        photos = library.photos.get_many(album.photo_ids)
        stripped = _export(library, album.id, scratch / "stripped", keep_location=False)
        whole = _export(library, album.id, scratch / "whole", keep_location=True)
    told = _exiftool(scratch / "stripped")
    anew = {str(path) for path, _reason in stripped.converted}
    copies = [
        _look_at(
            photo,
            one,
            _copies(whole).get(number),
            told[one.name],
            is_anew=str(photo.path) in anew,
        )
        for number, photo in enumerate(photos, start=1)
        if (one := _copies(stripped).get(number)) is not None
    ]
    return {
        "photos": len(photos),
        "copies_stripped": len(copies),
        "copies_whole": len(whole.written),
        "checked_by_the_program": stripped.checked,
        "clean_by_exiftool": sum(not one["told"] for one in copies),
        "pixels": dict(Counter(one["pixels"] for one in copies)),
        "findings": [one for one in copies if one["told"] or one["pixels"] == "different"],
        "skipped_stripped": _reasons(stripped, folder),
        "skipped_whole": _reasons(whole, folder),
        "encoded_anew": sorted(str(path.relative_to(folder)) for path, _ in stripped.converted),
        "copies": copies,
    }


def _export(library: Library, album_id: AlbumId, to: Path, *, keep_location: bool) -> ExportReport:
    options = ExportOptions(keep_location=keep_location, names="{number}")
    return pipeline.export_album(library, album_id, to, options, progress=Progress())


def _copies(report: ExportReport) -> dict[int, Path]:
    return {int(path.stem): path for path in report.written}


def _reasons(report: ExportReport, folder: Path) -> list[str]:
    return sorted(f"{path.relative_to(folder)}: {reason}" for path, reason in report.skipped)


def _exiftool(folder: Path) -> dict[str, dict[str, Any]]:
    """What exiftool reads of each file, by its name."""
    command = ["exiftool", "-a", "-G1", "-s", "-ee", "-j", "-api", "LargeFileSupport=1", folder]
    answer = subprocess.run(command, capture_output=True, check=False)  # 1: some file is odd
    return {Path(one["SourceFile"]).name: one for one in json.loads(answer.stdout)}


def _look_at(
    photo: Photo, copy: Path, whole: Path | None, tags: dict[str, Any], *, is_anew: bool
) -> dict[str, Any]:
    told = sorted(
        f"{tag}={str(text)[:60]}" for tag, text in tags.items() if text and _is_personal(tag)
    )
    if whole is None:
        pixels = "no whole copy to compare with"
    elif photo.kind is not Kind.VIDEO and copy.suffix != whole.suffix and not is_anew:
        pixels = _compare_inside(copy, whole)
    elif photo.kind is Kind.VIDEO:
        pixels = "equal" if _same_video(copy, whole) else "different"
    else:
        pixels = _compare(copy, whole, is_anew=is_anew)
    return {"file": str(photo.path), "copy": copy.name, "told": told, "pixels": pixels}


def _is_personal(tag: str) -> bool:
    group, _, name = tag.rpartition(":")
    if not group or group.startswith("ICC") or _NO_FINDING.match(name):
        return False
    return not _PLAIN_GROUPS.fullmatch(group) or bool(_PERSONAL.search(name))


def _compare(copy: Path, whole: Path, *, is_anew: bool) -> str:
    try:
        expected = _upright(whole)
    except (OSError, SyntaxError, ValueError) as error:
        return f"Pillow cannot open the file itself ({type(error).__name__})"
    made = _upright(copy)
    if made.shape != expected.shape:
        return "different"
    if is_anew:
        is_like = _difference(made, expected) < _ENCODED_DIFFERENCE
        return "encoded anew, alike" if is_like else "different"
    return "equal" if np.array_equal(made, expected) else "different"


def _compare_inside(copy: Path, raw: Path) -> str:
    """The copy of a RAW file beside the pictures inside it that exiftool finds."""
    made, best = _upright(copy), None
    told = subprocess.run(
        ["exiftool", "-n", "-s3", "-Orientation", raw], capture_output=True, check=False
    ).stdout.split()
    turns = _TURNS.get(int(told[0]) if told else 1)
    for tag in _INSIDE:
        content = subprocess.run(["exiftool", "-b", tag, raw], capture_output=True, check=False)
        try:
            with Image.open(io.BytesIO(content.stdout)) as picture:
                own = picture.getexif().get(0x0112, 1) > 1
                seen = ImageOps.exif_transpose(picture) if own or turns is None else None
                inside = np.asarray((seen or picture.transpose(turns)).convert("RGBA"))
        except (OSError, SyntaxError, ValueError):
            continue
        if abs(inside.shape[0] / inside.shape[1] - made.shape[0] / made.shape[1]) < _SAME_SHAPE:
            size = inside.shape[1], inside.shape[0]  # a smaller one of the same picture will do
            smaller = np.asarray(Image.fromarray(made).resize(size, Image.Resampling.BOX))
            best = min(_difference(smaller, inside), 255.0 if best is None else best)
    if best is None:
        return "no picture of its shape found inside the RAW file"
    return "as the picture inside the RAW file" if best < _ENCODED_DIFFERENCE else "different"


def _upright(path: Path) -> np.ndarray[Any, Any]:
    with Image.open(path) as picture:
        return np.asarray(ImageOps.exif_transpose(picture).convert("RGBA"))


def _difference(one: np.ndarray[Any, Any], other: np.ndarray[Any, Any]) -> float:
    return float(np.abs(one[..., :3].astype(int) - other[..., :3]).mean())


def _same_video(copy: Path, whole: Path) -> bool:
    return all(one == other for one, other in zip_longest(_packets(copy), _packets(whole)))


def _packets(path: Path) -> Iterator[tuple[Any, ...]]:
    """What is seen and heard: times and bytes of each packet, and how it is turned."""
    with path.open("rb") as file, av.open(file) as container:
        streams = [one for one in container.streams if one.type in ("video", "audio")]
        for packet in container.demux(streams):
            yield packet.stream.type, packet.pts, packet.dts, bytes(packet)
    with path.open("rb") as file, av.open(file) as container:
        for frame in container.decode(video=0):
            yield "first frame", frame.rotation, frame.to_ndarray(format="rgb24").tobytes()
            break


if __name__ == "__main__":
    sys.exit(main())
