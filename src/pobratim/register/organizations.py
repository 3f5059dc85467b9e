"""Which mentions of organizations are one organization."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from pobratim.register.claims import Mention
from pobratim.register.identity import Groups, Judgement, Key, Verdict, join_by_keys, judgement
from pobratim.register.organization_names import OrganizationName, lexicon, take_apart
from pobratim.register.places import Places
from pobratim.register.rows import Organization
from pobratim.register.text import digest, distinct_ids, normal, slug


@dataclass(frozen=True)
class Organizations:
    """The register's organizations, and which of them each mention names."""

    rows: tuple[Organization, ...]
    of_mention: dict[str, str]
    judgements: tuple[Judgement, ...]


@dataclass(frozen=True)
class _Draft:
    mention: Mention
    name: OrganizationName
    aliases: frozenset[str]
    """Plain forms of the aliases that tell organizations apart."""
    hint: str | None

    @property
    def id(self) -> str:
        return self.mention.id

    @property
    def place(self) -> str | None:
        return self.name.place or self.hint

    def keys(self) -> Iterator[Key]:
        if not self.name.needs_place:
            yield Key(("name", self.name.plain), 0.97, "то же название", "same_name")
        if self.place and self.name.one_a_place and (self.name.place or self.name.needs_place):
            yield Key(("one of", self.place, self.name.core), 0.93, "такое учреждение в этом месте одно",
                      "one_of_its_kind_in_a_place")


def resolve_organizations(
    mentions: Sequence[Mention],
    place_names: Mapping[str, Mapping[str, str]],
    hints: Mapping[str, str],
    places: Places,
    given: Sequence[Judgement] = (),
) -> Organizations:
    """One row an organization; what people judged, ``given``, comes before all rules.

    ``place_names`` gives, by document, the ids of its places by their normal names; ``hints``, by mention,
    the place where its document sets the organization (a post held there, a visit paid there).
    """
    drafts = {
        mention.id: _draft(mention, place_names.get(mention.source.id, {}), hints.get(mention.id))
        for mention in mentions
    }
    groups = Groups()
    judgements = list(groups.given([one for one in given if {one.left, one.right} <= drafts.keys()]))
    judgements += join_by_keys(sorted(drafts), lambda one: drafts[one].keys(), groups)
    judgements += _join_by_aliases(drafts, groups)
    sets = [[drafts[one] for one in found] for found in groups.gather(drafts)]
    ids = distinct_ids((number, _row_id(found, places), found[0].id) for number, found in enumerate(sets))
    rows = [_row(ids[number], found, places) for number, found in enumerate(sets)]
    return Organizations(
        rows=tuple(sorted(rows, key=lambda row: row.id)),
        of_mention={draft.id: ids[number] for number, found in enumerate(sets) for draft in found},
        judgements=tuple(judgements),
    )


def _draft(mention: Mention, places: Mapping[str, str], hint: str | None) -> _Draft:
    name = take_apart(mention.entity.name, places)
    aliases = (take_apart(alias, places) for alias in mention.entity.aliases)
    telling = {alias.plain for alias in aliases if not alias.needs_place and not name.needs_place}
    return _Draft(mention, name, frozenset(telling - {name.plain}), hint)


def _join_by_aliases(drafts: Mapping[str, _Draft], groups: Groups) -> Iterator[Judgement]:
    """«МАЗ» where some document says that the Минский автомобильный завод goes by it.

    A short form of two unlike organizations («БГУ» of Belarus and of Bryansk) joins that of its own place.
    """
    with_alias: dict[str, list[_Draft]] = defaultdict(list)
    with_name: dict[str, list[_Draft]] = defaultdict(list)
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


def _all_alike(drafts: Sequence[_Draft]) -> bool:
    """Whether all full names share a word that is their own: two names of one organization."""
    cores = {frozenset(draft.name.core) - lexicon().common for draft in drafts}
    return all(a & b for a, b in combinations(cores, 2))


def _join(groups: Groups, drafts: Sequence[_Draft], verdict: Verdict) -> Iterator[Judgement]:
    for draft in drafts[1:]:
        if groups.join(drafts[0].id, draft.id):
            yield judgement(drafts[0].id, draft.id, verdict, "shared_alias")


def _row_id(drafts: Sequence[_Draft], places: Places) -> str:
    """``org-amkodor``; a name that needs its place has that too, ``org-duma-omsk``, or else its document."""
    name = _main(drafts)
    if not name.name.needs_place:
        return f"org-{slug(name.name.plain)}"
    where = _place(drafts, places)
    return f"org-{slug(name.name.plain)}-{slug(places.by_id[where].name) if where else digest(drafts[0].id)}"


def _main(drafts: Sequence[_Draft]) -> _Draft:
    """The mention that names it best: rather in full than by initials, then as most documents do."""
    counts = Counter(draft.mention.entity.name for draft in drafts)

    def rank(draft: _Draft) -> tuple[bool, bool, int, int, str]:
        name = draft.mention.entity.name
        initials = name.isupper() and " " not in name
        return draft.name.needs_place, initials, -counts[name], -len(name), name

    return min(drafts, key=rank)


def _row(row_id: str, drafts: Sequence[_Draft], places: Places) -> Organization:
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


def _place(drafts: Sequence[_Draft], places: Places) -> str | None:
    """Where it is: by its name, else where most documents set it; never a mere country."""
    for found in (
        Counter(draft.name.place for draft in drafts if draft.name.place),
        Counter(draft.hint for draft in drafts if draft.hint),
    ):
        near = {place: count for place, count in found.items() if place and not places.is_country(place)}
        if near:
            return min(near, key=lambda place: (-near[place], place))
    return None
