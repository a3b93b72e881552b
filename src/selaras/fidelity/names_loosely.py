"""
Institutions of which a translation has a few words only, and whose words those are.

*Komisi Pemilihan Umum* may be "the commission", or the election officials. But where
the source speaks of a commission besides, or names another one, what is there stands
for that; where all that is left is the kind of body, or the place is gone after which
it is called, the name is not there. The desk then decides.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from selaras.fidelity.dictionary import counterparts, root, words_of
from selaras.languages import LANGUAGES, Tag
from selaras.terms import Entry, Name, Standing, Translation, lexicon, standing
from selaras.terms.capitals import is_acronym, is_headline
from selaras.terms.claimed import forms_of
from selaras.terms.forms import BODIES, Fit, fit_of, has_stem, stem, telling_words
from selaras.terms.letters import has_word
from selaras.terms.name_words import HEADS
from selaras.terms.signs import SAME_ONE, pairs_of, pairs_of_others, runs_within
from selaras.terms.standing import threshold
from selaras.terms.translation import (
    ARABIC_LETTERS,
    ARABIC_MARKS,
    TOKEN,
    plain_form,
)
from selaras.text.spans import Span
from selaras.text.words import words


def is_too_loose(
    name: Name, names: Sequence[Name], source: str, translation: Translation
) -> bool:
    """
    Whether what stands loosely for a name is not enough, or stands for something else.

    >>> from selaras.terms import read_names
    >>> source = "Perusahaan itu menyiarkan acara CNN."
    >>> names = read_names(source)
    >>> text = Translation("该公司播出了节目。", "zh")
    >>> is_too_loose(names[0], names, source, text)
    True
    """
    if is_mentioned(name, translation):
        return False
    if " " in name.text and (
        lacks_a_place(name, translation)
        or (is_body_alone(name, translation) and not is_headline(source))
    ):
        return True
    rest = without_bodies_said(source, translation)
    taken = [*places_of_others(name, names, rest), *places_of_words(source, rest)]
    rest = rest.without(taken)
    return standing(name, rest) < Standing.LOOSELY or (
        is_acronym(name.text) and says_nothing(name, rest)
    )


def is_mentioned(name: Name, translation: Translation) -> bool:
    """
    Whether what may be said instead of a name, or of its first word, is said.
    """
    entries = (*name.entries, *lexicon().of(name.text.split()[0]))
    return any(
        entry.kind == "mention"
        and fit_of(entry, translation, full=True) is not Fit.NONE
        for entry in entries
    )


def lacks_a_place(name: Name, translation: Translation) -> bool:
    """
    Whether a place or a school is gone that is a part of a name: *Polda Kaltara*.
    """
    return any(
        all(fit_of(entry, translation, full=True) is Fit.NONE for entry in entries)
        for entries in places_within(name.text)
    )


@lru_cache(maxsize=4096)
def places_within(name: str) -> tuple[tuple[Entry, ...], ...]:
    """
    The places and schools that are a part of a name; Indonesia goes without saying.
    """
    found = (
        tuple(entry for entry in lexicon().of(run) if entry.kind in PLACES)
        for run in runs_within(name)
    )
    return tuple(
        entries
        for entries in found
        if entries and all(entry.name not in HOME for entry in entries)
    )


PLACES = words("country region province place city regency island university")
HOME = words("Indonesia")


def is_body_alone(name: Name, translation: Translation) -> bool:
    """
    Whether all that is there of a name is the kind of body, or a name within it.

    "The union" is no European one, and "of the United Nations" no general assembly;
    but beside a place, the body is enough: "the East Java prosecutors".
    """
    if any(is_there(word, translation) for word in name.words):
        return False
    language = translation.language
    forms = [
        plain_form(form, language)
        for entry in name.entries
        for form in entry.forms.get(language, ())
    ]
    if not translation.is_spaced:
        others = pairs_of_others(name.text, language)
        others |= frozenset() if places_within(name.text) else BODY_PAIRS
        pairs = {pair for form in forms for pair in pairs_of(form)}
        return not any(pair in translation.plain for pair in pairs - others)
    empty = frozenset(words_within(name, language))
    empty |= frozenset() if places_within(name.text) else BODY_STEMS
    telling = {word for form in forms for word in telling_words(form)}
    return not any(has_stem(word, translation) for word in telling - empty)


def words_within(name: Name, language: Tag) -> Iterator[str]:
    """
    The words of what a part of a name is called by itself: *PBB* in *Sidang Umum PBB*.
    """
    for run in runs_within(name.text):
        for entry in lexicon().of(run) if run not in HEADS else ():
            for form in entry.forms.get(language, ()):
                yield from telling_words(plain_form(form, language))


def says_nothing(name: Name, translation: Translation) -> bool:
    """
    Whether all that is there of an acronym is the state, or "an organisation".
    """
    language = translation.language
    if not translation.is_spaced:
        return False
    forms = [
        plain_form(form, language)
        for entry in name.entries
        for form in entry.forms.get(language, ())
    ]
    bodies = {word for form in forms for word in form.split() if word in BODIES}
    return not any(is_half_there(form, translation) for form in forms) and not any(
        is_definite(word, translation) for word in bodies
    )


def is_half_there(form: str, translation: Translation) -> bool:
    """
    Whether half of the words that tell a form from those of other bodies are there.
    """
    telling = [
        word
        for word in telling_words(form)
        if word not in BODY_STEMS and not word.startswith(STATE)
    ]
    found = [has_stem(word, translation) for word in telling]
    return 2 * sum(found) >= len(found) > 0


def is_definite(body: str, translation: Translation) -> bool:
    """
    Whether a text speaks of "the court", and not of "a court".

    >>> is_definite("منظمه", Translation("أفادت منظمة في تقريرها", "ar"))
    False
    >>> is_definite("منظمه", Translation("أفادت المنظمة في تقريرها", "ar"))
    True
    >>> is_definite("court", Translation("A court ruled.", "en"))
    False
    """
    plain = translation.plain
    said = len(re.findall(rf" [وفبكل]?{re.escape(body)}", plain))
    if translation.language == "ar":
        text = plain_letters(translation.text)
        vague = re.findall(
            rf"(?<!\w)[وفبكل]?{body}(?:\s+(?:{VAGUE_BEHIND})(?!\w)|\s*[،.؛])", text
        )
    else:
        vague = re.findall(rf" (?:an?|une?) (?:\w+ )?{re.escape(body)}", plain)
    return said > len(vague)


def plain_letters(text: str) -> str:
    """
    Arabic with its letters that vary made one, and its articles left.
    """
    return ARABIC_MARKS.sub("", text).translate(ARABIC_LETTERS)


VAGUE_BEHIND = "|".join(words("في من علي الي ان عن كما وقد قد التي الذي ما"))
"""
What follows a body that nothing says which it is.
"""

STATE = ("indones", "اندونيس", "دول")
"""
How words begin that the names of many bodies have, and other words of a text too.
"""


def is_there(word: str, translation: Translation) -> bool:
    """
    Whether a word that tells a name from others is there by its letters or its sound.
    """
    if has_word(word, translation):
        return True
    needed = threshold(word, translation.language) if not translation.is_latin else 0
    return not translation.is_latin and translation.heard(word).score >= needed


BODY_STEMS = frozenset(
    stem(word)
    for word in (
        *BODIES,
        *words(
            "cup games award awards prize trophy tournament championship coupe jeux",
            "prix trophee tournoi championnat كاس العاب دوره بطوله جايزه جوايز دوري",
        ),
    )
)

BODY_PAIRS = frozenset(
    words(
        "警察 警方 法院 裁判 判所 检察 検察 议会 議会 国会 银行 銀行 协会 協会 联盟",
        "連盟 电视 新闻 医院 病院 学院 公司 组织 組織 机构 機構 部队 部隊 陆军 陸軍",
        "海军 海軍 空军 空軍 军队 軍隊 海洋 管理 监督 監督 保护 保護",
    )
)
"""
Pairs of characters that say what kind of body it is, or what bodies do.
"""


def places_of_others(
    name: Name, names: Sequence[Name], translation: Translation
) -> Iterator[Span]:
    """
    Where the forms of the source's other names stand.
    """
    for other in names:
        if other.text not in name.text and name.text not in other.text:
            yield from forms_of(other, translation)


def places_of_words(source: str, translation: Translation) -> Iterator[Span]:
    """
    Where what translators write for the source's other words stands, and no more of it.
    """
    language = translation.language
    shortest = SHORTEST[LANGUAGES[language].spaced]
    known = [found.span for found in lexicon().find(source)]
    roots = Counter(
        root(match[0].lower())
        for match in TOKEN.finditer(source)
        if len(match[0]) > FEW
        and not any(span.start <= match.start() < span.end for span in known)
    )
    there = [word for word in words_of(translation.text, language) if not word.name]
    for one, times in roots.items():
        wanted = counterparts(one, language)
        found = joined(
            Span(word.start, word.end)
            for word in there
            if word.stem in wanted and word.end - word.start >= shortest
        )
        if len(found) <= times:
            yield from found


def joined(spans: Iterable[Span]) -> list[Span]:
    """
    Spans in order, those that overlap or are neighbours as one.

    >>> joined([Span(0, 2), Span(1, 3), Span(5, 7)])
    [Span(start=0, end=3), Span(start=5, end=7)]
    """
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end + 1:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


FEW = 3
SHORTEST = {True: 3, False: 2}


def without_bodies_said(source: str, translation: Translation) -> Translation:
    """
    A translation without "the agency" where the source says that too: *badan itu*.
    """
    said = len(BODY_SAID.findall(source))
    found = [Span(*match.span()) for match in SAME_ONE.finditer(translation.text)]
    if translation.is_spaced or not said or len(found) > said:
        return translation
    return translation.without(found)


BODY_SAID = re.compile(
    r"\b(?:badan|biro|lembaga|perusahaan|organisasi|komisi|dewan|partai|kementerian"
    r"|pengadilan|mahkamah|komite|dinas|kantor|instansi|institusi|kelompok|stasiun"
    r"|otoritas|bank|majelis) (?:itu|ini|tersebut)\b",
    re.IGNORECASE,
)
