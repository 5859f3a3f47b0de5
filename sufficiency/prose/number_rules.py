"""Which numbers in digits may stand in text bound to nothing: a pattern a rule, by its name.

A pattern matches a number with the words that make it a year, an age or a reference; every digit
in the match is let pass. Names are those of ``NumberRules`` in ``sufficiency/content/numbers.py``,
``docs/numbers.md`` explains them to authors, and ``tests/prose/labels`` measures them.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TypeAlias

# "12 may need" and "30 march" are no days.
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|(?-i:Mar(?:ch)?|MARCH|May|MAY)|apr(?:il)?|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = r"(?:19|20)\d\d"
# An ending may be raised: 31^st^.
_NTH = r"(?:\^?(?:st|nd|rd|th)\^?)"
_DAY = rf"(?:0?[1-9]|[12]\d|3[01]){_NTH}?"
_DASH = r"(?:\s*[-–—/]\s*|\s+to\s+|\s+and\s+)"
# What a council counts: a number straight before it is a count, whatever else it could be.
_COUNTED = (
    r"(?:(?:more|fewer|new|other|own|such|further|additional|local|foster|fostering|supported"
    r"|residential|approved|empty|vacant|unaccompanied|disabled|looked[\s-]after|care[\s-]experienced"
    r"|young)\s+)*"
    r"(?:child(?:ren)?|people|persons?|boys|girls|babies|teenagers|adults|carers|households|families"
    r"|care\s+leavers|leavers|homes|places|placements|beds|bedrooms|rooms|flats|units|providers"
    r"|agencies|schools|adopters|adoptions|vacancies|pounds|orders|referrals|applications|assessments|staff|workers"
    r"|social\s+workers|sibling|siblings|cases|episodes|moves|visits|enquiries|approvals|contracts"
    r"|councils|boroughs|neighbours|authorities|partners|weeks|months|hours|days|nights|miles|times"
    r"|per\s?cent|percentage|points?|out\s+of|in\s+\d|in\s+every)\b"
)
_THINGS_COUNTED = (
    r"(?:homes|places|beds|bedrooms|rooms|flats|units|providers|agencies|schools|carers|households"
    r"|referrals|applications|assessments|staff|workers|visits|enquiries|approvals|contracts|moves"
    r"|councils|boroughs|weeks|months|hours|days|nights|miles)"
)
_NOT_COUNTED = rf"(?!\s+{_COUNTED}|\s*%|[,.:]?\d)"
# Behind what is a verb, too, other words may stand between: "need 45 quiet homes".
_COUNTS_NOTHING = rf"(?!\s+(?:[\w'’-]+\s+){{0,2}}{_COUNTED}|\s*%|[,.:]?\d)"
_NOT_MANY = r"(?!\s+(?:times|(?:more|fewer|other|new)\s+\w+)\b|\s*%)"
# How long something took is a figure.
_MEASURED = r"\s*(?:waits?\b|waiting|delays?\b|stays?\b|on\s+average|average|mean|median)"
_NOT_A_PART = r"(?!\s+of\s+(?:the|them|these|those|our|whom)\b)"
_ALONE = r"(?<![\w£€$.,])"
# One financial year runs into the next: 2018/19, and not the score of 12/20.
_TO_YEAR = r"\s?[/–-]\s?(?:(?:19|20))?"


def _and_the_next(between: str) -> str:
    """Two digits of a year and those of the next, of one decade or of two: 18/19, 19/20, 99/00."""
    within = "|".join(rf"{unit}{between}(?P=decade){unit + 1}" for unit in range(9))
    across = "|".join(rf"{decade}9{between}{(decade + 1) % 10}0" for decade in range(10))
    return rf"(?:(?P<decade>\d)(?:{within})|{across})"


_AGE = r"(?:2[0-5]|1\d|\d)"
_GROWN = r"(?:1[5-9]|2[0-5])"
_AGE_END = r"(?:\s+(?:and\s+a\s+half|½)|½|\.5)?"
_PERSON = (
    r"(?:child(?:ren)?|people|persons?|boys|girls|babies|teenagers|adults|adolescents|leavers"
    r"|those|anyone|everyone|males?|females?|men|women|pupils|students|siblings)"
)
_PART = r"\d+[a-z]{0,2}(?:\.\d+)*(?:\(\w{1,3}\))*(?!\w)"
# "Section 17 and 312 children" goes on with a count.
_PARTS = rf"{_PART}(?!\s*%)(?:(?:,\s*|\s*[-–]\s*|,?\s+(?:and|or|to)\s+){_PART}{_NOT_COUNTED})*"
# Of many, a count may follow: "of these actions 45 are late". They are numbered as a run.
_THING = (
    r"(?:page|pp?\.|appendix|annexe?|chapter|section|paragraph|para\.?|figure|fig\.?|table|chart"
    r"|diagram|box|map|priority|objective|recommendation|action|outcome|ambition|aim|goal|theme"
    r"|strand|pillar|principle|standard|workstream|milestone|item|step|footnote|slide|lot"
    r"|version|volume|(?-i:No\.))"
)
_THINGS = (
    r"(?:pages|appendices|annexes|chapters|sections|paragraphs|paras\.?|figures|figs\.?|tables|charts"
    r"|diagrams|boxes|maps|priorities|objectives|recommendations|actions|outcomes|ambitions|aims"
    r"|goals|themes|strands|pillars|principles|standards|workstreams|milestones|items|steps|lots)"
)
# Verbs, too: "we need 45".
_HEADED = r"(?-i:Questions?|Notes?|Projects?|Issue|Risk|Need|Measure|Pledge|Promise|Option)"
_RUN_OF_PARTS = r"\d{1,2}(?:\.\d+)*(?:,\s*\d{1,2}(?:\.\d+)*)*(?:\s*[-–]\s*|,?\s+(?:and|or|to)\s+)"
_ENDS_THERE = r"(?=\s*[,.;:)]|\s+(?:of|to)\b|\s*$)"

RULES: Mapping[str, tuple[str, ...]] = {
    "dates": (
        rf"\b{_DAY}(?:(?:,|{_DASH})\s*{_DAY})*\s+(?:of\s+)?{_MONTH}\b(?:,?\s+{_YEAR})?",
        rf"\b{_MONTH}\.?\s+{_DAY}(?!\d)(?:,?\s+{_YEAR}|(?<=\w\w[a-z])|(?=\s*[,.;:)]|\s*$)){_NOT_COUNTED}",
        rf"{_ALONE}\d{{1,2}}([/.-])\d{{1,2}}\1(?:{_YEAR}|\d\d)\b|{_ALONE}{_YEAR}-\d\d-\d\d\b",
        # A year after a word for time is one even before what is counted, where a clause begins.
        rf"(?:^|(?<=[.;:!?(]\s)|(?<=[.;:!?(]))(?:in|since|during|until|before|after)\s+{_YEAR}\b"
        rf"(?![,.]?\d|\s*%)",
        rf"\b(?:early|late|mid|{_MONTH}|spring|summer|autumn|winter|christmas|easter|term|year)[\s-]+"
        rf"\(?{_YEAR}\b(?![,.]?\d|\s*%)",
        rf"{_ALONE}{_YEAR}(?:{_DASH}{_YEAR}\b|\s*[-–—/]\s*\d\d\b)?{_NOT_COUNTED}",
        rf"{_ALONE}{_YEAR}s?\b{_NOT_COUNTED}",
        r"\b(?:0?\d|1\d|2[0-3])(?:[:.][0-5]\d\s?[ap]m|:[0-5]\d(?:\s?hours)?)\b|\b\d{1,2}\s?[ap]\.?m\b",
    ),
    "financial_years": (
        rf"{_ALONE}(?:19|20){_and_the_next(_TO_YEAR)}\b(?!\d)",
        rf"{_ALONE}{_and_the_next('/')}\b(?!/){_COUNTS_NOTHING}",
        r"\bFY\s?\d\d(?:\d\d)?(?:/\d\d)?\b|\b(?:strategy|plan)\s+\d\d[-–]\d\d\b",
        rf"\bQ[1-4]\b|\bquarters?\s+[1-4]\b{_NOT_COUNTED}",
    ),
    "ages": (
        rf"\b(?:ages?|aged)\s+(?:of\s+|from\s+|between\s+|under\s+|over\s+|up\s+to\s+|about\s+)*"
        rf"{_AGE}{_AGE_END}\b(?!%)\+?(?:(?:,\s*|{_DASH}|,?\s+(?:or|and)\s+){_AGE}\b(?!%|\.\d)"
        rf"{_AGE_END}\+?(?!\s+{_COUNTED}){_NOT_A_PART})*",
        # A range that runs on into what is meant: 0 – 9 age group, 18-25-year-old.
        rf"{_ALONE}{_AGE}-?(?:(?:{_DASH}|\s+or\s+|,\s*){_AGE}-?)*[\s-]*(?:\+[\s-]*)?"
        r"(?:years?[\s-]olds?|years?[\s-]of[\s-]age|years?\s+(?:and|or)\s+(?:over|under|above|below"
        r"|older|younger)|age[\s-]groups?)\b",
        rf"{_ALONE}{_AGE}(?:{_DASH}{_AGE})?s?\s+(?:years?\s+)?(?:and|or)\s+"
        r"(?:over|under|above|below|older|younger|upwards)\b",
        rf"{_ALONE}(?:0\s*[-–]\s*{_AGE}|{_AGE}\s*[-–]\s*(?:1[789]|2[0145]))\s+(?:\w+\s+)?(?:services?|teams?|pathways?|provision|cohorts?"
        r"|offers?|population|accommodation|care\s+leavers)\b",
        r"\b1[68][\s-]plus\b",
        # "15+ children wait" may be a count; services change at these ages.
        rf"{_ALONE}(?:1[1368]|2[15])\+(?!\s+(?:of|{_THINGS_COUNTED})\b|\s*%)",
        r"\b(?:under|over|post|pre|sub)[\s-]*(?:1[1-9]|2[1-5]|5|10)s\b|\bunder[\s-]ones?\b",
        rf"\b(?:post|pre)[\s-](?:1\d|2[1-5])\b{_NOT_COUNTED}",
        rf"\b{_PERSON}\s+(?:(?:who\s+are|now|aged|was|were|are|is)\s+)*(?:under|over|above|below"
        rf"|between|from|up\s+to)\s+(?:the\s+age\s+of\s+)?{_AGE}\b(?:{_DASH}{_AGE}\b)?{_NOT_COUNTED}",
        rf"\b(?:turn(?:s|ed|ing)?|until\s+(?:they|you|he|she)\s+(?:are|is)|(?-i:From))"
        rf"\s+{_AGE}{_AGE_END}\b(?:{_DASH}{_AGE}\b)?{_NOT_COUNTED}(?=\s*[,.;:)|\t]|\s*$|(?:\s(?:you|they|"
        r"we|and|or|in|as|to|but|their|can|will|may|must|he|she|each|every|young|it)\b))",
        rf"\b(?:are|is|were|was|be)\s+(?:1[0-9]|2[0-5])\s+(?:or|and)\s+(?:1[0-9]|2[0-5])\b"
        rf"{_NOT_COUNTED}",
        rf"\bbetween\s+{_AGE}\s+and\s+{_AGE}\b(?=\s+(?:you|they|we)\b)",
        r"\b(?:after|until|before|at)\s+(?:1[5-9]|2[1-5]|5)\b"
        r"(?:(?:,|\s+and|\s+or)\s+(?:1[5-9]|2[0-5])\b)*(?=\s*[,.;:)]|\s+(?:you|we|they)\b)",
        rf"\b(?:are|is|were|was)\s+(?:1\d|2[0-5])(?:,\s+(?:1\d|2[0-5]))+\s+(?:or|and)\s+"
        rf"(?:1\d|2[0-5])\b{_NOT_COUNTED}",
        rf"{_ALONE}{_AGE}{_NTH}\s+birthdays?\b",
        rf"\b(?:leav(?:e|es|ing)|left)\s+(?:care|home|school)\s+at\s+{_GROWN}\b"
        rf"(?:\s+(?:or|and)\s+{_GROWN}\b)?{_NOT_COUNTED}",
        rf"{_ALONE}{_GROWN}\s+(?:is|was|can\s+be|seems)\s+(?:(?:far|much)\s+)?too\s+"
        r"(?:young|old|early|soon)\b",
        rf"^\s*\|?\s*\**{_AGE}(?:\s*[-–]\s*|\s+to\s+){_AGE}\**\s*\|",
    ),
    "statutes": (
        rf"\b(?:Acts?|Regulations|Order|Rules|Bill|Measure|Directive|Convention|Code)\W{{0,3}}\s*"
        rf"\(?{_YEAR}",
        # Not the s of "Barnet's 312".
        rf"\b(?:sections?|subsections?|(?<!['’])ss?\.?|regulations?|regs?\.?|clauses?)"
        rf"\s*{_PARTS}{_NOT_MANY}|(?-i:\b(?:Rule|Part|Chapter|Paragraph|Article)s?)\s+{_PARTS}{_NOT_COUNTED}",
        # "Schedule 45 visits" is a request.
        rf"(?-i:\bSchedules?)\s+{_PARTS}{_ENDS_THERE}",
        rf"\b(?:S\.?I\.?|No\.?)\s*{_YEAR}/\d+|\b{_YEAR}\s+No\.?\s*\d+",
    ),
    # A rank is a figure: the 3rd highest in London, the 20th percentile.
    "ordinals": (
        rf"{_ALONE}\d+{_NTH}(?!\w)(?!\s+(?:most|least|best|worst|\w+est|percentile|decile|quartile"
        r"|(?:out\s+)?of\s+(?:all\s+|the\s+)?\d+|in\s+(?:London|England|the\s+country))\b)",
    ),
    "tiers": (
        rf"(?-i:\b(?:Tier|Level|Band|Stage|Phase|Grade|Category|Class|Zone|Year|Key\s+Stage)s?)\s+"
        rf"(?=\d{{1,2}}(?!\d)){_PARTS}",
        rf"\b(?:tier|level|band|stage|phase|grade|category|class|zone|wave|year|cohort|tranche|round"
        rf"|scenario|type|group|lot)\s+(?=1?\d(?!\d)){_PARTS}{_NOT_COUNTED}",
        rf"\b(?:tiers|levels|bands|stages|phases|grades|categories|zones|waves|years|cohorts|tranches"
        rf"|rounds|scenarios|types|groups|lots)\s+(?={_RUN_OF_PARTS}){_PARTS}{_NOT_COUNTED}",
    ),
    "forms": (
        r"(?-i:\b[A-Z][A-Za-z]*(?:[.-][A-Za-z]+)*-?\d+[A-Za-z]?\b)(?![.,]\d)",
        rf"(?-i:\b(?:Form|Return|Annexe?|Output)\s+[A-Z]{{0,3}}\d{{1,4}}[a-z]?\b){_COUNTS_NOTHING}",
        r"\b(?:forms?|returns?)\s+(?-i:[A-Z]{1,3})\d{1,4}[a-z]?\b",
    ),
    "provision": (
        # How closely somebody is there, and not how soon something is done.
        r"(?<!within )(?<!after )(?<!than )(?<!every )(?<!of )(?<!to )(?<!in )\b24\s+hours\b"
        r"|\b24(?:-hours?|\s+hour)\b|\b24/7\b",
        r"\b\d{2}[\s-]weeks?[\s-](?:placements?|homes?|schools?|a\s+year)",
        # The size of a dwelling. How many beds a children's home has is a figure.
        r"\b[1-5][\s-]bed(?:room(?:ed)?)?\s+(?:\w+\s+)?(?:flats?|houses?|apartments?|bungalows?"
        r"|maisonettes?|propert(?:y|ies)|tenanc(?:y|ies))\b",
        r"\b(?:7|seven)\s+days\s+(?:a|per)\s+week\b|\b365\s+days\b",
        r"\b[1-4]\s?:\s?[1-4]\b(?![:.]?\d)|\b(?:[1-4](?:-to-|\s+to\s+)1|1(?:-to-|\s+to\s+)[1-4])(?=\s+(?:support|care|staff\w*|cover"
        r"|supervision|mentoring|help|work\w*|ratios?))",
    ),
    "references": (
        rf"\b{_THING}\s*(?-i:[A-Z])?(?=\d{{1,3}}(?!\d)){_PARTS}(?!\w|%){_NOT_COUNTED}",
        rf"\b{_THINGS}\s+(?={_RUN_OF_PARTS}){_PARTS}(?!\w|%){_NOT_COUNTED}",
        rf"\b{_HEADED}\s+(?=\d{{1,2}}(?!\d)){_PARTS}(?!\w|%){_COUNTS_NOTHING}",
        # The mark of a footnote before its words.
        r"^[\s>*]*[⁰¹²³⁴-⁹]{1,2}(?=\s*\W{0,3}(?-i:[A-Z]))",
        # How many parts the document itself has.
        r"\b(?:our|these|those|the|its|following|under|into|has|have|sets\s+out"
        r"|(?:council|board|partnership|strategy|plan|borough|city|county)['’]s)\s+(?:1[0-2]|[1-9])\s+"
        r"(?:\w+\s+)?(?:priorities|aims|objectives|outcomes|themes|strands|principles|ambitions"
        r"|pillars|commitments|pledges|chapters|sections|appendices)\b",
        # Page numbers of a list of contents.
        r"^\W*\d+\..*?(?:\.{3,}|…|\t)[ ]*\W{0,2}\d{1,3}\W*$",
    ),
    "identifiers": (
        r"\b(?:https?://|www\.)[^\s<>()\[\]]+|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
        r"\b[\w-]+(?:\.[a-z]{2,})+/[^\s<>()\[\]]+|\b[\w-]+\.(?:pdf|docx?|xlsx?|csv|html?|pptx?)\b",
        r"(?<!\d)(?:\+44\s?|\(?0)\d{2,4}\)?[\s-]?\d{3,4}[\s-]?\d{3,4}(?!\d)",
        r"(?-i:\b[A-Z]{1,2}\d[A-Z\d]?\s+\d[A-Z]{2}\b)",
        rf"\b(?:call|ring|dial|phone|text)\s+\d{{3,6}}\b{_COUNTS_NOTHING}",
        r"\b(?:URN|ISBN)\b:?\s*[\w/-]*\d[\w/-]*",
        r"\b(?:ref(?:erence)?|charity|company|registration|id)\b\.?(?:\s*:|\s+(?:no\.?|number):?)\s*"
        r"[\w/-]*\d[\w/-]*",
    ),
    "spans": (
        r"\b(?:next|last|past|previous|coming|following|preceding|recent|first|final|every\s+other)\s+"
        r"(?:few\s+)?\d+(?:\s*(?:-|–|to|or)\s*\d+)?\s+(?:calendar\s+|working\s+|school\s+|financial\s+)?"
        r"(?:years?|months?|weeks?|days?|quarters?|terms?)\b",
        rf"\b\d+(?:\s*(?:-|–|to)\s*\d+)?-(?:year|month|week|day)s?\b(?!-olds?|{_MEASURED})",
        r"(?<!every )(?<!each )(?<!average )(?<!average of )(?<!average is )(?<!average was )"
        r"\b\d{1,2}(?:\.5|½)?(?:\s*(?:-|–|to|or)\s*\d{1,2})?\s+years?\b"
        rf"(?!\s+(?:of\s+)?(?:support|old|olds)|{_MEASURED})",
        r"\byears?\s+and\s+\d{1,2}\s+months?\b",
        r"\b\d+\s+(?:years?|months?|weeks?|days?)(?:['’]\s+time|\s+(?:ago|later|earlier))\b",
    ),
    "rates": (r"\b(?:per|for\s+every|in\s+every|of\s+every)\s+1(?:0|,0)+\b",),
    "thresholds": (
        r"\b(?:within|more\s+than|over|under|less\s+than|up\s+to|beyond|at\s+least|fewer\s+than)\s+"
        r"(?:a\s+)?\d+(?:\s+to\s+\d+)?[\s-]miles?\b",
        r"\b\d+(?:\s*(?:-|–|to)\s*\d+)?[\s-]miles?\s+(?:or\s+more|radius)\b|\b\d+-mile\b",
        # Not what is said of so many: "12 or more homes were empty".
        rf"\b\d{{1,2}}\s+or\s+(?:more|fewer|less)\b(?!\s+vacanc|\s+{_COUNTED}\s+(?:were|are|have|had|stood|stand)\b)",
        r"\bmore\s+than\s+\d{1,2}\s+hours\s+of\b|\b\d\d%\s+(?:confidence|prediction|credible)\b",
    ),
}

_BEFORE, _BEHIND, _SENTENCE = 60, 40, 400
"""Characters that are read around a number."""

Span: TypeAlias = tuple[int, int]

# In a sentence about ages a range of small numbers, or one with a plus, is of ages unless
# something is counted.
_OF_AGES = re.compile(r"\b(?:ages?|aged|years?[\s-]olds?)\b", re.IGNORECASE)
_ENDS = re.compile(r"[.!?](?!\d)|\n\s*\n")
_AGE_RANGE = re.compile(
    rf"{_ALONE}{_AGE}(?:\s*[-–]\s*{_AGE}\b|\+){_NOT_COUNTED}{_NOT_A_PART}", re.IGNORECASE
)


def let_pass(text: str, start: int, end: int, rules: Mapping[str, bool]) -> Iterator[Span]:
    """The stretches around a place whose numbers pass by one of the ``rules`` that are on.

    Only what stands near the place is read: most numbers pass by the first patterns, and no
    pattern may keep a build at work on a text that somebody made to that end.
    """
    first, last = max(0, start - _BEFORE), min(len(text), end + _BEHIND)
    for name, patterns in RULES.items():
        if rules.get(name, True):
            for pattern in patterns:
                yield from (
                    found.span() for found in _compiled(pattern).finditer(text, first, last)
                )
    if rules.get("ages", True) and _OF_AGES.search(text, *_sentence(text, start, end)):
        yield from (one.span() for one in _AGE_RANGE.finditer(text, first, last))


@cache  # when it is first needed: all of them at once take longer than a short check
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.MULTILINE)


def _sentence(text: str, start: int, end: int) -> Span:
    """Where the sentence begins and ends that a place stands in, or as much of it as is read."""
    first = max(0, start - _SENTENCE)
    before = max((one.end() for one in _ENDS.finditer(text, first, start)), default=first)
    behind = _ENDS.search(text, end, end + _SENTENCE)
    return before, behind.start() if behind else min(len(text), end + _SENTENCE)
