"""
Certificates that can be kept and handed on: signed with a key of the site's secret.

The signature is Ed25519 (RFC 8032): only who has the secret can make one, and anybody
can check it with the key that the site makes public. It shows that the site said this
and that nothing was changed since. It does not show that what was said is true.
"""

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from selaras_site.translations.certificates import (
    Certificate,
    Data,
    certificate_data,
)
from selaras_site.translations.models import PUBLIC, Version
from selaras_site.translations.reviewing import fingerprint_of

PURPOSE = b"selaras.certificate"
"""
What keys are derived with (RFC 5869), so that no other key of the secret is one.
"""

ALGORITHM = "Ed25519"
LONGEST = 100_000
"""
Characters of a document that is verified.
"""


def certificate_document(made: Certificate) -> Data:
    """
    A certificate with its signature: what is kept, handed on and verified.
    """
    data, key = certificate_data(made), key_of(settings.SECRET_KEY)
    return {
        "certificate": data,
        "signature": {
            "algorithm": ALGORITHM,
            "key": public_data(key.public_key())["kid"],
            "value": in_letters(key.sign(canonical(data))),
        },
    }


def document_text(made: Certificate) -> str:
    """
    The document as it is sent.
    """
    return json.dumps(certificate_document(made), ensure_ascii=False, indent=2) + "\n"


def public_keys() -> Data:
    """
    The keys with which anybody checks what this site signed, as a JWK Set (RFC 7517).

    The first signs now; the others belong to older secrets, which count too, as
    everywhere in Django.
    """
    return {"keys": [public_data(key.public_key()) for key in keys()]}


def keys() -> Iterable[Ed25519PrivateKey]:
    """
    The key that signs, and those that signed before.
    """
    return map(key_of, [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS])


@lru_cache(maxsize=16)
def key_of(secret: str) -> Ed25519PrivateKey:
    """
    The key that belongs to a secret of the site.
    """
    derivation = HKDF(algorithm=SHA256(), length=32, salt=None, info=PURPOSE)
    return Ed25519PrivateKey.from_private_bytes(derivation.derive(secret.encode()))


def public_data(key: Ed25519PublicKey) -> Mapping[str, str]:
    """
    A public key as a JWK (RFC 8037), named by its thumbprint (RFC 7638).
    """
    data = {"crv": "Ed25519", "kty": "OKP", "x": in_letters(key.public_bytes_raw())}
    thumbprint = in_letters(hashlib.sha256(canonical(data)).digest())
    return {**data, "use": "sig", "kid": thumbprint}


def canonical(data: Any) -> bytes:
    """
    The one way to write plain data that is signed.

    >>> canonical({"b": 1, "a": "x"})
    b'{"a":"x","b":1}'
    """
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode()


def in_letters(content: bytes) -> str:
    """
    Bytes in URL-safe base64 without padding.
    """
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


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
    same = data["fingerprint"] == f"sha256:{now}"
    return Verified(data, is_current=same and data["level"] == version.level)


def data_signed(text: str) -> Data | None:
    """
    The certificate in a document, if its signature is ours.
    """
    if len(text) > LONGEST:
        return None
    try:
        document = json.loads(text, object_pairs_hook=without_doubles)
        data, value = document["certificate"], document["signature"]["value"]
        content, signature = canonical(data), base64.urlsafe_b64decode(f"{value}==")
    except (ValueError, LookupError, TypeError, RecursionError):
        return None
    # The decoder passes over foreign characters; nothing of a document may be changed.
    if in_letters(signature) != value or not isinstance(data, dict):
        return None
    publics = (key.public_key() for key in keys())
    is_ours = any(is_signed(one, signature, content) for one in publics)
    return data if is_ours else None


def without_doubles(pairs: list[tuple[str, Any]]) -> Data:
    """
    An object of JSON. Raises ``ValueError`` where a name stands twice.
    """
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("A name stands twice.")
    return found


def is_signed(key: Ed25519PublicKey, signature: bytes, content: bytes) -> bool:
    """
    Whether a key signed a content.
    """
    try:
        key.verify(signature, content)
    except InvalidSignature:
        return False
    return True
