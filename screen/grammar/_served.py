"""Those who are served, where they themselves act or are described: "byrådet har 19 medlemmer"."""

from __future__ import annotations

from collections.abc import Sequence

from screen.grammar._cues import cue, endings
from screen.grammar._somebody import finite
from screen.grammar._view import View

_NEAR = 6
"""Words from a subject to its verb, with what belongs to it: "byrådet i Nordby har …"."""
_SHORT = 3
"""Letters of a word whose ending is too little to know a participle by."""
_ENDS = frozenset(".;!?•")
_OPENING = frozenset("•-–—\"»'(")


def told_of_them(view: View) -> bool:
    """Whether the clause tells what they did or are, and no work of the writer's led there."""
    start, stop = _sentence(view)
    if _belongings(view):
        return True
    if any(cue("first").has(w) for w in view.words[start:stop]):
        return _could(view)
    if not (_acts(view) or _adopted_by(view) or _had(view)):
        return False
    # In the sentence's own first clause they are the subject; in a later one the writer's work may have led there.
    later = view.clause.start > start and view.clause.kind in ("relative", "contrast", "resumed")
    return _could(view) or not (later and _own_opening(view.words, start, view.clause.start))


def _sentence(view: View) -> tuple[int, int]:
    words = view.words
    start = max((i + 1 for i in range(view.first) if words[i] in _ENDS), default=0)
    while start < view.first and words[start] in _OPENING:
        start += 1
    return start, next((i for i in range(view.after, len(words)) if words[i] in _ENDS), len(words))


def _could(view: View) -> bool:
    """ "… noget, som et byråd kan bruge": a body in general, and what might be."""
    article = view.first > 0 and cue("article").has(view.words[view.first - 1])
    verb = _verb(view) if _subject(view) else None
    return article and verb is not None and cue("modal").has(view.words[verb])


def _subject(view: View) -> bool:
    """Whether nothing but a conjunction, determiners and adjectives stands before it in its clause."""
    start = max(
        (i + 1 for i in range(view.clause.start, view.first) if view.words[i] == ","), default=view.clause.start
    )
    gap = view.words[start : view.first]
    passed = (
        "relative",
        "and",
        "contrast",
        "subordinate",
        "therefore",
        "determiners",
        "article",
        "the",
        "numerals",
        "how",
        "if",
    )
    return all(w in _OPENING or w.isdigit() or any(cue(c).has(w) for c in passed) or _adjective(w) for w in gap)


def _genitive(view: View) -> bool:
    """ "Byrådets sekretariat har …": they own what the clause is about."""
    if view.after >= view.clause.stop or not view.words[view.after - 1].endswith("s"):
        return False
    behind = view.words[view.after]
    return behind.isalpha() and not finite(behind) and not cue("prepositions").has(behind)


def _belongings(view: View) -> bool:
    """ "Byrådets hjemmeside": a thing of theirs, no matter."""
    behind = view.words[view.after : view.after + 2]
    return _genitive(view) and any(cue("belongings").has(w) for w in behind)


def _adjective(word: str) -> bool:
    return word.endswith(endings("attribute-endings")) and not finite(word) and not cue("prepositions").has(word)


def _verb(view: View) -> int | None:
    """The verb behind it: of the closed list, or any right behind."""
    words, after = view.words, view.after
    for i in range(after, min(view.clause.stop, after + _NEAR)):
        if cue("finite").has(words[i]) or (i == after and finite(words[i])):
            return i
        if words[i] == "," or (
            words[i].endswith(endings("passive-endings")) and not cue("prepositions").has(words[i - 1])
        ):
            return None
    return None


def _acts(view: View) -> bool:
    """As a subject of an active verb; what they get or follow comes from somebody, and a passive is done to them."""
    verb = _verb(view) if _subject(view) and not _genitive(view) else None
    if verb is None or cue("receiving").has(view.words[verb]):
        return False
    behind = view.words[verb + 1 : min(view.clause.stop, verb + 4)]
    passive = cue("being").has(view.words[verb]) and any(_participle(w) for w in behind)
    return not passive and not any(cue("receiving").has(w) for w in behind)


def _participle(word: str) -> bool:
    return len(word) > _SHORT and word.endswith(endings("participle-endings")) and not cue("adverbs").has(word)


def _adopted_by(view: View) -> bool:
    """ "Planen blev enstemmigt vedtaget af byrådet": a whole clause about a thing that is no case of the writer's."""
    words, start = view.words, view.clause.start
    at = view.first - 1
    while at > start and (cue("determiners").has(words[at]) or cue("the").has(words[at]) or _adjective(words[at])):
        at -= 1
    if at <= start or (not cue("located").has(words[at]) and not cue("by").has(words[at])):
        return False
    verb = next((i for i in range(at - 1, max(start, at - 3), -1) if cue("adopting").has(words[i])), None)
    if verb is None:
        return False
    before = words[start:verb]
    whole = cue("finite").find(words, start + 1, verb) is not None or cue("adopting-now").has(words[verb])
    return whole and not finite(words[start]) and not any(cue("casework").has(w) for w in before)


def _had(view: View) -> bool:
    """ "Kommunen har et byråd på 25": a house, its having, a number or an article, and they."""
    words, start = view.words, view.clause.start
    at = view.first - 1
    while at > start and (
        words[at].isdigit()
        or any(cue(c).has(words[at]) for c in ("article", "numerals", "determiners"))
        or _adjective(words[at])
    ):
        at -= 1
    return at > start and cue("owning").has(words[at]) and not cue("casework").has(words[start])


def _counts(word: str) -> bool:
    return any(cue(c).has(word) for c in ("article", "numerals", "determiners"))


def _own_opening(words: Sequence[str], start: int, stop: int) -> bool:
    """A verb without a subject, or no verb at all: what the writer did, or was responsible for."""
    if start >= stop or finite(words[start]):
        return True
    return cue("finite").find(words, start, stop) is None
