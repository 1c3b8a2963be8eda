"""Whose a mention is: the writer's own, wished for, negated, somebody else's."""

from __future__ import annotations

from typing import Literal

from screen.grammar.mentions import Mention
from screen.grammar.tokens import Token
from screen.model.criteria import Entry
from screen.model.cv import Statement
from screen.model.text import Span

Status = Literal["own", "wish", "negation", "other-person", "conditional", "keyword-list", "course", "doubtful"]


def status(
    text: str, sentence: Span, tokens: tuple[Token, ...], mention: Mention, entry: Entry, statement: Statement
) -> Status:
    """The status of one mention, decided by its clause; `own` documents, every other value is set aside under its name."""
    raise NotImplementedError
