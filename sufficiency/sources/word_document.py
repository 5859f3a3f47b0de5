"""A Word document's parts, if the bytes are one: none that is locked, damaged or boundless."""

import io
import zipfile

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the file format of Office before 2007
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MOST_UNPACKED = 100_000_000  # bytes
_TYPES, _DOCUMENT = "[Content_Types].xml", "word/document.xml"
_SAVE_AS = "Open it in Word, choose Save as, and Word Document (*.docx) as the type."


class NotWord(Exception):
    """What the file is instead, to follow its name ("has a password"), and how to mend it."""

    def __init__(self, what: str, mend: str = _SAVE_AS) -> None:
        super().__init__(what, mend)
        self.what, self.mend = what, mend


def read_word_document(data: bytes) -> dict[str, bytes]:
    """The parts of XML by name, as they stand in the file; no pictures.

    Raises:
        NotWord: If it cannot be read, or is no Word document.
    """
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise NotWord(
                "has a password, or is encrypted",
                "In Word open File, Info, Protect Document, Encrypt with Password; empty the box. "
                "Then save.",
            )
        raise NotWord("is saved as Word did before 2007 (.doc)")
    try:
        parts = _unpacked(data)
    except NotWord:
        raise
    except Exception as error:  # zipfile raises whatever it stumbles over in a damaged file
        raise NotWord("is no Word document, or is damaged") from error
    if _TYPES not in parts or _DOCUMENT not in parts:
        raise NotWord("is no Word document")
    return parts


def _unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(part.file_size for part in archive.infolist()) > _MOST_UNPACKED:
            raise NotWord(
                "is too large to be read, once it is unpacked",
                "Delete pictures in it that nobody needs, and save it.",
            )
        names = (name for name in archive.namelist() if name.endswith((".xml", ".rels")))
        return {name: archive.read(name) for name in names}
