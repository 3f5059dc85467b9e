"""What speaks against a plan: a question, a wish, a suggestion, old news, a matter of costs."""

from __future__ import annotations

from pobratim.reading.records.lexicon import plans as words
from pobratim.reading.records.scenes import Scene
from pobratim.reading.text.segments import Token

_COSTS = frozenset({"расход", "затрата", "издержка"})
_ASKING = frozenset({"какой", "сколько", "насколько", "зачем", "почему", "каков"})
_OPENING_QUESTIONS = frozenset({"чем", "чему", "кем", "куда", "где", "когда", "кто", "зачем", "как", "ли"})
_LETS = frozenset({"давайте", "давай"})


def is_asked(scene: Scene) -> bool:
    """«Чему хотите поучиться?», «Когда откроется магазин?»: a question tells of no plan."""
    sentence = scene.sentence
    return any(token.text == "?" for token in scene.tokens[max(sentence.first, sentence.last - 2) : sentence.last])


def is_wondered(scene: Scene, index: int) -> bool:
    """«В каких сферах будут сотрудничать соседи, расскажут завтра», «…, чем займутся школы»: asked for, not told."""
    first = scene.clauses.begin_at(index)
    asked = any(token.lemma in _ASKING for token in scene.tokens[first:index])
    return asked or (first > scene.sentence.first and scene.tokens[first].lower in _OPENING_QUESTIONS)


def is_suggested(scene: Scene, index: int) -> bool:
    """«Давайте добавим сюда студентов»: as yet the speaker's wish alone."""
    return any(token.lower in _LETS for token in scene.tokens[max(scene.sentence.first, index - 4) : index + 1])


def is_past(scene: Scene, index: int) -> bool:
    """«решили», «планировали»."""
    word = scene.tokens[index].word
    return word is not None and word.pos == "VERB" and "past" in word.parses[0].tags


def was_meant(scene: Scene, index: int) -> bool:
    """«в 2019 году планировали открыть музей», «предполагалось запустить»: meant once; not «хотели бы открыть»."""
    word = scene.tokens[index].word
    if word is None or not is_past(scene, index) or not word.lemmas & _MEANING:
        return False
    near = scene.tokens[max(scene.sentence.first, index - 2) : min(index + 3, scene.sentence.last)]
    return not any(token.lower in {"бы", "б"} for token in near)


_MEANING = frozenset(
    ["планировать", "планироваться", "предполагаться", "намереваться", "собираться", "рассчитывать", "хотеть",
     "предстоять", "стремиться"]
)


def is_possible(scene: Scene, index: int) -> bool:
    """«здесь можно будет купить сувениры», «теперь проще будет наладить обмены»: what is open to all, nobody's deed."""
    near = (scene.tokens[i].word for i in (index - 1, index + 1) if scene.sentence.first <= i < scene.sentence.last)
    return any(word is not None and word.is_pos("PRED", "COMP") for word in near)


def is_of_costs(scene: Scene, index: int) -> bool:
    """«Расходы поделят пополам», «затраты договорились разделить»: how it is paid, not what is done."""
    word = scene.tokens[index].word
    if word is None or not word.lemmas & {"поделить", "разделить", "оплатить", "нести", "понести"}:
        return False
    return any(token.lemma in _COSTS for token in scene.context.layout.tokens_of(scene.sentence))


def is_hoped(scene: Scene, index: int) -> bool:
    """«надеюсь, не разочаруем», «выразил надежду, что инвесторы заметят»: a wish is no plan."""
    before = scene.tokens[scene.sentence.first : index]
    return any(token.word and token.word.lemmas & words().hoping for token in before)


def is_history(scene: Scene, index: int) -> bool:
    """«в 2015 году договорились о …», «тогда же условились …»: what was agreed long ago is no plan any more."""
    tokens = scene.tokens[max(scene.sentence.first, index - 3) : index]
    if any(token.lower == "тогда" for token in tokens):
        return True
    this_year = (scene.context.document.published or "XXXX")[:4]
    position = scene.tokens[index].start
    for date in scene.dates:
        if _is_of_other_clause(scene, date.start, index):
            continue
        year = (date.edtf or "")[:4]
        past = date.kind in {"point", "period"} and year.isdigit() and year < this_year
        if past and (this_year.isdigit() or date.end <= position):
            return True
    return False


def _is_of_other_clause(scene: Scene, position: int, index: int) -> bool:
    """«в парке, куда минувшей осенью пришли автобусы, условились …»: the date stands in a clause below."""
    tokens = scene.tokens
    at = next((i for i in range(scene.sentence.first, scene.sentence.last) if tokens[i].end > position), index)
    below = scene.clauses.below_at(at)
    return below is not None and below != scene.clauses.below_at(index)


def is_state(scene: Scene, deed: int) -> bool:
    """«палатки будут открыты по 17 марта»: how long, not what is done."""
    if scene.tokens[deed].lemma not in {"открыть", "закрыть", "открытый", "закрытый"}:
        return False
    following = scene.tokens[deed + 1].lower if deed + 1 < scene.sentence.last else ""
    return following in {"по", "до", "с", "для", "ежедневно"}


def _is_given_to_something(scene: Scene, index: int, token: Token) -> bool:
    """«уделять внимание | обменам школьников»."""
    following = scene.tokens[index + 1].word if index + 1 < scene.sentence.last else None
    given = following is not None and following.is_pos("NOUN", "ADJF")
    return token.lemma == "внимание" and given and any(p.case == "datv" for p in following.parses)  # type: ignore[union-attr]


def is_vague(scene: Scene, deed: int) -> bool:
    """«наметили пути сотрудничества», «будем обсуждать разные аспекты»: nothing is said to be done."""
    done = scene.tokens[deed].word
    first = deed + 1 if done is not None and done.is_pos("VERB", "INFN") else deed
    for index, token in enumerate(scene.tokens[first : min(first + 4, scene.sentence.last)], first):
        if token.lower in {"для", "себя"}:
            continue  # «открыть | для себя | новые возможности»
        if token.word is None or token.word.pos == "PREP":
            return False
        if token.word.pos == "NOUN":
            return bool(token.word.lemmas & words().vague) and not _is_given_to_something(scene, index, token)
    return False
