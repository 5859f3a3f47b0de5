"""Numbers in words that state how many, how often or what share; the others are passed over.

"Two children's homes", "a third" and "doubled" may become untrue with the next year's figures.
"One of our aims", "the first time", "the last two years" and "five priorities" state nothing that
was measured.
"""

import re
from collections.abc import Iterable, Iterator

_SMALL = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_TEENS = "(?:thir|four|fif|six|seven|eigh|nine)teen"
_TENS = "(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_LARGE = "(?:hundred|thousand|million|billion|dozen)s?"
_CARDINAL = rf"(?:{_TEENS}|{_TENS}(?:[- ](?:{_UNITS}))?|{_SMALL}|{_LARGE})"
_PARTS = r"(?:thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)"
_COMPARED = r"(?:of|more|fewer|less|higher|lower|greater|smaller|as)\b"
_CYCLE = r"(?:day|week|fortnight|month|term|quarter|year)"

# The longest forms stand first, so that "two-thirds" is one number and not "two".
_STATES = re.compile(
    rf"""
      \b (?: one | {_CARDINAL} )[ -]{_PARTS}\b (?!\s+(?:place|time|party))
    | \b (?:a|an|nearly|almost|about|over) \s+ {_PARTS}\b (?= \s+{_COMPARED} | \s*[,.;:)] | \s*$ )
    | \b one (?: \s+ in \s+ | \s+ out \s+ of \s+ | \s+ in \s+ every \s+ ) (?: \d+ | {_CARDINAL} ) \b
    | \b one \s+ per \s? cent \b
    | (?<= but\ ) one\b | (?<= except\ ) one\b
    | (?: (?<= only\ ) | (?<= just\ ) ) one \s+ (?:child|home|place|provider|carer|bed|household)\b
    | \b (?:once|twice|thrice) \s+
      (?: (?:a|an|per|each|every) \s+ (?:\w+\s+)? {_CYCLE} | within | as )\b
    | \b (?: {_CARDINAL} (?: [ -] | \s+and\s+ ) )* {_CARDINAL} \b
    | \b zero \b
    | \b half \b | \b halves \b
    | \b (?: doubl | tripl | trebl | quadrupl | halv )(?:ed|ing) \b
    | \b (?: doubl | tripl | trebl | quadrupl )e[ds]? \s+ (?= (?:the|that|what|their|its|our)\b )
    | \b (?: two | three | four | five | ten )fold \b
    """,
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)

_NUMBER = rf"(?:one|{_CARDINAL})"
_SERIES = rf"{_NUMBER}(?:(?:,\s*|\s*[-–]\s*|,?\s+(?:and|or|to)\s+){_NUMBER})*"
_OWN_PARTS = (
    "priorities|aims|objectives|outcomes|themes|strands|principles|sections|chapters|parts|pillars"
    "|questions|commitments|ambitions|goals|values|areas|steps|stages|sets|reasons|ways|kinds|types"
    "|things|headings|strategies|plans|criteria|groups|categories|pledges|promises|domains|elements"
    "|actions|recommendations|options|tables|figures|charts|appendices|annexes|sources|sides|words"
    "|numbers|terms|levels|tiers|bands|phases|measures|points|functions|duties|drivers|factors"
)
_IDLE = tuple(
    re.compile(pattern, re.IGNORECASE | re.MULTILINE)
    for pattern in (
        # Spans of time, but not how often something is done or how soon it is promised.
        rf"(?<!every )(?<!each )(?<!within )\b{_SERIES}(?:\s+and\s+a\s+half)?"
        r"[\s-]+(?:(?:calendar|working|school|financial|academic|full|consecutive|more|further|or\s+more)\s+)*"
        r"(?:years?|months?|weeks?|days?|hours?|nights?|decades?|terms)\b",
        rf"\b(?:last|past|next|previous|first|final)\s+{_SERIES}\s+quarters\b",
        rf"\b(?:the|these|those|last|past|next|first|previous|coming|latest|final|most\s+recent)\s+"
        rf"{_SERIES}\b(?=\s+(?:do|does|are|is|were|have|had|can|may|will|together|agree|differ|alike)\b"
        r"|\s*[,.;:)])",
        # Ages.
        rf"\b(?:ages?|aged|under|over|turn(?:s|ed|ing)?|until\s+(?:they|you)\s+are)\s+(?:of\s+|the\s+|age\s+"
        rf"|between\s+|from\s+)*{_SERIES}\b(?!\s+(?:per\s?cent|hundred|thousand|million))",
        rf"\b{_SERIES}[\s-]+(?:years?[\s-]olds?|(?:years?\s+)?(?:and|or)\s+(?:over|under|above|below"
        r"|older|younger))",
        # The document's own parts, and a scheme's.
        rf"\b{_CARDINAL}\s+(?:[\w'’-]+\s+){{0,2}}?(?:{_OWN_PARTS})\b",
        rf"\b(?:priority|tier|level|stage|phase|part|chapter|section|year|appendix|annexe?|figure"
        rf"|table|option|step|band|lot|group|key\s+stage|objective|outcome|aim|goal)\s+{_NUMBER}\b",
        # Definitions and names.
        rf"\b{_CARDINAL}\s+or\s+(?:more|fewer|less)\b|\b{_SERIES}\s+miles?\b",
        rf"\b{_NUMBER}[\s-]to[\s-]{_NUMBER}\b(?=[\s-]*(?:support|care|help|staff|work|basis|session|tuition"
        r"|mentoring|time|meeting|supervision|cover)|[.,;]?\s|$)(?<!\d)",
        rf"\b{_NUMBER}-(?:way|part|stage|step|tier|page|point|parent|person|pronged|fold|off|storey"
        r"|term|sided)\b",
        r"\bzero[\s-](?:tolerance|hours?|carbon|rated|based)\b",
        rf"\b(?:{_TENS})-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b",
        r"\bhalf[\s-](?:terms?|yearly|way|brothers?|sisters?|siblings?|day|hour|time|an?\s+\w+)\b",
        r"\b(?:first|second|other|latter|former|later|earlier|and\s+a|better)\s+half\b",
        r"\bin\s+half\b(?=\s*$)|\bone\s+hundred\s+per\s?cent\b",
        r"\d\s*(?:hundred|thousand|million|billion)\b",
        # Between brothers and sisters, and in sayings.
        r"\b(?:two|three)\s+(?:of\s+)?(?:them|us|you)\b|\bsecond\s+to\s+none\b",
    )
)


_WORD = re.compile("[a-z]+", re.IGNORECASE)
_OF_NUMBERS = frozenset(
    (
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
        "hundred hundreds thousand thousands million millions billion billions dozen dozens zero "
        "half halves halved halving once twice thrice third thirds quarter quarters fifth fifths "
        "sixth sixths seventh sevenths eighth eighths ninth ninths tenth tenths double doubled "
        "doubles doubling triple tripled tripling treble trebled trebling quadruple quadrupled "
        "quadrupling twofold threefold fourfold fivefold tenfold"
    ).split()
)
"""Words that may state a number: to look for these first is ten times as fast."""

_AROUND = 70
"""Characters that are read before and behind such a word."""


def find_words(text: str) -> Iterator[tuple[int, int]]:
    """Where a number in words states a quantity."""
    end = 0
    for word in _WORD.finditer(text):
        if word.start() < end or word[0].lower() not in _OF_NUMBERS:
            continue
        near = max(end, word.start() - _AROUND), min(len(text), word.end() + _AROUND)
        stated = next(
            (one for one in _STATES.finditer(text, *near) if one.end() > word.start()), None
        )
        if stated is None or stated.start() >= word.end():
            continue
        end = stated.end()
        if not any(_meet(idle.finditer(text, *near), stated) for idle in _IDLE):
            yield stated.span()


def _meet(some: Iterable[re.Match[str]], one: re.Match[str]) -> bool:
    return any(other.start() < one.end() and one.start() < other.end() for other in some)
