"""A name must not steer the terminal, nor look like a line of ours."""

from __future__ import annotations

import io

from organizer.cli.screen import print_line


def test_a_hostile_name_is_printed_on_one_line_without_controls() -> None:
    out = io.StringIO()

    print_line(out, "“a\n\x1b[2J\x07\x9b31m\u202egpj\u2028\u200b.jpg”")

    (line,) = out.getvalue().splitlines()
    assert line.isprintable()
    assert line.startswith("“a�")
