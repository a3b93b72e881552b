"""
The form of an article as a browser sends it.
"""

from django.urls import reverse
from wagtail.test.utils.form_data import (
    inline_formset,
    nested_form_data,
    rich_text,
    streamfield,
)

ARTICLES = "wagtailsnippets_articles_article"
ADD = f"{ARTICLES}:add"
BODY = "<p>Sebanyak 27 orang tewas di <b>Cianjur</b>.</p>"


def article_form(section, *, action=None, corrections=(), initial=0, **fields):
    """
    Everything that the edit view sends; ``action`` is the button.
    """
    texts = [rich_text(BODY, editor="default", features=["bold"])]
    form = nested_form_data(
        {
            "headline": "Gempa menewaskan 27 orang",
            "summary": "Gempa mengguncang Cianjur.",
            "body": streamfield([("paragraph", text) for text in texts]),
            "lead_image": "",
            "lead_caption": "",
            "section": section.pk,
            "byline": "Rani",
            "place": "Cianjur",
            "tags": "gempa, cianjur",
            "slug": "",
            "embargo_until": "",
            "go_live_at": "",
            "expire_at": "",
            "corrections": inline_formset(corrections, initial=initial),
        }
        | fields
    )
    return form | ({f"action-{action}": action} if action else {})


def edit_address(article):
    return reverse(f"{ARTICLES}:edit", args=[article.pk])
