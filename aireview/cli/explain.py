"""`aireview explain`: what a rule means, with a bad example, its fix and why."""

from __future__ import annotations

import click

from aireview.errors import ExitCode


@click.command("explain")
@click.argument("rule", required=False)
@click.option("--format", "format_name", type=click.Choice(["text", "json"]), default="text")
def command(rule: str | None, format_name: str) -> int:
    """Explain RULE; without one, list all rules with their tier."""
    from aireview.adapters import rules_folder  # noqa: PLC0415 - `--help` needs none of it
    from aireview.pipeline.explain import catalogue, chosen  # noqa: PLC0415
    from aireview.reports import rule_page  # noqa: PLC0415

    root = rules_folder.rules_root()
    files = rules_folder.rule_files(root)
    if rule:  # its file has its name; the others need not be read
        files = tuple(path for path in files if path.endswith(f"/{rule}.yaml")) or files
    rules = catalogue((path, rules_folder.read(path)) for path in files)
    is_json = format_name == "json"
    if not rule:
        everything = tuple(rules.values())
        show = rule_page.rules_json if is_json else rule_page.rules
        click.echo(show(everything), nl=False)
        return ExitCode.PASS
    found = chosen(rule, rules)
    text = rules_folder.page(root, found.id) or f"# {found.id}\n\nThis rule has no page yet.\n"
    click.echo(
        rule_page.page_json(found, text) if is_json else rule_page.page(found, text), nl=False
    )
    return ExitCode.PASS
