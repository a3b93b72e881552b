"""
The queue as workers keep it: cheap for an article, in pieces for all of it.
"""

from datetime import timedelta

import pytest
from django.utils import timezone

from newsroom import ByHeart, published
from selaras_site.articles.models import Article
from selaras_site.translations import queueing, translating
from selaras_site.translations.models import (
    QueueEntry,
    Readership,
    Report,
    Segment,
    Snapshot,
)
from selaras_site.translations.readership import readership_add
from selaras_site.translations.waiting import Seat

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


@pytest.fixture
def article(engine: ByHeart) -> Article:
    """
    An article whose every sentence waits.
    """
    article = published("dis-201")
    translating.translate(Snapshot.objects.filter(article=article).latest("pk").pk)
    Segment.objects.update(
        provenance={"engine": "heart", "risk": 0.9, "doubt": "likely"}
    )
    queueing.queue_fill(article.pk)
    return article


def urgencies() -> dict[int, float]:
    return dict(QueueEntry.objects.values_list("segment", "urgency"))


class TestFilling:
    def test_takes_a_fixed_number_of_queries(
        self, article: Article, django_assert_max_num_queries
    ) -> None:
        segment = Segment.objects.filter(version__article=article).latest("pk")
        Segment.objects.bulk_create(
            Segment(
                version=segment.version,
                position=segment.position + number,
                path=f"blocks.9.text#{number}",
                source=f"Kalimat ke-{number}.",
                source_key=f"key {number}",
                provenance={"engine": "heart", "risk": 0.9, "doubt": "likely"},
            )
            for number in range(1, 200)
        )
        with django_assert_max_num_queries(16):
            assert queueing.queue_fill(article.pk) > 200

    @pytest.mark.parametrize(
        ("doubt", "waits"), [({"doubt": "likely"}, True), ({}, False)]
    )
    def test_a_sentence_without_findings_waits_where_readers_doubt_it(
        self, article: Article, doubt: dict[str, str], waits: bool
    ) -> None:
        segment = Segment.objects.filter(version__language="fr").latest("pk")
        segment.provenance = {"engine": "heart", "risk": 0.9, **doubt}
        segment.save()
        queueing.queue_fill(article.pk)
        assert QueueEntry.objects.filter(segment=segment).exists() is waits

    def test_readers_of_a_language_count_for_it_alone(self, article: Article) -> None:
        before = urgencies()
        readership_add({(article.pk, "ja", timezone.localdate()): 1023})
        queueing.queue_fill(article.pk)
        for entry in QueueEntry.objects.all():
            times = 11 if entry.language == "ja" else 1
            expected = times * before[entry.pk]
            assert entry.urgency == pytest.approx(expected, rel=0.01)

    def test_a_report_is_about_its_language_alone(self, article: Article) -> None:
        segment = Segment.objects.filter(version__language="fr").first()
        assert segment is not None
        Report.objects.create(
            version=segment.version, segment=segment, kind="name", reporter="x"
        )
        queueing.queue_fill(article.pk)
        reported = QueueEntry.objects.filter(cause=QueueEntry.Cause.REPORTED)
        assert [entry.language for entry in reported] == ["fr"]

    def test_leaves_seats_alone(self, article: Article, editor) -> None:
        entry = QueueEntry.objects.all()[0]
        Seat.objects.create(
            segment=entry.segment, by=editor, until=timezone.now() + DAY
        )
        queueing.queue_fill(article.pk)
        assert Seat.objects.get().segment_id == entry.pk


class TestTelling:
    def test_nothing_is_written_that_nobody_would_notice(
        self, article: Article
    ) -> None:
        soon = timezone.now() + timedelta(minutes=5)
        assert queueing.queue_tell_urgency(soon) == 0
        assert queueing.queue_tell_urgency(soon + DAY) == QueueEntry.objects.count()
        assert queueing.queue_tell_urgency(soon + DAY) == 0

    def test_goes_through_all_pieces(
        self, article: Article, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(queueing, "CHUNK", 3)
        later = timezone.now() + 2 * DAY
        before = urgencies()
        assert queueing.queue_tell_urgency(later) == len(before) > 6
        for number, urgency in urgencies().items():
            assert urgency == pytest.approx(before[number] / 2, rel=0.01)

    def test_what_was_told_before_it_was_killed_stays_told(
        self, article: Article, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(queueing, "CHUNK", 3)
        tell, before, later = queueing.tell, urgencies(), timezone.now() + 2 * DAY
        pieces = []

        def killed(*arguments) -> int:
            if pieces:
                raise KeyboardInterrupt
            pieces.append(arguments)
            return tell(*arguments)

        monkeypatch.setattr(queueing, "tell", killed)
        with pytest.raises(KeyboardInterrupt):
            queueing.queue_tell_urgency(later)
        after = urgencies()
        assert sum(after[number] != before[number] for number in before) == 3

        monkeypatch.setattr(queueing, "tell", tell)
        assert queueing.queue_tell_urgency(later) == len(before) - 3

    def test_what_was_decided_meanwhile_does_not_come_back(
        self, article: Article
    ) -> None:
        gone = QueueEntry.objects.all()[0].pk
        QueueEntry.objects.filter(pk=gone).delete()
        queueing.write([(5.0, gone)])
        assert not QueueEntry.objects.filter(pk=gone).exists()

    def test_readers_are_seen_within_a_round(self, article: Article) -> None:
        before = urgencies()
        today = timezone.localdate()
        readership_add(
            {(article.pk, "en", today): 3, (article.pk, "en", today - DAY): 4}
        )
        changed = queueing.queue_tell_urgency()
        assert changed == QueueEntry.objects.filter(language="en").count()
        for entry in QueueEntry.objects.filter(language="en"):
            assert entry.urgency == pytest.approx(4 * before[entry.pk], rel=0.01)
        Readership.objects.all().delete()
        assert queueing.queue_tell_urgency() == changed


def test_what_is_very_old_has_its_order_still() -> None:
    year = timedelta(days=365)
    urgencies = [
        queueing.urgency(risk, 0, year + age, "blocks.0.text#0")
        for risk, age in ((0.9, timedelta(0)), (0.8, timedelta(0)), (0.8, DAY))
    ]
    assert urgencies == sorted(urgencies, reverse=True)
    assert len(set(urgencies)) == 3
