"""
From publication to versions: what is made, kept, replaced, and survives a crash.
"""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import QuerySet
from django.test import override_settings
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from newsroom import (
    ByHeart,
    draft,
    names,
    policy_file,
    publish,
    published,
    spoiled,
    story,
)
from selaras.errors import EngineUnavailable
from selaras.languages import TARGETS
from selaras_site.accounts.models import User
from selaras_site.articles.models import Article
from selaras_site.translations import claims, recovery, services, translating
from selaras_site.translations.deciding import segment_decide
from selaras_site.translations.models import (
    PUBLIC,
    Decision,
    Finding,
    Segment,
    Snapshot,
    State,
    Version,
)

pytestmark = pytest.mark.django_db


def ordered() -> QuerySet[DBTaskResult]:
    """
    Translations that were ordered; Wagtail has tasks of its own.
    """
    return DBTaskResult.objects.filter(task_path__endswith="translate_snapshot")


def newest(article: Article) -> Snapshot:
    return Snapshot.objects.filter(article=article).latest("pk")


def translate(article: Article) -> int:
    return translating.translate(newest(article).pk)


def states(article: Article) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for version in Version.objects.filter(article=article):
        found.setdefault(version.state, set()).add(version.language)
    return found


def change(article: Article, number: int, text: str) -> Article:
    article.body[number] = ("paragraph", article.body[number].value.__class__(text))
    return publish(article)


class TestPublication:
    def test_nothing_is_ordered_before_it(self, engine: ByHeart) -> None:
        draft()
        assert not Version.objects.exists()
        assert not ordered().exists()

    def test_orders_five_versions_and_one_task(self, engine: ByHeart) -> None:
        article = published()
        assert states(article) == {"pending": set(TARGETS)}
        assert ordered().count() == 1

    def test_a_failed_transaction_orders_nothing(self, engine: ByHeart) -> None:
        article = draft()

        def publish_and_fail() -> None:
            with transaction.atomic():
                publish(article)
                raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            publish_and_fail()
        assert not Version.objects.exists()
        assert not ordered().exists()

    def test_all_five_go_live_together(self, engine: ByHeart) -> None:
        article = published()
        assert translate(article) == 5
        assert states(article) == {"live": set(TARGETS)}
        rows = story("dis-201")
        for version in Version.objects.all():
            assert version.headline == rows[0][version.language]
            assert version.summary == rows[1][version.language]
            assert version.engine == "heart 1"
            assert version.delay is not None
            assert version.delay > timedelta(0)

    def test_an_address_is_made_of_the_headline(self, engine: ByHeart) -> None:
        """
        Scripts that are not Latin take the English words.
        """
        article = published()

        translate(article)

        slugs = dict(Version.objects.values_list("language", "slug"))
        assert slugs["fr"] != slugs["en"]
        assert {slugs[tag] for tag in ("zh", "ja", "ar")} == {slugs["en"]}

    def test_the_newsroom_may_choose_the_words_of_an_address(
        self, engine: ByHeart, editor: User
    ) -> None:
        """
        In any language; they outlive a correction of the headline.
        """
        article = draft()
        article.slug_en, article.slug_zh = "flood-in-luwu", "luwu-hongshui"
        publish(article)
        translate(article)
        headline = Segment.objects.get(version__language="en", path="headline#0")

        segment_decide(
            segment=headline,
            kind=Decision.Kind.EDITED,
            by=editor,
            text="Three Villages Under Water",
        )

        slugs = dict(Version.objects.values_list("language", "slug"))
        assert slugs["en"] == slugs["ja"] == slugs["ar"] == "flood-in-luwu"
        assert slugs["zh"] == "luwu-hongshui"
        assert slugs["fr"].startswith("des-crues")

    def test_twice_is_once(self, engine: ByHeart) -> None:
        article = published()
        assert translate(article) == 5
        before = list(Segment.objects.order_by("pk").values())
        assert translate(article) == 0
        assert list(Segment.objects.order_by("pk").values()) == before

    def test_a_scheduled_article_is_not_translated_yet(self, engine: ByHeart) -> None:
        article = draft()
        article.go_live_at = timezone.now() + timedelta(hours=1)
        publish(article)
        assert not article.live
        assert not Version.objects.exists()

    def test_an_embargo_is_kept(self, engine: ByHeart) -> None:
        article = draft()
        article.embargo_until = timezone.now() + timedelta(hours=1)
        publish(article)
        assert not article.live
        assert not Version.objects.exists()

    def test_asks_few_queries(self, engine: ByHeart) -> None:
        article = draft()
        with CaptureQueriesContext(connection) as asked:
            article.save_revision().publish()
            translating.translate(newest(article).pk)
        assert len(asked) <= 61, "the test looks for the snapshot with one of them"


class TestUpdate:
    def test_readers_keep_what_they_have_until_all_is_new(
        self, engine: ByHeart
    ) -> None:
        article = published()
        translate(article)
        article.headline = story("dis-203")[0]["id"]
        publish(article)
        assert states(article) == {"stale": set(TARGETS), "pending": set(TARGETS)}
        translate(article)
        assert states(article) == {"live": set(TARGETS), "replaced": set(TARGETS)}

    def test_only_what_changed_is_asked_for(self, engine: ByHeart) -> None:
        article = published()
        translate(article)
        engine.asked.clear()
        article.headline = story("dis-203")[0]["id"]
        publish(article)
        translate(article)
        assert {text for _, text in engine.asked} == {article.headline}
        assert len(engine.asked) == len(TARGETS)

    def test_a_version_is_bound_to_its_original(self, engine: ByHeart) -> None:
        article = published()
        translate(article)
        first = newest(article)
        article.headline = story("dis-203")[0]["id"]
        publish(article)
        stale = Version.objects.filter(state=State.STALE)
        assert {version.snapshot_id for version in stale} == {first.pk}
        assert first.content["headline"]["text"] == story("dis-201")[0]["id"]

    def test_peoples_edits_survive(self, engine: ByHeart, editor: object) -> None:
        article = published()
        translate(article)
        segment = Segment.objects.get(version__language="en", path="blocks.0.text#0")
        segment_decide(
            segment=segment,
            kind=Decision.Kind.EDITED,
            by=editor,  # type: ignore[arg-type]
            text="By hand: 2,318 residents fled and a child of 4 is missing.",
        )
        article.headline = story("dis-203")[0]["id"]
        publish(article)
        translate(article)
        renewed = Segment.objects.get(
            version__language="en",
            version__state=State.LIVE,
            path="blocks.0.text#0",
        )
        assert renewed.text.startswith("By hand: 2,318")
        assert renewed.provenance["engine"] == "person"

    def test_an_edit_falls_with_its_sentence(
        self, engine: ByHeart, editor: object
    ) -> None:
        article = published()
        translate(article)
        segment = Segment.objects.get(version__language="en", path="headline#0")
        segment_decide(
            segment=segment,
            kind=Decision.Kind.EDITED,
            by=editor,  # type: ignore[arg-type]
            text="By hand",
        )
        assert Version.objects.get(language="en").headline == "By hand"
        article.headline = story("dis-203")[0]["id"]
        publish(article)
        translate(article)
        live = Version.objects.get(language="en", state=State.LIVE)
        assert live.headline == story("dis-203")[0]["en"]

    def test_an_overtaken_worker_writes_nothing(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        article = published()
        first = newest(article)

        def overtake() -> None:
            slow.before = lambda: None
            article.headline = story("dis-203")[0]["id"]
            publish(article)

        slow = ByHeart(before=overtake)
        monkeypatch.setattr(translating, "current_engine", lambda: slow)
        assert translating.translate(first.pk) == 0
        assert not Segment.objects.exists()
        assert states(article) == {"replaced": set(TARGETS), "pending": set(TARGETS)}
        assert translate(article) == 5


class TestWithdrawal:
    def test_acts_on_all_at_once(self, engine: ByHeart) -> None:
        article = published()
        translate(article)
        article.unpublish()
        assert states(article) == {"withdrawn": set(TARGETS)}

    def test_stops_what_is_coming(self, engine: ByHeart) -> None:
        article = published()
        article.unpublish()
        assert translate(article) == 0
        assert states(article) == {"withdrawn": set(TARGETS)}

    def test_can_be_undone_and_keeps_what_was_made(self, engine: ByHeart) -> None:
        article = published()
        translate(article)
        article.unpublish()
        engine.asked.clear()
        publish(article)
        assert translate(article) == 5
        assert engine.asked == []
        assert states(article)["live"] == set(TARGETS)


class TestFailure:
    def test_a_passing_one_is_tried_again_later(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail() -> None:
            raise EngineUnavailable("The engine is away.", retryable=True)

        monkeypatch.setattr(translating, "current_engine", lambda: ByHeart(before=fail))
        article = published()
        assert translate(article) == 0
        assert states(article) == {"pending": set(TARGETS)}
        now = timezone.now()
        later = ordered().filter(run_after__range=(now, now + timedelta(minutes=1)))
        assert later.count() == 1
        assert "away" in Version.objects.first().reason  # type: ignore[union-attr]

    def test_one_that_will_not_pass_holds_for_a_person(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail() -> None:
            raise EngineUnavailable("No such model.", retryable=False)

        monkeypatch.setattr(translating, "current_engine", lambda: ByHeart(before=fail))
        article = published()
        translate(article)
        assert states(article) == {"held": set(TARGETS)}

    def test_an_engine_that_stays_away_holds(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail() -> None:
            raise EngineUnavailable("The engine is away.", retryable=True)

        monkeypatch.setattr(translating, "current_engine", lambda: ByHeart(before=fail))
        article = published()
        for _ in range(8):
            translate(article)
        assert states(article) == {"pending": set(TARGETS)}, "it may come back"
        long_ago = timezone.now() - recovery.PATIENCE
        Version.objects.update(created_at=long_ago)
        translate(article)
        assert states(article) == {"held": set(TARGETS)}

    def test_what_nobody_knows_is_tried_a_few_times(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail() -> None:
            raise KeyError("a bug of ours")

        monkeypatch.setattr(translating, "current_engine", lambda: ByHeart(before=fail))
        article = published()
        for _ in range(claims.ATTEMPTS):
            assert states(article) == {"pending": set(TARGETS)}
            with pytest.raises(KeyError):
                translate(article)
        assert states(article) == {"held": set(TARGETS)}
        assert "KeyError" in Version.objects.first().reason  # type: ignore[union-attr]

    def test_what_takes_workers_with_it_is_held(self, engine: ByHeart) -> None:
        article = published()
        for _ in range(claims.ATTEMPTS):
            assert len(claims.claim_versions(newest(article).pk).versions) == 5
            Version.objects.update(leased_until=timezone.now() - timedelta(seconds=30))
        assert translate(article) == 0
        assert states(article) == {"held": set(TARGETS)}

    def test_nothing_is_ordered_twice(self, engine: ByHeart) -> None:
        published()
        Version.objects.update(leased_until=timezone.now() - timedelta(seconds=30))
        assert recovery.sweep() == 0
        assert ordered().count() == 1

    def test_a_killed_worker_leaves_work_for_the_next(self, engine: ByHeart) -> None:
        article = published()
        claim = claims.claim_versions(newest(article).pk)
        assert len(claim.versions) == 5
        assert translate(article) == 0, "the claim still holds"
        assert recovery.sweep() == 0
        Version.objects.update(leased_until=timezone.now() - timedelta(seconds=30))
        ordered().delete()
        assert recovery.sweep() == 1
        assert ordered().count() == 1
        assert translate(article) == 5

    def test_a_late_worker_writes_nothing(self, engine: ByHeart) -> None:
        article = published()
        late = claims.claim_versions(newest(article).pk)
        Version.objects.update(leased_until=timezone.now() - timedelta(seconds=30))
        assert translate(article) == 5
        drafts = translating.drafts_for(newest(article), late)
        made = list(zip(late.versions, drafts, strict=True))
        before = list(Segment.objects.values_list("pk", flat=True))
        assert translating.write(late, made) == 0
        assert list(Segment.objects.values_list("pk", flat=True)) == before

    @pytest.mark.parametrize("place", ["write_segments", "replace_public"])
    def test_a_crash_while_writing_shows_nothing(
        self, engine: ByHeart, monkeypatch: pytest.MonkeyPatch, place: str
    ) -> None:
        article = published()

        def crash(*_: object) -> None:
            raise KeyboardInterrupt

        with monkeypatch.context() as broken:
            broken.setattr(translating, place, crash)
            with pytest.raises(KeyboardInterrupt):
                translate(article)
        assert not Segment.objects.exists()
        assert states(article) == {"translating": set(TARGETS)}


class TestChecks:
    def test_a_bad_sentence_is_shown_in_indonesian(
        self,
        engine: ByHeart,
        monkeypatch: pytest.MonkeyPatch,
        tmp_path: Path,
    ) -> None:
        monkeypatch.setattr(
            ByHeart,
            "answer",
            spoiled(ByHeart.answer, "2,318", "2,813"),
        )
        article = published()
        with override_settings(SELARAS_POLICY=policy_file(tmp_path)):
            translate(article)
        english = Version.objects.get(language="en")
        assert english.state == State.LIVE
        assert english.headline_is_original
        assert english.headline == story("dis-201")[0]["id"]
        assert english.failed_closed >= 1
        assert Finding.objects.filter(
            segment__version=english, check_name="same-numbers", severity="blocking"
        ).exists()


class TestActions:
    def test_hold_and_release(self, engine: ByHeart) -> None:
        article = published()
        translate(article)
        version = Version.objects.get(language="fr")
        services.version_hold(version=version, reason="Nama keliru.")
        assert states(article)["held"] == {"fr"}
        services.version_release(version=version)
        assert states(article) == {"live": set(TARGETS)}

    @pytest.mark.parametrize(
        "take_down", [services.version_hold, services.version_withdraw]
    )
    def test_what_a_person_took_down_no_renewal_brings_back(
        self, engine: ByHeart, take_down: Callable[..., None]
    ) -> None:
        article = published()
        translate(article)
        version = Version.objects.get(language="fr")
        take_down(version=version, reason="Nama keliru.")
        article.headline = story("dis-203")[0]["id"]
        publish(article)
        translate(article)
        held = Version.objects.get(language="fr", state=State.HELD)
        assert held.reason == "Nama keliru."
        assert states(article)["live"] == set(TARGETS) - {"fr"}
        services.version_release(version=held)
        assert states(article)["live"] == set(TARGETS)

    def test_withdrawing_stops_what_is_coming(self, engine: ByHeart) -> None:
        article = published()
        translate(article)
        article.headline = story("dis-203")[0]["id"]
        publish(article)
        services.version_withdraw(
            version=Version.objects.get(language="fr", state=State.STALE), reason=""
        )
        translate(article)
        assert not Version.objects.filter(language="fr", state__in=PUBLIC).exists()

    def test_twice_is_refused(self, engine: ByHeart) -> None:
        article = published()
        translate(article)
        version = Version.objects.get(language="fr")
        services.version_withdraw(version=version, reason="")
        with pytest.raises(services.NotAllowed):
            services.version_withdraw(version=version, reason="")

    def test_one_that_is_old_is_renewed_when_released(self, engine: ByHeart) -> None:
        article = published()
        translate(article)
        article.headline = story("dis-203")[0]["id"]
        publish(article)
        stale = Version.objects.get(language="fr", state=State.STALE)
        services.version_hold(version=stale, reason="")
        services.version_release(version=stale)
        assert Version.objects.get(pk=stale.pk).state == State.STALE
        translate(article)
        assert states(article)["live"] == set(TARGETS)

    def test_an_edit_made_while_an_engine_works_is_kept(
        self, monkeypatch: pytest.MonkeyPatch, editor: User
    ) -> None:
        slow = ByHeart()
        monkeypatch.setattr(translating, "current_engine", lambda: slow)
        article = published()
        translate(article)
        article.headline = story("dis-203")[0]["id"]
        publish(article)

        def edit() -> None:
            slow.before = lambda: None
            segment_decide(
                segment=Segment.objects.get(
                    version__language="en", path="blocks.0.text#0"
                ),
                kind=Decision.Kind.EDITED,
                by=editor,
                text="By hand.",
            )

        slow.before = edit
        translate(article)
        live = Segment.objects.get(
            version__language="en",
            version__state=State.LIVE,
            path="blocks.0.text#0",
        )
        assert live.text == "By hand."
        assert live.shown == Segment.Shown.TRANSLATION

    def test_an_empty_sentence_is_not_accepted(
        self, engine: ByHeart, editor: User
    ) -> None:
        translate(published())
        segment = Segment.objects.filter(version__language="en")[0]
        Segment.objects.filter(pk=segment.pk).update(text="")
        for kind in (Decision.Kind.ACCEPTED, Decision.Kind.EDITED):
            with pytest.raises(services.NotAllowed):
                segment_decide(segment=segment, kind=kind, by=editor, text=" ")

    def test_again_asks_the_engine_afresh(
        self, engine: ByHeart, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(translating, "fresh_engine", lambda: engine)
        article = published()
        translate(article)
        engine.asked.clear()
        services.version_translate_again(version=Version.objects.get(language="ja"))
        assert states(article)["live"] == set(TARGETS)
        assert translate(article) == 1
        assert {language for language, _ in engine.asked} == {"ja"}
        assert states(article) == {"live": set(TARGETS), "replaced": {"ja"}}

    def test_nothing_is_released_whose_original_is_gone(self, engine: ByHeart) -> None:
        article = published()
        translate(article)
        version = Version.objects.get(language="fr")
        article.unpublish()
        with pytest.raises(services.NotAllowed):
            services.version_release(version=version)


class TestDatabase:
    def test_refuses_two_public_versions(self, engine: ByHeart) -> None:
        article = published()
        translate(article)
        version = Version.objects.get(language="en")
        version.pk = None
        with pytest.raises(IntegrityError), transaction.atomic():
            version.save(force_insert=True)

    def test_refuses_a_public_version_that_was_never_made(
        self, engine: ByHeart
    ) -> None:
        article = published()
        with pytest.raises(IntegrityError), transaction.atomic():
            Version.objects.filter(article=article).update(state=State.LIVE)


def test_every_story_of_ours_goes_through(engine: ByHeart) -> None:
    for name in names()[:6]:
        article = published(name)
        assert translate(article) == 5
