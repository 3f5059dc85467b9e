"""The noun phrase that names what is offered: where it begins and where it ends."""

from __future__ import annotations

from dataclasses import dataclass

from pobratim.reading.once import union
from pobratim.reading.records.clauses import is_noun, item_between, stands_alike, words_between
from pobratim.reading.records.lexicon import offers as words
from pobratim.reading.records.lexicon import plans
from pobratim.reading.records.scenes import Scene
from pobratim.reading.text.inflection import inflect
from pobratim.reading.text.morph import Word

_CUTTING = frozenset({"у", "включая", "особенно", "через", "благодаря", "кроме", "до", "при", "за"})
_WHERETO = frozenset({"в", "во", "на", "из", "с", "со", "от", "к"})
_FRAMES = frozenset({"рамках", "ходе", "время", "целях", "связи", "соответствии", "качестве", "течение", "период"})
"""«(трамваи) в рамках программы», «(опыт) во время встреч»: when and why, not what."""
_GROUND = frozenset(
    ["территория", "рынок", "регион", "область", "край", "республика", "город", "страна", "сумма", "нужда"]
)
_GENERIC = frozenset(
    ["товар", "продукция", "услуга", "изделие", "продукт", "система", "центр", "решение", "материал", "машина"]
)
_LISTED = frozenset({"товар", "продукция", "изделие", "ассортимент", "продукт"})
_TOWN_CENTRE = frozenset({"краевой", "областной", "районный", "региональный", "городской", "исторический"})
_EXCHANGED = frozenset({"обмен", "сотрудничество", "кооперация", "взаимодействие"})
_COUNTS = frozenset(
    ["единица", "штука", "тонна", "партия", "комплект", "объём", "тысяча", "десяток", "сотня", "вид", "образец",
     "линейка"]
)
_MONEY = frozenset({"млн", "млрд", "тыс", "миллион", "миллиард", "доллар", "рубль", "$", "€"})


@dataclass(frozen=True, slots=True)
class Item:
    """Tokens ``first`` to ``last`` (excluded) of the text that name it; ``kind`` as in an offer."""

    first: int
    last: int
    kind: str
    text: str


def kind_of(word: Word) -> str | None:
    """The kind of thing that a noun names, if it is a known one."""
    if not word.is_pos("NOUN") or word.pos in {"VERB", "PREP", "CONJ", "INFN"}:
        return None
    return next((words().kinds[lemma] for lemma in sorted(word.lemmas) if lemma in words().kinds), None)


def is_adjective(scene: Scene, index: int) -> bool:
    """Can it qualify the noun after it?"""
    word = scene.tokens[index].word
    if word is None or word.pos not in {"ADJF", "PRTF"}:
        return False
    return not any(tag in word.parses[0].tags for tag in ("Apro", "Anum"))


def phrase_from(scene: Scene, first: int, kind: str, limit: int | None = None) -> Item | None:
    """The noun phrase whose head stands at ``first``."""
    return phrase_at(scene, first_of(scene, first, scene.sentence.first), first, kind, limit)


def first_of(scene: Scene, head: int, least: int) -> int:
    """Adjectives before the head belong to it, also two joined by «и» or a comma."""
    tokens = scene.tokens
    first = head
    while first > least:
        if is_adjective(scene, first - 1) and not _has_object(scene, first - 1, head):
            first -= 1
        elif (
            tokens[first - 1].lower in {"и", ","}
            and first - 1 > least
            and is_adjective(scene, first - 2)
            and is_adjective(scene, first)
        ):
            first -= 2
        elif tokens[first - 1].lower.endswith("ски") and first < head:
            first -= 1  # «экологически чистые (продукты)»
        else:
            break
    return first


def _has_object(scene: Scene, index: int, head: int) -> bool:
    """«(туляки,) накопившие богатый опыт»: the participle is not said of the noun, which is its object."""
    word, noun = scene.tokens[index].word, scene.tokens[head].word
    if word is None or noun is None or word.pos != "PRTF" or "actv" not in word.parses[0].tags:
        return False
    cases = {(p.case, p.number) for p in word.parses if p.pos == "PRTF"}
    return cases.isdisjoint((p.case, p.number) for p in noun.parses if p.pos == "NOUN")


def phrase_at(scene: Scene, first: int, head: int, kind: str, limit: int | None) -> Item | None:
    end = scene.clauses.end_at(head)
    colon = end < scene.sentence.last - 1 and scene.tokens[end].text == ":"
    if colon and scene.tokens[head].lemma in _LISTED and _are_goods(scene, end + 1):
        first = head = end + 1  # «предлагают товары пяти фабрик: обувь, мебель»
        end = scene.clauses.end_at(head)
    last = _end(scene, head, end if limit is None else min(limit, end))
    while last - 1 > head and _is_adverb(scene.tokens[last - 1].word):
        last -= 1  # «мебель активно (поставляется)»
    while last - 1 > head and is_adjective(scene, last - 1) and _is_noun_at(scene, last):
        last -= 1  # «помощь трудовым (мигрантам)»
    text = item_between(scene, first, last)
    if head == first and (named := _counted(scene, head) or _in_nominative(scene, head)) is not None:
        text = named + text[len(text.split()[0]) :]
    if head == first and _is_plural_object(scene, head):
        text = words_between(scene, head, last).rstrip(" ,")
    if _is_deed(scene, head, last):
        return None
    if kind == "tourism" and scene.tokens[head].lemma == "маршрут" and "турист" not in text:
        return None
    following = scene.tokens[head + 1 : scene.sentence.last]
    if _is_town(scene, head) or (following and following[0].lemma == "который"):
        return None  # «продукция которых» is of others
    if not text or (last - first == 1 and scene.tokens[head].word is not None and scene.tokens[head].lemma in _GENERIC):
        return None
    if first == scene.sentence.first and scene.mention_at(first) is None:
        text = text[:1].lower() + text[1:]
    if (further := _but_also(scene, first, last)) is not None:
        last = _end(scene, further, scene.clauses.end_at(further))
        text = f"{text}, {item_between(scene, further, last)}"
    return Item(first, last, kind, text)


def _are_goods(scene: Scene, first: int) -> bool:
    """«(товары:) детская обувь», not «(товары на рынок:) сто тысяч жителей – это много»."""
    nouns = (i for i in range(first, min(first + _TO_NOUN, scene.sentence.last)) if is_noun(scene, i))
    at = next(nouns, None)
    return at is not None and kind_of(scene.tokens[at].word) == "goods"  # type: ignore[arg-type]


_TO_NOUN = 4


def _counted(scene: Scene, head: int) -> str | None:
    """«83 трактора», «два лифта» → «тракторы», «лифты»: a genitive singular behind a number."""
    word, before = scene.tokens[head].word, scene.tokens[head - 1] if head > scene.sentence.first else None
    if word is None or before is None or scene.tokens[head].capital:
        return None
    number = before.text.isdigit() or (before.word is not None and before.word.is_pos("NUMR"))
    told = next((p for p in word.parses if p.pos == "NOUN" and p.case == "gent" and p.number == "sing"), None)
    return inflect(word.form, "nomn", "plur", like=told.lemma) if number and told is not None else None


def _in_nominative(scene: Scene, head: int) -> str | None:
    """«(400 единиц) спецтехники» → «спецтехника»: behind what counts or delivers it stands in the genitive."""
    word, before = scene.tokens[head].word, scene.tokens[head - 1].word if head > scene.sentence.first else None
    if word is None or before is None or before.pos != "NOUN" or scene.tokens[head].capital:
        return None
    if not before.lemmas & union(words().deliveries, words().purchases, _COUNTS):
        return None
    told = next((p for p in word.parses if p.pos == "NOUN" and p.case == "gent"), None)
    return inflect(word.form, "nomn", told.number, like=told.lemma) if told is not None and told.number else None


def _is_plural_object(scene: Scene, head: int) -> bool:
    """«поставляют сеялки»: by its form it might be of one («нет сеялки»), which a verb does not govern."""
    at = head - 1
    while at > scene.sentence.first and (named := scene.mention_at(at)) is not None:
        at = named.first - 1  # «поставляет | в Омск | сеялки»
    if at < head - 1 and scene.tokens[at].word is not None and scene.tokens[at].word.pos == "PREP":  # type: ignore[union-attr]
        at -= 1
    word, before = scene.tokens[head].word, scene.tokens[at].word if at >= scene.sentence.first else None
    if word is None or before is None or before.pos not in {"VERB", "INFN", "GRND"}:
        return False
    return any(p.pos == "NOUN" and p.number == "plur" and p.case == "accs" for p in word.parses)


def _is_deed(scene: Scene, head: int, last: int) -> bool:
    """«разработка общих проектов» is done; «разработки вуза», «научная разработка» are had."""
    word = scene.tokens[head].word
    if word is None or word.lemma != "разработка" or not any(p.number == "sing" for p in word.parses):
        return False
    governed = (w for i in range(head + 1, last) if (w := scene.tokens[i].word) is not None and w.pos == "NOUN")
    noun = next(governed, None)
    return noun is not None and not is_adjective(scene, head - 1)


def _but_also(scene: Scene, first: int, last: int) -> int | None:
    """«не только самосвалы, но и | автобусы и лифты»: where the phrase goes on."""
    tokens = scene.tokens
    if first < 1 or tokens[first - 1].lower != "только" or last + 3 >= scene.sentence.last:
        return None
    joint = tuple(token.lower for token in tokens[last : last + 3])
    return last + 3 if joint == (",", "но", "и") else None


def _is_noun_at(scene: Scene, index: int) -> bool:
    return index < scene.sentence.last and is_noun(scene, index)


def _is_adverb(word: Word | None) -> bool:
    return word is not None and word.pos in {"ADVB", "PRCL"}


def _is_town(scene: Scene, head: int) -> bool:
    """«подарки жителям краевого центра»."""
    return scene.tokens[head].lemma == "центр" and scene.tokens[head - 1].lemma in _TOWN_CENTRE


def _is_worth(scene: Scene, index: int) -> bool:
    """«товаров на 40 млн долларов», «трикотажа на $4,8 млн»: what it is worth."""
    near = scene.tokens[index + 1 : min(index + 5, scene.sentence.last)]
    worth = scene.tokens[index].lower == "на" and bool(near) and (near[0].text[0].isdigit() or near[0].text in _MONEY)
    return worth and any(token.lemma in _MONEY for token in near)


def _end(scene: Scene, head: int, last: int) -> int:
    """Where the phrase ends: before a verb, a time, a place it goes to or comes from, or another member."""
    tokens = scene.tokens
    for i in range(head + 1, last):
        word = tokens[i].word
        if word is None:
            continue
        if tokens[i - 1].text == "," and i - 1 > head and _is_preposition(scene, i):
            return i - 1
        if i - 1 > head and (_begins_another(scene, i) or _is_of_verb(scene, head, i)):
            return i - 1
        if word.pos == "NPRO" and tokens[i - 1].lower in {"и", "а", "но"} and tokens[i - 2].text == ",":
            return i - 2  # «подарили валенки, и он их надел»
        if _is_worth(scene, i):
            return i
        if tokens[i].lower in {"в", "во"} and i + 1 < last and tokens[i + 1].lower in _FRAMES:
            return i
        if tokens[i].lower in _CUTTING or (is_date(scene, i) and tokens[i - 1].text != "№"):
            return i
        if _is_predicate(word):
            return _last_joint(scene, head, i)
        if _is_said_of_it(scene, i) or (tokens[i - 1].text == "," and _opens_relative(scene, i)):
            return i if tokens[i - 1].text != "," else i - 1
        if tokens[i].lower in {"и", "а"} and i + 1 < last and _is_preposition(scene, i + 1):
            return i
        if _is_receiver(scene, i) or (i == head + 1 and _is_given_to(scene, head, i)):
            return i
        if word.form == "на" and any(token.lemma in _SHELVES for token in scene.tokens[i + 1 : min(i + 3, last)]):
            return i  # «овощи | на прилавках»
        if word.is_pos("ADJF") and _is_of_subject(scene, head, i):
            return i  # «(торгуют) мебелью | омские фабрики»
        if word.form in _WHERETO and i + 1 < last and _leads_away(scene, i + 1):
            return i
        if word.pos in {"PREP"} and is_date(scene, i + 1):
            return i
        if tokens[i - 1].text == "," and word.is_pos("PRTF") and i - 1 > head:
            return i - 1
    return last


_SHELVES = frozenset({"прилавок", "полка", "витрина"})


def _is_of_subject(scene: Scene, head: int, index: int) -> bool:
    """«торгуют мебелью | омские фабрики»: a phrase in the nominative right behind goods that are not in it."""
    word, noun, goods = scene.tokens[index].word, scene.tokens[index + 1].word, scene.tokens[head].word
    if word is None or noun is None or goods is None or noun.pos != "NOUN" or index != head + 1:
        return False
    nominative = all(any(p.case == "nomn" for p in w.parses) for w in (word, noun))
    governed = any(p.case == "gent" for p in word.parses) and any(p.case == "gent" for p in noun.parses)
    own = {p.case for p in goods.parses if p.pos == "NOUN"}
    return nominative and not governed and "nomn" not in own


def _begins_another(scene: Scene, index: int) -> bool:
    """«(экспорт мяса) и импорт мебели», «(как поставки техники), так и обмены»: not of the phrase before the joint."""
    word, joint = scene.tokens[index].word, scene.tokens[index - 1].lower
    if word is None or joint not in {",", "и"}:
        return False
    trades = word.pos == "NOUN" and bool(word.lemmas & union(words().deliveries, words().purchases, _EXCHANGED))
    return trades or (joint == "," and word.form == "так")


def _is_of_verb(scene: Scene, head: int, index: int) -> bool:
    """«поставки самосвалов, модернизацию парка обсудили»: the further noun is not in the case that goods stand in."""
    before = scene.tokens[head - 1].word if head > scene.sentence.first else None
    counts = union(words().deliveries, words().purchases, _COUNTS)
    governed = before is not None and before.pos == "NOUN" and before.lemmas & counts
    joined = scene.tokens[index - 1].lower in {",", "и"} and scene.mention_at(index) is None
    return bool(governed) and joined and not stands_alike(scene, head, index)


def _is_predicate(word: Word) -> bool:
    """A verb or a short adjective; «саженцев» may be one by its form and is none."""
    if word.pos == "ADJS":
        return not any(parse.pos == "NOUN" and parse.score > 0.3 for parse in word.parses)
    return word.pos in {"VERB", "INFN", "PRTS", "GRND", "PRED"} and word.parses[0].score > 0.4


def _is_said_of_it(scene: Scene, index: int) -> bool:
    """«спрос на корма огромный», «бумаг больше»: an adjective behind the nouns, a comparison."""
    word = scene.tokens[index].word
    if word is None or not word.parses:
        return False
    following = scene.tokens[index + 1].word if index + 1 < scene.sentence.last else None
    alone = following is None or following.pos not in {"NOUN", "ADJF", "PRTF"}
    nominative = all(parse.case == "nomn" for parse in word.parses if parse.pos == "ADJF")
    return word.pos == "COMP" or (word.pos == "ADJF" and nominative and alone and word.parses[0].number == "sing")


def _opens_relative(scene: Scene, index: int) -> bool:
    """«…, средства на который», «…, это на четверть больше», «…, так как»."""
    near = [token.lemma for token in scene.tokens[index : min(index + 3, scene.sentence.last)]]
    return "который" in near or near[:1] == ["это"] or near[:2] == ["так", "как"]


def _is_preposition(scene: Scene, index: int) -> bool:
    word = scene.tokens[index].word
    return word is not None and word.pos == "PREP" and word.form != "для"


def _last_joint(scene: Scene, head: int, verb: int) -> int:
    """A verb after the phrase: of another clause («мебель, обувь, и планируем …»), or the phrase is its subject."""
    tokens = scene.tokens
    for i in range(verb - 1, head, -1):
        if tokens[i].text in {",", "—", "–"} or tokens[i].lower in {"и", "а", "но"}:
            return i
    for i in range(head + 1, verb):
        word = tokens[i].word
        if word is None or word.pos not in {"NOUN", "ADJF", "PREP"} or word.parses[0].case == "nomn":
            return i
    return verb


def _leads_away(scene: Scene, index: int) -> bool:
    """«в Омск», «на территорию области», «с завода»: where it goes to, what it comes from."""
    for i in range(index, min(index + 3, scene.sentence.last)):
        mention = scene.mention_at(i)
        if mention is not None:
            return True
        word = scene.tokens[i].word
        if word is None:
            return False
        if not word.lemmas.isdisjoint(_GROUND):
            return word.form != "области"
        if word.pos not in {"ADJF", "NPRO"}:
            return False
    return False


def _is_receiver(scene: Scene, index: int) -> bool:
    """«каучук «Белшине»», «товары жителям»: a name or people in the dative are who get it."""
    mention, word = scene.mention_at(index), scene.tokens[index].word
    if word is not None and word.pos == "NOUN" and mention is None and not hangs_on_preposition(scene, index):
        return "anim" in word.parses[0].tags and all(parse.case == "datv" for parse in word.parses)
    if mention is None or word is None or mention.first != index:
        return False
    cases = {parse.case for parse in word.parses}
    return "datv" in cases and not cases & {"gent", "nomn", "accs", "ablt"}


def _is_given_to(scene: Scene, head: int, index: int) -> bool:
    """«подарил автобус | школе», «передали книги | библиотеке Омска»: after giving, a body in the dative gets it."""
    word = scene.tokens[index].word
    if word is None or word.pos != "NOUN" or not any(p.case == "datv" and p.number == "sing" for p in word.parses):
        return False
    before = scene.tokens[max(scene.sentence.first, head - 4) : head]
    given = any(t.word is not None and t.word.is_pos("VERB", "PRTS") and t.word.lemmas & _GIVING for t in before)
    return given and bool(word.lemmas & union(plans().acting, _RECEIVING))


_GIVING = frozenset({"подарить", "передать", "вручить", "дарить", "передавать", "направить", "отправить"})
_RECEIVING = frozenset({"делегация", "город", "район", "область", "регион", "детсад", "поликлиника", "станция"})


def is_date(scene: Scene, index: int) -> bool:
    if index >= len(scene.tokens):
        return False
    token = scene.tokens[index]
    return any(d.start <= token.start < d.end for d in scene.dates)


def hangs_on_preposition(scene: Scene, index: int) -> bool:
    """«приобрели на ярмарке …», «закупил для школ …»: the noun is no object."""
    for i in range(index - 1, max(index - 4, scene.sentence.first) - 1, -1):
        word = scene.tokens[i].word
        if word is None:
            return False
        if word.pos == "PREP":
            return True
        if word.pos not in {"ADJF", "PRTF", "NUMR", "ADVB"} and not word.form[0].isdigit():
            return False
    return False
