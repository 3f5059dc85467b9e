"""How far a title reaches: what it is the office of, up to a verb, a name, a sign or another title."""

from __future__ import annotations

from pobratim.reading.context import Context, Mention
from pobratim.reading.records.lexicon import listed
from pobratim.reading.records.titles.heads import is_head, is_honour
from pobratim.reading.records.titles.words import INSIDE_PREPOSITIONS
from pobratim.reading.text.segments import Token

_LONGEST = 28
"""Tokens between a title's head and the name; longer ones are lists, not titles."""


def complement_end(context: Context, tokens: list[Token], spans: dict[int, Mention], start: int, limit: int) -> int:
    """Where what the title is of ends: at a verb, a sign, a person, another title."""
    index = start
    limit = min(limit, start + _LONGEST)
    named = False
    while index < limit:
        if named and _is_house(tokens, index):
            break
        mention = spans.get(index)
        if mention is not None:
            if context.by_id[mention.entity].type == "person" or (named and _stands_apart(context, spans, mention)):
                break
            named = True
            index = mention.last
            continue
        token = tokens[index]
        if token.word is None:
            closing = _sign_end(tokens, spans, index, start, limit)
            if closing is None:
                break
            index = closing
            continue
        if len(token.text) == 1 and token.text.isupper() and index + 1 < limit and tokens[index + 1].text == ".":
            break  # «глава района | П. Лаптев»
        if is_head(tokens, index, spans) and (named or not _inside(tokens, index, start)):
            break
        if named and token.lower == "и" and index + 1 not in spans:
            break  # «мэр Омска и почётный гражданин»
        if named and token.lower == "за":
            break  # «представители Омска | за три дня работы в Бресте»
        if not _complements(token, tokens, index, start) or is_honour(token) or (named and token.text.isdigit()):
            break
        index += 1
    while index > start and tokens[index - 1].lower in INSIDE_PREPOSITIONS | {"и"}:
        index -= 1
    return index


def _stands_apart(context: Context, spans: dict[int, Mention], mention: Mention) -> bool:
    """«консул Японии в Хабаровске | Фукусима Масанури»: two names in the nominative right behind another name are
    those of a person, whatever town is called so."""
    entity, tokens = context.by_id[mention.entity], context.layout.tokens
    nominative = entity.type == "city" and tokens[mention.first].text == entity.name
    return nominative and mention.first - 1 in spans and mention.last < len(tokens) and tokens[mention.last].capital


def _sign_end(tokens: list[Token], spans: dict[int, Mention], index: int, start: int, limit: int) -> int | None:
    """Where the words go on after a sign that does not end them: quotation marks, brackets, the stop of an
    abbreviation, the comma of a list («по культуре, спорту и туризму»)."""
    text = tokens[index].text
    if text == "(":
        closing = next((i for i in range(index + 1, min(limit, index + 6)) if tokens[i].text == ")"), None)
        return closing + 1 if closing is not None else None
    if text in {"«", "„", "“", '"'}:
        ends = (i for i in range(index + 1, min(limit, index + 9)) if tokens[i].text in {"»", "“", "”", '"'})
        closing = next(ends, None)
        named = closing is not None and not any(i in spans for i in range(index, closing))
        return closing + 1 if named and closing is not None else index + 1
    if text in {"»", "№", "”"}:
        return index + 1
    if text == "." and index > start and tokens[index - 1].lower in _ABBREVIATED:
        return index + 1
    if text == "," and index > start and _list_goes_on(tokens, spans, index, limit):
        return index + 1
    return None


_ABBREVIATED = frozenset({"г", "гор", "обл", "р", "им", "пос", "ул"})


def _list_goes_on(tokens: list[Token], spans: dict[int, Mention], comma: int, limit: int) -> bool:
    """Do only small words in one row follow up to an «и» with its word («…, спорту и туризму»)?"""
    for index in range(comma + 1, min(limit, comma + 9)):
        token = tokens[index]
        if token.text == ",":
            continue
        if token.word is None or token.capital or index in spans or is_head(tokens, index, spans):
            return False
        if token.lower == "и":
            after = tokens[index + 1] if index + 1 < limit else None
            return index > comma + 1 and after is not None and not after.capital and _oblique(after)
        if not _oblique(token) and token.lower not in INSIDE_PREPOSITIONS:
            return False
    return False


def _oblique(token: Token) -> bool:
    return token.word is not None and any(
        p.pos in {"NOUN", "ADJF", "PRTF"} and p.case in {"gent", "datv", "loct"} for p in token.word.parses
    )


def _inside(tokens: list[Token], index: int, start: int) -> bool:
    """Is the head part of what another title is of («совет директоров», «пресс-служба губернатора»)?"""
    before, head = tokens[index - 1], tokens[index]
    near = {token.lower for token in tokens[max(start, index - 2) : index]}
    if "при" in near and head.is_case("loct"):
        return True  # «совет при главном архитекторе»
    if index - 1 > start and before.lower == "народных":
        before = tokens[index - 2]  # «собрание народных представителей»
    if index == start or before.word is None or before.word.pos != "NOUN":
        return False
    return head.lower != head.lemma and head.is_case("gent")


_COMPLEMENT_CASES = frozenset({"gent", "datv", "ablt", "loct", "accs"})
_NEVER_COMPLEMENT = frozenset({"VERB", "INFN", "PREP", "CONJ"})


def _complements(token: Token, tokens: list[Token], index: int, start: int) -> bool:
    word = token.word
    assert word is not None
    if word.form == "на" and index + 1 < len(tokens) and tokens[index + 1].capital:
        return True  # «посол Евросоюза на Южном Кавказе»
    if word.form in {"в", "во"} and index + 1 < len(tokens) and _is_direction(tokens[index + 1]):
        return False
    if word.form in INSIDE_PREPOSITIONS or word.form.isdigit():
        joined = word.form in {"с", "со"} and index > start and tokens[index - 1].lemma in _RELATIONS
        return joined or word.form not in {"с", "со", "у", "на"}  # «отдела по связям с общественностью»
    if word.form == "и":
        return index > start
    if not word.parses or (token.text.isupper() and 1 < len(token.text) < 6):
        return True
    return any(
        parse.pos in {"NOUN", "ADJF", "PRTF", "NUMR"} and parse.case in _COMPLEMENT_CASES for parse in word.parses
    ) and not any(parse.pos in _NEVER_COMPLEMENT and parse.score > 0.5 for parse in word.parses)


def _is_house(tokens: list[Token], index: int) -> bool:
    """«(встретился с мэром Гродно) в мэрии»: where he was met."""
    return tokens[index].lemma in _HOUSES and tokens[index - 1].lower in {"в", "во"}


_HOUSES = listed("chiefs", "houses")
_RELATIONS = frozenset({"связь", "взаимодействие", "сотрудничество", "работа", "отношение"})


def _is_direction(place: Token) -> bool:
    """«(поездка губернатора области) в Ереван»: an accusative says where to, a locative may belong to the title."""
    cases = place.word.cases if place.word is not None and place.capital else set()
    return "accs" in cases and "loct" not in cases
