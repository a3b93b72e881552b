"""
The pages of the termbase.
"""

import re

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from selaras.languages import TARGETS
from selaras_site.accounts.roles import CHIEF
from selaras_site.translations.models import Rendering, Term
from selaras_site.translations.term_csv import read_csv
from selaras_site.translations.term_tbx import read_tbx

from .factories import make_article, make_segment, make_user, make_version

LIST = "/newsroom/versions/terms/"


@pytest.fixture
def exchanger(newsroom):
    """
    Somebody who may bring terms in and out.
    """
    user = make_user(CHIEF)
    user.user_permissions.add(Permission.objects.get(codename="export_memory"))
    client = Client()
    client.force_login(user)
    return client


def make_term(source="tersangka", kind="term", **said):
    term = Term.objects.create(source=source, kind=kind)
    for name, text in said.items():
        language, _, status = name.partition("_")
        Rendering.objects.create(
            term=term, language=language, text=text, status=status or "preferred"
        )
    return term


def place(term, name="term"):
    return reverse(f"desk:{name}", args=[term.pk])


def written(source="tersangka", kind="term", **fields):
    boxes = ("preferred", "allowed", "forbidden")
    empty = {f"{box}_{tag}": "" for tag in TARGETS for box in boxes}
    return {"source": source, "kind": kind, "note": "", "seen": "", **empty, **fields}


def seen_in(page):
    return re.search(r'name="seen" value="(\w+)"', page)[1]


class TestList:
    def test_shows_all_languages_in_a_row(self, reviewer):
        make_term(en="suspect", en_forbidden="convict", ar="مشتبه به")
        page = reviewer.get(LIST).content.decode()
        assert "suspect | !convict" in page
        assert '<bdi lang="ar" dir="rtl">مشتبه به</bdi>' in page
        assert "1 term" in page

    def test_is_narrowed(self, reviewer):
        make_term(en="suspect")
        make_term("Budi", "name", zh="布迪")

        def shown(query):
            page = reviewer.get(f"{LIST}?{query}").content.decode()
            return ["tersangka</bdi>" in page, "Budi</bdi>" in page]

        assert shown("words=SUSP") == [True, False]
        assert shown("kind=name") == [False, True]
        assert shown("missing=en") == [False, True]
        assert shown("language=zh") == [False, True]
        assert shown("words=nothing-like-it") == [False, False]
        assert shown("kind=%00&missing=xx&p=999999999999999999999") == [True, True]
        assert shown("p=٣&words=" + "a" * 3000) == [False, False]

    def test_takes_a_fixed_number_of_queries(
        self, reviewer, django_assert_max_num_queries
    ):
        for n in range(60):
            make_term(f"istilah {n}", en=f"term {n}", fr=f"terme {n}")
        with django_assert_max_num_queries(20):
            page = reviewer.get(LIST).content.decode()
        assert "Page 1 of 2" in page

    def test_an_empty_one_says_so(self, reviewer):
        assert "There are no terms yet." in reviewer.get(LIST).content.decode()

    def test_is_for_the_newsroom(self, client, newsroom):
        assert client.get(LIST).status_code == 302

    def test_nothing_in_it_is_markup(self, reviewer):
        make_term("<b>x</b>", en="<script>alert(1)</script>")
        page = reviewer.get(LIST).content.decode()
        assert "<script>alert(1)" not in page
        assert "<b>x</b>" not in page


class TestTerm:
    def test_is_added_with_all_languages_at_once(self, reviewer):
        page = reviewer.get(f"{LIST}new/?source=bupati&en=regent&kind=name")
        assert 'value="regent"' in page.content.decode()

        answer = reviewer.post(
            f"{LIST}new/",
            written(
                "bupati",
                preferred_en="regent",
                allowed_en="district head\nhead of the regency",
                forbidden_en="bupati",
                preferred_ar="الوصي",
            ),
        )

        term = Term.objects.get()
        assert answer.url == place(term)
        assert term.made_by is not None
        assert set(term.renderings.values_list("language", "status", "text")) == {
            ("en", "preferred", "regent"),
            ("en", "allowed", "district head"),
            ("en", "allowed", "head of the regency"),
            ("en", "forbidden", "bupati"),
            ("ar", "preferred", "الوصي"),
        }
        page = reviewer.get(answer.url).content.decode()
        assert "The term was saved." in page
        assert "<strong>added</strong>" in page
        assert re.search(r'lang="ar"[^>]*dir="rtl"', page)

    def test_is_changed_and_says_what_was(self, reviewer):
        term = make_term(en="suspect")
        seen = seen_in(reviewer.get(place(term)).content.decode())

        reviewer.post(place(term), written(preferred_en="accused", seen=seen))

        page = reviewer.get(place(term)).content.decode()
        assert "<del><bdi>suspect</bdi></del>" in page
        assert "<ins><bdi>accused</bdi></ins>" in page

    def test_two_people_do_not_overwrite_each_other(self, reviewer, editor):
        term = make_term(en="suspect")
        seen = seen_in(reviewer.get(place(term)).content.decode())
        editor.post(place(term), written(preferred_en="accused", seen=seen))

        answer = reviewer.post(place(term), written(preferred_en="held", seen=seen))

        page = answer.content.decode()
        assert answer.status_code == 422
        assert "Somebody else changed this term meanwhile." in page
        assert 'value="held"' in page
        assert term.renderings.get().text == "accused"
        reviewer.post(place(term), written(preferred_en="held", seen=seen_in(page)))
        assert term.renderings.get().text == "held"

    @pytest.mark.parametrize(
        ("fields", "said"),
        [
            ({"source": ""}, "required"),
            ({"source": "x" * 201}, "at most 200"),
            ({"kind": "verb"}, "not one of the available choices"),
            ({"preferred_en": "x" * 201}, "at most 200"),
            ({"allowed_en": "x" * 300}, "preferred one"),
            ({"preferred_en": "a", "allowed_en": "x" * 300}, "200 characters"),
            ({"source": "—"}, "The Indonesian term is missing."),
            ({"source": "Tersangka"}, "is in the termbase already"),
            ({"source": "a\0b"}, "Null characters"),
        ],
    )
    def test_what_is_wrong_stays_in_the_form_with_a_reason(
        self, reviewer, fields, said
    ):
        make_term()
        answer = reviewer.post(f"{LIST}new/", written("bupati") | fields)
        assert answer.status_code == 422
        assert said in answer.content.decode()
        assert Term.objects.count() == 1

    def test_a_form_without_fields_is_refused(self, reviewer):
        assert reviewer.post(f"{LIST}new/", {}).status_code == 422

    def test_one_that_is_gone_is_not_found(self, reviewer):
        assert reviewer.get(f"{LIST}99/").status_code == 404
        assert reviewer.get(f"{LIST}{10**30}/").status_code == 404

    def test_who_does_not_decide_sees_and_changes_nothing(self, reporter):
        term = make_term(en="suspect")
        page = reporter.get(place(term)).content.decode()
        assert "disabled" in page
        assert ">Save<" not in page
        for answer in (
            reporter.get(f"{LIST}new/"),
            reporter.post(place(term), written(preferred_en="x")),
            reporter.post(f"{LIST}new/", written("y")),
            reporter.post(place(term, "term_delete")),
            reporter.post(place(term, "term_check")),
        ):
            assert answer.status_code in {302, 403}
        assert term.renderings.get().text == "suspect"
        assert Term.objects.count() == 1

    def test_is_deleted_after_a_question(self, reviewer):
        term = make_term(en="suspect")
        assert (
            "Delete this term?"
            in reviewer.get(place(term, "term_delete")).content.decode()
        )
        assert Term.objects.exists()

        answer = reviewer.post(place(term, "term_delete"))

        assert not Term.objects.exists()
        assert "is no term any more" in reviewer.get(answer.url).content.decode()


class TestUses:
    def test_tells_where_it_is_not_said_right(self, reviewer):
        version = make_version(make_article())
        source = "Para tersangkanya ditahan."
        wrong = make_segment(version, 1, source=source, text="The men were held.")
        make_segment(version, 2, source=source, text="The suspects were held.")
        term = make_term(en="suspect")

        part = reviewer.get(
            place(term, "term_uses"), headers={"HX-Request": "true"}
        ).content.decode()
        page = reviewer.get(place(term, "term_uses")).content.decode()

        for shown in (part, page):
            assert "2 live sentences" in shown
            assert "1 without its rendering" in shown
            assert reverse("desk:edit", args=[wrong.pk]) in shown
        assert "<html" not in part

    def test_looking_again_is_left_to_a_worker(self, reviewer):
        term = make_term(en="suspect")
        answer = reviewer.post(place(term, "term_check"))
        assert answer.url == place(term)
        assert DBTaskResult.objects.filter(task_path__endswith="recheck_term").exists()


def sent(client, content, name="terms.csv"):
    file = SimpleUploadedFile(name, content)
    return client.post(f"{LIST}bring/", {"file": file})


def brought(client, page):
    content = re.search(r'name="content" value="([^"]*)"', page)[1]
    data = {"content": content, "seen": seen_in(page)}
    return client.post(f"{LIST}bring/", data)


class TestFiles:
    def test_a_table_is_shown_first_and_brought_then(self, exchanger):
        make_term(en="accused")
        content = b"source;kind;en\ntersangka;term;suspect\nGojek;kept;\n"

        page = sent(exchanger, content).content.decode()

        assert "1 new term," in page
        assert "<del><bdi>accused</bdi></del>" in page
        assert Term.objects.count() == 1
        answer = brought(exchanger, page)
        assert Term.objects.count() == 2
        assert Rendering.objects.get().text == "suspect"
        said = exchanger.get(answer.url).content.decode()
        assert "2 terms were added or changed." in said

    def test_what_changed_meanwhile_is_not_overwritten(self, exchanger):
        page = sent(exchanger, b"source,en\nbupati,regent\n").content.decode()
        make_term("bupati", en="mayor")
        answer = brought(exchanger, page)
        assert answer.status_code == 422
        assert "Somebody changed the termbase meanwhile." in answer.content.decode()
        assert Rendering.objects.get().text == "mayor"

    def test_a_wrong_line_keeps_all_out(self, exchanger):
        page = sent(exchanger, b"source,en\nbupati,regent\n,x\n").content.decode()
        assert "The Indonesian term is missing." in page
        assert "Bring it in" not in page
        assert not Term.objects.exists()

    @pytest.mark.parametrize(
        "content",
        [b"x", b"\xff\xfe\x00", b"<tbx>", b"\x00\x01", "café".encode("latin-1")],
    )
    def test_what_cannot_be_read_is_told(self, exchanger, content):
        answer = sent(exchanger, content)
        assert answer.status_code == 422
        assert 'role="alert"' in answer.content.decode()

    def test_no_file_and_hostile_fields_are_told(self, exchanger):
        bring = f"{LIST}bring/"
        assert exchanger.post(bring, {}).status_code == 200
        for data in (
            {"content": "%%%", "seen": "x"},
            {"content": "", "seen": ""},
            {"content": "é"},
        ):
            assert exchanger.post(bring, data).status_code == 422

    @pytest.mark.parametrize(
        ("form", "read"), [("csv", read_csv), ("tbx", read_tbx), ("tbx2", read_tbx)]
    )
    def test_goes_out_and_comes_back_the_same(self, exchanger, form, read):
        make_term(en="suspect", zh="嫌疑人", en_forbidden="convict")
        make_term("Budi", "name", ar="بودي")

        answer = exchanger.get(f"{LIST}as/{form}/?kind=term")

        assert "attachment" in answer["Content-Disposition"]
        [row] = read(answer.content)
        assert row.source == "tersangka"
        whole = exchanger.get(f"{LIST}as/{form}/").content
        page = sent(exchanger, whole, f"terms.{form}").content.decode()
        assert "The termbase has all of it already." in page

    def test_there_is_no_other_form(self, exchanger):
        assert exchanger.get(f"{LIST}as/xlsx/").status_code == 404

    def test_is_for_those_who_may_exchange(self, reporter):
        for address in ("bring/", "as/csv/"):
            assert reporter.get(f"{LIST}{address}").status_code in {302, 403}
