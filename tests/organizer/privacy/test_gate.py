"""The one gate."""

from __future__ import annotations

from pathlib import Path

import pytest

from organizer.errors import SwitchOffError
from organizer.models import FolderId, PhotoId, Signal
from organizer.privacy.gate import Gate


def a_gate(tmp_path: Path, words: dict[tuple[Signal, FolderId | None], object]) -> Gate:
    return Gate(lambda signal, folder: words.get((signal, folder)), tmp_path / "erasing")


def test_no_word_at_all_is_no(tmp_path: Path) -> None:
    gate = a_gate(tmp_path, {})

    assert not gate.is_open(Signal.CONTENT)
    with pytest.raises(SwitchOffError):
        gate.require(Signal.CONTENT)


@pytest.mark.parametrize("damaged", [2, -1, "1", b"\x01", 1.0, True, "yes", 0, None])
def test_anything_but_the_number_one_is_no(tmp_path: Path, damaged: object) -> None:
    assert not a_gate(tmp_path, {(Signal.CONTENT, None): damaged}).is_open(Signal.CONTENT)


def test_one_signal_does_not_open_another(tmp_path: Path) -> None:
    gate = a_gate(tmp_path, {(Signal.GROUPING, None): 1, (Signal.PLACES, None): 1})

    assert gate.is_open(Signal.PLACES)
    assert not gate.is_open(Signal.CONTENT)


@pytest.mark.parametrize("signal", [Signal.PLACES, Signal.CONTENT, Signal.FACE_COUNT])
def test_a_signal_is_of_no_use_without_what_it_needs(tmp_path: Path, signal: Signal) -> None:
    words: dict[tuple[Signal, FolderId | None], object] = {(one, None): 1 for one in Signal}
    words[Signal.GROUPING, None] = 0

    assert not a_gate(tmp_path, words).is_open(signal)


def test_photos_are_refused_that_lie_in_no_folder_with_a_yes(tmp_path: Path) -> None:
    words: dict[tuple[Signal, FolderId | None], object] = {(one, None): 1 for one in Signal}
    words[Signal.GROUPING, FolderId(2)] = 0
    gate = Gate(
        lambda signal, folder: words.get((signal, folder)),
        tmp_path / "erasing",
        folders=lambda: [FolderId(1), FolderId(2)],
        only_in=lambda folders, _among: {PhotoId(7)} if set(folders) == {2} else set(),
    )

    assert gate.refused_photos(Signal.CONTENT) == {7}
    gate.require_photos(Signal.PLACES)
    with pytest.raises(SwitchOffError):
        gate.require_photos(Signal.PLACES, [PhotoId(7)])


def test_what_was_worked_out_under_a_yes_that_was_taken_back_does_not_pass(tmp_path: Path) -> None:
    own, other = FolderId(1), FolderId(2)
    there = [own, other]
    words: dict[tuple[Signal, FolderId | None], object] = {(one, None): 1 for one in Signal}
    gate = Gate(
        lambda signal, folder: words.get((signal, folder)),
        tmp_path / "erasing",
        folders=lambda: there,
    )
    before = gate.granted()
    assert len(before) == 3 * len(Signal)
    gate.require_granted(before)

    words[Signal.PLACES, own] = 0
    with pytest.raises(SwitchOffError):
        gate.require_granted(before)

    there.remove(own)  # of a folder that went nothing is asked
    gate.require_granted(before)

    (tmp_path / "erasing").touch()
    with pytest.raises(SwitchOffError):
        gate.require_granted(before)


def test_a_folder_inherits_the_yes_and_may_say_no_for_itself(tmp_path: Path) -> None:
    own, other = FolderId(1), FolderId(2)
    yes = {(Signal.GROUPING, None): 1, (Signal.CONTENT, None): 1}
    gate = a_gate(tmp_path, {**yes, (Signal.CONTENT, own): 0})

    assert not gate.is_open(Signal.CONTENT, own)
    assert gate.is_open(Signal.CONTENT, other)


def test_a_folder_cannot_say_yes_against_the_switch(tmp_path: Path) -> None:
    gate = a_gate(tmp_path, {(Signal.CONTENT, FolderId(1)): 1})

    assert not gate.is_open(Signal.CONTENT, FolderId(1))


def test_while_an_erasure_is_under_way_nothing_is_derived(tmp_path: Path) -> None:
    gate = a_gate(tmp_path, {(Signal.GROUPING, None): 1})
    assert gate.is_open(Signal.GROUPING)
    (tmp_path / "erasing").touch()

    assert not gate.is_open(Signal.GROUPING)
