"""Sentences of the core in the user's language: errors, reasons, labels, notes, receipts."""

from __future__ import annotations

import re
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from ui import messages
from ui.core_sentences import SENTENCES
from ui.languages import language

FIELD = "{}"
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+")


def in_own_words(sentence: str) -> str:
    """*sentence* translated, its fields in place; what fits no sentence of the core stays."""
    return _translated(sentence, language())


def prepare_sentences() -> None:
    """Make what finds sentences of the core, which takes some ms, before one is asked for."""
    _exact()
    _patterns()


def capitalized(text: str) -> str:
    """*text* as it stands at the beginning of a line."""
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=4096)
def _translated(sentence: str, _language: str) -> str:
    key = _key(sentence)
    if _NUMBER.fullmatch(sentence):
        return messages.number(int(sentence.replace(",", "")))
    if (template := _exact().get(key)) is not None:
        return _as_said(_listed(template), sentence, template)
    for pattern, template in _patterns():
        if found := pattern.fullmatch(_without_stop(sentence)):
            fields = map(_field, found.groups(), _quoted(template))
            return _as_said(_listed(template), sentence, template).format(*fields)
    return sentence


def _listed(template: str) -> str:
    return QCoreApplication.translate("core", template)


def _without_stop(sentence: str) -> str:
    """*sentence* without the full stop, which it loses in the middle of another one."""
    return sentence.removesuffix(".")


def _key(sentence: str) -> str:
    return _without_stop(sentence).casefold()  # in the middle of another one it begins small


def _as_said(said: str, sentence: str, template: str) -> str:
    """*said* as the middle of another sentence, where *sentence* is."""
    if template.endswith(".") and not sentence.endswith("."):
        return said[:1].lower() + said[1:].removesuffix(".")
    return said


def _field(value: str, quoted: bool) -> str:  # noqa: FBT001 - mapped over fields
    """A name stays as it is; a number, or a sentence, or several, are said as we say them."""
    if quoted:
        return value
    said = in_own_words(value)
    if said == value and ", " in value:
        return ", ".join(map(in_own_words, value.split(", ")))
    return said


def _quoted(template: str) -> list[bool]:
    """Whether each field stands in quotes, as names do."""
    return [found.group(1) == "“" for found in re.finditer(r"(^|.)\{\}", template)]


@lru_cache(maxsize=1)
def _exact() -> dict[str, str]:
    return {_key(template): template for template in SENTENCES if FIELD not in template}


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """A pattern for each sentence with fields, the one with most words of its own first."""
    templates = [template for template in SENTENCES if FIELD in template]
    templates.sort(key=lambda template: len(template.replace(FIELD, "")), reverse=True)
    return tuple((_pattern(template), template) for template in templates)


def _pattern(template: str) -> re.Pattern[str]:
    """What stands first without quotes is a count."""
    words = re.escape(_without_stop(template)).replace(re.escape(FIELD), "(.+?)")
    if template.startswith(FIELD):
        words = words.replace("(.+?)", r"([\d,]+)", 1)
    return re.compile(words, re.IGNORECASE | re.DOTALL)
