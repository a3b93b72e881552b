from collections import Counter
from itertools import islice

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras_train.batches import Position, Stream, collate, cut, length_of, mixture
from selaras_train.errors import NothingToLearn
from selaras_train.shards import Shard, read_shards
from selaras_train.vocabulary import BEGIN, END, PADDING

NUMBERS = st.lists(st.integers(4, 60_000), min_size=1, max_size=30)
PAIRS = st.lists(st.tuples(NUMBERS, NUMBERS), min_size=1, max_size=40)


def shard(count, name="x.id-en", start=4):
    return Shard.of(name, [([start + n], [start + n]) for n in range(count)])


def stream(*shards, seed=1, pool=50, weights=None):
    return Stream(shards, weights or [1] * len(shards), tokens=16, seed=seed, pool=pool)


def same(one, other):
    return one.source.equal(other.source) and one.wanted.equal(other.wanted)


def firsts(batch):
    return [int(row[0]) for row in batch.source]


class TestStream:
    @given(skipped=st.integers(0, 60), seed=st.integers(0, 5))
    def test_going_on_from_a_place_gives_what_would_have_come(self, skipped, seed):
        """
        A resumed training sees the very batches that it would have seen.
        """
        shards = shard(30), shard(7, "y.id-en", 500)
        whole = list(islice(stream(*shards, seed=seed).after(Position()), skipped + 9))
        place = whole[skipped - 1][1] if skipped else Position()

        rest = list(islice(stream(*shards, seed=seed).after(place), 9))

        assert all(
            same(a, b) and p == q
            for (a, p), (b, q) in zip(whole[skipped:], rest, strict=True)
        )

    def test_no_pair_comes_again_before_all_came_once(self):
        """
        After three passes each pair was seen three times.
        """
        seen = Counter()
        for batch, place in stream(shard(50), pool=50).after(Position()):
            if place.pool == 3:
                break
            seen.update(firsts(batch))

        assert set(seen.values()) == {3}

    def test_another_seed_gives_another_order(self):
        """
        The seed is what decides.
        """
        first, second = (
            [
                firsts(b)
                for b, _ in islice(stream(shard(50), seed=s).after(Position()), 4)
            ]
            for s in (1, 2)
        )

        assert first != second

    def test_weights_decide_how_often_a_shard_is_drawn_from(self):
        """
        With nine times the weight a shard comes about nine times as often.
        """
        mixed = stream(shard(50), shard(50, "y", 500), weights=[9, 1], pool=1000)

        batches = [b for b, _ in islice(mixed.after(Position()), 100)]

        high = sum(number >= 500 for batch in batches for number in firsts(batch))
        assert 0.04 < high / sum(len(batch.source) for batch in batches) < 0.2


class TestCut:
    @given(PAIRS, st.integers(31, 200))
    def test_no_batch_is_larger_than_it_may_be(self, pairs, tokens):
        """
        Padding counts: it is worked on like everything else.
        """
        examples = sorted(
            (Shard.of("x", pairs)[n] for n in range(len(pairs))), key=length_of
        )

        batches = cut(examples, tokens)

        assert sum(map(len, batches)) == len(pairs)
        for batch in map(collate, batches):
            assert max(batch.source.numel(), batch.wanted.numel()) <= max(tokens, 31)


class TestCollate:
    @given(PAIRS)
    def test_a_batch_gives_its_pairs_back(self, pairs):
        """
        Nothing is lost to padding; the decoder begins with BEGIN and ends with END.
        """
        whole = Shard.of("x", pairs)

        batch = collate([whole[n] for n in range(len(whole))])

        for row, (source, target) in enumerate(pairs):
            begun, wanted = batch.begun[row].tolist(), batch.wanted[row].tolist()
            size = len(target) + 1
            assert batch.source[row, : len(source)].tolist() == source
            assert begun[:size] == [BEGIN, *target]
            assert wanted[:size] == [*target, END]
            assert set(begun[size:] + wanted[size:]) <= {PADDING}
        assert batch.pieces == sum(len(target) + 1 for _, target in pairs)


class TestLooks:
    def test_a_piece_looks_at_all_it_is_linked_to_alike(self):
        """
        A row of shares for each piece of the target, nothing where nothing is known.
        """
        shard = Shard.of("x", [([5, 6, 7, 3], [8, 9]), ([5, 3], [8])])
        linked = shard.linked([[(0, 1), (0, 2)], []])

        looks = collate([linked[0], linked[1]]).looks

        assert looks.tolist() == [
            [[0, 0.5, 0.5, 0], [0, 0, 0, 0], [0, 0, 0, 0]],
            [[0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]],
        ]

    def test_a_batch_that_nobody_aligned_has_none(self):
        """
        Then nothing is guided, and no memory is taken.
        """
        assert collate([Shard.of("x", [([5, 3], [8])])[0]]).looks is None


class TestShard:
    @given(PAIRS)
    def test_what_is_written_is_read(self, tmp_path_factory, pairs):
        """
        Piece numbers survive the disk.
        """
        folder = tmp_path_factory.mktemp("shards")
        Shard.of("corpus.id-en", pairs).write(folder)

        (read,) = read_shards(folder)

        assert read.name == "corpus.id-en"
        assert [
            (source.tolist(), target.tolist(), links.tolist())
            for source, target, links in (read[n] for n in range(len(read)))
        ] == [(source, target, []) for source, target in pairs]

    def test_links_are_kept_with_their_pairs(self, tmp_path):
        """
        On disk, and when some of the pairs are taken out.
        """
        pairs = [([5, 6, 3], [7]), ([5, 3], [8, 9]), ([6, 3], [9])]
        links = [[(0, 1)], [], [(0, 0), (1, 1)]]
        Shard.of("corpus.id-en", pairs).linked(links).write(tmp_path)

        (read,) = read_shards(tmp_path)
        some = read.only([0, 2])

        assert [read[n].links.tolist() for n in range(3)] == [
            [[0, 1]],
            [],
            [[0, 0], [1, 1]],
        ]
        assert [some[n].links.tolist() for n in range(2)] == [
            [[0, 1]],
            [[0, 0], [1, 1]],
        ]
        assert [some[n].target.tolist() for n in range(2)] == [[7], [9]]

    def test_a_shard_written_before_links_were_known_has_none(self, tmp_path):
        """
        Encoded text is kept for long: it need not be encoded again.
        """
        old = Shard.of("corpus.id-en", [([5, 3], [8, 9])])
        numpy.savez(
            tmp_path / "corpus.id-en.npz",
            s=old.sources,
            t=old.targets,
            so=old.source_offsets,
            to=old.target_offsets,
        )

        (read,) = read_shards(tmp_path)

        assert read[0].target.tolist() == [8, 9]
        assert read[0].links.tolist() == []

    def test_a_folder_without_shards_is_refused(self, tmp_path):
        """
        Training on nothing would never end.
        """
        with pytest.raises(NothingToLearn, match="found none"):
            read_shards(tmp_path)


def test_a_weight_is_looked_up_by_shard_then_by_corpus():
    """
    One direction of a corpus may weigh other than the rest of it.
    """
    shards = shard(4, "bbc.id-en"), shard(4, "bbc.id-fr"), shard(4, "other.id-en")

    mixed = mixture(shards, {"bbc": 2.0, "bbc.id-fr": 3.0}, exponent=0.5)

    assert mixed == [4.0, 6.0, 2.0]
