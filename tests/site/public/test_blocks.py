"""
Every kind of block, from the editor's stream to readers' pages.
"""

from pathlib import Path

import pytest
from django.test import Client, override_settings
from selectolax.lexbor import LexborHTMLParser

from newsroom import ByHeart, draft, policy_file, publish
from selaras.article import read_article
from selaras_site.articles.bridge import core_article, stream_data
from selaras_site.public.addresses import at
from selaras_site.translations import translating
from selaras_site.translations.models import Snapshot

pytestmark = pytest.mark.django_db

TEXT = """# Judul

Paragraf dengan **tebal**, *miring* dan [tautan](https://example.org/a).

## Sub judul

- Butir satu
- Butir dua

1. Langkah satu
2. Langkah dua

> Kami siap.
>
> — Gubernur

| Tahun | Produksi |
|---|---|
| 2025 | 1.250 ton |

<https://www.youtube.com/watch?v=abc>
"""


def test_goes_in_and_comes_out_the_same() -> None:
    article = draft()
    read = read_article(TEXT)
    article.body = stream_data(read.blocks)
    article.summary = ""
    publish(article)
    assert core_article(article).blocks == read.blocks


@pytest.mark.parametrize("language", ["id", "en", "ar"])
def test_is_shown(
    engine: ByHeart, client: Client, language: str, tmp_path: Path
) -> None:
    article = draft()
    article.body = stream_data(read_article(TEXT).blocks)
    publish(article)
    with override_settings(SELARAS_POLICY=policy_file(tmp_path)):
        translating.translate(Snapshot.objects.get().pk)
    answer = client.get(at(language, "short", id=article.pk), follow=True)
    page = LexborHTMLParser(answer.content.decode())
    assert page.css("main a[href='https://example.org/a']")
    assert page.css("main blockquote")
    assert len(page.css("main ul > li .s")) >= 2
    assert len(page.css("main ol > li .s")) >= 2
    assert page.css("main table")
    assert page.css("main a[href='https://www.youtube.com/watch?v=abc']")
    assert not page.css("main iframe, main script")
