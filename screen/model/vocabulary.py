"""A vocabulary as it is written in YAML, the same in a criteria file and in a packaged file, and its entries."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic.annotated_handlers import GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from screen.model.criteria import Entry, EntryKind, Vocabulary

Language = Literal["da", "nb", "sv", "en"]
KINDS: tuple[EntryKind, ...] = ("titles", "places", "topics", "credentials")
SEVERAL = "…"
"""Within a phrase: one to four free words. Three dots are read as this."""


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _by_language(value: object) -> object:
    """A bare list of words is in the file's own language, written `""` until that is known."""
    value = _listed(value)
    return {"": value} if isinstance(value, list | tuple) else value


def _dots(value: object) -> object:
    return " ".join(value.replace("...", SEVERAL).split()) if isinstance(value, str) else value


Word = Annotated[str, BeforeValidator(_dots, json_schema_input_type=str), Field(min_length=1)]
Words = Annotated[tuple[Word, ...], BeforeValidator(_listed, json_schema_input_type=str | list[str])]
LanguageWords = Annotated[
    dict[Literal["", "da", "nb", "sv", "en"], Words],
    BeforeValidator(_by_language, json_schema_input_type=str | list[str] | dict[Language, str | list[str]]),
]


class _Written(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True, strict=False)


class EntryFile(_Written):
    """A named group of words that mean the same. A bare word or list of words is short for `{words: …}`."""

    words: LanguageWords = Field(default_factory=dict)
    """Words and phrases, inflected and compounded by rule; `…` in a phrase stands for one to four free words,
    `=word` is met in this form only, `*word` at the end of a compound only.
    A list, or a list for each language: `{da: [...], nb: [...], sv: [...], en: [...]}`."""
    not_: Words = Field(default=(), alias="not")
    """Words that look alike and are something else; a leading `*` excludes every word that ends so."""
    include: Words = ()
    """Names of entries of the same kind whose words belong here too."""
    exact: Words = ()
    """Words that are met only in this very case ("KL", "MUS")."""
    definite: Literal["other-person", "own"] | None = None
    """Whose a definite form is ("skolelederen"); by default other-person for titles, own for all else."""
    support: Literal["other", "own"] | None = None
    """Whether "sekretær for", "bistand til" before it make it somebody else's; by default other for titles."""
    subject: Literal["other-person", "own"] | None = None
    """Whose it is where the named themselves act or are described ("byrådet har 19 medlemmer"); by default own."""

    @model_validator(mode="before")
    @classmethod
    def _short(cls, value: object) -> object:
        return {"words": value} if isinstance(value, str | list | tuple) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The long form, or one of the short ones."""
        long = handler.resolve_ref_schema(handler(schema))
        short: list[dict[str, Any]] = [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]
        return {"description": long.get("description", ""), "anyOf": [dict(long), *short]}


class VocabularyFile(_Written):
    """What words mean: entries by kind and name."""

    titles: dict[str, EntryFile] = Field(default_factory=dict)
    """The heads of job titles: `skoleleder` also meets "viceskoleleder" and "skolelederens"."""
    places: dict[str, EntryFile] = Field(default_factory=dict)
    """Employers, departments and fields as they stand in a position's heading."""
    topics: dict[str, EntryFile] = Field(default_factory=dict)
    """What a text says inside a position."""
    credentials: dict[str, EntryFile] = Field(default_factory=dict)
    """Education, licence, certificate, course, language level."""

    def named(self, kind: EntryKind) -> dict[str, EntryFile]:
        """The entries of one kind."""
        entries: dict[str, EntryFile] = getattr(self, kind)
        return entries


def to_entry(kind: EntryKind, name: str, written: EntryFile, language: str, base: Entry | None = None) -> Entry:
    """The entry: a bare list is in `language`; behaviour that is not stated is that of `base`, or the default."""
    title = kind == "titles"
    words: dict[str, tuple[str, ...]] = {}
    for spoken, listed in written.words.items():
        words[spoken or language] = (*words.get(spoken or language, ()), *listed)
    return Entry(
        kind=kind,
        name=name,
        words=words,
        exclude=written.not_,
        include=written.include,
        definite=written.definite or (base.definite if base else "other-person" if title else "own"),
        support=written.support or (base.support if base else "other" if title else "own"),
        exact=written.exact,
        subject=written.subject or (base.subject if base else "own"),
    )


def to_vocabulary(written: VocabularyFile, language: str, base: Vocabulary | None = None) -> Vocabulary:
    """All entries, kind by kind, in the order of the file; those that `base` has too add to it once both are merged."""
    known = base or Vocabulary()
    return Vocabulary(
        tuple(
            to_entry(kind, name, entry, language, known.get(kind, name))
            for kind in KINDS
            for name, entry in written.named(kind).items()
        )
    )


def merge(vocabularies: Iterable[Vocabulary]) -> Vocabulary:
    """One vocabulary; entries of the same kind and name become one, with the words of all and the last's behaviour."""
    merged: dict[tuple[EntryKind, str], Entry] = {}
    for vocabulary in vocabularies:
        for entry in vocabulary.entries:
            before = merged.get((entry.kind, entry.name))
            merged[entry.kind, entry.name] = entry if before is None else _joined(before, entry)
    return Vocabulary(tuple(merged.values()))


def _joined(first: Entry, second: Entry) -> Entry:
    """Words widen, `not:` narrows."""
    languages = dict.fromkeys((*first.words, *second.words))
    return Entry(
        kind=first.kind,
        name=first.name,
        words={key: _union(first.words.get(key, ()), second.words.get(key, ())) for key in languages},
        exclude=_union(first.exclude, second.exclude),
        include=_union(first.include, second.include),
        definite=second.definite,
        support=second.support,
        exact=_union(first.exact, second.exact),
        subject=second.subject,
    )


def _union(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))
