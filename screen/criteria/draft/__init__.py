"""A first draft of a criteria file, from the text of a posting."""

from __future__ import annotations

from screen.criteria.draft._asks import Asked, Demand, asked_in
from screen.criteria.draft._candidates import candidates, preferred
from screen.criteria.draft._plan import Plan, plan
from screen.criteria.draft._reading import Posting, read_posting
from screen.criteria.draft._sentences import Sentence
from screen.criteria.draft._writing import written
from screen.model.text import Document, Span
from screen.wording import say

__all__ = ["Asked", "Demand", "Posting", "Sentence", "asked_in", "draft", "read_posting"]


def draft(document: Document, text: str | None, language: str | None = None) -> str:
    """A commented criteria file, which is a beginning and says at each place what to check.

    Args:
        document: The posting.
        text: Its path as the file should name it, relative to the file; none to leave it out.
        language: Of the comments, da or en; by default that of the posting.
    """
    posting = read_posting(document)
    asked = asked_in(posting)
    spoken = language or ("en" if posting.language == "en" else "da")
    demands = asked.demands or (_of_title(posting, spoken),)
    order = preferred([posting.title or "", *(d.source for d in demands)])
    post = candidates(posting.title or "", order)
    plans: list[Plan] = []
    use: dict[str, None] = {}
    for demand, found in ((d, candidates(d.source, order)) for d in demands):
        made = plan(demand, found, post.of("titles"), spoken, [p.id for p in plans])
        plans.append(made)
        origin = {**post.origin, **found.origin}
        use |= dict.fromkeys(name for entry, name in origin.items() if entry in made.names())
    return written(posting, asked, plans, use=sorted(use), text=text, language=spoken)


def _of_title(posting: Posting, language: str) -> Demand:
    """The only demand of a posting that asks for nothing: to have been in such a post."""
    title = posting.title or next((s.text[:60] for s in posting.sentences), say("draft-title", language))
    return Demand(title, title, ("experience",), Span(0, len(title)), None, "")
