"""
Chinese: a sentence needs no white space after it, and a speaker may follow a quotation.
"""

import re

from selaras.text.sentences.rules import SentenceRules

RULES = SentenceRules(
    stops="。！？!?｡",
    spaced=False,
    attribution=re.compile(
        r"[^。！？“”「」\n]{0,40}?(?:说|表示|称|道|指出|强调|写道|告诉)[^。！？“”\n]{0,12}[。，]"
    ),
)
