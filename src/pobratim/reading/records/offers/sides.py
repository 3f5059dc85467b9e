"""Who has what is offered and who wants it: the two sides of an offer."""

from __future__ import annotations

from dataclasses import replace

from pobratim.model.reading import PLACE_TYPES
from pobratim.reading.names.places.adjectives import place_of_adjective
from pobratim.reading.records.lexicon import offers as words
from pobratim.reading.records.offers.people import firm_from, named_from, other_side, own_place, someone
from pobratim.reading.records.offers.phrases import Item
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.stand import Stand

_RIGHT_BEHIND = 4
_FIRST_PERSON = frozenset(
    ["мы", "нас", "нам", "нами", "наш", "наша", "наше", "наши", "нашей", "нашем", "наших", "нашу", "я"]
)
_PROVIDING = frozenset({"снабжать", "обеспечить", "обеспечивать"})
_FRIENDS = frozenset({"коллега", "партнёр", "партнер", "сосед", "друг", "гость", "побратим", "сторона"})
_GROUNDS = frozenset(
    ["территорию", "рынок", "рынки", "предприятия", "предприятие", "фабрику", "завод", "регион", "область", "край",
     "город", "республику", "наш", "нашу"]
)


def sides(
    scene: Scene, index: int, item: Item, *, subject_has: bool, agentless: bool = False
) -> tuple[str | None, str | None]:
    """(who has it, who wants it).

    ``subject_has`` tells which of the two the subject of the verb is; an ``agentless`` word («поставлено»,
    «поставки») need not have its subject for either, so what is said of origin and goal goes first.
    """
    source = _source(scene, index, item, agentless=agentless)
    goal = _goal(scene, index, item)
    acting = _subject(scene, index, item)
    subject = acting or _in_place(scene, index)
    if agentless or (subject_has and acting is None and source is not None):
        has, wants = source, goal
        if has is None and wants is None and subject is not None:
            has, wants = (subject, None) if subject_has else (None, subject)
        elif has is None and subject_has and subject != wants:
            has = subject
    elif subject_has:
        has, wants = subject or source, goal
    else:
        has, wants = source or _bought_in(scene, index, acting), subject or goal
    if scene.speaker_place and _is_ours(scene, item):
        has, wants = scene.speaker_place, wants if wants != scene.speaker_place else None
    if has is not None and has == wants:
        # «из Омска» is told, «в Омске» is not
        told = not agentless and (subject_has or (acting is None and source == has))
        has, wants = (has, None) if told else (None, wants)
    return completed(scene, has, wants)


def completed(scene: Scene, has: str | None, wants: str | None) -> tuple[str | None, str | None]:
    """The side that is not told is the other place the document is about."""
    has = has or other_side(scene, wants)
    return has, wants or other_side(scene, has)


def given_to(scene: Scene, index: int, item: Item) -> str | None:
    """Where it is said to go, if not to the subject: «поставки в Омск»."""
    return _goal(scene, index, item)


def made_by(scene: Scene, index: int, item: Item) -> str | None:
    """Where it is said to come from: «белорусские …», «… из Минска»."""
    return _source(scene, index, item)


def of_place(scene: Scene, item: Item) -> str | None:
    """The place that an adjective of the item names: «минские тракторы»."""
    for i in range(item.first, item.last):
        place = place_of_adjective(scene.context, scene.tokens[i])
        if place is not None:
            return place
    return None


def _of_whose(scene: Scene, item: Item) -> str | None:
    """«товары предприятий Бреста»: the place whose goods they are, where no preposition stands between."""
    own = next((i for i in range(item.first, item.last) if scene.mention_at(i) is not None), None)
    beside = item.kind == "experience" and own is not None and scene.tokens[own - 1].lemma in {"опыт", "практика"}
    if item.kind != "goods" and not beside:
        return None
    for i in range(item.first, item.last):
        word, mention = scene.tokens[i].word, scene.mention_at(i)
        if mention is not None:
            return mention.entity if scene.context.by_id[mention.entity].type in PLACE_TYPES else None
        if word is not None and word.pos == "PREP":
            return None
    return None


def at_whose(scene: Scene, index: int) -> str | None:
    """«… у омских аграриев», «… в Омске» after the verb."""
    for i in range(index + 1, scene.sentence.last - 1):
        if scene.tokens[i].lower in {"у", "в", "среди"} and (who := named_from(scene, i + 1)) is not None:
            return who
    return None


def subject_of(scene: Scene, index: int, item: Item) -> str | None:
    """Who acts."""
    return _subject(scene, index, item) or _in_place(scene, index)


def beneficiary(scene: Scene, item: Item) -> str | None:
    """Who stands in the dative: «пермякам пригодится», «городу нужны»."""
    tokens = scene.tokens
    for i in range(scene.sentence.first, scene.sentence.last):
        if item.first <= i < item.last:
            continue
        who = someone(scene, i, "datv")
        if who is not None:
            return who
        if tokens[i].lower in {"нам", "мне"} and scene.speaker_place:
            return scene.speaker_place
    return scene.speaker_place


def _subject(scene: Scene, index: int, item: Item) -> str | None:
    """The nearest name in the nominative before the verb; «мы», «регион»; else a name after it; the speaker."""
    tokens = scene.tokens
    first, last = scene.clauses.side_at(index)
    if scene.speaker_place and any(tokens[i].lower in _FIRST_PERSON for i in range(first, last)):
        return scene.speaker_place
    if scene.speaker_place and _speaks_of_self(scene, index):
        return scene.speaker_place
    for i in range(index - 1, first - 1, -1):
        if not item.first <= i < item.last:
            who = someone(scene, i, "nomn")
            if who is not None:
                return who
    for i in range(index + 1, min(index + 6, last)):
        if not item.first <= i < item.last:
            who = someone(scene, i, "nomn")
            if who is not None:
                return who
    return _carried_on(scene, first) or scene.speaker_place or _told_before(scene, index)


def _carried_on(scene: Scene, first: int) -> str | None:
    """«Омск покупает у соседей трамваи, а | поставляет им шины»: the subject of what stands before «, а»."""
    tokens = scene.tokens
    joint = next((i for i in (first, first - 1) if tokens[i].lower == "а"), None)
    if joint is None or joint - 1 <= scene.sentence.first or tokens[joint - 1].text != ",":
        return None
    return next((who for i in range(scene.sentence.first, joint) if (who := someone(scene, i, "nomn"))), None)


def _speaks_of_self(scene: Scene, index: int) -> bool:
    word = scene.tokens[index].word
    return word is not None and any("1per" in p.tags for p in word.parses[:2])


def _in_place(scene: Scene, index: int) -> str | None:
    """«в Омске закупили», «на улицах Омска работают»: a place before the verb is where it is had."""
    position = scene.tokens[index].start
    before = [s for s in scene.stands if s.end <= position and s.role in {"in", "other", "with", "between"}]
    acting = [s for s in before if s.role != "other" or not _is_told_to(scene, s)]
    return acting[-1].place if acting else None


def _bought_in(scene: Scene, index: int, buyer: str | None) -> str | None:
    """«регион закупил в Беларуси десять машин», «намерение приобрести в Беларуси»: where it is bought."""
    if scene.tokens[index].word is None or not scene.tokens[index].word.lemmas & words().gets:  # type: ignore[union-attr]
        return None
    following = scene.tokens[index + 1 : index + 3]
    if len(following) < 2 or following[0].lower not in {"в", "во"}:
        return None
    there = next((s.place for s in scene.stands if s.start == following[1].start and s.role == "in"), None)
    return there if there != buyer else None


def _is_told_to(scene: Scene, stand: Stand) -> bool:
    """«омичам предлагают»: who gets it."""
    told = scene.context.tokens_in(stand.start, stand.end)[0].word
    return told is not None and all(parse.case == "datv" for parse in told.parses)


def _source(scene: Scene, index: int, item: Item, *, agentless: bool = False) -> str | None:
    """«белорусские лифты», «техника из Минска», «у минских заводов», «автобусы МАЗ», «договорились с МАЗом»."""
    tokens = scene.tokens
    first, last = scene.clauses.side_at(index)
    for i in range(first, last if agentless else first):
        if tokens[i].lower in {"с", "со"} and (firm := firm_from(scene, i + 1)) is not None:
            return firm
    place = of_place(scene, item) or _of_whose(scene, item)
    if place is not None:
        return place
    for i in range(first, last):
        if tokens[i].lower in {"у", "из", "от"} and (who := named_from(scene, i + 1)) is not None:
            return who
        if tokens[i].lower in {"вашей", "ваши", "ваших", "ваш", "вашего", "вашу"} and scene.speaker_place:
            return other_side(scene, scene.speaker_place)
    # «тракторы МТЗ, автобусы МАЗа» are not all of the first.
    firms = {firm for i in range(item.first, item.last) if (firm := firm_from(scene, i, reach=1)) is not None}
    return firms.pop() if len(firms) == 1 else None


def _is_ours(scene: Scene, item: Item) -> bool:
    """«спрос на наши корма»."""
    near = scene.tokens[max(scene.sentence.first, item.first - 1) : item.last]
    ours = any(token.lower.startswith("наш") for token in near)
    return ours and not any(token.word and token.word.lemmas & _FRIENDS for token in near)


def _there(scene: Scene, first: int, last: int, adverb: str) -> str | None:
    """«(связи с районом,) … отправила туда»: the place named last before «туда», «оттуда»."""
    for i in range(first, last):
        if scene.tokens[i].lower == adverb:
            before = [s for s in scene.stands if s.end <= scene.tokens[i].start and s.role in {"with", "in", "to"}]
            return before[-1].place if before else None
    return None


def _goal(scene: Scene, index: int, item: Item) -> str | None:
    """«в Омск», «на территорию края», «для вологодских ферм», «Белшине», «соседям», «в наш регион»."""
    tokens = scene.tokens
    first, last = scene.clauses.side_at(index)
    if (there := _there(scene, first, last, "туда")) is not None:
        return there
    for i in range(first, last - 1):
        if tokens[i].lower == "в" and tokens[i + 1].lower == "республику" and scene.mention_at(i + 1) is None:
            return own_place(scene, i + 1)
    goals = [s for s in scene.stands if s.role == "to" and tokens[first].start <= s.start < tokens[last - 1].end]
    if goals:  # «поставок в Омск лифтов и экспорта в Минск муки»: the one right behind the word
        limit = tokens[min(index + _RIGHT_BEHIND, last) - 1].end
        return next((s for s in goals if tokens[index].end < s.start < limit), goals[0]).place
    for i in range(first, last - 1):
        leads = tokens[i].lower == "для" and not tokens[i + 1].lemma.startswith("постав")
        if leads or (tokens[i].lower in {"на", "в"} and tokens[i + 1].lower in _GROUNDS):
            who = named_from(scene, i + 1) or own_place(scene, i + 1)
            if who is not None:
                return who
    case = "accs" if tokens[index].word and tokens[index].word.lemmas & _PROVIDING else "datv"  # type: ignore[union-attr]
    for i in range(first, last):
        if not item.first <= i < item.last and (i > index or someone(scene, i, "nomn") is None):
            who = someone(scene, i, case)
            if who is not None and (case == "datv" or i > index) and not _is_of_noun(scene, i):
                return who
    return None


def _is_of_noun(scene: Scene, index: int) -> bool:
    """«(власти Омска и) Беларуси»: by its form in the dative too, but a noun or a joint before it governs it."""
    word, before = scene.tokens[index].word, scene.tokens[index - 1] if index > scene.sentence.first else None
    if word is None or before is None or scene.mention_at(index) is None:
        return False
    governed = before.lower in {"и", ","} or (before.word is not None and before.word.pos == "NOUN")
    return governed and any(parse.case == "gent" for parse in word.parses)


def _told_before(scene: Scene, index: int) -> str | None:
    """«(Омичам нужны автобусы.) Взамен предлагают мясо»: nobody is named, so the people of the sentence before."""
    word, sentences = scene.tokens[index].word, scene.context.layout.sentences
    before = scene.sentence.index - 1
    plural = word is not None and word.pos == "VERB" and word.parses[0].number == "plur"
    if word is not None and word.pos == "VERB" and not plural and before >= 0 and _has_no_subject(scene, index):
        return _subject_before(scene, before)
    if not plural or before < 0 or sentences[before].paragraph != scene.sentence.paragraph:
        return None
    told = scene.stands_of_document.inside((sentences[before].start, sentences[before].end))
    people = [stand.place for stand in told if stand.kind == "delegation"]
    return people[0] if people and scene.speaker is None else None


def _has_no_subject(scene: Scene, index: int) -> bool:
    """«В свою очередь, | покупала у соседей молоко»: no noun or pronoun that could be the verb's own."""
    before = (scene.tokens[i].word for i in range(scene.sentence.first, index))
    nouns = (word for word in before if word is not None and word.pos in {"NOUN", "NPRO"})
    return not any(parse.case == "nomn" for noun in nouns for parse in noun.parses[:1])


def _subject_before(scene: Scene, sentence: int) -> str | None:
    """The place that begins the sentence before as its subject («Омская область поставляла …»)."""
    told = scene.context.layout.sentences[sentence]
    named = replace(scene, sentence=told)
    return next((who for i in range(told.first, told.last) if (who := someone(named, i, "nomn"))), None)
