"""The words of a title or a file's name, as ids and names of files are made of them."""

import re
import unicodedata


def plain_words(text: str) -> list[str]:
    """The words in small letters without accents, and the numbers: of "Llŷn & Môn", llyn, mon."""
    plain = unicodedata.normalize("NFKD", text).replace("’", "'").casefold()
    letters = "".join(c for c in plain if not unicodedata.combining(c) and c != "'")
    return re.findall(r"[a-z0-9]+", letters)
