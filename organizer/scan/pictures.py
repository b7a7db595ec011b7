"""From the bytes of a picture to a thumbnail, its sharpness, or RGB for the viewer: one decode.

Runs in the decode workers: what is read here may be hostile.
"""

from __future__ import annotations

import io
from functools import lru_cache
from operator import mul
from typing import BinaryIO

from PIL import Image, ImageCms, ImageFilter, features

from organizer.scan.formats import PILLOW_FORMATS

SHORT_SIDE_PX, LONG_SIDE_PX, JPEG_QUALITY = 256, 512, 85
MAX_PIXELS = 250_000_000

try:
    import pillow_heif
except ImportError:
    READS_HEIF = False
else:
    READS_HEIF = True
    pillow_heif.register_heif_opener()
READS_AVIF = bool(features.check("avif"))
Image.MAX_IMAGE_PIXELS = None  # our own limit gives a sentence instead of a warning

_LAPLACIAN = ImageFilter.Kernel((3, 3), (0, 1, 0, 1, -4, 1, 0, 1, 0), scale=1, offset=128)
_VALUES = tuple(range(256))
_SQUARES = tuple(value * value for value in _VALUES)
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


class TooLargeError(Exception):
    """The picture has more pixels than we decode."""


def open_picture(file: BinaryIO) -> Image.Image:
    """Open, without decoding; only the formats that are meant to be read.

    Raises:
        TooLargeError: If it has more than :data:`MAX_PIXELS`.
        Exception: Whatever the decoders raise on damaged files.
    """
    known = [name for name in PILLOW_FORMATS if name in Image.OPEN]  # a decoder may be missing
    picture = Image.open(file, formats=known)
    if picture.width * picture.height > MAX_PIXELS:
        raise TooLargeError
    return picture


def fitted_size(width_px: int, height_px: int) -> tuple[int, int]:
    """Size of the thumbnail: short side 256, long side at most 512, never enlarged."""
    scale = min(
        1.0,
        SHORT_SIDE_PX / min(width_px, height_px),
    )
    scale = min(scale, LONG_SIDE_PX / max(width_px, height_px))
    return max(1, round(width_px * scale)), max(1, round(height_px * scale))


def make_thumbnail(picture: Image.Image, *, orientation: int) -> tuple[bytes, float]:
    """One scaled decode; gives the upright JPEG and the sharpness.

    Returns:
        The JPEG bytes, and the variance of the Laplacian of the small grey picture.
    """
    small = _scaled(picture, fitted_size(picture.width, picture.height))
    return _as_jpeg(small, orientation), _sharpness(small)


def make_small(picture: Image.Image, *, orientation: int) -> bytes:
    """The same JPEG without the sharpness."""
    return _as_jpeg(_scaled(picture, fitted_size(picture.width, picture.height)), orientation)


def _as_jpeg(small: Image.Image, orientation: int) -> bytes:
    jpeg = io.BytesIO()
    turned(small, orientation).save(jpeg, "JPEG", quality=JPEG_QUALITY)
    return jpeg.getvalue()


def _sharpness(small: Image.Image) -> float:
    """Variance of the Laplacian, out of the counts of its 256 values."""
    counts: list[int] = small.convert("L").filter(_LAPLACIAN).histogram()
    number = small.width * small.height
    mean = sum(map(mul, counts, _VALUES)) / number
    return float(sum(map(mul, counts, _SQUARES)) / number - mean**2)


def make_rgb(
    picture: Image.Image, *, orientation: int, max_px: int | None
) -> tuple[int, int, bytes]:
    """The upright picture for the screen: width, height, and rows of RGB without padding."""
    scale = 1.0 if max_px is None else min(1.0, max_px / max(picture.size))
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    upright = turned(_scaled(picture, size), orientation)
    return upright.width, upright.height, upright.tobytes()


def _scaled(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Decode at the nearest cheap scale, then to RGB in sRGB of exactly *size*."""
    profile = picture.info.get("icc_profile")
    picture.draft("RGB", size)  # JPEG only: the decoder leaves out what is not needed
    picture.load()
    rgb = to_rgb(picture)
    if rgb.size != size:
        rgb = rgb.resize(size, Image.Resampling.BICUBIC, reducing_gap=3.0)
    return _to_srgb(rgb, profile)


def to_rgb(picture: Image.Image) -> Image.Image:
    """Any mode to RGB; what is transparent becomes white, 16 bits become 8."""
    if picture.mode == "RGB":
        return picture
    if picture.mode.startswith("I"):
        picture = picture.point(lambda value: value / 256).convert("L")
    if picture.has_transparency_data:
        seen = picture.convert("RGBA")
        white = Image.new("RGBA", seen.size, "white")
        return Image.alpha_composite(white, seen).convert("RGB")
    return picture.convert("RGB")


def turned(picture: Image.Image, orientation: int) -> Image.Image:
    """The picture as it is meant to be looked at."""
    turn = _TURNS.get(orientation)
    return picture if turn is None else picture.transpose(turn)


def _to_srgb(picture: Image.Image, profile: object) -> Image.Image:
    if not isinstance(profile, bytes) or not profile or b"sRGB" in profile[:1024]:
        return picture
    transform = _transform(profile)
    return picture if transform is None else ImageCms.applyTransform(picture, transform) or picture


@lru_cache(maxsize=16)
def _transform(profile: bytes) -> ImageCms.ImageCmsTransform | None:
    try:
        return ImageCms.buildTransform(
            ImageCms.ImageCmsProfile(io.BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            "RGB",
            "RGB",
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None  # a grey or CMYK profile, or a damaged one: the colours stay as decoded
