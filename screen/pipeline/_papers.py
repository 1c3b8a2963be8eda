"""The documents of a run for those who show them: unfolded and masked when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from screen.identity import find_masks
from screen.model.application import Application, Filed, Mask
from screen.model.papers import Paper, PaperLine, Papers
from screen.model.text import masked
from screen.pipeline._packing import Packed, filled


def nothing_read(names: bool) -> Iterator[Papers]:
    """Of a run that is not done."""
    del names
    return iter(())


def papers_of(applications: Sequence[Application], packed: Mapping[str, Packed], names: bool) -> Iterator[Papers]:
    """Each applicant's documents; contact and protected facts are masked, and names where that is asked."""
    for application in applications:
        whole = filled(application, tuple(packed[f.document.path] for f in application.documents))
        masks = find_masks([f.document for f in whole.documents])
        yield Papers(application.id, tuple(_paper(f, masks, names) for f in whole.documents))


def _paper(filed: Filed, masks: tuple[Mask, ...], names: bool) -> Paper:
    document = filed.document
    spans = [m.span for m in masks if m.path == document.path and (names or m.ground != "name")]
    hidden = [h.span for h in document.hidden]
    lines = tuple(
        PaperLine(line.span, line.look.page, line.number, any(h.holds(line.span) for h in hidden))
        for line in document.lines
    )
    return Paper(document.path, filed.kind, masked(document.text, spans), lines)
