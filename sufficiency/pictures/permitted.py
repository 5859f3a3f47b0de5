"""What no picture is published without: alt text, and the consent of those it shows.

A picture that lacks one is not made at all, so that not even a draft can show it.
"""

from collections.abc import Iterator

from sufficiency.content import PictureEntry
from sufficiency.problems import Code, Problem

PICTURE_ALT = Code(
    "PICTURE-ALT",
    "A picture has no alt text",
    "Somebody who cannot see the picture would learn nothing of it, and the law asks for it.",
    "Say in a sentence what the picture tells: alt: Two carers and a child at a kitchen table. For "
    "a picture that tells nothing write decorative: true instead.",
    "town:\n  file: town.jpg",
    mended="town:\n  file: town.jpg\n  alt: A market square with a clock tower",
)
PICTURE_PEOPLE = Code(
    "PICTURE-PEOPLE",
    "A photograph does not say whether people can be recognised in it",
    "Each person who can be recognised, or who looks after the child, must have agreed.",
    "Write people: true or people: false.",
    "town:\n  file: town.jpg\n  kind: photograph",
    mended="town:\n  file: town.jpg\n  kind: photograph\n  people: false",
)
PICTURE_CONSENT = Code(
    "PICTURE-CONSENT",
    "A picture shows people and names no record of their consent",
    "A child in care who is recognised may be put at risk; without consent the picture may not be "
    "published.",
    "Write where the consent is kept, by its number and never by a name: consent: "
    "media-consents-2024-07. It is not printed.",
    "people: true",
    mended="people: true\nconsent: Consent form 2026/14, participation team",
)


def what_it_lacks(entry: PictureEntry) -> Iterator[Problem]:
    """A problem for each thing without which the picture may not be shown."""
    if not entry.decorative and not (entry.alt or "").strip():
        at = entry.location("alt")
        yield Problem(PICTURE_ALT, at, "the picture has no alt text.", PICTURE_ALT.mend)
    if entry.kind == "photograph" and entry.people is None:
        message = "the photograph does not say whether people can be recognised in it."
        yield Problem(PICTURE_PEOPLE, entry.location(), message, PICTURE_PEOPLE.mend)
    if entry.people and not entry.consent:
        message = "the picture shows people, and no consent is recorded."
        yield Problem(PICTURE_CONSENT, entry.location("people"), message, PICTURE_CONSENT.mend)
