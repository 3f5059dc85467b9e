"""The words of a title: what of «директор по сбыту ОАО «Луч»», «глава города Омска» names the office.

The office ends where its authority, its firm or its place is named. Parts of an authority belong to the office
(«начальник управления культуры» | «администрации Брянска»), words that only announce what is named
next do not («директор» | «завода «Луч»», «мэр» | «китайского города Харбина»).
"""

from __future__ import annotations

import re
from functools import cache

from pobratim.model.reading import PLACE_TYPES
from pobratim.reading.context import Context, Mention
from pobratim.reading.data import load_toml
from pobratim.reading.names.organizations.heads import head_of, institutions, words
from pobratim.reading.text.inflection import inflect
from pobratim.reading.text.morph import Parse, word
from pobratim.reading.text.segments import Token

INSIDE_PREPOSITIONS = frozenset({"по", "в", "во", "на", "при", "за", "от", "у", "для", "с", "со", "над"})
DASHES = frozenset("-–—−")
_SIGNS = frozenset('«»"“”„№(,.') | DASHES


@cache
def announcing(key: str) -> frozenset[str]:
    """One list of the table ``announcing`` of `data/records/titles.toml`."""
    return frozenset(load_toml("records/titles.toml")["announcing"][key])


@cache
def _chiefs() -> dict[str, frozenset[str]]:
    """Authorities that the title of their chief names too → the titles of these chiefs."""
    chiefs = load_toml("records/titles.toml")["announcing"]["with_chief"]
    return {authority: frozenset(titles) for authority, titles in chiefs.items()}


@cache
def _offices() -> frozenset[str]:
    return frozenset(load_toml("records/titles.toml")["heads"])


def words_end(context: Context, head_end: int, last: int, mentions: list[Mention]) -> tuple[int, str]:
    """Where the words of the office end among tokens ``head_end`` to ``last``, and the dictionary form of a
    general word for its place left out («города» in «мэр города»; '' if none)."""
    tokens = context.layout.tokens
    named = mentions[0] if mentions else None
    if named is not None:
        end = _inside_authority(context, head_end, named)
        if end is not None:
            return end, ""
    end = named.first if named is not None else last
    pronoun = next((i for i in range(head_end, end) if _is_pronoun(tokens[i])), None)
    firm = named is not None and context.by_id[named.entity].type == "organization"
    name = next((i for i in range(head_end, end) if tokens[i].text in "«„“\"" or _initials(tokens[i])), None)
    if name is not None:  # a firm that is no entity: «ректор ТвГУ», «руководитель РКК „Энергия“»
        end = _without_institution(tokens, head_end, name)
    elif firm and named is not None and not _goes_on(tokens[named.first]):
        end = _without_institution(tokens, head_end, end)
    river = tokens[end - 1].capital and [token.lower for token in tokens[end - 3 : end - 1]] == ["города", "на"]
    if river and end - head_end > 2:
        end -= 2  # «мэр города | на Неве»: what poets call the town
    end, general = _without_general(tokens, head_end, end, bare=named is None)
    whole = next((i for i in range(head_end, end - 1) if tokens[i].lemma == "постоянный"), None)
    if whole is not None and tokens[whole + 1].lemma == "комитет" and named is not None:
        end = whole  # «Постоянный комитет Собрания народных представителей» is a body
    if _part_of(tokens, head_end, end):
        end -= 1  # «начальник отдела туризма мэрии»: of which town is not said
    if pronoun is not None and pronoun < end:  # «губернатор этого региона», «глава нашего города»
        end = pronoun
    return end, general


def _inside_authority(context: Context, head_end: int, named: Mention) -> int | None:
    """The end inside the mention: «глава | администрации» of Brest, «председатель | комитета по спорту» of Omsk."""
    tokens = context.layout.tokens
    first = named.first
    if context.by_id[named.entity].type != "organization":
        return None
    lemma = tokens[first].lemma
    if lemma in _chiefs() and first == head_end:
        chiefs = _chiefs()[lemma]
        return first + 1 if not tokens[head_end - 1].word or tokens[head_end - 1].lemma in chiefs else None
    if lemma not in announcing("parts") or first + 1 >= named.last or tokens[first + 1].capital:
        return None
    end = first + 1
    while end < named.last and not tokens[end].capital and tokens[end].lemma not in words("authority", "wholes"):
        end += 1
    return end


def _without_institution(tokens: list[Token], head_end: int, end: int) -> int:
    """Leave out what announces a firm: «(директор) производственного объединения «»."""
    heads = [i for i in range(head_end, end) if _institution(tokens[i])]
    if not heads:
        return end
    start = heads[0]
    while start > head_end and _is_adjective(tokens[start - 1]):
        start -= 1
    return start


def _goes_on(token: Token) -> bool:
    """Does the name begin with a body or its adjective («отделения | Посольства …»), so that it does not end in
    what is announced?"""
    if token.word is None or not any(parse.case == "gent" for parse in token.word.parses[:4]):
        return False
    return bool(head_of(token)) or _is_adjective(token)


def _initials(token: Token) -> bool:
    return token.word is not None and token.text.isupper() and 1 < len(token.text) < 7


def _part_of(tokens: list[Token], head_end: int, end: int) -> bool:
    """«(начальник) отдела туризма | мэрии»: part and whole, both without a name?"""
    return (
        end - head_end > 1
        and tokens[head_end].lemma in announcing("parts")
        and tokens[end - 1].lemma in words("authority", "wholes")
    )


def _institution(token: Token) -> bool:
    if token.word is None or token.lemma in announcing("parts"):
        return False
    return token.lemma in institutions() or token.lemma in announcing("institutions")


def _without_general(tokens: list[Token], head_end: int, end: int, *, bare: bool) -> tuple[int, str]:
    """Leave out signs, general words for places and adjectives right before what is named."""
    general = ""
    while end > head_end:
        token = tokens[end - 1]
        if token.text in _SIGNS or token.lower in INSIDE_PREPOSITIONS or token.lower in {"и", *announcing("legal")}:
            end -= 1
        elif token.word is not None and _is_general(tokens, end - 1):
            general = next(iter(sorted(token.word.lemmas & announcing("general"))))
            end -= 1
        elif (_is_adjective(token) and (general or not bare)) or (general and _is_numbered(token)):
            end -= 1
        else:
            break
    return end, general


def _is_numbered(token: Token) -> bool:
    return _NUMBERED.match(token.text) is not None or token.lower in _SEVERAL


_SEVERAL = frozenset({"двух", "обоих", "трёх", "трех", "четырёх", "четырех"})
"""«мэры двух городов»."""
_NUMBERED = re.compile(r"\d+(?:-?(?:го|й|му|м))?$")
"""«глава 47-го региона»: as number plates have it."""


def _is_general(tokens: list[Token], index: int) -> bool:
    word = tokens[index].word
    if word is None or word.lemmas.isdisjoint(announcing("general")):
        return False
    if word.lemma == "община":
        return not _is_adjective(tokens[index - 1])  # «кмет общины Энск», but «председатель городской общины»
    return word.lemma != "образование" or tokens[index - 1].lemma == "муниципальный"


def _is_adjective(token: Token) -> bool:
    if token.word is None or token.text[0].isdigit():
        return False
    parses = token.word.parses
    return any(parse.pos in {"ADJF", "PRTF"} for parse in parses[:4]) and token.lower.endswith(_ADJECTIVAL)


_ADJECTIVAL = (
    *("ого", "его", "ой", "ей", "ых", "их", "ым", "им", "ому"),
    *("ему", "ий", "ый", "ая", "ое", "ую", "ые", "ом", "ем"),
)


def _is_pronoun(token: Token) -> bool:
    return token.word is not None and any("Apro" in parse.tags for parse in token.word.parses)


def in_nominative(tokens: list[Token], head: int) -> str:
    """The words of a title in the nominative singular, in small letters; ``head`` counts in ``tokens``."""
    before, form = [token.lower for token in tokens[:head]], tokens[head].lower
    form = _SHORT.get(form, form)
    gender = "masc"
    # «исполняющего обязанности главного врача»: nothing after «обязанности» changes
    acting = any(word.startswith("исполняющ") or word in {"врио", "о", "п"} for word in before)
    if not acting and not _INDECLINABLE.match(form):
        parse = next((p for p in _nouns(tokens[head]) if p.case), None)
        if parse and parse.gender == "femn" and "anim" in parse.tags:  # «глава» is none, «председательница» is
            gender = "femn"
        form = inflect(form, "nomn", "sing", like=parse.lemma) if parse else form
    ends = next((i for i, word in enumerate(before) if word.startswith("исполняющ")), head)
    first = [_modifier(word, gender) if i <= ends else word for i, word in enumerate(before)]
    singular = " ".join([*first, form, *(token.lower for token in tokens[head + 1 :])])
    for apart, joined in ((" - ", "-"), (" , ", ", "), ("и . о .", "и. о."), ("и . п .", "и. п."), (" . ", ". ")):
        singular = singular.replace(apart, joined)
    return singular.strip(" ,-–—«»\"“”„(")


_SHORT = {"рук": "руководитель"}
"""«(рук. Анна Котова)»."""


def _nouns(token: Token) -> list[Parse]:
    """The ways to read a head, those that stand in the list of offices first."""
    parses = token.word.parses if token.word else ()
    nouns = [parse for parse in parses if parse.pos == "NOUN" or "Subx" in parse.tags or parse.pos == "PRTF"]
    return sorted(nouns, key=lambda parse: parse.lemma not in _offices())


def _modifier(form: str, gender: str) -> str:
    pos = next((parse.pos for parse in word(form).parses if parse.pos in {"ADJF", "PRTF"}), None)
    return inflect(form, "nomn", "sing", gender, like=pos) if pos and len(form) > 2 else form


_INDECLINABLE = re.compile(
    "(?:зам(?!ести)|пом|пред(?!сед))[а-я]+[ая]$|зав[а-я]+(?:ой|ом|ем|ей)$|замглавы$|зам$|зав$|врио$"
)


def place_after(context: Context, mentions: list[Mention], organization: Mention | None) -> str | None:
    """The place of the office: the first one named, or the seat of the authority."""
    places = [m for m in mentions if context.by_id[m.entity].type in PLACE_TYPES]
    if organization is None:
        return places[0].entity if places else None
    seat = context.found.seats.get(organization.entity)
    return seat or (places[0].entity if places and places[0].first > organization.first else None)


def land_sent_to(context: Context, mentions: list[Mention]) -> str | None:
    """«представитель президента Киргизии в | Ошской области»: the land inside the one that sent him."""
    places = [m for m in mentions if context.by_id[m.entity].type in PLACE_TYPES]
    if len(places) < 2 or context.layout.tokens[places[1].first - 1].lower not in {"в", "во", "по"}:
        return None
    sender, inner = (context.by_id[mention.entity] for mention in places[:2])
    within = sender.type == "country" != inner.type and sender.country == inner.country is not None
    return inner.id if within else None
