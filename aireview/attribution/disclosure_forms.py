"""The forms of a statement on how a change was made, as patterns over the vocabulary.

`<NAME>` stands for a constant of `vocabulary`; see `vocabulary.pattern`. The forms of a tuple are
tried in order.
"""

from __future__ import annotations

import re

_NOTE = r"^(?:(?:note|nb|n\.b\.|fyi|disclaimer|disclosure|full disclosure|btw|also)[:,]? )?"
# The author says so: whole lines, objects of this change, the tool as subject, prompting, help.
AFFIRM = (
    r"^(?:all |the )?(?:code|commit|tests|implementation|migration) by <TOOL>\W{0,3}$",
    _NOTE + r"<ADVERB><WRITTEN> <ADVERB><PREP> (?:the )?<TOOL><AFTER>",
    (
        _NOTE + r"<OBJECT> (?:(?:was|were|is|are|has been|have been|got) )?(?:<ADVERB>)<WRITTEN> "
        r"<ADVERB><PREP> <TOOL><AFTER>"
    ),
    (
        r"\b(?:apply|applies|applied|backport\w{0,3}|import\w{0,3}|include\w{0,2}|use|add|adds|merge"
        r"|commit|this|the) (?:the |a |this |some )?(?:patch|code|fix|change|changes|implementation) "
        r"(?:(?:that|which) (?:was|were) )?<WRITTEN> by <TOOL><AFTER>"
    ),
    r"[(\[]\s?<ADVERB>(?:<OBJECT> )?<WRITTEN> <ADVERB><PREP> <TOOL>[^)\]\n]{0,80}[)\]]",
    (
        _NOTE
        + r"(?!the )<TOOL> (?:also |mostly |then |has )?<WROTE>(?= (?!by\b|from\b|for\b|in\b|on\b|when\b"
        r"|with\b|via\b|content|outputs?|messages?|files?\b|titles?|responses?|text\b|ids?\b|images?))"
    ),
    (
        r"\b(?:i|we)(?:'ve| have)? (?:also |mostly |then |just )?(?:prompted|asked|had|let|instructed"
        r"|told|got|directed) <TOOL> (?:to )?<DO>(?!\w)"
    ),
    (
        r"(?:\b(?:i|we)(?:'ve| have)? (?:also |mostly |then |just )?|^)used <TOOL> "
        r"(?:to (?:help )?<DO>(?!\w)|for (?:the |most |some |all |this |writing|generating|drafting|"
        r"refactoring|coding|implement))"
    ),
    (
        r"\b(?:with|thanks to|made with) (?:the |some |a little |a lot of |heavy )?"
        r"(?:help|assistance|aid|support) (?:of|from|by) <TOOL>(?!\w)"
    ),
    r"\bwith <TOOL>(?:'s)? (?:help|assistance)(?!\w)",
    (
        _NOTE
        + r"<OBJECT> (?:was|were|is|are) (?:<ADVERB>)(?:ai|llm|<TOOL>)[- ](?:generated|assisted"
        r"|written|authored)(?!\w)"
    ),
    (
        r"^\W{0,3}(?:ai|llm|<TOOL>)[- ](?:generated|assisted|written|authored)"
        r"(?: (?:possible |bug ?|initial )?(?:commit|patch|code|changes?|pr|fix|tests?|docs?|solution"
        r"|implementation|draft))?(?: (?:for|to) [#\w-]{1,30})?\W{0,3}$"
    ),
    (
        r"^(?:initial|first|rough) (?:pass|draft|version|cut|attempt|implementation)"
        r" (?:with|by|from|using) <TOOL><AFTER>"
    ),
    (
        r"^(?!fix|strip|detect|escape|handle|support)[^,\n]{1,200}, <ADVERB><WRITTEN> <ADVERB><PREP> "
        r"<TOOL>\W{0,3}$"
    ),
    r"[(\[](?:ai|llm|<TOOL>)[- ](?:generated|assisted|written|authored)[)\]]\W{0,3}$",
    (
        _NOTE
        + r"(?:some |all )?(?:ai|llm|<TOOL>)[- ](?:assisted|generated) (?:code generation|coding"
        r"|code|changes|edits|development|programming|tools?) (?:was|were) used(?!\w)"
    ),
    (
        _NOTE + r"(?:this|the) (?:pr|pull request|patch|commit|change|branch) (?:uses|used|includes"
        r"|contains|has) (?:ai|llm|<TOOL>)[- ](?:assisted|generated)(?!\w)"
    ),
    (
        r"(?:本|此|该|這個|这个) ?(?:pr|提交|补丁|代码)[^。\n]{0,30}(?:使用|由|通过|借助)[^。\n]{0,20}"
        r"(?:ai|llm|<TOOL_PLAIN>) ?(?:辅助|生成|编写|协助)"
    ),
    (
        _NOTE
        + r"(?:<OBJECT> (?:was|were|is|are) )?(?:<ADVERB>)vibe[- ]?coded(?: <PREP> <TOOL>)?\W{0,3}$"
    ),
    r"^i am (?:<TOOL>, )?an ai (?:coding )?(?:agent|assistant)(?!\w)",
)
DENY = (
    r"\b(?:no|not any|without|without any|zero|never) (?:use of )?(?:\w{1,12} ){0,1}<TOOL_PLAIN>",
    (
        r"\b(?:not|never|n't) (?:\w{1,12} ){0,2}(?:written|generated|created|made|used?|using|assisted)"
        r"(?: (?:by|with|using|any|of)){0,2} <TOOL_PLAIN>"
    ),
    r"\b(?:did not|didn't|do not|don't|have not|haven't) use (?:\w{1,12} ){0,1}<TOOL_PLAIN>",
    r"\bnot (?:ai|llm)[- ](?:generated|assisted|written)",
)
BY_HAND = r"\bhand[- ]?written\b|\b(?:entirely|completely|all|fully|only) by hand\b|written by (?:a )?humans?\b"
CONSULTED = (
    r"\basked <TOOL_PLAIN> (?:about|how|why|what|whether|if|for (?:advice|help|ideas|an opinion))",
    r"\b(?:consulted|discussed with|checked with|talked to|brainstormed with) <TOOL_PLAIN>",
    (
        r"\bused <TOOL_PLAIN> (?:only )?(?:for|to) (?:research|review|proofread|brainstorm|check"
        r"|understand|look up|find|search|learn|explain|debug|verify|questions|ideas|advice)"
    ),
)
FOUND = (
    (
        r"\b(?:found|flagged|caught|spotted|reported|reviewed|noticed|identified|detected|discovered"
        r"|pointed out|raised|diagnosed|suggested|requested)(?: \w{1,12}){0,3} (?:by|with|from|in|via)"
        r"(?: the| a)? <TOOL_PLAIN>"
    ),
    (
        r"<TOOL_PLAIN>(?: code)?(?:'s)? (?:reviews?|reviewer|found|flagged|caught|spotted|reported"
        r"|pointed|noticed|suggested|feedback|comments?|findings?|suggestions?)(?!\w)"
    ),
)
MESSAGE = (
    (
        r"\b(?:commit message|commit description|pr (?:title|description|body)|description|message"
        r"|summary|changelog(?: entry)?|title)s?(?: \w{1,12})? (?:(?:was|were|is) )?(?:also |mostly )?"
        r"(?:written|generated|drafted|created|produced|improved|polished) (?:by|with|using) <TOOL>"
    ),
    r"<TOOL> (?:wrote|generated|drafted) (?:the|this) (?:commit message|message|description|pr)",
)
POLICY = re.compile(
    r"\b(?:must|should|shall|requires?|required|requirements?|guidelines?|polic(?:y|ies)"
    r"|disclos(?:e|ed|ing)|contributors?|forbid(?:den)?|prohibit\w{0,3}|ban(?:s|ned)?|allow(?:s|ed)?"
    r"|detect(?:s|ed|ion|ing)?|agents\.md|claude\.md|contributing\.md|template)\b",
    re.IGNORECASE,
)
CONDITION = re.compile(
    r"\b(?:could|would|might|may|if|whether|unless|when|whenever|will|going to|wants? to|can|cannot"
    r"|let's|todo|ask|support(?:s|ing)? for|handle|so that|in case|e\.g\.|such as|ability to)\b",
    re.IGNORECASE,
)
PARTIAL = re.compile(
    r"\b(?:partially|partly|in part|(?:some|parts?|portions?|a few|sections?) of)\b|^parts?\b",
    re.IGNORECASE,
)
NONE = re.compile(
    r"\W{0,3}(?:none|n/?a|no|nope|not used|not applicable|nothing|false|0 ?%|never)\b"
    r"(?!.{0,20}\bexcept\b)",
    re.IGNORECASE,
)
SAYS_USE = re.compile(
    r"^\W{0,3}yes\b|^\W{0,3}\d{1,3} ?%|\b(?:used|assisted|generated|wrote|written|drafted|helped"
    r"|authored|created|produced|implemented)\b",
    re.IGNORECASE,
)
AI_WORD = re.compile(r"\b(?:ai|llms?|genai|artificial intelligence)\b", re.IGNORECASE)
