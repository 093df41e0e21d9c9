"""Where one list of words is a part of another, and where the two differ: for texts that should be the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz.distance import LCSseq, Levenshtein

#: A text that is the same is looked for as it is. One that differs is lined up by seeds: so many short runs of its
#: words, each of so many words, each looked for in so many places; of what they vote for, the best are tried.
SEEDS, SEED, PLACES, TRIED = 64, 3, 40, 48
#: In texts of up to so many words every place is tried.
SMALL = 400
#: How far the end or the beginning of the part is looked for around where the seeds say that it is.
REACH = 40

#: Of longer texts the first difference is told only.
LONGEST = 50_000

#: From and to in the part, from and to in the whole: these words stand in place of those.
Difference = tuple[int, int, int, int]


def differences(part: Sequence[str], whole: Sequence[str]) -> list[Difference]:
    """How ``part`` differs from the stretch of ``whole`` that it is nearest to, in order; nothing where it is in it.

    What stands in ``whole`` before and after that stretch is no difference.
    """
    codes: dict[str, str] = {}
    one, other = (_coded(words, codes) for words in (part, whole))
    if one in other:
        return []
    if len(one) > LONGEST:
        return [_first(one, other)]
    start, end = _stretch(one, other)
    found: list[Difference] = []
    for change in Levenshtein.opcodes(one, other[start:end]):
        if change.tag == "equal":
            continue
        there = (change.dest_start + start, change.dest_end + start)
        if found and found[-1][1] == change.src_start and found[-1][3] == there[0]:
            found[-1] = (found[-1][0], change.src_end, found[-1][2], there[1])
        else:
            found.append((change.src_start, change.src_end, *there))
    return found


def _first(one: str, other: str) -> Difference:
    """The first difference, from where the first words stand on."""
    at = start = max(0, other.find(one[:SEED]))
    while at - start < len(one) and at < len(other) and one[at - start] == other[at]:
        at += 1
    return at - start, min(at - start + 1, len(one)), at, min(at + 1, len(other))


def _coded(words: Sequence[str], codes: dict[str, str]) -> str:
    """The words as a text of one character each, which is compared much faster; no surrogates."""
    for word in words:
        if word not in codes:
            number = len(codes)
            codes[word] = chr(number if number < 0xD800 else number + 0x800)
    return "".join(codes[word] for word in words)


def _stretch(one: str, other: str) -> tuple[int, int]:
    """Where the stretch of ``other`` that is nearest to ``one`` begins and ends."""
    size = len(one)
    start, _ = _nearest(one, other, ((at, at + size) for at in _starts(one, other)))
    ends = range(max(start, start + size - REACH), min(len(other), start + size + REACH) + 1)
    _, end = _nearest(one, other, ((start, at) for at in sorted(ends, key=lambda at: abs(at - start - size))))
    starts = range(max(0, start - REACH), min(end, start + REACH) + 1)
    return _nearest(one, other, ((at, end) for at in sorted(starts, key=lambda at: abs(at - start))))


def _nearest(one: str, other: str, stretches: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """Of stretches of ``other`` the one that takes fewest changes to be ``one``; of several the one with more words in
    common, and of those the first."""
    fewest = max(len(one), len(other))
    best: list[tuple[int, int]] = []
    for start, end in stretches:
        changes = Levenshtein.distance(one, other[start:end], score_cutoff=fewest)
        if changes < fewest:
            best.clear()
        if changes <= fewest:
            fewest = changes
            best.append((start, end))
    if len(best) == 1:
        return best[0]
    return max(best, key=lambda stretch: LCSseq.similarity(one, other[slice(*stretch)]))


def _starts(one: str, other: str) -> Iterator[int]:
    """Where the stretch may begin."""
    if len(other) <= SMALL:
        yield from range(len(other) or 1)
        return
    votes = Counter({0: 0, max(0, len(other) - len(one)): 0})
    step = max(1, len(one) // SEEDS)
    for at in range(0, max(1, len(one) - SEED + 1), step):
        seed, found = one[at : at + SEED], -1
        for _ in range(PLACES):
            found = other.find(seed, found + 1)
            if found < 0:
                break
            votes[max(0, found - at)] += 1
    yield from (start for start, _ in votes.most_common(TRIED))
