"""
Typefaces are found where they should be looked for, or their absence is explained.
"""

import pytest

from selaras_site.public.cards import FontMissing, fonts
from selaras_site.public.cards.fonts import CANDIDATES, ORDER, faces_for

LATIN = "SourceSerif4[opsz,wght].ttf"


@pytest.fixture
def bare_machine(monkeypatch, tmp_path):
    """
    A machine on which neither packages nor Debian's fonts are installed.
    """
    monkeypatch.setattr(fonts, "find_spec", lambda package: None)
    monkeypatch.setattr(fonts, "DEBIAN", tmp_path / "debian")
    fonts._find.cache_clear()
    yield tmp_path / "debian"
    fonts._find.cache_clear()


class TestFacesFor:
    @pytest.mark.parametrize("weight", ["regular", "bold"])
    @pytest.mark.parametrize("language", ORDER)
    def test_every_language_has_its_faces(self, language, weight):
        assert len(faces_for(language, weight)) == 4

    def test_a_folder_comes_first(self, tmp_path):
        packaged = faces_for("id", "bold")[0].path
        (tmp_path / LATIN).symlink_to(packaged)

        own, *others = faces_for("id", "bold", tmp_path)

        assert own.path == tmp_path / LATIN
        assert tmp_path not in {face.path.parent for face in others}

    def test_debian_comes_last(self, bare_machine):
        collection = bare_machine / "opentype/noto/NotoSerifCJK-Bold.ttc"
        collection.parent.mkdir(parents=True)
        collection.touch()

        japanese, chinese = faces_for("ja", "bold")

        assert (japanese.path, japanese.index) == (collection, 0)
        assert (chinese.path, chinese.index) == (collection, 2)

    @pytest.mark.parametrize(
        ("language", "package", "debian"),
        [
            ("fr", "fontpkg-source-serif-4", "fonts-noto-core"),
            ("ar", "pylopdf-fonts-ar", "fonts-noto-core"),
            ("zh", "pylopdf-fonts-zh-cn", "fonts-noto-cjk"),
            ("ja", "pylopdf-fonts-jp", "fonts-noto-cjk"),
        ],
    )
    def test_what_is_missing_says_what_to_install(
        self, bare_machine, language, package, debian
    ):
        with pytest.raises(FontMissing) as missing:
            faces_for(language, "bold")

        assert package in str(missing.value)
        assert debian in str(missing.value)

    def test_a_bold_face_is_heavier_than_a_regular_one(self):
        regular, bold = (
            faces_for("en", weight)[0].sized(100).getlength("Gempa")
            for weight in ("regular", "bold")
        )

        assert bold > regular

    def test_every_candidate_list_ends_with_debian(self):
        assert all(not found[-1].package for found in CANDIDATES.values())
