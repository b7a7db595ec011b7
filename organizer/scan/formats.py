"""Which files are pictures or videos: by their first bytes, and by name where those say nothing."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

# what Pillow may try; never EPS (runs a program) and not MPO (the JPEG reader opens those)
PILLOW_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP", "AVIF", "HEIF", "JXL")

IMAGE_ENDINGS = frozenset(
    ".jpg .jpeg .jpe .jfif .mpo .png .apng .webp .gif .tif .tiff .bmp .dib .avif .avifs .heic .heif"
    " .heics .hif .jxl .jp2".split()
)
RAW_ENDINGS = frozenset(
    ".cr2 .cr3 .crw .nef .nrw .arw .sr2 .srf .dng .rw2 .raw .orf .raf .pef .srw .x3f .3fr .erf .kdc"
    " .mrw .rwl .iiq .mef .mos .dcr".split()
)
VIDEO_ENDINGS = frozenset(
    ".mp4 .m4v .mov .qt .3gp .3g2 .avi .mkv .webm .mts .m2ts .mpg .mpeg .wmv .asf .flv .vob".split()
)
XMP_ENDING, JSON_ENDING = ".xmp", ".json"
# decoders that not every file needs, by the endings that surely do
VIDEO, RAW, JXL = "video", "raw", "jxl"
DECODERS = {VIDEO: VIDEO_ENDINGS, RAW: RAW_ENDINGS, JXL: frozenset({".jxl"})}
# well-known things that lie beside photos: not worth opening to look for a picture
OTHER_ENDINGS = frozenset(
    ".txt .md .json .xmp .xml .csv .tsv .html .htm .css .js .pdf .zip .gz .7z .tar .rar .db .sqlite"
    " .ini .log .py .doc .docx .xls .xlsx .ods .odt .mp3 .m4a .wav .ogg .flac .aac .opus .thm .aae"
    " .pp3 .lnk .url .sh .exe .dll .so .yaml .yml .toml .svg .psd .xcf .eps .ai".split()
)
# a picture of this size is decoded about as quickly as the thumbnail that it may carry
QUICK_BYTES = 128_000
SNIFF_BYTES = 400  # the starts of three packets of a transport stream, which has no other sign

_HEIF_BRANDS = (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1")


def decoders_for(paths: Iterable[PurePath]) -> set[str]:
    """Which decoders these files need, as far as their names tell."""
    endings = {path.suffix.lower() for path in paths}
    return {name for name, known in DECODERS.items() if endings & known}


def sniff(head: bytes) -> str | None:
    """Name the format that the first bytes show: "JPEG", "HEIF", "VIDEO", "RAW" …, or None."""
    for magic, name in (
        (b"\xff\xd8\xff", "JPEG"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"GIF8", "GIF"),
        (b"BM", "BMP"),
        (b"II*\0", "TIFF"),
        (b"MM\0*", "TIFF"),
        (b"II+\0", "TIFF"),
        (b"MM\0+", "TIFF"),
        (b"FUJIFILMCCD-RAW", "RAW"),
        (b"IIRO", "RAW"),
        (b"IIRS", "RAW"),
        (b"MMOR", "RAW"),
        (b"IIU\0", "RAW"),
        (b"II\x1a\0\0\0HEAPCCDR", "RAW"),
        (b"FOVb", "RAW"),
        (b"\0MRM", "RAW"),
        (b"\xff\x0a", "JXL"),
        (b"\0\0\0\x0cJXL ", "JXL"),
        (b"\0\0\0\x0cjP  ", "JP2"),
    ):
        if head.startswith(magic):
            return name
    return _sniff_container(head)


def _sniff_container(head: bytes) -> str | None:
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WEBP"
    if head[4:8] != b"ftyp":
        return None if sniff_video(head) is None else "VIDEO"
    brand = head[8:12]
    if brand in (b"avif", b"avis"):
        return "AVIF"
    if brand == b"crx ":
        return "RAW"
    if brand in (b"mif1", b"msf1") and b"avif" in head:
        return "AVIF"
    return "HEIF" if brand in _HEIF_BRANDS else "VIDEO"


def sniff_video(head: bytes) -> str | None:
    """The one demuxer that fits the first bytes, or None; playlists have no such bytes."""
    for magic, demuxer in (
        (b"\x1aE\xdf\xa3", "matroska"),
        (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "asf"),
        (b"\0\0\1\xba", "mpeg"),
        (b"\0\0\1\xb3", "mpegvideo"),
        (b"FLV\1", "flv"),
    ):
        if head.startswith(magic):
            return demuxer
    if head[4:8] in (b"ftyp", b"moov", b"mdat", b"wide"):
        return "mov"
    if head[:1] == b"\0" and head[4:8] in (b"free", b"skip", b"pnot"):  # words of texts, too
        return "mov"
    if head[:4] == b"RIFF" and head[8:12] == b"AVI ":
        return "avi"
    for start, length in ((0, 188), (4, 192)):  # packets as broadcast, and as cameras write them
        if head[start : start + 2 * length + 1 : length] == b"GGG":
            return "mpegts"
    return None


def is_certain_image(head: bytes) -> bool:
    """Whether a file of unknown name is a picture or video; two letters "BM" prove nothing."""
    found = sniff(head)
    return found is not None and not (found == "BMP" and head[6:10] != b"\0\0\0\0")
