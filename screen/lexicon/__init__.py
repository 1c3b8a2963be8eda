"""Family: packaged vocabularies, and the code that merges, inflects and compiles them into one `Lexicon`."""

from __future__ import annotations

from dataclasses import dataclass

from screen.model.criteria import Vocabulary


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Compiled vocabulary: every word form of every entry."""

    vocabulary: Vocabulary


def packaged_names() -> tuple[str, ...]:
    """The names that `use:` knows, sorted."""
    raise NotImplementedError


def packaged(name: str) -> Vocabulary:
    """The packaged vocabulary of that name.

    Raises:
        ScreenError: `unknown-vocabulary`.
    """
    raise NotImplementedError


def compile_lexicon(vocabulary: Vocabulary) -> Lexicon:
    """All inflected forms and compounds of the vocabulary's entries, ready to look up."""
    raise NotImplementedError
