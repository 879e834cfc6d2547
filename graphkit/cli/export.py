"""`graphkit export`: a dataset goes in, one RDF file comes out, its format told by its name."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graphkit.cli.options import DEFAULT_DATASET, DatasetFolder
from graphkit.cli.printing import remark


def export(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="扩展名决定格式 / Its ending tells the format: nq trig ttl nt jsonld rdf."),
    ],
    *,
    readings: Annotated[
        bool,
        typer.Option("--with-readings", help="jsonld 也写出命名图 / Write the named graphs too, where the format can."),
    ] = False,
    dataset: DatasetFolder = DEFAULT_DATASET,
) -> None:
    """把数据集写成一个 RDF 文件。 / Write the dataset as one RDF file.

    同样的来源得到同样的字节。 / Same sources, same bytes.

    nq、trig 写整个数据集；ttl、nt、jsonld、rdf 写默认图。 / nq and trig hold the dataset; the others the default graph.

    \b
    例 / Examples:
      graphkit export all.nq
      graphkit export facts.ttl --dataset outputs
      graphkit export all.jsonld --with-readings
    """  # noqa: D301 - \b keeps the lines of a paragraph
    from graphkit.dataset import open_dataset
    from graphkit.export.writing import whole_file
    from graphkit.rdf.serialise import FORMATS, write_dataset

    form = file.suffix.removeprefix(".").lower()
    if form not in FORMATS:
        message = f"扩展名应为其一 / its ending must be one of: {' '.join(FORMATS)}"
        raise typer.BadParameter(message, param_hint="FILE")
    opened = open_dataset(dataset)
    with whole_file(file) as stream:
        write_dataset(opened.store, form, stream, base=opened.base, with_readings=readings)
    remark(f"已写出 wrote {file}")
