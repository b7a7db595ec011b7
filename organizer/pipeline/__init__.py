"""The use cases: the only place that knows the order of the steps. Imports nothing heavy.

What reads, shows and exports pictures is imported when it is first asked for: it takes a tenth of
the time in which the window opens, and the window is there without it.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from organizer.pipeline.deciding import (
    count_open_suggestions,
    decide,
    dismiss_suggestion,
    dismissed_suggestions,
    open_suggestions,
    save_again,
    save_suggestion,
    undo_dismissal,
    undo_save,
)
from organizer.pipeline.erasing import (
    begin_erasure,
    erase_without_opening,
    resume_erasure,
)
from organizer.pipeline.folders import (
    AddedFolders,
    add_folders,
    folders_to_watch,
    refuse_photo_folders,
    relocate_folder,
    remove_folder,
)
from organizer.pipeline.keeping import kept_items
from organizer.pipeline.leaving_out import count_fitting, leave_out, left_out, take_in_again
from organizer.pipeline.naming import country_name, name_place
from organizer.pipeline.previews import ErasurePreview, erasure_preview
from organizer.pipeline.problems import (
    Problems,
    count_problems,
    find_problems,
    try_problems_again,
)
from organizer.pipeline.receipts import counts_in_words, describe_receipt
from organizer.pipeline.safekeeping import (
    back_up,
    check_copy,
    free_room_note,
    list_copies,
    list_replaced,
    restore,
    save_copy,
)
from organizer.pipeline.starting_over import erase_everything, resume_everything
from organizer.pipeline.switching import (
    suggestions_are_on,
    turn_suggestions_off,
    turn_suggestions_on,
)
from organizer.privacy.network_wall import (
    NetworkCheck,
    NetworkState,
    check_network,
    network_state,
)

if TYPE_CHECKING:
    from organizer.pipeline.export_previews import (
        ExportPreview,
        example_name,
        export_preview,
        export_remains,
        unknown_name_fields,
    )
    from organizer.pipeline.exporting import export_album
    from organizer.pipeline.organizing import Timing, organize
    from organizer.pipeline.showing import (
        DecoderCheck,
        PhotoFacts,
        PictureReader,
        check_decoder,
        event_titles,
        photo_facts,
    )
    from organizer.scan.reading import Picture

# what is imported later, by the module that it lies in
LATER = {
    "organizer.pipeline.export_previews": (
        "ExportPreview",
        "example_name",
        "export_preview",
        "export_remains",
        "unknown_name_fields",
    ),
    "organizer.pipeline.exporting": ("export_album",),
    "organizer.pipeline.organizing": (
        "Timing",
        "organize",
    ),
    "organizer.pipeline.showing": (
        "DecoderCheck",
        "PhotoFacts",
        "PictureReader",
        "check_decoder",
        "event_titles",
        "photo_facts",
    ),
    "organizer.scan.reading": ("Picture",),
}

__all__ = [
    "AddedFolders",
    "DecoderCheck",
    "ErasurePreview",
    "ExportPreview",
    "NetworkCheck",
    "NetworkState",
    "PhotoFacts",
    "Picture",
    "PictureReader",
    "Problems",
    "Timing",
    "add_folders",
    "back_up",
    "begin_erasure",
    "check_copy",
    "check_decoder",
    "check_network",
    "count_fitting",
    "count_open_suggestions",
    "count_problems",
    "country_name",
    "counts_in_words",
    "decide",
    "describe_receipt",
    "dismiss_suggestion",
    "dismissed_suggestions",
    "erase_everything",
    "erase_without_opening",
    "erasure_preview",
    "event_titles",
    "example_name",
    "export_album",
    "export_preview",
    "export_remains",
    "find_problems",
    "folders_to_watch",
    "free_room_note",
    "kept_items",
    "leave_out",
    "left_out",
    "list_copies",
    "list_replaced",
    "name_place",
    "network_state",
    "open_suggestions",
    "organize",
    "photo_facts",
    "refuse_photo_folders",
    "relocate_folder",
    "remove_folder",
    "restore",
    "resume_erasure",
    "resume_everything",
    "save_again",
    "save_copy",
    "save_suggestion",
    "suggestions_are_on",
    "take_in_again",
    "try_problems_again",
    "turn_suggestions_off",
    "turn_suggestions_on",
    "undo_dismissal",
    "undo_save",
    "unknown_name_fields",
]


def __getattr__(name: str) -> object:
    """Import what is asked for the first time (PEP 562)."""
    for module, names in LATER.items():
        if name in names:
            found = globals()[name] = getattr(import_module(module), name)
            return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
