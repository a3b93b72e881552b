"""
What a version says of itself, told anew after a person changed a sentence.
"""

from django.utils import timezone

from selaras_site.translations import tasks
from selaras_site.translations.drafts import description_of, draft_of
from selaras_site.translations.models import Version
from selaras_site.translations.reviewing import review_follow
from selaras_site.translations.row_risks import expected_bad


def version_count(version: Version) -> None:
    """
    Count again what a version says of itself: sentences left, headline, summary.
    """
    rows = list(version.segments.all())
    draft = draft_of(version.snapshot, version.language, rows)
    described = description_of(
        draft,
        english=version.slug or version.article.slug,
        own=version.article.words_in(version.language),
    )
    del described["engine"]
    for name, value in described.items():
        setattr(version, name, value)
    version.expected_bad = expected_bad(rows)
    version.changed_at = timezone.now()
    version.save(update_fields=[*described, "expected_bad", "changed_at"])
    review_follow(version)
    tasks.index_versions.enqueue(version.article_id)
