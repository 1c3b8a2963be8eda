"""Family: packaged vocabularies, and the code that merges, inflects and compiles them into one `Lexicon`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from screen.lexicon._data import load
from screen.lexicon.compiled import Lexicon, compile_lexicon
from screen.model.criteria import Vocabulary
from screen.model.errors import ScreenError
from screen.model.vocabulary import VocabularyFile, to_vocabulary

__all__ = ["Lexicon", "compile_lexicon", "packaged", "packaged_names"]


@cache
def packaged_names() -> tuple[str, ...]:
    """The names that `use:` knows, sorted."""
    names = (path.name for path in files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml") and name[0] != "_"))


@cache
def packaged(name: str) -> Vocabulary:
    """The packaged vocabulary of that name.

    Raises:
        ScreenError: `unknown-vocabulary`.
    """
    if name not in packaged_names():
        raise ScreenError("unknown-vocabulary", name=name, known=", ".join(packaged_names()))
    return to_vocabulary(VocabularyFile.model_validate(load(f"{name}.yaml")), _LANGUAGE)


_LANGUAGE = "da"
"""Of words in a packaged file that stand under no language."""
