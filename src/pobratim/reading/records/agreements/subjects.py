"""What an agreement is about, in the text's words: «о сотрудничестве в сфере культуры»."""

from __future__ import annotations

from dataclasses import replace

from pobratim.model.reading import PLACE_TYPES
from pobratim.reading.records.clauses import joined
from pobratim.reading.records.documents import DocumentName
from pobratim.reading.records.lexicon import partnerships
from pobratim.reading.records.scenes import Scene
from pobratim.reading.text.morph import Word
from pobratim.reading.text.phrases import nominative
from pobratim.reading.text.segments import Token

_SUBJECT_PREPOSITIONS = frozenset({"о", "об", "по"})
_SIDES = frozenset(
    {"сроком", "у", "между", "городов", "сторон", "регионов", "региона", "районов", "областей", "города"}
)


_AROUND = {
    "в": frozenset({"ходе", "рамках", "присутствии", "честь", "день", "дни", "соответствии"})
    | {"режиме", "зале", "мэрии", "администрации", "ближайшее", "ближайшие", "ближайшем", "скором"},
    "во": frozenset({"время"}),
    "на": frozenset({"полях", "площадке", "форуме", "встрече", "выставке", "заседании", "празднике", "церемонии"})
    | {"онлайн-церемонии", "онлайн-встрече", "видеоконференции"},
    "по": frozenset({"итогам", "результатам"}),
    "с": frozenset({"участием"}),
}
"""What only tells when and where it was signed."""


def subject_of(scene: Scene, name: DocumentName, end: int) -> str | None:
    """«о сотрудничестве в сфере культуры» → «сотрудничество в сфере культуры»."""
    tokens = scene.tokens
    first = name.last
    if first < end and tokens[first].text == "(":
        first = next((i + 1 for i in range(first, end) if tokens[i].text == ")"), first)
    while first < end and tokens[first].text in {"»", '"'}:
        first += 1
    first = _over_sides(scene, first, end)
    last = first
    stop_dates = {d.start for d in scene.context.dates_in(*scene.span)}
    while last < end and tokens[last].start not in stop_dates and not _ends_subject(tokens, last, end):
        if tokens[last].lower in {"с", "со"} and _names_side(scene, last + 1, end):
            break  # «о сотрудничестве | с Омском», «о связях | с китайским Харбином»
        if last > first and scene.mention_at(last) is not None and not _may_belong(tokens[last]):
            break  # «о дружбе | Курск и Брест | заключили»
        if last > first and _is_side(scene, last):
            break  # «о развитии связей | Омской области и Беларуси»
        last += 1
    of_sides = last < end and tokens[last].lower in _SIDES
    while last > first and (_hangs(tokens[last - 1]) or (of_sides and _describes(tokens[last - 1]))):
        last -= 1
    words = [token.text for token in tokens[first:last]]
    if not words or scene.mention_at(first) is not None or not _begins_subject(tokens, first):
        return _inside_name(tokens, name)
    if words[0].lower() in _SUBJECT_PREPOSITIONS:
        words = words[1:]
    return joined(nominative(words)) or None


def subjects_of(scene: Scene, name: DocumentName, end: int) -> list[str | None]:
    """«соглашения | о дружбе, о туризме и об обменах»: of documents in the plural one each, else that of the one."""
    tokens = scene.tokens
    first = name.last + (name.last < end and tokens[name.last].text == ":")
    about = frozenset({"о", "об"})
    if scene.is_singular(name.last - 1) or first >= end or tokens[first].lower not in about:
        return [subject_of(scene, name, end)]
    joins = [i for i in range(first, end - 1) if tokens[i].lower in {",", "и"} and tokens[i + 1].lower in about]
    starts, ends = [first, *(i + 1 for i in joins)], [*joins, end]
    told = [subject_of(scene, replace(name, last=at), to) for at, to in zip(starts, ends, strict=True)]
    return [subject for subject in told if subject] or [None]


def _is_side(scene: Scene, index: int) -> bool:
    """A place in the genitive right behind a noun: whose links they are, not what they are about."""
    mention = scene.mention_at(index)
    if mention is None or scene.context.by_id[mention.entity].type not in PLACE_TYPES:
        return False
    before = scene.tokens[index - 1].word
    return mention.first == index and before is not None and before.pos in {"NOUN", "ADJF"}


def _may_belong(token: Token) -> bool:
    """A name in the genitive, or one that never changes, may belong to the subject; a nominative acts."""
    return token.word is None or any(parse.case not in {"nomn", "accs"} for parse in token.word.parses)


def _names_side(scene: Scene, index: int, end: int) -> bool:
    """Does a name stand here or a few words on («с китайским Харбином», «с думой Омска», «с минскими коллегами»)?"""
    near = range(index, min(end, index + 6))
    words = (scene.tokens[i].word for i in near)
    return any(scene.mention_at(i) is not None for i in near) or any(w and "коллега" in w.lemmas for w in words)


def _over_sides(scene: Scene, first: int, end: int) -> int:
    """«соглашение | между Минском и Омском | о культуре», «с Омском | об обменах»: the sides stand before it."""
    tokens = scene.tokens
    if first >= end or tokens[first].lower not in {"между", "с", "со"}:
        return first
    return next((i for i in range(first, end) if tokens[i].lower in {"о", "об"}), first)


def _inside_name(tokens: list[Token], name: DocumentName) -> str | None:
    """«программа обменов» → «обмены», «план совместных мероприятий»; «план мероприятий» alone says nothing."""
    inner = [token.text for token in tokens[name.first + 1 : name.last]]
    if name.kind != "plan" or not inner or inner[0].lower() in {"мероприятий", "действий", "на", "по", "работы"}:
        return None
    return joined(nominative(inner)) or None


def _begins_subject(tokens: list[Token], index: int) -> bool:
    """«о сотрудничестве», «по развитию связей», or a genitive: «(карта) развития связей»."""
    word = tokens[index].word
    if word is None or _acts(tokens[index]):
        return False
    if word.form in _SUBJECT_PREPOSITIONS:
        following = tokens[index + 1].word if index + 1 < len(tokens) else None
        return following is not None and following.is_pos("NOUN", "ADJF") and following.form != "этом"
    return word.pos in {"NOUN", "ADJF"} and word.parses[0].case == "gent"


def _ends_subject(tokens: list[Token], index: int, end: int) -> bool:
    """A sign, «между …», «городов …»; a comma between adjectives goes on with the subject, «…, которое» does not."""
    if tokens[index].text == ",":
        following = tokens[index + 1].word if index + 1 < end else None
        return following is None or following.pos != "ADJF" or "который" in following.lemmas
    if tokens[index].lower == "и" and index + 1 < end and _is_only_nominative(tokens[index + 1].word):
        return True  # «связывают договор о сотрудничестве | и побратимские отношения»
    word = tokens[index].word
    if word is not None and "подпись" in word.lemmas:
        return True  # «скрепили соглашение о дружбе | подписями»
    if tokens[index].lower in {"ещё", "еще"} and index + 1 < end and tokens[index + 1].lower == "на":
        return True  # «продлили соглашение о дружбе | ещё на три года»
    if tokens[index].lower in _AROUND and index + 1 < end and tokens[index + 1].lower in _AROUND[tokens[index].lower]:
        return True
    return tokens[index].text in {"(", ":", "»"} or tokens[index].lower in _SIDES or _begins_to_act(tokens, index, end)


def _is_only_nominative(word: Word | None) -> bool:
    """«договор о дружбе и | давние связи»: what can stand behind no «о»."""
    described = word is not None and word.is_pos("ADJF", "NOUN")
    return described and word is not None and {parse.case for parse in word.parses} <= {"nomn", "accs", "voct"}


def _begins_to_act(tokens: list[Token], index: int, end: int) -> bool:
    """«договор о дружбе | мэры | подписали», «о сотрудничестве | две школы | заключили», «| область и Омск |
    подписали»: those who act."""
    if _acts(tokens[index]):
        return True
    word = tokens[index].word
    if index + 1 < end and tokens[index + 1].lower == "и" and _is_one_side(word):
        return True
    noun = index + 1 if word is not None and word.is_pos("NUMR") else index
    if word is None or noun + 1 >= len(tokens) or noun > end:
        return False
    subject, verb = tokens[noun].word, tokens[noun + 1].word
    if subject is None or verb is None or not any(p.pos == "VERB" and p.number == "plur" for p in verb.parses):
        return False
    counted = noun > index
    return subject.pos == "NOUN" and (counted or any(p.case == "nomn" and p.number == "plur" for p in subject.parses))


def _is_one_side(word: Word | None) -> bool:
    sort = word is not None and not word.lemmas.isdisjoint(partnerships().sorts)
    return sort and word is not None and any(parse.case == "nomn" and parse.number == "sing" for parse in word.parses)


def _acts(token: Token) -> bool:
    """«договор о дружбе | стороны | подписали»: those who act, no part of the subject."""
    if token.word is None or token.word.lemmas.isdisjoint(partnerships().both):
        return False
    return any(parse.case == "nomn" and parse.number == "plur" for parse in token.word.parses)


def _describes(token: Token) -> bool:
    """«о сотрудничестве | двух | городов», «| с рядом российских | регионов»: words of the sides behind them."""
    return token.word is not None and (token.word.is_pos("ADJF", "NUMR") or token.lower == "рядом")


def _hangs(token: Token) -> bool:
    """A sign, a preposition or a conjunction cannot end a subject."""
    return token.word is None or token.word.pos in {"PREP", "CONJ", "ADVB", "PRCL"}
