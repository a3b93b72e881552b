"""
Characters that no article needs, and addresses that no page should carry.
"""

import re

MAX_ADDRESS = 4_096
"""
Characters of the longest address that is kept.
"""

SAFE_SCHEMES = frozenset({"http", "https", "mailto"})

LINE_BREAK = re.compile("\r\n?|[\x85\u2028\u2029]")
PAGE_BREAK = re.compile("[\v\f]")

FLAG = "\U0001f3f4[\U000e0020-\U000e007e]{1,8}\U000e007f"
"""
A flag of a region, the one place where tag characters are seen (UTS #51).
"""

UNSEEN = re.compile(
    f"({FLAG})|["
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # controls, but for tab and line feed
    "\N{SOFT HYPHEN}\N{ARABIC LETTER MARK}\N{ZERO WIDTH SPACE}"
    "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}"
    "\u202a-\u202e"  # embeddings and overrides of direction
    "\N{WORD JOINER}-\u2064\u2066-\u206f"  # isolates of direction, shaping, operators
    "\N{ZERO WIDTH NO-BREAK SPACE}\ufff9-\ufffb\U000e0000-\U000e007f"
    "\ufdd0-\ufdef\ufffe\uffff]"  # not characters
)

SCHEME = re.compile(r"([a-z][a-z0-9+.\-]*):", re.IGNORECASE)
NOT_IN_ADDRESS = re.compile(r"[\x00-\x20\x7f]+")


def clean(text: str) -> str:
    r"""
    The text without characters that are not seen and that only confuse or deceive.

    Control characters and marks of direction go; line breaks of every kind become line
    feeds; the joiners that emoji and Arabic need stay.

    >>> clean("Banjir\u202e\x07 surut\r\nhari ini 👩\u200d🚒")
    'Banjir surut\nhari ini 👩\u200d🚒'
    """
    text = PAGE_BREAK.sub(" ", LINE_BREAK.sub("\n", text))
    return UNSEEN.sub(lambda found: found[1] or "", text)


def safe_address(address: str) -> str:
    r"""
    The address, or nothing where following it could do more than show a page.

    >>> safe_address(" https://bps.go.id/data ")
    'https://bps.go.id/data'
    >>> safe_address("java\nscript:alert(1)")
    ''
    """
    address = clean(NOT_IN_ADDRESS.sub(" ", address)).strip()
    squeezed = address.replace(" ", "")
    scheme = SCHEME.match(squeezed)
    if len(address) > MAX_ADDRESS or (scheme and scheme[1].lower() not in SAFE_SCHEMES):
        return ""
    return address


def safe_source(address: str) -> str:
    """
    The address of a picture or an embed, which cannot be a mail address.

    >>> safe_source("foto/banjir.jpg"), safe_source("data:image/png;base64,AAAA")
    ('foto/banjir.jpg', '')
    """
    safe = safe_address(address)
    return "" if safe.lower().startswith("mailto:") else safe
