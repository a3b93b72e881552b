"""
The card of an article: drawn once, for what is public, and again when it changes.
"""

from io import BytesIO
from pathlib import Path
from threading import Barrier, Thread

import pytest
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from PIL import Image
from public.factories import make_article, make_editor, make_version, make_versions

from selaras.languages import LANGUAGES
from selaras_site.articles.models import NewsImage
from selaras_site.public import card_files, cards_view
from selaras_site.public.cards import FontMissing
from selaras_site.translations.models import Level, State
from selaras_site.translations.services import version_withdraw

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.SELARAS_CARDS = tmp_path / "cards"
    settings.MEDIA_ROOT = str(tmp_path / "media")
    return settings.SELARAS_CARDS


@pytest.fixture
def drawn(monkeypatch):
    """
    What was asked to be drawn; a real card costs a tenth of a second.
    """
    asked = []

    def draw(**words):
        asked.append(words)
        return b"\x89PNG" + words["headline"].encode()

    monkeypatch.setattr(cards_view, "draw_card", draw)
    return asked


def address(article, language="en"):
    prefix = "" if language == "id" else f"/{language}"
    return f"{prefix}/card/{article.pk}.png"


def make_image():
    stream = BytesIO()
    Image.new("RGB", (1600, 900), "#204060").save(stream, "JPEG")
    file = ImageFile(ContentFile(stream.getvalue()), name="gempa.jpg")
    return NewsImage.objects.create(title="Gempa", file=file)


def cards(folder):
    return list(Path(folder).rglob("*.*"))


class TestCard:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_every_language_has_one(self, client, section, language):
        """
        In the size that places to share at ask for.
        """
        article = make_article(section, "Gempa di Cianjur")
        make_version(article, "en", "Quake in Cianjur")
        make_version(article, "zh", "展玉地震")
        make_version(article, "ja", "チアンジュールで地震")
        make_version(article, "ar", "زلزال في سيانجور")
        make_version(article, "fr", "Séisme à Cianjur")

        response = client.get(address(article, language))

        assert response.status_code == 200
        picture = Image.open(BytesIO(response.content))
        assert picture.size == (1200, 630)
        assert response["Content-Type"] == Image.MIME[picture.format]
        assert response["Cache-Control"] == "public, max-age=60"

    def test_it_is_drawn_from_what_readers_see(self, client, section, drawn):
        """
        The words of the version, and who made it.
        """
        editor = make_editor()
        article = make_article(section, "Gempa")
        make_version(article, "en", "Quake")
        make_version(article, "fr", "Séisme", level=Level.REVIEWED, by=editor)
        make_version(article, "ja", "地震", level=Level.HUMAN, by=editor)

        for language in ("id", "en", "fr", "ja"):
            client.get(address(article, language))

        assert [card["headline"] for card in drawn] == [
            "Gempa",
            "Quake",
            "Séisme",
            "地震",
        ]
        assert [card["section"] for card in drawn][1:3] == ["Disasters", "Catastrophes"]
        assert [bool(card["notice"]) for card in drawn] == [False, True, True, False]
        assert drawn[1]["notice"] != drawn[2]["notice"]

    def test_it_is_drawn_once(self, client, section, drawn, folder):
        """
        Whoever asks again gets it from the disk; nothing half-written lies beside it.
        """
        article = make_article(section, "Gempa")
        make_versions(article, "en")

        first = client.get(address(article))
        again = client.get(address(article))

        assert first.content == again.content
        assert len(drawn) == 1
        assert [path.suffix for path in cards(folder)] == [".card"]

    def test_a_new_headline_is_a_new_card_and_the_old_one_goes(
        self, client, section, drawn, folder
    ):
        """
        The disk holds one card for each article and language.
        """
        article = make_article(section, "Gempa")
        version = make_version(article, "en", "Quake")
        first = client.get(address(article))
        version.headline = "Strong quake"
        version.save()

        second = client.get(address(article))

        assert second["ETag"] != first["ETag"]
        assert b"Strong quake" in second.content
        assert len(cards(folder)) == 1

    def test_who_has_it_is_told_so(self, client, section, drawn):
        """
        By its entity tag.
        """
        article = make_article(section, "Gempa")
        make_versions(article, "en")
        first = client.get(address(article))

        again = client.get(address(article), headers={"If-None-Match": first["ETag"]})

        assert again.status_code == 304

    def test_many_visitors_at_once_cost_one_drawing(self, tmp_path):
        """
        The others wait for the first.
        """
        calls, start = [], Barrier(4)

        def draw():
            calls.append(1)
            return b"card"

        def visit():
            start.wait()
            card_files.kept_card(tmp_path / "en" / "1" / "a.card", draw)

        visitors = [Thread(target=visit) for _ in range(4)]
        for visitor in visitors:
            visitor.start()
        for visitor in visitors:
            visitor.join()

        assert len(calls) == 1


class TestRefused:
    @pytest.mark.parametrize("state", [State.HELD, State.WITHDRAWN, State.REPLACED])
    def test_what_is_not_public_has_none(self, client, section, drawn, state):
        """
        Nothing is drawn for it.
        """
        article = make_article(section, "Gempa")
        make_version(article, "en", state=state)

        assert client.get(address(article)).status_code == 404
        assert client.get("/en/card/999999.png").status_code == 404
        assert client.post(address(article)).status_code == 405
        assert drawn == []

    def test_a_card_goes_with_its_article(self, client, section, drawn):
        """
        Though it lies on the disk still.
        """
        article = make_article(section, "Gempa")
        version, _ = make_versions(article, "en", "fr")
        client.get(address(article, "en"))
        client.get(address(article, "fr"))

        version_withdraw(version=version, reason="wrong")
        assert client.get(address(article, "en")).status_code == 404

        article.unpublish()
        assert client.get(address(article, "fr")).status_code == 404
        assert client.get(address(article, "id")).status_code == 404


class TestWhatMayFail:
    def test_without_a_typeface_it_is_plain_and_not_kept(
        self, client, section, monkeypatch, folder, caplog
    ):
        """
        The log says what to install.
        """

        def missing(**words):
            raise FontMissing("install fonts-noto-cjk")

        monkeypatch.setattr(cards_view, "draw_card", missing)
        article = make_article(section, "Gempa")
        make_versions(article, "en")

        response = client.get(address(article))

        assert Image.open(BytesIO(response.content)).size == (1200, 630)
        assert "max-age=60" in response["Cache-Control"]
        assert cards(folder) == []
        assert "install fonts-noto-cjk" in caplog.text

    def test_the_main_picture_is_behind_the_headline(self, client, section, drawn):
        """
        In the size of a card.
        """
        article = make_article(section, "Gempa", lead_image=make_image())
        make_versions(article, "en")

        client.get(address(article))

        assert Image.open(BytesIO(drawn[0]["picture"])).size == (1200, 630)

    @pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
    def test_a_picture_that_cannot_be_read_is_left_out(self, client, section, drawn):
        """
        The headline is drawn without it. Wagtail leaves the file open that it fails on.
        """
        image = make_image()
        article = make_article(section, "Gempa", lead_image=image)
        make_versions(article, "en")
        Path(image.file.path).unlink()

        assert client.get(address(article)).status_code == 200

        assert "picture" not in drawn[0]

    def test_a_disk_that_is_full_costs_time_and_not_the_card(
        self, client, section, drawn, monkeypatch
    ):
        """
        It is drawn again for the next one.
        """

        def full(path, card):
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(card_files, "write", full)
        article = make_article(section, "Gempa")
        make_versions(article, "en")

        assert client.get(address(article)).status_code == 200
        assert client.get(address(article)).status_code == 200
        assert len(drawn) == 2

    def test_a_write_that_fails_leaves_nothing(self, tmp_path, monkeypatch):
        """
        Neither a card nor half of one.
        """

        def refuse(self, target):
            raise OSError(5, "Input/output error")

        monkeypatch.setattr(Path, "replace", refuse)

        with pytest.raises(OSError, match="Input"):
            card_files.write(tmp_path / "a.card", b"card")

        assert list(tmp_path.iterdir()) == []
