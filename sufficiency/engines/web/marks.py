"""What a browser writes before an item of an ordered list: 3, c, C, iii or III."""

from string import ascii_lowercase

_ROMAN = "m 1000 cm 900 d 500 cd 400 c 100 xc 90 l 50 xl 40 x 10 ix 9 v 5 iv 4 i 1".split()
_LARGEST_ROMAN = 3999


def mark_of(number: int, kind: str) -> str:
    """The item's number as a list of that type has it; digits for what letters cannot say."""
    if kind in "aA" and number > 0:
        mark = _letters(number)
    elif kind in "iI" and 0 < number <= _LARGEST_ROMAN:
        mark = _roman(number)
    else:
        mark = str(number)
    return mark.upper() if kind.isupper() else mark


def _letters(number: int) -> str:
    """a to z, then aa, ab, as a spreadsheet's columns."""
    rest, letter = divmod(number - 1, len(ascii_lowercase))
    return (_letters(rest) if rest else "") + ascii_lowercase[letter]


def _roman(number: int) -> str:
    mark = ""
    for letters, worth in zip(_ROMAN[::2], map(int, _ROMAN[1::2]), strict=True):
        mark += letters * (number // worth)
        number %= worth
    return mark
