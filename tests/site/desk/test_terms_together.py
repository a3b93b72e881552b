"""
The pages of the termbase for who reviews one language, and for two at once.
"""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from selaras.languages import TARGETS
from selaras_site.accounts import roles
from selaras_site.accounts.models import User
from selaras_site.translations.models import Rendering, Term

BOXES = ("preferred", "allowed", "forbidden")
BOUND = "You review 日本語 alone."
LIST = "/newsroom/versions/terms/"


@pytest.fixture
def of_japanese(client_of):
    """
    Somebody who reviews Japanese alone, and may bring terms in.
    """
    client = client_of(f"{roles.REVIEWER} (ja)")
    more = roles.permissions_named(["desk.export_memory"])
    User.objects.latest("pk").user_permissions.set(more)
    return client


@pytest.fixture
def term(newsroom):
    """
    A term that two languages say.
    """
    row = Term.objects.create(source="tersangka", kind="term")
    for language, text in (("en", "suspect"), ("ja", "被疑者")):
        Rendering.objects.create(term=row, language=language, text=text)
    return row


def place(term, name="term"):
    return reverse(f"desk:{name}", args=[term.pk])


def written(page, **fields):
    """
    What a browser sends of a form: nothing of what is disabled.
    """
    given = {"source": "tersangka", "kind": "term", "note": ""}
    given |= {f"{box}_{tag}": "" for tag in TARGETS for box in BOXES}
    closed = closed_in(page)
    seen = re.search(r'name="seen" value="(\w+)"', page)[1]
    return {
        name: text
        for name, text in {**given, "seen": seen, **fields}.items()
        if name not in closed
    }


def closed_in(page):
    """
    The boxes of a page that cannot be written in.
    """
    tags = re.findall(r"<(?:input|textarea|select)\b[^>]*>", page)
    return {
        re.search(r'name="(\w+)"', tag)[1]
        for tag in tags
        if re.search(r"\bdisabled\b", tag)
    }


def said_of(term):
    return set(term.renderings.values_list("language", "status", "text"))


class TestOneLanguage:
    def test_only_its_boxes_are_open(self, of_japanese, term):
        page = of_japanese.get(place(term)).content.decode()
        others = {f"{box}_{tag}" for box in BOXES for tag in TARGETS if tag != "ja"}
        assert closed_in(page) == {*others, "source", "kind"}
        assert BOUND in page
        assert ">Save<" in page
        assert place(term, "term_delete") not in page

    def test_of_a_new_term_what_all_have_in_common_is_open_too(self, of_japanese):
        page = of_japanese.get(f"{LIST}new/?source=hakim&ja=x&en=judge")
        page = page.content.decode()
        others = {f"{box}_{tag}" for box in BOXES for tag in TARGETS if tag != "ja"}
        assert closed_in(page) == others
        assert "judge" not in page

    def test_what_is_sent_for_the_others_is_passed_over(self, of_japanese, term):
        page = of_japanese.get(place(term)).content.decode()
        sent = written(page, preferred_ja="容疑者")
        forged = {"source": "terdakwa", "kind": "kept", "preferred_en": "convict"}
        answer = of_japanese.post(place(term), {**sent, **forged, "forbidden_fr": "x"})
        assert answer.status_code == 302
        term.refresh_from_db()
        assert (term.source, term.kind) == ("tersangka", "term")
        assert said_of(term) == {
            ("en", "preferred", "suspect"),
            ("ja", "preferred", "容疑者"),
        }

    def test_a_new_term_that_is_seen_in_all_is_refused(self, of_japanese):
        page = of_japanese.get(f"{LIST}new/").content.decode()
        sent = {**written(page.replace('name="seen"', 'name="seen" value="x"'))}
        answer = of_japanese.post(f"{LIST}new/", {**sent, "seen": "", "kind": "kept"})
        assert answer.status_code == 422
        assert BOUND in answer.content.decode()
        assert not Term.objects.exists()

    def test_deleting_is_refused(self, of_japanese, term):
        for method in (of_japanese.get, of_japanese.post):
            page = method(place(term, "term_delete"), follow=True).content.decode()
            assert BOUND in page
            assert "Delete this term?" not in page
        assert Term.objects.exists()

    def test_a_file_says_which_lines_are_not_theirs(self, of_japanese, term):
        content = "source,ja,en\ntersangka,容疑者,\nhakim,裁判官,judge\n".encode()
        file = SimpleUploadedFile("terms.csv", content)
        page = of_japanese.post(f"{LIST}bring/", {"file": file}).content.decode()
        assert page.count(BOUND) == 1
        assert "Bring it in" not in page
        assert said_of(term) == {
            ("en", "preferred", "suspect"),
            ("ja", "preferred", "被疑者"),
        }

    def test_who_reviews_all_may_do_all(self, reviewer, term):
        page = reviewer.get(place(term)).content.decode()
        assert closed_in(page) == set()
        assert " alone." not in page
        assert place(term, "term_delete") in page
        reviewer.post(place(term), written(page, source="sangka", preferred_fr="x"))
        term.refresh_from_db()
        assert term.source == "sangka"
        assert said_of(term) == {("fr", "preferred", "x")}


class TestMeanwhile:
    def test_a_term_that_is_gone_cannot_be_saved(self, reviewer, term):
        page = reviewer.get(place(term)).content.decode()
        sent = written(page, preferred_en="accused")
        Term.objects.all().delete()

        answer = reviewer.post(place(term), sent, follow=True)

        assert answer.redirect_chain == [(reverse("desk:terms"), 302)]
        told = "Somebody changed the termbase meanwhile."
        assert told in answer.content.decode()
        assert not Term.objects.exists()

    def test_a_term_that_is_gone_cannot_be_deleted(self, reviewer, term):
        Term.objects.all().delete()
        answer = reviewer.post(place(term, "term_delete"), follow=True)
        told = "Somebody changed the termbase meanwhile."
        assert told in answer.content.decode()

    @pytest.mark.parametrize("number", ["99", str(10**30)])
    def test_numbers_that_never_were_do_no_harm(self, reviewer, number):
        for address in (f"{LIST}{number}/", f"{LIST}{number}/delete/"):
            answer = reviewer.post(address, {"source": "x"}, follow=True)
            assert "meanwhile" in answer.content.decode()
        assert reviewer.get(f"{LIST}{number}/").status_code == 404

    def test_what_others_said_meanwhile_stays_where_it_is_not_theirs(
        self, of_japanese, reviewer, term
    ):
        page = of_japanese.get(place(term)).content.decode()
        other = reviewer.get(place(term)).content.decode()
        reviewer.post(
            place(term),
            written(other, preferred_en="accused", preferred_ja="被疑者"),
        )

        answer = of_japanese.post(place(term), written(page, preferred_ja="容疑者"))
        assert answer.status_code == 422
        page = answer.content.decode()
        assert "Somebody else changed this term meanwhile." in page
        assert 'value="容疑者"' in page
        of_japanese.post(place(term), written(page, preferred_ja="容疑者"))
        assert said_of(term) == {
            ("en", "preferred", "accused"),
            ("ja", "preferred", "容疑者"),
        }
