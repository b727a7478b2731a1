"""What stands beside an entity in the knowledge base."""

from __future__ import annotations

from factcheck.knowledge.index import Knowledge
from factcheck.knowledge.model import Entity


def papers_of(knowledge: Knowledge, entity: Entity) -> list[Entity]:
    """A paper itself; of anything else the papers that present it, as far as they are recorded."""
    if entity.type == "paper":
        return [entity]
    return [
        knowledge.entity(identifier)
        for fact in entity.facts_of("paper")
        for identifier in fact.value or ()
        if identifier in knowledge
    ]
