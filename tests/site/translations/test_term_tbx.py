"""
TBX that would harm, and what it calls our languages.
"""

from xml.etree.ElementTree import Element

import pytest

from selaras_site.translations import term_tbx
from selaras_site.translations.term_tbx import MOST_IN_ENTRY, language_of, read_tbx
from selaras_site.translations.terms import TermRefused

BOMB = (
    '<!DOCTYPE martif [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
    "<martif><termEntry>&b;</termEntry></martif>"
)
DEFAULTS = (
    f'<!DOCTYPE martif [<!ATTLIST term x CDATA "{"x" * 1000}">]>'
    "<martif><termEntry/></martif>"
)
FETCHES = (
    '<!DOCTYPE martif [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]><martif/>'
)


@pytest.fixture(autouse=True)
def _english(settings):
    settings.LANGUAGE_CODE = "en"


def group(text: str) -> str:
    return f"<tig><term>{text}</term></tig>"


def entry(more: str = "", **said: str) -> str:
    parts = (
        f'<langSet xml:lang="{tag}">{groups}</langSet>' for tag, groups in said.items()
    )
    return f"<termEntry>{more}{''.join(parts)}</termEntry>"


def martif(*entries: str, before: str = "") -> bytes:
    body = "".join(entries)
    return f"{before}<martif><text><body>{body}</body></text></martif>".encode()


class TestHostile:
    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (BOMB.encode(), "declarations"),
            (DEFAULTS.encode(), "declarations"),
            (FETCHES.encode(), "declarations"),
            (b"<martif>" + b"<a>" * 1000, "more than 100 deep"),
            (b"<mtf><termEntry/></mtf>", "<martif> or <tbx>"),
            (martif("<termEntry>" + "<a/>" * 20_000 + "</termEntry>"), "characters"),
            (martif(entry(id=group("a"))) + b"<a/>", "XML was expected"),
        ],
    )
    def test_is_refused_before_it_costs(self, content: bytes, said: str) -> None:
        with pytest.raises(TermRefused, match="cannot be read as TBX") as caught:
            read_tbx(content)
        assert said in str(caught.value)
        assert not str(caught.value).endswith("..")

    @pytest.mark.parametrize("name", ["tig", "ntig", "termSec"])
    def test_groups_within_groups(self, name: str) -> None:
        nested = f"<{name}>" * 40 + "<term>a</term>" + f"</{name}>" * 40
        with pytest.raises(TermRefused, match="within another one"):
            read_tbx(martif(entry(id=nested)))

    def test_an_entry_of_too_many_terms(self) -> None:
        half = MOST_IN_ENTRY // 2
        many = {tag: "".join(map(group, map(str, range(half)))) for tag in ("id", "en")}
        assert len(read_tbx(martif(entry(**many)))) == half
        many["fr"] = group("un")
        with pytest.raises(TermRefused, match="entry 1 has more than 200 terms"):
            read_tbx(martif(entry(**many)))

    def test_too_many_terms_in_few_entries(self) -> None:
        words = "".join(group(f"kata {n}") for n in range(180))
        with pytest.raises(TermRefused, match="5000"):
            read_tbx(martif(*[entry(id=words, en=group("word"))] * 30))

    def test_a_note_is_read_once_for_all_terms_of_an_entry(self, monkeypatch) -> None:
        asked: list[Element] = []
        note_of = term_tbx.note_of

        def counted(one: Element) -> str:
            asked.append(one)
            return note_of(one)

        monkeypatch.setattr(term_tbx, "note_of", counted)
        words = "".join(group(f"kata {n}") for n in range(50))
        rows = read_tbx(martif(entry("<note>Hukum.</note>", id=words, en=group("w"))))
        assert {row.data.note for row in rows} == {"Hukum."}
        assert (len(rows), len(asked)) == (50, 1)


class TestOtherTools:
    def test_a_document_type_without_declarations_is_theirs(self) -> None:
        doctype = '<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">'
        content = martif(entry(id=group("hakim"), en=group("judge")), before=doctype)
        [row] = read_tbx(content)
        assert (row.source, row.data.in_language("en").preferred) == ("hakim", "judge")

    @pytest.mark.parametrize(
        ("code", "tag"),
        [
            ("ind", "id"),
            ("IN", "id"),
            ("eng-GB", "en"),
            ("jpn", "ja"),
            ("cmn-Hans", "zh"),
            ("zh_CN", "zh"),
            ("zh-Hant", ""),
            ("zh-HK", ""),
            ("de", ""),
            ("", ""),
        ],
    )
    def test_languages_are_named_as_in_all_files_of_other_tools(
        self, code: str, tag: str
    ) -> None:
        assert language_of(Element("langSet", {"lang": code})) == tag
