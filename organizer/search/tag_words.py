"""What the tags that come from no photo are called, in every language we speak."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from organizer.models import Facet, Kind, Tag

_NAMES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "en": {
            Kind.PHOTO: "Photos",
            Kind.SCREENSHOT: "Screenshots",
            Kind.DOCUMENT: "Documents",
            Kind.VIDEO: "Videos",
            Kind.RAW: "RAW files",
            Facet.FAVOURITE: "Favourites",
            Facet.DATE_PROBLEM: "Without a sure date",
            "beach": "Beach",
            "bike_motorcycle": "Bicycles and motorcycles",
            "birds": "Birds",
            "boats": "Boats",
            "concert": "Concerts",
            "dog": "Dogs",
            "food": "Food",
            "sights": "Sights",
            "snow_ski": "Snow",
            "sports": "Sports",
            "wildlife_zoo": "Animals",
        },
        "vi": {
            Kind.PHOTO: "Ảnh",
            Kind.SCREENSHOT: "Ảnh chụp màn hình",
            Kind.DOCUMENT: "Giấy tờ",
            Kind.VIDEO: "Video",
            Kind.RAW: "Tệp RAW",
            Facet.FAVOURITE: "Ảnh yêu thích",
            Facet.DATE_PROBLEM: "Chưa chắc ngày chụp",
            "beach": "Bãi biển",
            "bike_motorcycle": "Xe đạp và xe máy",
            "birds": "Chim",
            "boats": "Thuyền",
            "concert": "Hòa nhạc",
            "dog": "Chó",
            "food": "Món ăn",
            "sights": "Danh lam thắng cảnh",
            "snow_ski": "Tuyết",
            "sports": "Thể thao",
            "wildlife_zoo": "Động vật",
        },
    }
)


def named_tag(facet: Facet, key: str, language: str) -> Tag:
    """The tag *key*, such as a theme or a kind, under its name in *language*."""
    names = _NAMES.get(language, _NAMES["en"])
    return Tag(facet, key, names.get(key, key.replace("_", " ").capitalize()))
