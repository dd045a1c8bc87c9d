"""Word documents made by hand: the parts that Word writes, as far as a test needs them."""

import io
import zipfile
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="{}"/></Types>"""
PLAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
RELATIONS = """<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>"""
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STYLES = f"""<w:styles xmlns:w="{W}">
<w:style w:type="paragraph" w:styleId="Titre"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Titre2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Bloc"><w:name w:val="Block Text"/></w:style>
<w:style w:type="paragraph" w:styleId="Puces"><w:name w:val="List Bullet"/></w:style>
<w:style w:type="paragraph" w:styleId="Puces2"><w:name w:val="List Bullet 2"/></w:style>
</w:styles>"""
NUMBERING = f"""<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""


def run(text: str, properties: str = "") -> str:
    space = 'xml:space="preserve"'
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t {space}>{escape(text)}</w:t></w:r>"


def paragraph(*runs: str, style: str = "", level: int | None = None) -> str:
    listed = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties += listed if level is not None else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def table(*rows: list[str]) -> str:
    cells = ("".join(f"<w:tc>{paragraph(run(cell))}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def footnote_mark(id: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{id}"/></w:r>'


def text_box(*blocks: str) -> str:
    """A text box as Word writes it: twice, for programs of two ages."""
    box = f"<w:txbxContent>{''.join(blocks)}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        f"{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}"
        "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def link(address_id: str, *runs: str) -> str:
    return f'<w:hyperlink r:id="{address_id}">{"".join(runs)}</w:hyperlink>'


def picture(id: str, alt: str = "") -> str:
    """A picture; `id` is that of its relation."""
    blip = f'<pic:blipFill><a:blip r:embed="{id}"/></pic:blipFill>'
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Image 1" descr="{escape(alt)}"/>'
        f"<a:graphic><a:graphicData><pic:pic>{blip}</pic:pic></a:graphicData></a:graphic>"
        "</wp:inline></w:drawing></w:r>"
    )


def make_document(
    *blocks: str,
    notes: dict[int, str] | None = None,
    links: dict[str, str] | None = None,
    pictures: dict[str, str] | None = None,
    title: str = "",
    main_type: str = PLAIN,
    **parts: bytes,
) -> bytes:
    """Return a document; further parts by their path, with « __ » for « / » and « _ » for « . ».

    `pictures` are paths below `word/` by the ids of relations.
    """
    spaces = (
        f'xmlns:w="{W}" xmlns:r="{R}" xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        f'xmlns:wp="{DRAWING}/wordprocessingDrawing" xmlns:a="{DRAWING}/main" '
        f'xmlns:pic="{DRAWING}/picture"'
    )
    relations = [
        ("styles", "styles.xml", ""),
        ("numbering", "numbering.xml", ""),
        *((("footnotes", "footnotes.xml", ""),) if notes else ()),
    ]
    listed = "".join(
        f'<Relationship Id="p{n}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target, _) in enumerate(relations)
    )
    listed += "".join(
        f'<Relationship Id="{id}" Type="{OFFICE}/hyperlink" Target="{escape(address)}" '
        'TargetMode="External"/>'
        for id, address in (links or {}).items()
    )
    listed += "".join(
        f'<Relationship Id="{id}" Type="{OFFICE}/image" Target="{path}"/>'
        for id, path in (pictures or {}).items()
    )
    body = "".join(blocks)
    files = {
        "[Content_Types].xml": TYPES.format(main_type),
        "_rels/.rels": RELATIONS.format(
            f'<Relationship Id="r" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/_rels/document.xml.rels": RELATIONS.format(listed),
        "word/document.xml": f"<w:document {spaces}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": STYLES,
        "word/numbering.xml": NUMBERING,
    }
    if notes:
        made = (f'<w:footnote w:id="{id}">{text}</w:footnote>' for id, text in notes.items())
        files["word/footnotes.xml"] = f"<w:footnotes {spaces}>{''.join(made)}</w:footnotes>"
    if title:
        files["docProps/core.xml"] = (
            '<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:title>{escape(title)}</dc:title></cp:coreProperties>"
        )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in files.items():
            archive.writestr(path, text)
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), data)
    return file.getvalue()
