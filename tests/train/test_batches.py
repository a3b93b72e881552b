from collections import Counter
from itertools import islice

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
            (source.tolist(), target.tolist())
            for source, target in (read[n] for n in range(len(read)))
        ] == pairs

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
