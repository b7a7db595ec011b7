"""MP4 and QuickTime videos without what they tell, and with the same streams, bit for bit.

Nothing moves: boxes that are not needed to play become ``free`` and are filled with zeros, and so
is everything between the samples of pictures and sound. Tracks of another kind (positions,
movements, time codes, texts) go whole.
"""

from __future__ import annotations

from organizer.export.iso_boxes import Box, boxes, leading_boxes, only
from organizer.export.mp4_codecs import require_whole_codec
from organizer.export.mp4_samples import sample_ranges
from organizer.export.parts import require

_TABLES = frozenset(
    b"stsd stts ctts cslg stss stsz stz2 stsc stco co64 sgpd sbgp sdtp stps".split()
)
_INSIDE = {
    b"trak": frozenset((b"tkhd", b"edts", b"mdia", b"tapt")),
    b"edts": frozenset((b"elst",)),
    b"tapt": frozenset((b"clef", b"prof", b"enof")),
    b"mdia": frozenset((b"mdhd", b"hdlr", b"minf")),
    b"minf": frozenset((b"vmhd", b"smhd", b"hdlr", b"dinf", b"stbl")),
    b"dinf": frozenset((b"dref",)),
    b"stbl": _TABLES,
}
_DATED = frozenset((b"mvhd", b"tkhd", b"mdhd"))
_SEEN_OR_HEARD = (b"vide", b"soun")
# of a sample entry: what decoders need; before them stand fixed fields
_CODEC = frozenset(
    b"avcC hvcC av1C vpcC vvcC esds colr pasp clap btrt fiel gama chan wave dvcC dvvC mdcv clli"
    b" damr d263 alac dac3 dec3 dOps lhvC SmDm CoLL".split()
)
_ENTRY_HEAD = {b"vide": 86, b"soun": 36}
_COMPRESSOR = slice(50, 82)  # of a sample entry of pictures: the encoder's name
_MAKER = slice(20, 24)  # and who made it


def strip_mp4(content: bytes, *, keeps_date: bool) -> bytes:
    """The video with nothing but its streams.

    Raises:
        CannotStripError: For fragmented videos and for whatever is not well formed.
    """
    top = leading_boxes(content)
    made = bytearray(content[: top[-1].end] if top else b"")
    require({b"mdat", b"moov"} <= {one.kind for one in top})
    require(not {b"moof", b"sidx"} & {one.kind for one in top})
    moov = only(top, b"moov")
    kept = _clean(made, moov, keeps_date=keeps_date)
    require(any(_handler(made, one) == b"vide" for one in kept))
    ranges = sample_ranges(content, [_tables(made, one) for one in kept])
    for one in top:
        if one.kind == b"mdat":
            _blank_between(made, one, ranges)
        elif one.kind not in (b"ftyp", b"moov"):
            _free(made, one)
    inside = [(one.body, one.end) for one in top if one.kind == b"mdat"]
    require(all(any(a <= s and e <= b for a, b in inside) for s, e in ranges))
    return bytes(made)


def _clean(made: bytearray, moov: Box, *, keeps_date: bool) -> list[Box]:
    """Free what is not needed in *moov*; returns the tracks that stay."""
    kept = []
    for one in boxes(made, moov.body, moov.end):
        if one.kind == b"trak" and _handler(made, one) in _SEEN_OR_HEARD:
            kept.append(one)
            _clean_inside(made, one, _handler(made, one), keeps_date=keeps_date)
        elif one.kind == b"mvhd":
            _clean_leaf(made, one, b"", keeps_date=keeps_date)
        else:
            require(one.kind not in (b"mvex", b"cmov"))
            _free(made, one)
    return kept


def _clean_inside(made: bytearray, outer: Box, handler: bytes, *, keeps_date: bool) -> None:
    for one in boxes(made, outer.body, outer.end):
        if one.kind not in _INSIDE[outer.kind]:
            _free(made, one)
        elif one.kind in _INSIDE:
            _clean_inside(made, one, handler, keeps_date=keeps_date)
        else:
            _clean_leaf(made, one, handler, keeps_date=keeps_date)


def _clean_leaf(made: bytearray, one: Box, handler: bytes, *, keeps_date: bool) -> None:
    if one.kind in _DATED and not keeps_date:
        _zero(made, one.body + 4, one.body + (20 if made[one.body] else 12), one.end)
    elif one.kind == b"hdlr":  # a maker's code, and a name of any length
        _zero(made, one.body + 12, one.end, one.end)
    elif one.kind == b"dref":
        for entry in boxes(made, one.body + 8, one.end):
            require(entry.end - entry.body >= 4 and made[entry.body + 3] & 1)  # in this file
            _zero(made, entry.body + 4, entry.end, entry.end)
    elif one.kind == b"stsd":
        for entry in boxes(made, one.body + 8, one.end):
            _clean_entry(made, entry, handler)


def _clean_entry(made: bytearray, entry: Box, handler: bytes) -> None:
    """Blank the names in a sample entry, and what decoders do not need."""
    head = _ENTRY_HEAD[handler]
    _zero(made, entry.start + _MAKER.start, entry.start + _MAKER.stop, entry.end)
    if handler == b"vide":
        require(entry.end - entry.start >= head)
        _zero(made, entry.start + _COMPRESSOR.start, entry.start + _COMPRESSOR.stop, entry.end)
    elif entry.end - entry.start >= head:
        version = made[entry.start + 17]  # of QuickTime's sound descriptions
        head += {1: 16, 2: 36}.get(version, 0)
    if entry.start + head < entry.end:
        for one in boxes(made, entry.start + head, entry.end):
            if one.kind not in _CODEC:
                _free(made, one)
            else:
                require_whole_codec(made, one)
            if one.kind == b"damr":  # who made the encoder, and its version
                _zero(made, one.body, one.body + 5, one.end)


def _tables(made: bytearray, trak: Box) -> dict[bytes, Box]:
    mdia = only(boxes(made, trak.body, trak.end), b"mdia")
    minf = only(boxes(made, mdia.body, mdia.end), b"minf")
    stbl = only(boxes(made, minf.body, minf.end), b"stbl")
    return {one.kind: one for one in boxes(made, stbl.body, stbl.end)}


def _handler(made: bytearray, trak: Box) -> bytes:
    mdia = only(boxes(made, trak.body, trak.end), b"mdia")
    hdlr = only(boxes(made, mdia.body, mdia.end), b"hdlr")
    return bytes(made[hdlr.body + 8 : hdlr.body + 12])


def _blank_between(made: bytearray, mdat: Box, ranges: list[tuple[int, int]]) -> None:
    """Zero what is no sample of a track that stays; *ranges* in order."""
    position = mdat.body
    for start, end in ranges:
        if start >= mdat.end or end <= mdat.body:
            continue
        if start > position:
            _zero(made, position, start, mdat.end)
        position = max(position, end)
    _zero(made, min(position, mdat.end), mdat.end, mdat.end)


def _free(made: bytearray, one: Box) -> None:
    made[one.start + 4 : one.start + 8] = b"free"
    _zero(made, one.body, one.end, one.end)


def _zero(made: bytearray, start: int, end: int, limit: int) -> None:
    require(start <= end <= limit <= len(made))
    made[start:end] = bytes(end - start)
