"""
The preview of an article: what readers would see, of what stands in the form.
"""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localtime
from PIL import Image
from selectolax.lexbor import LexborHTMLParser
from wagtail.models import Revision
from wagtail.test.utils.form_data import streamfield

from selaras_site.articles.models import Article, NewsImage
from selaras_site.translations.models import Snapshot, Version

from .factories import make_article
from .forms import ADD, ARTICLES, article_form, edit_address

NEW = f"{ARTICLES}:preview_on_add"
CHANGED = f"{ARTICLES}:preview_on_edit"
KEPT = (Article, Snapshot, Version, Revision)


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path / "media")


def preview(client, address, form):
    """
    What the editor's frame shows after a key was pressed: the form is sent, then asked.
    """
    said = client.post(address, form)
    assert said.json() == {"is_valid": True, "is_available": True}
    return client.get(address, {"in_preview_panel": "true"})


def page_of(answer):
    assert answer.status_code == 200
    return LexborHTMLParser(answer.content.decode())


def make_image():
    stream = BytesIO()
    Image.new("RGB", (1600, 900), "#204060").save(stream, "JPEG")
    file = ImageFile(ContentFile(stream.getvalue()), name="gempa.jpg")
    return NewsImage.objects.create(title="Gempa", file=file, alt="Rumah yang rusak.")


class TestNew:
    def test_of_an_article_that_was_never_saved(self, reporter, newsroom):
        """
        The page is the readers' own, in Indonesian, and nothing is written for it.
        """
        answer = preview(reporter, reverse(NEW), article_form(newsroom))

        page = page_of(answer)
        assert page.css_first("h1").text(strip=True) == "Gempa menewaskan 27 orang"
        assert "27 orang tewas di Cianjur" in page.css_first(".text").text()
        assert page.css_first(".facts .by bdi").text() == "Rani"
        assert page.css_first("html").attributes["lang"] == "id"
        assert page.css_first("p.preview")
        assert "noindex" in page.css_first("meta[name=robots]").attributes["content"]
        assert not any(model.objects.exists() for model in KEPT)

    def test_with_nothing_but_a_headline(self, reporter, newsroom):
        """
        Whatever nobody has written yet is left out.
        """
        empty = dict.fromkeys(("summary", "byline", "place", "tags"), "")
        form = article_form(newsroom, body=streamfield([]), **empty) | {"section": ""}

        page = page_of(preview(reporter, reverse(NEW), form))

        assert page.css_first("h1").text(strip=True) == "Gempa menewaskan 27 orang"
        assert not page.css(".facts .by, .tags, p.summary")

    def test_with_nothing_at_all(self, reporter, newsroom):
        """
        Wagtail lets an empty form be previewed; it must not be an error.
        """
        form = article_form(newsroom, headline="", body=streamfield([])) | {
            "section": ""
        }

        said = reporter.post(reverse(NEW), form).json()
        answer = reporter.get(reverse(NEW))

        assert said["is_available"]
        assert answer.status_code == 200

    def test_with_pictures(self, reporter, newsroom):
        """
        Above the text and in it.
        """
        image = make_image()
        body = streamfield([("picture", {"image": image.pk, "caption": "Sesudahnya."})])
        form = article_form(newsroom, lead_image=image.pk, body=body)
        form["lead_caption"] = "Sebelumnya."

        page = page_of(preview(reporter, reverse(NEW), form))

        assert page.css_first("figure.main img").attributes["src"].startswith("/media/")
        assert "Sebelumnya." in page.css_first("figure.main").text()
        assert page.css_first(".text figure img").attributes["alt"] == image.alt
        assert not any(model.objects.exists() for model in KEPT)

    def test_it_may_stand_in_the_frame_of_the_newsroom(self, reporter, newsroom):
        """
        And in nobody else's.
        """
        answer = preview(reporter, reverse(NEW), article_form(newsroom))

        assert "frame-ancestors 'self'" in answer["Content-Security-Policy"]
        assert "default-src 'none'" in answer["Content-Security-Policy"]
        assert answer["X-Frame-Options"] == "SAMEORIGIN"
        assert "private" in answer["Cache-Control"]


class TestChanged:
    def test_of_what_readers_do_not_see_yet(self, reporter, newsroom):
        """
        With the correction that stands in the form; the article stays as it was.
        """
        article = make_article(section=newsroom)
        before = {model: model.objects.count() for model in KEPT}
        now = localtime().strftime("%Y-%m-%d %H:%M")
        correction = {"id": "", "text": "Korban 28 orang, bukan 27.", "made_at": now}
        form = article_form(
            newsroom, headline="Gempa menewaskan 28 orang", corrections=[correction]
        )

        address = reverse(CHANGED, args=[article.pk])
        page = page_of(preview(reporter, address, form))

        assert page.css_first("h1").text(strip=True) == "Gempa menewaskan 28 orang"
        assert "Korban 28 orang, bukan 27." in page.css_first(".ending").text()
        article.refresh_from_db()
        assert article.headline == "Gempa menewaskan 27 orang"
        assert {model: model.objects.count() for model in KEPT} == before

    def test_of_a_revision(self, editor, newsroom):
        """
        The history shows what a revision looked like.
        """
        article = make_article("Gempa mengguncang Cianjur", section=newsroom)
        address = reverse(
            f"{ARTICLES}:revisions_view", args=[article.pk, article.latest_revision_id]
        )

        page = page_of(editor.get(address))

        assert page.css_first("h1").text(strip=True) == "Gempa mengguncang Cianjur"


def embargoed(client, section, until):
    """
    An article that was saved with an embargo; what its form shows of the schedule.
    """
    client.post(reverse(ADD), article_form(section, embargo_until=written(until)))
    article = Article.objects.get()
    latest = article.get_latest_revision_as_object()
    assert latest.go_live_at == latest.embargo_until
    return article


def written(time):
    return localtime(time).strftime("%Y-%m-%d %H:%M")


class TestEmbargo:
    @pytest.fixture
    def until(self):
        return timezone.now() + timedelta(days=2)

    def test_the_time_of_publishing_goes_with_it(self, editor, newsroom, until):
        """
        The embargo had set it, so taking the embargo away publishes at once.
        """
        article = embargoed(editor, newsroom, until)

        form = article_form(newsroom, action="publish", go_live_at=written(until))
        editor.post(edit_address(article), form)

        article.refresh_from_db()
        assert article.live
        assert article.go_live_at is None

    def test_it_moves_with_it(self, editor, newsroom, until):
        """
        To an earlier time as to a later one.
        """
        article = embargoed(editor, newsroom, until)
        earlier = until - timedelta(days=1)

        form = article_form(
            newsroom, go_live_at=written(until), embargo_until=written(earlier)
        )
        editor.post(edit_address(article), form)

        latest = Article.objects.get().get_latest_revision_as_object()
        assert written(latest.go_live_at) == written(earlier)

    def test_another_time_stays(self, editor, newsroom, until):
        """
        An editor has chosen it.
        """
        article = embargoed(editor, newsroom, until)
        later = until + timedelta(hours=3)

        form = article_form(newsroom, go_live_at=written(later))
        editor.post(edit_address(article), form)

        latest = Article.objects.get().get_latest_revision_as_object()
        assert written(latest.go_live_at) == written(later)
