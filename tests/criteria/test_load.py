"""A file without mistakes becomes the nouns that the rest of the program speaks of."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from screen.criteria import load_criteria
from screen.model.criteria import Ask, Condition, PositionFilter, Staff

ROOT = Path(__file__).parents[2]
BASE = (ROOT / "tests" / "cases" / "criteria" / "base.yaml").read_text("utf-8")


@pytest.fixture
def load(tmp_path):
    def loaded(text: str):
        path = tmp_path / "krav.yaml"
        path.write_text(text, "utf-8")
        return load_criteria(path)

    return loaded


def test_posting_and_hash(load):
    criteria = load(BASE)
    assert criteria.file == "krav.yaml"
    assert len(criteria.sha256) == 64
    assert criteria.posting.deadline == date(2026, 5, 15)
    assert load(BASE.replace("2026-05-15", "'2026-05-15'")).posting.deadline == date(2026, 5, 15)
    assert load(BASE.replace(", deadline: 2026-05-15", "")).posting.deadline is None


def test_entries(load):
    vocabulary = load(BASE.replace("trivsel: [elevtrivsel", "trivsel: [elev ... trivsel")).vocabulary
    title, topic = vocabulary.get("titles", "skoleleder"), vocabulary.get("topics", "trivsel")
    assert title is not None
    assert topic is not None
    assert (title.definite, title.support, title.exclude) == ("other-person", "other", ("rektorsekretær",))
    assert (topic.definite, topic.support) == ("own", "own")
    assert topic.words == {"da": ("elev … trivsel", "elevfravær")}


def test_choices_are_no_patterns(load):
    load(BASE.replace("[elevtrivsel, elevfravær]", "['(arbejde med | ansvar for) elevtrivsel', elevfravær]"))


def test_words_by_language(load):
    vocabulary = load(BASE.replace("[lederkursus]\npos", "{words: {da: lederkursus, en: [course]}}\npos")).vocabulary
    entry = vocabulary.get("credentials", "lederkursus")
    assert entry is not None
    assert entry.words == {"da": ("lederkursus",), "en": ("course",)}


def test_sets(load):
    criteria = load(BASE)
    assert criteria.set_named("leder").filters == (
        PositionFilter(titles=("skoleleder",), places=("skole",), acting="excluded"),
    )
    assert criteria.set_named("leder_alle").filters[0].staff == Staff(at_least=10)
    listed = "leder_alle: [{places: skole}, {titles: [skoleleder]}]"
    several = load(BASE.replace("leder_alle: {titles: [skoleleder], staff: {at_least: 10}}", listed))
    assert len(several.set_named("leder_alle").filters) == 2


def test_signals_look_where_their_requirement_says(load):
    first, second = load(BASE).requirements
    places = {signal.name: getattr(signal.parameters, "in_", None) for signal in (*first.signals, *second.signals)}
    assert places["folk"] == ("leder",)
    assert places["år"] is None
    assert places["omtalt"] == ("any", "loose")
    assert [signal.kind for signal in first.signals] == ["tenure", "tenure", "number", "change"]


def test_rules_from_strong_to_peripheral(load):
    first, second = load(BASE).requirements
    assert [rule.level for rule in second.rules] == ["strong", "partial", "peripheral"]
    years, recent = Ask("years", 5.0), Ask("recent", (1.0, 5.0))
    assert first.rules[0].alternatives[0][0] == Condition("år", (years, recent))
    assert first.rules[2].alternatives == ((Condition("prøvet", (Ask("found", True),)),),)


def test_a_bare_credential_is_held(load):
    _, second = load(BASE).requirements
    assert second.rules[2].alternatives[1] == (Condition("kursus", (Ask("held", True),)),)
    assert second.rules[2].alternatives[2] == (Condition("omtalt", (Ask("found", True),)),)


def test_own_entry_adds_to_the_packaged_one(load):
    own = "    municipality: {words: [magistraten i …], not: [kommunefri]}\n"
    text = BASE.replace("vocabulary:\n", "use: public-sector-da\nvocabulary:\n", 1)
    packaged = load(text.replace("  places:\n", f"  places:\n{own}"))
    entry = packaged.vocabulary.get("places", "municipality")
    assert entry is not None
    assert {"kommune", "magistraten i …"} <= set(entry.words["da"])
    assert "kommunefri" in entry.exclude


def test_an_own_entry_keeps_the_behaviour_that_it_does_not_state(load):
    use = "use: public-sector-da\nvocabulary:\n"
    packaged = load(BASE.replace("vocabulary:\n", use, 1)).vocabulary
    added = load(BASE.replace("vocabulary:\n", use, 1).replace("  titles:\n", "  titles:\n    chief: [kredschef]\n"))
    before, after = packaged.get("titles", "chief"), added.vocabulary.get("titles", "chief")
    assert before is not None
    assert after is not None
    assert (before.definite, before.support) == (after.definite, after.support)


@pytest.fixture(scope="module")
def herlev():
    return load_criteria(ROOT / "criteria" / "herlev-kommunaldirektoer.yaml")


def test_three_requirements(herlev):
    assert {r.id: (r.weight, r.must_have) for r in herlev.requirements} == {
        "direktionserfaring": (40, "solid"),
        "kommunal_oekonomistyring": (30, "solid"),
        "politisk_organisation": (30, "solid"),
    }
    assert herlev.posting.deadline == date(2026, 4, 9)


def test_every_requirement_has_every_level_and_a_question(herlev):
    for requirement in herlev.requirements:
        assert [rule.level for rule in requirement.rules] == ["strong", "solid", "partial", "peripheral"]
        assert requirement.ask


def test_the_years_shown_count_acting_posts(herlev):
    first = next(s for s in herlev.requirements[0].signals if s.kind == "tenure")
    filters = [f for name in first.parameters.tenure for f in herlev.set_named(name).filters]
    assert {f.acting for f in filters} == {"included"}


def test_acting_posts_carry_neither_solid_nor_strong(herlev):
    requirement = herlev.requirements[0]
    signals = {s.name: s for s in requirement.signals}
    for rule in requirement.rules[:2]:
        for condition in (c for alternative in rule.alternatives for c in alternative):
            parameters = signals[condition.signal].parameters
            names = getattr(parameters, "tenure", ()) or parameters.in_
            assert "excluded" in {f.acting for n in names for f in herlev.set_named(n).filters}
            if hasattr(parameters, "tenure"):
                assert {f.acting for n in names for f in herlev.set_named(n).filters} == {"excluded"}


def test_elected_office_carries_the_lowest_level_only(herlev):
    elected = {s.name for s in herlev.sets if any("elected" in f.roles for f in s.filters)}
    assert elected
    for requirement in herlev.requirements:
        reading = {
            s.name
            for s in requirement.signals
            if elected & {*getattr(s.parameters, "tenure", ()), *getattr(s.parameters, "in_", ())}
        }
        higher = {c.signal for rule in requirement.rules[:3] for alternative in rule.alternatives for c in alternative}
        assert not reading & higher
