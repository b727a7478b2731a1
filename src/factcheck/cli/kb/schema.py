"""``factcheck kb schema``: the JSON Schema of claims files, for completion and checks in editors."""

from __future__ import annotations

import click

from factcheck.cli.kb.words import open_base
from factcheck.cli.options import claims_option
from factcheck.cli.output import write_report
from factcheck.cli.texts import pick


@click.command("schema", help=pick("输出知识文件的 JSON Schema。", "Print the JSON Schema of claims files."))
@claims_option
def command(claims: tuple[str, ...]) -> int:
    """Print the schema."""
    import json

    from factcheck.knowledge.jsonschema import claims_schema

    knowledge = open_base(claims)
    schema = claims_schema(knowledge.ontology, knowledge.vocabulary)
    write_report([json.dumps(schema, ensure_ascii=False, indent=1), "\n"])
    return 0
