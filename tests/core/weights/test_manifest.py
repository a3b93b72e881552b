import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.errors import ManifestInvalid
from selaras.weights import (
    Decoding,
    File,
    Manifest,
    Part,
    Score,
    Source,
    Spoken,
    embedded,
)
from selaras.weights.manifest import parse, read
from selaras.weights.writing import write

TWO_PARTS = """
schema = 1
name = "two-parts"
version = "2"
kind = "ctranslate2"
summary = "Indonesian to English, and English onwards."
licence = "Apache-2.0"
languages = ["id", "en", "fr"]

[routes]
"id-fr" = ["en"]

[[models]]
folder = "id-en"
pairs = ["id-en"]
architecture = "Transformer"
parameters = 10
vocabulary = 100
tokenizer = "spm.model"

[[models]]
folder = "en-x"
pairs = ["en-fr"]
architecture = "Transformer"
parameters = 10
vocabulary = 100
tokenizer = "source.spm"
target_tokenizer = "target.spm"
spoken = { prefix = "<2{target}>", suffix = "</s>", cleaned = true }
decoding = { beam_size = 2, growth = 1.5 }
""" + "".join(
    f"""
[[files]]
path = "{path}"
size = 1
sha256 = "{"a" * 64}"
"""
    for path in (
        "id-en/model.bin",
        "id-en/config.json",
        "id-en/spm.model",
        "en-x/model.bin",
        "en-x/config.json",
        "en-x/source.spm",
        "en-x/target.spm",
    )
)

tags = st.sampled_from(["id", "en", "fr", "zh", "ja", "ar"])
pairs = st.tuples(tags, tags).filter(lambda pair: pair[0] != pair[1])
texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
numbers = st.integers(0, 1 << 40)
decimals = st.floats(0, 1e6, allow_nan=False)


@st.composite
def manifests(draw):
    pair = draw(pairs)
    folder = draw(st.sampled_from([".", "part", "a/b"]))
    prefix = "" if folder == "." else f"{folder}/"
    part = Part(
        folder=folder,
        pairs=(pair,),
        architecture=draw(texts),
        parameters=draw(numbers),
        vocabulary=draw(numbers),
        tokenizer="spm.model",
        spoken=Spoken(
            prefix=draw(st.sampled_from(["", "<2{target}>", ">>fra<<"])),
            cleaned=draw(st.booleans()),
            codes=draw(st.dictionaries(tags, texts)),
        ),
        decoding=draw(
            st.builds(Decoding, beam_size=st.integers(1, 8), growth=decimals)
        ),
    )
    files = tuple(
        File(path=f"{prefix}{name}", size=draw(numbers), sha256="0" * 64)
        for name in ("model.bin", "config.json", "spm.model")
    )
    return Manifest(
        name="any-name",
        version=draw(texts),
        kind="ctranslate2",
        summary=draw(texts),
        licence=draw(texts),
        languages=("id", "en", "fr", "zh", "ja", "ar"),
        models=(part,),
        files=files,
        routes={pair: ()},
        sources=tuple(
            draw(st.lists(st.builds(Source, name=texts, licence=texts), max_size=2))
        ),
        scores=tuple(
            draw(
                st.lists(
                    st.builds(
                        Score,
                        pair=pairs,
                        metric=texts,
                        value=decimals,
                        signature=texts,
                    ),
                    max_size=2,
                )
            )
        ),
        warning=draw(st.just("") | texts),
    )


class TestParse:
    def test_a_model_may_have_several_parts_and_a_route_through_them(self):
        """
        French is reached through the English of the first part.
        """
        manifest = parse(TWO_PARTS.encode())

        assert [part.folder for part in manifest.models] == ["id-en", "en-x"]
        assert manifest.route("id", "fr") == ("en",)
        assert manifest.route("id", "en") == ()
        assert manifest.pairs == (("id", "en"), ("en", "fr"), ("id", "fr"))
        assert manifest.models[1].decoding == Decoding(beam_size=2, growth=1.5)

    @given(manifests())
    def test_writing_then_reading_gives_the_manifest_back(self, manifest):
        assert parse(write(manifest).encode()) == manifest

    @pytest.mark.parametrize(
        ("old", "new", "message"),
        [
            ("schema = 1", "schema = 9", "of schema 1; manifest.toml is of schema 9"),
            ('name = "two-parts"', 'name = "../x"', "is to be of the form"),
            ('name = "two-parts"', "", 'must say "name"; it does not'),
            ('version = "2"', "version = 2", "a text that is not empty; it is 2"),
            ('kind = "ctranslate2"', 'kind = "onnx"', "one of ctranslate2"),
            ('licence = "Apache-2.0"', 'license = "MIT"', 'must say "licence"'),
            ('version = "2"', 'version = "2"\nbeam = 4', "it says beam too"),
            ('"id-en"]', '"id_en"]', 'is written like "id-en"; it says "id_en"'),
            ('"id-en"]', '"id-id"]', 'is written like "id-en"'),
            ('["id", "en", "fr"]', '["id", "en"]', "fr is not"),
            ('"id-fr" = ["en"]', '"fr-id" = ["en"]', "passes fr-en, which none"),
            ('"id-fr" = ["en"]', '"id-fr" = "en"', "a table of lists of texts"),
            ('"id-en/spm.model"', '"id-en/other.model"', "needs id-en/spm.model"),
            ('"id-en/spm.model"', '"../spm.model"', "stays inside the model's folder"),
            ('"id-en/spm.model"', '"/etc/passwd"', "stays inside the model's folder"),
            ('folder = "en-x"', 'folder = ".."', "stays inside the model's folder"),
            ("size = 1", "size = -1", "a whole number from 0 up; it is -1"),
            ("size = 1", "size = true", "a whole number from 0 up; it is True"),
            ("a" * 64, "a" * 63, "is to be of the form"),
            ("<2{target}>", "<2{language}>", "no braces but"),
            ("<2{target}>", "<2{target", "no braces but"),
            ("cleaned = true", 'cleaned = "yes"', "true or false; it is 'yes'"),
            ("growth = 1.5", "growth = nan", "a number from 0 up; it is nan"),
            ("beam_size = 2", "beams = 2", "it says beams too"),
            ("beam_size = 2", "beam_size = 0", "a whole number from 1 up; it is 0"),
            ("[routes]", "[routes", "is to be TOML in UTF-8"),
        ],
    )
    def test_a_message_says_what_was_expected_and_what_came(self, old, new, message):
        """
        Each of these is one mistake that an author of a manifest makes.
        """
        assert old in TWO_PARTS

        with pytest.raises(ManifestInvalid) as failure:
            parse(TWO_PARTS.replace(old, new, 1).encode())

        assert message in str(failure.value)
        assert str(failure.value).endswith(".")

    def test_bytes_that_are_no_text_are_refused(self):
        with pytest.raises(ManifestInvalid, match="UTF-8"):
            parse(b"\xff\xfe")


class TestRead:
    def test_a_folder_without_a_manifest_is_told_by_its_name(self, tmp_path):
        with pytest.raises(ManifestInvalid, match=str(tmp_path)):
            read(tmp_path)

    def test_the_model_in_the_box_translates_into_all_five_languages(self):
        manifest = embedded().manifest

        assert {target for source, target in manifest.pairs if source == "id"} == {
            "en",
            "zh",
            "ja",
            "ar",
            "fr",
        }
        assert manifest.licence == "Apache-2.0"
        assert all(score.signature for score in manifest.scores)
