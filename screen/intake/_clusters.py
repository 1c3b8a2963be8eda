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

    def signed_against(self, other: Cluster) -> bool:
        """Whether two clusters' texts give different names, whatever the files are called."""
        return any(not same_person(a, b) for a in self.names for b in other.names)


def clustered(together: Sequence[Sequence[Item]], flat: Sequence[Item]) -> list[list[Item]]:
    """Applicants, each as their files in order."""
    clusters = [Cluster(list(g), True) for g in together] + [Cluster([i]) for i in flat]
    common = _common([i for c in clusters for i in c.items])
    clusters = _joined(clusters, _content_keys, sealed=True, against=Cluster.signed_against)
    clusters = _joined(clusters, _address_keys, sealed=True)
    clusters = _joined(clusters, lambda i: _name_keys(i, common), sealed=False)
    clusters = _joined(clusters, _id_keys, sealed=False)
    index = _Index(clusters, common)
    clusters = _attached(clusters, index.near, lambda c, d: _loosely(c, d, common), index.add)
    named = [c for c in clusters if c.names]
    clusters = _attached(clusters, lambda c: named if _nameless(c) else (), _spoken_of, lambda _: None)
    return sorted((sorted(c.items, key=lambda i: i.path) for c in clusters), key=lambda g: g[0].path)


def _common(items: Sequence[Item]) -> frozenset[str]:
    """Words of the case that stand in many file names: the post, the employer, the town."""
    counted = Counter(t for i in items for t in i.tokens)
    folders = {(t, i.folder) for i in items for t in i.tokens}
    places = Counter(t for t, _ in folders)
    return frozenset(
        t for t, n in counted.items() if n >= OFTEN and n > COMMON * len(items) and places[t] * 3 >= min(n, len(places))
    )


def _joined(
    clusters: list[Cluster],
    keys: Callable[[Item], Iterator[Hashable]],
    sealed: bool,
    against: Callable[[Cluster, Cluster], bool] = Cluster.against,
) -> list[Cluster]:
    """Clusters that share a key become one, unless they are plainly two people's."""
    home: dict[Hashable, list[Cluster]] = defaultdict(list)
    out: list[Cluster] = []
    for cluster in sorted(clusters, key=lambda c: c.key):
        mine = sorted({k for i in cluster.items for k in keys(i)}, key=repr)
        met = [c for k in mine for c in home[k]]
        target = next((c for c in met if _may_join(c, cluster, sealed, against)), None)
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


def _may_join(
    a: Cluster, b: Cluster, sealed: bool, against: Callable[[Cluster, Cluster], bool] = Cluster.against
) -> bool:
    return (sealed or not (a.sealed and b.sealed)) and not against(a, b)


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


class _Index:
    """Clusters by the words of their names, so that only those with a word in common are held against each other."""

    def __init__(self, clusters: Sequence[Cluster], common: frozenset[str]) -> None:
        self._common = common
        self._by_word: dict[str, list[Cluster]] = defaultdict(list)
        for cluster in clusters:
            self.add(cluster)

    def _words(self, cluster: Cluster) -> set[str]:
        units = {u for n in cluster.names for u in (*n.units, n.joined)}
        return (units | {t for i in cluster.items for t in i.tokens}) - self._common

    def add(self, cluster: Cluster) -> None:
        """Makes a cluster be found by its words, again after it grew."""
        for word in self._words(cluster):
            if cluster not in self._by_word[word]:
                self._by_word[word].append(cluster)

    def near(self, cluster: Cluster) -> list[Cluster]:
        """Other clusters with a word in common, in order."""
        met = {c.key: c for w in self._words(cluster) for c in self._by_word[w] if c is not cluster and c.items}
        return [met[key] for key in sorted(met)]


def _attached(
    clusters: Sequence[Cluster],
    near: Callable[[Cluster], Sequence[Cluster]],
    belongs: Callable[[Cluster, Cluster], bool],
    grown: Callable[[Cluster], None],
) -> list[Cluster]:
    """Clusters that fit exactly one other (or several that are one person's) join it; an emptied one is gone."""

    def homes_of(cluster: Cluster) -> list[Cluster]:
        return [c for c in near(cluster) if belongs(cluster, c) and _may_join(c, cluster, False)]

    for cluster in sorted(clusters, key=lambda c: c.key):
        homes = homes_of(cluster) if cluster.items else []
        if not homes or any(a.against(b) for n, a in enumerate(homes) for b in homes[n + 1 :]):
            continue
        home = homes[0]
        if not any(rival.against(cluster) for rival in homes_of(home)):
            home.items += cluster.items
            home.sealed |= cluster.sealed
            cluster.items = []
            grown(home)
    return [c for c in clusters if c.items]


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


def _nameless(cluster: Cluster) -> bool:
    """Whether papers, no CV among them, tell neither in their text nor by their file names whose they are."""
    if cluster.names or any(i.kind == "cv" or i.document is None for i in cluster.items):
        return False
    return all(len(i.tokens) < 2 for i in cluster.items)


def _spoken_of(cluster: Cluster, home: Cluster) -> bool:
    """Whether papers without a name of their own speak of the other's person."""
    return any(_says(_telling(i), n) for i in cluster.items for n in home.names)


def _telling(item: Item) -> Sequence[str]:
    """The words of a paper in which it may speak of its applicant; of a letter none of its running text."""
    return item.words if item.kind == "other" else item.short_words


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
