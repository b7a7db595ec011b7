"""The page of the promises says what the document says, and shows what was measured."""

from __future__ import annotations

from tests.campaigns.plants.model import Plant

PAGE, DOCUMENT = "ui/views/promises_page.py", "docs/promises.md"
OF_PAGE = "tests/ui/test_about.py"
SAME = f"{OF_PAGE}::test_the_document_says_the_same_as_the_page"
TRIED = f"{OF_PAGE}::test_trying_the_promises_shows_each_refusal_and_what_was_counted"

PROMISES = (
    Plant(
        "the document says what the page says",
        DOCUMENT,
        "- The export tells beforehand what each copy would say. So does exiftool.\n",
        "",
        (SAME,),
    ),
    Plant(
        "the page says what the document says",
        "ui/promise_words.py",
        "What can be seen in a picture stays in it",
        "What can be seen in a picture goes out of it",
        (SAME,),
    ),
    Plant(
        "each promise says where it ends",
        PAGE,
        '            (self.tr("What it cannot promise"), promise.cannot),\n',
        "",
        (f"{OF_PAGE}::test_every_promise_says_how_it_is_kept_checked_and_where_it_ends",),
    ),
    Plant(
        "an attempt that succeeded is not shown as refused",
        PAGE,
        'template = self.tr("✓  {}: refused") if is_good else self.tr("✕  {}: not refused")',
        'template = self.tr("✓  {}: refused")',
        (TRIED,),
    ),
    Plant(
        "whether a photo is safe is tried",
        "organizer/pipeline/proving.py",
        "is_photo_safe=None if photo is None else try_to_write(photo),",
        "is_photo_safe=None if photo is None else True,",
        (TRIED,),
    ),
)
