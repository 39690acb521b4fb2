"""`sayso evaluate`."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.options import make_reader, reader_options
from sayso.evaluate import BENCHMARKS, benchmark
from sayso.evaluate.counting import ENOUGH
from sayso.evaluate.floors import below
from sayso.evaluate.peers import PEERS

if TYPE_CHECKING:
    from sayso.evaluate import Scores


@click.command(name="evaluate", epilog="Benchmarks: " + "; ".join(f"{name}: {what}" for name, what in BENCHMARKS.items()))
@click.argument("name", metavar="BENCHMARK", type=click.Choice(list(BENCHMARKS)))
@click.argument("folder", metavar="DIR", type=click.Path(exists=True, path_type=Path))
@click.option("--peer", type=click.Choice(PEERS), help="Also measure this other tool on the same texts (statements only).")
@click.option("--errors", type=click.Path(path_type=Path), metavar="FILE", help="Also write the wrong answers there, grouped by cause, to read.")
@click.option("--floors", type=click.Path(exists=True, path_type=Path), metavar="FILE", help="Fail where a measure's F1 is lower than in FILE.")
@click.option("--json", "as_json", is_flag=True, help="The measures as one JSON object.")
@reader_options
def command(
    name: str, folder: Path, peer: str | None, errors: Path | None, floors: Path | None, as_json: bool, model: str, lexicons: tuple[Path, ...]
) -> None:  # fmt: skip
    """Measure the reader on a benchmark that you have in DIR, by the benchmark's own measures."""
    if peer and name != "statements":
        raise click.UsageError("--peer goes with the benchmark statements")
    try:
        measured = {"sayso": benchmark(name)(make_reader(model, lexicons), folder)}
        drops = below(measured["sayso"], floors) if floors else []
        if peer:
            from sayso.evaluate.statements import measure_peer

            measured[peer] = measure_peer(peer, model, folder)
    except ValueError as error:
        raise click.ClickException(str(error)) from None
    if errors:
        _write_errors(errors, measured["sayso"])
    if as_json:
        click.echo(json.dumps({tool: _as_row(scores) for tool, scores in measured.items()} if peer else _as_row(measured["sayso"])))
    else:
        for tool, scores in measured.items():
            click.echo(f"{tool}: {_as_table(scores)}\n")
    for drop in drops:
        click.echo(drop, err=True)
    if drops:
        sys.exit(1)


def _write_errors(path: Path, scores: "Scores") -> None:
    by_cause: dict[str, list[str]] = {}
    for one in scores.errors:
        by_cause.setdefault(one.cause, []).append(f"  {one.document}: {one.words}")
    groups = sorted(by_cause.items(), key=lambda group: (-len(group[1]), group[0]))
    try:
        path.write_text("".join(f"{len(lines)} {cause}\n" + "\n".join(lines) + "\n\n" for cause, lines in groups), encoding="utf-8")
    except OSError as error:
        raise click.ClickException(f"{path} cannot be written: {(error.strerror or str(error)).lower()}.") from None
    if not scores.errors:
        click.echo("This benchmark keeps no wrong answers.", err=True)


def _as_row(scores: "Scores") -> dict[str, object]:
    counts = {
        k: {
            "P": round(c.precision, 4),
            "R": round(c.recall, 4),
            "F1": round(c.f1, 4),
            "right": c.right,
            "gold": c.gold,
            "predicted": c.predicted,
        }
        for k, c in scores.counts.items()
    }
    shares = {k: {"accuracy": round(s.accuracy, 4), "n": s.of} for k, s in scores.shares.items()}
    sure = {
        layer: {
            "calibrated": scores.calibrated(layer),
            "error": round(scores.calibration_error(layer), 4),
            "tenths": [{"confidence": round(mean, 4), "right": s.right, "n": s.of} for mean, s in scores.tenths(layer)],
        }
        for layer in scores.reliability
    }
    return {"documents": scores.documents, "prf": counts, "accuracy": shares, "sums": scores.sums, "notes": scores.notes, "confidence": sure}


def _as_table(scores: "Scores") -> str:
    lines = [f"{scores.documents} documents", "", f"{'':46}{'P':>7}{'R':>7}{'F1':>7}{'right':>7}{'gold':>6}{'pred':>6}"]
    last = ""
    for name, c in scores.counts.items():
        if last and name.split()[0] != last:
            lines.append("")
        last = name.split()[0]
        lines.append(f"{name:46}{c.precision:7.3f}{c.recall:7.3f}{c.f1:7.3f}{c.right:7}{c.gold:6}{c.predicted:6}")
    lines += ["", *scores.notes, *(f"{name}: {n}" for name, n in scores.sums.items()), "", "shares"]
    lines += [f"{name:58}{s.accuracy:7.3f}  n={s.of}" for name, s in scores.shares.items()]
    for layer in scores.reliability:
        worth = f"error {scores.calibration_error(layer):.3f}" if scores.calibrated(layer) else f"uncalibrated, fewer than {ENOUGH} facts"
        lines += ["", f"confidence of {layer}: {worth}"]
        lines += [f"  {mean:.2f}{'':52}{s.accuracy:7.3f}  n={s.of}" for mean, s in scores.tenths(layer)]
    return "\n".join(lines)
