"""`graphkit export`: a dataset goes in, one RDF or network file comes out, its format told by its name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphkit.cli.options import DEFAULT_DATASET, AsOfDate, DatasetFolder
from graphkit.cli.printing import remark

if TYPE_CHECKING:
    from graphkit.dataset import Dataset


OutputPath = Annotated[
    Path,
    typer.Argument(
        metavar="FILE",
        help="扩展名决定格式 / Its ending tells the format: nq trig ttl nt jsonld rdf graphml gexf cypher csv.",
    ),
]
Readings = Annotated[
    bool,
    typer.Option("--with-readings", help="jsonld 也写出命名图 / Write the named graphs too, where the format can."),
]
Description = Annotated[
    bool,
    typer.Option("--description", help="另写 VoID/DCAT/PROV 描述 / Also write FILE.description.ttl for catalogues."),
]
Tables = Annotated[
    bool, typer.Option("--tables", help="在文件夹中写成 Parquet 表 / Write Parquet tables into a folder.")
]


def export(
    file: OutputPath,
    *,
    readings: Readings = False,
    description: Description = False,
    tables: Tables = False,
    dataset: DatasetFolder = DEFAULT_DATASET,
    as_of: AsOfDate = "",
) -> None:
    """把数据集写成 RDF 文件或网络文件。 / Write the dataset as an RDF or a network file.

    同样的来源得到同样的字节。 / Same sources, same bytes.

    nq、trig 写整个数据集；ttl、nt、jsonld、rdf 写默认图。 / nq and trig hold the dataset; the others the default graph.

    graphml、gexf、cypher 写成网络；csv 写两个表，Gephi 可直接导入。
    / graphml, gexf and cypher hold a network; csv makes two tables that Gephi imports.

    \b
    例 / Examples:
      graphkit export all.nq
      graphkit export facts.ttl --dataset outputs
      graphkit export all.jsonld --with-readings
      graphkit export all.nq --description  all.nq all.description.ttl
      graphkit export network.graphml
      graphkit export network.csv           network.nodes.csv network.edges.csv
      graphkit export tables --tables       tables/statements.parquet readings.parquet things.parquet
    """  # noqa: D301 - \b keeps the lines of a paragraph
    from graphkit.cli.as_of import open_as_of
    from graphkit.export.graphs import FORMATS as NETWORK_FORMATS
    from graphkit.export.writing import whole_file
    from graphkit.rdf.serialise import FORMATS, write_dataset

    if tables:
        _export_tables(open_as_of(dataset, as_of), file)
        return
    form = file.suffix.removeprefix(".").lower()
    if form not in FORMATS and form not in NETWORK_FORMATS:
        message = f"扩展名应为其一 / its ending must be one of: {' '.join([*FORMATS, *NETWORK_FORMATS])}"
        raise typer.BadParameter(message, param_hint="FILE")
    if readings and form in NETWORK_FORMATS:
        raise typer.BadParameter("网络格式不写命名图 / networks hold no named graphs", param_hint="--with-readings")
    if description and form not in FORMATS:
        raise typer.BadParameter("只描述 RDF 文件 / describes RDF files only", param_hint="--description")
    opened = open_as_of(dataset, as_of)
    if form in NETWORK_FORMATS:
        _export_network(opened, file)
        return
    with whole_file(file) as stream:
        write_dataset(opened.store, form, stream, base=opened.base, with_readings=readings)
    remark(f"已写出 wrote {file}")
    if description:
        remark(f"已写出 wrote {_describe(opened, file, form)}")


def _describe(opened: Dataset, file: Path, form: str) -> Path:
    """Write the description of the dataset and of the file that now holds it."""
    from hashlib import file_digest

    from graphkit.dataset.description import dump_of
    from graphkit.dataset.manifest import DESCRIPTION
    from graphkit.export.writing import write_whole

    with file.open("rb") as stream:
        sha256 = file_digest(stream, "sha256").hexdigest()
    told = (opened.generation / DESCRIPTION).read_text("utf-8")
    beside = file.with_name(f"{file.stem}.description.ttl")
    write_whole(beside, told + dump_of(opened.manifest, file, form, sha256))
    return beside


def _export_network(opened: Dataset, file: Path) -> None:
    from graphkit.export.graphs import write_network
    from graphkit.network import project_dataset

    network = project_dataset(opened)
    written = " ".join(map(str, write_network(network, file)))
    remark(f"已写出 wrote {written}：节点 nodes {len(network.nodes)}，线 edges {len(network.edges)}")


def _export_tables(opened: Dataset, folder: Path) -> None:
    from graphkit.export.dataset_tables import write_tables

    if folder.exists() and not folder.is_dir():
        raise typer.BadParameter("应为文件夹 / must be a folder", param_hint="FILE")
    written = " ".join(map(str, write_tables(opened, folder)))
    remark(f"已写出 wrote {written}")
