"""
What an engine was asked for, from publication to the page of figures.
"""

import pytest

from newsroom import ByHeart, publish, published
from selaras_site.accounts.models import User
from selaras_site.translations import translating
from selaras_site.translations.deciding import segment_decide
from selaras_site.translations.figures_scans import sentences
from selaras_site.translations.figures_tables import Span
from selaras_site.translations.models import Decision, Segment, Snapshot

pytestmark = pytest.mark.django_db

SPAN = Span(language="en", days=7)


def asked() -> tuple[str, int, int]:
    """
    The engine's name, and the sentences and characters that it was asked for.
    """
    table = sentences(SPAN)["engines"]
    [name] = table.labels
    return name, table.series["asked"][0], table.series["characters"][0]


def test_what_an_engine_was_asked_for_is_what_is_counted(
    engine: ByHeart, editor: User
) -> None:
    """
    Also when a sentence was changed, and a person has decided about another.
    """
    article = published("dis-201")
    translating.translate(Snapshot.objects.filter(article=article).latest("pk").pk)
    segment = Segment.objects.filter(version__language="en").earliest("position")
    segment_decide(
        segment=segment, kind=Decision.Kind.EDITED, by=editor, text="A flood."
    )
    paragraph = article.body[0].value.__class__("<p>Banjir mulai surut.</p>")
    article.body[0] = ("paragraph", paragraph)
    publish(article)
    translating.translate(Snapshot.objects.filter(article=article).latest("pk").pk)

    once = {text for target, text in engine.asked if target == "en"}
    assert "Banjir mulai surut." in once
    assert asked() == ("heart 1", len(once), sum(map(len, once)))
    kept = Segment.objects.filter(version__state="live", version__language="en")
    steps = [row.provenance.get("steps") for row in kept]
    assert [] in steps
    assert ["kept"] in steps
