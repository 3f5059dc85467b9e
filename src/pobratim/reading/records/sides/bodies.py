"""Companies, universities and other bodies that are parties to a document themselves."""

from __future__ import annotations

from pobratim.model.reading import Post
from pobratim.reading.context import Mention
from pobratim.reading.once import union
from pobratim.reading.records.authorities import governs, is_authority
from pobratim.reading.records.clauses import has_lemma_between
from pobratim.reading.records.documents import DocumentName, document_between
from pobratim.reading.records.lexicon import bodies_named_as, documents, partnerships
from pobratim.reading.records.scenes import Scene
from pobratim.reading.records.sides.named import only_tells
from pobratim.reading.records.titles.titles import Title, titles_in
from pobratim.reading.text.morph import Word, lemma
from pobratim.reading.text.segments import ADJECTIVE, leading
from pobratim.reading.text.speech import vocabulary


def companies_of(scene: Scene, name: DocumentName) -> list[str]:
    """The bodies of the document's sentence that govern nothing, without those that only say where it was and those
    behind «а также»."""
    by_id = scene.context.by_id
    end = next((i for i in range(name.last, scene.sentence.last) if _adds(scene, i)), scene.sentence.last)
    told = [m for m in scene.organizations if m.first < end]
    told = [m for m in told if not _only_reports(scene, m, name) and not _is_of_another(scene, m, name.first)]
    named = [m for m in told if not is_authority(by_id[m.entity]) and not _is_location(scene, m)]
    companies = list(dict.fromkeys(mention.entity for mention in named))
    own = _own_company(scene) if len(companies) == 1 else None
    return [own, *companies] if own is not None and own not in companies else companies


def _is_of_another(scene: Scene, mention: Mention, at: int) -> bool:
    """«соглашение с Омском, меморандум | с заводом «Луч» | и контракт»: in the words of another document of a list."""
    lead = document_between(scene.context, scene.sentence.first, mention.first)
    while lead is not None and (following := document_between(scene.context, lead + 1, mention.first)) is not None:
        lead = following
    if lead is None or lead == at or scene.clauses.has_verb(lead, mention.first):
        return False
    between = [token.lower for token in scene.tokens[min(lead, at) : max(lead, at)]]
    return len(between) > _LEAD and "," in between


def _only_reports(scene: Scene, mention: Mention, name: DocumentName) -> bool:
    """«…, сообщает | агентство «Заря»»: in a clause of its own, with a word of speech."""
    first, last = scene.clauses.stretch_at(mention.first)
    apart = document_between(scene.context, first, last) is None and not first <= name.first < last
    return apart and has_lemma_between(scene, first, last, vocabulary().speech)


def _adds(scene: Scene, index: int) -> bool:
    """«подписать соглашение, | а также наладить связи между вузами»: another thing that is done."""
    following = [token.lower for token in scene.tokens[index : index + 3]]
    if following != [",", "а", "также"]:
        return False
    return any(
        token.word is not None and token.word.pos in {"INFN", "VERB"} for token in scene.tokens[index + 3 : index + 5]
    )


def is_signed_by_another(scene: Scene, name: DocumentName) -> bool:
    """«мэр Омска и председатель Совета ветеранов подписали»: one of those who sign stands for no place."""
    first, last = scene.clauses.stretch_at(name.first)
    by_id = scene.context.by_id
    own = [title for title in titles_in(scene.context, scene.sentence) if first <= title.first < last]
    acting = [title for title in own if scene.tokens[title.head].is_case("nomn")]
    return len(acting) > 1 and any(
        (title.place is None and title.organization is not None and not is_authority(by_id[title.organization]))
        or (title.place is None and title.organization is None and _has_unknown_body(scene, title))
        for title in acting
    )


def _has_unknown_body(scene: Scene, title: Title) -> bool:
    """«председатель | Совета ветеранов», «директор | школы»: a noun in the genitive behind that names no authority."""
    last = title.last if title.last > title.head + 1 else title.head + 1
    nouns = (scene.tokens[i].word for i in range(title.head + 1, min(max(last, title.head + 3), scene.sentence.last)))
    told = {lemma for word in nouns if word is not None and word.pos == "NOUN" for lemma in word.lemmas}
    return not told.isdisjoint(documents().establishments | {"ветеран", "союз", "ассоциация", "центр", "общество"})


def _own_company(scene: Scene) -> str | None:
    """«предприятие заключило контракт с …», «ректор университета подписал договор с …»: the one of that sort that the
    document is about, named most often before."""
    for index in range(scene.sentence.first, scene.sentence.last):
        sort = _acting_sort(scene, index)
        if sort is None:
            continue
        told = scene.context.mentions_in(0, scene.tokens[index].start, "organization")
        named = [m.entity for m in told if not is_authority(scene.context.by_id[m.entity])]
        stems = {stem for lemma in sort for stem in bodies_named_as().get(lemma, ())}
        fitting = [body for body in named if any(stem in scene.context.by_id[body].name.lower() for stem in stems)]
        company = not sort.isdisjoint(documents().companies)
        return max(dict.fromkeys(fitting or (named if company else [])), key=named.count, default=None)
    return None


def _acting_sort(scene: Scene, index: int) -> frozenset[str] | None:
    """«университет | подписал», «ректор | университета | подписал»: the sort of a body without a name that acts."""
    word = scene.tokens[index].word
    if word is None or word.lemmas.isdisjoint(union(documents().companies, frozenset(bodies_named_as()))):
        return None
    before = scene.tokens[index - 1].word if index > scene.sentence.first else None
    heading = before is not None and not before.lemmas.isdisjoint(_HEADS)
    headed = heading and before is not None and any(parse.case == "nomn" for parse in before.parses)
    if scene.mention_at(index) is not None or (scene.mention_at(index + 1) is not None and not headed):
        return None
    case = "gent" if headed else "nomn"
    return word.lemmas if any(p.case == case and p.number == "sing" for p in word.parses) else None


def bodies_between(scene: Scene, name: DocumentName, end: int) -> list[str]:
    """«соглашение между заводом «Конус» и предприятием «Профиль»»: bodies that govern nothing."""
    tokens = scene.tokens
    lead = between_at(scene, name, end)
    if lead is None:
        return []
    start, stop = tokens[lead].start, tokens[end - 1].end
    inside = [m for m in scene.organizations if start < m.start < stop]
    if any(is_authority(scene.context.by_id[m.entity]) for m in inside):
        return []
    return list(dict.fromkeys(m.entity for m in inside))


def place_and_body_between(scene: Scene, name: DocumentName, end: int) -> list[str]:
    """«между правительством Омской области | и компанией «Конус»»: a place, and a body that governs nothing."""
    lead = between_at(scene, name, end)
    joint = next((i for i in range(lead + 1, end) if scene.tokens[i].lower == "и"), None) if lead is not None else None
    if lead is None or joint is None:
        return []
    first, joined, last = scene.tokens[lead].end, scene.tokens[joint].start, scene.tokens[end - 1].end
    places = list(dict.fromkeys(s.place for s in scene.stands if first <= s.start < joined and s.role == "between"))
    bodies = [m for m in scene.organizations if joined < m.start < last and m.first - joint <= _LEAD]
    if len(places) != 1 or not bodies or is_authority(scene.context.by_id[bodies[0].entity]):
        return []
    return [places[0], bodies[0].entity]


def between_at(scene: Scene, name: DocumentName, end: int) -> int | None:
    """Where «между …» stands in a document's words."""
    return next((i for i in range(name.last, end) if scene.tokens[i].lower == "между"), None)


def follows_with(scene: Scene, mention: Mention) -> bool:
    """«соглашения | с (белорусскими предприятиями) ОАО «Луч»»: does «с» lead to the body?"""
    for index in range(mention.first - 1, max(scene.sentence.first, mention.first - _LEAD) - 1, -1):
        token = scene.tokens[index]
        if token.lower in {"с", "со"}:
            return not is_authority(scene.context.by_id[mention.entity])
        if token.text not in {"«", '"'} and (token.word is None or not token.word.is_pos("ADJF", "NOUN")):
            return False
    return False


_LEAD = 6
"""Tokens from «с» to a body: its legal form, an adjective, what it is."""


def acts_itself(scene: Scene, company: str) -> bool:
    """Can the company be who signs: not «на сессии | ассамблеи городов»?"""
    named = (scene.tokens[m.first].word for m in scene.organizations if m.entity == company)
    return any(word is None or not word.cases <= {"gent", "loct", "datv"} for word in named)


def authority_between(scene: Scene, name: DocumentName, end: int) -> bool:
    """«между облисполкомом и Омском»: an authority, or what means one side, without its place's name."""
    lead = between_at(scene, name, end)
    if lead is None:
        return False
    words = (scene.tokens[i].word for i in range(lead + 1, end) if scene.mention_at(i) is None)
    told = {lemma for word in words if word is not None for lemma in word.lemmas}
    return between_known(scene, name, end) or not told.isdisjoint(partnerships().sorts) or governs(told)


def between_known(scene: Scene, name: DocumentName, end: int) -> bool:
    """«между двумя городами», «между ними», «между регионами»: the sides are those spoken of."""
    lead = between_at(scene, name, end)
    if lead is None:
        return False
    following = (scene.tokens[i].word for i in range(lead + 1, end))
    noun = next((word for word in following if word is None or not word.is_pos("ADJF", "NUMR")), None)
    return noun is not None and (noun.is_pos("NPRO") or not noun.lemmas.isdisjoint(union(partnerships().both, _STATES)))


_STATES = frozenset({"страна", "государство", "народ", "столица"})


def bodies_follow(scene: Scene, name: DocumentName, end: int) -> bool:
    """Does a body that governs nothing stand behind «между»?"""
    lead = between_at(scene, name, end)
    if lead is None:
        return False
    start, stop = scene.tokens[lead].start, scene.tokens[end - 1].end
    inside = [m for m in scene.organizations if start < m.start < stop]
    return bool(inside) and not any(is_authority(scene.context.by_id[m.entity]) for m in inside)


def bodies_act(scene: Scene, name: DocumentName) -> bool:
    """«города обмениваются гостями, а вузы подписали договор»: in the document's clause, whatever the cities do."""
    first, last = scene.clauses.stretch_at(name.first)
    for index in range(first, last):
        word = scene.tokens[index].word
        if word is None or word.lemmas.isdisjoint(documents().bodies):
            continue
        plural = any(p.case == "nomn" and p.number == "plur" for p in word.parses)
        if index > first and _are_heads(scene.tokens[index - 1].word):  # «директора гимназий»
            plural = plural or any(p.case == "gent" and p.number == "plur" for p in word.parses)
        if plural and _verb_follows(scene, index + 1, min(last, index + 5)):
            return True
    return any(_is_bound(scene, index, first) for index in range(first, name.first))


def _is_bound(scene: Scene, index: int, first: int) -> bool:
    """«между | вузами | действует договор», «школу и | музей | связывает соглашение»: bodies without a name."""
    word = scene.tokens[index].word
    sorts = union(documents().bodies, documents().establishments)
    if word is None or word.lemmas.isdisjoint(sorts) or scene.mention_at(index) is not None:
        return False
    if scene.tokens[leading(scene.tokens, index, first, ADJECTIVE)].lower == "между":
        return any(parse.case == "ablt" for parse in word.parses)
    bound = any(parse.case == "accs" for parse in word.parses) or scene.tokens[index - 1].lower in _TWO
    return bound and any(first <= verb < index + _NEAR for verb in scene.with_lemmas(_BINDING))


_NEAR = 5
_TWO = frozenset({"два", "две", "три", "оба", "обе"})
_BINDING = frozenset({"связывать", "связать", "объединять", "объединить", "соединять", "соединить"})


def _are_heads(word: Word | None) -> bool:
    if word is None or word.lemmas.isdisjoint(_HEADS):
        return False
    return any(parse.case == "nomn" and parse.number == "plur" for parse in word.parses)


_HEADS = frozenset({"директор", "ректор", "руководитель", "заведующий", "начальник", "главврач", "декан", "президент"})


def is_with_body(scene: Scene, name: DocumentName, end: int) -> bool:
    """«соглашение | с министерством строительства», «договор о практике | с больницей»: a body that is not named."""
    others = union(documents().bodies, documents().companies)
    for index in range(name.last, end - 1):
        if scene.tokens[index].lower not in {"с", "со"}:
            continue
        following = [token.word for token in scene.tokens[index + 1 : min(end, index + 4)]]
        noun = next((word for word in following if word is not None and not word.is_pos("ADJF")), None)
        if noun is not None and not noun.lemmas.isdisjoint(others) and noun.is_case("ablt"):
            return True
    return False


def _verb_follows(scene: Scene, first: int, last: int) -> bool:
    """«школы | двух городов | заключили»: over words in the genitive."""
    for index in range(first, last):
        word = scene.tokens[index].word
        if word is None:
            return False
        if any(p.pos == "VERB" and p.number == "plur" for p in word.parses):
            return True
        if not word.is_case("gent"):
            return False
    return False


def bodies_before(scene: Scene) -> list[str]:
    """«По итогам встречи ректоров подписан договор»: the two bodies that the sentence before names."""
    index = scene.sentence.index - 1
    sentences = scene.context.layout.sentences
    if not has_lemma_between(scene, scene.sentence.first, scene.sentence.last, documents().bodies) or index < 0:
        return []
    before = sentences[index]
    mentions = scene.context.mentions_in(before.start, before.end, "organization")
    bodies = list(dict.fromkeys(m.entity for m in mentions if not is_authority(scene.context.by_id[m.entity])))
    return bodies if len(bodies) == 2 else []


def bodies_meant(scene: Scene) -> list[str]:
    """«ректоры этих двух вузов подписали договор»: the two of that sort that the text named last."""
    for index in range(scene.sentence.first + 1, scene.sentence.last):
        word = scene.tokens[index].word
        if word is None or scene.tokens[index - 1].lower not in _BOTH:
            continue
        stems = {stem for lemma in word.lemmas for stem in bodies_named_as().get(lemma, ())}
        bodies = _last_named(scene, stems, scene.tokens[index].start)
        if len(bodies) >= 2:
            return [bodies[1], bodies[0]]
    return []


def _last_named(scene: Scene, stems: set[str], limit: int) -> list[str]:
    """The bodies whose names have one of the words, the last named first."""
    told = scene.context.mentions_in(0, limit, "organization")
    fitting = [m.entity for m in told if any(stem in scene.context.by_id[m.entity].name.lower() for stem in stems)]
    return list(dict.fromkeys(reversed(fitting)))


def bodies_of_people(scene: Scene) -> list[str]:
    """«директор гимназии Анна Белова и директор лидской школы Иван Ус подписали план»: the two schools told of."""
    people = set(scene.people)
    posts = [post for post in scene.stands_of_document.posts if post.person in people]
    if len(people) != 2 or any(post.place is not None for post in posts):
        return []
    stems: set[str] = set()
    for person in people:
        own = {stem for post in posts if post.person == person for stem in _stems_of(scene, post)}
        if not own:
            return []
        stems |= own
    bodies = _last_named(scene, stems, scene.sentence.end)
    return bodies[::-1] if len(bodies) == 2 else []


def signed_for_body(scene: Scene) -> bool:
    """«мэр Омска Анна Белова и директор музея Иван Ус подписали»: does one of them head a body of that sort?"""
    people = set(scene.people)
    posts = [post for post in scene.stands_of_document.posts if post.person in people]
    return any(post.place is None and _stems_of(scene, post) for post in posts)


def _stems_of(scene: Scene, post: Post) -> set[str]:
    """The sorts of body that a post speaks of («директор гимназии», «директор» of a гимназия № 7)."""
    body = scene.context.by_id[post.organization].name if post.organization else ""
    lemmas = {lemma(word) for word in (*post.title.split(), *body.lower().split())}
    return {stem for stems in bodies_named_as().values() if lemmas & set(stems) for stem in stems}


_BOTH = frozenset({"двух", "оба", "обоих", "обе", "обеих", "этих", "два", "две"})


def _is_location(scene: Scene, mention: Mention) -> bool:
    """«на ВДНХ», «в «Экспоцентре»»: where it was signed, not who signed."""
    at = mention.first - 1
    if at > scene.sentence.first and scene.tokens[at].text in {"«", '"'}:
        at -= 1
    return at >= scene.sentence.first and scene.tokens[at].lower in {"на", "в", "во"}


def signing_companies(scene: Scene, index: int) -> list[str]:
    """Two companies or more that sign, where no place or official stands beside them."""
    if any(stand.kind != "place" and not only_tells(scene, stand) for stand in scene.outer_stands):
        return []
    by_id = scene.context.by_id
    first, last = scene.clauses.stretch_at(index)
    named = [m for m in scene.organizations if first <= m.first < last and not _is_of_another(scene, m, index)]
    companies = list(dict.fromkeys(m.entity for m in named if not is_authority(by_id[m.entity])))
    return companies if len(companies) >= 2 else []
