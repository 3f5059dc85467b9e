"""Lists of twins that go on over sentences: «У Минска 33 города-побратима. В их числе Калуга, Уфа и Ульяновск»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pobratim.model.reading import PLACE_TYPES, Partnership
from pobratim.reading.context import DateMention
from pobratim.reading.once import union
from pobratim.reading.records.documents import document_between
from pobratim.reading.records.lexicon import events
from pobratim.reading.records.lexicon import partnerships as words
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.sides.hubs import counts_many, is_adjective, outer_hub, owner_of_ties
from pobratim.reading.records.sides.list_dates import date_of_listed
from pobratim.reading.records.sides.named import is_compared, named_sides
from pobratim.reading.records.sides.pairs import of_one_owner, with_each_other
from pobratim.reading.records.stand import first_of_each
from pobratim.reading.records.ties.places import pairs_of
from pobratim.reading.text.segments import DASHES, Token
from pobratim.reading.triggers import needs


@dataclass(frozen=True, slots=True)
class Told:
    """A partnership as one sentence tells it; ``strength`` 2 where its status is said outright, 1 by the way."""

    partnership: Partnership
    strength: int


def listed_twins(scene: Scene) -> Iterator[Told]:
    """«У Минска 33 города-побратима. В их числе Калуга, Уфа и Ульяновск»: the list goes on."""
    opening = scene.tokens[scene.sentence.first].lower
    named_now = _begins_with_it(opening) or (opening in _ONE_OF_THEM and word_of(scene, words().becoming) is not None)
    such = _tells_of_such_towns(scene)
    listing = such or named_now or word_of(scene, words().listing) is not None or _answers(scene) or _come_from(scene)
    listing = listing or _counts_them(scene) or _counts_some(scene)
    told_otherwise = union(words().twin, words().mutual, words().relations, words().partner_cities)
    if not listing or any(not _tells_of_listed(scene, index) for index in words_of(scene, told_otherwise)):
        return
    if document_between(scene.context, scene.sentence.first, scene.sentence.last) is not None:
        return
    earlier, kind = _earlier_with_twins(scene), "twin"
    if earlier is None and (such or _come_from(scene)):
        earlier = next((one for one in _before(scene, _SUCH) if word_of(one, words().twin) is not None), None)
    if earlier is None:
        earlier, kind = _earlier_with_partners(scene), "partner"
    if earlier is None:
        return
    named_now = named_now or _is_one(scene, earlier)
    listed = _listed(scene, by_name=True)[: 1 if named_now else None]
    if len({*listed} & {*_listed(earlier)}) > 1:
        return  # «соглашение Омска и Лиды … Омская сторона представлена мэром, лидская – также мэром»: told of before
    told = [place for place in _listed(earlier) if place not in listed]
    own = owner_of_ties(scene) if such or _counts_them(scene) else None
    hub = own or owner_of_ties(earlier) or _hub_meant(earlier, told) or (told[0] if told else outer_hub(scene, listed))
    joins = word_of(scene, words().joining) is not None
    if hub is None or len(listed) < (1 if named_now or joins else 2):
        return
    for place in listed:
        if place != hub and not scene.stands_of_document.contain(hub, place):
            date = date_of_listed(scene, place) or (_when_it_became(scene) if opening in _ONE_OF_THEM else None)
            yield Told(
                Partnership(
                    parties=(hub, place),
                    kind=kind,  # type: ignore[arg-type]
                    since=date.edtf if date else None,
                    since_basis=date.basis if date else None,
                    evidence=((earlier.sentence.start, scene.sentence.end),),
                    confidence=0.75,
                    rule="partnership.listed_twins",
                ),
                1,
            )


def _tells_of_listed(scene: Scene, index: int) -> bool:
    """«(Среди них) Лида и Конин, отношения | с которым прерваны»: said of one in the list, which stands before."""
    which = scene.tokens[min(index + 2, scene.sentence.last - 1)].word
    return which is not None and "который" in which.lemmas and len(_listed(scene)) > 1


def each_with_its_own(scene: Scene) -> Iterator[Told]:
    """«Семь городов – побратимы турецких. У Омска договор с Анкарой и Измиром. У Бреста – с Вараной, Лиды – с Сивасом»:
    twins, for that is what the text speaks of, though the sentence has only documents or no verb."""
    told_otherwise = union(words().twin, words().relations)
    if not scene.stands or word_of(scene, told_otherwise) is not None or _earlier_with_twins(scene) is None:
        return
    sides = first_of_each(named_sides(scene, *scene.span))
    pairs = of_one_owner(scene, sides) or with_each_other(sides)
    documents = document_between(scene.context, scene.sentence.first, scene.sentence.last) is not None
    if not documents and scene.clauses.has_verb(scene.sentence.first, scene.sentence.last):
        return
    for two in pairs:
        tie = Partnership(
            parties=two, kind="twin", evidence=(scene.span,), confidence=0.75, rule="partnership.each_with_its_own"
        )
        yield Told(tie, 1)


@needs(lambda: words().relations)
def since_told_later(scene: Scene) -> Iterator[Told]:
    """«Среди побратимов Полоцка – Псков и Тверь. С Псковом отношения оформлены в 1997-м»: of one told just before."""
    named = [stand for stand in named_sides(scene, *scene.span) if stand.role == "with"]
    if len({stand.place for stand in named}) != 1 or word_of(scene, words().relations) is None:
        return
    earlier = _earlier_with_twins(scene)
    becoming = word_of(scene, words().becoming)
    if earlier is None or becoming is None or word_of(scene, words().twin) is not None:
        return
    date = scene.date_near(becoming)
    index = word_of(earlier, words().twin)
    told = pairs_of(earlier, index, "twin") if index is not None else []
    for pair in told:
        if named[0].place in pair.parties and date is not None:
            yield Told(
                Partnership(
                    parties=pair.parties,
                    kind="twin",
                    since=date.edtf,
                    since_basis=date.basis,
                    evidence=(scene.span,),
                    confidence=0.8,
                    rule="partnership.since_told_later",
                ),
                1,
            )


def word_of(scene: Scene, lemmas: frozenset[str]) -> int | None:
    """The first of the words in the sentence, outside of names of events and bodies."""
    return next(words_of(scene, lemmas), None)


def words_of(scene: Scene, lemmas: frozenset[str]) -> Iterator[int]:
    """The first of the words in each clause of the sentence, outside of names of events and bodies."""
    done = scene.sentence.first
    for index in scene.with_lemmas(lemmas):
        if index < done or in_event_name(scene, index):
            continue
        yield index
        done = scene.clauses.stretch_at(index)[1]


def _come_from(scene: Scene) -> bool:
    """«(Приедут представители городов-побратимов.) Гости прибудут из Беларуси (Минск), Сербии (Нови-Сад)», «(приём
    делегаций городов-побратимов.) Собрались | делегации из Варны и Оша»."""
    guests = scene.with_lemmas(events().guests)
    if any(scene.tokens[i + 1].lower == "из" for i in guests if i + 1 < scene.sentence.last):
        return _come_from_twins(scene)
    if not guests or not any(True for _ in scene.trigger_verbs("visit")):
        return False
    return any(scene.tokens[scene.index_at(s.start) - 1].lower == "из" for s in scene.stands if s.role == "from")


def _come_from_twins(scene: Scene) -> bool:
    """Are the guests just told of those of twins («приём делегаций городов-побратимов»)?"""
    for earlier in _before(scene, _GUESTS):
        for index in earlier.with_lemmas(words().bearers):
            back = range(index - 1, earlier.sentence.first - 1, -1)
            lead = next((i for i in back if not is_adjective(earlier, i)), index)
            over = lead - 1 if earlier.tokens[lead].lower == "из" else lead
            if has_guests(earlier.tokens[over]):
                return True
    return False


def has_guests(token: Token) -> bool:
    """Is it a word for those who come?"""
    return token.word is not None and not token.word.lemmas.isdisjoint(union(events().guests, events().delegation))


_GUESTS = 3
"""Sentences back to «делегации городов-побратимов»."""


def _answers(scene: Scene) -> bool:
    """«Сколько партнёров у Омска? Судя по сайту, | это | грузинский Рустави, …»."""
    tokens, first = scene.tokens, scene.sentence.first
    for index in range(first, scene.sentence.last - 2):
        opens = index == first or tokens[index - 1].text == ","
        if opens and tokens[index].lower == "это":
            following = next((i for i in range(index + 1, scene.sentence.last) if not is_adjective(scene, i)), index)
            mention = scene.mention_at(following)
            return mention is not None and scene.context.by_id[mention.entity].type in PLACE_TYPES
    return False


def _counts_them(scene: Scene) -> bool:
    """«(Омск дружит с городами-побратимами.) Их | у города | четыре: Лида, …», «Сегодня их уже пять – …»."""
    tokens, first, last = scene.tokens, scene.sentence.first, scene.sentence.last
    them = next((i for i in range(first, min(first + _OPENING, last)) if tokens[i].lower == "их"), None)
    if them is None:
        return False
    for index in range(them + 1, min(them + _OPENING, last - 1)):
        word = tokens[index].word
        number = tokens[index].text.isdigit() or (word is not None and word.pos == "NUMR")
        if number and tokens[index + 1].text in _LISTING:
            return True
    return False


def _counts_some(scene: Scene) -> bool:
    """«(У Омска 12 побратимов.) Три | из них | – Лида, Тара и Ржев – лежат …», «Из них пять – белорусские: …»."""
    tokens, first, last = scene.tokens, scene.sentence.first, scene.sentence.last
    for index in range(first, min(first + _OPENING, last - 2)):
        if tokens[index].lower == "из" and tokens[index + 1].lower == "них":
            return any(tokens[i].text in _LISTING for i in range(index + 2, min(index + _OPENING, last)))
    return False


_OPENING = 6
"""Tokens in which «их», and then how many they are, stand."""
_LISTING = DASHES | {":"}


def _is_one(scene: Scene, earlier: Scene) -> bool:
    """«(У Омска один город-побратим.) Это | Варна, что лежит у Бургаса»: the one that was told of."""
    if scene.tokens[scene.sentence.first].lower != "это":
        return False
    bearers = earlier.with_lemmas(words().bearers)
    return bool(bearers) and all(earlier.is_singular(index) for index in bearers)


def _hub_meant(earlier: Scene, told: list[str]) -> str | None:
    """«(Побратимы Омска.) В 1985 году появился второй – Гданьск. | К ним добавился Лион»: whose the one named is."""
    index = word_of(earlier, words().twin)
    pairs = pairs_of(earlier, index, "twin") if index is not None and len(told) == 1 else []
    others = [place for pair in pairs for place in pair.parties if place not in told]
    return others[0] if len(pairs) == len(others) == 1 else None


def _tells_of_such_towns(scene: Scene) -> bool:
    """«(Побратимы есть в 12 странах.) В России у Омска восемь | таких городов — Самара, …»."""
    last = scene.sentence.last - 3  # not «через такие города, как Тара»
    such = (i + 1 for i in scene.with_lemmas(frozenset({"такой", "подобный"})) if i < last)
    return any(scene.tokens[i].lemma in _TOWNS and scene.tokens[i + 2].lower != "как" for i in such)


_TOWNS = frozenset({"город", "побратим", "партнёр", "партнер"})


_SUCH = 6
"""Sentences back to the twins that «такие города» are."""


def _before(scene: Scene, most: int) -> Iterator[Scene]:
    """The sentences before, the nearest first, wherever a paragraph ends."""
    sentences = scene.context.layout.sentences
    for index in range(scene.sentence.index - 1, max(-1, scene.sentence.index - most - 1), -1):
        yield Scene(scene.context, scene.stands_of_document, sentences[index])


def _begins_with_it(word: str) -> bool:
    """«Им стал Гомель», «Ими стали Брест и Гродно»."""
    return word in {"им", "ими"}


def _when_it_became(scene: Scene) -> DateMention | None:
    becoming = word_of(scene, words().becoming)
    return scene.date_near(becoming) if becoming is not None else None


_ONE_OF_THEM = frozenset({"первым", "последним", "новым", "очередным", "недавним"})
"""«(У Омска девять побратимов.) Последним в 2011 году стал Витебск»."""


def named_next(scene: Scene) -> bool:
    """Does the next sentence name the twin («… прибавился побратим. Им стал Гомель», «есть побратим. Это Варна»)?"""
    after = scene.after
    if after is None:
        return False
    first = after.sentence.first
    return _begins_with_it(after.tokens[first].lower) or (after.tokens[first].lower == "это" and _answers(after))


def goes_into_twins(scene: Scene) -> bool:
    """«У Пскова 17 побратимов. Самому давнему партнёрству, с Куопио, …», «Список побратимов пополнился. Подписан
    договор о дружеских связях с Лидой»: one of the many counted just before, or the new one."""
    last = next(_before(scene, 1), None)
    if last is not None and word_of(last, words().twin) is not None and last.with_lemmas(_GROWING):
        return bool(last.with_lemmas(_LIST))
    earlier = _earlier_with_twins(scene)
    return earlier is not None and counts_many(earlier, earlier.sentence.first, earlier.sentence.last)


_LIST = frozenset({"список", "перечень", "число", "семья", "круг"})
_GROWING = frozenset({"пополниться", "расшириться", "увеличиться", "вырасти"})


def _earlier_with_twins(scene: Scene) -> Scene | None:
    """The sentence just before, or the one before that, of the same paragraph that speaks of twins."""
    sentences = scene.context.layout.sentences
    for back in (1, 2):
        index = scene.sentence.index - back
        apart = index < 0 or sentences[index].paragraph != scene.sentence.paragraph
        if apart and (index < 0 or not _begins_with_it(scene.tokens[scene.sentence.first].lower)):
            return None
        earlier = Scene(scene.context, scene.stands_of_document, sentences[index])
        if word_of(earlier, words().twin) is not None or _speaks_of_such_ties(earlier):
            return earlier
    return None


def _earlier_with_partners(scene: Scene) -> Scene | None:
    """The sentence just before, where it speaks of the partners of a place: «Сколько всего партнёров у Омска?»,
    «Кто дружит с Омском?», «Городов-партнёров у Омска двадцать»."""
    earlier = scene.before
    if earlier is None:
        return None
    if word_of(earlier, words().partner_cities) is not None or asks_who(earlier):
        return earlier
    plural = (i for i in earlier.with_lemmas(words().partner_nouns) if not earlier.is_singular(i))
    return earlier if any(not in_event_name(earlier, i) for i in plural) and _listed(earlier) else None


def asks_who(scene: Scene) -> bool:
    """«Кто ещё дружит с Омском?», «С кем дружит Омск?»: the partners of the one place that it names."""
    asked = any(scene.tokens[i].lower in _WHO for i in range(scene.sentence.first, scene.sentence.last))
    ends = scene.tokens[scene.sentence.last - 1].text == "?"
    return asked and ends and bool(scene.with_lemmas(words().friendship)) and len(_listed(scene)) == 1


_WHO = frozenset({"кто", "кем"})


def _speaks_of_such_ties(scene: Scene) -> bool:
    """«город, с которым у Бреста установлены такие отношения»."""
    index = word_of(scene, words().relations)
    return index is not None and scene.tokens[index - 1].lower in {"такие", "подобные", "аналогичные"}


def _listed(scene: Scene, *, by_name: bool = False) -> list[str]:
    """The places of the sentence; by their name alone not of «по данным мэрии (Омска), это …»."""
    by_id = scene.context.by_id
    stands = [s for s in scene.outer_stands if s.role not in {"in", "to"} and not is_compared(scene, s)]
    stands = [s for s in stands if not by_name or s.kind != "organization"]
    return list(dict.fromkeys(s.place for s in stands if by_id[s.place].type != "country"))


def in_event_name(scene: Scene, index: int) -> bool:
    """«Форум городов-побратимов Беларуси и России»: the word belongs to a name of an event or a body."""
    start = scene.tokens[index].start
    if any(name.start <= start < name.end for name in scene.all_event_names):
        return True
    return any(mention.start <= start < mention.end for mention in scene.organizations) or _in_quoted_name(scene, index)


def _in_quoted_name(scene: Scene, index: int) -> bool:
    """«секция «От побратимства к проектам»»: a name between quotation marks; «статус «город-побратим»» is none."""
    tokens, first, last = scene.tokens, scene.sentence.first, scene.sentence.last
    opening = next((i for i in range(index, first - 1, -1) if tokens[i].text in {"«", "»"}), None)
    closing = next((i for i in range(index, last) if tokens[i].text in {"«", "»"}), None)
    if opening is None or closing is None or tokens[opening].text != "«" or tokens[closing].text != "»":
        return False
    inside = [token.word for token in tokens[opening + 1 : closing] if token.word is not None]
    verbs = any(p.pos in {"VERB", "PRTS"} and p.score > 0.5 for word in inside for p in word.parses)
    return scene.speaker is None and len(inside) > 2 and not verbs
