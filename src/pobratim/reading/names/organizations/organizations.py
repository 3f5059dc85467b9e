"""Organizations: authorities, plants, universities, media, and how short and full names belong together.

Names are found by the list of those the field knows (`known`), by the word at their head
(`authorities`), by quotation marks behind such a word, and by the tagger.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pobratim.reading.names.identity import within_one_edit
from pobratim.reading.names.names import Name, beyond, nationalities, titles
from pobratim.reading.names.organizations.authorities import committees, headed
from pobratim.reading.names.organizations.bare import bare
from pobratim.reading.names.organizations.complements import behind_place, of_a_country
from pobratim.reading.names.organizations.heads import (
    described,
    generic,
    head_of,
    legal_form,
    phrase,
    plural,
    pronoun,
    spelled,
    words,
)
from pobratim.reading.names.organizations.known import listed
from pobratim.reading.names.organizations.numbered import numbered
from pobratim.reading.names.organizations.parts import with_parts
from pobratim.reading.names.organizations.quoted import CLOSE, OPEN, quoted
from pobratim.reading.names.organizations.regional import regional
from pobratim.reading.names.organizations.repeated import bracketed, by_head, repeated, without_things
from pobratim.reading.names.organizations.surroundings import (
    abbreviations,
    honouring,
    in_capitals,
    ports,
    sources,
    unquoted,
)
from pobratim.reading.names.organizations.told_apart import told_apart
from pobratim.reading.names.places.gazetteer import fold, of_a_town
from pobratim.reading.names.places.placenames import KNOWN
from pobratim.reading.names.tagger import Tagged
from pobratim.reading.text.declension import VOWELS
from pobratim.reading.text.morph import Word, inflect, is_known, word
from pobratim.reading.text.segments import Layout, Token

ABBREVIATED, TAGGED, DOUBTFUL = 75, 52, 15


def find_organizations(layout: Layout, tagged: Sequence[Tagged], places: Sequence[Name]) -> list[Name]:
    """The organizations that the text names, each mention by itself; ``places`` are those found in it."""
    sure = [*listed(layout), *compounds(layout), *named_universities(layout)]
    taken = {i for name in sure for i in range(name.first, name.last)}
    places = [p for p in places if p.geonames or taken.isdisjoint(range(p.first, p.last))]
    in_quotes = without_things(layout, list(quoted(layout, tagged, places)))
    names = [
        *behind_place(layout, sure, places),
        *committees(layout, places),
        *within_no_quotation(headed(layout, places), in_quotes),
        *numbered(layout),
        *in_quotes,
        *addresses(layout),
        *unquoted(layout, tagged, places),
        *behind_place(layout, by_tagger(layout, tagged, places), places),
        *honouring(layout, tagged, places),
        *ports(layout, places),
        *in_capitals(layout, places),
        *told_apart(layout, places),
    ]
    names.extend(abbreviations(layout, names, places))
    names.extend(sources(layout, {i for name in names for i in range(name.first, name.last)}))
    of_a_country(layout, names)
    people = {name.first for name in tagged if name.kind == "PER"}
    names.extend(regional(layout, names, places))
    names = with_parts(layout, [*names, *bare(layout, names, places, people)])
    names.extend(bracketed(layout, names, places))
    return [*names, *repeated(layout, names), *by_head(layout, names)]


def within_no_quotation(names: Iterable[Name], quotations: Sequence[Name]) -> Iterator[Name]:
    """Without those that are the beginning of a longer name in quotation marks («Центр детского творчества „Лад“»)."""
    ends = {name.first: name.last for name in quotations}
    return (name for name in names if ends.get(name.first, 0) <= name.last)


# ---------------------------------------------------------------- ministries in short, addresses


_MINISTRY = re.compile(
    r"мин(?:[сч]ельхоз|пром|эконом|здрав|обр|спорт|культ|транс|стро[йяюе]|фин|энерго|природ|торг|арх|жкх|жил|цифр|юст"
    r"|обор|наук|связ|труд|соц|лес|рег|вост|тур|информ|имущ|внеш|топ|нефт|сельхозпрод|молод)\w*$",
    re.IGNORECASE,
)
_OFFSHOOT = re.compile(
    r"\w+-(?:Информ|Инфо|Пресс|Медиа|Ньюс|Онлайн|ТВ|Экспресс|Авиа)$|(?:НИА|РИА|НТА|ИА|АиФ|МК|КП|АПИ|Интерфакс|ИНТЕРФАКС|ТАСС|БЕЛТА|Вести|Новости|Комсомолка)-\w[\w-]*$"
)
_MODEL = re.compile(r"[A-ZА-ЯЁa-zа-яё]+-\d")
"""«МАЗ-303»: a product, not its maker."""
_DOMAIN = re.compile(
    r"(?<![\w/@.-])[a-zа-яё0-9-]+(?:\.[a-zа-яё0-9-]+)*\.(?:ru|by|рф|com|kz|uz|org|net|info|am|kg|md|lv|lt|ee|ge|az|tj|tm|ua|cn|de|pl|rs|eu|бел|su|tv|fm|news|press|media|online)\b(?![/@\w-])",
    re.IGNORECASE,
)


_HIGH_SCHOOL = re.compile(r"[А-Я]\w*[а-я]\w*(?:ГУ|ГТУ|ГМУ|ГПУ|ГАУ|ФУ|ГТА|ГЭУ|ГСХА|НИУ|НИТУ|ТПП|ЖД|НПЗ|ТВ)$")
"""«ПсковГУ», «СамГТУ», «БелТПП»: an abbreviation that begins with a place."""
_UNIVERSITY = re.compile(r"[А-Я]{1,4}(?:Г[ТПМАЭ]?У|ФУ)$")
"""«ДГТУ», «ЮРГПУ»: a state or federal university."""
_MEDIUM = re.compile(r"[A-Z][A-Za-z]{2,}(?:News|Media|Press|Inform|Today|Post|Times)$")
"""«EnskNews»: a medium by the end of its name."""


def compounds(layout: Layout) -> Iterator[Name]:
    """«Минсельхозпрода», «Минтранс», «ПсковГУ», «НИА-Камчатка»: names known by how they are built."""
    for i, token in enumerate(layout.tokens):
        if token.word is None or not token.capital or len(token.text) < 4 or _is_event(layout.tokens, i):
            continue
        if _UNIVERSITY.match(token.text) and not legal_form(token):
            yield Name(i, i + 1, "organization", token.text, ABBREVIATED)
            continue
        if _MEDIUM.match(token.text) and not (i and layout.tokens[i - 1].end == token.start):
            yield Name(i, i + 1, "organization", token.text, ABBREVIATED)
            continue
        if _HIGH_SCHOOL.match(token.text):
            yield Name(i, i + 1, "organization", token.text, ABBREVIATED)
            continue
        if len(token.text) < 6:
            continue
        if _OFFSHOOT.match(token.text):
            yield Name(i, i + 1, "organization", token.text, ABBREVIATED)
        elif (_MINISTRY.match(token.text) and not _otherwise_known(token)) or _company(token):
            yield Name(i, i + 1, "organization", _bare(token), ABBREVIATED)


_UNDECLINED = ("пром", "хим", "ком", "дом", "агропром")
"""How names end that seem to be in the instrumental («Минпром»)."""


def _is_event(tokens: Sequence[Token], i: int) -> bool:
    """«Белагро», «на выставке «Агропром»»: a fair, not a company."""
    quoted_behind = i > 1 and tokens[i - 1].text in OPEN and tokens[i - 2].lemma in words("other", "heads")
    return quoted_behind or _bare(tokens[i]).lower() in words("other", "events")


def _otherwise_known(token: Token) -> bool:
    """Has the dictionary the word as a place or a person?"""
    return (
        is_known(token.text)
        and token.word is not None
        and any(p.tags & {"Geox", "Surn", "Name"} for p in token.word.parses)
    )


def _company(token: Token) -> bool:
    stem = _bare(token).lower()
    return not is_known(token.text) and any(
        stem.endswith(end) and len(stem) > len(end) + 2 for end in words("company", "endings")
    )


def _bare(token: Token) -> str:
    """The nominative of a name made of shortened words: masculine in a consonant, or not declined."""
    text = token.text
    if text.lower().endswith(("строя", "строю", "строем", "строе")):
        return text[: text.lower().rindex("стро")] + "строй"
    for ending in ("ом", "ем", "а", "у", "е"):
        stem = text if text.endswith(_UNDECLINED) else text.removesuffix(ending)
        if stem != text and stem[-1] in "бвгдзйклмнпрстфхцчшщ" and not text.endswith(("культуры", "обороны")):
            return stem
    return text


def named_universities(layout: Layout) -> Iterator[Name]:
    """«в Гирсов университете»: a university of Kazakhstan behind the undeclined surname it bears."""
    tokens = layout.tokens
    for i in range(1, len(tokens)):
        bearer, head = tokens[i - 1], tokens[i]
        if head.lemma != "университет" or plural(head) or not bearer.capital or bearer.text.isupper():
            continue
        if bearer.word is not None and bearer.lower[-1] not in VOWELS and _is_surname(bearer.word):
            yield Name(i - 1, i + 1, "organization", f"{bearer.text} {head.lemma}", ABBREVIATED)


def _is_surname(bearer: Word) -> bool:
    """Is it no adjective, but a surname or a noun that no dictionary has («Гирсов», not «Омский»)?"""
    return bearer.pos == "NOUN" and (bool(bearer.with_tags("Surn")) or not is_known(bearer.form))


def addresses(layout: Layout) -> Iterator[Name]:
    """«сообщает 1rnd.ru»: a medium by its address."""
    matches = list(_DOMAIN.finditer(layout.text))
    if not matches:
        return
    starts = {token.start: i for i, token in enumerate(layout.tokens)}
    ends = {token.end: i + 1 for i, token in enumerate(layout.tokens)}
    for match in matches:
        first, last = starts.get(match.start()), ends.get(match.end())
        if first is not None and last is not None and not _is_address(layout.tokens, first):
            yield Name(first, last, "organization", match.group(), ABBREVIATED)


def _is_address(tokens: Sequence[Token], first: int) -> bool:
    """«по адресу энск.рф», «домен „энск.рф“»: where a page is, not who writes it."""
    return any(token.lemma in ("адрес", "домен", "имя") for token in tokens[max(0, first - 3) : first])


# ---------------------------------------------------------------- what the tagger finds


def by_tagger(layout: Layout, tagged: Sequence[Tagged], places: Sequence[Name]) -> Iterator[Name]:
    """The tagger's organizations, without quotation marks and legal form, in the nominative."""
    tokens = layout.tokens
    sure = {place.first for place in places if place.strength >= KNOWN and place.last - place.first == 1}
    for name in tagged:
        if name.kind != "ORG":
            continue
        first = name.first
        last = next((i for i in range(first, name.last) if tokens[i].text in "(—–|"), name.last)
        while first < last and (
            tokens[first].word is None or legal_form(tokens[first])
        ):
            first += 1
        while last > first and tokens[last - 1].word is None:
            last -= 1
        inside = tokens[first:last]
        if not inside or not any(token.capital for token in inside):
            continue
        if fold(inside[0].text) in words("other", "labels"):
            continue  # «Новости муниципалитета»
        if len(inside) > 1 and (inside[0].lemma in titles() or inside[-1].lemma in titles() | {"голова"}):
            continue  # «Председатель городской Думы», «Энский городской голова»
        if any(token.lemma in words("other", "heads") for token in inside[:3]) or _no_body(inside):
            continue
        if _several(inside) or (inside[-1].text.islower() and plural(inside[-1])) or _of_a_file(layout.text, inside):
            continue
        if inside[0].lemma in words("media", "heads") and not any(token.capital for token in inside[1:]):
            continue  # «ТГ-канал горисполкома»
        if first and tokens[first - 1].lemma in words("other", "churches"):
            continue  # «кровля церкви Святого Георгия»
        opening = first == 0 or tokens[first - 1].word is None
        if opening and inside[-1].lemma in described() and len(inside) == 2 and not _of_a_town(inside[0]):
            continue  # «Американская компания …»
        if generic(inside[:1]) and inside[-1].lemma in words("authority", "heads") | {"депутат"}:
            continue
        if all(map(_tells_no_one, inside)) or (_describes_quoted(tokens, last) and len(inside) == 2):
            continue  # «Российско-белорусское предприятие», «Молодёжный клуб «Луч»»
        if any(token.text == "/" for token in inside) or inside[0].lemma in words("media", "networks"):
            continue  # «Сибирь / Новости», «Дзене Энска»
        if inside[-1].lemma == "голова":
            continue  # «Калужский городской голова»
        if any(token.text in OPEN | CLOSE for token in inside) or (first and tokens[first - 1].text in OPEN):
            continue
        if len(inside) == 1 and (pronoun(inside[0]) or not _name_alone(inside[0]) or _MODEL.match(inside[0].text)):
            continue
        shown = _in_nominative(inside)
        if fold(shown) in words("authority", "nobody"):
            continue
        strength = TAGGED
        geographic = inside[0].word is not None and inside[0].word.with_tags("Geox")
        if len(inside) == 1 and (geographic or first in sure):
            strength = DOUBTFUL
        yield Name(first, last, "organization", shown, strength)


def _tells_no_one(token: Token) -> bool:
    """A head or an adjective that many bodies may have («международный», «совместный», «российско-белорусский»)."""
    common = words("visited", "common") | words("authority", "generic") | words("authority", "own")
    _, dash, second = token.text.rpartition("-")
    nations = bool(dash) and second.islower() and token.lemma.rpartition("-")[2] in nationalities()
    return nations or token.lemma in common or head_of(token) in described() | {"предприятие", "аэропорт"}


def _describes_quoted(tokens: Sequence[Token], last: int) -> bool:
    """Does a head end before token ``last``, and the name stand in the quotation marks there?"""
    return last < len(tokens) and tokens[last].text in OPEN and head_of(tokens[last - 1]) in described()


def _several(inside: Sequence[Token]) -> bool:
    """«торгово-промышленные палаты Минска и Бреста»: none in particular."""
    noun = next((token for token in inside if token.word is not None and token.word.pos == "NOUN"), inside[0])
    return inside[0].text.islower() and noun.text.islower() and plural(noun)


def _of_a_file(text: str, inside: Sequence[Token]) -> bool:
    """«Pskov_Brest_02.jpg»: a piece of a file's name."""
    return "_" in text[max(0, inside[0].start - 1) : inside[-1].end + 1]


def _of_a_town(adjective: Token) -> bool:
    return of_a_town(adjective.lemma) and adjective.lemma not in nationalities()


def _no_body(inside: Sequence[Token]) -> bool:
    """Is it a state, a part of the world («Советский Союз») or a district abroad («Элкский повят»)?"""
    return fold(phrase(inside)) in beyond() or inside[-1].lower.startswith(tuple(words("other", "lands")))


def _name_alone(token: Token) -> bool:
    """Can one word by itself be a name? Not «Завод», «Администрация», «СМИ», «Глава»."""
    if token.lower in words("other", "abbreviations") or len(token.text) < 2 or token.text.islower():
        return False
    if token.lemma in described() or token.lemma in words("authority", "heads"):
        return False
    if token.text.isupper() or token.text.isascii():
        return True
    return (
        not any(
            p.score > 0.3
            and p.pos in ("NOUN", "ADJF", "VERB", "INFN", "PRTF", "ADVB")
            and not p.tags & {"Orgn", "Abbr", "Name", "Surn", "Trad"}
            for p in token.word.parses[:2]
        )
        if token.word
        else False
    )


def _in_nominative(inside: Sequence[Token]) -> str:
    if len(inside) == 1 and inside[0].text.isupper():
        return inside[0].text
    if len(inside) == 1:
        return inflect(inside[0].text, "nomn", "sing")
    if any(token.text == "." for token in inside):
        return spelled(inside)
    return phrase([*inside[:-1], _mended(inside[-1])])


def _mended(token: Token) -> Token:
    """The head of a name with one letter wrong («Минского часового заводп») as it should be."""
    if token.capital or token.word is None or is_known(token.text):
        return token
    right = next(
        (head for head in sorted(described()) if len(head) > 4 and within_one_edit(token.lower, head)), None
    )
    return replace(token, text=right, word=word(right)) if right else token
