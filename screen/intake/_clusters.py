"""Files to applicants: evidence joins them, a plain difference keeps them apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field

from screen.identity import Name, same_person
from screen.intake._items import Item, differ, fits, other_person

COMMON = 0.3
"""A word in more than this share of the file names, and in at least `OFTEN`, belongs to the case."""
OFTEN = 4


@dataclass
class Cluster:
    """Files that are one applicant's, as far as is known."""

    items: list[Item] = field(default_factory=list)
    sealed: bool = False
    """A folder of its own: another such folder joins it only for the same text or address."""

    @property
    def key(self) -> str:
        """What orders clusters: the first path."""
        return min(i.path for i in self.items)

    @property
    def names(self) -> list[Name]:
        """The names that its files give themselves."""
        return [i.written for i in self.items if i.written]

    def against(self, other: Cluster) -> bool:
        """Whether two clusters are plainly two people's."""
        return any(differ(a, b) or other_person(a, b) for a in self.items for b in other.items)


def clustered(together: Sequence[Sequence[Item]], flat: Sequence[Item]) -> list[list[Item]]:
    """Applicants, each as their files in order."""
    clusters = [Cluster(list(g), True) for g in together] + [Cluster([i]) for i in flat]
    common = _common([i for c in clusters for i in c.items])
    clusters = _joined(clusters, _content_keys, sealed=True)
    clusters = _joined(clusters, _address_keys, sealed=True)
    clusters = _joined(clusters, lambda i: _name_keys(i, common), sealed=False)
    clusters = _joined(clusters, _id_keys, sealed=False)
    clusters = _attached(clusters, lambda c, d: _loosely(c, d, common))
    clusters = _attached(clusters, _spoken_of)
    return sorted((sorted(c.items, key=lambda i: i.path) for c in clusters), key=lambda g: g[0].path)


def _common(items: Sequence[Item]) -> frozenset[str]:
    """Words of the case that stand in many file names: the post, the employer, the town."""
    counted = Counter(t for i in items for t in i.tokens)
    folders = {(t, i.folder) for i in items for t in i.tokens}
    places = Counter(t for t, _ in folders)
    return frozenset(
        t for t, n in counted.items() if n >= OFTEN and n > COMMON * len(items) and places[t] * 3 >= min(n, len(places))
    )


def _joined(clusters: list[Cluster], keys: Callable[[Item], Iterator[Hashable]], sealed: bool) -> list[Cluster]:
    """Clusters that share a key become one, unless they are plainly two people's."""
    home: dict[Hashable, list[Cluster]] = defaultdict(list)
    out: list[Cluster] = []
    for cluster in sorted(clusters, key=lambda c: c.key):
        mine = sorted({k for i in cluster.items for k in keys(i)}, key=repr)
        met = [c for k in mine for c in home[k]]
        target = next((c for c in met if _may_join(c, cluster, sealed)), None)
        if target is None:
            target = cluster
            out.append(cluster)
        else:
            target.items += cluster.items
            target.sealed |= cluster.sealed
        for key in mine:
            if target not in home[key]:
                home[key].append(target)
    return out


def _may_join(a: Cluster, b: Cluster, sealed: bool) -> bool:
    return (sealed or not (a.sealed and b.sealed)) and not a.against(b)


def _content_keys(item: Item) -> Iterator[Hashable]:
    """The same file or the same words, of papers that only one person can have written."""
    if item.document is not None and item.kind != "other":
        yield "bytes", item.document.sha256
        if item.text_hash:
            yield "text", item.text_hash


def _address_keys(item: Item) -> Iterator[Hashable]:
    for mail in item.mails:
        yield "mail", mail
    for phone in item.phones:
        yield "phone", phone


def _name_keys(item: Item, common: frozenset[str]) -> Iterator[Hashable]:
    """The full name, as the text gives it; else as the file is called."""
    if item.written:
        yield "name", item.written.joined
    elif len(item.tokens - common) >= 2:
        yield "name", "".join(t for t in item.file.tokens if t not in common)
        yield "words", "".join(sorted(item.tokens - common))


def _id_keys(item: Item) -> Iterator[Hashable]:
    if item.file.id:
        yield "id", item.folder, item.file.id


def _attached(clusters: list[Cluster], belongs: Callable[[Cluster, Cluster], bool]) -> list[Cluster]:
    """Clusters that fit exactly one other (or several that are one person's) join it."""
    out = sorted(clusters, key=lambda c: c.key)
    for cluster in list(out):
        if cluster not in out:
            continue
        homes = [c for c in out if c is not cluster and _may_join(c, cluster, False) and belongs(cluster, c)]
        if homes and not any(a.against(b) for n, a in enumerate(homes) for b in homes[n + 1 :]):
            homes[0].items += cluster.items
            homes[0].sealed |= cluster.sealed
            out.remove(cluster)
    return out


def _loosely(cluster: Cluster, home: Cluster, common: frozenset[str]) -> bool:
    """Whether a cluster's name is a shorter form of the other's, or its file names fit the other's person."""
    if cluster.names:
        return any(same_person(a, b) for a in cluster.names for b in home.names)
    tokens = frozenset(t for i in cluster.items for t in i.tokens) - common
    if not tokens:
        return False
    if home.names:
        return any(fits(n, tokens) for n in home.names)
    others = frozenset(t for i in home.items for t in i.tokens) - common
    return bool(others) and (tokens <= others or others <= tokens)


def _spoken_of(cluster: Cluster, home: Cluster) -> bool:
    """Whether papers without a name of their own speak of the other's person."""
    if cluster.names or any(i.kind == "cv" or i.document is None for i in cluster.items) or not home.names:
        return False
    if any(i.tokens for i in cluster.items if len(i.tokens) >= 2):
        return False
    return any(_says(i.words, n) for i in cluster.items for n in home.names)


def _says(words: Sequence[str], name: Name) -> bool:
    """Whether a text holds a name's words in order, others between them at most twice."""
    units = list(name.full)
    if len(units) < 2 or not set(units) <= set(words):
        return False
    for start, word in enumerate(words):
        if word == units[0]:
            near = words[start : start + len(units) + 2]
            rest = iter(near)
            if all(u in rest for u in units):
                return True
    return False
