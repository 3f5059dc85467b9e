"""Where the noun phrase that names what is offered ends."""

from __future__ import annotations

from pobratim.reading.once import union
from pobratim.reading.records.clauses import is_noun, stands_alike
from pobratim.reading.records.lexicon import offers as words
from pobratim.reading.records.lexicon import plans
from pobratim.reading.records.offers.nouns import COUNTS, hangs_on_preposition, is_date
from pobratim.reading.records.scenes import Scene
from pobratim.reading.text.morph import Word
from pobratim.reading.text.segments import DASHES

_CUTTING = frozenset({"у", "включая", "особенно", "через", "благодаря", "кроме", "до", "при", "за"})
_WHERETO = frozenset({"в", "во", "на", "из", "с", "со", "от", "к"})
_PRONOUNS = frozenset({"NPRO"})
_FRAMES = frozenset(
    ["условиях", "основе", "рамках", "ходе", "время", "целях", "связи", "соответствии", "качестве", "течение", "период"]
)
"""«(трамваи) в рамках программы», «(опыт) во время встреч»: when and why, not what."""
_GROUND = frozenset(
    ["предприятие", "завод", "комбинат", "хозяйство", "территория", "рынок", "регион", "область", "край", "республика",
     "город", "страна", "сумма", "нужда"]
)
_EXCHANGED = frozenset({"обмен", "сотрудничество", "кооперация", "взаимодействие"})
MONEY = frozenset({"млн", "млрд", "тыс", "миллион", "миллиард", "доллар", "рубль", "$", "€"})
_SHELVES = frozenset({"прилавок", "полка", "витрина"})
_GIVING = frozenset({"подарить", "передать", "вручить", "дарить", "передавать", "направить", "отправить"})
_RECEIVING = frozenset({"делегация", "город", "район", "область", "регион", "детсад", "поликлиника", "станция"})


def end_of(scene: Scene, head: int, last: int) -> int:
    """Where the phrase ends: before a verb, a time, a place it goes to or comes from, or another member."""
    tokens = scene.tokens
    for i in range(head + 1, last):
        word = tokens[i].word
        if word is None:
            continue
        if tokens[i - 1].text == "," and i - 1 > head and _is_preposition(scene, i):
            return i - 1
        if i - 1 > head and (_begins_another(scene, i) or _is_of_verb(scene, head, i) or _is_unlike(scene, head, i)):
            return i - 1
        if word.pos == "NPRO" and tokens[i - 1].lower in {"и", "а", "но"} and tokens[i - 2].text == ",":
            return i - 2  # «подарили валенки, и он их надел»
        if _is_worth(scene, i):
            return i
        if tokens[i].lower in {"в", "во", "на"} and i + 1 < last and tokens[i + 1].lower in _FRAMES:
            return i
        if tokens[i - 1].text == "," and i - 1 > head and i + 1 < last and tokens[i + 1].text in DASHES:
            return i - 1  # «(омичам интересны) шины, | минчанам – опыт»
        if word.pos == "NUMR" and is_noun(scene, i - 1):
            return i  # «(примет на) стажировку | десять врачей»
        if tokens[i].lower == "для" and i + 1 < last and tokens[i + 1].is_mostly(_PRONOUNS):
            return i  # «саженцы | для него»
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
    if word is None or joint not in {",", "и", "также"}:
        return False
    trades = word.pos == "NOUN" and bool(word.lemmas & union(words().deliveries, words().purchases, _EXCHANGED))
    return trades or (joint == "," and word.form == "так")


def _is_of_verb(scene: Scene, head: int, index: int) -> bool:
    """«поставки самосвалов, модернизацию парка обсудили»: the further noun is not in the case that goods stand in."""
    before = scene.tokens[head - 1].word if head > scene.sentence.first else None
    counts = union(words().deliveries, words().purchases, COUNTS)
    governed = before is not None and before.pos == "NOUN" and before.lemmas & counts
    joined = scene.tokens[index - 1].lower in {",", "и"} and scene.mention_at(index) is None
    return bool(governed) and joined and not stands_alike(scene, head, index)


def _is_unlike(scene: Scene, head: int, index: int) -> bool:
    """«(знакомство с) опытом уборки снега | и переговоры»: a noun that no noun of the phrase can be joined to."""
    if scene.tokens[index - 1].lower != "и" or not is_noun(scene, index) or scene.mention_at(index) is not None:
        return False
    nouns = (i for i in range(head, index) if is_noun(scene, i) and scene.mention_at(i) is None)
    return not any(stands_alike(scene, noun, index) for noun in nouns)


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


def _is_worth(scene: Scene, index: int) -> bool:
    """«товаров на 40 млн долларов», «трикотажа на $4,8 млн»: what it is worth."""
    near = scene.tokens[index + 1 : min(index + 5, scene.sentence.last)]
    worth = scene.tokens[index].lower == "на" and bool(near) and (near[0].text[0].isdigit() or near[0].text in MONEY)
    return worth and any(token.lemma in MONEY for token in near)
