"""
Terms in TBX, the exchange format of termbases.

Read are both generations of it: ``martif`` with ``termEntry`` (ISO 30042:2008, and
what older tools call TBX), and ``tbx`` with ``conceptEntry`` (ISO 30042:2019), in
either style (DCA, DCT). Of what tools add, the status of a term, its part of speech,
notes and definitions are understood; everything else is passed over. Written is
TBX-Basic.
"""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal
from xml.etree.ElementTree import Element, SubElement, tostring

from django.utils.translation import gettext as _

from selaras.exchange import ExchangeError, ours
from selaras.exchange.elements import XML_LANG, elements, local
from selaras.languages import LANGUAGES, SOURCE, TARGETS, Tag
from selaras_site.translations.models import Rendering, Term
from selaras_site.translations.term_csv import too_many
from selaras_site.translations.term_data import Said, TermData, one_line, statuses
from selaras_site.translations.term_import import HEAVIEST, MOST_ROWS, FileRow
from selaras_site.translations.terms import TermRefused

Status = Rendering.Status
Kind = Term.Kind

ROOTS = ("martif", "tbx")
ENTRIES = ("termEntry", "conceptEntry")
LANGUAGE_PARTS = frozenset({"langSet", "langSec"})
TERM_PARTS = frozenset({"tig", "ntig", "termSec"})
STATUS = frozenset({"administrativeStatus", "normativeAuthorization"})

MOST_IN_ENTRY = 200
"""
Terms of one entry in our languages: each Indonesian one becomes a row with all others.
"""

Texts = list[tuple[str, str]]
"""
Terms of one language with what their file thinks of them.
"""


def read_tbx(content: bytes) -> list[FileRow]:
    """
    The entries of a TBX file that have an Indonesian term.

    Raises ``TermRefused`` where it is no TBX.
    """
    if len(content) > HEAVIEST:
        raise TermRefused(_("The file is larger than 1.5 MB."))
    rows: list[FileRow] = []
    try:
        entries = elements(io.BytesIO(content), *ENTRIES, root=ROOTS)
        for number, (_above, entry) in enumerate(entries, 1):
            rows.extend(rows_of(number, entry))
            if len(rows) > MOST_ROWS:
                raise TermRefused(too_many())
    except ExchangeError as error:
        raise unreadable(str(error)) from error
    if not rows:
        raise TermRefused(_("The file holds no terms: it is empty, or no TBX."))
    return rows


def unreadable(reason: str) -> TermRefused:
    """
    The refusal of a file that is no TBX.
    """
    told = _("The file cannot be read as TBX: %(reason)s.")
    return TermRefused(told % {"reason": reason.rstrip(".")})


def rows_of(number: int, entry: Element) -> Iterator[FileRow]:
    """
    An entry as terms: one for each Indonesian word for it that is not forbidden.

    Of a name there is one, the first; a termbase that knows others has them as terms.
    """
    texts: dict[Tag, Texts] = {}
    for part in entry:
        language = language_of(part) if local(part.tag) in LANGUAGE_PARTS else ""
        if language:
            texts.setdefault(language, []).extend(texts_of(part))
    if sum(map(len, texts.values())) > MOST_IN_ENTRY:
        told = _("entry %(number)s has more than %(many)s terms")
        raise unreadable(told % {"number": number, "many": MOST_IN_ENTRY})
    sources = [
        text for text, status in texts.get(SOURCE, ()) if status != Status.FORBIDDEN
    ]
    if not sources:
        first = next((text for rows in texts.values() for text, _s in rows), "")
        told = _("There is no Indonesian term.")
        yield FileRow(number=number, source=first, passed=told)
        return
    kind, note = kind_of(entry), note_of(entry)
    for source in sources[:1] if kind == Kind.NAME else sources:
        yield row_of(number, source, kind, texts, note)


def row_of(
    number: int, source: str, kind: str, texts: Mapping[Tag, Texts], note: str
) -> FileRow:
    """
    One term of an entry.
    """
    said = {tag: said_of(texts[tag], source, kind) for tag in TARGETS if tag in texts}
    twice = next(
        (
            tag
            for tag in said
            if sum(status == Status.PREFERRED for _t, status in texts[tag]) > 1
        ),
        "",
    )
    fault = passed = ""
    if twice and kind == Kind.NAME:
        fault = _("%(language)s: the name has two preferred renderings.") % {
            "language": LANGUAGES[twice].own_name
        }
    elif kind != Kind.KEPT and not any(said.values()):
        passed = _("It has no term in another language of ours.")
    data = TermData(source=source, note=note, said={k: v for k, v in said.items() if v})
    return FileRow(
        number=number,
        source=source,
        kind=kind,
        data=data,
        fault=fault,
        passed=passed,
    )


def said_of(texts: Texts, source: str, kind: str) -> Said:
    """
    How a language says a term: the first is preferred where the file prefers none.
    """
    if kind == Kind.KEPT:
        texts = [(text, status) for text, status in texts if text != source]
    good = [text for text, status in texts if status != Status.FORBIDDEN]
    best = [text for text, status in texts if status == Status.PREFERRED] or good
    return Said(
        preferred=best[0] if best else "",
        allowed=tuple(text for text in good if text != best[0]),
        forbidden=tuple(
            text
            for text, status in texts
            if status == Status.FORBIDDEN and text not in good
        ),
    )


def language_of(part: Element) -> Tag:
    """
    Which of our languages a part of an entry is in; nothing if it is in none.

    >>> [language_of(Element("langSet", {"lang": code}))
    ...  for code in ("ID", "in", "en-GB", "zh-CN", "zh_TW", "de")]
    ['id', 'id', 'en', 'zh', '', '']
    """
    return ours(part.get(XML_LANG) or part.get("lang") or "") or ""


def texts_of(part: Element) -> Iterator[tuple[str, str]]:
    """
    The terms of one language with their status.

    Raises ``TermRefused`` for a group within a group: no tool writes one, and each
    would be read as often as it has others around it.
    """
    for group in part.iter():
        if local(group.tag) not in TERM_PARTS:
            continue
        if any(
            one is not group and local(one.tag) in TERM_PARTS for one in group.iter()
        ):
            raise unreadable(_("a group of terms stands within another one"))
        term = next((one for one in group.iter() if local(one.tag) == "term"), None)
        text = one_line("".join(term.itertext())) if term is not None else ""
        if text:
            yield text, status_of(group)


def status_of(group: Element) -> str:
    """
    What a file thinks of a term.
    """
    told = next((text for name, text in notes_in(group) if name in STATUS), "").lower()
    if told.startswith("preferred"):
        return Status.PREFERRED
    if told.startswith(("deprecated", "superseded", "obsolete", "forbidden")):
        return Status.FORBIDDEN
    return Status.ALLOWED


def kind_of(entry: Element) -> str:
    """
    What an entry is, where its file tells.
    """
    told = dict(notes_in(entry))
    if told.get("projectSubset") == KEPT:
        return Kind.KEPT
    is_name = told.get("partOfSpeech", "").lower() in PROPER_NOUN
    return Kind.NAME if is_name else Kind.TERM


KEPT = "never translated"
PROPER_NOUN = frozenset({"propernoun", "proper noun"})


def note_of(entry: Element) -> str:
    """
    What a file says about an entry, in at most a paragraph.
    """
    told = [text for name, text in notes_in(entry) if name in {"note", "definition"}]
    return " ".join(dict.fromkeys(told))[:1000]


def notes_in(element: Element) -> Iterator[tuple[str, str]]:
    """
    What is noted within an element: what kind of note, and what it says.

    The kind is an attribute in one style of the format, the element itself in another.
    """
    for one in element.iter():
        text = one_line(one.text or "")
        if text and local(one.tag) != "term":
            yield one.get("type") or local(one.tag), text


Generation = Literal["2", "3"]


def write_tbx(terms: Iterable[TermData], generation: Generation = "3") -> bytes:
    """
    Terms as TBX-Basic: ``read_tbx`` gives them back, and so do other tools.
    """
    names = NAMES[generation]
    root, body = frame(generation)
    for number, data in enumerate(terms, start=1):
        entry = SubElement(body, names["entry"], {"id": f"term-{number}"})
        if data.note:
            SubElement(entry, "note").text = data.note
        part = SubElement(entry, names["language"], {XML_LANG: SOURCE})
        write_term(part, data.source, Status.PREFERRED, data.kind, names)
        for language in TARGETS:
            write_language(entry, language, data, names)
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written


NAMES: Mapping[Generation, Mapping[str, str]] = {
    "2": {"entry": "termEntry", "language": "langSet", "term": "tig"},
    "3": {"entry": "conceptEntry", "language": "langSec", "term": "termSec"},
}


def frame(generation: Generation) -> tuple[Element, Element]:
    """
    An empty file, and where its entries go.
    """
    if generation == "2":
        root = Element("martif", {"type": "TBX-Basic", XML_LANG: SOURCE})
        header, text = SubElement(root, "martifHeader"), "text"
    else:
        space = "urn:iso:std:iso:30042:ed-2"
        about = {"type": "TBX-Basic", "style": "dca", "xmlns": space, XML_LANG: SOURCE}
        root = Element("tbx", about)
        header, text = SubElement(root, "tbxHeader"), "text"
    described = SubElement(SubElement(header, "fileDesc"), "sourceDesc")
    SubElement(described, "p").text = "Selaras termbase"
    return root, SubElement(SubElement(root, text), "body")


def write_language(
    entry: Element, language: Tag, data: TermData, names: Mapping[str, str]
) -> None:
    """
    What one language says, if it says anything.
    """
    texts: Sequence[tuple[str, str]] = [
        (text, status)
        for status, some in statuses(data.in_language(language))
        for text in some
    ]
    if data.kind == Kind.KEPT and not any(s == Status.PREFERRED for _t, s in texts):
        texts = [(data.source, Status.PREFERRED), *texts]
    if texts:
        tag = LANGUAGES[language].html
        part = SubElement(entry, names["language"], {XML_LANG: tag})
        for text, status in texts:
            write_term(part, text, status, data.kind, names)


def write_term(
    part: Element, text: str, status: str, kind: str, names: Mapping[str, str]
) -> None:
    """
    One term with what the newsroom thinks of it.
    """
    group = SubElement(part, names["term"])
    SubElement(group, "term").text = text
    noun = "properNoun" if kind == Kind.NAME else "noun"
    SubElement(group, "termNote", {"type": "partOfSpeech"}).text = noun
    told = SubElement(group, "termNote", {"type": "administrativeStatus"})
    told.text = f"{WRITTEN[status]}-admn-sts"
    if kind == Kind.KEPT:
        SubElement(group, "admin", {"type": "projectSubset"}).text = KEPT


WRITTEN: Mapping[str, str] = {
    Status.PREFERRED: "preferredTerm",
    Status.ALLOWED: "admittedTerm",
    Status.FORBIDDEN: "deprecatedTerm",
}
