"""A CV as the signals read it: each statement with its mentions, and why what stands there may not count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz import fuzz

from screen.grammar.amounts import Amount, find_amounts
from screen.grammar.mentions import Mention, find_mentions
from screen.grammar.status import Scene, status
from screen.grammar.tokens import Token, tokenize
from screen.model.criteria import Entry, EntryKind
from screen.model.cv import CV, Passage, Position, Statement
from screen.model.text import Document, Span
from screen.signals._context import Context
from screen.signals._months import months_of

ECHO = 88.0
"""Likeness, of 100, from which a sentence is the posting's own: a pronoun or an ending changed, no fact added."""
ECHO_WORDS = 5
"""A shorter sentence is like others by accident."""
NO_ENTRY = ""
"""Name of what is no entry: a bare amount, whose clause tells whose it is all the same."""
_AMOUNT = Entry("topics", NO_ENTRY, {})
STUDIED = frozenset({"education", "courses", "publications"})
"""Sections that tell what was learnt or taught, not what was done."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """One statement with everything that it mentions."""

    at: int
    """Index in `CV.statements`; −1 for hidden text, which is no statement."""
    scene: Scene
    mentions: tuple[Mention, ...]

    @property
    def statement(self) -> Statement:
        """The statement itself."""
        return self.scene.statement


@dataclass(slots=True)
class Reading:
    """A CV read with a lexicon; what was found is kept, so that signals share it."""

    cv: CV
    context: Context
    spoken: tuple[Spoken, ...] = ()
    hidden: tuple[Spoken, ...] = ()
    members: dict[str, frozenset[int]] = field(default_factory=dict)
    """Position set → indices in `CV.positions`."""
    entries: Mapping[tuple[EntryKind, str], Entry] = field(default_factory=dict)
    _index: Mapping[tuple[EntryKind, str], Sequence[tuple[int, Mention]]] = field(default_factory=dict)
    _amounts: dict[tuple[str, Span], tuple[Amount, ...]] = field(default_factory=dict)
    _months: dict[int, frozenset[int]] = field(default_factory=dict)
    _why: dict[tuple[object, ...], str | None] = field(default_factory=dict)
    _echo: dict[int, bool] = field(default_factory=dict)
    _names: dict[str, tuple[Mention, ...]] = field(default_factory=dict)

    def why_not(self, spoken: Spoken, mention: Mention) -> str | None:
        """Why a mention documents nothing wherever it is asked for (a code); `None`: it is the writer's own."""
        entry = _AMOUNT if mention.entry == NO_ENTRY else self.entries.get((mention.kind, mention.entry))
        if entry is None:
            return "doubtful"
        # Entries that behave alike are judged alike: each run of text once.
        key = (spoken.at, mention.span, mention.kind, mention.form, mention.definite, *_behaviour(entry))
        if spoken.at < 0:
            return "hidden"
        if key not in self._why:
            self._why[key] = self._judge(spoken, mention, entry)
        return self._why[key]

    def _judge(self, spoken: Spoken, mention: Mention, entry: Entry) -> str | None:
        path = spoken.statement.passage.path
        if any(h.span.meets(mention.span) for h in document_of(self.cv, path).hidden):
            return "hidden"
        whose = status(spoken.scene, mention, entry)
        if whose != "own":
            return whose
        return "posting" if self._echoes(spoken) else None

    def _echoes(self, spoken: Spoken) -> bool:
        if spoken.at not in self._echo:
            text = spoken.statement.passage.span.of(spoken.scene.text)
            self._echo[spoken.at] = echoes(text, self.context.echoes)
        return self._echo[spoken.at]

    def named(self, text: str, position: Position, part: EntryKind) -> tuple[Mention, ...]:
        """The own mentions of one kind in a position's title, employer or heading, read by themselves."""
        key = f"{part}\n{text}"
        if key not in self._names:
            tokens = tokenize(text)
            whole = Statement(Passage("", Span(0, len(text))), position.section, heading=True)
            scene = Scene(text, tokens, whole)
            found = [m for m in find_mentions(self.context.lexicon, text, tokens) if m.kind == part]
            pairs = ((m, self.entries.get((part, m.entry))) for m in found)
            self._names[key] = tuple(m for m, e in pairs if e and status(scene, m, e) in ("own", "doubtful"))
        return self._names[key]

    def amounts(self, spoken: Spoken) -> tuple[Amount, ...]:
        """The amounts of a statement."""
        span = spoken.statement.passage.span
        key = (spoken.statement.passage.path, span)
        if key not in self._amounts:
            self._amounts[key] = find_amounts(spoken.scene.text, span)
        return self._amounts[key]

    def months(self, at: int) -> frozenset[int]:
        """The calendar months of a position."""
        if at not in self._months:
            self._months[at] = months_of(self.cv, self.cv.positions[at], self.context.as_of)
        return self._months[at]

    def about(self, names: Iterable[str], kind: EntryKind = "topics") -> Iterator[tuple[Spoken, tuple[Mention, ...]]]:
        """The statements (hidden ones last) that mention one of the entries, with those mentions."""
        told: dict[int, list[Mention]] = {}
        for name in dict.fromkeys(names):
            for place, mention in self._index.get((kind, name), ()):
                told.setdefault(place, []).append(mention)
        everything = (*self.spoken, *self.hidden)
        for place in sorted(told):
            yield everything[place], tuple(sorted(told[place], key=lambda m: (m.span, m.entry)))


def _behaviour(entry: Entry) -> tuple[str, ...]:
    return entry.definite, entry.support, entry.subject


def _indexed(everything: Iterable[Spoken]) -> dict[tuple[EntryKind, str], list[tuple[int, Mention]]]:
    """Entry → where it is mentioned."""
    index: dict[tuple[EntryKind, str], list[tuple[int, Mention]]] = {}
    for place, spoken in enumerate(everything):
        for mention in spoken.mentions:
            if not _within_title(spoken, mention):
                index.setdefault((mention.kind, mention.entry), []).append((place, mention))
    return index


def _within_title(spoken: Spoken, mention: Mention) -> bool:
    """A title's own beginning is no task: "økonomi" in the heading "Økonomichef"."""
    if mention.kind != "topics" or mention.form != "compound" or not spoken.statement.heading:
        return False
    return any(m.kind == "titles" and m.span.holds(mention.span) for m in spoken.mentions)


def echoes(text: str, posting: Sequence[str]) -> bool:
    """Whether a sentence is nearly one of the posting's, or holds one, and adds no figure of its own."""
    plain = _plain(text)
    if len(plain.split()) < ECHO_WORDS or any(c.isdigit() for c in plain):
        return False
    for sentence in posting:
        theirs = _plain(sentence)
        if len(theirs.split()) < ECHO_WORDS:
            continue
        if fuzz.ratio(plain, theirs, score_cutoff=ECHO) or (
            len(plain) >= len(theirs) and fuzz.partial_ratio(theirs, plain, score_cutoff=ECHO + 4)
        ):
            return True
    return False


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())


def document_of(cv: CV, path: str) -> Document:
    """The document of that path."""
    return next(f.document for f in cv.application.documents if f.document.path == path)


def _by_ocr(document: Document) -> bool:
    return any(line.look.confidence is not None for line in document.lines)


def _spoken(context: Context, at: int, statement: Statement, text: str, fuzzy: bool) -> Spoken:
    tokens: tuple[Token, ...] = tokenize(text, statement.passage.span)
    return Spoken(at, Scene(text, tokens, statement), find_mentions(context.lexicon, text, tokens, fuzzy))


def _hidden(cv: CV, context: Context) -> Iterator[Spoken]:
    """Hidden runs that no statement holds, so that they can be shown as set aside."""
    for filed in cv.application.documents:
        document = filed.document
        text = cv.texts.get(document.path, document.text)
        seen = [s.passage.span for s in cv.statements if s.passage.path == document.path]
        for run in document.hidden:
            if not any(span.meets(run.span) for span in seen):
                statement = Statement(Passage(document.path, run.span), "other")
                yield _spoken(context, -1, statement, text, fuzzy=False)


def read(cv: CV, context: Context) -> Reading:
    """The reading of a CV, made once for all signals of one case."""
    known = context.cache.get("reading")
    if isinstance(known, Reading) and known.cv is cv:
        return known
    ocr = {f.document.path: _by_ocr(f.document) for f in cv.application.documents}
    spoken = tuple(
        _spoken(context, i, s, cv.texts[s.passage.path], ocr[s.passage.path]) for i, s in enumerate(cv.statements)
    )
    hidden = tuple(_hidden(cv, context))
    entries = {(e.kind, e.name): e for e in context.lexicon.vocabulary.entries}
    reading = Reading(cv, context, spoken, hidden, entries=entries, _index=_indexed((*spoken, *hidden)))
    context.cache["reading"] = reading
    return reading
