"""Who has what is offered and who wants it: the two sides of an offer."""

from __future__ import annotations

from pobratim.model.reading import PLACE_TYPES
from pobratim.reading.adjectives import place_of_adjective, place_of_people
from pobratim.reading.context import Mention
from pobratim.reading.records.offer_items import Item, hangs_on_preposition
from pobratim.reading.records.scenes import Scene

_FIRST_PERSON = frozenset(
    ["мы", "нас", "нам", "нами", "наш", "наша", "наше", "наши", "нашей", "нашем", "наших", "нашу", "я"]
)
_PROVIDING = frozenset({"снабжать", "обеспечить", "обеспечивать"})
_GUESTS = frozenset({"гость", "делегация"})
_GROUNDS = frozenset(
    ["территорию", "рынок", "рынки", "предприятия", "предприятие", "фабрику", "завод", "регион", "область", "край",
     "город", "республику", "наш", "нашу"]
)
_HOSTS = frozenset({"регион", "область", "край", "город", "республика", "муниципалитет", "округ", "район"})


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
        has, wants = source, subject or goal
    if has is not None and has == wants:
        has, wants = (has, None) if subject_has and not agentless else (None, wants)
    return completed(scene, has, wants)


def completed(scene: Scene, has: str | None, wants: str | None) -> tuple[str | None, str | None]:
    """The side that is not told is the other place the document is about."""
    has = has or _other(scene, wants)
    return has, wants or _other(scene, has)


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


def at_whose(scene: Scene, index: int) -> str | None:
    """«… у омских аграриев», «… в Омске» after the verb."""
    for i in range(index + 1, scene.sentence.last - 1):
        if scene.tokens[i].lower in {"у", "в", "среди"} and (who := _named_from(scene, i + 1)) is not None:
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
        who = _someone(scene, i, "datv")
        if who is not None:
            return who
        if tokens[i].lower in {"нам", "мне"} and scene.speaker_place:
            return scene.speaker_place
    return scene.speaker_place


def _subject(scene: Scene, index: int, item: Item) -> str | None:
    """The nearest name in the nominative before the verb; «мы», «регион»; else a name after it; the speaker."""
    tokens = scene.tokens
    first, last = _clause(scene, index)
    if scene.speaker_place and any(tokens[i].lower in _FIRST_PERSON for i in range(first, last)):
        return scene.speaker_place
    if scene.speaker_place and _speaks_of_self(scene, index):
        return scene.speaker_place
    for i in range(index - 1, first - 1, -1):
        if not item.first <= i < item.last:
            who = _someone(scene, i, "nomn")
            if who is not None:
                return who
    for i in range(index + 1, min(index + 6, last)):
        if not item.first <= i < item.last:
            who = _someone(scene, i, "nomn")
            if who is not None:
                return who
    return scene.speaker_place


def _speaks_of_self(scene: Scene, index: int) -> bool:
    word = scene.tokens[index].word
    return word is not None and any("1per" in p.tags for p in word.parses[:2])


def _in_place(scene: Scene, index: int) -> str | None:
    """«в Омске закупили», «на улицах Омска работают»: a place before the verb is where it is had."""
    position = scene.tokens[index].start
    before = [s for s in scene.stands if s.end <= position and s.role in {"in", "other", "with", "between"}]
    return before[-1].place if before else None


def _someone(scene: Scene, index: int, case: str) -> str | None:
    """The place, firm or people named at a token in that case, by itself or by those who stand for it."""
    token = scene.tokens[index]
    word = token.word
    if word is None:
        return None
    mention = scene.mention_at(index)
    if mention is not None:
        if mention.first != index or not _in_case(scene, mention, case):
            return None
        entity = scene.context.by_id[mention.entity]
        if entity.type == "person":
            return scene.stands_of_document.place_of_person.get(entity.id)
        stand = next((s for s in scene.stands if s.start <= token.start < s.end), None)
        return stand.place if stand is not None and stand.kind != "place" else entity.id
    if not any(p.case == case and p.pos == "NOUN" for p in word.parses) or hangs_on_preposition(scene, index):
        return None
    standing = (s for s in scene.stands if s.kind in {"delegation", "person"} and s.start <= token.start < s.end)
    stand = next(standing, None)
    if stand is not None:
        return stand.place
    if word.lemmas & _GUESTS and case == "nomn":
        return _guest(scene)
    people = place_of_people(scene.context, token)
    if people is not None:
        return people
    before = scene.tokens[index - 1] if index > scene.sentence.first else None
    place = place_of_adjective(scene.context, before) if before is not None else None
    if place is not None:
        return place  # «костанайские аграрии»
    if word.lemmas & _HOSTS and case in {"nomn", "datv"} and word.parses[0].case in {case, "accs"}:
        return _host(scene, token.start)
    return None


def _in_case(scene: Scene, mention: Mention, case: str) -> bool:
    words = [scene.tokens[i].word for i in range(mention.first, mention.last)]
    told = [word for word in words if word is not None and word.parses]
    if not told:
        return case == "nomn"
    if scene.context.by_id[mention.entity].type in PLACE_TYPES and mention.last - mention.first == 1:
        before = scene.tokens[mention.first - 1].word if mention.first > scene.sentence.first else None
        if before is not None and before.pos == "PREP":
            return False
        if before is not None and before.pos == "NOUN" and case == "nomn":
            return False  # «мэр Минск…»
    abbreviated = case == "nomn" and scene.tokens[mention.first].text.isupper()
    return abbreviated or any(p.case == case for p in told[0].parses)


def _source(scene: Scene, index: int, item: Item, *, agentless: bool = False) -> str | None:
    """«белорусские лифты», «техника из Минска», «у минских заводов», «автобусы МАЗ», «договорились с МАЗом»."""
    tokens = scene.tokens
    first, last = _clause(scene, index)
    for i in range(first, last if agentless else first):
        if tokens[i].lower in {"с", "со"} and (firm := _firm_from(scene, i + 1)) is not None:
            return firm
    place = of_place(scene, item)
    if place is not None:
        return place
    for i in range(first, last):
        if tokens[i].lower in {"у", "из", "от"} and (who := _named_from(scene, i + 1)) is not None:
            return who
        if tokens[i].lower in {"вашей", "ваши", "ваших", "ваш", "вашего", "вашу"} and scene.speaker_place:
            return _other(scene, scene.speaker_place)
    for i in range(item.first, item.last):
        if (firm := _firm_from(scene, i, reach=1)) is not None:
            return firm
    return None


def _firm_from(scene: Scene, index: int, reach: int = 3) -> str | None:
    for i in range(index, min(index + reach, scene.sentence.last)):
        mention = scene.mention_at(i)
        if mention is not None:
            return mention.entity if scene.context.by_id[mention.entity].type == "organization" else None
    return None


def _goal(scene: Scene, index: int, item: Item) -> str | None:
    """«в Омск», «на территорию края», «для вологодских ферм», «Белшине», «соседям», «в наш регион»."""
    tokens = scene.tokens
    first, last = _clause(scene, index)
    for stand in scene.stands:
        if stand.role == "to" and tokens[first].start <= stand.start < tokens[last - 1].end:
            return stand.place
    for i in range(first, last - 1):
        leads = tokens[i].lower == "для" and not tokens[i + 1].lemma.startswith("постав")
        if leads or (tokens[i].lower in {"на", "в"} and tokens[i + 1].lower in _GROUNDS):
            who = _named_from(scene, i + 1) or _own(scene, i + 1)
            if who is not None:
                return who
    case = "accs" if tokens[index].word and tokens[index].word.lemmas & _PROVIDING else "datv"  # type: ignore[union-attr]
    for i in range(first, last):
        if not item.first <= i < item.last and (i > index or _someone(scene, i, "nomn") is None):
            who = _someone(scene, i, case)
            if who is not None and (case == "datv" or i > index):
                return who
    return None


def _own(scene: Scene, index: int) -> str | None:
    """«в регион», «на территорию нашего края»: the speaker's, or the region named last before."""
    near = [scene.tokens[i] for i in range(index, min(index + 3, scene.sentence.last))]
    if not any(t.word and t.word.lemmas & _HOSTS for t in near):
        return None
    return _host(scene, near[0].start)


def _guest(scene: Scene) -> str | None:
    """Whom «гости», «делегация» means: the place of the pair that is not the host."""
    host, pair = scene.stands_of_document.host, scene.stands_of_document.pair
    return _other(scene, host) if host in pair else None


def _host(scene: Scene, position: int) -> str | None:
    """Whom «город», «регион» means: the speaker's place, else the one named nearest before."""
    if scene.speaker_place:
        return scene.speaker_place
    by_id = scene.context.by_id
    nearer = [s for s in scene.stands if by_id[s.place].type != "country" and s.role != "from"]
    before = [s.place for s in nearer if s.start < position]
    if before:
        return before[-1]
    pair = [place for place in scene.stands_of_document.pair if by_id[place].type != "country"]
    return pair[0] if len(pair) == 1 else None


def _clause(scene: Scene, index: int) -> tuple[int, int]:
    """The tokens around ``index`` up to «;», «, а», «, но»: other clauses have sides of their own."""
    tokens = scene.tokens
    first, last = scene.sentence.first, scene.sentence.last
    for i in range(index - 1, first, -1):
        if tokens[i].text == ";" or (tokens[i].lower in {"а", "но"} and tokens[i - 1].text == ","):
            first = i
            break
    for i in range(index + 1, last - 1):
        if tokens[i].text == ";" or (tokens[i].text == "," and tokens[i + 1].lower in {"а", "но"}):
            last = i
            break
    return first, last


def _named_from(scene: Scene, index: int) -> str | None:
    """The first place or firm among the next words, by name or adjective («у казанских производителей»)."""
    for i in range(index, min(index + 4, scene.sentence.last)):
        mention = scene.mention_at(i)
        if mention is not None:
            return mention.entity if scene.context.by_id[mention.entity].type != "person" else None
        place = place_of_adjective(scene.context, scene.tokens[i])
        if place is not None:
            return place
        if scene.tokens[i].word is None or not scene.tokens[i].word.is_pos("ADJF", "NOUN", "PRTF"):  # type: ignore[union-attr]
            return None
    return None


def _other(scene: Scene, place: str | None) -> str | None:
    """The other place of the document's pair, in another country or at least not inside the one."""
    if place is None:
        return None
    by_id = scene.context.by_id
    place = scene.context.found.seats.get(place, place)
    pair = scene.stands_of_document.pair
    others = [other for other in pair if other != place]
    country = by_id[place].country
    abroad = [other for other in others if country and by_id[other].country and by_id[other].country != country]
    if len(pair) == 2 and place not in pair and country:
        return abroad[0] if abroad else None
    return others[0] if others else None


def _is_place(scene: Scene, entity: str) -> bool:
    return scene.context.by_id[entity].type in PLACE_TYPES
