"""Archives that are damaged or hostile, each with what it is answered."""

import os
import shutil

from tests.reports.exchange.archives.damage import (
    FOREIGN,
    SCRIPT,
    Damage,
    append,
    draw,
    draw_with_metadata,
    drop,
    edit,
    forge,
    forge_file,
    in_block,
    link,
    remove,
    repeat,
    set_in,
    share_file,
    write,
)

REPORT, VERSIONS, MEDIA = "report.json", "versions.json", "media.json"
AROUND = "versions/5.surroundings.json"
DRAWINGS = "versions/5.drawings.json"
SERVICES = "records/service.json"
PAGE, BLOCKS = ("page",), ("content", "body", "blocks")
SVG = '<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'
DEEP = "[" * 100_000 + "]" * 100_000

DAMAGED: dict[str, tuple[Damage, str]] = {
    "a file is missing": (remove("data/corrections.json"), "data/corrections.json manque"),
    "a file has changed": (append("data/versions/1.json", " "), "versions/1.json n’a pas l’empre"),
    "a file is too many": (write("data/more.json", "{}"), "more.json n’est dans aucun manifeste"),
    "a foreign file": (write("README.md", "Bonjour"), "README.md : ce fichier n’a rien à faire"),
    "files to fetch": (write("fetch.txt", "https://x.example - data/x"), "n’a rien à faire"),
    "no declaration": (remove("bagit.txt"), "ce n’est pas une archive lisible"),
    "no manifest": (remove("manifest-sha256.txt"), "archive"),
    "a manifest leads out": (
        append("manifest-sha256.txt", "00  ../../x\n"),
        "pas une archive lisible",
    ),
    "an absolute manifest": (append("manifest-sha256.txt", "00  /etc/passwd\n"), "pas une archive"),
    "a manifest of half": (write("manifest-sha512.txt", ""), "archive"),
    "no text in a manifest": (write("manifest-sha256.txt", b"\xff\xfe"), "pas une archive lisible"),
    "another description": (
        append("bag-info.txt", "Contact-Name: X\n"),
        "bag-info.txt n’a pas l’e",
    ),
    "two declarations": (append("bagit.txt", "BagIt-Version: 1.0\n"), "pas une archive lisible"),
    "a long description": (append("bag-info.txt", 50_000 * " c\n"), "bag-info.txt : 14"),
    "a long declaration": (append("bagit.txt", " " * 100_000), "bagit.txt : 97"),
    "a link to a file": (
        link("data/corrections.json", "/etc/passwd"),
        "lien ou un fichier spécial",
    ),
    "a link to a folder": (link("data/files/more", "/etc"), "lien ou un fichier spécial"),
    "a pipe": (lambda folder: os.mkfifo(folder / "data" / "pipe"), "lien ou un fichier spécial"),
    "an encoded path": (write("data/%2e%2e%2fx.json", "{}"), "ce nom de fichier n’est pas accepté"),
    "a hidden file": (write("data/.x", ""), "ce nom de fichier n’est pas accepté"),
    "a name of two lines": (write("data/a\nb.json", ""), "ce nom de fichier n’est pas accepté"),
    "too many folders": (write("data/a/b/c/d/e/f.json", ""), "trop de dossiers"),
    "an empty folder": (shutil.rmtree, "ce dossier n’existe pas"),
}
"""Bags that are broken: damaged by accident, or made to lead elsewhere."""

FORGED: dict[str, tuple[Damage, str]] = {
    "no JSON": (forge(REPORT, "{"), "report.json : ce n’est pas du JSON"),
    "no text": (forge(REPORT, b"\xff"), "report.json : ce n’est pas du JSON"),
    "a number that is none": (forge("corrections.json", "[NaN]"), "n’est pas un nombre entier"),
    "a number without end": (forge("corrections.json", f"[{9**99}]"), "un nombre y est trop grand"),
    "a name twice": (forge(MEDIA, '{"pictures": [], "pictures": []}'), "un nom y est deux fois"),
    "values without end": (forge("corrections.json", f"[{400_000 * '{},'}{{}}]"), "plus de 400000"),
    "too deep": (forge("corrections.json", DEEP), "trop de niveaux"),
    "a null character": (edit(REPORT, set_in("content", "report", "title", to="a\0")), "report.js"),
    "half a character": (forge("corrections.json", r'["\ud800"]'), "des caractères qui n’en sont"),
    "a text without end": (in_block(3, text="a" * 60_000), "un texte y a plus de 50000"),
    "a later form": (edit(REPORT, set_in("schema", to=2)), "version plus récente de Bilan"),
    "a later content": (edit(REPORT, set_in("content", "schema", to=9)), "version plus récente"),
    "a later body": (edit(REPORT, set_in("content", "body", "schema", to=9)), "plus récente"),
    "an unknown field": (edit(REPORT, set_in(*PAGE, "owner", to="x")), "« page.owner » n’est pas"),
    "a missing field": (edit(REPORT, drop(*PAGE, "path")), "« page.path » manque"),
    "a key that is none": (edit(REPORT, set_in(*PAGE, "key", to="1")), "« page.key » n’a pas la f"),
    "a path elsewhere": (edit(REPORT, set_in(*PAGE, "path", to="//x.example/2024/")), "page.path"),
    "a path that runs": (edit(REPORT, set_in(*PAGE, "path", to="javascript:x")), "« page.path »"),
    "another year": (edit(REPORT, set_in(*PAGE, "path", to="/bilan/1999/")), "n’est pas le chemin"),
    "no list of records": (forge(SERVICES, "{}"), "service.json : le contenu devrait être une li"),
    "an unknown block": (
        edit(REPORT, set_in(*BLOCKS, 0, "type", to="html")),
        "genre inconnu, « html",
    ),
    "a block twice": (edit(REPORT, repeat(*BLOCKS)), "y est deux fois"),
    "a block without id": (edit(REPORT, set_in(*BLOCKS, 0, "id", to="")), "pas d’identifiant"),
    "a script": (in_block(3, text=SCRIPT), "a la balise <script>"),
    "a handler": (in_block(3, text='<p onclick="x()">a</p>'), "a l’attribut « onclick »"),
    "half a tag": (in_block(3, text="<p>a</p><img src=x onerror=x() "), "qui ne finit pas"),
    "a picture in text": (in_block(3, text='<p><img src="x"></p>'), "a la balise <img>"),
    "a comment": (in_block(3, text="<p>a<!-- b --></p>"), "a un commentaire HTML"),
    "a link that runs": (
        in_block(3, text='<p><a href="javascript:x">a</a></p>'),
        "une adresse qui",
    ),
    "an address that runs": (
        in_block(
            7, items=[{"type": "item", "id": FOREIGN, "value": {"text": "a", "url": "data:x"}}]
        ),
        "une adresse qui n’en est pas une",
    ),
    "a script in the introduction": (
        edit(REPORT, set_in("content", "report", "introduction", to=SCRIPT)),
        "l’introduction a la balise <script>",
    ),
    "a row of another database": (in_block(22, document=1), "un numéro de ligne"),
    "a document that is not there": (
        in_block(22, document={"public_id": FOREIGN}),
        f"document « {FOREIGN} » n’est pas dans l’archive",
    ),
    "a link to a row": (
        in_block(3, text='<p><a linktype="document" id="1">a</a></p>'),
        "un numéro de ligne",
    ),
    "a link to another document": (
        in_block(3, text=f'<p><a linktype="document" id="{FOREIGN}">a</a></p>'),
        "n’est pas dans l’archive",
    ),
    "a record that is not there": (forge("records/term.json", "[]"), "term « incubateur » n’est"),
    "a picture that is not there": (
        edit(REPORT, set_in("content", "report", "image", to=FOREIGN)),
        "picture « 1111",
    ),
    "another version": (forge("versions/1.json", "{}"), "dont la version 1 a l’empreinte"),
    "a version twice": (edit(VERSIONS, repeat()), "de 1 au dernier, sans trou"),
    "a version that is missing": (edit(VERSIONS, drop(1)), "de 1 au dernier, sans trou"),
    "no version": (forge(VERSIONS, "[]"), "de 1 au dernier, sans trou"),
    "a time without a zone": (
        edit(VERSIONS, set_in(0, "published_at", to="2024-01-01T00:00:00")),
        "published_at » n’a pas la forme",
    ),
    "a version of another year": (edit(VERSIONS, set_in(0, "year", to=2020)), "l’année n’est pas"),
    "a withdrawn version with content": (
        edit(
            VERSIONS,
            lambda rows: rows[0].update(
                withdrawn_at=rows[0]["published_at"], withdrawal_reason="Ainsi."
            ),
        ),
        "la version 1 est retirée, elle n’a plus de contenu",
    ),
    "withdrawn without a reason": (
        edit(VERSIONS, set_in(2, "withdrawal_reason", to=" ")),
        "retirée sans raison",
    ),
    "the last version is withdrawn": (
        edit(VERSIONS, lambda rows: rows[-1].update(withdrawn_at=rows[-1]["published_at"])),
        "la dernière version est retirée",
    ),
    "rows of an unknown kind": (
        edit(AROUND, set_in("rows", "user", to=[])),
        "« user » n’est pas un genre connu",
    ),
    "a row under another key": (
        edit(AROUND, set_in("rows", "service", 0, "public_id", to="autre")),
        "n’est pas la clé de sa fiche",
    ),
    "a row with an unknown phase": (
        edit(AROUND, set_in("rows", "service", 0, "phase", to="ailleurs")),
        "phase » n’a pas la forme attendue",
    ),
    "a row with an address that runs": (
        edit(AROUND, set_in("rows", "service", 0, "url", to="javascript:x")),
        "a une adresse refusée",
    ),
    "a file above the folder": (
        edit(AROUND, set_in("rows", "picture", 0, "file", to="original_images/../x.png")),
        "file » n’a pas la forme attendue",
    ),
    "a file of another folder": (
        edit(AROUND, set_in("rows", "picture", 0, "file", to="charts/x.png")),
        "file » n’a pas la forme attendue",
    ),
    "a rendition of no picture": (
        edit(AROUND, set_in("rows", "rendition", 0, "image_id", to=999)),
        "d’aucune des images citées",
    ),
    "a page that runs": (
        edit(AROUND, set_in("rows", "page", 0, "path", to="javascript:x")),
        "path » n’a pas la forme attendue",
    ),
    "a drawing with a script": (
        edit(DRAWINGS, set_in(0, "svg", to=SVG.format("<script>x</script>"))),
        "n’est pas accepté",
    ),
    "a drawing with a handler": (
        edit(DRAWINGS, set_in(0, "svg", to=SVG.format('<g onload="x" />'))),
        "n’est pas accepté",
    ),
    "a drawing with entities": (
        edit(DRAWINGS, set_in(0, "svg", to=f"<!DOCTYPE x>{SVG.format('')}")),
        "n’est pas accepté",
    ),
    "a drawing that fetches": (
        edit(DRAWINGS, set_in(0, "svg", to=SVG.format('<g fill="url(//x.example/a)" />'))),
        "n’est pas accepté",
    ),
    "a drawing of no chart": (
        edit(DRAWINGS, set_in(0, "block", to=FOREIGN)),
        "n’est pas un graphique du bilan",
    ),
    "a correction of no version": (
        edit("corrections.json", set_in(0, "version", to=77)),
        "compare des versions qui n’y sont pas",
    ),
    "a correction twice": (edit("corrections.json", repeat()), "y est deux fois"),
    "a correction that repeats what was withdrawn": (
        edit(
            "corrections.json",
            lambda rows: [r.update(before="9") for r in rows if r["version"] == 3] and None,
        ),
        "répète une version retirée",
    ),
    "a value of a withdrawn version": (
        edit("earlier_statements.json", set_in(0, "version", to=3)),
        "est d’une version qui n’y est pas",
    ),
    "a value of no indicator": (
        edit("earlier_statements.json", set_in(0, "indicator", to="autre")),
        "un indicateur n’est pas dans l’archive",
    ),
    "an e-mail address": (
        edit("acknowledgements.json", set_in(0, "by", to="a@b.example")),
        "by » n’a pas la forme attendue",
    ),
    "an incubator that is not there": (
        edit(SERVICES, set_in(0, "incubator", to="autre")),
        "n’est pas dans l’archive",
    ),
    "a record under a path": (edit(SERVICES, set_in(0, "slug", to="../x")), "slug : Lettres"),
    "a record twice": (edit(SERVICES, repeat()), "« mano.beta » y est deux fois"),
    "a record that runs": (edit(SERVICES, set_in(0, "url", to="javascript:x")), "url : "),
    "a record without a name": (edit(SERVICES, set_in(0, "name", to="")), "name : "),
    "another size": (edit(MEDIA, set_in("pictures", 0, "width", to=5)), "les dimensions annoncées"),
    "another weight": (
        edit(MEDIA, set_in("documents", 0, "file_size", to=5)),
        "la taille annoncée",
    ),
    "a picture twice": (edit(MEDIA, repeat("pictures")), "y est deux fois"),
    "a picture that is a document": (edit(MEDIA, share_file), "de deux choses à la fois"),
    "a file that nothing shows": (
        forge("files/documents/x.pdf", b"%PDF-1.7"),
        "rien dans l’archive ne montre ce fichier",
    ),
    "text as a picture": (forge_file("original_images/*", b"Bonjour"), "n’est pas une image"),
    "a drawing as a picture": (
        forge_file("original_images/*", b'<svg onload="x"></svg>'),
        "Les dessins SVG ne sont pas acceptés",
    ),
    "half a picture": (forge_file("original_images/*", draw()[:-30]), "abîmée ou incomplète"),
    "a picture with metadata": (
        forge_file("original_images/*", draw_with_metadata()),
        "porte des métadonnées",
    ),
    "a picture without end": (forge_file("original_images/*", draw((6_000, 5_000))), "trop grande"),
    "a page as a document": (forge_file("documents/*", b"<html>"), "n’est pas de ce type"),
    "a JSON file that nothing reads": (forge("versions/9.json", "{}"), "n’a rien à faire"),
}
"""Bags that are whole, and say what no export says."""
