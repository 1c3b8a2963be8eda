"""The rows of a file of labels, whatever shape somebody gave it: one applicant, a list of them, a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from screen.evaluation._label import Label
from screen.evaluation._written import Steps, Written
from screen.model.criteria import Criteria
from screen.wording import LANGUAGES, say

LIKELY = 0.8
"""Likeness from which an unknown key is a misspelt one rather than a note of the author's own."""
BY_REQUIREMENT = ("levels", "years", "evidence")
"""Keys whose values are by requirement."""
YEARS = "executive_years"
"""Another name for `years` of the first requirement that counts years."""


@dataclass(frozen=True, slots=True)
class Names:
    """What keys of a row may be called."""

    requirements: tuple[str, ...]
    """Ids."""
    titles: dict[str, str]
    """A requirement's id or label, or a column's name in any language, in lower case → the key."""
    counts_years: str | None
    """Id of the first requirement that counts years."""

    @classmethod
    def of(cls, criteria: Criteria) -> Names:
        """The names that the criteria give."""
        columns = {say(f"label-column-{key}", at).casefold(): key for key in ("file", "name") for at in LANGUAGES}
        titles = {r.label.casefold(): r.id for r in criteria.requirements}
        ids = {r.id.casefold(): r.id for r in criteria.requirements}
        tenure = (r.id for r in criteria.requirements if any(s.kind == "tenure" for s in r.signals))
        return cls(tuple(r.id for r in criteria.requirements), columns | titles | ids, next(tenure, None))

    def key(self, written: str) -> str:
        """The key that a column's head means."""
        return self.titles.get(written.casefold(), written)


def rows_of(written: Written, names: Names) -> Iterator[tuple[Steps, dict[str, Any]]]:
    """Each applicant's row as `Label` has it, with where it stands."""
    if written.data is None:
        if not written.mistakes:
            written.tell((), "label-none")
        return
    steps, rows = _listed(written)
    for at, row in rows:
        here = (*steps, *at)
        if not isinstance(row, dict):
            written.tell(here, "label-row")
            continue
        shaped = _shaped(written, here, row, names)
        if shaped.get("levels") or not written.sheet:
            yield here, shaped


def _listed(written: Written) -> tuple[Steps, list[tuple[Steps, object]]]:
    data = written.data
    steps: Steps = ()
    if isinstance(data, dict) and isinstance(data.get("applicants"), list):
        data, steps = data["applicants"], ("applicants",)
    if isinstance(data, list):
        return steps, [((at,), row) for at, row in enumerate(data)]
    return (), [((), data)]


def _shaped(written: Written, steps: Steps, row: dict[str, Any], names: Names) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for key, value in row.items():
        meant = names.key(key) if written.sheet else key
        if meant in names.requirements:
            # A requirement's level may stand beside the name, as in a spreadsheet.
            _add_levels(out, {meant: value})
            _moved(written, (*steps, key), (*steps, "levels", meant))
        elif meant in ("file", "files"):
            out["files"] = value if isinstance(value, list) else [value]
            _moved(written, (*steps, key), (*steps, "files"))
        elif meant in ("years", YEARS):
            out["years"] = _years(value, names)
        elif meant == "levels" and isinstance(value, dict):
            _add_levels(out, value)
        elif meant in Label.model_fields:
            out[meant] = value
        else:
            _check_key(written, steps, key, names)
    for key in BY_REQUIREMENT:
        out |= {key: _known(written, (*steps, key), out[key], names)} if isinstance(out.get(key), dict) else {}
    return _with_id(written, steps, out)


def _add_levels(row: dict[str, Any], levels: dict[str, Any]) -> None:
    before = row.get("levels")
    row["levels"] = {**(before if isinstance(before, dict) else {}), **levels}


def _moved(written: Written, old: Steps, new: Steps) -> None:
    if old in written.places:
        written.places.setdefault(new, written.places[old])


def _years(value: Any, names: Names) -> Any:
    """A bare number belongs to the first requirement that counts years; where none does, to nothing."""
    if not isinstance(value, str):
        return value
    return {names.counts_years: value.replace(",", ".")} if names.counts_years else {}


def _check_key(written: Written, steps: Steps, key: str, names: Names) -> None:
    """An unknown key is a note of the author's own, unless it looks like a known one."""
    known = {k.casefold(): k for k in (*Label.model_fields, "file", *names.requirements)}
    known |= {title: title for title in names.titles} if written.sheet else {}
    near = get_close_matches(key.casefold(), known, 1, LIKELY)
    if near:
        place = ("heads", key) if written.sheet else (*steps, key)
        written.tell(place, "label-key", key=key, near=known[near[0]])


def _known(written: Written, steps: Steps, by_id: dict[str, Any], names: Names) -> dict[str, Any]:
    """The values of known requirements; every other id is a mistake."""
    for id_ in by_id:
        if id_ not in names.requirements:
            near = get_close_matches(id_, names.requirements, 1, 0.5)
            facts = {"near": near[0]} if near else {}
            known = ", ".join(names.requirements)
            written.tell((*steps, id_), "label-requirement", value=id_, known=known, **facts)
    return {id_: value for id_, value in by_id.items() if id_ in names.requirements}


def _with_id(written: Written, steps: Steps, row: dict[str, Any]) -> dict[str, Any]:
    whose = next((str(v) for v in (*(row.get("files") or ()), row.get("name")) if v), None)
    if whose is None:
        written.tell(steps, "label-whose")
    return {"id": whose or "?", **row}
