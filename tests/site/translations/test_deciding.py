"""
What people do to sentences: what counts, what is put back, who may not, what is learnt.
"""

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone

from newsroom import ByHeart, draft, publish, published
from selaras.memory import Memory
from selaras_site.accounts.models import User
from selaras_site.articles.models import Article
from selaras_site.translations import learning, queueing, translating
from selaras_site.translations.deciding import decision_take_back, segment_decide
from selaras_site.translations.decisions import counting
from selaras_site.translations.errors import NotAllowed
from selaras_site.translations.models import (
    Decision,
    Finding,
    QueueEntry,
    Readership,
    Report,
    Seat,
    Segment,
    Snapshot,
    State,
    Version,
)
from selaras_site.translations.seats import seat_leave, seat_take, seats_forget

pytestmark = pytest.mark.django_db

Kind = Decision.Kind


@pytest.fixture
def colleague(django_user_model: type[User]) -> User:
    return django_user_model.objects.create_user(
        "sari", password="rahasia", first_name="Sari", last_name="Dewi"
    )


@pytest.fixture(autouse=True)
def memory(tmp_path: Path, settings) -> Path:
    settings.SELARAS_MEMORY = tmp_path / "memory.sqlite3"
    return settings.SELARAS_MEMORY


def made(name: str = "dis-201") -> Article:
    article = published(name)
    translating.translate(Snapshot.objects.filter(article=article).latest("pk").pk)
    return article


def sentence(article: Article, language: str = "en", position: int = 2) -> Segment:
    return Segment.objects.get(
        version__article=article,
        version__language=language,
        version__state__in=queueing.STANDING,
        position=position,
    )


class TestTakingBack:
    def test_puts_the_machines_sentence_back(
        self, engine: ByHeart, editor: User
    ) -> None:
        row = sentence(made())
        before = Segment.objects.filter(pk=row.pk).values().get()
        segment_decide(segment=row, kind=Kind.EDITED, by=editor, text="Mine.")

        decision_take_back(segment=row, by=editor)

        after = Segment.objects.filter(pk=row.pk).values().get()
        assert after == before

    def test_leaves_what_counted_before(self, engine: ByHeart, editor: User) -> None:
        row = sentence(made())
        segment_decide(segment=row, kind=Kind.EDITED, by=editor, text="First.")
        segment_decide(segment=row, kind=Kind.REJECTED, by=editor)

        decision_take_back(segment=row, by=editor)

        row.refresh_from_db()
        assert (row.text, row.shown) == ("First.", Segment.Shown.TRANSLATION)
        [standing] = counting(Decision.objects.order_by("pk")).values()
        assert standing.text == "First."

    def test_the_next_version_is_the_machines_again(
        self, engine: ByHeart, editor: User
    ) -> None:
        article = made()
        row = sentence(article)
        machine = row.text
        segment_decide(segment=row, kind=Kind.EDITED, by=editor, text="Mine.")
        decision_take_back(segment=row, by=editor)

        article.summary += " Tambahan."
        publish(article)
        translating.translate(Snapshot.objects.filter(article=article).latest("pk").pk)

        renewed = Segment.objects.get(
            version__language="en", version__state=State.LIVE, source=row.source
        )
        assert renewed.text == machine
        assert renewed.provenance["engine"] == "heart"

    def test_of_nothing_is_refused(self, engine: ByHeart, editor: User) -> None:
        row = sentence(made())
        with pytest.raises(NotAllowed):
            decision_take_back(segment=row, by=editor)


class TestSeats:
    def test_one_at_a_time(
        self, engine: ByHeart, editor: User, colleague: User
    ) -> None:
        row = sentence(made())
        seat_take(segment=row, by=colleague)

        assert seat_take(segment=row, by=editor).by == colleague
        with pytest.raises(NotAllowed, match="Sari Dewi"):
            segment_decide(segment=row, kind=Kind.EDITED, by=editor, text="Mine.")
        assert not Decision.objects.exists()

    def test_is_free_when_its_page_is_gone(
        self, engine: ByHeart, editor: User, colleague: User
    ) -> None:
        row = sentence(made())
        seat_take(segment=row, by=colleague)
        Seat.objects.update(until=timezone.now() - timedelta(seconds=1))

        assert seat_take(segment=row, by=editor).by == editor

    def test_a_page_that_is_still_there_keeps_it(
        self, engine: ByHeart, editor: User
    ) -> None:
        row = sentence(made())
        first = seat_take(segment=row, by=editor).until
        assert seat_take(segment=row, by=editor).until > first
        assert seats_forget() == 0
        assert seat_leave(segment=row, by=editor)
        assert not Seat.objects.exists()

    def test_deciding_leaves_it(self, engine: ByHeart, editor: User) -> None:
        row = sentence(made())
        seat_take(segment=row, by=editor)
        segment_decide(segment=row, kind=Kind.ACCEPTED, by=editor)
        assert not Seat.objects.exists()


class TestMemory:
    def test_a_correction_is_there_for_the_next_article(
        self, engine: ByHeart, editor: User, memory: Path
    ) -> None:
        row = sentence(made())
        decision = segment_decide(
            segment=row, kind=Kind.EDITED, by=editor, text="Corrected.", seconds=7
        )

        learning.follow(decision.pk)
        learning.follow(decision.pk)

        with Memory(memory) as known:
            entry = known.exact(row.source, target="en")
        assert entry is not None
        assert (entry.translation, entry.level, entry.author) == (
            "Corrected.",
            "human",
            "editor",
        )
        assert (entry.engine, entry.model) == ("heart", "1")

    @pytest.mark.parametrize("undo", ["reject", "take back"])
    def test_what_no_longer_counts_is_forgotten(
        self, engine: ByHeart, editor: User, memory: Path, undo: str
    ) -> None:
        row = sentence(made())
        first = segment_decide(segment=row, kind=Kind.EDITED, by=editor, text="Mine.")
        learning.follow(first.pk)

        second = (
            segment_decide(segment=row, kind=Kind.REJECTED, by=editor)
            if undo == "reject"
            else decision_take_back(segment=row, by=editor)
        )
        learning.follow(second.pk)

        with Memory(memory) as known:
            assert known.exact(row.source, target="en") is None

    def test_a_decision_that_is_gone_teaches_nothing(self) -> None:
        learning.follow(12345)
        assert not Path(settings.SELARAS_MEMORY).exists()


class TestQueue:
    def test_knows_why_each_sentence_waits(self, engine: ByHeart) -> None:
        article = made()
        Finding.objects.all().delete()
        Segment.objects.update(provenance={"engine": "heart", "risk": 0.1})
        failed, risky = sentence(article, "en", 2), sentence(article, "ja", 3)
        Segment.objects.filter(pk=failed.pk).update(shown=Segment.Shown.ORIGINAL)
        Segment.objects.filter(pk=risky.pk).update(
            provenance={"engine": "heart", "risk": 0.7, "doubt": "likely"}
        )
        read = sentence(article, "fr", 4)
        Report.objects.create(
            version=read.version, segment=read, kind=Report.Kind.NAME, reporter="x"
        )

        found = sentence(article, "ar", 2)
        Finding.objects.create(
            segment=found, check_name="same-names", severity="review"
        )

        queueing.queue_fill(article.pk)

        causes = dict(QueueEntry.objects.values_list("segment", "cause"))
        assert causes == {
            failed.pk: "failed",
            risky.pk: "risky",
            read.pk: "reported",
            found.pk: "found",
        }

    def test_may_be_filled_twice(self, engine: ByHeart) -> None:
        article = made()
        Segment.objects.update(
            provenance={"engine": "heart", "risk": 0.9, "doubt": "likely"}
        )
        first = queueing.queue_fill(article.pk)
        assert queueing.queue_fill(article.pk) == first
        assert QueueEntry.objects.count() == first > 0

    def test_a_decision_takes_a_sentence_out(
        self, engine: ByHeart, editor: User
    ) -> None:
        article = made()
        Segment.objects.update(
            provenance={"engine": "heart", "risk": 0.9, "doubt": "likely"}
        )
        queueing.queue_fill(article.pk)
        row = sentence(article)

        segment_decide(segment=row, kind=Kind.ACCEPTED, by=editor)

        assert not QueueEntry.objects.filter(segment=row).exists()
        queueing.queue_fill(article.pk)
        assert not QueueEntry.objects.filter(segment=row).exists()

    def test_readers_and_time_change_the_order(self, engine: ByHeart) -> None:
        article = made()
        Segment.objects.update(
            provenance={"engine": "heart", "risk": 0.9, "doubt": "likely"}
        )
        queueing.queue_fill(article.pk)
        before = dict(QueueEntry.objects.values_list("segment", "urgency"))
        english = QueueEntry.objects.filter(language="en").values("segment")
        Readership.objects.create(
            article=article, language="en", day=timezone.localdate(), views=100
        )

        queueing.queue_tell_urgency()

        after = dict(QueueEntry.objects.values_list("segment", "urgency"))
        for row in english:
            assert after[row["segment"]] > 5 * before[row["segment"]]
        later = timezone.now() + timedelta(days=2)
        assert queueing.queue_tell_urgency(later) == len(after)
        first = QueueEntry.objects.first()
        assert first is not None
        assert first.segment.path == "headline#0"

    def test_what_is_not_shown_any_more_waits_for_nobody(self, engine: ByHeart) -> None:
        article = made()
        Segment.objects.update(
            provenance={"engine": "heart", "risk": 0.9, "doubt": "likely"}
        )
        queueing.queue_fill(article.pk)
        Version.objects.update(state=State.WITHDRAWN)
        assert queueing.queue_fill(article.pk) == 0

    def test_drafts_have_none(self) -> None:
        assert queueing.queue_fill(draft().pk) == 0
