"""Which files are pictures or videos: by their first bytes, and by name where those say nothing."""

from __future__ import annotations

# what Pillow may try; never EPS (runs a program) and not MPO (the JPEG reader opens those)
PILLOW_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP", "AVIF", "HEIF")

IMAGE_ENDINGS = frozenset(
    ".jpg .jpeg .jpe .jfif .mpo .png .apng .webp .gif .tif .tiff .bmp .dib .avif .avifs .heic .heif"
    " .heics .hif .jxl .jp2".split()
)
RAW_ENDINGS = frozenset(
    ".cr2 .cr3 .crw .nef .nrw .arw .sr2 .srf .dng .rw2 .raw .orf .raf .pef .srw .x3f .3fr .erf .kdc"
    " .mrw .rwl .iiq .mef .mos .dcr".split()
)
VIDEO_ENDINGS = frozenset(
    ".mp4 .m4v .mov .qt .3gp .3g2 .avi .mkv .webm .mts .m2ts .mpg .mpeg .wmv".split()
)
# well-known things that lie beside photos: not worth opening to look for a picture
OTHER_ENDINGS = frozenset(
    ".txt .md .json .xmp .xml .csv .tsv .html .htm .css .js .pdf .zip .gz .7z .tar .rar .db .sqlite"
    " .ini .log .py .doc .docx .xls .xlsx .ods .odt .mp3 .m4a .wav .ogg .flac .aac .opus .thm .aae"
    " .pp3 .lnk .url .sh .exe .dll .so .yaml .yml .toml .svg .psd .xcf .eps .ai".split()
)
SNIFF_BYTES = 32

_HEIF_BRANDS = (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1")


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
        (b"IIU\0", "RAW"),
        (b"II\x1a\0\0\0HEAPCCDR", "RAW"),
        (b"FOVb", "RAW"),
        (b"\0MRM", "RAW"),
        (b"\xff\x0a", "JXL"),
        (b"\0\0\0\x0cJXL ", "JXL"),
        (b"\0\0\0\x0cjP  ", "JP2"),
        (b"\x1aE\xdf\xa3", "VIDEO"),
    ):
        if head.startswith(magic):
            return name
    return _sniff_container(head)


def _sniff_container(head: bytes) -> str | None:
    if head[:4] == b"RIFF":
        return {b"WEBP": "WEBP", b"AVI ": "VIDEO"}.get(head[8:12])
    if head[4:8] != b"ftyp":
        return "VIDEO" if head[4:8] in (b"moov", b"mdat", b"wide") else None
    brand = head[8:12]
    if brand in (b"avif", b"avis"):
        return "AVIF"
    if brand == b"crx ":
        return "RAW"
    if brand in (b"mif1", b"msf1") and b"avif" in head:
        return "AVIF"
    return "HEIF" if brand in _HEIF_BRANDS else "VIDEO"


def is_certain_image(head: bytes) -> bool:
    """Whether a file of unknown name is a picture or video; two letters "BM" prove nothing."""
    found = sniff(head)
    return found is not None and not (found == "BMP" and head[6:10] != b"\0\0\0\0")
