"""
Pictures beside an article come with its pages; links lead to pages, or nowhere.
"""

import pytest

from selaras.article import read_article
from selaras.cli.surroundings import MAX_PICTURE, surroundings

PNG = b"\x89PNG\r\n\x1a\n..."


@pytest.fixture
def folders(tmp_path):
    (tmp_path / "in" / "foto").mkdir(parents=True)
    return tmp_path / "in", tmp_path / "out" / "a"


def around(markdown, folders, **named):
    home, out = folders
    article = read_article(f"# Judul\n\n{markdown}\n", format="md")
    paths = {(home / f"{stem}.md").resolve(): name for stem, name in named.items()}
    return surroundings(article, home / "a.md", folder=out, named=paths)


class TestPictures:
    def test_a_picture_beside_the_article_is_copied(self, folders):
        """
        Its folder and its name stay; the address is one that a browser understands.
        """
        home, out = folders
        (home / "foto" / "kapal 1#.png").write_bytes(PNG)

        found = around("![Kapal](<foto/kapal 1#.png>)", folders)

        assert found.picture("foto/kapal 1#.png") == "foto/kapal%201%23.png"
        assert (out / "foto" / "kapal 1#.png").read_bytes() == PNG

    @pytest.mark.parametrize("name", ["../luar.png", "{root}/luar.png", "jalan.png"])
    def test_nothing_outside_the_folder_is_copied(self, folders, name):
        """
        Neither by dots, nor by a full path, nor by a link in the file system.
        """
        home, out = folders
        (home.parent / "luar.png").write_bytes(PNG)
        (home / "jalan.png").symlink_to(home.parent / "luar.png")

        found = around(f"![x]({name.format(root=home.parent)})", folders)

        assert found.pictures == {}
        assert not out.exists()

    @pytest.mark.parametrize(
        ("name", "data"),
        [
            ("a.png", b"<script>alert(1)</script>"),
            ("a.html", PNG),
            ("a.svg", b"<svg/>"),
            ("a.png", PNG + bytes(MAX_PICTURE)),
        ],
        ids=["no picture", "no name of one", "SVG", "too large"],
    )
    def test_only_pictures_are_copied(self, folders, name, data):
        """
        What is not a picture by its name and by its content stays where it is.
        """
        (folders[0] / name).write_bytes(data)

        assert around(f"![x]({name})", folders).pictures == {}


class TestLinks:
    def test_a_link_to_an_article_of_the_run_leads_to_its_page(self, folders):
        """
        In the language of the page that it stands on; any other one leads nowhere.
        """
        for stem in ("b", "c"):
            (folders[0] / f"{stem}.md").write_text("# Lain")

        found = around("Lihat [b](b.md#isi) dan [c](c.md).", folders, b="b 1")

        assert found.link("b.md#isi", "ja") == "../b%201/ja.html"
        assert found.link("c.md", "ja") == ""
