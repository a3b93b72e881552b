"""
Answering for a version: what must be true first, and what takes the answer back.
"""

import time
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from newsroom import ByHeart, publish, published
from selaras.text.scripts import has_letter
from selaras_site.accounts.models import User
from selaras_site.accounts.roles import languages_of, role_of, roles_make
from selaras_site.articles.models import Article
from selaras_site.translations import translating
from selaras_site.translations.deciding import decision_take_back, segment_decide
from selaras_site.translations.errors import NotAllowed
from selaras_site.translations.having_read import (
    account_of,
    least_seconds,
    readings_from_top,
)
from selaras_site.translations.models import (
    PUBLIC,
    Decision,
    Finding,
    Level,
    Reading,
    Report,
    Review,
    Segment,
    Snapshot,
    State,
    Version,
)
from selaras_site.translations.readings import Told, readings_add, seen_name
from selaras_site.translations.reviewing import version_review
from selaras_site.translations.seats import seat_take

pytestmark = pytest.mark.django_db

Kind = Decision.Kind


@pytest.fixture(autouse=True)
def _alone(tmp_path, settings):
    settings.SELARAS_MEMORY = tmp_path / "memory.sqlite3"
    settings.LANGUAGE_CODE = "en"


@pytest.fixture
def article(engine: ByHeart) -> Article:
    return made(published("dis-201"))


@pytest.fixture
def version(article: Article) -> Version:
    return public(article)


@pytest.fixture
def colleague(django_user_model: type[User]) -> User:
    return django_user_model.objects.create_user("sari", password="rahasia")


def made(article: Article) -> Article:
    translating.translate(Snapshot.objects.filter(article=article).latest("pk").pk)
    return article


def public(article: Article, language: str = "en") -> Version:
    return Version.objects.get(article=article, language=language, state__in=PUBLIC)


def sentence(version: Version, position: int = 2) -> Segment:
    return version.segments.select_related("version").get(position=position)


def read_all(version: Version, by: User) -> None:
    """
    Every sentence was before somebody for five seconds.
    """
    for row in version.segments.all():
        Reading.objects.update_or_create(
            segment=row, by=by, defaults={"seconds": 5.0, "seen": seen_name(row)}
        )


def read_on(row: Segment, by: User, seconds: float, seen: str) -> None:
    """
    A page says that a text was before somebody, who was not heard of for an hour.
    """
    Reading.objects.filter(by=by).update(last_at=timezone.now() - timedelta(hours=1))
    told = {row.pk: Told(seconds, seen)}
    readings_add(version=row.version, by=by, told=told)


def reviewed(version: Version, by: User) -> Review:
    read_all(version, by)
    review = version_review(version=version, by=by)
    version.refresh_from_db()
    return review


class TestAnswering:
    def test_freezes_who_when_and_what(self, version: Version, editor: User) -> None:
        segment_decide(
            segment=sentence(version), kind=Kind.EDITED, by=editor, text="Mine, 27."
        )
        review = reviewed(version, editor)

        worded = [row for row in version.segments.all() if has_letter(row.source)]
        assert version.level == Level.REVIEWED
        assert version.reviewed_by == editor
        assert version.reviewed_at == review.made_at
        assert (review.sentences, review.read) == (len(worded), len(worded))
        assert review.changed == 1
        assert review.seconds == 5 * len(worded)
        assert len(review.fingerprint) == 64

    def test_is_refused_while_a_sentence_is_unread(
        self, version: Version, editor: User
    ) -> None:
        read_all(version, editor)
        Reading.objects.filter(segment=sentence(version)).update(seconds=0.4)
        with pytest.raises(NotAllowed, match="1 sentence was not before you"):
            version_review(version=version, by=editor)
        version.refresh_from_db()
        assert version.level == Level.MACHINE
        assert not Review.objects.exists()

    def test_what_another_has_read_is_not_read(
        self, version: Version, editor: User, colleague: User
    ) -> None:
        read_all(version, colleague)
        with pytest.raises(NotAllowed, match="not before you"):
            version_review(version=version, by=editor)

    def test_who_decided_need_not_have_read(
        self, version: Version, editor: User
    ) -> None:
        for row in version.segments.select_related("version"):
            segment_decide(segment=row, kind=Kind.ACCEPTED, by=editor)
        review = version_review(version=version, by=editor)
        assert (review.read, review.changed) == (0, 0)

    def test_a_sentence_that_somebody_changed_since_is_unread(
        self, version: Version, editor: User, colleague: User
    ) -> None:
        read_all(version, editor)
        row = sentence(version)
        old = seen_name(row)
        segment_decide(segment=row, kind=Kind.EDITED, by=colleague, text="Theirs.")
        with pytest.raises(NotAllowed, match="1 sentence was not"):
            version_review(version=version, by=editor)

        read_on(row, editor, 9.0, old)
        with pytest.raises(NotAllowed, match="1 sentence was not"):
            version_review(version=version, by=editor)

        new = seen_name(sentence(version))
        read_on(row, editor, 0.2, new)
        with pytest.raises(NotAllowed, match="1 sentence was not"):
            version_review(version=version, by=editor)

        read_on(row, editor, 5.0, new)
        version_review(version=version, by=editor)

    def test_what_was_taken_over_in_ones_own_name_is_unread(
        self, version: Version, editor: User
    ) -> None:
        other = public(made(published("dis-202")))
        elsewhere = segment_decide(
            segment=sentence(other), kind=Kind.EDITED, by=editor, text="Elsewhere."
        )
        read_all(version, editor)
        segment_decide(
            segment=sentence(version),
            kind=Kind.EDITED,
            by=editor,
            text="Elsewhere.",
            taken_from=elsewhere,
        )
        with pytest.raises(NotAllowed, match="1 sentence was not"):
            version_review(version=version, by=editor)

    def test_the_time_before_ones_own_change_counts(
        self, version: Version, editor: User
    ) -> None:
        read_all(version, editor)
        segment_decide(
            segment=sentence(version), kind=Kind.EDITED, by=editor, text="Mine, 27."
        )
        review = version_review(version=version, by=editor)
        assert review.read == review.sentences
        assert review.seconds == 5 * review.sentences

    def test_a_sentence_that_somebody_accepted_since_is_still_read(
        self, version: Version, editor: User, colleague: User
    ) -> None:
        read_all(version, editor)
        segment_decide(segment=sentence(version), kind=Kind.ACCEPTED, by=colleague)
        version_review(version=version, by=editor)

    def test_is_refused_while_something_blocking_is_open(
        self, version: Version, editor: User
    ) -> None:
        row = sentence(version)
        Finding.objects.create(segment=row, check_name="x", severity="blocking")
        read_all(version, editor)
        with pytest.raises(NotAllowed, match="a check finds something wrong"):
            version_review(version=version, by=editor)

        segment_decide(segment=row, kind=Kind.ACCEPTED, by=editor)
        version_review(version=version, by=editor)

    def test_is_refused_while_a_reader_waits(
        self, version: Version, editor: User
    ) -> None:
        report = Report.objects.create(version=version, kind="name", reporter="x")
        read_all(version, editor)
        with pytest.raises(NotAllowed, match="1 report of a reader is open"):
            version_review(version=version, by=editor)

        report.outcome = Report.Outcome.DECLINED
        report.save()
        version_review(version=version, by=editor)

    def test_is_of_what_was_seen(self, version: Version, editor: User) -> None:
        read_all(version, editor)
        with pytest.raises(NotAllowed, match="changed meanwhile"):
            version_review(version=version, by=editor, seen="0" * 64)

    @pytest.mark.parametrize("state", [State.WITHDRAWN, State.REPLACED])
    def test_is_of_what_readers_may_see(
        self, version: Version, editor: User, state: str
    ) -> None:
        read_all(version, editor)
        Version.objects.filter(pk=version.pk).update(state=state)
        with pytest.raises(NotAllowed):
            version_review(version=version, by=editor)

    def test_a_persons_translation_needs_none(
        self, version: Version, editor: User
    ) -> None:
        now = timezone.now()
        Version.objects.filter(pk=version.pk).update(
            level=Level.HUMAN, reviewed_by=editor, reviewed_at=now
        )
        read_all(version, editor)
        with pytest.raises(NotAllowed, match="A person translated"):
            version_review(version=version, by=editor)

    def test_a_version_without_words_has_nothing_to_answer_for(
        self, version: Version, editor: User
    ) -> None:
        version.segments.all().delete()
        with pytest.raises(NotAllowed, match="nothing to read"):
            version_review(version=version, by=editor)

    def test_takes_a_fixed_number_of_queries(
        self, version: Version, editor: User, django_assert_max_num_queries
    ) -> None:
        read_all(version, editor)
        with django_assert_max_num_queries(25):
            version_review(version=version, by=editor)


class TestKeepingTheLevel:
    def test_anothers_change_takes_it_back(
        self, version: Version, editor: User, colleague: User
    ) -> None:
        reviewed(version, editor)
        segment_decide(
            segment=sentence(version), kind=Kind.EDITED, by=colleague, text="Theirs."
        )
        version.refresh_from_db()
        assert version.level == Level.MACHINE
        assert version.reviewed_by is None
        assert version.reviewed_at is None
        assert Review.objects.count() == 1

    def test_ones_own_change_is_answered_for_anew(
        self, version: Version, editor: User
    ) -> None:
        first = reviewed(version, editor)
        segment_decide(
            segment=sentence(version), kind=Kind.EDITED, by=editor, text="Mine, 27."
        )
        version.refresh_from_db()
        second = version.reviews.first()
        assert version.level == Level.REVIEWED
        assert version.reviewed_at == second.made_at
        assert second.fingerprint != first.fingerprint
        assert (first.changed, second.changed) == (0, 1)

    def test_what_the_reviewer_takes_over_from_elsewhere_was_not_read_here(
        self, version: Version, editor: User
    ) -> None:
        other = public(made(published("dis-202")))
        elsewhere = segment_decide(
            segment=sentence(other), kind=Kind.EDITED, by=editor, text="Elsewhere."
        )
        reviewed(version, editor)
        segment_decide(
            segment=sentence(version),
            kind=Kind.EDITED,
            by=editor,
            text="Elsewhere.",
            taken_from=elsewhere,
        )
        version.refresh_from_db()
        assert version.level == Level.MACHINE

    def test_accepting_changes_nothing(
        self, version: Version, editor: User, colleague: User
    ) -> None:
        reviewed(version, editor)
        segment_decide(segment=sentence(version), kind=Kind.ACCEPTED, by=colleague)
        version.refresh_from_db()
        assert version.level == Level.REVIEWED
        assert version.reviews.count() == 1

    def test_taking_back_what_covered_an_error_takes_it_back(
        self, version: Version, editor: User
    ) -> None:
        row = sentence(version)
        Finding.objects.create(segment=row, check_name="x", severity="blocking")
        segment_decide(segment=row, kind=Kind.EDITED, by=editor, text="Right, 27.")
        reviewed(version, editor)
        decision_take_back(segment=row, by=editor)
        version.refresh_from_db()
        assert version.level == Level.MACHINE

    def test_a_correction_of_what_a_reader_reported_keeps_it(
        self, version: Version, editor: User
    ) -> None:
        reviewed(version, editor)
        row = sentence(version)
        Report.objects.create(version=version, segment=row, kind="name", reporter="x")
        segment_decide(segment=row, kind=Kind.EDITED, by=editor, text="Right, 27.")
        version.refresh_from_db()
        assert version.level == Level.REVIEWED


class TestMadeAnew:
    def test_keeps_it_where_no_sentence_is_another(
        self, article: Article, version: Version, editor: User
    ) -> None:
        review = reviewed(version, editor)
        long_ago = timezone.now() - timedelta(days=3)
        Review.objects.update(made_at=long_ago)
        made(publish(article))

        anew = public(article)
        assert anew.pk != version.pk
        assert anew.reviews.get().made_at == long_ago
        assert anew.level == Level.REVIEWED
        assert (anew.reviewed_by, anew.reviewed_at) == (editor, review.made_at)
        assert anew.reviews.get().fingerprint == review.fingerprint
        assert public(article, "ja").level == Level.MACHINE

    def test_and_goes_on_as_before(
        self, article: Article, version: Version, editor: User
    ) -> None:
        reviewed(version, editor)
        made(publish(article))
        anew = public(article)

        segment_decide(
            segment=sentence(anew), kind=Kind.EDITED, by=editor, text="Mine, 27."
        )

        anew.refresh_from_db()
        assert anew.level == Level.REVIEWED
        assert anew.reviews.count() == 2

    def test_is_the_machines_where_the_original_changed(
        self, article: Article, version: Version, editor: User
    ) -> None:
        reviewed(version, editor)
        article.summary += " Tambahan."
        made(publish(article))
        assert public(article).level == Level.MACHINE
        assert public(article).reviewed_by is None

    def test_what_was_read_before_need_not_be_read_again(
        self, article: Article, version: Version, editor: User
    ) -> None:
        reviewed(version, editor)
        article.summary += " Tambahan."
        made(publish(article))

        account = account_of(public(article), editor)

        assert [line.segment.source for line in account.unread] == ["Tambahan."]


class TestReading:
    @pytest.mark.parametrize(
        ("words", "seconds"), [(1, 0.3), (4, 1.2), (10, 3.0), (17, 5.0), (90, 5.0)]
    )
    def test_takes_its_time(self, words: int, seconds: float) -> None:
        assert least_seconds("kata " * words) == seconds

    def test_nobody_reads_faster_than_the_clock(
        self, version: Version, editor: User
    ) -> None:
        rows = version.segments.all()
        told = {row.pk: Told(10.0, seen_name(row)) for row in rows}
        start = time.monotonic()
        readings_add(version=version, by=editor, told=told)
        assert total(editor) == pytest.approx(60.0)
        for _one in range(20):
            readings_add(version=version, by=editor, told=told)
        assert 62.0 <= total(editor) <= 62.0 + time.monotonic() - start

    def test_of_another_version_is_not_counted(
        self, article: Article, version: Version, editor: User
    ) -> None:
        other = sentence(public(article, "ja"))
        one = Told(3.0, seen_name(other))
        told = {other.pk: one, 0: one, 2**70: one}
        readings_add(version=version, by=editor, told=told)
        assert not Reading.objects.exists()

    def test_from_the_top_reaches_as_far_as_the_time(
        self, version: Version, editor: User
    ) -> None:
        lines = account_of(version, editor).lines
        seen = {line.segment.pk: line.seen for line in lines}

        def read(seconds: float) -> int:
            readings_from_top(version=version, by=editor, seconds=seconds, seen=seen)
            return account_of(version, editor).done

        assert read(sum(line.least for line in lines[:3]) + 0.05) == 3
        assert read(3600) <= 4
        Reading.objects.update(last_at=timezone.now() - timedelta(hours=1))
        assert read(3600) == len(lines)

    def test_from_the_top_is_of_what_stood_there(
        self, version: Version, editor: User, colleague: User
    ) -> None:
        lines = account_of(version, editor).lines
        seen = {line.segment.pk: line.seen for line in lines}
        row = sentence(version)
        segment_decide(segment=row, kind=Kind.EDITED, by=colleague, text="Theirs.")

        readings_from_top(version=version, by=editor, seconds=3600, seen=seen)

        unread = account_of(version, editor).unread
        assert [line.segment.pk for line in unread] == [row.pk]


def total(by: User) -> float:
    return sum(Reading.objects.filter(by=by).values_list("seconds", flat=True))


class TestLanguages:
    @pytest.fixture
    def japanese(self, colleague: User) -> User:
        roles_make()
        colleague.groups.add(Group.objects.get(name="Reviewer (ja)"))
        return colleague

    def test_a_reviewer_of_a_language_works_on_that(
        self, article: Article, japanese: User
    ) -> None:
        english, own = public(article), public(article, "ja")
        segment_decide(segment=sentence(own), kind=Kind.ACCEPTED, by=japanese)
        seat_take(segment=sentence(own), by=japanese)
        read_all(english, japanese)
        for refused in (
            lambda: version_review(version=english, by=japanese),
            lambda: seat_take(segment=sentence(english), by=japanese),
            lambda: segment_decide(
                segment=sentence(english), kind=Kind.ACCEPTED, by=japanese
            ),
            lambda: decision_take_back(segment=sentence(english), by=japanese),
        ):
            with pytest.raises(NotAllowed, match="日本語"):
                refused()
        assert Decision.objects.count() == 1

    def test_everybody_else_works_on_all(self, japanese: User, editor: User) -> None:
        assert languages_of(japanese) == {"ja"}
        assert len(languages_of(editor)) == 5
        assert role_of(japanese) == "Reviewer"
        assert role_of(editor) == ""

        japanese.groups.add(Group.objects.get(name="Reviewer (fr)"))
        assert languages_of(japanese) == {"ja", "fr"}
        japanese.groups.add(Group.objects.get(name="Operator"))
        assert languages_of(japanese) == {"ja", "fr"}
        japanese.groups.add(Group.objects.get(name="Editor"))
        assert len(languages_of(japanese)) == 5
        assert role_of(japanese) == "Editor"
