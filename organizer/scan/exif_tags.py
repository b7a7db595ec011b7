"""The EXIF tags that are read, and the forms in which cameras write them (EXIF 2.32, TIFF 6)."""

from __future__ import annotations

IFD_EXIF, IFD_GPS = 0x8769, 0x8825
MAKE, MODEL, ORIENTATION, MODIFIED = 0x010F, 0x0110, 0x0112, 0x0132
ORIGINAL, CREATED = 0x9003, 0x9004
OFFSETS = (0x9011, 0x9012, 0x9010)  # of original, created, modified
SHUTTER, F_NUMBER, ISO, FOCAL_LENGTH = 0x829A, 0x829D, 0x8827, 0x920A
MAKER_NOTE = 0x927C
LATITUDE_REF, LATITUDE, LONGITUDE_REF, LONGITUDE, GPS_TIME, GPS_DAY = 1, 2, 3, 4, 7, 29
THUMBNAIL_AT, THUMBNAIL_BYTES = 0x0201, 0x0202

SINGLE = frozenset({IFD_EXIF, IFD_GPS, ORIENTATION, THUMBNAIL_AT, THUMBNAIL_BYTES})

# the forms of values, by their numbers
ASCII, SHORT, LONG, RATIONAL, UNDEFINED = 2, 3, 4, 5, 7
BYTES_OF = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8}
USUAL_FORMS: dict[int, tuple[int, ...]] = {
    **dict.fromkeys((MAKE, MODEL, MODIFIED, ORIGINAL, CREATED, *OFFSETS), (ASCII,)),
    **dict.fromkeys((LATITUDE_REF, LONGITUDE_REF, GPS_DAY), (ASCII,)),
    **dict.fromkeys((LATITUDE, LONGITUDE, GPS_TIME), (RATIONAL,)),
    **dict.fromkeys((SHUTTER, F_NUMBER, FOCAL_LENGTH), (RATIONAL,)),
    **dict.fromkeys((IFD_EXIF, IFD_GPS), (LONG,)),
    **dict.fromkeys((THUMBNAIL_AT, THUMBNAIL_BYTES, ISO), (SHORT, LONG)),
    ORIENTATION: (SHORT,),
    MAKER_NOTE: (UNDEFINED,),
}
