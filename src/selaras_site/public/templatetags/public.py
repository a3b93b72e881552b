"""
What the templates of readers' pages need beyond Django's own.

Times in the words of the page's language; texts that say in which language they are.
"""

from datetime import datetime

from babel.dates import format_date, format_time, get_timezone_name
from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from selaras.languages import LANGUAGES, Tag
from selaras_site.public.pages import Entry, Words
from selaras_site.public.texts import spoken_html, template_html

register = template.Library()

ZONES = {
    "Asia/Jakarta": "WIB",
    "Asia/Pontianak": "WIB",
    "Asia/Makassar": "WITA",
    "Asia/Jayapura": "WIT",
}
"""
Indonesia's zones, under the names that its readers know in every language.
"""

AT = {
    "id": " pukul ",
    "en": " at ",
    "zh": " ",
    "ja": " ",
    "ar": " الساعة ",
    "fr": " à ",
}
"""
What stands between the day and the time of day in a sentence.
"""

OPEN_GRAPH = {
    "id": "id_ID",
    "en": "en_US",
    "zh": "zh_CN",
    "ja": "ja_JP",
    "ar": "ar_AR",
    "fr": "fr_FR",
}
"""
``og:locale``, which knows neither scripts nor a language without a country.
"""

FEEDS = {
    "rss": "application/rss+xml",
    "atom": "application/atom+xml",
    "json": "application/feed+json",
}
"""
The media type of a feed by the end of its address.
"""


@register.filter(expects_localtime=True)
def moment(value: datetime, language: Tag) -> SafeString:
    r"""
    Write a time in the newsroom's zone, in the words of a language.

    >>> from zoneinfo import ZoneInfo
    >>> when = datetime(2026, 2, 10, 14, 30, tzinfo=ZoneInfo("Asia/Jakarta"))
    >>> moment(when, "ja")  # doctest: +ELLIPSIS
    '<time datetime="2026-02-10T14:30+07:00">2026年2月10日 14:30\xa0<bdi...>WIB</bdi>...
    """
    locale = LANGUAGES[language].locale
    written = f"{_date(value, locale)}{AT[language]}{_time(value, locale)}"
    return format_html(
        '<time datetime="{}">{}\N{NO-BREAK SPACE}<bdi translate="no">{}</bdi></time>',
        value.isoformat(timespec="minutes"),
        _latin_digits(written),
        _zone(value, locale),
    )


@register.filter(expects_localtime=True)
def day(value: datetime, language: Tag) -> SafeString:
    """
    Write the day of a time, in the words of a language.

    >>> from zoneinfo import ZoneInfo
    >>> day(datetime(2026, 2, 10, 14, 30, tzinfo=ZoneInfo("Asia/Jakarta")), "ja")
    '<time datetime="2026-02-10T14:30+07:00">2026年2月10日</time>'
    """
    return format_html(
        '<time datetime="{}">{}</time>',
        value.isoformat(timespec="minutes"),
        _latin_digits(_date(value, LANGUAGES[language].locale)),
    )


@register.filter
def spoken(words: Words, language: Tag) -> SafeString:
    """
    Write a text on a page of a language, and say so where it is in another.

    >>> spoken(Words(text="Gempa", language="id"), "id")
    'Gempa'
    >>> spoken(Words(text="Gempa", language="id"), "ar")
    '<span lang="id" dir="ltr">Gempa</span>'
    """
    return template_html(spoken_html(words, language))


@register.filter
def headlined(words: Words, language: Tag) -> SafeString:
    """
    Write a headline as ``spoken`` does; a Japanese one breaks between phrases only.

    >>> headlined(Words(text="大雨で避難", language="ja"), "ja")
    '<span class="phrases">大雨で<wbr>避難</span>'
    """
    return template_html(spoken_html(words, language, is_headline=True))


@register.filter
def named(entry: Entry, language: Tag) -> SafeString:
    """
    Write the name of a link, and say so where it is in another language.

    >>> named(Entry(name="banjir", url="/en/tag/banjir/", language="id"), "en")
    '<span lang="id" dir="ltr">banjir</span>'
    """
    words = Words(text=entry.name, language=entry.language or language)
    return template_html(spoken_html(words, language, is_headline=True))


@register.filter
def og_locale(language: Tag) -> str:
    """
    Name a language for OpenGraph.

    >>> og_locale("zh")
    'zh_CN'
    """
    return OPEN_GRAPH[language]


@register.filter
def feed_type(feed: Entry) -> str:
    """
    Tell the media type of a feed.

    >>> feed_type(Entry(name="Selaras (Atom)", url="/en/feed.atom"))
    'application/atom+xml'
    """
    return FEEDS.get(feed.url.rpartition(".")[2], FEEDS["rss"])


def _date(value: datetime, locale: str) -> str:
    return format_date(value, "long", locale=locale)


def _time(value: datetime, locale: str) -> str:
    """
    The time of day, which no line ends in.
    """
    written = format_time(value, "short", locale=locale)
    return written.replace(" ", "\N{NO-BREAK SPACE}")


def _zone(value: datetime, locale: str) -> str:
    key = getattr(value.tzinfo, "key", "")
    return ZONES.get(key) or get_timezone_name(value, "short", locale=locale)


def _latin_digits(text: str) -> str:
    """
    Arabic pages keep the digits of the original, whatever CLDR prefers one day.
    """
    return "".join(str(int(c)) if c.isdecimal() else c for c in text)
