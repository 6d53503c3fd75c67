"""Every error that knockon raises on purpose, as one tree.

    KnockonError
    ├── SourceError        a file, address or item that cannot be read
    │   ├── SourceMissing      nothing there, or not allowed to look
    │   ├── SourceTooLarge     over a documented cap
    │   └── SourceMalformed    bytes that are not what they claim to be
    ├── LoaderUnknown      no loader of that name, or none recognises the content
    ├── SchemaError        a claim or fact that the vocabulary does not allow
    ├── StoreError         the store cannot be opened, or is newer than this program
    ├── JudgementConflict  two judgements that cannot both hold
    ├── EntityUnknown      a name that the graph does not hold (carries near names)
    ├── EntityAmbiguous    a name that fits several nodes (carries them)
    ├── QuestionUnread     a question outside the grammar (carries the nearest forms)
    └── ModelMissing       the language model is not installed where it was sought

An error says what, where and what to do, in one line; the offending value travels with it.
"""


class KnockonError(Exception):
    """Root of the tree: `what` happened, `where`, and the `cure` to try, printed as one line."""

    def __init__(self, what: str, *, where: str = "", cure: str = "") -> None:
        self.what, self.where, self.cure = what, where, cure
        line = f"{where}: {what}" if where else what
        super().__init__(" ".join(f"{line}; {cure}".split()) if cure else " ".join(line.split()))


class SourceError(KnockonError):
    """A source cannot be read."""


class SourceMissing(SourceError):
    """There is nothing at that path or address, or it may not be opened."""


class SourceTooLarge(SourceError):
    """The source is over a documented size cap."""


class SourceMalformed(SourceError):
    """The bytes are not what their loader needs."""


class LoaderUnknown(KnockonError):
    """No loader has that name, or none recognises the content."""


class SchemaError(KnockonError):
    """A claim or fact that the vocabulary does not allow."""


class StoreError(KnockonError):
    """The store cannot be opened, read or written."""


class JudgementConflict(KnockonError):
    """Two judgements about who is who that cannot both hold."""


class EntityUnknown(KnockonError):
    """The graph holds nothing of that name."""


class EntityAmbiguous(KnockonError):
    """The name fits several nodes."""


class QuestionUnread(KnockonError):
    """The question is outside the grammar."""


class ModelMissing(KnockonError):
    """The language model is not where it was sought."""
