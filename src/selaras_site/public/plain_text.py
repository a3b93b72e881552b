"""
Headlines as XML can carry them.
"""

import re

from selaras.text.characters import without_bidi_controls, without_controls

NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""
Characters that an XML 1.0 document cannot hold at all, not even escaped (section 2.2).
"""


def xml_text(text: str) -> str:
    r"""
    A text without what breaks a document or turns the direction of its reader's page.

    >>> xml_text("27 tewas\x00 ]]>\u202e & \uffff<b>")
    '27 tewas ]]> & <b>'
    """
    return NOT_XML.sub("", without_bidi_controls(without_controls(text)))
