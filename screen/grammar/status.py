"""Whose a mention is: the writer's own, wished for, negated, somebody else's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from screen.grammar.mentions import Mention
from screen.grammar.tokens import Token
from screen.model.criteria import Entry
from screen.model.cv import Statement

Status = Literal["own", "wish", "negation", "other-person", "conditional", "keyword-list", "course", "doubtful"]


@dataclass(frozen=True, slots=True)
class Scene:
    """Where mentions stand: one statement of a document, tokenized once."""

    text: str
    """The reading copy of the whole document."""
    tokens: tuple[Token, ...]
    """Those of the statement."""
    statement: Statement


def status(scene: Scene, mention: Mention, entry: Entry) -> Status:
    """Whose one mention is, decided by its clause; `own` documents, any other value is set aside under its name."""
    raise NotImplementedError
