"""
Files that lie here until somebody says yes, and languages that they may not change.
"""

import re
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import ModelLogEntry

from selaras.memory import Memory
from selaras_site.accounts import roles
from selaras_site.accounts.models import User
from selaras_site.desk import uploads

from .factories import make_user

TMX = (
    '<tmx version="1.4"><header srclang="id"/><body>'
    '<tu><tuv xml:lang="id"><seg>Hujan.</seg></tuv>'
    '<tuv xml:lang="zh"><seg>下雨。</seg></tuv>'
    '<tuv xml:lang="ja"><seg>雨。</seg></tuv></tu></body></tmx>'
).encode()


@pytest.fixture(autouse=True)
def memory(tmp_path, settings):
    settings.SELARAS_MEMORY = tmp_path / "memory.sqlite3"
    return settings.SELARAS_MEMORY


@pytest.fixture
def of_japanese(client_of):
    """
    Somebody who reviews Japanese alone, and may exchange the memory.
    """
    client = client_of(f"{roles.REVIEWER} (ja)")
    more = roles.permissions_named(["desk.export_memory"])
    User.objects.latest("pk").user_permissions.set(more)
    return client


def brought(client, content=TMX):
    """
    The address of what a file would change, and the word for the file.
    """
    file = SimpleUploadedFile("wei.tmx", content)
    answer = client.post(reverse("desk:exchange_bring"), {"file": file})
    return answer.url, re.search("file=(.+)", answer.url)[1]


class Broken(SimpleUploadedFile):
    """
    A file that breaks off while it is kept.
    """

    times = 0

    def chunks(self, chunk_size=None):
        self.times += 1
        yield b"a"
        if self.times > 1:
            raise OSError("The disk is full.")


class TestKeeping:
    def test_what_breaks_off_leaves_nothing(self, newsroom):
        with pytest.raises(OSError, match="full"):
            uploads.upload_keep(Broken("a.tmx", b"a"), make_user())
        assert list(uploads.folder().iterdir()) == []

    def test_what_cannot_get_its_name_leaves_nothing(self, newsroom, monkeypatch):
        def refused(_self, _target):
            raise PermissionError("Not allowed.")

        monkeypatch.setattr(Path, "replace", refused)
        with pytest.raises(PermissionError):
            uploads.upload_keep(SimpleUploadedFile("a.tmx", TMX), make_user())
        assert list(uploads.folder().iterdir()) == []

    def test_the_same_file_twice_at_once(self, newsroom):
        user, inside = make_user(), []

        class Slow(SimpleUploadedFile):
            """
            A file that comes a second time while the first is written.
            """

            times = 0

            def chunks(self, chunk_size=None):
                self.times += 1
                yield TMX[:50]
                if self.times > 1:
                    again = SimpleUploadedFile("a.tmx", TMX)
                    inside.append(uploads.upload_keep(again, user))
                yield TMX[50:]

        outer = uploads.upload_keep(Slow("a.tmx", TMX), user)
        assert [one.path for one in inside] == [outer.path]
        assert outer.path.read_bytes() == TMX
        assert list(uploads.folder().iterdir()) == [outer.path]

    def test_two_who_take_away_the_same(self, newsroom, monkeypatch):
        kept = uploads.upload_keep(SimpleUploadedFile("a.tmx", TMX), make_user())
        gone = kept.path.with_name("gone")
        monkeypatch.setattr(uploads, "KEPT_FOR", -10)
        monkeypatch.setattr(Path, "iterdir", lambda _self: iter([gone, kept.path]))
        uploads.forget_old()
        assert not kept.path.exists()

    def test_a_file_that_goes_while_it_is_asked_for(self, chief, monkeypatch):
        address, token = brought(chief)
        found = uploads.Upload.open

        def taken_first(self):
            self.path.unlink()
            return found(self)

        monkeypatch.setattr(uploads.Upload, "open", taken_first)
        page = chief.get(address, follow=True).content.decode()
        assert "The file is no longer here." in page
        place = reverse("desk:exchange_memory")
        page = chief.post(place, {"file": token}, follow=True).content.decode()
        assert "The file is no longer here." in page

    def test_who_says_yes_twice_is_told(self, chief, memory):
        _address, token = brought(chief)
        place = reverse("desk:exchange_memory")
        chief.post(place, {"file": token})
        again = chief.post(place, {"file": token}, follow=True).content.decode()
        assert "The file is no longer here." in again
        with Memory(memory) as known:
            assert len(list(known.entries())) == 2


class TestLanguages:
    def test_others_than_their_own_are_told_and_left(self, of_japanese, memory):
        address, token = brought(of_japanese)
        page = of_japanese.get(address).content.decode()
        assert "of a language that you do not review" in page
        assert "Take 1 entry into the memory" in page
        assert "下雨。" not in page

        of_japanese.post(reverse("desk:exchange_memory"), {"file": token})

        with Memory(memory) as known:
            assert [entry.target for entry in known.entries()] == ["ja"]
        log = ModelLogEntry.objects.get(action="selaras.exchange.memory_taken")
        assert (log.data["languages"], log.data["sentences"]) == (["ja"], 1)

    def test_who_reviews_all_takes_all(self, chief, memory):
        address, token = brought(chief)
        page = chief.get(address).content.decode()
        assert "that you do not review" not in page
        chief.post(reverse("desk:exchange_memory"), {"file": token})
        with Memory(memory) as known:
            assert sorted(entry.target for entry in known.entries()) == ["ja", "zh"]
