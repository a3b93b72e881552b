"""
Places to share at, as plain links: no script of theirs, nothing told to them before.
"""

from functools import lru_cache
from urllib.parse import quote

from django.utils.translation import gettext as _
from markupsafe import Markup

from selaras.languages import Tag
from selaras_site.public.pages import Share, ShareLink
from selaras_site.public.qr import qr_svg

PLACES: dict[str, tuple[str, str]] = {
    "whatsapp": ("WhatsApp", "https://wa.me/?text={title}%20{url}"),
    "telegram": ("Telegram", "https://t.me/share/url?url={url}&text={title}"),
    "x": ("X", "https://x.com/intent/post?url={url}&text={title}"),
    "facebook": ("Facebook", "https://www.facebook.com/sharer/sharer.php?u={url}"),
    "line": ("LINE", "https://social-plugins.line.me/lineit/share?url={url}"),
    "linkedin": (
        "LinkedIn",
        "https://www.linkedin.com/sharing/share-offsite/?url={url}",
    ),
    "weibo": (
        "微博",
        "https://service.weibo.com/share/share.php?url={url}&title={title}",
    ),
    "hatena": ("はてなブックマーク", "https://b.hatena.ne.jp/entry/panel/?url={url}"),
}
"""
A place's own name and its address for sharing.
"""

ORDER: dict[Tag, tuple[str, ...]] = {
    "id": ("whatsapp", "telegram", "x", "facebook", "line"),
    "en": ("whatsapp", "x", "facebook", "linkedin", "telegram"),
    "zh": ("weibo", "x", "facebook", "telegram"),
    "ja": ("line", "x", "hatena", "facebook"),
    "ar": ("whatsapp", "x", "telegram", "facebook"),
    "fr": ("whatsapp", "x", "facebook", "linkedin", "telegram"),
}
"""
What readers of a language use, most used first. WeChat reads the QR code.
"""


@lru_cache(maxsize=4096)
def drawn(url: str) -> str:
    """
    A QR code; drawing one takes longer than the rest of its page.
    """
    return qr_svg(url)


def share_row(language: Tag, url: str, title: str, *, short: str) -> Share:
    """
    The row of places for a page; its short link is what a camera reads.
    """
    quoted = {"url": quote(url, safe=""), "title": quote(title, safe="")}
    places = (
        ShareLink(kind=kind, name=PLACES[kind][0], url=PLACES[kind][1].format(**quoted))
        for kind in ORDER[language]
    )
    own = (
        ShareLink(
            kind="email",
            name=_("Email"),
            url="mailto:?subject={title}&body={url}".format(**quoted),
        ),
        ShareLink(kind="copy", name=_("Copy the link"), url=url),
        ShareLink(kind="print", name=_("Print"), url=url),
    )
    return Share(
        url=url,
        title=title,
        links=(*places, *own),
        qr=Markup(drawn(short)),  # noqa: S704 - drawn by us from an address of ours
    )
