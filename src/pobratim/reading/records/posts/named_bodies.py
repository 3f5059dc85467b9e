"""Bodies that a title names by their kind alone («директор завода», «технический директор предприятия»): the one of
that kind that the text named last."""

from __future__ import annotations

from functools import cache

from pobratim.model.reading import Post
from pobratim.reading.context import Context, Mention
from pobratim.reading.data import load_toml
from pobratim.reading.names.organizations.heads import words as organization_words
from pobratim.reading.text.morph import lemma, word


@cache
def _bodies() -> frozenset[str]:
    return frozenset(load_toml("records/seats.toml")["bodies"]["words"])


@cache
def _any_company() -> frozenset[str]:
    return frozenset(load_toml("records/seats.toml")["bodies"]["any_company"])


def named_body(context: Context, post: Post) -> tuple[str, str] | None:
    """«председатель горисполкома», «директор завода»: the body of that kind named last before, and the
    title without it."""
    words = post.title.split()
    for index, form in enumerate(words):
        rest = words[index + 1 :]
        if not index or form not in _bodies() or (rest and rest[0] not in ("по", "депутатов")):
            continue
        if word(words[index - 1]).pos == "ADJF" and form not in _COUNCILS:
            continue  # «директор нового клуба»
        before = context.mentions_in(0, post.evidence[0][0], "organization")
        known = [mention for mention in before if _named(context, mention, form)]
        if not known and form in _any_company():
            known = [mention for mention in before if _is_company(context, mention)]
        if known:
            chief = form in {"администрации", "правительства"} and words[index - 1] != "культуры"
            field = rest if rest[:1] == ["по"] else []
            return known[-1].entity, " ".join([*words[: index + chief], *field])
    return None


_COUNCILS = frozenset({"думы", "совета", "собрания", "палаты"})


def _named(context: Context, mention: Mention, form: str) -> bool:
    """Is the body of the kind that the title says in the genitive («завода»), by its name or by the word before it?"""
    return form[:-1] in _called(context, mention) or lemma(form) in _announced(context, mention)


def _is_company(context: Context, mention: Mention) -> bool:
    """«директор предприятия»: may the plant told of be meant?"""
    kinds = {lemma(part) for part in _called(context, mention).split()} | _announced(context, mention)
    return not kinds.isdisjoint(_COMPANIES) or any(kind.endswith(("завод", "комбинат")) for kind in kinds)


def _called(context: Context, mention: Mention) -> str:
    entity = context.by_id[mention.entity]
    return " ".join((entity.name, *entity.aliases)).lower()


def _announced(context: Context, mention: Mention) -> set[str]:
    """The words right before a name («комбинате | «Сокольский картон»»)."""
    before = context.layout.tokens[max(0, mention.first - 2) : mention.first]
    return {token.lemma for token in before if token.word is not None}


_COMPANIES = organization_words("company", "heads") | organization_words("dropped", "legal")
