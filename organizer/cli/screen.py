"""What the command line prints: plain text, sentences, a progress bar."""

from __future__ import annotations

from typing import TextIO

from organizer.progress import Progress, Step


def print_line(out: TextIO, text: str) -> None:
    """Print text that may hold bytes of file names which are no characters."""
    safe = text.encode(out.encoding or "utf-8", "replace").decode(out.encoding or "utf-8")
    out.write(_without_controls(safe) + "\n")


def plural(number: int, thing: str) -> str:
    """Such as "1 photo" and "2,000 photos"."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def _without_controls(text: str) -> str:
    """A file name must not steer the terminal."""
    return "".join(c if c.isprintable() else "�" for c in text)


class Screen:
    """Sentences and a progress bar on standard error."""

    def __init__(self, out: TextIO, *, quiet: bool) -> None:
        self._out = out
        self._quiet = quiet
        self._is_terminal = out.isatty()
        self._open_line = False

    def say(self, sentence: str, *, always: bool = False) -> None:
        """One line."""
        if always or not self._quiet:
            self.end_line()
            print_line(self._out, sentence)

    def progress(self) -> Progress:
        """A progress that draws a bar."""
        return Progress(self._show)

    def end_line(self) -> None:
        """Leave the line of the bar."""
        if self._open_line:
            self._out.write("\n")
            self._open_line = False

    def _show(self, step: Step) -> None:
        if self._quiet or not self._is_terminal:
            return
        if step.total:
            filled = round(24 * step.done / step.total)
            bar = "█" * filled + "░" * (24 - filled)
            text = f"{step.label:26} {bar} {step.done:,} of {step.total:,}"
        else:
            text = f"{step.label:26} {step.done:,}"
        self._out.write(f"\r\x1b[2K{text}")
        self._out.flush()
        self._open_line = True
