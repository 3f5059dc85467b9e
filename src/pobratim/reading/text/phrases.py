"""Noun phrases into their dictionary form: the head and what agrees with it, the rest untouched.

«Минского часового завода» → «Минский часовой завод», «первым заместителем председателя» →
«первый заместитель председателя», «технологиями водоснабжения» → «технологии водоснабжения».
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pobratim.reading.text.inflection import inflect
from pobratim.reading.text.morph import Parse, Word, word
from pobratim.reading.text.segments import DESCRIBING

_LIKELY = 0.1
_ORDINAL = re.compile(r"(\d+)-(?:го|ого|му|ому|м|ом|ю|ую|й|я|е)$")
_ENDINGS = {"masc": "й", "femn": "я", "neut": "е"}
"""«13-го заседания» → «13-е заседание»."""
_JOINING = frozenset({"и", ",", "-", "–"})


def nominative(words: Sequence[str], *, keep_number: bool = True) -> list[str]:
    """The words of one noun phrase with its head in the nominative.

    The head is the first noun; adjectives and participles before it that agree with it follow it into
    the nominative; everything after the head keeps its form. Without ``keep_number`` the head becomes
    singular. A phrase whose head cannot be told comes back unchanged.
    """
    forms = [word(text) for text in words]
    head = _head(forms, words)
    if head is None:
        return list(words)
    index, parse = head
    number = parse.number if keep_number or "Pltm" in parse.tags else "sing"
    result = list(words)
    if parse.case != "nomn" or number != parse.number:
        result[index] = _decline(words[index], parse, number)
    for i in range(index):
        result[i] = _agree(words[i], forms[i], parse, number, result[i])
    for i, noun in _coordinated(forms, words, index, parse):
        result[i] = _decline(words[i], noun, noun.number)
        for j in range(i - 1, index, -1):
            if not forms[j].is_pos(*DESCRIBING) or not agrees(forms[j], noun):
                break
            result[j] = _agree(words[j], forms[j], noun, noun.number, result[j])
    return result


def _coordinated(
    forms: Sequence[Word], words: Sequence[str], head: int, parse: Parse
) -> Iterator[tuple[int, Parse]]:
    """Nouns joined to the head by «и» or a comma in its case: «развитию и расширению связей».

    A genitive head takes only the noun right after «и»: further genitives are complements.
    """
    if parse.case in {None, "nomn"}:
        return
    joined = False
    for i in range(head + 1, len(forms)):
        if forms[i].pos == "PREP":
            return  # «сотрудничество в сферах культуры и спорта»: what follows hangs on the preposition
        if words[i] in {"и", ","}:
            joined = parse.case != "gent" or i == head + 1
            continue
        nouns = [p for p in forms[i].parses if p.pos == "NOUN" and p.case == parse.case]
        if joined and nouns and forms[i].pos == "NOUN" and not _goes_with_complement(forms, head, i):
            yield i, nouns[0]
        joined = joined and forms[i].is_pos(*DESCRIBING)


def _goes_with_complement(forms: Sequence[Word], head: int, index: int) -> bool:
    """«(на) форуме городов Беларуси и | России»: a genitive like the noun right before «и»."""
    before = next((form for form in reversed(forms[head + 1 : index]) if form.pos == "NOUN"), None)
    return before is not None and all(form.is_case("gent") for form in (before, forms[index]))


def _head(forms: Sequence[Word], words: Sequence[str]) -> tuple[int, Parse] | None:
    """Index and parse of the first noun, its case agreeing with the adjectives before it."""
    for i, form in enumerate(forms):
        nouns = [p for p in form.parses if p.pos == "NOUN" and p.case and words[i] not in _JOINING]
        if not nouns:
            adjectival = any(p.pos in DESCRIBING for p in form.parses)
            if adjectival or words[i] in _JOINING or form.form.isdigit() or not form.parses:
                continue
            return None
        if any(_qualifies(form, noun) for noun in _nouns_after(forms, i)):
            continue
        before = [forms[j] for j in range(i) if any(p.pos in DESCRIBING for p in forms[j].parses)]
        agreeing = [p for p in nouns if all(agrees(b, p) for b in before)]
        return i, (agreeing or nouns)[0]
    return None


def _nouns_after(forms: Sequence[Word], index: int) -> Iterator[Word]:
    """The first noun after ``index``, adjectives skipped (they may be nouns too)."""
    for form in forms[index + 1 :]:
        if form.is_pos("NOUN"):
            yield form
        if not form.is_pos(*DESCRIBING):
            return


def _qualifies(form: Word, noun: Word) -> bool:
    """Is it an adjective of that noun, though it could be a noun («часового завода»)?"""
    if form.pos == "NOUN" and not any(p.pos in DESCRIBING and p.score >= _LIKELY for p in form.parses):
        return False  # «главой администрации»: «главый» is hardly ever meant
    return any(p.pos == "NOUN" and p.case and agrees(form, p) for p in noun.parses)


def agrees(adjective: Word, noun: Parse) -> bool:
    """Can it describe the noun: in one case and number, and in the singular of one gender?"""
    return any(
        p.pos in DESCRIBING
        and p.case == noun.case
        and p.number == noun.number
        and (p.number == "plur" or p.gender == noun.gender or noun.gender is None)
        for p in adjective.parses
    )


def _decline(text: str, parse: Parse, number: str | None) -> str:
    wanted = ["nomn"] + ([number] if number else [])
    return inflect(text, *wanted, like=parse.lemma)


def _agree(text: str, form: Word, noun: Parse, number: str | None, otherwise: str) -> str:
    if figures := _ORDINAL.match(text):
        return f"{figures[1]}-{'е' if number == 'plur' else _ENDINGS.get(noun.gender or '', 'й')}"
    if not any(p.pos in DESCRIBING for p in form.parses):
        return otherwise
    wanted = ["nomn"]
    if number == "plur":
        wanted.append("plur")
    else:
        wanted += ["sing"] + ([noun.gender] if noun.gender else [])
    pos = next(p.pos for p in form.parses if p.pos in DESCRIBING)
    return inflect(text, *wanted, like=pos)
