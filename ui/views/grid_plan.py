"""Everything about a grid that can be worked out before it is shown, in any thread. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from organizer.models import PhotoId, TimelineEntry
from ui.views.justified_layout import JustifiedLayout, Measures
from ui.views.justified_rows import aspect_of, lay_out, lay_out_again
from ui.views.sections import Section, all_in_one

SectionsOf = Callable[[Sequence[TimelineEntry]], list[Section]]


@dataclass(frozen=True, slots=True)
class GridPlan:
    """Photos, their sections and where all of them stand under some measures."""

    entries: Sequence[TimelineEntry]
    ids: Sequence[PhotoId]
    sections: Sequence[Section]
    layout: JustifiedLayout

    def under(self, measures: Measures) -> GridPlan:
        """The same photos under other measures."""
        if measures == self.layout.measures:
            return self
        spans = [section.span for section in self.sections]
        layout = lay_out_again(self.layout, spans, measures)
        return GridPlan(self.entries, self.ids, self.sections, layout)


def make_plan(
    entries: Sequence[TimelineEntry], measures: Measures, sections_of: SectionsOf = all_in_one
) -> GridPlan:
    """Sort photos into sections and lay them out."""
    sections = sections_of(entries)
    aspects = [aspect_of(entry.width_px, entry.height_px) for entry in entries]
    layout = lay_out(aspects, [section.span for section in sections], measures)
    return GridPlan(entries, [entry.id for entry in entries], sections, layout)
