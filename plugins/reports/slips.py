"""Slips of the pen in a redaction: what was meant as ``[words]{.redacted}``, and would be published.

Whoever writes ``[name] {.redacted}``, ``[name][.redacted]`` or ``[name]{.محجوب}`` wants the name gone. So the word is
looked for as a person reads it, however it is written down, and told wherever brackets, braces or a dot say that it was
meant as more than a word.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from rapidfuzz.distance import OSA

from .html_codes import uncoded

#: Stands in a plain text for what a reader passes over: a backslash, a mark of direction, the rest of a code.
_NOTHING = "\0"
_CODE = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});?|%[0-9A-Fa-f]{2}")
_OPENING, _CLOSING = "[{(", "]})"
#: What may stand between the letters of the word, and nobody would see as the end of one.
_LETTERS = rf"[{_NOTHING}_*~-]*"
_LETTER = r"[^\W_]"
#: The word, from its end too, as whoever mixes directions writes it.
_WORD = re.compile(
    rf"(?<!{_LETTER})(?:{_LETTERS.join('redacted')}|{_LETTERS.join('detcader')}|"
    rf"(?:{_LETTERS.join('ال')}{_LETTERS})?{_LETTERS.join('محجوب')}{_LETTER}{{0,3}}|{_LETTERS.join('بوجحم')})(?!{_LETTER})"
)
#: The word as it comes out of a keyboard that is set to the other language: no word of any, so it needs no bracket. On
#: Arabic keyboards "a" and "c" have different letters, and on Latin ones two letters of «محجوب» have different signs.
_KEYS = "ز?" + _LETTERS.join(("ق", "ث", "[يی]", "[شض]", "[ؤز]", "ف", "ث", "[يی]"))
_OTHER_KEYBOARD = re.compile(rf"(?<!{_LETTER})(?:{_KEYS}|(?:hg)?lp[\[^][,;]f)(?!{_LETTER})")
#: The word behind a mark and a sign, or behind a word and its dot. Without one it may be a verb: [The court]{.court}
#: redacted the names.
_BEHIND_MARK = re.compile(r"\}[ \t]{0,3}[:–—-][ \t]{0,3}redacted(?![^\W_])|(?<=[^\W_])\.redacted(?![^\W_.])")
#: What may stand between the word and its bracket: blanks and signs, and other attributes of a mark.
_BETWEEN = re.compile(rf"[\s{_NOTHING}.:#=,;،؛\"'«»“”*_~!|/`<>^%+&$@–—→•-]{{0,40}}")
_BEHIND_BRACKET = re.compile(rf"\]{_BETWEEN.pattern}\Z")
_DOT = re.compile(rf"(?<![^\W_])(?<!{_NOTHING})[{_NOTHING}]*[.۔·․‧∙⋅•][{_NOTHING}]*\Z")
#: What people draw for a bar.
_DRAWN = "\u2580-\u25a0\u25ac-\u25af\u25fc\u2b1b"
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]*[\s/>]")
#: The word as it says that something is so; and what may stand beside it in the same round brackets.
_SAID = r"(?:redacted|(?:ال)?محجوب[^\W_]?)"
_ASIDE = r"[^()\[\]\n]{0,40}"
#: What people write around words instead: ``[redact]…[/redact]``, ``::: redacted``, and the word mistyped in braces.
_OTHERS = re.compile(
    rf"[\[{{][\s{_NOTHING}./#:]{{0,8}}(?:redact|redaction|redacting)(?![^\W_])|"
    rf"[\[{{(][\s{_NOTHING}]{{0,8}}(?:redacted|(?:ال)?محجوب[^\W_]?)[\s{_NOTHING}]{{0,8}}:|"
    rf"^[ \t{_NOTHING}]{{0,8}}:{{2,}}[ \t{_NOTHING}{{.]{{0,8}}redact|"
    # what is to be done
    rf"(?:to be|please)[ ]redact(?:ed)?(?![^\W_.])|[(\[][ ]?(?:لل|[يت])حجب[ ]?[)\]]|"
    # a function, a tag, and braces behind brackets, whatever word they hold
    rf"(?<![^\W_])redact(?:ed|ion|ing)?[(\[{{‹«]|"
    rf"<[\s{_NOTHING}/]{{0,8}}(?:redact(?:ed|ion)?|hide|hidden|censored|secret|spoiler|(?:ال)?محجوب|مخفي)(?![^\W_])|"
    rf"(?:(?<=\] )|(?<=\]\t)|(?<=\]  ))\{{[^{{}}\n.#=]{{0,40}}\}}|"
    # the title of a link, and a bar drawn beside brackets
    rf"\([^()\s]{{1,400}}[ \t]{{1,8}}[\"'](?:redact(?:ed)?|(?:ال)?محجوب[^\W_]?)[\"'][ \t]{{0,8}}[)x]|"
    rf"\][ \t]{{0,3}}[{_DRAWN}]|(?<![{_DRAWN}])[{_DRAWN}]++[ \t]{{0,3}}\[|"
    # words between two bars, and what is said of brackets beside them
    rf"[{_DRAWN}](?=[^\W_])[^\n{_DRAWN}]{{2,200}}(?<=[^\W_])[{_DRAWN}]|"
    rf"(?:(?<=\])|(?<=\][ \t])|(?<=\][ \t][ \t]))"
    rf"\({_ASIDE}(?<![^\W_])(?:{_SAID}|redact(?:ion)?|[لي]?حجب)(?![^\W_]){_ASIDE}\)|"
    rf"(?<![^\W_]){_SAID}[ \t]{{0,3}}:[ \t]{{0,3}}\[|"
    rf"\([^()\n]{{1,200}}[:–—][ \t]{{0,3}}{_SAID}[ \t]{{0,3}}\)|"
    # commands of TeX, and signs of other programs around the word
    rf"{_NOTHING}[a-z]{{0,12}}(?:redact|censor|blackout|conceal)[a-z]{{0,6}}[\[{{(]|"
    rf"([%@$+=])\1[ \t]{{0,3}}{_SAID}[ \t]{{0,3}}\1\1|"
    rf"[*_%@$+=]/[ \t]{{0,3}}(?:{_SAID}|redact)(?![^\W_])",
    re.M,
)
#: What other programs hide or strike out with.
_OF_OTHERS = re.compile(
    r"^[^|\n]{0,400}\|\|(?=[^\s|])[^|\n]{1,200}\|\|[^|\n]*$|~~(?=\S)[^~\n]{1,200}~~|\{\{(?=\S)[^{}\n]{1,200}\}\}", re.M
)
_BRACES = re.compile(r"\{[^{}\n]{0,400}\}|\}[^{}\n]{0,40}\{")
_NAMED = re.compile(rf"[.#][{_NOTHING}]*([a-z][a-z{_NOTHING}]{{4,20}})(?![^\W_]|-)")
#: A typing error or two, and it is still the word.
_NEAR = 2
REDACTED = "redacted"
#: What may stand alone in braces and be the word: in either direction, and from either keyboard.
_ALONE = (REDACTED, REDACTED[::-1], "قثيشؤفثي", "محجوب", "بوجحم")
#: Longer words in their place are words of their own.
_LONGEST = 14
#: Where a word can only have been meant as more than a word: after the sign of a block, a bracket or a brace, alone in
#: a comment or as the label of a footnote, or joined to a bracket that follows.
_MEANT = re.compile(
    r"^[ \t]{0,8}(?:`{3,}|~{3,}|:{2,})[ \t{.]{0,8}(?P<block>[^\W_]{3,14})(?![^\W_])|"
    r"\][ \t]{0,8}\{[\s.:#]{0,8}(?P<brace>[^\W_]{3,14})(?![\w-])|"
    r"\](?:[ \t]{0,8}\[|\.|[ \t]{0,8}[‹«])(?P<label>[^\W_]{3,14})(?![\w-])|"
    r"\[\^(?P<note>[^\W_]{5,14})\]|\{[ \t]{0,8}(?P<alone>[^\W_]{3,14})[ \t]{0,8}\}|"
    r"<!--[\s/]{0,8}(?:(?:start|begin|end|stop|be|to)[\s/_-]{0,8}){0,2}(?P<comment>[^\W_]{3,14})(?![^\W_])|"
    r"\[[ \t]{0,8}/[ \t]{0,8}(?P<closing>[^\W_]{3,14})[ \t]{0,8}\]|^!{3}[ \t]{0,8}(?P<box>[^\W_]{3,14})(?![^\W_])",
    re.M,
)
#: Other words for it, which are everyday words elsewhere.
_FAMILY = frozenset(
    "hide hidden censor censored redact redaction redacting secret withheld spoiler blackout masked anonymised "
    "anonymized "
    "حجب محجوبه للحجب يحجب مخفي مخفيه محذوف محذوفه مطموس مموه سري".split()
)
#: What is said of words that are not there, and of which words it is said.
_WITHHELD = frozenset("redacted withheld censored محجوب محجوبة محجوبه".split())
_OF_WHAT = frozenset("name names source the اسم الاسم اسمه المصدر".split())
_BAR = re.compile(f"[{_DRAWN}]")
_NOT_SO = frozenset(("", "false", "no", "none", "not", "0", "-", "n/a", "لا", "كلا"))
_JOINED = re.compile(r"^[وفل]?(?:ال)?(?=\w{3})")
#: Words that are near and words of their own.
_OWN_WORDS = frozenset(("related", "reacted", "dedicated"))


def _is_meant(word: str, *, brace: bool) -> bool:
    """Whether a word in such a place is one for a redaction, mistyped or not."""
    bare = _JOINED.sub("", word)
    if word in _OWN_WORDS:
        return False
    return (
        not _FAMILY.isdisjoint((word.replace("ة", "ه"), bare.replace("ة", "ه")))
        or OSA.distance(word, REDACTED) <= _NEAR
        or OSA.distance(bare, "محجوب") <= (_NEAR if brace else 1)
    )


def is_meant(text: str, words: str = "") -> bool:
    """Whether a text of few words is one for a redaction: a correction, a label, a heading.

    It is none where it corrects the spelling of ``words``, which are an everyday word themselves.
    """
    said = _words(text)
    near = OSA.distance("".join(said), "".join(_words(words))) <= _NEAR and not _FAMILY.isdisjoint(said)
    return 0 < len(said) <= 2 and not near and any(_is_meant(word, brace=True) for word in said)


def stands_for_words(text: str) -> bool:
    """Whether a text says of other words no more than that they are redacted: as a cell does, or a bar."""
    said = _words(text)
    return bool(_BAR.search(text)) or (not _WITHHELD.isdisjoint(said) and (_WITHHELD | _OF_WHAT).issuperset(said))


def says_no(value: str) -> bool:
    """Whether a value says that something is not so."""
    return _plain(value).strip() in _NOT_SO


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]{3,14}", _plain(text).replace(_NOTHING, ""))


def is_near(word: str) -> bool:
    """Whether a word is the one for a redaction with a typing error or two in it."""
    return word != REDACTED and OSA.distance(word, REDACTED, score_cutoff=_NEAR) <= _NEAR


def slips(
    text: str, known: Collection[int] = (), syntax: Iterable[tuple[int, int]] | None = None
) -> Iterator[tuple[int, int, bool]]:
    """Where a text has what was meant as a redaction and is none: from where, up to where, and whether with its dot.

    ``known`` are the offsets at which an attribute of a mark that is in order begins, ``syntax`` what else of a text is
    written of marks and links and is no bracket of its own; where it is not given, the text is not one in Markdown.
    """
    if not _may_hold(text):
        return
    plain = _plain(text)
    letters = list(plain)
    for begin, end in syntax or ():
        letters[begin:end] = ["x" if letter in "[]{})" else letter for letter in letters[begin:end]]
    brackets = "".join(letters)
    told = bytearray(len(plain))
    for match in _WORD.finditer(plain):
        start, end = match.span()
        dot = _DOT.search(plain[max(0, start - 20) : start])
        if start - 1 in known:
            continue
        first, last = _brackets(brackets, plain, start, end)
        if dot or first is not None or last is not None:
            begin = first if first is not None else start - (len(dot[0].lstrip(_NOTHING)) if dot else 0)
            told[begin:end] = bytes([1]) * (end - begin)
            yield begin, end, bool(dot) and match[0].startswith("r")
    others = [
        match.span()
        for text, pattern in (
            (brackets, _OTHERS),
            (plain, _OTHER_KEYBOARD),
            (plain, _BEHIND_MARK),
            ("" if syntax is None else brackets, _OF_OTHERS),
        )
        for match in pattern.finditer(text)
    ]
    alone = [match.span() for match in _BRACES.finditer(brackets) if _is_alone(match[0])]
    in_order = sorted(known)
    for begin, end in sorted((*others, *alone)):
        follows = bisect_left(in_order, begin)
        if not told[begin] and not (follows < len(in_order) and in_order[follows] < end):
            told[begin:end] = bytes([1]) * (end - begin)
            yield begin, end, False
    for match in _MEANT.finditer(_seen(brackets, plain)):
        kind = match.lastgroup or ""
        if _is_meant(match[kind], brace=kind == "brace") and not any(told[match.start() : match.end()]):
            told[match.start() : match.end()] = bytes([1]) * (match.end() - match.start())
            yield match.start() + match[0].startswith("]"), match.end(), False
    for group in _BRACES.finditer(brackets):
        for match in _NAMED.finditer(group[0]):
            word = match[1].replace(_NOTHING, "")
            at = group.start() + match.start()
            if at not in known and not told[at] and is_near(word):
                yield group.start(), group.start() + match.end(), False


def _is_alone(group: str) -> bool:
    """Whether braces hold letters that together are a word for a redaction, whatever stands between them."""
    letters = "".join(re.findall(_LETTER, group))
    if not 3 < len(letters) <= _LONGEST or letters in _OWN_WORDS:
        return False
    return any(OSA.distance(letters, word) <= (_NEAR if len(word) > 5 else 1) for word in _ALONE)


def _seen(brackets: str, plain: str) -> str:
    """What ``brackets`` says, with the calls of footnotes, whose brackets are syntax and whose labels are looked at."""
    return _CALL.sub(lambda match: plain[match.start() : match.end()], brackets)


def _may_hold(text: str) -> bool:
    """A quick look: without any of these there is nothing to be found."""
    return bool(_QUICK.search(text)) or any(_folded(char) != char for char in set(text) if ord(char) > 0x2FF)


_CALL = re.compile(r"x\^[^\W_]{5,14}x")
_QUICK = re.compile(
    rf"re|rd|detc|hid|cens|secr|lp|حجب|محج|بوج|مخف|قث|[{{&%\\{_DRAWN}]|```|~~|\|\||!!!|::|\]\[|\[[\^/]|<!--", re.I
)


def _plain(text: str) -> str:
    """A text as a person reads it, each character in its place: letters without case and form, all brackets of a kind
    alike, codes as what they stand for, and a blank sign for what is passed over."""
    pieces: list[str] = []
    at = 0
    for match in _CODE.finditer(text):
        pieces += [text[at : match.start()], _decoded(match[0])]
        at = match.end()
    pieces.append(text[at:])
    whole = "".join(pieces)
    return whole.translate({ord(char): _folded(char) for char in set(whole)})


def _decoded(code: str) -> str:
    """What a code stands for, as long as the code is."""
    char = chr(int(code[1:], 16)) if code[0] == "%" else uncoded(code)
    return (char[:1] + _NOTHING * len(code))[: len(code)] if char != code else code


#: Letters of other alphabets that look like those of the word.
_ALIKE = dict(zip("асԁетгαϲετ", "acdetracet", strict=True))


@lru_cache(maxsize=100_000)
def _folded(char: str) -> str:
    if char in "\\\u0640" or (unicodedata.category(char) in ("Cf", "Mn", "Cc") and char not in "\n\t"):
        return _NOTHING
    kind = unicodedata.category(char)
    plain = unicodedata.normalize("NFKC", char).casefold()[:1] or _NOTHING
    plain = _ALIKE.get(plain, plain)
    if kind in ("Ps", "Pe") and plain not in _OPENING + _CLOSING:
        name = unicodedata.name(char, "")
        pair = "{}" if "CURLY" in name else "()" if "PARENTHESIS" in name and "ORNATE" not in name else "[]"
        return pair[kind == "Pe"]
    return plain


def _brackets(text: str, plain: str, start: int, end: int) -> tuple[int | None, int | None]:
    """The offsets of the brackets, or of what is like them, between which a word stands, or beside which.

    Round ones count where the word alone fills them, or words in brackets stand before; a bracket that opens after the
    word, or of which a sentence goes on, is one of the text's own. In ``text`` those of marks and links are gone.
    """
    first, last = _bracket_before(text, start), _bracket_after(text, end)
    if first is not None and text[first] == "(" and (last is None or text[last] != ")"):
        first = first if _BEHIND_BRACKET.search(plain, max(0, first - 41), first) else None
    if first is not None and text[first] == ")":
        first = None
    if last is not None and (text[last] in "([" or (text[last] == ")" and first is None)):
        last = None
    return first, last


def _bracket_before(text: str, at: int) -> int | None:
    index = at
    while index > 0 and at - index < 40:
        index -= 1
        if text[index] in "[{(]})":
            return index
        if not _BETWEEN.fullmatch(text[index]):
            return _brace_before(text, index)
    return None


def _brace_before(text: str, at: int) -> int | None:
    """The offset of a brace, or of a tag, that is open here, in the same line."""
    line = max(text.rfind("\n", 0, at) + 1, at - 400)
    for opens, closes in ("{}", "<>"):
        open_at = text.rfind(opens, line, at + 1)
        is_open = open_at >= 0 and text.find(closes, open_at, at) < 0
        if is_open and (opens == "{" or _TAG.match(text, open_at)):
            return open_at
    return None


def _bracket_after(text: str, at: int) -> int | None:
    match = _BETWEEN.match(text, at)
    end = match.end() if match else at
    return end if text[end : end + 1] and text[end] in "[{(]})" else None
