"""
The body of a post as WordPress stores it, which is not yet HTML.

Paragraphs are parted by empty lines, pictures with captions and embedded addresses are
shortcodes, and the block editor leaves comments between them.
"""

import re

COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
CAPTION = re.compile(
    r"\[caption\b[^\[\]]*\]\s*"
    r"(?P<image>(?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*</a>)?)"
    r"(?P<words>.{0,2000}?)\[/caption\]",
    re.DOTALL | re.IGNORECASE,
)
EMBED = re.compile(
    r"\[embed\b[^\[\]]*\]\s*(https?://[^\s\[<]+)\s*\[/embed\]", re.IGNORECASE
)
EMBED_BLOCK = re.compile(
    r"(<div class=\"wp-block-embed__wrapper\">)\s*(https?://[^\s<]+)\s*(</div>)"
)
LONE_ADDRESS = re.compile(r"(?<![^\n])[ \t]*(https?://[^\s<>\"]+)[ \t]*(?![^\n])")
SHORTCODE = re.compile(
    r"\[/?(?:gallery|playlist|audio|video|vc_\w+|et_pb_\w+|fusion_\w+|contact-form-7|"
    r"ads|adsense|toc|baca|bacajuga)(?:\s[^\[\]]*)?/?\]",
    re.IGNORECASE,
)
"""
Shortcodes that only a plug-in or a theme can show. "[sic]" is none of them.
"""

EMPTY_LINES = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
BEGINS_BLOCK = re.compile(
    r"</?(?:p|div|section|article|h[1-6]|ul|ol|li|dl|dt|dd|blockquote|figure|"
    r"figcaption|table|thead|tbody|tr|td|th|pre|hr|iframe|video|audio|aside)\b",
    re.IGNORECASE,
)


def to_html(content: str) -> str:
    r"""
    The stored body of a post as HTML.

    >>> to_html("Air surut.\n\nWarga\npulang.")
    '<p>Air surut.</p>\n<p>Warga<br>pulang.</p>'
    """
    text = COMMENT.sub("\n\n", content.replace("\r\n", "\n"))
    text = CAPTION.sub(figure, text)
    text = EMBED.sub(r"\n\n\1\n\n", text)
    text = EMBED_BLOCK.sub(r'\1<a href="\2">\2</a>\3', text)
    text = SHORTCODE.sub("", text)
    text = LONE_ADDRESS.sub(embed, text)
    parts = (part.strip() for part in EMPTY_LINES.split(text))
    return "\n".join(paragraph(part) for part in parts if part)


def paragraph(part: str) -> str:
    """
    A part between empty lines, as a paragraph unless it is a block already.
    """
    if BEGINS_BLOCK.match(part):
        return part
    return f"<p>{part.replace(chr(10), '<br>')}</p>"


def figure(found: re.Match[str]) -> str:
    """
    A picture with its caption.
    """
    caption = f"<figcaption>{found['words'].strip()}</figcaption>"
    return f"\n\n<figure>{found['image']}{caption}</figure>\n\n"


def embed(found: re.Match[str]) -> str:
    """
    An address on a line of its own, which WordPress shows as what is there.
    """
    address = found[1]
    return f'\n\n<figure class="embed"><a href="{address}">{address}</a></figure>\n\n'
