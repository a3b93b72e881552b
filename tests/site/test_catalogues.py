"""
What readers and editors are told: in every catalogue, whole, and written as its
language is written.
"""

import gettext
import re
from collections.abc import Iterator
from functools import lru_cache

import pytest
from babel.messages.catalog import Catalog, Message
from django.conf import settings
from django.utils import translation

from catalogues import LOCALES, catalogue, in_source, is_whole, path_of, texts
from selaras.fidelity.traditional import CHARACTERS_OF_OTHERS
from selaras.languages import LANGUAGES

PLACEHOLDER = re.compile(r"%\((\w+)\)s")
TAG = re.compile(r"</?[a-z][^>]*>")
NUMBERS = range(1200)
"""
Enough numbers to meet every plural form.
"""

TYPED = re.compile("[\"'`]|``|''")
TIGHT = re.compile(r"[^\N{NO-BREAK SPACE}](?:[:;!?»]|%%)|«[^\N{NO-BREAK SPACE}]")
"""
French marks without the no-break space that belongs there.
"""


@lru_cache
def source() -> Catalog:
    return in_source()


@lru_cache
def read(locale: str) -> Catalog:
    return catalogue(locale)


def key(message: Message) -> tuple[str, str]:
    first = message.id if isinstance(message.id, str) else message.id[0]
    return message.context or "", first


def forms(message: Message) -> tuple[str, ...]:
    written = message.string
    return (written,) if isinstance(written, str) else tuple(written)


def said(locale: str) -> Iterator[str]:
    """
    Every text of a catalogue as it is read: no markup, no placeholders.
    """
    for message in texts(read(locale)):
        for form in forms(message):
            yield PLACEHOLDER.sub("0", TAG.sub("", form))


def holders(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(text))


@pytest.mark.parametrize("locale", LOCALES)
class TestCatalogue:
    def test_has_every_text_of_the_source_and_no_other(self, locale: str) -> None:
        assert {key(m) for m in texts(read(locale))} == {
            key(m) for m in texts(source())
        }, "run: make messages"

    def test_is_whole(self, locale: str) -> None:
        assert not [m.id for m in texts(read(locale)) if not is_whole(m)]
        assert not read(locale).obsolete

    def test_has_every_plural_form(self, locale: str) -> None:
        catalog = read(locale)
        assert catalog.num_plurals == {"fr": 2, "ar": 6}.get(locale, 1)
        for message in texts(catalog):
            wanted = catalog.num_plurals if message.pluralizable else 1
            assert len(forms(message)) == wanted, message.id

    def test_keeps_the_placeholders(self, locale: str) -> None:
        for message in texts(read(locale)):
            if not message.pluralizable:
                assert holders(message.string) == holders(message.id), message.id

    def test_keeps_the_placeholders_of_plurals(self, locale: str) -> None:
        """
        A form for one number only may say it in words; one for more may not.
        """
        rule = gettext.c2py(read(locale).plural_expr)
        for message in texts(read(locale)):
            if not message.pluralizable:
                continue
            one, many = map(holders, message.id)
            for number, form in enumerate(forms(message)):
                stands_for = {n for n in NUMBERS if rule(n) == number}
                found = holders(form)
                if len(stands_for) == 1:
                    assert found <= one | many, form
                elif stands_for == {0, 1}:
                    assert found in (one, many), form
                else:
                    assert found == many, form

    def test_keeps_the_markup(self, locale: str) -> None:
        for message in texts(read(locale)):
            wanted = message.id if isinstance(message.id, str) else message.id[-1]
            for form in forms(message):
                assert TAG.findall(form) == TAG.findall(wanted), message.id

    def test_was_compiled(self, locale: str) -> None:
        with path_of(locale, "mo").open("rb") as file:
            compiled = gettext.GNUTranslations(file)
        rule = gettext.c2py(read(locale).plural_expr)
        for message in texts(read(locale)):
            if not message.pluralizable:
                context, text = key(message)
                heard = (
                    compiled.pgettext(context, text)
                    if context
                    else compiled.gettext(text)
                )
                assert heard == message.string, "run: make messages"
                continue
            for n in NUMBERS[:210]:
                assert compiled.ngettext(*message.id, n) == forms(message)[rule(n)]

    def test_says_nothing_twice_over(self, locale: str) -> None:
        for text in said(locale):
            assert text == text.strip()
            assert "  " not in text

    def test_is_heard_by_readers(self, locale: str) -> None:
        (code,) = (
            code
            for code, _ in settings.LANGUAGES
            if translation.to_locale(code) == locale
        )
        with translation.override(code):
            for message in texts(read(locale)):
                context, text = key(message)
                if message.pluralizable:
                    assert translation.ngettext(*message.id, 100) in forms(message)
                elif context:
                    assert translation.pgettext(context, text) == message.string
                else:
                    assert translation.gettext(text) == message.string


class TestLanguages:
    def test_every_language_but_english_has_a_catalogue(self) -> None:
        codes = [translation.to_locale(row.html.lower()) for row in LANGUAGES.values()]
        assert sorted(codes) == sorted([*LOCALES, "en"])

    def test_english_is_the_source(self) -> None:
        with translation.override("en"):
            for message in texts(source()):
                if message.pluralizable:
                    assert translation.ngettext(*message.id, 1) == message.id[0]
                    assert translation.ngettext(*message.id, 2) == message.id[1]
                elif message.context:
                    heard = translation.pgettext(message.context, message.id)
                    assert heard == message.id
                else:
                    assert translation.gettext(message.id) == message.id

    def test_editors_in_indonesian_read_the_indonesian_catalogue(self) -> None:
        codes = [code for code, _ in settings.WAGTAILADMIN_PERMITTED_LANGUAGES]
        assert codes == ["id-id", "en"]
        with translation.override("id-id"):
            assert translation.gettext("Search this site") == "Cari di situs ini"


class TestWriting:
    @pytest.mark.parametrize("locale", ["fr", "zh_Hans", "ja", "ar"])
    def test_quotation_marks_and_apostrophes_are_no_typewriters(
        self, locale: str
    ) -> None:
        assert not [text for text in said(locale) if TYPED.search(text)]

    def test_french_marks_have_their_spaces(self) -> None:
        texts_said = (re.sub(r"https?://", "", text) for text in said("fr"))
        assert not [text for text in texts_said if TIGHT.search(text)]

    @pytest.mark.parametrize("locale", ["zh_Hans", "ja"])
    def test_full_width_marks_between_han_and_kana(self, locale: str) -> None:
        half = re.compile(
            r"(?<=[\u3040-\u9fff])[,.:;!?()]|[,:;!?()](?=[\u3040-\u9fff])"
        )
        assert not [text for text in said(locale) if half.search(text)]

    @pytest.mark.parametrize("locale", ["zh_Hans", "ja"])
    def test_no_spaces_between_han_and_kana(self, locale: str) -> None:
        gap = re.compile(r"[\u3000-\u9fff] [\u3000-\u9fff]")
        assert not [text for text in said(locale) if gap.search(text)]

    @pytest.mark.parametrize(("locale", "tag"), [("zh_Hans", "zh"), ("ja", "ja")])
    def test_no_characters_of_other_countries(self, locale: str, tag: str) -> None:
        foreign = CHARACTERS_OF_OTHERS[tag]()
        assert not [text for text in said(locale) if foreign & set(text)]

    @pytest.mark.parametrize(
        ("locale", "letters"),
        [
            ("ar", r"[\u0620-\u064a]"),
            ("zh_Hans", r"[\u4e00-\u9fff]"),
            ("ja", r"[\u3040-\u30ff\u4e00-\u9fff]"),
        ],
    )
    def test_has_letters_of_its_script(self, locale: str, letters: str) -> None:
        for message in texts(read(locale)):
            for form in forms(message):
                words = re.sub(r"\W|\d|_", "", PLACEHOLDER.sub("", TAG.sub("", form)))
                assert not words or re.search(letters, form), message.id

    def test_arabic_has_the_digits_of_the_original(self) -> None:
        assert not re.search("[٠-٩۰-۹]", "".join(said("ar")))

    def test_arabic_has_its_own_comma_and_question_mark(self) -> None:
        foreign = re.compile(r"[\u0620-\u064a][,;?]")
        assert not [text for text in said("ar") if foreign.search(text)]

    @pytest.mark.parametrize("locale", LOCALES)
    def test_no_controls_of_direction(self, locale: str) -> None:
        text = path_of(locale).read_text(encoding="utf-8")
        assert not re.search(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]", text)
