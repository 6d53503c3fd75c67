"""Page furniture by name: whole lines that are no news, and phrases cut out of sentences.

Why a list: what is dropped must be nameable, so that unread text cannot hide as chrome.
Bias: a line that the list does not know is kept or reported as left over, never dropped.
"""

from __future__ import annotations

import re

LONGEST = 320  # characters; no known furniture line is longer

# name, pattern of the whole line (case ignored)
LINES: tuple[tuple[str, str], ...] = (
    ("byline",
     r"(?-i:B[yY]) (?:(?-i:[A-Z])[\w.'’-]{0,20} ?){2,4}(?:(?:,|and|\|)"
     r" ?(?:(?-i:[A-Z])[\w.'’-]{0,20} ?){1,5}){0,2}"),
    ("summary", r"(?:key (?:points|facts)|in brief|at a glance|summary|the gist):?"),
    ("rule", r"[-–—_=*•·|#~. ]{1,200}"),
    ("hashtags", r"(?:hash)?tags?:?|topics:?|(?:#\w{1,60} ?){1,20}|filed under:? .{0,120}"),
    ("assistant", r"try (?:our|the) (?:new )?ai (?:features?|tools?|assistant)"),
    ("assistant", r"(?:explore|see|discover) what .{1,60} can do for you:?"),
    ("assistant", r"(?:ai|key) (?:summary|takeaways|highlights)|generate (?:a )?summary"),
    ("comments", r"\d{0,6} ?comments?(?: \(?\d{1,6}\)?)?:?|no comments(?: yet)?[. …]{0,4}"),
    ("comments", r"comments are (?:closed|off|disabled)[.]?|be the first to comment[.!]?"),
    ("comments", r"(?:leave|post|add|write) a (?:comment|reply)[.!…]{0,3}"),
    ("comments", r"join the (?:conversation|discussion)[.!]?"),
    ("comments", r"(?:view|show|see|load) (?:all |more )?comments?"),
    ("comments", r"(?:log|sign) in to comment[.]?"),
    ("related",
     r"(?:related|similar|recommended|suggested)(?: (?:articles?|stor(?:y|ies)|news"
     r"|content|posts?|topics?|reading|links?|for you))?:?"),
    ("related", r"(?:also|must|don'?t) (?:read|see|miss)(?: this)?:?|see also:?"),
    ("related", r"you (?:may|might) (?:also )?(?:like|be interested in):?"),
    ("related",
     r"(?:most|more) (?:read|popular|viewed|shared|from .{1,40}|on this(?: story|"
     r" topic)?|stories|news|for you):?"),
    ("related", r"trending(?: now| stories)?:?"),
    ("related", r"up next:?|what to read next:?|next (?:article|story):?"),
    ("related", r"previous (?:article|story):?|more:"),
    ("teaser",
     r"(?:read|watch|see) (?:more|also|next|now)(?: (?:on|about|from|at|here|stories"
     r"|news|articles)\b.{0,100}|\s?[:|-] ?.{1,200}|[.…»> ]{0,4})?"),
    ("teaser", r"also read\s?[:|-] ?.{1,200}"),
    ("advertisement",
     r"(?:advertise(?:ment|d)|ads?|sponsored|promoted)(?: (?:content|links?|by .{1,60}"
     r"|post))?(?: ?-? ?(?:scroll|story|article) (?:to )?continues?(?: below)?)?[.:]?"),
    ("advertisement",
     r"(?:story|article|report) continues below(?: (?:this )?ad(?:vertisement)?)?[.:]?"),
    ("advertisement", r"paid (?:post|content)|remove ads"),
    ("sharing", r"share(?: (?:this|on|via|with|to|the)\b.{0,60})?:?"),
    ("sharing", r"(?:copy|get) (?:the )?link|(?:click|tap) to share.{0,60}"),
    ("sharing",
     r"(?:facebook|twitter|x|linkedin|whatsapp|telegram|reddit|e-?mail|print|save"
     r"|gift(?: this article)?|bookmark)(?:[ ,|/]{1,3}(?:facebook|twitter|x|linkedin"
     r"|whatsapp|telegram|reddit|e-?mail|print)){0,8}"),
    ("following", r"(?:follow|like|find|join) us(?: (?:on|at|in)\b.{0,100})?[.!:]?"),
    ("following", r"follow .{1,60} on .{1,60}|add .{1,60} as a preferred source.{0,40}"),
    ("signing up", r"(?:sign|log) ?(?:up|in)(?: (?:for|to|here|now|with)\b.{0,200})?[.!:]?"),
    ("signing up", r"subscribe(?: (?:to|for|now|today|here)\b.{0,200})?[.!:]?"),
    ("signing up", r"(?:create|open) (?:a |an )?(?:free )?account.{0,80}"),
    ("signing up",
     r"(?:get|receive|enter your) .{0,80}(?:newsletter|inbox|e-?mail address).{0,120}"),
    ("signing up", r"newsletters?|your e-?mail(?: address)?"),
    ("signing up", r"already (?:a|have) .{0,60}(?:log|sign) in.{0,20}"),
    ("signing up",
     r"(?:this (?:article|content|story) is (?:for|only available to)"
     r" subscribers.{0,80}|unlimited access.{0,80}|start your free trial.{0,60})"),
    ("listening", r"(?:listen|play)(?: to)? (?:this|the) (?:article|story|audio).{0,60}"),
    ("listening", r"listen"),
    ("listening",
     r"\d{1,3} ?(?:min(?:ute)?s?|sec(?:ond)?s?)(?:,? \d{1,2} ?sec(?:ond)?s?)? ?(?:read"
     r"|listen|watch)?"),
    ("navigation", r"home|menu|search|skip to (?:main )?(?:content|navigation)"),
    ("navigation", r"back to (?:top|home.{0,20})|close|next|previous|loading[.…]{0,3}"),
    ("navigation", r"(?:show|load|view|see) (?:more|less|all)|expand|collapse"),
    ("section",
     r"(?:top|latest|breaking|world|business|local|national|market|markets|company"
     r"|financial|economic|tech|technology)(?: (?:stories|news|headlines|updates?))?"),
    ("section", r"news|stories|headlines|exclusive|opinion|finance|economy|politics"),
    ("section", r"video|photos?|live(?: updates)?"),
    ("stamp",
     r"(?:last )?(?:published|updated|posted|modified|first published|date)(?: (?:on"
     r"|at|by))? ?:? .{0,60}(?:\d{1,2}|ago|on|today|yesterday|[AP]M|GMT|UTC|E[SD]?T"
     r"|IST)[.,:]?(?: on)?"),
    ("stamp", r".{0,30}?\d{1,3} (?:minutes?|hours?|days?|weeks?|months?|years?) ago"),
    ("stamp",
     r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?"
     r" )?(?:\d{1,2} )?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov"
     r"|dec)[a-z]{0,6}\.? (?:\d{1,2}, ?)?\d{4}(?:,? (?:at )?\d{1,2}[:.]\d{2}.{0,20})?"),
    ("credits",
     r"\((?:additional |with )?(?:reporting|writing|editing|inputs?|compiled"
     r"|translated|produced|by)\b.{0,300}\)\.?"),
    ("credits",
     r"(?:additional )?(?:reporting|editing|writing|compiled|translation|production"
     r"|graphics?) by .{1,300}"),
    ("credits",
     r"(?:this (?:story|article|report) (?:was|has been|is) (?:originally |first "
     r"|auto)?.{0,40}(?:published|generated|produced|syndicated)|with (?:agency"
     r"|additional) (?:inputs?|reporting)|our standards:).{0,200}"),
    ("image",
     r"(?:image|photo|picture|file photo|photograph|illustration)s?(?: (?:credits?"
     r"|source|caption|by|courtesy(?: of)?|:)).{0,200}"),
    ("image", r"(?:credit|source|photo|image|picture) ?: ?.{1,120}"),
    ("image", r".{1,80} ?/ ?(?:[\w ]{1,30}(?:images|photos?|pictures|stock)|(?-i:[A-Z]{2,5}))"),
    ("image", r"(?-i:[A-Z])\w{2,20} images"),
    ("image",
     r"(?:file (?:photo|image)|representational image|stock image|view (?:gallery"
     r"|image)|image \d{1,3} of \d{1,3})[:.]?.{0,200}"),
    ("cookies", r"(?:we|this (?:site|website)|our (?:site|website)) uses? cookies.{0,300}"),
    ("cookies", r"(?:accept|reject|manage|allow) (?:all )?(?:cookies?|preferences|choices)"),
    ("cookies", r"(?:cookie|privacy) (?:policy|settings|notice|preferences)"),
    ("cookies", r"by (?:continuing|using) .{0,200}(?:cookies|privacy policy|terms).{0,60}"),
    ("rights", r"(?:(?:©|\(c\)|copyright)[ ©].{0,200})"),
    ("rights", r".{0,200}all rights reserved[.]?.{0,60}"),
    ("rights", r".{0,80}terms (?:of|and) (?:use|service|conditions).{0,80}"),
    ("rights", r".{0,60}licensing rights.{0,80}"),
    ("disclaimer", r"disclaimer:? ?.{0,300}"),
    ("disclaimer", r".{0,80}not (?:investment|financial) advice.{0,160}"),
)  # fmt: skip

# name, pattern inside a sentence; what it matches is cut out of the clean text
PHRASES: tuple[tuple[str, str], ...] = (
    ("new tab", r" ?,? ?\(?opens? (?:in )?(?:a )?new (?:tab|window)\)?"),
    ("read more", r" ?[\[(](?:read more|click here|see here|source|link|subscribe|ad)[\])]"),
    ("stamp",
     r"^(?:date|published|updated|posted):? ?(?:on )?\d{4}-\d{2}-\d{2}"
     r"(?:[T ]\d{2}:\d{2}\S{0,14})? "),
    ("credits",
     r" ?\((?:additional )?(?:reporting|writing|editing|compiled|translated|with inputs?)"
     r" (?:by|in|from) [^()]{1,250}\)$"),
    ("ellipsis", r" ?(?:…|\.\.\.) ?(?:read|see|show) (?:more|full story)[ »>]{0,3}$"),
)  # fmt: skip

ENDING = frozenset({"hashtags", "comments", "assistant"})  # the story above is over
TEASING = frozenset({"related"})  # headlines that follow it belong to other stories

# one pattern for all: each line of a file is tried, so this is hot
_LINE = re.compile("|".join(f"({pattern})" for _, pattern in LINES), re.IGNORECASE)
_PHRASE = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in PHRASES)


def line_name(line: str) -> str:
    """The name of the furniture that the whole (stripped) line is; empty if it is none."""
    if not line or len(line) > LONGEST:
        return ""
    found = _LINE.fullmatch(line)
    return LINES[found.lastindex - 1][0] if found and found.lastindex else ""


def phrases(text: str) -> list[tuple[int, int, str]]:
    """The (start, end, name) of every furniture phrase inside the text, sorted, disjoint."""
    found = sorted(
        (m.start(), m.end(), name) for name, pattern in _PHRASE for m in pattern.finditer(text)
    )
    kept: list[tuple[int, int, str]] = []
    for start, end, name in found:
        if end > start and (not kept or start >= kept[-1][1]):
            kept.append((start, end, name))
    return kept
