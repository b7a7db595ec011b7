"""Export of an album: as what, where to, how large, and what the copies would tell."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget

from organizer import pipeline
from organizer.library import Library
from organizer.models import Album, ExportOptions, ExportReport
from organizer.models.exports import CopyRemains
from organizer.pipeline import ExportPreview
from organizer.progress import Progress
from ui import messages
from ui.core_words import in_own_words
from ui.dialogs.export_outcome import ExportOutcome, ExportProgress
from ui.dialogs.export_questions import ExportQuestions
from ui.dialogs.export_remains import RemainsDialog
from ui.dialogs.frame import Dialog
from ui.jobs import Job
from ui.other_programs import OtherPrograms
from ui.session import Session
from ui.widgets.texts import button, label

FOLDER_KEY = "export-folder"


class ExportDialog(Dialog):
    """Asks, exports in a job, and says where everything went."""

    def __init__(self, session: Session, album: Album, default: Path, parent: QWidget) -> None:
        super().__init__(_title_of(album), parent, width_px=620)
        self._session = session
        self._album = album
        self._job: Job | None = None
        self._preview: ExportPreview | None = None
        self.report: ExportReport | None = None
        self._questions = ExportQuestions(default / safe_title(album.title))
        self.path, self.strip = self._questions.path, self._questions.strip
        self._sentence = label("", "soft", wrap=True)
        self._progress = ExportProgress()
        self._programs = OtherPrograms(session, self)
        self._outcome = ExportOutcome(self._show_result)
        self._add_parts()
        self._questions.changed.connect(self._allow)
        self.strip.details_asked.connect(self._look_at_remains)
        self._programs.told.connect(self._outcome.say)
        self._look_at_album()

    # -- building ---------------------------------------------------------------------------------

    def _add_parts(self) -> None:
        for part in (self._questions, self._progress, self._outcome):
            self.body.addWidget(part)
        self._progress.hide()
        self._outcome.hide()
        self.buttons.insertWidget(0, self._sentence, 10)
        self.buttons.setStretch(1, 0)
        self.cancel = button(self.tr("Cancel"), self.reject)
        self.export = button(self.tr("Export"), self.start, style="primary")
        self.export.setDefault(True)
        self.add_button(self.cancel)
        self.add_button(self.export)
        self.add_button(self._outcome.show_button)

    # -- what is asked ----------------------------------------------------------------------------

    @property
    def options(self) -> ExportOptions:
        """What was chosen."""
        return self._questions.options

    @property
    def destination(self) -> Path:
        """Where the copies go."""
        return self._questions.destination

    @property
    def outcome_text(self) -> str:
        """What it says about how it went."""
        return self._outcome.text

    def _allow(self) -> None:
        self.export.setEnabled(self._job is None and self._questions.are_answered)

    def _look_at_album(self) -> None:
        album_id = self._album.id

        def work(library: Library, progress: Progress) -> ExportPreview:
            return pipeline.export_preview(library, album_id, progress=progress)

        job = self._session.job(work)
        job.succeeded.connect(self._show_preview)
        self._session.start(job)

    def _show_preview(self, preview: ExportPreview) -> None:
        self._preview = preview
        self._questions.show_preview(preview)
        self._sentence.setText(
            self.tr("{}, about {}. Nothing is overwritten.").format(
                messages.files(preview.file_count), messages.size(preview.size_bytes)
            )
        )

    def _look_at_remains(self) -> None:
        album_id, options = self._album.id, self.options

        def work(library: Library, progress: Progress) -> list[CopyRemains]:
            return pipeline.export_remains(library, album_id, options, progress=progress)

        job = self._session.job(work)
        job.succeeded.connect(lambda remains: RemainsDialog(remains, self).open())
        self._session.start(job)

    # -- exporting --------------------------------------------------------------------------------

    def start(self) -> None:
        """Export; the dialog stays and says how far it is."""
        if self._job is not None:
            return
        album_id, destination, options = self._album.id, self.destination, self.options
        library = self._session.library
        with library.transaction():
            library.settings.set(FOLDER_KEY, str(destination.parent))

        def work(library: Library, progress: Progress) -> ExportReport:
            return pipeline.export_album(library, album_id, destination, options, progress=progress)

        self._job = self._session.job(work, tells=False)
        self._job.stepped.connect(self._progress.show_step)
        self._job.succeeded.connect(self._done)
        self._job.failed.connect(self._could_not)
        self._job.cancelled.connect(self._stopped)
        self._show_stage(working=True)
        self._session.start(self._job)

    def _show_stage(self, *, working: bool) -> None:
        self._questions.setEnabled(not working)
        self._progress.setVisible(working)
        self._outcome.hide()
        self.export.setEnabled(not working)

    def _done(self, report: ExportReport) -> None:
        self._job = None
        self.report = report
        self._questions.hide()
        self._progress.hide()
        self._sentence.setText("")
        self.export.hide()
        self.cancel.setText(self.tr("Close"))
        self.title.setText(self.tr("Exported"))
        self._outcome.show_report(report)
        self._outcome.show()
        self._outcome.show_button.setFocus()

    def _show_result(self) -> None:
        """Open the page in the browser, or show the copies in the file manager."""
        report = self.report
        if report is None:
            return
        if report.overview is not None and self.options.form == "html":
            self._programs.open(report.overview)
        elif report.overview is not None or report.destination.is_file():
            self._programs.show_in_folder(report.overview or report.destination)
        else:
            self._programs.open(report.destination)

    def _could_not(self, error: Exception) -> None:
        self._job = None
        self._show_stage(working=False)
        self._outcome.show_error(in_own_words(str(error)))
        self._outcome.show()

    def _stopped(self) -> None:
        self._job = None
        self._show_stage(working=False)
        self._outcome.show_error(self.tr("Stopped. Copies that were finished stay where they are."))
        self._outcome.show()

    def reject(self) -> None:
        """Cancel the export that runs, or else close."""
        if self._job is not None:
            self._job.cancel()
            return
        if self.report is not None:
            self.accept()
            return
        super().reject()


def _title_of(album: Album) -> str:
    return Dialog.tr("Export “{}”").format(album.title)


def default_folder(library: Library) -> Path:
    """Where the last export went, else the system's folder for documents."""
    last = library.settings.get(FOLDER_KEY, "")
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(last or QStandardPaths.writableLocation(documents) or Path.home())


def safe_title(title: str) -> str:
    """*title* as a name for a folder on every system."""
    kept = "".join("-" if sign in '\\/:*?"<>|' or ord(sign) < 32 else sign for sign in title)
    return kept.strip(" .")[:120] or "Album"
