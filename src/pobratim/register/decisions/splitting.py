"""Which decisions part what one document says of a row from what all others say of it."""

from __future__ import annotations

from collections.abc import Mapping

from pobratim.model.errors import PobratimError
from pobratim.model.reading import PLACE_TYPES
from pobratim.register.decisions.decision import Split
from pobratim.register.decisions.seen import Seen, Thing


def splits(found: Mapping[str, tuple[Seen, ...]], document: str, name: str | None = None) -> list[Split]:
    """What ``document`` says of the row, split from what the others of ``found`` (by document) say.

    With ``name`` only what goes by it there. Of a place one of each of its names is enough. Raises PobratimError where
    the document does not call the row so, or nobody else tells of it.
    """
    told = [seen for seen in found[document] if name is None or (isinstance(seen, Thing) and seen.name == name)]
    if not told:
        names = ", ".join(f"«{one.name}»" for one in found[document] if isinstance(one, Thing)) or "без имени"
        raise PobratimError(f"«{name}» — не имя этой записи в документе; там она названа так: {names}")
    others = [seen for one, all_seen in found.items() if one != document for seen in all_seen]
    others += [seen for seen in found[document] if seen not in told]
    if not others:
        raise PobratimError("отделять не от чего: об этой записи говорит один документ, и под одним именем")
    if all(isinstance(one, Thing) and one.type in PLACE_TYPES for one in others):
        others = list({(one.type, one.name): one for one in reversed(others) if isinstance(one, Thing)}.values())
    return [Split(left=left, others=tuple(others)) for left in told]
