"""The proof of an answer, to keep and to check: made by `certify`, checked by `verify`.

Texts are opened where the caller says: in a store, or in files. Bias: a proof that cannot be
followed to its end fails, whatever the reason.
"""

from __future__ import annotations

from kg.exposure.certificate.making import Question, certify
from kg.exposure.certificate.opening import Files, Kept
from kg.exposure.certificate.options import Options, options
from kg.exposure.certificate.reading import MOST, read, too_large
from kg.exposure.certificate.shape import Certificate, write
from kg.exposure.certificate.verifying import Check, Finding, verify

__all__ = [
    "MOST", "Certificate", "Check", "Files", "Finding", "Kept", "Options", "Question", "certify",
    "options", "read", "too_large", "verify", "write",
]  # fmt: skip
