"""The words that ids and names of files are made of."""

from sufficiency.sources.plain_words import plain_words


def test_they_are_small_and_without_accents_or_signs() -> None:
    assert plain_words("40 Llŷn & Môn’s (final)") == ["40", "llyn", "mons", "final"]


def test_there_are_none_in_another_script() -> None:
    assert plain_words("مجلس ٣") == []
