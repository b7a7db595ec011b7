"""XMP beside and inside pictures, IPTC, and the lists of Facebook and Instagram."""

from __future__ import annotations

import json
import struct
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organizer.models import Note, NoteKind, Precision, Status
from organizer.scan import moments
from organizer.scan.archives import may_be_list, read_list, repaired
from organizer.scan.embedded import apple_content_id
from organizer.scan.facts import as_plain, beside_from, metadata_from
from organizer.scan.neighbours import look_beside, read_archive_list
from organizer.scan.reading import look_first
from organizer.scan.unread import UnreadError
from organizer.scan.workers import DecodeWorker
from organizer.scan.xmp import read_xmp, read_xmp_sidecar
from tests.builders import a_picture
from tests.organizer.scan.test_reading import an_image_file, read

SPACES = (
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
    'xmlns:exif="http://ns.adobe.com/exif/1.0/" '
    'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" '
    'xmlns:xmp="http://ns.adobe.com/xap/1.0/" '
    'xmlns:Camera="http://ns.google.com/photos/1.0/camera/"'
)


def a_packet(attributes: str = "", elements: str = "", before: str = "") -> str:
    return (
        f'{before}<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF {SPACES}>'
        f'<rdf:Description rdf:about="" {attributes}>{elements}</rdf:Description>'
        "</rdf:RDF></x:xmpmeta>"
    )


@pytest.mark.parametrize(
    ("text", "at", "offset", "precision"),
    [
        ("2021-05-06T07:08:09+02:00", datetime(2021, 5, 6, 7, 8, 9), 120, Precision.SECOND),
        ("2021-05-06T07:08:09.123Z", datetime(2021, 5, 6, 7, 8, 9), 0, Precision.SECOND),
        ("2021:05:06 07:08:09", datetime(2021, 5, 6, 7, 8, 9), None, Precision.SECOND),
        ("2021-05-06T07:08", datetime(2021, 5, 6, 7, 8), None, Precision.MINUTE),
        ("2021-05-06", datetime(2021, 5, 6), None, Precision.DAY),
        ("2021-05", datetime(2021, 5, 1), None, Precision.MONTH),
        ("1931", datetime(1931, 1, 1), None, Precision.YEAR),
    ],
)
def test_dates_of_xmp_are_read_as_precisely_as_they_are_written(
    text: str, at: datetime, offset: int | None, precision: Precision
) -> None:
    for packet in (
        a_packet(f'exif:DateTimeOriginal="{text}"'),
        a_packet(elements=f"<photoshop:DateCreated>{text}</photoshop:DateCreated>"),
    ):
        found = read_xmp_sidecar(packet.encode())

        assert (found.taken_at, found.utc_offset_min, found.precision) == (at, offset, precision)


@pytest.mark.parametrize(
    "text", ["2021-13-06", "soon", "20210506", "0000-00-00", "2021-05-06T99:00"]
)
def test_what_is_no_date_is_left_out(text: str) -> None:
    assert moments.read_when(text) is None


@pytest.mark.parametrize(
    ("latitude", "longitude", "reference", "place"),
    [
        ("48,24.5025N", "3,5.4353W", "", (48.408375, -3.0905883)),
        ("48,24,30S", "3,5,0E", "", (-48.408333, 3.083333)),
        (
            "47.675",
            "122.317",
            'exif:GPSLatitudeRef="N" exif:GPSLongitudeRef="W"',
            (47.675, -122.317),
        ),
        ("-47.5", "12.25", "", (-47.5, 12.25)),
        ("0", "0", "", (None, None)),
        ("148,0N", "3,0W", "", (None, None)),
        ("north", "3,0W", "", (None, None)),
    ],
)
def test_places_of_xmp_are_read_in_every_way_they_are_written(
    latitude: str, longitude: str, reference: str, place: tuple[float | None, float | None]
) -> None:
    packet = a_packet(f'exif:GPSLatitude="{latitude}" exif:GPSLongitude="{longitude}" {reference}')

    found = read_xmp_sidecar(packet.encode())

    assert (found.latitude, found.longitude) == pytest.approx(place, abs=1e-5)


def test_a_packet_with_a_doctype_is_refused() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "2021-05-06"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    packet = a_packet(elements="<photoshop:DateCreated>&a;</photoshop:DateCreated>", before=bomb)

    with pytest.raises(UnreadError):
        read_xmp_sidecar(packet.encode())
    assert read_xmp(packet.encode()).taken is None


def test_a_packet_that_nests_a_hundred_thousand_deep_is_refused_like_any_damaged_one() -> None:
    nested = "<a>" * 100_000 + "</a>" * 100_000

    with pytest.raises(UnreadError):
        read_xmp_sidecar(a_packet(elements=nested).encode())


def test_wide_packets_are_read() -> None:
    packet = a_packet('exif:DateTimeOriginal="2021-05-06T07:08:09"').encode("utf-16")

    assert read_xmp_sidecar(packet).taken_at == datetime(2021, 5, 6, 7, 8, 9)


@given(st.binary(max_size=300) | st.text(max_size=80).map(lambda t: a_packet(elements=t).encode()))
def test_no_content_makes_the_readers_fail(content: bytes) -> None:
    read_xmp(content)
    for read_sidecar in (read_list, read_xmp_sidecar):
        with suppress(UnreadError):
            read_sidecar(content)


@given(st.text(max_size=40))
def test_no_text_makes_the_reader_of_dates_fail(text: str) -> None:
    moments.read_when(text)
    moments.read_offset(text)
    moments.read_epoch(text)


@given(st.binary(max_size=120))
def test_no_makers_note_makes_the_reader_fail(note: bytes) -> None:
    apple_content_id({0x927C: b"Apple iOS\0\0\1MM" + note})


def test_apples_note_gives_the_identifier_of_a_live_photo() -> None:
    text = b"8C7A2B10-0000-4000-8000-000000000000\0"
    note = b"Apple iOS\0\0\1MM" + struct.pack(">HHHII", 1, 0x0011, 2, len(text), 32) + b"\0" * 4
    note = note.ljust(32, b"\0") + text

    assert apple_content_id({0x927C: note}) == text[:-1].decode()


def test_a_worker_reads_xmp_and_takeout_alike(worker: DecodeWorker, tmp_path: Path) -> None:
    contents = {
        "a.xmp": a_packet('exif:DateTimeOriginal="2021-05-06T07:08:09"').encode(),
        "b.json": json.dumps({"photoTakenTime": {"timestamp": "1449418710"}}).encode(),
        "c.json": b'[{"SourceFile": "c.jpg"}]',
        "d.xmp": a_packet().encode(),
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)

    heard = look_beside(worker, [tmp_path / name for name in (*contents, "gone.json")])

    assert heard[0].beside.taken_at == datetime(2021, 5, 6, 7, 8, 9)
    assert heard[1].beside.taken_utc_at == datetime(2015, 12, 6, 16, 18, 30)
    assert [as_plain(one.beside) for one in heard[2:]] == [{}, {}, {}]
    assert [one.trouble for one in heard] == [None] * 5  # to be no sidecar is no trouble


@pytest.mark.parametrize(
    ("name", "content", "cause"),
    [
        ("a.json", b"{", "it is damaged"),
        ("a.json", b"", "it is empty"),
        ("a.xmp", b"\0" * 512, "it is empty"),
        ("a.xmp", a_packet().encode()[:-9], "it is damaged"),
        ("a.xmp", a_packet().encode("utf-16")[:-9], "it is damaged"),
        ("a.json", b"[" * 100_000, "it is damaged"),
        ("a.json", b'["' + b"x" * (1 << 20) + b'"]', "it is larger than 1 MB"),
    ],
)
def test_a_sidecar_that_cannot_be_read_is_told_with_the_cause(
    worker: DecodeWorker, tmp_path: Path, name: str, content: bytes, cause: str
) -> None:
    (tmp_path / name).write_bytes(content)

    (heard,) = look_beside(worker, [tmp_path / name])

    assert as_plain(heard.beside) == {}
    assert heard.trouble == Note(kind=NoteKind.SIDECAR_UNREAD, path=tmp_path / name, detail=cause)


def test_one_sidecar_that_cannot_be_opened_does_not_silence_the_others(
    worker: DecodeWorker, tmp_path: Path
) -> None:
    (tmp_path / "a.json").write_text('{"photoTakenTime": {"timestamp": "1449418710"}}')
    (tmp_path / "b.json").mkdir()

    one, other = look_beside(worker, [tmp_path / "a.json", tmp_path / "b.json"])

    assert one.beside.taken_utc_at == datetime(2015, 12, 6, 16, 18, 30)
    assert other.trouble is not None
    assert other.trouble.kind is NoteKind.SIDECAR_UNOPENED


def test_a_list_that_cannot_be_read_is_told(worker: DecodeWorker, tmp_path: Path) -> None:
    (tmp_path / "posts_1.json").write_text("[{")
    (tmp_path / "media.json").write_text('{"videos": 3}')

    broken, other = (
        read_archive_list(worker, an_image_file(tmp_path / name))
        for name in ("posts_1.json", "media.json")
    )

    assert broken.trouble is not None
    assert broken.trouble.text == (
        "“posts_1.json” could not be read: it is damaged; no photo is dated by it."
    )
    assert (other.lines, other.trouble) == ((), None)


@pytest.mark.parametrize("ending", ["jpg", "png", "webp", "tif"])
def test_xmp_inside_a_picture_dates_it_where_exif_does_not(
    worker: DecodeWorker, tmp_path: Path, ending: str
) -> None:
    packet = a_packet(
        'photoshop:DateCreated="2021-05-06T07:08:09+02:00" Camera:MotionPhoto="1" '
        'exif:GPSLatitude="48,0N" exif:GPSLongitude="3,0E"'
    ).encode()
    more = {"tiffinfo": {700: packet}} if ending == "tif" else {"xmp": packet}
    if ending == "png":
        from PIL.PngImagePlugin import PngInfo

        text = PngInfo()
        text.add_itxt("XML:com.adobe.xmp", packet.decode())
        more = {"pnginfo": text}
    a_picture().save(tmp_path / f"a.{ending}", **more)

    look = read(worker, tmp_path / f"a.{ending}")

    assert look.status is Status.OK
    assert look.metadata is not None
    assert look.metadata.described_at == datetime(2021, 5, 6, 7, 8, 9)
    assert look.metadata.utc_offset_min == 120
    assert (look.metadata.latitude, look.metadata.longitude) == (48, 3)
    assert look.metadata.has_motion


def test_iptc_inside_a_picture_dates_it(worker: DecodeWorker, tmp_path: Path) -> None:
    fields = [(55, b"20210506"), (60, b"070809+0200")]
    block = b"".join(struct.pack(">BBBH", 0x1C, 2, n, len(t)) + t for n, t in fields)
    block += b"\0" * (len(block) % 2)
    resource = b"8BIM" + struct.pack(">HHI", 0x0404, 0, len(block)) + block
    segment = b"Photoshop 3.0\0" + resource
    a_picture().save(tmp_path / "plain.jpg")
    plain = (tmp_path / "plain.jpg").read_bytes()
    marker = b"\xff\xed" + struct.pack(">H", len(segment) + 2) + segment
    (tmp_path / "a.jpg").write_bytes(plain[:2] + marker + plain[2:])

    (look,) = look_first(worker, [an_image_file(tmp_path / "a.jpg")])

    assert look.metadata.described_at == datetime(2021, 5, 6, 7, 8, 9)
    assert look.metadata.utc_offset_min == 120


# -- Facebook and Instagram ------------------------------------------------------------------------


def test_a_facebook_album_names_its_pictures(worker: DecodeWorker, tmp_path: Path) -> None:
    taken = {
        "photo_metadata": {
            "exif_data": [{"taken_timestamp": 1449418710, "latitude": 16.06, "longitude": 108.22}]
        }
    }
    album = {
        "name": "Sommer",
        "photos": [
            {"uri": "posts/media/a.jpg", "creation_timestamp": 1500000000, "media_metadata": taken},
            {"uri": "posts/media/b.jpg", "creation_timestamp": 1500000000},
            {"uri": "https://example.org/c.jpg", "creation_timestamp": 1500000000},
        ],
    }
    (tmp_path / "0.json").write_text(json.dumps(album))

    heard = read_archive_list(worker, an_image_file(tmp_path / "0.json"))
    (_, one), (uri, other) = sorted(heard.lines)[:2]

    assert one.taken_utc_at == datetime(2015, 12, 6, 16, 18, 30)
    assert one.archive_latitude == 16.06
    assert uri == "posts/media/b.jpg"
    assert (other.taken_utc_at, other.uploaded_utc_at) == (None, datetime(2017, 7, 14, 2, 40))


def test_an_instagram_post_dates_all_of_its_pictures() -> None:
    posts = [{"creation_timestamp": 1500000000, "media": [{"uri": "media/posts/1.jpg"}]}]

    (line,) = read_list(json.dumps(posts).encode())

    assert line.uri == "media/posts/1.jpg"
    assert line.beside.uploaded_utc_at == datetime(2017, 7, 14, 2, 40)


def test_an_old_instagram_archive_dates_its_pictures_by_the_post() -> None:
    posts = {"photos": [{"path": "photos/1.jpg", "taken_at": "2017-07-14T04:40:00+02:00"}]}

    (line,) = read_list(json.dumps(posts).encode())

    assert line.beside.uploaded_utc_at == datetime(2017, 7, 14, 2, 40)


@pytest.mark.parametrize(
    ("written", "taken"),
    [
        ("2019:05:01 10:11:12", datetime(2019, 5, 1, 10, 11, 12)),
        ("20190501T10:11:12.000Z", datetime(2019, 5, 1, 10, 11, 12)),
        ("2019", None),
        (1556705472, None),
    ],
)
def test_instagrams_copy_of_exif_is_the_clock_of_the_camera(
    written: object, taken: datetime | None
) -> None:
    exif = [{"latitude": 16.06, "longitude": 108.22}, {"date_time_original": written}]
    picture = {
        "uri": "media/posts/1.jpg",
        "creation_timestamp": 1500000000,
        "media_metadata": {"photo_metadata": {"exif_data": exif}},
    }

    (line,) = read_list(json.dumps([{"media": [picture]}]).encode())

    assert line.beside.archive_taken_at == taken
    assert line.beside.archive_latitude == 16.06
    assert as_plain(beside_from(as_plain(line.beside))) == as_plain(line.beside)


def test_a_time_of_zero_is_not_known_and_the_upload_stands_in() -> None:
    exif = {"photo_metadata": {"exif_data": [{"upload_ip": "192.0.2.1", "taken_timestamp": 0}]}}
    lines = [{"uri": "posts/1.jpg", "creation_timestamp": 1500000000, "media_metadata": exif}]

    (line,) = read_list(json.dumps(lines).encode())

    assert line.beside.taken_utc_at is None
    assert line.beside.uploaded_utc_at == datetime(2017, 7, 14, 2, 40)


@pytest.mark.parametrize("said", [{"timestamp_ms": 1500000000617}, {"timestamp": 1500000000}])
def test_a_picture_without_any_time_takes_that_of_its_message_or_post(said: dict) -> None:
    message = {"sender_name": "A", "photos": [{"uri": "inbox/a/photos/1.jpg"}], **said}

    (line,) = read_list(json.dumps({"messages": [message]}).encode())

    assert line.beside.uploaded_utc_at == datetime(2017, 7, 14, 2, 40)


def test_names_read_as_the_wrong_letters_are_repaired_and_others_kept() -> None:
    assert repaired("CafÃ©") == "Café"
    assert repaired("Café") == "Café"
    assert repaired("日本") == "日本"


@pytest.mark.parametrize(
    "name",
    [
        "posts/album/0.json",
        "content/posts_1.json",
        "stories.json",
        "your_photos.json",
        "messages/inbox/x/message_1.json",
        "stories/archived_stories.json",
        "posts/your_posts__check_ins__photos_and_videos_1.json",
        "comments_and_reactions/comments.json",
        "media.json",
    ],
)
def test_lists_are_known_by_their_names(name: str) -> None:
    assert may_be_list(name)


@pytest.mark.parametrize("name", ["IMG_1.jpg.json", "0.json", "package.json", "album/readme.json"])
def test_other_json_is_not_opened(name: str) -> None:
    assert not may_be_list(name)


# -- the wire --------------------------------------------------------------------------------------

_PLAIN = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.none())
_FIELDS = ("kind", "width_px", "original_at", "latitude", "has_motion", "taken_at", "precision")


@given(st.dictionaries(st.sampled_from(_FIELDS), _PLAIN))
def test_facts_of_a_wrong_form_are_left_out(facts: dict[str, object]) -> None:
    assert metadata_from(facts)
    assert beside_from(facts)
