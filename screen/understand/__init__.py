"""Application to CV: sections, positions, studies, statements, and what is unaccounted for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from screen.grammar.language import detect
from screen.identity import find_masks
from screen.model.application import Application, Filed, Mask
from screen.model.cv import CV, Passage, Position, Statement
from screen.model.text import Document, Span, masked
from screen.understand._abroad import abroad
from screen.understand._offices import with_offices
from screen.understand._reading import Reading, read_cv
from screen.understand._rows import rows_of, shown_text
from screen.understand._staff import staff_of
from screen.understand._support import Kinds, Names, kin
from screen.understand.letters import letter_statements
from screen.understand.statements import say
from screen.understand.studies import diploma

SUPPORTING = ("profile", "results", "skills", "projects", "other")
"""Sections of a CV whose sentences may speak of a position that is listed elsewhere."""

BY_SKILL = ("skills", "results", "projects")
"""Those in which "the firm" means one of the jobs listed."""


def understand(application: Application) -> CV:
    """What the application tells, the same for every posting; it never raises on any text."""
    documents = [f.document for f in application.documents]
    masks = find_masks(documents)
    texts = {d.path: masked(d.text, [m.span for m in masks if m.path == d.path]) for d in documents}
    out = Reading()
    for filed in application.documents:
        _read(filed, texts[filed.document.path], out)
    with_offices(out.statements, out.positions, texts)
    _attach(out, documents, texts)
    for filed in application.documents:
        if filed.kind == "letter":
            document = filed.document
            out.statements += letter_statements(document, shown_text(document, texts[document.path]), out.positions)
    spoken = {d.path: detect(d.text) for d in documents}
    return CV(
        application=application,
        language=next(iter(spoken.values())) if len(spoken) == 1 else detect("\n".join(d.text for d in documents)),
        texts=texts,
        positions=abroad(_sized(out, texts), spoken),
        studies=tuple(out.studies),
        statements=tuple(out.statements),
        masks=tuple(masks),
        unaccounted=_unaccounted(application, out, masks),
        notices=tuple(out.notices),
    )


def _read(filed: Filed, text: str, out: Reading) -> None:
    document = filed.document
    if filed.kind == "cv":
        read_cv(document, shown_text(document, text), out)
    elif filed.kind == "other":
        study = diploma(document, shown_text(document, text))
        if study:
            out.studies.append(study)
            rows = rows_of(document, text)
            out.statements += say(document, text, rows, "education", study=len(out.studies) - 1)


def _attach(out: Reading, documents: Sequence[Document], texts: dict[str, str]) -> None:
    """Gives sentences outside the job list the position that they name, and those after them in the paragraph."""
    names, kinds = Names(out.positions), Kinds(out.positions)
    told = {s.position for s in out.statements if s.position is not None and not s.heading}
    functional = len(told) * 2 <= len(out.positions)
    by_path = {d.path: d for d in documents}
    about: int | None = None
    for i, statement in enumerate(out.statements):
        if not _may_support(statement):
            about = None
            continue
        passage = statement.passage
        sentence = passage.span.of(texts[passage.path])
        named = names.spoken_of(sentence)
        if named is None and (functional or statement.section in BY_SKILL):
            named = kinds.meant(sentence)
        if named is None and functional:
            named = kin(sentence, out.positions)
        about = named if named is not None or _opens(by_path[passage.path], passage.span) else about
        if about is not None:
            out.statements[i] = replace(statement, position=about)


def _opens(document: Document, span: Span) -> bool:
    """Whether a statement begins a paragraph or a bullet."""
    line = document.line_at(span.start)
    first = not document.text[line.span.start : span.start].strip(" \t•–-*")
    return first and (line.look.paragraph is True or line.look.gap or line.span.of(document.text).startswith("•"))


def _may_support(statement: Statement) -> bool:
    free = statement.position is None and statement.study is None
    return free and not statement.keywords and statement.section in SUPPORTING


def _sized(out: Reading, texts: dict[str, str]) -> tuple[Position, ...]:
    """The positions, each with its employer's staff where its statements tell."""
    spans: dict[tuple[int, str], list[tuple[Span, bool]]] = {}
    for statement in out.statements:
        if statement.position is not None:
            run = (statement.passage.span, statement.heading)
            spans.setdefault((statement.position, statement.passage.path), []).append(run)
    sized = []
    for i, position in enumerate(out.positions):
        heads = [staff_of(position, texts[path], runs) for (at, path), runs in spans.items() if at == i]
        told = max((h for h in heads if h is not None), default=None)
        sized.append(replace(position, staff=told))
    return tuple(sized)


def _unaccounted(application: Application, out: Reading, masks: Sequence[Mask]) -> tuple[Passage, ...]:
    """Lines left over; where no position was read, the first line of the CV, or of the letter alone, stands for all."""
    left = [Passage(r.path, r.line.span) for r in out.unaccounted]
    of_kind = {k: [f.document for f in application.documents if f.kind == k] for k in ("cv", "letter", "other")}
    if not any(p.role == "job" for p in out.positions):
        telling = of_kind["cv"] or of_kind["letter"] or of_kind["other"]
        left += [_first_line(d) for d in telling if d.lines]
    return tuple(dict.fromkeys(left))


def _first_line(document: Document) -> Passage:
    return Passage(document.path, document.lines[0].span)
