"""What was read is kept in `.screen/` beside the applications, as checked JSON; findings and marks never are."""

from __future__ import annotations

from screen.cache._codec import Broken, folded, unfolded
from screen.cache._folder import NAME, Cache, Purged, opened, purged
from screen.cache._versions import reading, understanding

__all__ = ["NAME", "Broken", "Cache", "Purged", "folded", "opened", "purged", "reading", "understanding", "unfolded"]
