"""
Public models that ``selaras models pull`` knows: where they lie and how they are used.

A file whose SHA-256 is written here is checked against it; any other is checked against
the checksum that the hub states for it. A revision that is written here is fetched
whatever the repository's owner does later; "main" is whatever the owner has there now.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from selaras.languages import SOURCE, TARGETS, Tag
from selaras.weights.manifest import Decoding, Pair, Part, Spoken

NON_COMMERCIAL = (
    "The licence of this model is CC-BY-NC-4.0: it may not be used commercially. "
    "A newsroom that lives from what it publishes needs another model."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remote:
    """
    One file of a repository on the hub, and its path in the model's folder.

    ``size`` and ``sha256`` are 0 and "" where only the hub knows them.
    """

    repository: str
    revision: str
    path: str
    local: str
    size: int = 0
    sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """
    A model of the catalogue. Its manifest is written when it has been fetched.
    """

    name: str
    version: str
    summary: str
    licence: str
    languages: tuple[Tag, ...]
    models: tuple[Part, ...]
    remotes: tuple[Remote, ...]
    routes: Mapping[Pair, tuple[Tag, ...]] = field(default_factory=dict)
    warning: str = ""

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """
        Every pair that it translates, directly or through a pivot.
        """
        direct = [pair for part in self.models for pair in part.pairs]
        return tuple(dict.fromkeys([*direct, *self.routes]))

    @property
    def size(self) -> int:
        """
        How many bytes are to be fetched, as far as that is known here.
        """
        return sum(remote.size for remote in self.remotes)


def find_entry(name: str) -> Entry | None:
    """
    The model of this name.

    >>> find_entry("madlad-400-3b").licence
    'Apache-2.0'
    """
    return next((entry for entry in CATALOGUE if entry.name == name), None)


def _opus(
    pair: Pair, repository: str, *, revision: str = "main", prefix: str = ""
) -> tuple[Part, tuple[Remote, ...]]:
    folder = "-".join(pair)
    sums = SHA256.get(repository, {})
    names = (
        "config.json",
        "shared_vocabulary.json",
        "source.spm",
        "target.spm",
        "model.bin",
    )
    part = Part(
        folder=folder,
        pairs=(pair,),
        architecture="Marian Transformer, 6 encoder and 6 decoder layers, d 512",
        parameters=0,
        vocabulary=0,
        tokenizer="source.spm",
        target_tokenizer="target.spm",
        spoken=Spoken(prefix=prefix, suffix="</s>"),
        decoding=Decoding(max_source_pieces=180),
    )
    remotes = tuple(
        Remote(
            repository=repository,
            revision=revision,
            path=name,
            local=f"{folder}/{name}",
            size=sums.get(name, (0, ""))[0],
            sha256=sums.get(name, (0, ""))[1],
        )
        for name in names
    )
    return (part, remotes)


def _nllb(size: str, parameters: int, revision: str) -> Entry:
    repository = f"JustFrederik/nllb-200-distilled-{size}-ct2-int8"
    return Entry(
        name=f"nllb-200-distilled-{size.lower()}",
        version=revision[:8],
        summary=f"NLLB-200 of Meta AI, distilled to {size}, int8.",
        licence="CC-BY-NC-4.0",
        warning=NON_COMMERCIAL,
        languages=tuple(NLLB_CODES),
        models=(
            Part(
                folder=".",
                pairs=ALL_PAIRS,
                architecture="Transformer, 24 encoder and 24 decoder layers, d 1024"
                if size == "1.3B"
                else "Transformer, 12 encoder and 12 decoder layers, d 1024",
                parameters=parameters,
                vocabulary=256_206,
                tokenizer="sentencepiece.bpe.model",
                spoken=Spoken(
                    prefix="{source}",
                    suffix="</s>",
                    target_prefix="{target}",
                    codes=NLLB_CODES,
                ),
                decoding=Decoding(max_source_pieces=180),
            ),
        ),
        remotes=_remotes(repository, revision),
    )


def _remotes(repository: str, revision: str) -> tuple[Remote, ...]:
    return tuple(
        Remote(
            repository=repository,
            revision=revision,
            path=name,
            local=name,
            size=size,
            sha256=sha256,
        )
        for name, (size, sha256) in SHA256[repository].items()
    )


ALL_PAIRS: tuple[Pair, ...] = tuple(
    (source, target)
    for source in (SOURCE, "en")
    for target in TARGETS
    if source != target
)

NLLB_CODES: Mapping[Tag, str] = {
    "id": "ind_Latn",
    "en": "eng_Latn",
    "zh": "zho_Hans",
    "ja": "jpn_Jpan",
    "ar": "arb_Arab",
    "fr": "fra_Latn",
}

NLLB_COMMON = {
    "config.json": (
        159,
        "0c2f6fa2057c7264d052fb4a62ba3476eeae70487acddfa8e779a53a00cbf44c",
    ),
    "shared_vocabulary.txt": (
        2_568_098,
        "a132a83330f45514c2476eb81d1d69b3c41762264d16ce0a7ea982e5d6c728e5",
    ),
    "sentencepiece.bpe.model": (
        4_852_054,
        "14bb8dfb35c0ffdea7bc01e56cea38b9e3d5efcdcb9c251d6b40538e1aab555a",
    ),
}

SHA256: Mapping[str, Mapping[str, tuple[int, str]]] = {
    "JustFrederik/nllb-200-distilled-600M-ct2-int8": {
        # Only the hub states the checksum of this repository's configuration.
        "config.json": (159, ""),
        "shared_vocabulary.txt": NLLB_COMMON["shared_vocabulary.txt"],
        "sentencepiece.bpe.model": NLLB_COMMON["sentencepiece.bpe.model"],
        "model.bin": (
            622_595_991,
            "ed1beaf75134de7505315a5223162f56acff397eff6b50638a500d3936fe707b",
        ),
    },
    "JustFrederik/nllb-200-distilled-1.3B-ct2-int8": {
        **NLLB_COMMON,
        "model.bin": (
            1_381_827_087,
            "72d7533dc7a0e8f10f19a650d4e90faf9cbfa899db5411ad124bd5802bd91263",
        ),
    },
    "Nextcloud-AI/madlad400-3b-mt-ct2-int8": {
        "config.json": (
            224,
            "90fb54962455a4e0a0bc7235c0f063d7e46d9c1a1ae003af8059809abd6aeece",
        ),
        "shared_vocabulary.json": (
            5_477_099,
            "c327551ce3ca6efc7b437e11a267f79979893332dda8a1d146e2c950815193f8",
        ),
        "spiece.model": (
            4_427_844,
            "ef11ac9a22c7503492f56d48dce53be20e339b63605983e9f27d2cd0e0f3922c",
        ),
        "model.bin": (
            2_950_208_329,
            "77b9fd9ab97c1259d07089b5f854393dad81bc5fb5647d3f9a5d101c94f40daa",
        ),
    },
    "gaudi/opus-mt-en-zh-ctranslate2": {
        "config.json": (
            215,
            "ce02c0c0d02f285d2ff34c80b0867ccb5c4a3b250a275e6d1d2884f5499a6e46",
        ),
        "shared_vocabulary.json": (
            1_303_887,
            "37314a6abb25ed8f8497498aeeb31fcea98de892bf00ff7c2e8c966b26fe0b82",
        ),
        "source.spm": (
            806_435,
            "5775ddc9e3ff2fae91554da56468ad35ff56edaba870fea74447bc7234bfdaa8",
        ),
        "target.spm": (
            804_600,
            "81dc94efa84e4025ef38d25d5d07429fe41e3eb29d44003f1db6fe98487b0052",
        ),
        "model.bin": (
            155_502_615,
            "f24c2bb82368f7de0196882de1d8b644d2aa54ae2439c3142f263de8a64ea2a9",
        ),
    },
    "jkawamoto/fugumt-en-ja-ct2": {
        "model.bin": (
            0,
            "4c05943b9c91597e52600e4dbd8ece8388ee804da97a782bd1ea91aef93e2104",
        ),
    },
}

OPUS = (
    _opus(("id", "en"), "gaudi/opus-mt-id-en-ctranslate2"),
    _opus(("en", "fr"), "gaudi/opus-mt-en-fr-ctranslate2"),
    _opus(
        ("en", "zh"),
        "gaudi/opus-mt-en-zh-ctranslate2",
        revision="dcd22168f08b99dd34c62bc2195e31dc2f04e90b",
        prefix=">>cmn_Hans<<",
    ),
    _opus(("en", "ar"), "gaudi/opus-mt-en-ar-ctranslate2", prefix=">>ara<<"),
    _opus(
        ("en", "ja"),
        "jkawamoto/fugumt-en-ja-ct2",
        revision="5bdad25200fcf251bbf019a6ee613002df52869b",
    ),
)

CATALOGUE: tuple[Entry, ...] = (
    Entry(
        name="opus-mt",
        version="2024",
        summary="OPUS-MT of the University of Helsinki, Indonesian to English and on "
        "from there; FuguMT for Japanese.",
        licence="Apache-2.0 AND CC-BY-4.0 AND CC-BY-SA-4.0",
        warning="Its Japanese part is under CC-BY-SA-4.0. Four of the five languages "
        "pass through English.",
        languages=("id", "en", "zh", "ja", "ar", "fr"),
        models=tuple(part for part, _ in OPUS),
        remotes=tuple(remote for _, remotes in OPUS for remote in remotes),
        routes={("id", target): ("en",) for target in ("zh", "ja", "ar", "fr")},
    ),
    _nllb("600M", 615_073_792, "302d78f00e6fdb50a1064059df7c392b735e9d05"),
    _nllb("1.3B", 1_370_000_000, "30c36268408177b0fce2bfcfa205d877accd327d"),
    Entry(
        name="madlad-400-3b",
        version="aa32bbde",
        summary="MADLAD-400 of Google Research, 3 billion parameters, int8.",
        licence="Apache-2.0",
        languages=("id", "en", "zh", "ja", "ar", "fr"),
        models=(
            Part(
                folder=".",
                pairs=ALL_PAIRS,
                architecture="T5, 32 encoder and 32 decoder layers, d 1024",
                parameters=2_940_000_000,
                vocabulary=256_000,
                tokenizer="spiece.model",
                spoken=Spoken(prefix="<2{target}>", suffix="</s>"),
                decoding=Decoding(max_source_pieces=120),
            ),
        ),
        remotes=_remotes(
            "Nextcloud-AI/madlad400-3b-mt-ct2-int8",
            "aa32bbdeba7880eff2096ec044cb155a340a9400",
        ),
        warning="It needs about 3.5 GB of memory and is slow without a graphics card.",
    ),
)
"""
All models that can be pulled, by the order in which they are offered.
"""
