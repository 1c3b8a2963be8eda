"""A trial for other programs."""

from __future__ import annotations

import json
from typing import Any

from screen.model.errors import Notice
from screen.model.finding import Evidence
from screen.trial._gather import EntryTold, FormTold, OutsideTold, RuleTold, SetTold, Trial
from screen.trial._words import sentence

SCHEMA = "screen.trial/1"


def to_json(trial: Trial, language: str) -> bytes:
    """Everything, also what the table leaves out."""
    data = {
        "schema": SCHEMA,
        "criteria": trial.file,
        "applicants": trial.applicants,
        "doubts": [_doubt(d, language) for d in trial.doubts],
        "entries": [_entry(e, language) for e in trial.entries],
        "sets": [_set(s, language) for s in trial.sets],
        "rules": [_rule(r, language) for r in trial.rules],
        "titles_outside": [_outside(o) for o in trial.titles],
        "employers_outside": [_outside(o) for o in trial.employers],
    }
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def _doubt(doubt: Notice, language: str) -> dict[str, Any]:
    return {"code": doubt.code.removeprefix("try-"), **dict(doubt.facts), "text": sentence(doubt, language)}


def _entry(told: EntryTold, language: str) -> dict[str, Any]:
    return {
        "section": told.kind,
        "name": told.name,
        "own": told.own,
        "applicants": told.applicants,
        "count": told.count,
        "set_aside": told.aside,
        "forms": [_form(f) for f in told.forms],
        "doubts": [_doubt(d, language) for d in told.doubts],
    }


def _form(told: FormTold) -> dict[str, Any]:
    return {
        "form": told.form,
        "count": told.count,
        "set_aside": told.aside,
        "why": told.why,
        "compound": told.compound,
        **_quote(told.quote),
    }


def _set(told: SetTold, language: str) -> dict[str, Any]:
    return {
        "name": told.name,
        "applicants": told.applicants,
        "positions": told.positions,
        "examples": [_quote(q) for q in told.quotes],
        "doubts": [_doubt(d, language) for d in told.doubts],
    }


def _rule(told: RuleTold, language: str) -> dict[str, Any]:
    return {
        "requirement": told.requirement,
        "level": told.level,
        "holds": told.holds,
        "decides": told.decides,
        "lacking": dict(told.lacking),
        "doubts": [_doubt(d, language) for d in told.doubts],
    }


def _outside(told: OutsideTold) -> dict[str, Any]:
    return {"text": told.text, "count": told.count, **_quote(told.quote)}


def _quote(quote: Evidence) -> dict[str, Any]:
    return {"quote": quote.quote, "document": quote.document, "page": quote.page, "line": quote.line}
