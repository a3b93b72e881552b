"""
``selaras-site ingest``, and the pages of the admin.
"""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils.translation import gettext, override
from django_tasks_db.models import DBTaskResult
from typer.testing import CliRunner

from newsroom import section
from selaras_site.articles.models import Article
from selaras_site.cli import app
from selaras_site.ingest.models import Refusal, Run, Source, Taken

pytestmark = pytest.mark.django_db

WORDS = "Air sungai meluap sejak Senin malam dan merendam rumah warga di tiga desa."


@pytest.fixture
def folder(tmp_path):
    """
    Two articles, and one with a headline that is too long.
    """
    section()
    (tmp_path / "satu.md").write_text(f"# Banjir\n\n{WORDS}\n")
    (tmp_path / "dua.md").write_text(f"# Longsor\n\n{WORDS}\n")
    (tmp_path / "tiga.md").write_text(f"# {'Panjang ' * 40}\n\n{WORDS}\n")
    return tmp_path


def selaras_site(*arguments):
    return CliRunner().invoke(app, ["ingest", *map(str, arguments)])


def squeezed(text):
    return " ".join(text.split())


class TestCommand:
    def test_a_folder_comes_in_and_refusals_are_told(self, folder):
        """
        The end is good although one article was refused; the run is written down.
        """
        done = selaras_site(
            folder, "--section", "nasional", "--rule", "publish", "--name", "Arsip"
        )
        again = selaras_site(folder, "--section", "nasional", "--name", "Arsip")

        assert done.exit_code == again.exit_code == 0
        assert "refused" in done.stdout
        assert "Panjang" in done.stdout
        assert Article.objects.filter(live=True, source_name="Arsip").count() == 2
        runs = Run.objects.order_by("id")
        assert [(r.new, r.unchanged, r.refused) for r in runs] == [(2, 0, 1), (0, 2, 1)]

    def test_a_dry_run_writes_nothing(self, folder):
        """
        Not even that it was run.
        """
        done = selaras_site(folder, "--section", "nasional", "--dry-run")

        assert done.exit_code == 0
        assert "Nothing was written" in done.output
        for model in (Article, Taken, Run, Refusal):
            assert not model.objects.exists()

    @pytest.mark.parametrize(
        ("arguments", "code"),
        [
            (["--section", "tidak-ada"], 2),
            (["--section", "nasional", "--rule", "siarkan"], 2),
            ([], 2),
        ],
    )
    def test_wrong_usage_says_what_was_expected(self, folder, arguments, code):
        assert selaras_site(folder, *arguments).exit_code == code

    def test_what_cannot_be_read_at_all_fails(self, folder):
        """
        With one sentence, and the exit code of the project.
        """
        (folder / "x.bin").write_bytes(b"bukan naskah")

        done = selaras_site(folder / "x.bin", "--section", "nasional")

        assert done.exit_code == 3
        assert "Traceback" not in done.output
        assert "was expected" in squeezed(done.output)
        assert Run.objects.get().error

    def test_this_machine_is_fetched_from_only_on_request(self, wire, sample):
        """
        With ``--allow-private``.
        """
        section()
        wire.answers["/ninjs"] = sample("ninjs-2.json")
        address = wire.address("/ninjs")

        closed = selaras_site(address, "--section", "nasional")
        asked = list(wire.asked)
        opened = selaras_site(address, "--section", "nasional", "--allow-private")

        assert closed.exit_code == 3
        assert asked == []
        assert opened.exit_code == 0
        assert Article.objects.exists()


@pytest.fixture
def source(wire):
    return Source.objects.create(
        name="Mitra", address=wire.address("/rss"), section=section()
    )


def ordered():
    """
    The sources that a look was ordered at.
    """
    tasks = DBTaskResult.objects.filter(task_path__endswith=".ingest_source")
    return [task.args_kwargs["args"] for task in tasks]


class TestAdmin:
    def test_a_source_is_made_with_a_form(self, admin_client):
        """
        And then stands in the list with a button.
        """
        made = admin_client.post(
            reverse(Source.snippet_viewset.get_url_name("add")),
            {
                "name": "Antara",
                "kind": "feed",
                "address": "https://contoh.id/rss",
                "section": section().pk,
                "rule": "draft",
                "every_minutes": 15,
                "is_active": "on",
                "byline": "",
            },
        )
        page = admin_client.get(reverse(Source.snippet_viewset.get_url_name("list")))

        source = Source.objects.get()
        assert made.status_code == 302
        assert "Antara" in page.text
        assert reverse("ingest_now", args=[source.pk]) in page.text

    def test_the_button_orders_a_look(self, admin_client, source):
        """
        Only when it is meant: a link alone does nothing.
        """
        address = reverse("ingest_now", args=[source.pk])

        asked = admin_client.get(address)
        before = ordered()
        done = admin_client.post(address)

        assert asked.status_code == 200
        assert before == []
        assert done.status_code == 302
        assert ordered() == [[source.pk]]

    def test_only_those_who_may_change_sources_may_order(self, client, editor, source):
        """
        Others are refused.
        """
        editor.user_permissions.add(Permission.objects.get(codename="access_admin"))
        client.force_login(editor)

        answer = client.post(reverse("ingest_now", args=[source.pk]))

        assert answer.url == reverse("wagtailadmin_home")
        assert ordered() == []

    def test_looks_and_refusals_can_be_read_and_not_changed(self, admin_client, source):
        """
        The page of a look shows why something did not come in.
        """
        run = Run.objects.create(source=source, name="Mitra", refused=1)
        Refusal.objects.create(run=run, title="Panjang", reason="Terlalu <panjang>.")
        runs, refusals = Run.snippet_viewset, Refusal.snippet_viewset

        listed = admin_client.get(reverse(runs.get_url_name("list")))
        failed = admin_client.get(reverse(runs.get_url_name("list")), {"error": "true"})
        shown = admin_client.get(reverse(runs.get_url_name("inspect"), args=[run.pk]))
        reasons = admin_client.get(reverse(refusals.get_url_name("list")))
        add = admin_client.get(reverse(runs.get_url_name("add")))
        edit = admin_client.get(reverse(runs.get_url_name("edit"), args=[run.pk]))

        assert "Mitra" in listed.text
        assert failed.status_code == 200
        assert "Terlalu &lt;panjang&gt;." in shown.text
        assert "Panjang" in reasons.text
        assert add.status_code == edit.status_code == 302

    def test_the_history_of_an_article_says_where_it_came_from(
        self, admin_client, folder
    ):
        """
        Taken in from its source.
        """
        selaras_site(folder / "satu.md", "--section", "nasional")
        article = Article.objects.get()

        history = admin_client.get(
            reverse("wagtailsnippets_articles_article:history", args=[article.pk])
        )

        with override("id"):
            assert gettext("Taken in from its source") in history.text
