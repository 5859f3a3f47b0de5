"""A Word document as it comes back: built here, and changed in its XML as Word would.

The reviewers are nobody: "AB" and "CD".
"""

from collections.abc import Mapping
from pathlib import Path

from sufficiency.engines.word_file import read_parts, write_parts
from tests.engines.rendering import rendered

PATHS = (
    "strategy/strategy.yml",
    "strategy/needs.yml",
    "strategy/sections/10-summary.md",
    "strategy/sections/20-homes.md",
)
BODY = """\
::: {source="strategy/sections/10-summary.md:2"}
:::

# Summary {#sec-summary}

::: {source="strategy/sections/10-summary.md:5"}
We have few homes.[^1]

[^1]: A footnote.
:::

::: {source="strategy/sections/20-homes.md:7"}
::: {.we-need title="We need…"}
- []{source="strategy/needs.yml:4"}more homes
- []{source="strategy/needs.yml:6"}nearer homes
:::
:::

::: {source="strategy/sections/20-homes.md:9"}
Some live far away.
:::
"""
_WORDS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
)
BY_AB = 'w:id="901" w:author="AB" w:date="2026-01-05T10:22:00Z"'
BY_CD = 'w:id="902" w:author="CD" w:date="2026-01-06T09:00:00Z"'


def inserted(words: str, by: str = BY_AB) -> str:
    return f'<w:ins {by}><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:ins>'


def deleted(words: str, by: str = BY_AB) -> str:
    return f'<w:del {by}><w:r><w:delText xml:space="preserve">{words}</w:delText></w:r></w:del>'


def commented(*numbers: int, words: str) -> str:
    """Words of a run with comments on them."""
    starts = "".join(f'<w:commentRangeStart w:id="{number}"/>' for number in numbers)
    ends = "".join(
        f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'
        for number in numbers
    )
    return f"{starts}<w:r><w:t>{words}</w:t></w:r>{ends}"


def comment(number: int, text: str, by: str = "AB", paragraph: str = "") -> str:
    mark = f' w14:paraId="{paragraph}"' if paragraph else ""
    return (
        f'<w:comment w:id="{number}" w:author="{by}" w:initials="{by[0]}" '
        f'w:date="2026-01-05T10:22:00Z"><w:p{mark}><w:r><w:t>{text}</w:t></w:r></w:p></w:comment>'
    )


def comments(*each: str) -> dict[str, bytes]:
    """The part that holds comments."""
    return {"word/comments.xml": f"<w:comments {_WORDS}>{''.join(each)}</w:comments>".encode()}


def threads(*each: tuple[str, str, bool]) -> dict[str, bytes]:
    """The part that says of a comment's paragraph which it answers, and whether it is resolved."""
    told = "".join(
        f'<w15:commentEx w15:paraId="{paragraph}" '
        + (f'w15:paraIdParent="{answers}" ' if answers else "")
        + f'w15:done="{int(done)}"/>'
        for paragraph, answers, done in each
    )
    part = f"<w15:commentsEx {_WORDS}>{told}</w15:commentsEx>"
    return {"word/commentsExtended.xml": part.encode()}


def run_of(words: str) -> str:
    """A run as pandoc writes it."""
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def came_back(
    folder: Path,
    changes: Mapping[str, str] | None = None,
    parts: Mapping[str, bytes] | None = None,
    *,
    part: str = "word/document.xml",
) -> bytes:
    """The document with pieces of a part changed, and other parts added or put in place."""
    path = rendered(BODY, folder, ["docx"])["docx"]
    kept = read_parts(path.read_bytes())
    text = kept[part].decode()
    for old, new in (changes or {}).items():
        assert text.count(old) == 1, (old, text.count(old))
        text = text.replace(old, new)
    return write_parts({**kept, part: text.encode(), **(parts or {})})
