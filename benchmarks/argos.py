"""
argos-translate with the weights of the model in the box, in its own package format.

Three things are done to it, none of which slows it: its tokenizer is told the target
language by the tag that our model expects; the model ends its source by itself
(``add_source_eos``); and sentences are split by our splitter, because the models of its
own are downloaded at run time.
"""

import json
import os
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from selaras.article import Article, Paragraph
from selaras.engines.part import Part
from selaras.languages import SOURCE, TARGETS, Tag
from selaras.text import sentences_of


class Argos:
    """
    A translation per target, installed in a folder that goes when this goes.
    """

    def __init__(self, parts: Sequence[Part]) -> None:
        self.folder = tempfile.TemporaryDirectory(prefix="argos-")
        os.environ["ARGOS_PACKAGES_DIR"] = self.folder.name
        os.environ["XDG_DATA_HOME"] = os.environ["XDG_CACHE_HOME"] = self.folder.name
        os.environ["XDG_CONFIG_HOME"] = self.folder.name
        self.translations = {tag: self.installed(tag, parts) for tag in TARGETS}

    def installed(self, target: Tag, parts: Sequence[Part]) -> Any:
        """
        A package written, loaded, and told how our model is spoken to.
        """
        from argostranslate import settings
        from argostranslate.package import Package
        from argostranslate.translate import Language, PackageTranslation

        settings.chunk_type = settings.ChunkType.MINISBD
        part = next(part for part in parts if (SOURCE, target) in part.pairs)
        package = Package(self.written(target, part))
        package.tokenizer = Tagged(package.tokenizer, f"<2{target}>")
        translation = PackageTranslation.__new__(PackageTranslation)
        translation.from_lang = Language(SOURCE, "Indonesian")
        translation.to_lang = Language(target, target)
        translation.pkg = package
        translation.translator = None
        translation.sentencizer = Sentences()
        return translation

    def written(self, target: Tag, part: Part) -> Path:
        """
        The folder of a package, as argos-translate lays one out.
        """
        folder = Path(self.folder.name) / f"translate-id_{target}"
        shutil.copytree(part.folder, folder / "model")
        shutil.copy(part.folder / part.tokenizer, folder / "sentencepiece.model")
        config = folder / "model" / "config.json"
        said = json.loads(config.read_text(encoding="utf-8"))
        config.write_text(json.dumps(said | {"add_source_eos": True}), encoding="utf-8")
        metadata = {
            "package_version": "1.0",
            "argos_version": "1.9",
            "from_code": SOURCE,
            "from_name": "Indonesian",
            "to_code": target,
            "to_name": target,
        }
        (folder / "metadata.json").write_text(json.dumps(metadata), encoding="utf-8")
        return folder

    def translate(self, articles: Sequence[Article]) -> int:
        """
        Translate every article into every target; return how many characters came.
        """
        texts = [text_of(article) for article in articles]
        return sum(
            len(self.translations[tag].translate(text))
            for text in texts
            for tag in TARGETS
        )


@dataclass(frozen=True)
class Tagged:
    """
    A tokenizer that begins each sentence with the target's tag.
    """

    inner: Any
    tag: str

    def encode(self, sentence: str) -> list[str]:
        """
        The tag, then the pieces.
        """
        return [self.tag, *self.inner.encode(sentence)]

    def decode(self, tokens: list[str]) -> str:
        """
        As the tokenizer does.
        """
        return str(self.inner.decode(tokens))


class Sentences:
    """
    Our splitter in the place of its own.
    """

    def split_sentences(self, text: str) -> list[str]:
        """
        The sentences of a paragraph.
        """
        return list(sentences_of(text))


def text_of(article: Article) -> str:
    """
    Headline and paragraphs, a line each: argos-translate splits at line ends.
    """
    blocks = [b.text.text for b in article.blocks if isinstance(b, Paragraph)]
    return "\n".join([article.headline.text, *blocks])
