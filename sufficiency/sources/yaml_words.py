"""PyYAML's complaints in words for an author."""

import re

import yaml

from sufficiency.problems import Cause, Code

YAML_SYNTAX = Code(
    "YAML-SYNTAX",
    "A YAML file cannot be read",
    "The file breaks the rules of YAML, so nothing in it can be used.",
    "Look at the place and the line above it: often a quotation mark is not closed, a colon "
    "stands in a text that has no quotation marks around it, or a line is indented differently "
    "from its neighbours. Indent with spaces, never with tabs.",
    'title: "Fostering',
    mended='title: "Fostering"',
    cause=Cause.SYNTAX,
)


def plain_words(error: yaml.MarkedYAMLError, line: str) -> tuple[str, str, bool]:
    """PyYAML's complaint about a line in words for an author: what is wrong, how to mend it.

    Third, whether the place to show is where the thing at fault begins rather than where
    PyYAML gave up.
    """
    said = f"{error.context or ''} {error.problem or ''}"
    for fragment, message, mend in _COMPLAINTS:
        if fragment in said:
            mend = _marks_that_suit(line) if mend == _SINGLE_MARKS else mend
            mend = f"{keep_backslash(line)}." if fragment == "escape" else mend
            return message, mend, fragment in _TOLD_AT_ITS_BEGINNING
    message = f"this is not YAML: {(error.problem or 'unreadable').strip()}."
    return message, YAML_SYNTAX.mend, False


_SINGLE_MARKS = "Put single quotation marks around the whole text."


def _marks_that_suit(line: str) -> str:
    """How to enclose the text in a line: a mark that it holds itself would end it too soon."""
    if "'" not in line:
        return _SINGLE_MARKS
    if '"' not in line:
        return "Put double quotation marks around the whole text."
    return "Write > in its place, and the text itself, indented, in the line below."


def keep_backslash(text: str) -> str:
    """How to keep a backslash of a text between double quotation marks, which holds others."""
    if "'" not in text:
        return _SINGLE_MARKS.rstrip(".")
    return "Write \\\\ in place of each \\"


_KEY_OR_REMARK = re.compile(r"\n[ \t]*(?:#|(?:- +)?[\w-]+:[ \n])")


def find_swallowed(text: str, index: int) -> tuple[yaml.Mark, yaml.Mark] | None:
    """Where the quotation begins and ends behind which PyYAML gave up, at the index in the text.

    None where it holds no line that is a key or a remark: such a line tells that a mark was
    forgotten and that the next, wherever it stands, closed the text.
    """
    last = None
    try:
        for token in yaml.scan(text, Loader=yaml.SafeLoader):
            if token.start_mark.index >= index:
                break
            if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'):
                last = token.start_mark, token.end_mark
    except yaml.YAMLError:
        pass
    if last is None or not _KEY_OR_REMARK.search(text, last[0].index, last[1].index):
        return None
    return last if "\n" not in text[last[1].index : index] else None


_UNSPACED = re.compile(r" *(?:- +)?(?P<key>[\w-]+):(?!//)(?P<rest>\S.*)| *-(?P<item>\w[\w-]*:.*)")


def find_unspaced(text: str, index: int) -> tuple[int, str, str] | None:
    """A key without the space behind its colon, or a hyphen without it, where PyYAML gave up.

    Its offset in the text, what is wrong and how to mend it. PyYAML gives up in that
    line or in the one below it.
    """
    own = text.rfind("\n", 0, index) + 1
    above = text.rfind("\n", 0, max(own - 1, 0)) + 1
    for start in (above, own):
        found = _UNSPACED.match(text, start)
        if found and found["key"]:
            mend = f"Write `{found['key']}: {found['rest']}`."
            return found.start("key"), "the space behind the colon of this key is missing.", mend
        if found:
            mend = f"Write `- {found['item']}`."
            return found.start("item") - 1, "the space behind the hyphen is missing.", mend
    return None


_TOLD_AT_ITS_BEGINNING = (
    "found unexpected end of stream",
    "could not find expected ':'",
    "expected ',' or",
)
_COMPLAINTS = (
    (
        "begins with {{",
        "a text that begins with {{ needs quotation marks.",
        "Put them around the whole text.",
    ),
    (
        "'\\t'",
        "a tab stands where spaces are needed.",
        "Delete the tab and indent with spaces.",
    ),
    (
        "found unexpected end of stream",
        "a quotation mark is opened and never closed.",
        "Close it, or leave both marks out.",
    ),
    (
        "mapping values are not allowed here",
        "a colon stands where none may, or the line is indented too far.",
        "If the colon belongs to the text, put quotation marks around the whole text.",
    ),
    (
        "expected <block end>, but found '<scalar>'",
        "a text goes on behind a closing quotation mark or bracket.",
        _SINGLE_MARKS,
    ),
    (
        "expected <block end>",
        "this line is indented differently from the lines that it belongs to.",
        "Line it up with its neighbours; if it continues a text, put quotation marks around "
        "the whole text.",
    ),
    (
        "could not find expected ':'",
        "a key without its colon, or a text that runs on into this line.",
        "Write `key: value`, or put quotation marks around the text.",
    ),
    (
        "cannot start any token",
        "a text may not begin with this character.",
        "Put quotation marks around the whole text.",
    ),
    (
        "expected alphabetic or numeric character",
        "a text that begins with * or & needs quotation marks.",
        "Put them around the whole text.",
    ),
    (
        "expected ',' or",
        "a bracket is opened and not closed, or a comma is missing.",
        "Close the bracket, or put quotation marks around the text.",
    ),
    (
        "escape",
        "a backslash stands between double quotation marks.",
        "",
    ),
    (
        "expected chomping or indentation",
        "a text that begins with | or > needs quotation marks.",
        "Put them around the whole text.",
    ),
    (
        "expected a comment or a line break",
        "a text that begins with | or > needs quotation marks.",
        "Put them around the whole text; or write > alone, and the text in the lines below it.",
    ),
    (
        "sequence entries are not allowed here",
        "a hyphen and a space stand where none may.",
        "If they begin a text, put quotation marks around the whole text; if they begin a list, "
        "write each item on a line of its own.",
    ),
    (
        "mapping keys are not allowed here",
        "a question mark and a space stand where none may.",
        "Put quotation marks around the whole text.",
    ),
    ("nested too deeply", "lists and keys are nested too deeply.", "Flatten them."),
)
