"""Makes a small spreadsheet of every kind in a running LibreOffice and keeps what a copy of it is.

Run by the system's Python, which has LibreOffice's `uno`; see README.md. Every word is invented.
"""

import subprocess
import time
from pathlib import Path

import uno
from com.sun.star.lang import Locale
from com.sun.star.table import CellAddress

SOCKET = "socket,host=localhost,port=2002;"
FRANCE = Locale("fr", "FR", "")
COUNT, SHARE, MEAN = "# ##0", "0,0%", "0,0"
EUROS, CENTS, STAFF = "# ##0 [$€-40C]", "# ##0,00 [$€-40C]", '0,0" ETPT"'

# A text, or a number or formula and its format.
SHEETS = {
    "indicator": [
        ["Indicateurs", "Résultats 2023", "Objectifs 2024", "Résultats 2024"],
        ["Guichets ouverts le samedi", (1217, COUNT), (1500, COUNT), ("=B2+412", COUNT)],
        ["Dossiers tenus\nen moins d’un mois", (0.174, SHARE), (0.2, SHARE), (0.1825, SHARE)],
        ["Note moyenne", "4,2/5", "", "Plus de 4,3/5"],
    ],
    "funding": [
        ["Produit", "Mission", "Contact", "Montant attribué"],
        ["Marelle", 'Relier les "petites" gares ; et les grandes', "poste 12", (120000, EUROS)],
        ["Tournesol", "Suivre l’ombre", "", (85500.5, CENTS)],
        ["Total", "", "", ("=SUM(D2:D3)", EUROS)],
    ],
    "budget": [
        ["Poste", "Précision", "Montant", "Effectif"],
        ["Animation du réseau", "salons\net voyages", (1406165, EUROS), (3.7, STAFF)],
        ["Hébergement", "", (98000, EUROS), ""],
        ["Total", "", ("=C2+C3", EUROS), ("=D2", STAFF)],
    ],
    "data_table": [
        ["Enquête de rentrée", "Réponses", "", "Moyenne"],
        ["", "2023", "2024", ""],
        ["Le portail est lisible", (227, COUNT), (1304, COUNT), (4.1, MEAN)],
        ["Je le <b>recommande</b>", (0.62, SHARE), (0.7, SHARE), "=1+1 (texte)"],
    ],
    "chart": [
        ["Trimestre", "Appels", "Courriels"],
        ["T1", (12040, COUNT), (8300, COUNT)],
        ["T2", (13500, COUNT), (-250, COUNT)],
        ["T3", "ND", ("=B2*0.5", COUNT)],
    ],
}
MERGED = {"data_table": ("A1:A2", "B1:C1")}
HIDDEN = {"funding": 2}  # column
NOTED = {"chart": (1, 3, "à vérifier avec le standard")}  # column, row, words


def connect():
    context = uno.getComponentContext()
    name = "com.sun.star.bridge.UnoUrlResolver"
    resolver = context.ServiceManager.createInstanceWithContext(name, context)
    for _ in range(60):
        try:
            return resolver.resolve(f"uno:{SOCKET}urp;StarOffice.ComponentContext")
        except Exception:  # it is still starting
            time.sleep(1)
    raise SystemExit("LibreOffice does not answer on port 2002.")


def fill(sheet, formats, rows):
    for row, line in enumerate(rows):
        for column, what in enumerate(line):
            cell = sheet.getCellByPosition(column, row)
            if isinstance(what, str):
                cell.String = what
                continue
            value, style = what
            key = formats.queryKey(style, FRANCE, False)
            cell.NumberFormat = formats.addNew(style, FRANCE) if key == -1 else key
            if isinstance(value, str):
                cell.Formula = value
            else:
                cell.Value = value


def clipboard(target):
    command = ["xclip", "-selection", "clipboard", "-o", "-t", target]
    return subprocess.run(command, capture_output=True, check=True, timeout=20).stdout


def main():
    context = connect()
    desktop, dispatcher = (
        context.ServiceManager.createInstanceWithContext(f"com.sun.star.frame.{name}", context)
        for name in ("Desktop", "DispatchHelper")
    )
    for kind, rows in SHEETS.items():
        document = desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, ())
        sheet = document.Sheets.getByIndex(0)
        fill(sheet, document.getNumberFormats(), rows)
        for area in MERGED.get(kind, ()):
            sheet.getCellRangeByName(area).merge(True)
        if kind in HIDDEN:
            sheet.Columns.getByIndex(HIDDEN[kind]).IsVisible = False
        if kind in NOTED:
            column, row, words = NOTED[kind]
            sheet.getAnnotations().insertNew(CellAddress(0, column, row), words)
        controller = document.getCurrentController()
        controller.select(sheet.getCellRangeByPosition(0, 0, len(rows[0]) - 1, len(rows) - 1))
        dispatcher.executeDispatch(controller.Frame, ".uno:Copy", "", 0, ())
        time.sleep(1)
        here = Path(__file__).parent
        (here / f"{kind}.html").write_bytes(clipboard("text/html"))
        (here / f"{kind}.tsv").write_bytes(clipboard("text/plain;charset=utf-8"))
        document.close(True)
    desktop.terminate()


main()
