"""A year in which one digit is wrong or two have changed places: 2052 for 2025."""

from collections.abc import Collection


def year_meant(year: int, among: Collection[int]) -> int | None:
    """Which of some years was probably meant: the only one that a slip makes of it, or None.

    Two digits that changed places are likelier than a wrong one.
    """
    typed = str(year)
    for may_be in (_turned(typed), _mistyped(typed)):
        found = {other for other in among if str(other) in may_be}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _turned(typed: str) -> set[str]:
    """The number with any two of its digits changed round."""
    places = range(len(typed))
    return {_swap(typed, one, other) for one in places for other in places if one < other}


def _swap(typed: str, one: int, other: int) -> str:
    digits = list(typed)
    digits[one], digits[other] = digits[other], digits[one]
    return "".join(digits)


def _mistyped(typed: str) -> set[str]:
    """The number with any one of its digits another."""
    return {
        typed[:place] + digit + typed[place + 1 :]
        for place in range(len(typed))
        for digit in "0123456789"
    }
