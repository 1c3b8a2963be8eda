from importlib.resources import files

import pytest
import yaml

from screen.identity._phrases import all_phrases, by_word

FILES = [
    ("screen.identity", "facts"),
    ("screen.identity", "names"),
    ("screen.identity", "contact"),
    ("screen.intake", "words"),
]


@pytest.mark.parametrize(("room", "name"), FILES)
def test_no_key_comes_twice(room: str, name: str) -> None:
    nodes = [yaml.compose((files(room) / f"{name}.yaml").read_text("utf-8"))]
    while nodes:
        node = nodes.pop()
        if isinstance(node, yaml.MappingNode):
            keys = [key.value for key, _ in node.value]
            assert len(keys) == len(set(keys)), sorted(keys)
            nodes += [value for _, value in node.value]
        elif isinstance(node, yaml.SequenceNode):
            nodes += node.value


def test_every_phrase_compiles_and_can_be_found() -> None:
    found = {phrase for phrases in by_word().values() for phrase in phrases}
    for phrase in all_phrases():
        assert "mask" in phrase.pattern.groupindex
        assert phrase.strength == "personal" or phrase in found, phrase.source


def test_words_that_stand_in_every_sentence_find_no_phrase() -> None:
    everyday = {"og", "er", "har", "som", "af", "the", "of", "and", "is", "på", "det", "at", "med"}
    assert not everyday & set(by_word())
