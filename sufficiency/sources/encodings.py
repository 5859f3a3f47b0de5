"""What a text file is saved as, where that is not UTF-8."""

_MARKS = (b"\xff\xfe", b"\xfe\xff")


def is_utf_16(data: bytes) -> bool:
    """Whether the bytes are UTF-16: they begin with its mark, or with a letter in two bytes."""
    return data.startswith(_MARKS) or (data[:2].count(0) == 1 and data[2:4].count(0) == 1)
