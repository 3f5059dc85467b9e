"""Which place a general office («мэр города», «губернатор») is of: the one of its kind that the text named last."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from pobratim.model.reading import Post, Span
from pobratim.reading.context import Context, Mention
from pobratim.reading.kept import kept
from pobratim.reading.names.people.fullnames import given_name_weight
from pobratim.reading.names.people.palladius import is_family, sounds_chinese
from pobratim.reading.names.places.adjectives import place_of_adjective
from pobratim.reading.records.headline import place_of_headline
from pobratim.reading.records.posts.delegates import home_of_delegate, welcomes
from pobratim.reading.records.posts.fitting import CHIEFS, fits
from pobratim.reading.records.posts.held import Held
from pobratim.reading.records.posts.merging import in_full, seats
from pobratim.reading.records.titles.heads import HEADS_OF_STATE
from pobratim.reading.records.titles.titles import titles_in
from pobratim.reading.text.morph import lemma, word
from pobratim.reading.text.segments import Sentence


def nearest_place(context: Context, item: Held, settled: list[Post]) -> str | None:
    """The place of the right kind named last before, in this sentence or the one before; else the only one
    of the document so far. Not one whose office another person holds. Who comes with a delegation is of its place."""
    if item.post.title in _OF_STATES:
        return _country_of_head(context, item.post)
    search = _Search(context, item, settled)
    return next((place for rule in PLACE_RULES if (place := rule(search)) is not None), None)


@dataclass(frozen=True)
class _Search:
    """An office, and the places before it in the text that it may be of; ``settled`` are the posts known so far."""

    context: Context
    item: Held
    settled: list[Post]

    @kept
    def start(self) -> int:
        """The character where the office is told."""
        return self.item.post.evidence[0][0]

    @kept
    def sentence(self) -> Sentence:
        """The sentence that tells it."""
        return self.context.sentence_at(self.start)

    @kept
    def taken(self) -> set[str | None]:
        """Where somebody else holds the office."""
        post, context = self.item.post, self.context
        office = _office(post.title)
        others = (other for other in self.settled if other.person != post.person)
        alike = {
            other.place
            for other in others
            if (_office(other.title) == office and office not in seats().shared) or _rules_abroad(context, post, other)
        }
        return alike | _across(context, post, self.settled) | _of_who_meets(context, post, self.settled)

    def fits(self, place: str | None) -> bool:
        """Is it of the kind that the office governs, and free?"""
        return place is not None and place not in self.taken and fits(self.context, self.item, place)

    @kept
    def named(self) -> list[Mention]:
        """The fitting places that the text has named."""
        context, post = self.context, self.item.post
        before = context.places_in(0, self.start)
        fitting = [m for m in before if not _is_compared(context, m) and self.fits(m.entity)]
        if _is_chinese(context, post) or not given_name_weight(_names(context, post)[0]):
            return fitting
        return [m for m in fitting if context.by_id[m.entity].country != "CN"]  # no «Пётр» rules a Chinese town

    @kept
    def fitting(self) -> list[Mention]:
        """These, else the places whose bodies are named; of «глава республики» the republics among them."""
        found = self.named or _seats_named(self.context, self.item, self.start, self.taken)
        republics = [m for m in found if _is_republic(self.context, m.entity)]
        return republics if republics and self.item.general == "республика" else found

    @kept
    def here(self) -> list[Mention]:
        """Those of the sentence."""
        return [mention for mention in self.fitting if mention.start >= self.sentence.start]

    @kept
    def near(self) -> list[Mention]:
        """Those of the sentence and the one before."""
        earliest = self.context.layout.sentences[max(0, self.sentence.index - 1)].start
        return [mention for mention in self.fitting if mention.start >= earliest]


def _of_his_delegation(search: _Search) -> str | None:
    """«делегация Бреста, в которую вошёл | вице-мэр»."""
    home = home_of_delegate(search.context, search.start)
    if home is None or home in search.taken:
        return None
    return home if search.fits(home) or _is_called_so(search.context, search.item, home) else None


def _of_his_own_land(search: _Search) -> str | None:
    """«вице-мэр Чжао Чжэнлань»: of the one Chinese place."""
    return _of_his_land(search.context, search.item.post, search.named)


def _of_adjective(search: _Search) -> str | None:
    """«Омскую делегацию возглавил | вице-мэр …»."""
    if search.here:
        return None
    for token in reversed(search.context.tokens_in(search.sentence.start, search.start)):
        place = place_of_adjective(search.context, token) if token.word and token.word.is_pos("ADJF") else None
        if search.fits(place):
            return place
    return None


def _of_his_chief(search: _Search) -> str | None:
    """«первый заместитель главы города»: of the town that has a «глава» in the text."""
    chief = _chief(search.item.post.title)
    chiefs = (post for post in search.settled if post.place and post.title.split()[0] == chief)
    ruled = {post.place for post in chiefs if fits(search.context, search.item, str(post.place))}
    return ruled.pop() if not search.here and len(ruled) == 1 else None


def _of_office_beside(search: _Search) -> str | None:
    """«вице-мэр Омска Пётр Лаптев, | председатель городской думы Анна Котова»."""
    first, last = search.sentence.start, search.start
    beside = [post.place for post in search.settled if post.place and _lies_within(post.evidence[0], first, last)]
    return beside[-1] if not search.here and beside and search.fits(beside[-1]) else None


def _lies_within(span: Span, first: int, last: int) -> bool:
    return first <= span[0] and span[1] <= last


def _of_sender(search: _Search) -> str | None:
    """«Делегация Омска побывала в Бресте. Губернатор рассказал …»: of two towns the one that sent it."""
    if search.here or not search.near or not _is_told_later(search.item) or search.item.general:
        return None
    sending = _sends_delegation(search.context, search.start, {mention.entity for mention in search.near})
    return sending if sending not in search.taken else None


def _of_news(search: _Search) -> str | None:
    """«Связи Омска: итоги года … | Глава города …»: of the place of the headline."""
    home = _of_headline(search.context, search.near) if not search.here else None
    return home if search.fits(home) else None


def _named_last(search: _Search) -> str | None:
    """«… в Бресте. | Глава города …»: of the place named here or just before."""
    mentions = search.here or search.near
    return _foremost(search.context, mentions, search.start).entity if mentions else None


def _only_one(search: _Search) -> str | None:
    """The only one of the document so far; where the text begins with «глава города» the one that comes later."""
    context = search.context
    only = {mention.entity for mention in search.fitting}
    if not only and _is_told_later(search.item):
        behind = context.places_in(search.start, len(context.document.text))
        only = {mention.entity for mention in behind if search.fits(mention.entity)}
        if not search.item.general:
            only -= {mention.entity for mention in behind if _is_of_others(context, mention)}
        if len(only) > 1:
            only = _of_russia(context, search.item.post, only) or only & _ruled_later(context, search.start)
    return only.pop() if len(only) == 1 else None


PLACE_RULES: tuple[Callable[[_Search], str | None], ...] = (
    _of_his_delegation,
    _of_his_own_land,
    _of_adjective,
    _of_his_chief,
    _of_office_beside,
    _of_sender,
    _of_news,
    _named_last,
    _only_one,
)


def _of_headline(context: Context, near: list[Mention]) -> str | None:
    """«Связи Омска: итоги года … подписан план с Брестом. | Глава города …»: of the one place of the headline, where
    those named just before are others'."""
    if not near or not all(_is_of_others(context, mention) for mention in near):
        return None
    return place_of_headline(context)


def _office(title: str) -> str:
    """The first noun: «примар» of «генеральный примар»."""
    words = title.split()
    return next((form for form in words if word(form).pos != "ADJF"), words[0])


def _sends_delegation(context: Context, start: int, named: set[str]) -> str | None:
    """«На совете в Тульской области … Губернатор Пётр Лаптев … Делегация из Омской области …»: his is the one region of
    his country whose delegation the text tells of, where those named before only say where it was."""
    tokens = context.layout.tokens
    for mention in context.places_in(0, len(context.document.text)):
        if mention.entity in named and tokens[max(0, mention.first - 1)].lower not in {"в", "во"}:
            return None
    countries = {context.by_id[place].country for place in named}
    sending = {
        mention.entity
        for mention in context.places_in(start, len(context.document.text))
        if context.by_id[mention.entity].type == "region"
        and context.by_id[mention.entity].country in countries
        and tokens[max(0, mention.first - 1)].lower == "из"
        and tokens[max(0, mention.first - 2)].lemma == "делегация"
    } - named
    return sending.pop() if len(sending) == 1 else None


def _is_called_so(context: Context, item: Held, place: str) -> bool:
    """«делегация Минской области во главе с губернатором»: papers call the head of a Belarusian oblast so too."""
    return item.post.title in _OF_REGIONS and context.by_id[place].type == "region"


def _of_his_land(context: Context, post: Post, fitting: list[Mention]) -> str | None:
    """«вице-мэр Чжао Чжэнлань»: of a Chinese place, if the text names just one that fits."""
    if not _is_chinese(context, post):
        return None
    there = {mention.entity for mention in fitting if context.by_id[mention.entity].country == "CN"}
    return there.pop() if len(there) == 1 else None


def _is_chinese(context: Context, post: Post) -> bool:
    """«Ван Цзяньпин»: a Chinese family name, though «Ван» is a first name elsewhere."""
    names = _names(context, post)
    return len(names) == 2 and is_family(names[0]) and sounds_chinese(names[1])


def _names(context: Context, post: Post) -> list[str]:
    return context.by_id[post.person].name.lower().split()


def _is_compared(context: Context, mention: Mention) -> bool:
    """«(второй побратим) после Минска», «кроме Минска»: named beside those that the text is about."""
    return context.layout.tokens[max(0, mention.first - 1)].lower in {"после", "кроме", "помимо"}


def _across(context: Context, post: Post, settled: list[Post]) -> set[str | None]:
    """«договор между | мэром Петром Лаптевым и | заместителем мэра Бреста Яном Котовым», «глава города Пётр Лаптев и |
    мэр Бреста Ян Котов»: the other place."""
    start, end = post.evidence[0]
    sentence = context.sentence_at(start)
    before = context.tokens_in(sentence.start, start)
    between = bool(before) and before[-1].lower == "между"
    behind = (other for other in settled if end <= other.evidence[0][0] < sentence.end)
    joined = [o for o in behind if [t.lower for t in context.tokens_in(end, o.evidence[0][0])] == ["и"]]
    return {o.place for o in joined if between or (post.title in CHIEFS and o.title in CHIEFS)}


def _of_who_meets(context: Context, post: Post, settled: list[Post]) -> set[str | None]:
    """«(Глава Омска приехал в Брест.) Он встретился с | мэром города Яном Котовым»: nobody meets himself."""
    start = post.evidence[0][0]
    before = context.tokens_in(context.sentence_at(start).start, start)
    if not before or before[-1].lower not in {"с", "со"} or post.title not in CHIEFS:
        return set()
    return {other.place for other in settled if other.person != post.person and other.title in CHIEFS}


def _is_told_later(item: Held) -> bool:
    """«Глава города Пётр Лаптев», «Губернатор Пётр Лаптев»: a chief of whom the text has to say where."""
    return item.post.title in (CHIEFS if item.general else _OF_REGIONS)


_OF_REGIONS = frozenset({"губернатор", "врио губернатора"})


def _of_russia(context: Context, post: Post, places: set[str]) -> set[str]:
    """«Глава региона Пётр Лаптев» beside a Russian and a Belarusian oblast: only the Russian one has a «глава»."""
    russian = {place for place in places if context.by_id[place].country == "RU"}
    return russian if post.title == "глава" and len(russian) == 1 else set()


def _is_of_others(context: Context, mention: Mention) -> bool:
    """«с Тульской областью», «делегация из Тульской области», «губернатор Тульской области»: another's region."""
    before = context.layout.tokens[max(0, mention.first - 1)]
    people = before.word is not None and any("anim" in parse.tags for parse in before.word.parses)
    return people or before.lower in {"с", "со", "из"} or before.lemma == "делегация"


def _seats_named(context: Context, item: Held, start: int, taken: set[str | None]) -> list[Mention]:
    """«в ратуше Каунаса мэр Пётр Лаптев»: the seats of bodies named before in the sentence."""
    sentence = context.sentence_at(start)
    seats_of = context.found.seats
    named = context.mentions_in(sentence.start, start, "organization")
    told = [replace(m, entity=seat) for m in named if (seat := seats_of.get(m.entity)) is not None]
    return [m for m in told if m.entity not in taken and fits(context, item, m.entity)]


def _country_of_head(context: Context, post: Post) -> str | None:
    """«президент Пётр Лаптев»: of the country that is known, else of the only one the text has named so far."""
    surname = context.by_id[post.person].name.split()[-1]
    countries = {e.id: e.country for e in context.found.entities if e.type == "country"}
    known = seats().heads_of_state.get(surname)
    if known is not None:
        return next((entity for entity, code in countries.items() if code == known), None)
    told = {mention.entity for mention in context.places_in(0, post.evidence[0][0])} & countries.keys()
    return told.pop() if len(told) == 1 else None


_OF_STATES = HEADS_OF_STATE | {"премьер-министр", "премьер"}


def _ruled_later(context: Context, start: int) -> set[str]:
    """Places whose chief the text speaks of later, without a name: «Глава города …. Мэр Астрахани обсудил …»."""
    later = [s for s in context.layout.sentences if s.start > start]
    spoken = (title for sentence in later for title in titles_in(context, sentence) if title.lemma in CHIEFS)
    tokens = context.layout.tokens
    return {
        title.place
        for title in spoken
        if title.place and not title.plural and not context.mentions_in(
            tokens[title.first].start, tokens[min(title.last, len(tokens) - 1)].end, "person"
        )
    }


def _is_republic(context: Context, place: str) -> bool:
    """«министр республики»: a region whose name says nothing else."""
    entity = context.by_id[place]
    return entity.type == "region" and not any(word in entity.name.lower() for word in _OTHER_REGIONS)


_OTHER_REGIONS = ("област", "край", "округ", "район", "провинция", "штат", "уезд", "воеводство")


def _chief(title: str) -> str:
    """Whose deputy it is: «глава» of «первый заместитель главы», '' for no deputy."""
    words = in_full(title).split()
    deputy = "заместитель" in words[:-1] and words[-1] in seats().governing
    return lemma(words[-1]) if deputy and words[-2] == "заместитель" else ""


def _rules_abroad(context: Context, post: Post, other: Post) -> bool:
    """Do both rule a town, the other one outside Russia, where a town has one chief («председатель горисполкома»)?"""
    place = context.by_id.get(other.place or "")
    if place is None or place.country == "RU" or post.title.split()[0] not in CHIEFS:
        return False
    body = context.by_id.get(other.organization or "")
    committee = body is not None and "исполком" in " ".join((body.name, *body.aliases)).lower()
    return other.title in CHIEFS or (other.title == "председатель" and committee)


def _foremost(context: Context, mentions: list[Mention], start: int) -> Mention:
    """The last one of the same clause; else the last that is no goal or scene («… прибыла в Гомель»), if any."""
    tokens = context.layout.tokens
    apart = any(token.text in ",;:" for token in context.tokens_in(mentions[-1].end, start))
    if not apart and context.sentence_at(mentions[-1].start) == context.sentence_at(start):
        return mentions[-1]
    if [token.lower for token in tokens[mentions[-1].last : mentions[-1].last + 2]] == [",", "где"]:
        return mentions[-1]  # «приехали в Омск, где их встретил мэр»
    goals = [m for m in mentions if tokens[max(0, m.first - 1)].lower in {"в", "во", "на"}]
    if welcomes(context, start):
        at_home = goals or [m for m in mentions if not _is_origin(context, m)]
        if at_home:
            return at_home[-1]
    free = [m for m in mentions if m not in goals]
    return (free or mentions)[-1]


def _is_origin(context: Context, mention: Mention) -> bool:
    """«гости из | (сербской) Лозницы»."""
    before = context.layout.tokens[max(0, mention.first - 2) : mention.first]
    return any(token.lower == "из" for token in before)
