"""Which organization each mention is of, kept up as documents come and go (`register.organizations` says which)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Set
from dataclasses import dataclass, field

from pobratim.register.growing.index import Naming
from pobratim.register.growing.joining import Given, Links
from pobratim.register.growing.parts import Parts
from pobratim.register.identity import Judgement
from pobratim.register.organizations import Draft, join_organizations, organization_row, row_id_of
from pobratim.register.places import Places
from pobratim.register.rows import Organization
from pobratim.register.table import Table


@dataclass(frozen=True, slots=True)
class _Joined:
    organizations: list[list[Draft]]
    judgements: list[Judgement]


@dataclass(slots=True)
class ChangedOrganizations:
    """What a change did to the organizations."""

    before: dict[str, Organization | None] = field(default_factory=dict)
    """The rows that came, changed or went, as they were."""
    documents: set[str] = field(default_factory=set)
    """Those that name an organization which is another now, or is set elsewhere."""
    gone: list[Judgement] = field(default_factory=list)
    new: list[Judgement] = field(default_factory=list)


class GrowingOrganizations:
    """The organizations that documents name."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._drafts: Table[str, list[Draft]] = Table()
        self._links = Links()
        self._parts: Parts[Draft, _Joined] = Parts(self._links.of, self._links.linked, self._solve)
        self._naming: Naming[str] = Naming()
        self._members: Table[str, list[Draft]] = Table()
        """The drafts of an organization, by the first of its mentions."""
        self.of_mention: Table[str, str] = Table()
        self.rows: Table[str, Organization] = Table()
        self.seats: Table[str, str | None] = Table()
        """Where each organization is."""

    def update(
        self, drafts: Mapping[str, list[Draft]], given: Given, moved: Collection[str]
    ) -> ChangedOrganizations:
        """The drafts of documents that changed (none of those that are no more), and what people judged now.

        ``moved`` are documents that name a place of which other things are known now.
        """
        changed_drafts: dict[str, Draft | None] = {}
        touched: set[str] = set()
        for document, found in drafts.items():
            before = self._drafts.pop(document, [])
            known = {draft.id: draft for draft in before}
            changed_drafts.update(dict.fromkeys(known))
            for draft in found:
                same = known.get(draft.id)
                if same is not None and same.says == draft.says:
                    del changed_drafts[draft.id]
                    if document in moved:
                        touched.add(draft.id)
                else:
                    changed_drafts[draft.id] = draft
            if found:
                self._drafts[document] = [known[one.id] if one.id not in changed_drafts else one for one in found]
        for one, draft_now in changed_drafts.items():
            self._links.put(one, draft_now.links() if draft_now else ())
        ends = self._links.give(given)
        touched |= {one for one in ends if one in self._parts.items} - changed_drafts.keys()
        redone = self._parts.update(changed_drafts, touched)
        changed = ChangedOrganizations(
            gone=[one for part in redone.gone for one in part.judgements],
            new=[one for part in redone.new for one in part.judgements],
        )
        gone = {found[0].id: found for part in redone.gone for found in part.organizations}
        new = {found[0].id: found for part in redone.new for found in part.organizations}
        wishes: dict[str, tuple[str, object] | None] = dict.fromkeys(gone.keys() - new.keys())
        wishes.update((one, (row_id_of(found, self._places), one)) for one, found in new.items())
        renamed = self._naming.update(wishes)
        for one in gone.keys() - new.keys():
            del self._members[one]
        self._members.update(new)
        for found in gone.values():
            for draft in found:
                if draft.id not in self._parts.items:
                    self.of_mention.pop(draft.id, None)
        stayed = {
            one: {draft.id for draft in found} for one, found in gone.items() if one in new and one not in renamed
        }
        self._replace_rows({before for before in renamed.values() if before}, {*renamed, *new}, stayed, changed)
        return changed

    def _replace_rows(
        self,
        gone: set[str],
        organizations: Iterable[str],
        stayed: Mapping[str, Set[str]],
        changed: ChangedOrganizations,
    ) -> None:
        """``stayed`` are the mentions that each of some organizations had before, which had the same row."""
        made = {}
        for one in organizations:
            if one in self._members:
                row_id = self._naming.ids[one]
                made[row_id] = organization_row(row_id, self._members[one], self._places)
                for draft in self._members[one]:
                    if draft.id not in stayed.get(one, ()) and self.of_mention.get(draft.id) != row_id:
                        self.of_mention[draft.id] = row_id
                        changed.documents.add(draft.mention.source.id)
        for row_id in gone - made.keys():
            changed.before[row_id] = self.rows.pop(row_id)
            del self.seats[row_id]
        for row_id, row in made.items():
            before = self.rows.get(row_id)
            if before != row:
                changed.before[row_id] = before
                self.rows[row_id] = row
            if before is None or before.place != row.place:
                self.seats[row_id] = row.place
                changed.documents.update(row.documents)

    def _solve(self, drafts: list[Draft]) -> _Joined:
        return _Joined(*join_organizations(drafts, self._links.given.among_ids(draft.id for draft in drafts)))
