"""Options that several commands share."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

Language = Literal["da", "en"]

FolderArgument = Annotated[
    str,
    typer.Argument(
        metavar="FOLDER",
        show_default=False,
        help="Folder of applications, packed as zip or not, or one file (default: here).",
    ),
]
CriteriaOption = Annotated[
    str | None,
    typer.Option(
        "--criteria", metavar="FILE", help="The criteria file; by default the only one in FOLDER, else in criteria/."
    ),
]
AsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of", metavar="DATE", help="Day on which running positions are cut, YYYY-MM-DD; by default the deadline."
    ),
]
PostingOption = Annotated[
    str | None,
    typer.Option("--posting", metavar="FILE", help="The posting's text, so that echoes of it count for nothing."),
]
WeightOption = Annotated[
    list[str] | None,
    typer.Option("--weight", metavar="ID=N", help="Another weight for a requirement; may be repeated."),
]
OutputOption = Annotated[
    str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file instead of the terminal.")
]
LanguageOption = Annotated[Language | None, typer.Option("--language", help="Of the output; by default the posting's.")]
WorkersOption = Annotated[
    int | None,
    typer.Option("--workers", min=0, metavar="N", help="Processes at work; by default as many as cores, 0 for none."),
]
NoCacheOption = Annotated[
    bool,
    typer.Option("--no-cache", help="Read every file anew, and keep nothing in FOLDER/.screen."),
]
BlindOption = Annotated[
    bool,
    typer.Option("--blind", help="Names become neutral ids; contact and protected facts are masked."),
]
