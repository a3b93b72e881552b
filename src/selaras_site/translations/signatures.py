"""
Certificates that can be kept and handed on: signed with a key of the site's secret.

The signature is symmetric (HMAC): who has the secret made it, and only they can check
it, which the site does for anybody who asks. It shows that the site said this and that
nothing was changed since. It does not show that what was said is true.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.signing import BadSignature, Signer
from django.utils.crypto import constant_time_compare

from selaras_site.translations.certificates import (
    Certificate,
    Data,
    certificate_data,
)
from selaras_site.translations.models import PUBLIC, Version
from selaras_site.translations.reviewing import fingerprint_of

SALT = "selaras.certificate"
"""
What the key of signatures is derived with, so that no other signature is one of these.
"""

ALGORITHM = "HMAC-SHA256"
LONGEST = 100_000
"""
Characters of a document that is verified.
"""


def certificate_document(made: Certificate) -> Data:
    """
    A certificate with its signature: what is kept, handed on and verified.
    """
    data = certificate_data(made)
    return {
        "certificate": data,
        "signature": {"algorithm": ALGORITHM, "value": signature_of(data)},
    }


def document_text(made: Certificate) -> str:
    """
    The document as it is sent.
    """
    return json.dumps(certificate_document(made), ensure_ascii=False, indent=2) + "\n"


def signature_of(data: Data) -> str:
    """
    The signature of a certificate, with a key that is derived from the site's secret.
    """
    return Signer(salt=SALT).signature(canonical(data))


def canonical(data: Any) -> str:
    """
    The one way to write plain data that is signed.

    >>> canonical({"b": 1, "a": "é"})
    '{"a":"é","b":1}'
    """
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Verified:
    """
    A document that this site signed; ``is_current`` if readers still see that text.
    """

    data: Mapping[str, Any]
    is_current: bool


def certificate_verify(text: str) -> Verified | None:
    """
    Whether this site signed a document, and what it says; nothing if it did not.
    """
    data = data_signed(text)
    if data is None:
        return None
    version = Version.objects.filter(pk=data["version"], state__in=PUBLIC).first()
    if version is None:
        return Verified(data, is_current=False)
    now = fingerprint_of(version, version.segments.all())
    same = constant_time_compare(data["fingerprint"], f"sha256:{now}")
    return Verified(data, is_current=same and data["level"] == version.level)


def data_signed(text: str) -> Data | None:
    """
    The certificate in a document, if its signature is ours.
    """
    if len(text) > LONGEST:
        return None
    try:
        document = json.loads(text)
        data, signature = document["certificate"], document["signature"]["value"]
        # Older secrets of the site count too, as everywhere in Django.
        Signer(salt=SALT).unsign(f"{canonical(data)}:{signature}")
    except (ValueError, LookupError, TypeError, RecursionError, BadSignature):
        return None
    return data if isinstance(data, dict) else None
