"""Signs that a word processor, Excel or a sentence has, and formulas and expressions do not."""

import re

_SIGNS = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        ("[“”„]", '"'),
        ("[‘’]", "'"),
        (r"(?<=\d),(?=\d{3}(?!\d))", ""),
        (r"[£€](?=\s*\d)", ""),
        (r"(?<=\d)\s*%", ""),
        ("¦", "|"),
        ("÷", "/"),
        ("×", "*"),
        ("[–—\N{MINUS SIGN}]", "-"),
        ("=>", ">="),
        ("=<", "<="),
        ("<>", "!="),
    )
)


def in_plain_signs(text: str) -> tuple[str, str]:
    """The text with the signs that are read, and the first of those that are not; "" where none.

    'must_be_above(50)' and '%' of "must_be_above(50%)".
    """
    strange = ""
    for pattern, plain in _SIGNS:
        found = pattern.search(text)
        strange = strange or (found[0].strip() if found else "")
        text = pattern.sub(plain, text)
    return text, strange
