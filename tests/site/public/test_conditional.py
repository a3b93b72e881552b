"""
Pages need not be sent again to those who have them; forms are nobody else's.
"""

import pytest
from django.http import HttpResponse
from public.factories import make_article, make_version, make_versions

from selaras_site.public.conditional import conditional, kept, revalidated
from selaras_site.translations.services import version_withdraw

pytestmark = pytest.mark.django_db


class TestPages:
    @pytest.mark.parametrize(
        "path", ["/", "/ar/", "/en/disasters/", "/en/corrections/", "/ja/about/ai/"]
    )
    def test_who_has_it_is_told_so(self, client, section, path):
        """
        By its entity tag.
        """
        make_versions(make_article(section, "Gempa"))
        first = client.get(path)

        again = client.get(path, headers={"If-None-Match": first["ETag"]})

        assert first.status_code == 200
        assert again.status_code == 304

    def test_what_was_withdrawn_is_not_the_same_page(self, client, section):
        """
        The tag does not keep it alive.
        """
        version = make_version(make_article(section, "Gempa"), "en", "Quake")
        first = client.get("/en/")
        version_withdraw(version=version, reason="wrong")

        again = client.get("/en/", headers={"If-None-Match": first["ETag"]})

        assert again.status_code == 200
        assert "Quake" not in again.content.decode()

    def test_a_form_has_no_tag(self, client, section):
        """
        It is for one reader.
        """
        article = make_article(section, "Gempa")
        make_version(article, "en")

        response = client.get(f"/en/report/{article.pk}/")

        assert response.status_code == 200
        assert "ETag" not in response

    def test_what_is_not_there_has_none(self, client, section):
        """
        It may be there at the next asking.
        """
        assert "ETag" not in client.get("/en/p/999999")


class TestAnswers:
    def test_a_tag_that_was_given_is_kept(self, rf):
        """
        A view may know a shorter way to it.
        """
        response = HttpResponse("x", headers={"ETag": '"mine"'})

        assert conditional(rf.get("/"), response)["ETag"] == '"mine"'

    def test_head_is_answered_like_get(self, rf):
        """
        Without the content, as the server sees to.
        """
        view = revalidated(lambda request: kept(HttpResponse("x"), 60))
        tag = view(rf.get("/"))["ETag"]

        answer = view(rf.head("/", headers={"if-none-match": tag}))

        assert answer.status_code == 304
        assert answer["Cache-Control"].startswith("public")
