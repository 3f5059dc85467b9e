"""Which mentions of organizations are one organization."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from pobratim.model.reading import PLACE_TYPES, Event, Post
from pobratim.register.claims import Mention, Source, claims_of, mentions_of
from pobratim.register.identity import Groups, Judgement, Key, Verdict, join_by_keys, judgement
from pobratim.register.known import Known
from pobratim.register.organization_names import OrganizationName, lexicon, take_apart
from pobratim.register.places import Places
from pobratim.register.rows import Organization
from pobratim.register.text import digest, normal, slug


@dataclass(frozen=True)
class Draft:
    """What one mention tells of an organization."""

    mention: Mention
    name: OrganizationName
    aliases: frozenset[str]
    """Plain forms of the aliases that tell organizations apart."""
    hint: str | None
    """The place where its document sets it: a post held there, a visit paid there."""

    @property
    def id(self) -> str:
        return self.mention.id

    @property
    def place(self) -> str | None:
        return self.name.place or self.hint

    @property
    def says(self) -> tuple[object, ...]:
        """All but which mention it is."""
        return self.mention.entity, self.name, self.aliases, self.hint

    def links(self) -> Iterator[Hashable]:
        """What it shares with all that it may be joined with or compared to."""
        yield from (key.key for key in self.keys())
        if not self.name.needs_place:
            yield "called", self.name.plain
        yield from (("called", alias) for alias in self.aliases)

    def keys(self) -> Iterator[Key]:
        if not self.name.needs_place:
            yield Key(("name", self.name.plain), 0.97, "то же название", "same_name")
        if self.place and self.name.one_a_place and (self.name.place or self.name.needs_place):
            yield Key(("one of", self.place, self.name.core), 0.93, "такое учреждение в этом месте одно",
                      "one_of_its_kind_in_a_place")


def drafts_in(source: Source, places: Known) -> list[Draft]:
    """A draft for each mention of an organization in a document; ``places`` are known already."""
    names: dict[str, str] = {}
    for mention in mentions_of((source,), *PLACE_TYPES):
        for name in (mention.entity.name, *mention.entity.aliases):
            if normal(name):
                names.setdefault(normal(name), places.of_mention[mention.id])
    hints = _hints(source, places)
    return [
        _draft(mention, names, hints.get(mention.entity.id)) for mention in mentions_of((source,), "organization")
    ]


def _hints(source: Source, known: Known) -> dict[str, str]:
    """Where a document sets its organizations, by entity: a post held there, else a visit paid there."""
    by_post: dict[str, Counter[str]] = defaultdict(Counter)
    by_visit: dict[str, Counter[str]] = defaultdict(Counter)
    for post in claims_of((source,), Post):
        place = known.row(source, post.record.place)
        if place and post.record.organization:
            by_post[post.record.organization][place] += 1
    for event in claims_of((source,), Event):
        place = known.row(source, event.record.place)
        if place and event.record.kind == "tour":
            for organization in event.record.organizations:
                by_visit[organization][place] += 1
    hints = {entity: min(found, key=lambda p: (-found[p], p)) for entity, found in by_post.items()}
    for entity, found in by_visit.items():
        if len(found) == 1:
            hints.setdefault(entity, next(iter(found)))
    return hints


def join_organizations(
    drafts: Sequence[Draft], given: Sequence[Judgement]
) -> tuple[list[list[Draft]], list[Judgement]]:
    """The drafts of each organization, and the judgements that joined them; those ``given`` by people come first."""
    by_id = {draft.id: draft for draft in drafts}
    groups = Groups()
    judgements = list(groups.given(given))
    judgements += join_by_keys(sorted(by_id), lambda one: by_id[one].keys(), groups)
    judgements += _join_by_aliases(by_id, groups)
    return [[by_id[one] for one in found] for found in groups.gather(by_id)], judgements


def _draft(mention: Mention, places: Mapping[str, str], hint: str | None) -> Draft:
    name = take_apart(mention.entity.name, places)
    aliases = (take_apart(alias, places) for alias in mention.entity.aliases)
    telling = {alias.plain for alias in aliases if not alias.needs_place and not name.needs_place}
    return Draft(mention, name, frozenset(telling - {name.plain}), hint)


def _join_by_aliases(drafts: Mapping[str, Draft], groups: Groups) -> Iterator[Judgement]:
    """«МАЗ» where some document says that the Минский автомобильный завод goes by it.

    A short form of two unlike organizations («БГУ» of Belarus and of Bryansk) joins that of its own place.
    """
    with_alias: dict[str, list[Draft]] = defaultdict(list)
    with_name: dict[str, list[Draft]] = defaultdict(list)
    for one in sorted(drafts):
        draft = drafts[one]
        if not draft.name.needs_place:
            with_name[draft.name.plain].append(draft)
        for alias in draft.aliases:
            with_alias[alias].append(draft)
    for alias, holders in sorted(with_alias.items()):
        bare = with_name.get(alias, [])
        if _all_alike(holders):
            yield from _join(groups, [*holders, *bare], Verdict(0.92, "краткое название названо в документе"))
            continue
        for draft in bare:
            fitting = [holder for holder in holders if draft.place and holder.place == draft.place]
            verdict = Verdict(0.8, "краткое название то же, место то же")
            if fitting and _all_alike(fitting):
                yield from _join(groups, [*fitting, draft], verdict)
                continue
            verdict = Verdict(0.5, "краткое название носят разные организации")
            for holder in {holder.name.plain: holder for holder in holders}.values():
                yield judgement(draft.id, holder.id, verdict, "shared_alias", unsure=True)


def _all_alike(drafts: Sequence[Draft]) -> bool:
    """Whether all full names share a word that is their own: two names of one organization."""
    cores = {frozenset(draft.name.core) - lexicon().common for draft in drafts}
    return all(a & b for a, b in combinations(cores, 2))


def _join(groups: Groups, drafts: Sequence[Draft], verdict: Verdict) -> Iterator[Judgement]:
    for draft in drafts[1:]:
        if groups.join(drafts[0].id, draft.id):
            yield judgement(drafts[0].id, draft.id, verdict, "shared_alias")


def row_id_of(drafts: Sequence[Draft], places: Places) -> str:
    """The id it would have: ``org-amkodor``; of a name that needs its place ``org-duma-omsk``, or with its document."""
    name = _main(drafts)
    if not name.name.needs_place:
        return f"org-{slug(name.name.plain)}"
    where = _place(drafts, places)
    return f"org-{slug(name.name.plain)}-{slug(places.by_id[where].name) if where else digest(drafts[0].id)}"


def _main(drafts: Sequence[Draft]) -> Draft:
    """The mention that names it best: rather in full than by initials, then as most documents do."""
    counts = Counter(draft.mention.entity.name for draft in drafts)

    def rank(draft: Draft) -> tuple[bool, bool, int, int, str]:
        name = draft.mention.entity.name
        initials = name.isupper() and " " not in name
        return draft.name.needs_place, initials, -counts[name], -len(name), name

    return min(drafts, key=rank)


def organization_row(row_id: str, drafts: Sequence[Draft], places: Places) -> Organization:
    name = _main(drafts).mention.entity.name
    aliases = {draft.mention.entity.name for draft in drafts}
    aliases.update(alias for draft in drafts for alias in draft.mention.entity.aliases)
    return Organization(
        id=row_id,
        name=name,
        aliases=tuple(sorted(alias for alias in aliases if normal(alias) != normal(name))),
        place=_place(drafts, places),
        documents=tuple(sorted({draft.mention.source.id for draft in drafts})),
    )


def _place(drafts: Sequence[Draft], places: Places) -> str | None:
    """Where it is: by its name, else where most documents set it; never a mere country."""
    for found in (
        Counter(draft.name.place for draft in drafts if draft.name.place),
        Counter(draft.hint for draft in drafts if draft.hint),
    ):
        near = {place: count for place, count in found.items() if place and not places.is_country(place)}
        if near:
            return min(near, key=lambda place: (-near[place], place))
    return None
